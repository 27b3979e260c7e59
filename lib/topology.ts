// The deployed functions, their triggers and limits. The local service and the cloud are both built from this list.
import { PHASES, type PhaseName } from "./pipeline/step-id.ts";

/** Timeout of a delivery in seconds; a step's own deadline is shorter, the acknowledgement deadline longer. */
const PHASE_TIMEOUT_SECONDS = 540;

export interface PushSubscription {
  name: string;
  topic: string;
  /** Seconds: Pub/Sub's maximum, because a delivery waits for its step. */
  ackDeadlineSeconds: number;
  /** Minimum backoff after a negative acknowledgement. The default of 10 s would cost a tenth of a short book. */
  minBackoffSeconds: number;
  maxBackoffSeconds: number;
  /** Without it an undelivered message is dropped after its retention. */
  deadLetter?: { topic: string; maxDeliveryAttempts: number };
  /** Retention of undelivered messages: ten minutes to a month. */
  retentionSeconds: number;
}

/** A week, so that messages survive a long outage. */
const WEEK_SECONDS = 7 * 24 * 60 * 60;

/** Permissions of a function's account. It has no others. */
export type Right =
  | "read-documents"
  | "write-documents"
  | "write-files"
  /** Read metadata of bucket and topics, not their content. */
  | "see-stores"
  /** Publish to the topics of phases and webhooks. */
  | "publish"
  /** Publish to the topic of `webhook`, which sends its messages to any address, signed for any user. */
  | "call-webhooks"
  /** Publish only to the topic of `webhook-attempts`. */
  | "report-webhooks"
  /** Wrap and unwrap session keys. */
  | "wrap-keys"
  /** Sign as itself: URLs of files, tokens for listeners. */
  | "sign"
  /** Read accounts of Identity Platform: whether they are disabled or revoked. */
  | "see-accounts"
  /** Delete accounts of Identity Platform. */
  | "delete-accounts"
  | "ask-models";

export interface Secret {
  /** Name in Secret Manager. */
  name: string;
  /** The setting with its value, or with the path of its file. */
  setting: string;
  isFile: boolean;
  /** Whether the service works without it; then it is mounted only if the stage's settings say that it exists. */
  isOptional: boolean;
}

const SIGNING_KEYS = {
  name: "mekuri-signing-keys",
  setting: "MEKURI_SIGNING_KEYS_FILE",
  isFile: true,
  isOptional: false,
} as const satisfies Secret;

const WEBHOOK_KEY = {
  name: "mekuri-webhook-key",
  setting: "MEKURI_WEBHOOK_KEY",
  isFile: false,
  isOptional: false,
} as const satisfies Secret;

const REDIS_TOKEN = {
  name: "mekuri-redis-token",
  setting: "UPSTASH_REDIS_REST_TOKEN",
  isFile: false,
  isOptional: true,
} as const satisfies Secret;

const CDN_KEY = {
  name: "mekuri-cdn-key",
  setting: "MEKURI_CDN_KEY",
  isFile: false,
  isOptional: true,
} as const satisfies Secret;

/** The secret that a load balancer in front of the API sends. */
const FRONT_KEY = {
  name: "mekuri-front-key",
  setting: "MEKURI_FRONT_KEY",
  isFile: false,
  isOptional: true,
} as const satisfies Secret;

/** Keys of self-hosted model servers. */
const MODEL_KEYS = [
  { name: "mekuri-words-key", setting: "MEKURI_WORDS_KEY", isFile: false, isOptional: true },
  { name: "mekuri-pictures-key", setting: "MEKURI_PICTURES_KEY", isFile: false, isOptional: true },
  { name: "mekuri-sdapi-auth", setting: "MEKURI_SDAPI_AUTH", isFile: false, isOptional: true },
] as const satisfies readonly Secret[];

export const SECRETS: readonly Secret[] = [
  ...[SIGNING_KEYS, WEBHOOK_KEY, REDIS_TOKEN, CDN_KEY, FRONT_KEY],
  ...MODEL_KEYS,
];

export interface DeployedFunction {
  /** Also the file in `functions/` and the target in the functions framework. */
  name: string;
  timeoutSeconds: number;
  memoryMb: number;
  /** Concurrent requests of one instance. */
  concurrency: number;
  rights: readonly Right[];
  secrets: readonly Secret[];
  trigger:
    | { kind: "http" }
    | { kind: "push"; subscription: PushSubscription }
    | { kind: "timer"; everySeconds: number };
}

export const DEAD_LETTER_TOPIC = "mekuri-dead-letters";

/** Due webhook attempts, and their outcomes. */
export const WEBHOOK_TOPIC = "mekuri-webhooks";

/** Webhook attempts to make. */
export const WEBHOOK_CALL_TOPIC = "mekuri-webhook-calls";

export function phaseTopic(phase: PhaseName): string {
  return `mekuri-${phase}`;
}

/** Phases that paint pages or bind books: they get a whole CPU, and memory for pixels. */
const PAINTERS: readonly PhaseName[] = ["storyboard", "artwork", "lettering", "finish"];

