// State of a message while it is handled: the knowledge between two reads of the schedule, and how the request waits.
import type { Claim } from "./claim.ts";
import type { ClientEvent } from "./client-documents.ts";
import { type CommitTurn, openCommitTurn } from "./commit-turn.ts";
import { completedBefore } from "./complete-step.ts";
import { BusyError } from "./errors.ts";
import type { StepMessage } from "./message.ts";
import { publishAndProject } from "./publish-and-project.ts";
import type { Moved } from "./rest.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { writeTimeline } from "./timeline.ts";

export interface Handling {
  message: StepMessage;
  /** Since when the request holds the message, by the local clock. */
  arrivedAt: number;
  /** The lease of another worker that this handling found on the step. */
  lease: { fence: number; until: number; nextLookMs: number } | undefined;
  /** Timeline events that are not written yet. */
  events: ClientEvent[];
  /** Publishing and showing that run beside the step. The answer to the message waits for them; the step does not. */
  inBackground: Promise<void>[];
  /** Whether a change of the step's slot may have released steps although its answer was lost. */
  isUnsure: boolean;
  turn: CommitTurn;
}

/** The result of a stage: read the schedule again (`again`), or the message needs no more work (`over`). */
export type Next = { kind: "again" } | { kind: "over" };

const AGAIN: Next = { kind: "again" };
const OVER: Next = { kind: "over" };

export function beginHandling(
  { clock, turns }: Pick<Services, "clock" | "turns">,
  message: StepMessage,
): Handling {
  return {
    ...{ message, arrivedAt: clock.now(), lease: undefined, events: [], inBackground: [], isUnsure: false },
    turn: openCommitTurn(turns, message.sessionId),
  };
}

/** Waits for the background work, and publishes the steps that may have been released by a change whose answer was lost. */
export async function endHandling(services: Services, handling: Handling): Promise<void> {
  await Promise.all(handling.inBackground);
  if (!handling.isUnsure) return;
  const { sessionId, step } = handling.message;
  const schedule = await services.schedules.read(sessionId);
  if (schedule !== undefined)
    await publishAndProject(services, await completedBefore(services, schedule, step));
}

/**
 * Publishes and writes the clients' documents while the step continues: a model keeps a slot for only a few seconds, and writing may take
 * one.
 */
export function publishInBackground(services: Services, { inBackground }: Handling, moved: Moved): void {
  if (moved.after === moved.before) return;
  const publishing = publishAndProject(services, { ...moved, steps: [], events: [] });
  // `endHandling` awaits it. Where the message fails for another reason first, that error is reported and this one is dropped.
  publishing.catch(() => {});
  inBackground.push(publishing);
}

/** Writes the pending timeline events. Where the store is down, they stay pending. */
export async function flushTimeline(
  services: Services,
  schedule: Schedule,
  { events }: Handling,
): Promise<void> {
  const pending = events.splice(0);
  try {
    await writeTimeline(services, schedule, pending);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    events.unshift(...pending);
  }
}

/** Most steps that another worker has claimed are done soon: the waits double up to a heartbeat. */
const FIRST_LOOK_MS = 250;

/** Waits until the other worker's lease is extended or ended, which answers this message, or lapses. */
export async function awaitLease(
  { clock, settings }: Services,
  handling: Handling,
  { fence, until, leftMs }: Omit<Claim & { kind: "leased" }, "kind">,
): Promise<Next> {
  const known = handling.lease;
  if (known !== undefined && (known.fence !== fence || known.until !== until)) return OVER;
  const lookMs = Math.min(known?.nextLookMs ?? FIRST_LOOK_MS, settings.timings.heartbeatMs);
  handling.lease = { fence, until, nextLookMs: lookMs * 2 };
  await clock.sleep(Math.min(leftMs, lookMs));
  return AGAIN;
}

/** Waits in the request when that is short; else publishes the message again. */
export async function awaitTurn(
  services: Services,
  handling: Handling,
  { schedule, leftMs }: { schedule: Schedule; leftMs: number },
): Promise<Next> {
  const { clock, settings } = services;
  const { waitMs, stepDeadlineMs } = settings.timings;
  // The request may end here before the step's exit is recorded, so the pending events are written now.
  await flushTimeline(services, schedule, handling);
  const roomMs = Math.max(0, stepDeadlineMs / 2 - (clock.now() - handling.arrivedAt));
  await clock.sleep(Math.min(leftMs, waitMs, roomMs));
  return leftMs <= waitMs && leftMs <= roomMs ? AGAIN : publishAgain(services, handling);
}

/** Publishes the message again, so that a new request with its full time handles it. */
export async function publishAgain({ publisher }: Services, { message }: Handling): Promise<Next> {
  await publisher.publish([message]);
  return OVER;
}
