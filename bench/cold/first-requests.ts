// First requests for the cold start of functions other than phases.
import { randomUUID } from "node:crypto";
import { FUNCTIONS } from "../../lib/topology.ts";
import type { Start } from "./start-process.ts";

/** A message in Pub/Sub's push format. */
export function envelope(body: unknown): unknown {
  const data = Buffer.from(JSON.stringify(body)).toString("base64");
  return {
    message: { data, messageId: randomUUID(), attributes: {} },
    subscription: "projects/demo-mekuri/subscriptions/bench",
    deliveryAttempt: 1,
  };
}

/**
 * A message about a missing session, a different one each time: a process that is killed when it answers may leave a lock, for which the
 * next one would wait.
 */
const missingSession = () => ({
  sessionId: randomUUID(),
  v: 1,
  step: "concept",
  inputHash: "0",
  delivery: "nothing",
});

/** Functions called over HTTP; all others receive pushes. */
const CALLED: Readonly<Record<string, Start["request"]>> = {
  manga: { path: "/api/v1/capabilities", method: "GET" },
  auth: { path: "/api/v1/auth/guest", method: "POST", body: {} },
  health: { path: "/health/live", method: "GET" },
};

/** Throws for a function called over HTTP that is not listed here. */
export function firstRequestOf(name: string): Start["request"] {
  const called = CALLED[name];
  if (called !== undefined) return called;
  const trigger = FUNCTIONS.find((one) => one.name === name)?.trigger.kind;
  if (trigger === "push") return { path: "/", method: "POST", body: envelope(missingSession()) };
  if (trigger === "timer") return { path: "/", method: "POST", body: {} };
  throw new Error(`${name} is a new function: define its first request`);
}
