// What a function that is no phase is asked first when its cold start is measured.
import { randomUUID } from "node:crypto";
import { FUNCTIONS } from "../../lib/topology.ts";
import type { Start } from "./start-process.ts";

/** As Pub/Sub pushes it. */
export function envelope(body: unknown): unknown {
  const data = Buffer.from(JSON.stringify(body)).toString("base64");
  return {
    message: { data, messageId: randomUUID(), attributes: {} },
    subscription: "projects/demo-mekuri/subscriptions/bench",
    deliveryAttempt: 1,
  };
}

/**
 * A message about a session that is not there (any more), each about another: a process that is killed at its answer may leave a
 * lock behind, for which the next one would wait.
 */
const nobodys = () => ({
  sessionId: randomUUID(),
  v: 1,
  step: "concept",
  inputHash: "0",
  delivery: "nothing",
});

/** Of functions that people call over HTTP; all others are pushed to. */
const CALLED: Readonly<Record<string, Start["request"]>> = {
  manga: { path: "/api/v1/capabilities", method: "GET" },
  auth: { path: "/api/v1/auth/guest", method: "POST", body: {} },
  health: { path: "/health/live", method: "GET" },
};

/** Throws where a function is called over HTTP, and nothing here says what it is asked. */
export function firstRequestOf(name: string): Start["request"] {
  const called = CALLED[name];
  if (called !== undefined) return called;
  const trigger = FUNCTIONS.find((one) => one.name === name)?.trigger.kind;
  if (trigger === "push") return { path: "/", method: "POST", body: envelope(nobodys()) };
  if (trigger === "timer") return { path: "/", method: "POST", body: {} };
  throw new Error(`${name} is a new function: say what its first request is`);
}
