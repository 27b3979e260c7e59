// The settings of a stage in Pulumi: the output of `pulumi config --json`.
import * as z from "zod";

export interface StageConfig {
  project: string | undefined;
  region: string | undefined;
  /** Public address of the service; undefined: the project's default at Firebase Hosting. */
  address: string | undefined;
  redisUrl: string | undefined;
  imagesDomain: string | undefined;
  hasLoadBalancer: boolean;
  /** Which keys of self-hosted model servers have a secret, by variable. */
  ownKeys: { MEKURI_WORDS_KEY: boolean; MEKURI_PICTURES_KEY: boolean; MEKURI_SDAPI_AUTH: boolean };
  /** Settings that are required by the program of `infra/`, or still have their example values. */
  missing: string[];
}

const REQUIRED = [
  ...["project", "region", "billingAccount", "alertAddress"],
  ...["serviceHourMicrodollars", "serviceDayMicrodollars", "serviceHourSessions", "serviceDaySessions"],
] as const;
/** Example values in the repository's stack files. */
const EXAMPLES = /^(mekuri-(dev|prod)|000000-000000-000000|.+@mekuri\.example)$/;

const ConfigSchema = z.record(z.string(), z.object({ value: z.string().optional() }));

/** Throws if the JSON is not Pulumi's output. */
export function readStageConfig(json: string): StageConfig {
  const config = ConfigSchema.parse(JSON.parse(json));
  const setting = (name: string) => config[`mekuri:${name}`]?.value;
  return {
    project: setting("project"),
    region: setting("region"),
    address: setting("address"),
    redisUrl: setting("redisUrl"),
    imagesDomain: setting("imagesDomain"),
    hasLoadBalancer: setting("hasLoadBalancer") === "true",
    ownKeys: {
      MEKURI_WORDS_KEY: setting("hasWordsKey") === "true",
      MEKURI_PICTURES_KEY: setting("hasPicturesKey") === "true",
      MEKURI_SDAPI_AUTH: setting("hasSdapiAuth") === "true",
    },
    missing: REQUIRED.filter((name) => {
      const value = setting(name);
      return value === undefined || EXAMPLES.test(value);
    }),
  };
}
