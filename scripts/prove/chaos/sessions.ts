// The people of a campaign: each starts one session, insists until it is accepted, and waits for its end; some change the book then.
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

/** Starts a session and gives its id. Throws as `insist` does. */
export async function startSession(url: string, start: CampaignStart, signal: AbortSignal): Promise<string> {
  return StartedSchema.parse(await insist(url, start, signal)).sessionId;
}

/**
 * Gives what a request is answered. One that got no answer, or that the stores were down for, is made again as it was.
 * Throws what the service refuses, and when the signal aborts.
 */
async function insist(
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
  /** Filled as it goes on, so that what was done is known when it is broken off. */
  done?: Done;
  /** Called after each wish that the book shows. */
  onShown?: () => Promise<void>;
}

/** What a person did to a finished book. */
export interface Done {
  granted: Granted[];
  /** Versions that a return to an earlier one made. */
  restored: number[];
}

export const newDone = (): Done => ({ granted: [], restored: [] });

/**
 * Makes a person's wishes of a finished book one after another, each when the one before has ended; perhaps cancels the last and returns
 * to the version before. A session that failed is left alone. Throws as `insist` does.
 */
export async function changeBook(changing: Changing): Promise<Done> {
  const { audit, url, sessionId, ownerId, wishes, plan, signal, done = newDone() } = changing;
  const ask = async (key: string, wanted: Wanted): Promise<number> => {
    const request = { sessionId, ownerId, key: `${ownerId} ${key}`, wanted };
    const answers = await Promise.all(
      Array.from({ length: plan.isTwice ? 2 : 1 }, () => insist(url, request, signal)),
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

/** Aborts when no result was taken for so long. A step's result is taken once, so whoever only runs on is found out, too. */
export function openPatience(audit: Audit, patienceMs: number): { signal: AbortSignal; end: () => void } {
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
