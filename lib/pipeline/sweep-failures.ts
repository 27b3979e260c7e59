// A session on which the sweep fails is put off with growing waits and, after the fifth failure in a row, parked, so that it does not delay
// other sessions. Pure deciders; `docs/operate/operations.md` says what an operator does.
import type { ClientSession } from "./client-documents.ts";
import { type Failure, isLive, type Schedule } from "./schedule.ts";

type SweepFailures = NonNullable<Schedule["sweepFailures"]>;

/** Failures in a row after which a session is parked. */
export const MOST_SWEEP_FAILURES = 5;
/** Wait after the first failure; doubles with each: 1, 2, 4 and 8 minutes. */
const FIRST_WAIT_MS = 60_000;
/** The number of characters of the error's name that are kept. */
const LONGEST_NAME = 100;

/** The error that the owner sees of a session that was running when it was parked. */
export const PARKED: Failure = {
  code: "sweep-failed",
  message: "the sweep failed on the session, and the session is paused; the operator is informed",
  retryable: true,
};

/** The fields of a schedule on which this depends, each undefined where it is missing or cannot be read. */
export interface Readable {
  state?: Schedule["state"] | undefined;
  seq?: number | undefined;
  sweepFailures?: SweepFailures | undefined;
}

/** Fields of the schedule to write; `state` and `seq` only where the session ends by it. */
export interface PutOff {
  sweepFailures: SweepFailures;
  dueAt: number | null;
  state?: Schedule["state"] & { status: "failed" };
  seq?: number;
}

/** A session that had ended when it was parked keeps its state. One whose state cannot be read fails, because no worker has it. */
export function planPutOff({ state, seq = 0, sweepFailures }: Readable, error: unknown, now: number): PutOff {
  const count = (sweepFailures?.count ?? 0) + 1;
  const name = error instanceof Error ? error.name : typeof error;
  const failures = { count, error: name.slice(0, LONGEST_NAME) };
  if (count < MOST_SWEEP_FAILURES) {
    const notBefore = now + FIRST_WAIT_MS * 2 ** (count - 1);
    return { sweepFailures: { ...failures, notBefore }, dueAt: notBefore };
  }
  const parked = { sweepFailures: { ...failures, notBefore: null }, dueAt: null };
  if (state !== undefined && !isLive(state)) return parked;
  return { ...parked, state: { status: "failed", endedAt: now, reason: PARKED }, seq: seq + 1 };
}

/** The fields of the clients' document when the session ends so; `shownSeq` is its present `seq`. */
export function shownEnd(
  { state, seq = 0 }: PutOff,
  shownSeq: number,
  now: number,
):
  | Pick<ClientSession, "status" | "seq" | "endedAt" | "updatedAt" | "error" | "waiting" | "currentPhase">
  | undefined {
  if (state === undefined) return undefined;
  const at = new Date(now).toISOString();
  return {
    ...{ status: state.status, seq: Math.max(seq, shownSeq + 1), endedAt: at, updatedAt: at },
    ...{ error: state.reason, waiting: undefined, currentPhase: undefined },
  };
}

export function isParked({ sweepFailures }: Pick<Schedule, "sweepFailures">): boolean {
  return sweepFailures?.notBefore === null;
}

/** When the sweep may check a session that is due at `dueAt`: never while it is parked, and not before its wait is over. */
export function heldBack({ sweepFailures }: Schedule, dueAt: number | null): number | null {
  if (sweepFailures === undefined || dueAt === null) return dueAt;
  return sweepFailures.notBefore === null ? null : Math.max(dueAt, sweepFailures.notBefore);
}

/** The sweep counts from zero again: it succeeded, or a person has the session go on. */
export function withoutSweepFailures(schedule: Schedule): Schedule {
  const { sweepFailures: _, ...rest } = schedule;
  return rest;
}
