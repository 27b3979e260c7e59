// What an environment is given: what differs between dev and prod stands here, what belongs to one account in Pulumi.*.yaml.
import { Config, type Output } from "@pulumi/pulumi";
import { readModelRows, requireRoom } from "./model-rows.ts";
import { readOwnServers } from "./own-servers.ts";

export type Stage = "dev" | "prod";

export interface Settings {
  stage: Stage;
  /** Google Cloud project; one for each stage, so that no right reaches from one into the other. */
  project: string;
  /** Region of functions, database, bucket and keys. */
  region: string;
  billingAccount: string;
  /** Where alerts go. */
  alertAddress: string;
  /** Which bundles run: the folder in the bucket of bundles. `npm run mekuri -- deploy` or `pulumi config set` names it. */
  version: string;
  /** Upstash Redis; without it each instance limits and caches by itself. */
  redisUrl: string | undefined;
  /** Name that the pictures' CDN answers to, and the key (16 bytes, base64url) that its addresses are signed with. */
  images: { domain: string; key: Output<string> } | undefined;
  /** Where the billing account's currency is not USD: Google refuses a budget in another one. */
  monthlyBudget: { units: string; currencyCode: string } | undefined;
  /** Rows of the model catalog that this stage adds or replaces, as JSON; the functions read it from MEKURI_MODELS_JSON. */
  modelRows: string | undefined;
  /** What all sessions together may be given, and how many may start: needed, since no default fits anybody's purse. */
  service: { hourMicrodollars: number; dayMicrodollars: number; hourSessions: number; daySessions: number };
  /** What a new account by password may spend on a day; without it the functions take the price of 4 draft pages. */
  newAccountDayMicrodollars: number | undefined;
  /** Address ranges that Hosting calls from, separated by commas (docs/operate/operations.md, Ways in). */
  proxyRanges: string | undefined;
  /** Whether a load balancer stands before the API that sets X-Mekuri-Front with the secret mekuri-front-key. */
  hasLoadBalancer: boolean;
  /** Variables that name servers of models besides Google's; empty without any. */
  ownServers: Readonly<Record<string, string>>;
  /** Which of their keys have a value in Secret Manager. */
  hasOwnKeys: { words: boolean; pictures: boolean; sdapi: boolean };
}

export interface StageNumbers {
  /** Instances of a function at most: what a runaway can cost. */
  maxInstances: number;
  /** Instances of `manga` that wait for requests: without one, the first caller waits for a start. */
  minApiInstances: number;
  /** Of all that the project costs in a month, in dollars. */
  monthlyBudgetDollars: number;
  isProtected: boolean;
}

export const STAGES: Readonly<Record<Stage, StageNumbers>> = {
  dev: { maxInstances: 10, minApiInstances: 0, monthlyBudgetDollars: 100, isProtected: false },
  prod: { maxInstances: 200, minApiInstances: 1, monthlyBudgetDollars: 5_000, isProtected: true },
};

/** `15000 JPY`: whole units and the currency of the billing account. Throws an error that says so. */
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
