// Reads the settings of the functions from their environment.
import type * as z from "zod";
import type { Limits } from "../pipeline/ledger.ts";
import type { ServiceLimits } from "../pipeline/service-windows.ts";
import { DEFAULT_SETTINGS, type Settings } from "../pipeline/settings.ts";
import type { CallerRules } from "./caller-check.ts";
import { SETTINGS } from "./settings-table.ts";

type Values = { [Name in keyof typeof SETTINGS]: z.output<ReturnType<(typeof SETTINGS)[Name]>> };
const SCHEMAS: { [Name in keyof Values]: () => z.ZodType<Values[Name]> } = SETTINGS;

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable is missing or invalid: the message names it and its valid form. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

/** One setting; an empty variable counts as none. Throws `SettingError`. */
export function readSetting<Name extends keyof Values>(
  name: Name,
  environment: Environment = process.env,
): Values[Name] {
  const schema = SCHEMAS[name]();
  const given = environment[name];
  const parsed = schema.safeParse(given === "" ? undefined : given);
  if (parsed.success) return parsed.data;
  const reason = given ? parsed.error.issues[0]?.message : schema.description;
  throw new SettingError(`the environment variable ${name} is ${given ? "unusable" : "missing"}: ${reason}`);
}

export function bucketName(projectId: string): string {
  return `${projectId}-books`;
}

/** The bucket of images and books. */
export function readBucket(environment?: Environment): string {
  return (
    readSetting("MEKURI_BUCKET", environment) ?? bucketName(readSetting("GOOGLE_CLOUD_PROJECT", environment))
  );
}

/** The CDN in front of the bucket; undefined without one. */
export function readCdn(
  environment?: Environment,
): { origin: string; key: { name: string; secret: Uint8Array } } | undefined {
  const origin = readSetting("MEKURI_CDN_ORIGIN", environment);
  if (origin === undefined) return undefined;
  const name = readSetting("MEKURI_CDN_KEY_NAME", environment);
  const secret = readSetting("MEKURI_CDN_KEY", environment);
  if (name !== undefined && secret !== undefined) return { origin, key: { name, secret } };
  throw new SettingError("MEKURI_CDN_ORIGIN is set, but MEKURI_CDN_KEY_NAME or MEKURI_CDN_KEY is missing");
}

/**
 * The allowed caller of a function for Pub/Sub or Cloud Scheduler; undefined on one machine without signed calls. Throws `SettingError` in
 * the cloud (Cloud Run sets K_SERVICE) if a setting is missing: a function that trusts every caller must not start there.
 */
export function readCaller(environment: Environment = process.env): CallerRules | undefined {
  const audience = readSetting("MEKURI_CALLER_AUDIENCE", environment);
  const account = readSetting("MEKURI_CALLER_ACCOUNT", environment);
  if (audience !== undefined && account !== undefined) {
    const keysUrl = readSetting("MEKURI_CALLER_KEYS_URL", environment);
    const isSignatureRemoved = readSetting("MEKURI_CALLER_SIGNATURE", environment) === "removed";
    return { audience, account, keysUrl, isSignatureRemoved };
  }
  if (audience === undefined && account === undefined && !environment.K_SERVICE) return undefined;
  throw new SettingError(
    "MEKURI_CALLER_AUDIENCE or MEKURI_CALLER_ACCOUNT is missing: this function cannot verify its callers",
  );
}

/** The spending limits. Throws `SettingError` if only some of the service's four limits are set. */
export function readMoney(environment?: Environment): { limits: Limits; stopped: string | undefined } {
  const read = <Name extends keyof Values>(name: Name) => readSetting(name, environment);
  const isOff = read("MEKURI_SPENDING") === "off";
  return {
    limits: {
      sessionMicros: read("MEKURI_SESSION_BUDGET_MICRODOLLARS"),
      dayMicros: read("MEKURI_DAY_BUDGET_MICRODOLLARS"),
      newAccountDayMicros: read("MEKURI_NEW_ACCOUNT_DAY_MICRODOLLARS"),
      service: readServiceLimits(environment),
    },
    stopped: isOff ? "MEKURI_SPENDING is off" : undefined,
  };
}

function readServiceLimits(environment?: Environment): ServiceLimits | undefined {
  const names = {
    hourMicros: "MEKURI_SERVICE_HOUR_MICRODOLLARS",
    dayMicros: "MEKURI_SERVICE_DAY_MICRODOLLARS",
    hourSessions: "MEKURI_SERVICE_HOUR_SESSIONS",
    daySessions: "MEKURI_SERVICE_DAY_SESSIONS",
  } as const;
  const missing = Object.values(names).filter((name) => readSetting(name, environment) === undefined);
  if (missing.length === Object.keys(names).length) return undefined;
  const limitOf = (name: (typeof names)[keyof typeof names]) => {
    const limit = readSetting(name, environment);
    if (limit !== undefined) return limit;
    throw new SettingError(
      `${missing.join(" and ")} must be set, because another limit of the service is set`,
    );
  };
  return {
    hourMicros: limitOf(names.hourMicros),
    dayMicros: limitOf(names.dayMicros),
    hourSessions: limitOf(names.hourSessions),
    daySessions: limitOf(names.daySessions),
  };
}

/** The numbers of the protocol. */
export function readPipelineSettings(environment?: Environment): Settings {
  const read = <Name extends keyof Values>(name: Name) => readSetting(name, environment);
  const leaseMs = read("MEKURI_LEASE_SECONDS") * 1_000;
  const batchLookSeconds = read("MEKURI_BATCH_LOOK_SECONDS");
  return {
    timings: {
      ...DEFAULT_SETTINGS.timings,
      leaseMs,
      heartbeatMs: leaseMs / 3,
      // A release without a claim for the time of a lease is as suspicious as an expired lease.
      unclaimedMs: leaseMs,
      // Five minutes, with the usual lease.
      batchLookMs: batchLookSeconds === undefined ? leaseMs * 10 : batchLookSeconds * 1_000,
      stepDeadlineMs: read("MEKURI_STEP_DEADLINE_SECONDS") * 1_000,
      sessionDeadlineMs: read("MEKURI_SESSION_DEADLINE_MINUTES") * 60_000,
      maxAttempts: read("MEKURI_ATTEMPTS"),
      retryMs: read("MEKURI_RETRY_SECONDS") * 1_000,
      busyMs: read("MEKURI_BUSY_SECONDS") * 1_000,
      maxRetryMs: read("MEKURI_LONGEST_RETRY_SECONDS") * 1_000,
      projectionMs: read("MEKURI_SHOWING_SECONDS") * 1_000,
    },
    limits: { images: read("MEKURI_IMAGE_SLOTS"), others: read("MEKURI_OTHER_SLOTS") },
  };
}
