// Every setting that the functions read from their environment: its name with the unit, what it means, bounds, default.
// To add one, add a line here and run `npx vitest run lib/cloud/config.test.ts -u`, which writes its lines of `.env.example`.
import * as z from "zod";
import { isAddressRange } from "../api/client-address.ts";
import { DEFAULT_SETTINGS } from "../pipeline/settings.ts";
import { MODEL_GROUPS } from "./model-settings.ts";
import { aCount, aNumber, anOptionalCount, list, text } from "./setting-kinds.ts";

const { timings, limits } = DEFAULT_SETTINGS;

const MONEY = { from: 0, to: 1_000_000_000_000 };
const SESSIONS = { from: 0, to: 1_000_000 };
/**
 * By heading; each makes its schema when it is read, since a function reads a few of them. Where one has no default, the description
 * says what its absence means.
 */
export const GROUPS = {
  "Where it runs": {
    GOOGLE_CLOUD_PROJECT: () =>
      z.string().describe("Google Cloud project. Needed; `npm start` and `npm run manga` have their own."),
    MEKURI_BUCKET: () =>
      z
        .string()
        .min(3)
        .optional()
        .describe("Bucket of images and books. Without it: the project's name and `-books`."),
    MEKURI_CLIENTS: list(
      "Uses of Google Cloud that go by Google's own clients instead of its JSON APIs: `documents`, `messages` and `objects`, with commas, or `official` for all.",
      (use) => ["official", "documents", "messages", "objects"].includes(use),
      "must be official, or some of documents, messages and objects, with commas",
    ),
    MEKURI_WORK_THREADS: () =>
      z.coerce
        .number()
        .int()
        .min(0)
        .max(64)
        .optional()
        .describe(
          "Threads of a process that letter, paint and read stories beside its event loop. From 0 to 64; 0: the event loop does it, and answers nobody meanwhile. Without it: one less than the machine has cores, at least one.",
        ),
    MEKURI_LOCAL_MEMORY: () =>
      z
        .enum(["small", "free"])
        .default("small")
        .describe(
          "What memory the processes of `npm start`, `npm run manga` and the like may take. `small`: some 350 MB each. `free`: whatever they like, and a book takes a third less processor time.",
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
          "Key that wraps each session's own key, 32 bytes in base64; after a rotation the new one, a comma and the old one. Needed where MEKURI_KMS_KEY is not set; on this machine each data folder keeps its own.",
        ),
    MEKURI_KMS_KEY: () =>
      z
        .string()
        .regex(
          /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/,
          "must be projects/…/cryptoKeys/…",
        )
        .optional()
        .describe("Key of Cloud KMS that wraps each session's own key. Without it: MEKURI_DATA_KEY does."),
  },
  "The pipeline": {
    MEKURI_LEASE_SECONDS: aNumber(
      "Seconds that a claim on a step holds without a heartbeat; `npm start` and `npm run manga` take 6.",
      { from: 1, to: 300, standard: timings.leaseMs / 1_000 },
    ),
    MEKURI_BATCH_LOOK_SECONDS: anOptionalCount(
      "Seconds between two looks at a vendor's batch; absent: ten times a lease's. On this machine the sweep comes as often, and once a minute at least.",
      { from: 1, to: 3_600 },
    ),
    MEKURI_STEP_DEADLINE_SECONDS: aNumber(
      "Seconds from a delivery's arrival to the abort of its step, which is then tried again. Below the function's timeout.",
      { from: 1, to: 520, standard: timings.stepDeadlineMs / 1_000 },
    ),
    MEKURI_SESSION_DEADLINE_MINUTES: aNumber(
      "Minutes from start to end of a session, time at its gates not counted; then it fails and can be retried.",
      { from: 0.05, to: 10_080, standard: timings.sessionDeadlineMs / 60_000 },
    ),
    MEKURI_SHOWING_SECONDS: aNumber(
      "Seconds at least between two writes of a session's own document; gates and ends are written at once.",
      { from: 0, to: 60, standard: timings.projectionMs / 1_000 },
    ),
    MEKURI_REVIEW_MINUTES: aCount(
      "Minutes that a gate waits for a person before it counts as approved, unless the session says otherwise.",
      { from: 1, to: 1_440, standard: 30 },
    ),
    MEKURI_ATTEMPTS: aCount("Tries of a step that fails in passing before its session fails.", {
      ...{ from: 1, to: 20, standard: timings.maxAttempts },
    }),
    MEKURI_RETRY_SECONDS: aNumber("Seconds before the second try; doubles with each further one.", {
      ...{ from: 0.01, to: 60, standard: timings.retryMs / 1_000 },
    }),
    MEKURI_BUSY_SECONDS: aNumber(
      "Seconds before a model that had no room is asked again, where it names none; doubles with each answer of that kind.",
      { from: 0.01, to: 60, standard: timings.busyMs / 1_000 },
    ),
    MEKURI_LONGEST_RETRY_SECONDS: aNumber("Seconds that no doubled wait exceeds.", {
      ...{ from: 1, to: 600, standard: timings.maxRetryMs / 1_000 },
    }),
    MEKURI_IMAGE_SLOTS: aCount("Portraits and panels of one session that are drawn at once.", {
      ...{ from: 1, to: 100, standard: limits.images },
    }),
    MEKURI_OTHER_SLOTS: aCount("Steps of each other phase of one session that run at once.", {
      ...{ from: 1, to: 100, standard: limits.others },
    }),
  },
  Money: {
    MEKURI_SESSION_BUDGET_MICRODOLLARS: aCount(
      "The most that models may cost for one session, in millionths of a dollar; a request may ask for less.",
      { from: 0, to: 1_000_000_000_000, standard: 40_000_000 },
    ),
    MEKURI_DAY_BUDGET_MICRODOLLARS: aCount(
      "The most that models may cost for one user on one day (UTC), in millionths of a dollar.",
      { from: 0, to: 1_000_000_000_000, standard: 50_000_000 },
    ),
    MEKURI_NEW_ACCOUNT_DAY_MICRODOLLARS: anOptionalCount(
      "In the cloud alone: the most for one account by password, or one guest, on one day (UTC) until `npm run mekuri -- keys day-budget` sets its limit, in millionths of a dollar. Without it: what 4 draft pages cost by the catalog.",
      MONEY,
    ),
    MEKURI_SERVICE_HOUR_MICRODOLLARS: anOptionalCount(
      "In the cloud alone, where the four of these are set by the stage: the most that all sessions together are given in one hour (UTC), in millionths of a dollar.",
      MONEY,
    ),
    MEKURI_SERVICE_DAY_MICRODOLLARS: anOptionalCount("The same on one day (UTC).", MONEY),
    MEKURI_SERVICE_HOUR_SESSIONS: anOptionalCount(
      "The most sessions, free ones included, that start in one hour (UTC).",
      SESSIONS,
    ),
    MEKURI_SERVICE_DAY_SESSIONS: anOptionalCount("The same on one day (UTC).", SESSIONS),
    MEKURI_SPENDING: () =>
      z
        .enum(["on", "off"])
        .default("on")
        .describe(
          "off stops every call that costs money, for everybody. Without a deployment: Firestore's document budgets/switch with isOff and a reason.",
        ),
  },
  "Identity and limits": {
    MEKURI_SIGNING_KEYS_FILE: () =>
      z
        .string()
        .optional()
        .describe(
          "File with the keys that sign tokens, which `auth` alone needs; `npm run mekuri -- keys` makes and rotates it. On this machine each data folder keeps its own.",
        ),
    MEKURI_JWKS_URL: () =>
      z
        .url()
        .optional()
        .describe(
          "Where the public keys of tokens are: the address of `auth` and /.well-known/jwks.json. Needed by `manga`; on this machine it is set.",
        ),
    MEKURI_TOKEN_ISSUER: () =>
      z.string().min(1).default("mekuri").describe("Who issues the tokens: their claim `iss`."),
    MEKURI_GUESTS: () =>
      z
        .enum(["on", "off"])
        .default("off")
        .describe("Whether people may come as guests: on or off; `npm start` and `npm run manga` take on."),
    MEKURI_GOOGLE_AUDIENCES: list(
      "For whom Google's ID tokens must have been made, separated by commas: OAuth client ids, or the Firebase project. Without it: no sign-in with Google.",
      () => true,
      "",
    ),
    MEKURI_ALLOWED_ORIGINS: list(
      "Web pages that may call the API, separated by commas, each exactly as browsers send its origin: https://studio.example. Without it: none but pages of the same origin.",
      (origin) => URL.canParse(origin) && new URL(origin).origin === origin,
      "each must be an origin such as https://studio.example, without a path",
    ),
    MEKURI_TRUSTED_PROXIES: aCount(
      "The most proxies in front of the functions that append the address that called them to X-Forwarded-For: 1 on Cloud Run, 2 behind Firebase Hosting too. That many last entries of it count against the limits, each by itself, unless one of the next two settings tells the caller's.",
      { from: 0, to: 10, standard: 1 },
    ),
    MEKURI_PROXY_RANGES: list(
      "Address ranges in CIDR notation, separated by commas, from which nobody but proxies of yours calls: the entry before such a one is the caller's, and an entry outside of them is itself the caller's. Without it: all of the last entries count.",
      isAddressRange,
      "each must be a range such as 192.0.2.0/24",
    ),
    MEKURI_FRONT_KEY: () =>
      z
        .string()
        .regex(/^[\w-]{32,128}$/, "must be 32 to 128 letters, digits, - and _")
        .optional()
        .describe(
          "What a load balancer proves itself by: it sets the header X-Mekuri-Front to this key, a comma and the caller's address, which alone counts then. Without it: the header counts for nothing.",
        ),
    MEKURI_LOOPBACK_LIMIT_FACTOR: aCount(
      "Multiplies the limits of requests, sign-ins and running sessions for callers on this machine: for load tests.",
      { from: 1, to: 1_000_000, standard: 1 },
    ),
    MEKURI_CALLER_AUDIENCE: text(
      "Audience of the tokens with which Pub/Sub or Cloud Scheduler calls this function; `infra/` sets it. Needed in the cloud; on this machine it is set, unless another Pub/Sub is used.",
    ),
    MEKURI_CALLER_ACCOUNT: text(
      "E-mail of the service account whose tokens those are. Needed with MEKURI_CALLER_AUDIENCE.",
    ),
    MEKURI_CALLER_KEYS_URL: () =>
      z
        .url()
        .optional()
        .describe("Where the public keys are that those tokens are checked with. Without it: Google's."),
    MEKURI_CALLER_SIGNATURE: () =>
      z
        .enum(["kept", "removed"])
        .default("kept")
        .describe(
          "Whether those tokens arrive with their signature: kept, or removed by Cloud Run, which has checked it where callers need the role roles/run.invoker.",
        ),
    UPSTASH_REDIS_REST_URL: () =>
      z.url().optional().describe("Upstash Redis. Without it: each instance limits and caches by itself."),
    UPSTASH_REDIS_REST_TOKEN: text("Its token."),
    FIREBASE_AUTH_EMULATOR_HOST: text(
      "host:port of a Firebase Auth emulator, whose unsigned tokens are taken then. Never set it in the cloud.",
    ),
    GOOGLE_APPLICATION_CREDENTIALS: text(
      "Key file of a service account that signs Firebase's custom tokens. Without it: the function's own account signs through IAM.",
    ),
  },
  "Files and webhooks": {
    MEKURI_ADDRESS_MINUTES: aNumber(
      "Minutes that an address of a picture or a file lasts at least; a quarter more at most.",
      { from: 1, to: 8_000, standard: 60 },
    ),
    MEKURI_SIGNING_ACCOUNT_FILE: text(
      "Key file of the service account that signs those addresses. Without it: the function's own account, by way of IAM; on this machine the emulator's.",
    ),
    MEKURI_CDN_ORIGIN: () =>
      z
        .url()
        .refine(
          (origin) => new URL(origin).origin === origin,
          "must be an origin such as https://images.example",
        )
        .optional()
        .describe("Cloud CDN in front of the bucket. Without it: pictures have addresses of Cloud Storage."),
    MEKURI_CDN_KEY_NAME: () =>
      z
        .string()
        .regex(/^[\w-]{1,63}$/, "must be 1 to 63 letters, digits, - and _")
        .optional()
        .describe("Name of the key that signs addresses of the CDN. Needed with MEKURI_CDN_ORIGIN."),
    MEKURI_CDN_KEY: () =>
      z
        .string()
        .transform((key): Uint8Array => Buffer.from(key, "base64url"))
        .refine(({ length }) => length === 16, "must be 16 bytes in base64")
        .optional()
        .describe("That key, 16 bytes in base64, either alphabet. Needed with MEKURI_CDN_ORIGIN."),
    MEKURI_WEBHOOK_KEY: () =>
      z
        .base64()
        .refine((key) => Buffer.from(key, "base64").length === 32, "must be 32 bytes in base64")
        .transform((key): Uint8Array => Buffer.from(key, "base64"))
        .optional()
        .describe(
          "Key from which each user's secret for webhooks is made, 32 bytes in base64. Without it: MEKURI_DATA_KEY's first; needed with MEKURI_KMS_KEY.",
        ),
    MEKURI_WEBHOOK_LOOPBACK: () =>
      z
        .enum(["on", "off"])
        .default("off")
        .describe(
          "Whether webhooks may go to this machine, also by http: on or off; `npm start` and `npm run manga` take on.",
        ),
  },
  "Logs and traces": {
    MEKURI_LOG_LEVEL: () =>
      z
        .enum(["debug", "info", "warning", "error"])
        .default("info")
        .describe("The least that is logged: debug, info, warning or error; `npm run manga` takes warning."),
    OTEL_EXPORTER_OTLP_ENDPOINT: () =>
      z
        .url()
        .optional()
        .describe(
          "Where traces go, by OTLP over HTTP in JSON: http://127.0.0.1:4318, or https://telemetry.googleapis.com for Cloud Trace. Without it: nowhere, and tracing costs nothing.",
        ),
    OTEL_EXPORTER_OTLP_HEADERS: text(
      "Headers of those requests: name=value, separated by commas. Cloud Trace needs none: the function's own account signs.",
    ),
    MEKURI_TRACE_RATIO: aNumber("The share of sessions that is traced.", { from: 0, to: 1, standard: 1 }),
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