function phaseFunction(phase: PhaseName): DeployedFunction {
  const paints = PAINTERS.includes(phase);
  return {
    name: phase,
    timeoutSeconds: PHASE_TIMEOUT_SECONDS,
    memoryMb: paints ? 2_048 : 1_024,
    concurrency: paints ? 1 : 8,
    rights: ["write-documents", "write-files", "publish", "wrap-keys", "ask-models"],
    secrets: [REDIS_TOKEN, ...MODEL_KEYS],
    trigger: {
      kind: "push",
      subscription: {
        name: `${phaseTopic(phase)}-push`,
        topic: phaseTopic(phase),
        ackDeadlineSeconds: 600,
        minBackoffSeconds: 0.5,
        maxBackoffSeconds: 10,
        deadLetter: { topic: DEAD_LETTER_TOPIC, maxDeliveryAttempts: 100 },
        retentionSeconds: WEEK_SECONDS,
      },
    },
  };
}

export const FUNCTIONS: readonly DeployedFunction[] = [
  {
    name: "manga",
    timeoutSeconds: 60,
    memoryMb: 1_024,
    concurrency: 40,
    rights: ["write-documents", "write-files", "publish", "wrap-keys", "sign"],
    secrets: [WEBHOOK_KEY, REDIS_TOKEN, CDN_KEY, FRONT_KEY],
    trigger: { kind: "http" },
  },
  {
    name: "auth",
    timeoutSeconds: 60,
    memoryMb: 1_024,
    // Each password sign-in takes 32 MB and a fifth of a second of CPU.
    concurrency: 8,
    rights: ["write-documents", "sign", "see-accounts"],
    secrets: [SIGNING_KEYS, REDIS_TOKEN, FRONT_KEY],
    trigger: { kind: "http" },
  },
  {
    name: "health",
    timeoutSeconds: 30,
    memoryMb: 512,
    concurrency: 40,
    rights: ["read-documents", "see-stores"],
    secrets: [],
    trigger: { kind: "http" },
  },
  ...PHASES.map(phaseFunction),
  {
    name: "dead-letter",
    timeoutSeconds: 60,
    memoryMb: 512,
    concurrency: 8,
    rights: ["write-documents", "publish"],
    secrets: [],
    trigger: {
      kind: "push",
      subscription: {
        name: `${DEAD_LETTER_TOPIC}-push`,
        topic: DEAD_LETTER_TOPIC,
        ackDeadlineSeconds: 60,
        minBackoffSeconds: 1,
        maxBackoffSeconds: 60,
        retentionSeconds: WEEK_SECONDS,
      },
    },
  },
  {
    name: "webhook",
    timeoutSeconds: 60,
    memoryMb: 512,
    concurrency: 40,
    // It calls user-chosen addresses, so its account can read nothing.
    rights: ["report-webhooks"],
    secrets: [WEBHOOK_KEY],
    trigger: {
      kind: "push",
      subscription: {
        name: `${WEBHOOK_CALL_TOPIC}-push`,
        topic: WEBHOOK_CALL_TOPIC,
        ackDeadlineSeconds: 60,
        minBackoffSeconds: 1,
        maxBackoffSeconds: 60,
        // Its messages contain personal addresses and titles, so none is kept as a dead letter. The sweep repeats a lost attempt.
        retentionSeconds: 10 * 60,
      },
    },
  },
  {
    name: "webhook-attempts",
    timeoutSeconds: 60,
    memoryMb: 512,
    concurrency: 8,
    rights: ["write-documents", "call-webhooks"],
    secrets: [],
    trigger: {
      kind: "push",
      subscription: {
        name: `${WEBHOOK_TOPIC}-push`,
        topic: WEBHOOK_TOPIC,
        ackDeadlineSeconds: 60,
        minBackoffSeconds: 1,
        maxBackoffSeconds: 60,
        deadLetter: { topic: DEAD_LETTER_TOPIC, maxDeliveryAttempts: 100 },
        retentionSeconds: WEEK_SECONDS,
      },
    },
  },
  {
    name: "sweep",
    timeoutSeconds: 60,
    memoryMb: 512,
    concurrency: 8,
    // `delete-accounts`: those of Identity Platform, after their owners deleted them here.
    rights: ["write-documents", "write-files", "publish", "delete-accounts"],
    secrets: [],
    trigger: { kind: "timer", everySeconds: 60 },
  },
];

export const TOPICS: readonly string[] = [
  ...PHASES.map(phaseTopic),
  ...[WEBHOOK_TOPIC, WEBHOOK_CALL_TOPIC, DEAD_LETTER_TOPIC],
];

/** The HTTP function of a path, by its prefix; `manga` answers all others. */
export const HTTP_PATHS: readonly { prefix: string; name: string }[] = [
  { prefix: "/api/v1/auth/", name: "auth" },
  { prefix: "/.well-known/", name: "auth" },
  { prefix: "/health", name: "health" },
];

export function httpFunctionOf(path: string): string {
  return HTTP_PATHS.find(({ prefix }) => path.startsWith(prefix))?.name ?? "manga";
}
