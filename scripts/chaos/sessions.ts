// The people of a campaign: each starts one session, insists until it is accepted, and waits for its end.
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import type { Audit } from "./audit.ts";
import type { CampaignStart } from "./start-function.ts";

const StartedSchema = z.object({ sessionId: z.string(), created: z.boolean() });

const AGAIN_MS = 300;
const LOOK_MS = 200;

/**
 * Starts a session and gives its id. A request that got no answer, or that the stores were down for, is made again as it was.
 * Throws what the service refuses, and when the signal aborts.
 */
export async function insist(url: string, start: CampaignStart, signal: AbortSignal): Promise<string> {
  for (;;) {
    signal.throwIfAborted();
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(start),
      signal,
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      if (error instanceof TypeError) return undefined;
      throw error;
    });
    if (response?.ok === true) return StartedSchema.parse(await response.json()).sessionId;
    if (response !== undefined && response.status !== 503) {
      throw new Error(`a start was refused with ${response.status}: ${await response.text()}`);
    }
    await sleep(AGAIN_MS, undefined, { signal });
  }
}

export function hasEnded(audit: Audit, sessionId: string): boolean {
  const status = audit.schedule(sessionId)?.state.status;
  return status === "completed" || status === "failed" || status === "cancelled";
}

/** Whether nothing is left to do for it, and nobody needs to look at it again. */
export function isAtRest(audit: Audit, sessionId: string): boolean {
  const schedule = audit.schedule(sessionId);
  if (schedule === undefined || !hasEnded(audit, sessionId)) return false;
  return schedule.dueAt === null && Object.keys(schedule.inFlight).length === 0;
}

/** How far a session is, for whoever looks for what it waits for. */
export function standOf(audit: Audit, sessionId: string): string {
  const schedule = audit.schedule(sessionId);
  if (schedule === undefined) return "there is no such session";
  const flights = Object.entries(schedule.inFlight).map(
    ([step, { parkedSince }]) => `${step}${parkedSince === undefined ? "" : " (parked)"}`,
  );
  return `it is ${schedule.state.status}, in flight: ${flights.join(", ") || "nothing"}`;
}

/** Resolves when the condition holds; throws when the signal aborts. */
export async function until(condition: () => boolean, signal: AbortSignal): Promise<void> {
  while (!condition()) await sleep(LOOK_MS, undefined, { signal });
}

/** Runs every job, some at a time, in order. What one throws ends all. */
export async function runSome<T>(
  jobs: readonly T[],
  atOnce: number,
  run: (job: T) => Promise<void>,
): Promise<void> {
  const left = jobs.values();
  const runner = async () => {
    for (const job of left) await run(job);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, runner));
}
