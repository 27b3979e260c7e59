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
  deadLetter?: { topic: string; maxDeliveryAttempts: number };
}

export interface DeployedFunction {
  /** Also the file in `functions/` and the target of the functions framework. */
  name: string;
  timeoutSeconds: number;
  trigger:
    | { kind: "http" }
    | { kind: "push"; subscription: PushSubscription }
    | { kind: "timer"; everySeconds: number };
}

export const DEAD_LETTER_TOPIC = "mekuri-dead-letters";

export const WEBHOOK_TOPIC = "mekuri-webhooks";

export function phaseTopic(phase: PhaseName): string {
  return `mekuri-${phase}`;
}

function phaseFunction(phase: PhaseName): DeployedFunction {
  return {
    name: phase,
    timeoutSeconds: PHASE_TIMEOUT_SECONDS,
    trigger: {
      kind: "push",
      subscription: {
        name: `${phaseTopic(phase)}-push`,
        topic: phaseTopic(phase),
        ackDeadlineSeconds: 600,
        minBackoffSeconds: 0.5,
        maxBackoffSeconds: 10,
        deadLetter: { topic: DEAD_LETTER_TOPIC, maxDeliveryAttempts: 100 },
      },
    },
  };
}

export const FUNCTIONS: readonly DeployedFunction[] = [
  { name: "manga", timeoutSeconds: 60, trigger: { kind: "http" } },
  { name: "auth", timeoutSeconds: 60, trigger: { kind: "http" } },
  { name: "health", timeoutSeconds: 30, trigger: { kind: "http" } },
  ...PHASES.map(phaseFunction),
  {
    name: "dead-letter",
    timeoutSeconds: 60,
    trigger: {
      kind: "push",
      subscription: {
        name: `${DEAD_LETTER_TOPIC}-push`,
        topic: DEAD_LETTER_TOPIC,
        ackDeadlineSeconds: 60,
        minBackoffSeconds: 1,
        maxBackoffSeconds: 60,
      },
    },
  },
  {
    name: "webhook",
    timeoutSeconds: 60,
    trigger: {
      kind: "push",
      subscription: {
        name: `${WEBHOOK_TOPIC}-push`,
        topic: WEBHOOK_TOPIC,
        ackDeadlineSeconds: 60,
        minBackoffSeconds: 1,
        maxBackoffSeconds: 60,
        deadLetter: { topic: DEAD_LETTER_TOPIC, maxDeliveryAttempts: 100 },
      },
    },
  },
  { name: "sweep", timeoutSeconds: 60, trigger: { kind: "timer", everySeconds: 60 } },
];

export const TOPICS: readonly string[] = [...PHASES.map(phaseTopic), WEBHOOK_TOPIC, DEAD_LETTER_TOPIC];

/** Which of the HTTP functions answers a path, by how the path begins; `manga` answers all others. */
export const HTTP_PATHS: readonly { prefix: string; name: string }[] = [
  { prefix: "/api/v1/auth/", name: "auth" },
  { prefix: "/.well-known/", name: "auth" },
  { prefix: "/health", name: "health" },
];

export function httpFunctionOf(path: string): string {
  return HTTP_PATHS.find(({ prefix }) => path.startsWith(prefix))?.name ?? "manga";
}
