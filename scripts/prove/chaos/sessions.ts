// The users of a campaign: each starts a session, retries until it is accepted, and waits for its end; some then change the book.
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import type { Audit } from "./audit.ts";
import type { CampaignChange, Wanted } from "./change-function.ts";
import type { Granted } from "./judge-wishes.ts";
import type { CampaignStart } from "./start-function.ts";
import { type Plan, type PlannedWish, wishFor } from "./wishes.ts";
import { versionOf } from "./written.ts";

const StartedSchema = z.object({ sessionId: z.string(), created: z.boolean() });
const ChangedSchema = z.object({ version: z.int().optional() });

const AGAIN_MS = 300;
const LOOK_MS = 200;

/** Starts a session and returns its id. Throws as `requestUntilAnswered` does. */
export async function startSession(url: string, start: CampaignStart, signal: AbortSignal): Promise<string> {
  return StartedSchema.parse(await requestUntilAnswered(url, start, signal)).sessionId;
}

/**
 * Returns the answer to a request. A request without an answer, or during an outage, is repeated unchanged. Throws the service's refusals,
 * and when the signal aborts.
 */
async function requestUntilAnswered(
  url: string,
  request: CampaignStart | CampaignChange,
  signal: AbortSignal,
): Promise<unknown> {
  for (;;) {
    signal.throwIfAborted();
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      signal,
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      if (error instanceof TypeError) return undefined;
      throw error;
    });
    if (response?.ok === true) return response.json();
    if (response !== undefined && response.status !== 503) {
      throw new Error(`a request was refused with ${response.status}: ${await response.text()}`);
    }
    await sleep(AGAIN_MS, undefined, { signal });
  }
}

interface Changing {
  audit: Audit;
  url: string;
  sessionId: string;
  ownerId: string;
  wishes: readonly PlannedWish[];
  plan: Plan;
  signal: AbortSignal;
  /** Filled during the run, so that it is known after an interruption. */
  done?: Done;
  /** Called after each wish whose result the book shows. */
  onShown?: () => Promise<void>;
}

/** A user's changes of a finished book. */
export interface Done {
  granted: Granted[];
  /** Numbers of versions made by restores. */
  restored: number[];
}

export const newDone = (): Done => ({ granted: [], restored: [] });

/**
 * Makes a user's wishes one after another, each when the previous one has ended; may cancel the last one and restore the version before.
 * Skips a failed session. Throws as `requestUntilAnswered` does.
 */
export async function changeBook(changing: Changing): Promise<Done> {
  const { audit, url, sessionId, ownerId, wishes, plan, signal, done = newDone() } = changing;
  const ask = async (key: string, wanted: Wanted): Promise<number> => {
    const request = { sessionId, ownerId, key: `${ownerId} ${key}`, wanted };
    const answers = await Promise.all(
      Array.from({ length: plan.isTwice ? 2 : 1 }, () => requestUntilAnswered(url, request, signal)),
    );
    const versions = new Set(answers.map((answer) => ChangedSchema.parse(answer).version ?? 0));
    if (versions.size > 1)
      throw new Error(`${sessionId} answers ${key} as ${[...versions].join(" and as ")}`);
    return Math.max(...versions);
  };
  const ending = (version: number) =>
    until(() => {
      const schedule = audit.schedule(sessionId);
      return schedule !== undefined && versionOf(schedule) >= version && hasEnded(audit, sessionId);
    }, signal);
  const statusNow = () => audit.schedule(sessionId)?.state.status;

  for (const [index, planned] of wishes.slice(0, plan.wishes).entries()) {
    if (statusNow() !== "completed") break;
    const wish = wishFor(planned, audit.schedule(sessionId)?.results ?? {});
    const version = await ask(`wish ${index}`, wish);
    done.granted.push({ wish, version });
    if (index + 1 === plan.wishes && plan.cancelAfterMs !== undefined) {
      await sleep(plan.cancelAfterMs, undefined, { signal });
      await ask("cancel", { kind: "cancel" });
    }
    await ending(version);
    if (statusNow() !== "cancelled") {
      await changing.onShown?.();
      continue;
    }
    const back = await ask("restore", { kind: "restore", version: version - 1 });
    done.restored.push(back);
    await ending(back);
  }
  return done;
}

export function hasEnded(audit: Audit, sessionId: string): boolean {
  const status = audit.schedule(sessionId)?.state.status;
  return status === "completed" || status === "failed" || status === "cancelled";
}

/** Whether the session has no work left and needs no sweep. */
export function isAtRest(audit: Audit, sessionId: string): boolean {
  const schedule = audit.schedule(sessionId);
  if (schedule === undefined || !hasEnded(audit, sessionId)) return false;
  return schedule.dueAt === null && Object.keys(schedule.inFlight).length === 0;
}

/** The state of a session, for error messages. */
export function describeState(audit: Audit, sessionId: string): string {
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

/** Runs all jobs in order with limited concurrency. The first error ends all. */
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

/** Aborts if no result was recorded for `patienceMs`. A result is recorded once, so endless retries are detected too. */
export function openStandstillTimer(
  audit: Audit,
  patienceMs: number,
): { signal: AbortSignal; end: () => void } {
  const patience = new AbortController();
  let seen = audit.taken.length;
  let seenAt = Date.now();
  const timer = setInterval(() => {
    if (audit.taken.length > seen) {
      seen = audit.taken.length;
      seenAt = Date.now();
    } else if (Date.now() - seenAt > patienceMs) patience.abort();
  }, 1_000);
  return { signal: patience.signal, end: () => clearInterval(timer) };
}
