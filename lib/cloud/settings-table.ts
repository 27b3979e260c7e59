// Every setting that the functions read from their environment: its name with the unit, its meaning, bounds, default. To add one, add a
// line here and run `npx vitest run lib/cloud/config.test.ts -u`, which writes its lines of `.env.example`.
import * as z from "zod";
import { isAddressRange } from "../api/client-address.ts";
import { DEFAULT_SETTINGS } from "../pipeline/settings.ts";
import { MODEL_GROUPS } from "./model-settings.ts";
import { aCount, aNumber, anOptionalCount, list, text } from "./setting-kinds.ts";

const { timings, limits } = DEFAULT_SETTINGS;

const MONEY = { from: 0, to: 1_000_000_000_000 };
const SESSIONS = { from: 0, to: 1_000_000 };
/**
 * By heading; each creates its schema when it is read, because a function reads only a few of them. If a setting has no default value, the
 * description explains its absence.
 */
export const GROUPS = {
  "Where it runs": {
    GOOGLE_CLOUD_PROJECT: () =>
      z.string().describe("Google Cloud project. Required; `npm start` and `npm run manga` set it."),
    MEKURI_BUCKET: () =>
      z
        .string()
        .min(3)
        .optional()
        .describe("Bucket of images and books. Default: the project's name followed by `-books`."),
    MEKURI_CLIENTS: list(
      "Uses of Google Cloud for which Google's own clients replace the JSON APIs: `documents`, `messages` and `objects`, separated by commas, or `official` for all.",
      (use) => ["official", "documents", "messages", "objects"].includes(use),
      "must be official, or some of documents, messages and objects, separated by commas",
    ),
    MEKURI_WORK_THREADS: () =>
      z.coerce
        .number()
        .int()
        .min(0)
        .max(64)
        .optional()
        .describe(
          "Worker threads of a process, which letter, paint and read stories. From 0 to 64; 0: the event loop does this work and answers no request meanwhile. Default: the number of cores minus one, at least one.",
        ),
    MEKURI_LOCAL_MEMORY: () =>
      z
        .enum(["small", "free"])
        .default("small")
        .describe(
          "Memory of the processes of `npm start`, `npm run manga` and similar commands. `small`: about 350 MB each. `free`: no limit, and a book takes a third less processor time.",
        ),
    MEKURI_DATA_KEY: () =>
      z
        .string()
        .transform((keys) => keys.split(",").map((key): Uint8Array => Buffer.from(key.trim(), "base64")))
        .refine(
          (keys): keys is [Uint8Array, ...Uint8Array[]] => keys.every(({ length }) => length === 32),
          "each key must be 32 bytes in base64",
        )
        .describe(
          "Key that wraps each session's own key, 32 bytes in base64; after a rotation the new key, a comma and the old key. Required if MEKURI_KMS_KEY is not set; on this machine each data folder has its own.",
        ),
    MEKURI_KMS_KEY: () =>
      z
        .string()
        .regex(
          /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/,
          "must be projects/…/cryptoKeys/…",
        )
        .optional()
        .describe("Cloud KMS key that wraps each session's own key. Default: MEKURI_DATA_KEY wraps it."),
  },
  "The pipeline": {
    MEKURI_LEASE_SECONDS: aNumber(
      "Seconds that a claim on a step lasts without a heartbeat; `npm start` and `npm run manga` use 6.",
      { from: 1, to: 300, standard: timings.leaseMs / 1_000 },
    ),
    MEKURI_BATCH_LOOK_SECONDS: anOptionalCount(
      "Seconds between two checks of a vendor's batch; default: ten times the lease. On this machine the sweep runs at the same interval, and at least once a minute.",
      { from: 1, to: 3_600 },
    ),
    MEKURI_STEP_DEADLINE_SECONDS: aNumber(
      "Seconds from a delivery's arrival until its step is aborted and tried again. Must be below the function's timeout.",
      { from: 1, to: 520, standard: timings.stepDeadlineMs / 1_000 },
    ),
    MEKURI_SESSION_DEADLINE_MINUTES: aNumber(
      "Minutes that a session may take, time at its gates not counted; after that it fails and can be retried.",
      { from: 0.05, to: 10_080, standard: timings.sessionDeadlineMs / 60_000 },
    ),
    MEKURI_SHOWING_SECONDS: aNumber(
      "Seconds between two writes of a session's document for clients, at least; gates and ends are written at once.",
      { from: 0, to: 60, standard: timings.projectionMs / 1_000 },
    ),
    MEKURI_REVIEW_MINUTES: aCount(
      "Minutes that a gate waits for a person before it counts as approved, unless the session sets another time.",
      { from: 1, to: 1_440, standard: 30 },
    ),
    MEKURI_ATTEMPTS: aCount("Attempts of a step with a transient failure before its session fails.", {
      ...{ from: 1, to: 20, standard: timings.maxAttempts },
    }),
    MEKURI_RETRY_SECONDS: aNumber("Seconds before the second attempt; doubles with each further one.", {
      ...{ from: 0.01, to: 60, standard: timings.retryMs / 1_000 },
    }),
    MEKURI_BUSY_SECONDS: aNumber(
      "Seconds before an overloaded model is asked again, if it states no time; doubles with each such answer.",
      { from: 0.01, to: 60, standard: timings.busyMs / 1_000 },
    ),
    MEKURI_LONGEST_RETRY_SECONDS: aNumber("Seconds that a doubled wait lasts at most.", {
      ...{ from: 1, to: 600, standard: timings.maxRetryMs / 1_000 },
    }),
    MEKURI_IMAGE_SLOTS: aCount(
      "Maximum number of portraits and panels of one session that are drawn at the same time.",
      {
        ...{ from: 1, to: 100, standard: limits.images },
      },
    ),
    MEKURI_OTHER_SLOTS: aCount(
      "Maximum number of steps of each other phase of one session that run at the same time.",
      {
        ...{ from: 1, to: 100, standard: limits.others },
      },
    ),
  },
  Money: {
    MEKURI_SESSION_BUDGET_MICRODOLLARS: aCount(
      "Maximum cost of models for one session, in millionths of a dollar; a request may set a lower one.",
      { from: 0, to: 1_000_000_000_000, standard: 40_000_000 },
    ),
    MEKURI_DAY_BUDGET_MICRODOLLARS: aCount(
      "Maximum cost of models for one user on one day (UTC), in millionths of a dollar.",
      { from: 0, to: 1_000_000_000_000, standard: 50_000_000 },
    ),
    MEKURI_NEW_ACCOUNT_DAY_MICRODOLLARS: anOptionalCount(
      "Only in the cloud: maximum for one password account or guest on one day (UTC) until `npm run mekuri -- keys day-budget` sets its limit, in millionths of a dollar. Default: the catalog's cost of 4 draft pages.",
      MONEY,
    ),
    MEKURI_SERVICE_HOUR_MICRODOLLARS: anOptionalCount(
      "Only in the cloud, where the stage sets these four limits: maximum budget of all sessions together in one hour (UTC), in millionths of a dollar.",
      MONEY,
    ),
    MEKURI_SERVICE_DAY_MICRODOLLARS: anOptionalCount(
      "Maximum budget of all sessions together on one day (UTC), in millionths of a dollar.",
      MONEY,
    ),
    MEKURI_SERVICE_HOUR_SESSIONS: anOptionalCount(
      "Maximum number of sessions, free ones included, that start in one hour (UTC).",
      SESSIONS,
    ),
    MEKURI_SERVICE_DAY_SESSIONS: anOptionalCount(
      "Maximum number of sessions, free ones included, that start on one day (UTC).",
      SESSIONS,
    ),
    MEKURI_SPENDING: () =>
      z
        .enum(["on", "off"])
        .default("on")
        .describe(
          "off stops every paid call of all users. To stop spending without a deployment, write the Firestore document budgets/switch with isOff and a reason.",
        ),
  },
  "Identity and limits": {
    MEKURI_SIGNING_KEYS_FILE: () =>
      z
        .string()
        .optional()
        .describe(
          "File with the keys that sign tokens. Only `auth` needs it; `npm run mekuri -- keys` makes and rotates it. On this machine each data folder has its own.",
        ),
    MEKURI_JWKS_URL: () =>
      z
        .url()
        .optional()
        .describe(
          "Address of the public keys of tokens: that of `auth` followed by /.well-known/jwks.json. `manga` requires it; on this machine it is set.",
        ),
    MEKURI_TOKEN_ISSUER: () =>
      z.string().min(1).default("mekuri").describe("Issuer of the tokens: their claim `iss`."),
    MEKURI_GUESTS: () =>
      z
        .enum(["on", "off"])
        .default("off")
        .describe("Whether guests may sign in: on or off; `npm start` and `npm run manga` use on."),
    MEKURI_GOOGLE_AUDIENCES: list(
      "Accepted audiences of Google's ID tokens, separated by commas: OAuth client ids, or the Firebase project. Default: no sign-in with Google.",
      () => true,
      "",
    ),
    MEKURI_IDENTITY_PROJECT: text(
      "Project whose Identity Platform proves who somebody is: `POST /api/v1/auth/exchange` takes its ID tokens. Default: no sign-in by Identity Platform.",
    ),
    MEKURI_IDENTITY_GOOGLE: () =>
      z
        .enum(["on", "off"])
        .default("off")
        .describe(
          "Whether the studio offers sign-in with Google, through Identity Platform: on or off. The project needs Google as a provider.",
        ),
    MEKURI_ALLOWED_ORIGINS: list(
      "Origins of web pages that may call the API, separated by commas, each exactly as browsers send it: https://studio.example. Default: only pages of the same origin.",
      (origin) => URL.canParse(origin) && new URL(origin).origin === origin,
      "each must be an origin such as https://studio.example, without a path",
    ),
    MEKURI_TRUSTED_PROXIES: aCount(
      "Maximum number of proxies in front of the functions that append their caller's address to X-Forwarded-For: 1 on Cloud Run, 2 with Firebase Hosting. Rate limits count each of that many last entries separately, unless one of the next two settings identifies the caller's address.",
      { from: 0, to: 10, standard: 1 },
    ),
    MEKURI_PROXY_RANGES: list(
      "Address ranges of your own proxies in CIDR notation, separated by commas. The entry before such an address is the caller's; an entry outside these ranges is itself the caller's. Default: all of the last entries count.",
      isAddressRange,
      "each must be a range such as 192.0.2.0/24",
    ),
    MEKURI_FRONT_KEY: () =>
      z
        .string()
        .regex(/^[\w-]{32,128}$/, "must be 32 to 128 letters, digits, - and _")
        .optional()
        .describe(
          "Shared secret of a load balancer: it sets the header X-Mekuri-Front to this key, a comma and the caller's address, and then only this address counts. Default: the header is ignored.",
        ),
    MEKURI_LOOPBACK_LIMIT_FACTOR: aCount(
      "Factor on the limits of requests, sign-ins and running sessions for callers on this machine, for load tests.",
      { from: 1, to: 1_000_000, standard: 1 },
    ),
    MEKURI_CALLER_AUDIENCE: text(
      "Audience of the tokens with which Pub/Sub or Cloud Scheduler calls this function; `infra/` sets it. Required in the cloud; on this machine it is set, unless another Pub/Sub is used.",
    ),
    MEKURI_CALLER_ACCOUNT: text(
      "E-mail address of the service account of those tokens. Required with MEKURI_CALLER_AUDIENCE.",
    ),
    MEKURI_CALLER_KEYS_URL: () =>
      z.url().optional().describe("Address of the public keys that verify those tokens. Default: Google's."),
    MEKURI_CALLER_SIGNATURE: () =>
      z
        .enum(["kept", "removed"])
        .default("kept")
        .describe(
          "Whether those tokens arrive with their signature: kept, or removed by Cloud Run, which verifies it if callers need the role roles/run.invoker.",
        ),
    UPSTASH_REDIS_REST_URL: () =>
      z
        .url()
        .optional()
        .describe("Address of Upstash Redis. Default: each instance limits and caches by itself."),
    UPSTASH_REDIS_REST_TOKEN: text("Token of Upstash Redis."),
    FIREBASE_AUTH_EMULATOR_HOST: text(
      "host:port of a Firebase Auth emulator, whose unsigned tokens are then accepted. Never set it in the cloud.",
    ),
    GOOGLE_APPLICATION_CREDENTIALS: text(
      "Key file of a service account that signs Firebase's custom tokens. Default: the function's own account signs through IAM.",
    ),
  },
  "Files and webhooks": {
    MEKURI_ADDRESS_MINUTES: aNumber(
      "Minutes for which a signed address of a picture or a file is valid at least; at most a quarter longer.",
      { from: 1, to: 8_000, standard: 60 },
    ),
    MEKURI_SIGNING_ACCOUNT_FILE: text(
      "Key file of the service account that signs those addresses. Default: the function's own account through IAM; on this machine the emulator's.",
    ),
    MEKURI_CDN_ORIGIN: () =>
      z
        .url()
        .refine(
          (origin) => new URL(origin).origin === origin,
          "must be an origin such as https://images.example",
        )
        .optional()
        .describe(
          "Origin of Cloud CDN in front of the bucket. Default: pictures have addresses of Cloud Storage.",
        ),
    MEKURI_CDN_KEY_NAME: () =>
      z
        .string()
        .regex(/^[\w-]{1,63}$/, "must be 1 to 63 letters, digits, - and _")
        .optional()
        .describe("Name of the key that signs addresses of the CDN. Required with MEKURI_CDN_ORIGIN."),
    MEKURI_CDN_KEY: () =>
      z
        .string()
        .transform((key): Uint8Array => Buffer.from(key, "base64url"))
        .refine(({ length }) => length === 16, "must be 16 bytes in base64")
        .optional()
        .describe(
          "The key that signs addresses of the CDN, 16 bytes in base64 or base64url. Required with MEKURI_CDN_ORIGIN.",
        ),
    MEKURI_WEBHOOK_KEY: () =>
      z
        .base64()
        .refine((key) => Buffer.from(key, "base64").length === 32, "must be 32 bytes in base64")
        .transform((key): Uint8Array => Buffer.from(key, "base64"))
        .optional()
        .describe(
          "Key from which each user's webhook secret is derived, 32 bytes in base64. Default: the first of MEKURI_DATA_KEY; required with MEKURI_KMS_KEY.",
        ),
    MEKURI_WEBHOOK_LOOPBACK: () =>
      z
        .enum(["on", "off"])
        .default("off")
        .describe(
          "Whether webhooks may be sent to this machine, also by http: on or off; `npm start` and `npm run manga` use on.",
        ),
  },
  "Logs and traces": {
    MEKURI_LOG_LEVEL: () =>
      z
        .enum(["debug", "info", "warning", "error"])
        .default("info")
        .describe(
          "Minimum severity of log entries: debug, info, warning or error; `npm run manga` uses warning.",
        ),
    OTEL_EXPORTER_OTLP_ENDPOINT: () =>
      z
        .url()
        .optional()
        .describe(
          "Receiver of traces (OTLP over HTTP in JSON): http://127.0.0.1:4318, or https://telemetry.googleapis.com for Cloud Trace. Default: none, and tracing costs nothing.",
        ),
    OTEL_EXPORTER_OTLP_HEADERS: text(
      "Headers of requests to the receiver of traces: name=value, separated by commas. Cloud Trace needs none: the function's own account signs.",
    ),
    MEKURI_TRACE_RATIO: aNumber("Share of sessions that are traced, from 0 to 1.", {
      from: 0,
      to: 1,
      standard: 1,
    }),
  },
  ...MODEL_GROUPS,
};

export const SETTINGS = {
  ...GROUPS["Where it runs"],
  ...GROUPS["The pipeline"],
  ...GROUPS.Money,
  ...GROUPS["Identity and limits"],
  ...GROUPS["Files and webhooks"],
  ...GROUPS["Logs and traces"],
  ...GROUPS["Google's models"],
  ...GROUPS["Models of your own servers"],
};
