// What is deployed: every function, what wakes it, and its limits. The local service and the cloud are both built from this list.
import { PHASES, type PhaseName } from "./pipeline/step-id.ts";

/** Seconds that one delivery may take; a step's own deadline is below it, the acknowledgement deadline above. */
const PHASE_TIMEOUT_SECONDS = 540;

export interface PushSubscription {
  name: string;
  topic: string;
  /** Seconds; the most that Pub/Sub allows, because a delivery waits for its step. */
  ackDeadlineSeconds: number;
  /** Bounds of the wait after a negative answer. The default minimum of 10 s would cost a tenth of a short book. */
  minBackoffSeconds: number;
  maxBackoffSeconds: number;
  /** Without it a message that nobody takes is dropped when its time is over. */
  deadLetter?: { topic: string; maxDeliveryAttempts: number };
  /** How long a message is kept that nobody takes; at least ten minutes, at most a month. */
  retentionSeconds: number;
}

/** What is left of a week's trouble can still be delivered. */
const WEEK_SECONDS = 7 * 24 * 60 * 60;

/** What a function's account may do. Whatever a function does not name, it cannot. */
export type Right =
  | "read-documents"
  | "write-documents"
  | "write-files"
  /** Ask how bucket and topics are, not what they hold. */
  | "see-stores"
  /** To the topics of the phases and of webhooks. */
  | "publish"
  /** To the topic of `webhook`: what it is told there, it sends to any address, signed for any user. */
  | "call-webhooks"
  /** To the topic of `webhook-attempts` alone. */
  | "report-webhooks"
  /** Wrap and unwrap the keys of sessions. */
  | "wrap-keys"
  /** Sign as itself: addresses of files, tokens for listeners. */
  | "sign"
  | "ask-models";

export interface Secret {
  /** In Secret Manager. */
  name: string;
  /** The setting that has its value, or names the file that has it. */
  setting: string;
  isFile: boolean;
  /** Whether the service works without it; it is mounted only where the stage says that it is there. */
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

/** What a load balancer in front of the API proves itself by. */
const FRONT_KEY = {
  name: "mekuri-front-key",
  setting: "MEKURI_FRONT_KEY",
  isFile: false,
  isOptional: true,
} as const satisfies Secret;

/** What opens servers of models besides Google's. */
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
  /** Also the file in `functions/` and the target of the functions framework. */
  name: string;
  timeoutSeconds: number;
  memoryMb: number;
  /** Requests that one instance takes at once. */
  concurrency: number;
  rights: readonly Right[];
  secrets: readonly Secret[];
  trigger:
    | { kind: "http" }
    | { kind: "push"; subscription: PushSubscription }
    | { kind: "timer"; everySeconds: number };
}

export const DEAD_LETTER_TOPIC = "mekuri-dead-letters";

/** That attempts at telling receivers are due, and what came of them. */
export const WEBHOOK_TOPIC = "mekuri-webhooks";

/** Attempts to make. */
export const WEBHOOK_CALL_TOPIC = "mekuri-webhook-calls";

export function phaseTopic(phase: PhaseName): string {
  return `mekuri-${phase}`;
}

/** Phases that paint pages or bind books: a CPU of their own, and room for pixels. */
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
    // Each sign-in with a password takes 32 MB and a good part of a second of a CPU.
    concurrency: 8,
    rights: ["write-documents", "sign"],
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
    // It calls addresses that people chose: its account reads nothing.
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
        // Its messages name people's addresses and titles: none is kept as a dead letter. The sweep has a lost attempt made again.
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
    rights: ["write-documents", "write-files", "publish"],
    secrets: [],
    trigger: { kind: "timer", everySeconds: 60 },
  },
];

export const TOPICS: readonly string[] = [
  ...PHASES.map(phaseTopic),
  ...[WEBHOOK_TOPIC, WEBHOOK_CALL_TOPIC, DEAD_LETTER_TOPIC],
];

/** Which of the HTTP functions answers a path, by how the path begins; `manga` answers all others. */
export const HTTP_PATHS: readonly { prefix: string; name: string }[] = [
  { prefix: "/api/v1/auth/", name: "auth" },
  { prefix: "/.well-known/", name: "auth" },
  { prefix: "/health", name: "health" },
];

export function httpFunctionOf(path: string): string {
  return HTTP_PATHS.find(({ prefix }) => path.startsWith(prefix))?.name ?? "manga";
}
