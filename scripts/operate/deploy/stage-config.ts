// The settings of a stage as Pulumi has them: `pulumi config --json`.
import * as z from "zod";

export interface StageConfig {
  project: string | undefined;
  region: string | undefined;
  /** Where people reach the service; undefined: the project's own address at Firebase Hosting. */
  address: string | undefined;
  redisUrl: string | undefined;
  imagesDomain: string | undefined;
  hasLoadBalancer: boolean;
  /** Keys of servers of models besides Google's that have a secret, by their variables. */
  ownKeys: { MEKURI_WORDS_KEY: boolean; MEKURI_PICTURES_KEY: boolean; MEKURI_SDAPI_AUTH: boolean };
  /** Settings without which the program of `infra/` does not start, or that nobody has set to their own. */
  missing: string[];
}

const REQUIRED = [
  ...["project", "region", "billingAccount", "alertAddress"],
  ...["serviceHourMicrodollars", "serviceDayMicrodollars", "serviceHourSessions", "serviceDaySessions"],
] as const;
/** As the repository's stack files have them, for nobody's account. */
const EXAMPLES = /^(mekuri-(dev|prod)|000000-000000-000000|.+@mekuri\.example)$/;

const ConfigSchema = z.record(z.string(), z.object({ value: z.string().optional() }));

/** Throws where it is not what Pulumi prints. */
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
