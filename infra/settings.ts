// Settings of an environment: differences between dev and prod are here, values of one account in Pulumi.*.yaml.
import { Config, type Output } from "@pulumi/pulumi";
import { readModelRows, requireRoom } from "./model-rows.ts";
import { readOwnServers } from "./own-servers.ts";

export type Stage = "dev" | "prod";

export interface Settings {
  stage: Stage;
  /** Google Cloud project; one for each stage, so that no right extends from one to the other. */
  project: string;
  /** Region of functions, database, bucket and keys. */
  region: string;
  billingAccount: string;
  /** Email address for alerts. */
  alertAddress: string;
  /** Version of the bundles: the folder in the bundle bucket. Set by `npm run mekuri -- deploy` or `pulumi config set`. */
  version: string;
  /** Upstash Redis; without it each instance limits and caches on its own. */
  redisUrl: string | undefined;
  /** Domain of the pictures' CDN, and the key (16 bytes, base64url) that signs its URLs. */
  images: { domain: string; key: Output<string> } | undefined;
  /** For billing accounts with another currency than USD, because a budget must use the account's currency. */
  monthlyBudget: { units: string; currencyCode: string } | undefined;
  /** Rows of the model catalog that this stage adds or replaces, as JSON; functions read it from MEKURI_MODELS_JSON. */
  modelRows: string | undefined;
  /** Maximum spending and number of started sessions of the whole service: required, because no default suits everybody. */
  service: { hourMicrodollars: number; dayMicrodollars: number; hourSessions: number; daySessions: number };
  /** Daily spending limit of new password accounts; default: the price of 4 draft pages. */
  newAccountDayMicrodollars: number | undefined;
  /** Address ranges that Hosting calls from, separated by commas (docs/operate/operations.md, Client addresses). */
  proxyRanges: string | undefined;
  /** Whether a load balancer in front of the API sets X-Mekuri-Front with the secret mekuri-front-key. */
  hasLoadBalancer: boolean;
  /** Variables of self-hosted model servers; empty if there are none. */
  ownServers: Readonly<Record<string, string>>;
  /** Which of their keys have a value in Secret Manager. */
  hasOwnKeys: { words: boolean; pictures: boolean; sdapi: boolean };
}

export interface StageNumbers {
  /** Maximum instances of a function, which bounds the cost of a runaway. */
  maxInstances: number;
  /** Minimum instances of `manga`: with 0 the first caller waits for a cold start. */
  minApiInstances: number;
  /** Budget of the project's total cost in a month, in dollars. */
  monthlyBudgetDollars: number;
  isProtected: boolean;
}

export const STAGES: Readonly<Record<Stage, StageNumbers>> = {
  dev: { maxInstances: 10, minApiInstances: 0, monthlyBudgetDollars: 100, isProtected: false },
  prod: { maxInstances: 200, minApiInstances: 1, monthlyBudgetDollars: 5_000, isProtected: true },
};

/** `15000 JPY`: whole units and the billing account's currency. Throws an error that says so. */
function readMonthlyBudget(text: string | undefined): Settings["monthlyBudget"] {
  if (text === undefined) return undefined;
  const [, units, currencyCode] = /^([1-9]\d*) ([A-Z]{3})$/.exec(text) ?? [];
  if (units !== undefined && currencyCode !== undefined) return { units, currencyCode };
  throw new Error(`mekuri:monthlyBudget must be such as "15000 JPY", not ${text}`);
}

export function readSettings(stack: string): Settings {
  if (stack !== "dev" && stack !== "prod") throw new Error(`the stack must be dev or prod, not ${stack}`);
  const config = new Config("mekuri");
  const domain = config.get("imagesDomain");
  const modelRows = readModelRows(config.get("modelsFile"));
  const ownServers = readOwnServers((name) => config.get(name));
  requireRoom({ modelRows, ...ownServers });
  return {
    stage: stack,
    project: config.require("project"),
    region: config.require("region"),
    billingAccount: config.require("billingAccount"),
    alertAddress: config.require("alertAddress"),
    version: config.require("version"),
    redisUrl: config.get("redisUrl"),
    images: domain === undefined ? undefined : { domain, key: config.requireSecret("imagesKey") },
    monthlyBudget: readMonthlyBudget(config.get("monthlyBudget")),
    modelRows,
    service: {
      hourMicrodollars: config.requireNumber("serviceHourMicrodollars"),
      dayMicrodollars: config.requireNumber("serviceDayMicrodollars"),
      hourSessions: config.requireNumber("serviceHourSessions"),
      daySessions: config.requireNumber("serviceDaySessions"),
    },
    newAccountDayMicrodollars: config.getNumber("newAccountDayMicrodollars"),
    proxyRanges: config.get("proxyRanges"),
    hasLoadBalancer: config.getBoolean("hasLoadBalancer") ?? false,
    ownServers,
    hasOwnKeys: {
      words: config.getBoolean("hasWordsKey") ?? false,
      pictures: config.getBoolean("hasPicturesKey") ?? false,
      sdapi: config.getBoolean("hasSdapiAuth") ?? false,
    },
  };
}
