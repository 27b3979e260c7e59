// The one transaction by which every step leaves flight: done, failed, dropped or lapsed. Pure decider.
import { type Advanced, advance, fail } from "./advance.ts";
import { isHeld, withPaid } from "./claim.ts";
import { withFailedExport } from "./export-asks.ts";
import { currentInput } from "./graph.ts";
import type { Booked } from "./ledger.ts";
import { withLeftBatch } from "./left-batches.ts";
import { type Failure, isLive, type Result, type Schedule } from "./schedule.ts";
import type { Change } from "./schedule-store.ts";
import type { Settings } from "./settings.ts";
import { newStepRecord, paidMicros, type StepRecord } from "./step-record.ts";
import { heldBack } from "./sweep-failures.ts";
import { type Usage, usedBy } from "./usage.ts";

export type Outcome =
  | { kind: "done"; result: Omit<Result, "input">; view: Record<string, unknown> }
  | { kind: "failed"; reason: Failure }
  | { kind: "dropped" };

export interface Exit {
  step: string;
  release: number;
  /** The fence of the claim that ends; null when no worker has the step. A live lease contradicts null. */
  fence: number | null;
  outcome: Outcome;
  /** What this claim paid. */
  paidMicros: number;
  /** The usage of each call, in order; remembered calls are marked. */
  usages?: readonly Usage[] | undefined;
}

export interface Recorded {
  /**
   * `taken`: the result counts. `failed`: the session failed with it. `dropped`: the result is not wanted any more. `repeated`: the same
   * exit was recorded before. `refused`: the claim was not the last one, so only its cost was counted.
   */
  kind: "taken" | "failed" | "dropped" | "repeated" | "refused";
  before: Schedule;
  after: Schedule;
  record: StepRecord;
  released: Advanced["released"];
}

interface Current {
  schedule: Schedule;
  record: StepRecord | undefined;
  now: number;
}

export function planRecord(current: Current, exit: Exit, settings: Settings): Change<Recorded> {
  const { schedule, now } = current;
  const stored = current.record ?? newStepRecord(exit.step);
  if (exit.fence !== null && stored.settledFence === exit.fence && stored.settled === exit.release) {
    const value: Recorded = {
      kind: "repeated",
      before: schedule,
      after: schedule,
      record: stored,
      released: [],
    };
    return { value };
  }
  const paid = exit.fence === null ? stored.paid : withPaid(stored, exit.fence, exit.paidMicros);
  const { record, costed } = withCost(schedule, stored, paid);

  if (!mayExit(current, exit)) {
    const refused: Omit<Recorded, "after"> = { kind: "refused", before: schedule, record, released: [] };
    if (costed.costMicros === schedule.costMicros) return { value: { ...refused, after: schedule } };
    const after = dueForProjection(costed, now, settings);
    return { schedule: after, step: record, value: { ...refused, after } };
  }
  const { kind, schedule: changed } = take(costed, exit, now);
  const { [exit.step]: _left, ...inFlight } = changed.inFlight;
  const settled = settle(record, exit, { kind, now });
  const { timings } = settings;
  const batched = withLeftBatch({ ...changed, inFlight }, record, { now, timings });
  const left = withUnbooked(batched, settled, now + timings.unclaimedMs);
  const { schedule: after, released } = advance(left, { now, by: exit.step, settings });
  return {
    schedule: after,
    step: settled,
    value: { kind, before: schedule, after, record: settled, released },
  };
}

/** The last claim's reservations are not booked yet, so the step is marked. For an ended session the sweep books all (`Ledger.rest`). */
function withUnbooked(schedule: Schedule, { step, fence, settledFence }: StepRecord, at: number): Schedule {
  if (settledFence !== null || fence === 0 || !isLive(schedule.state)) return schedule;
  return { ...schedule, unbooked: { ...schedule.unbooked, [step]: { belowFence: fence + 1, at } } };
}

/** Removes the mark of a step whose claims below a fence are booked. */
function withoutUnbooked(schedule: Schedule, step: string, belowFence: number): Schedule {
  const { [step]: mark, ...others } = schedule.unbooked ?? {};
  if (mark === undefined || mark.belowFence > belowFence) return schedule;
  const { unbooked: _, ...rest } = schedule;
  return Object.keys(others).length === 0 ? rest : { ...rest, unbooked: others };
}

/**
 * Counts the cost that the ledger has for a step's claims; `belowFence` where all claims below it are closed. The value is the schedule
 * when that changed its cost.
 */
export function planBooked(
  { schedule, record: known, now }: Current,
  { step, byFence, belowFence = 0 }: Booked & { belowFence?: number | undefined },
  settings: Settings,
): Change<Schedule | undefined> {
  const stored = known ?? newStepRecord(step);
  const booked = withoutUnbooked(schedule, step, belowFence);
  const { record, costed } = withCost(booked, stored, { ...stored.paid, ...byFence });
  if (costed.costMicros === schedule.costMicros) {
    // Clients do not see the mark, so `seq` stays.
    return booked === schedule ? { value: undefined } : { schedule: booked, value: undefined };
  }
  const after = dueForProjection(costed, now, settings);
  return { schedule: after, step: record, value: after };
}

function withCost(
  schedule: Schedule,
  stored: StepRecord,
  paid: StepRecord["paid"],
): { record: StepRecord; costed: Schedule } {
  const record = { ...stored, paid, countedMicros: paidMicros({ ...stored, paid }) };
  const costMicros = schedule.costMicros + record.countedMicros - stored.countedMicros;
  return { record, costed: { ...schedule, costMicros } };
}

/** Nobody may read a session again after its end: if the worker dies before it writes the clients' documents, the sweep writes them. */
function dueForProjection(schedule: Schedule, now: number, { timings }: Settings): Schedule {
  const dueAt = heldBack(schedule, schedule.dueAt ?? now + timings.unclaimedMs);
  return { ...schedule, seq: schedule.seq + 1, updatedAt: now, dueAt };
}

function mayExit({ schedule, record, now }: Current, { step, release, fence }: Exit): boolean {
  if (schedule.inFlight[step]?.release !== release) return false;
  if (fence !== null) return isHeld(record, { release, fence });
  return record === undefined || record.leaseUntil === null || record.leaseUntil <= now;
}

/**
 * Accepts the outcome if the session still runs and the step's input is current. A result is also accepted while the step's input is
 * unknown, because an input of it is being made again: that input may become current again. Two results are never replaced in this way: a
 * person's edit for the same input, and, while the input is unknown, an edited result.
 */
function take(
  schedule: Schedule,
  exit: Exit,
  now: number,
): { kind: "taken" | "failed" | "dropped"; schedule: Schedule } {
  const input = schedule.inFlight[exit.step]?.input;
  const current = currentInput(schedule, exit.step);
  const isWanted = isLive(schedule.state) && input !== undefined;
  const known = schedule.results[exit.step];
  const stands = known?.input === input;
  const mayBecomeCurrent = current === undefined && known?.edited === undefined;
  if (exit.outcome.kind === "done" && isWanted && !stands && (current === input || mayBecomeCurrent)) {
    const result = resultFor(schedule, exit.step, input, exit.outcome);
    const results = { ...schedule.results, [exit.step]: result };
    const title = result.edited === undefined ? titleOf(schedule, exit) : schedule.title;
    return { kind: "taken", schedule: { ...schedule, results, title } };
  }
  if (exit.outcome.kind === "failed" && isWanted && current === input) {
    const { reason } = exit.outcome;
    const kept = withFailedExport(schedule, exit.step, reason);
    return { kind: "failed", schedule: kept ?? fail(schedule, reason, now) };
  }
  return { kind: "dropped", schedule };
}

/** The step's result. A person's edit of an output stays when the step, run again for another input, gives that output again. */
function resultFor(
  schedule: Schedule,
  step: string,
  input: string,
  { result }: Outcome & { kind: "done" },
): Result {
  const last = schedule.results[step];
  return last?.edited?.base === result.output ? { ...last, input } : { input, ...result };
}

function titleOf(schedule: Schedule, { step, outcome }: Exit): string {
  const title = step === "concept" && outcome.kind === "done" ? outcome.view.title : undefined;
  return schedule.params.title ?? (typeof title === "string" ? title : schedule.title);
}

function settle(
  record: StepRecord,
  { release, fence, outcome, usages = [] }: Exit,
  { kind, now }: { kind: "taken" | "failed" | "dropped"; now: number },
): StepRecord {
  const isTaken = kind === "taken" && outcome.kind === "done";
  const reason = outcome.kind === "failed" ? outcome.reason : undefined;
  const { batch: _over, ...left } = record;
  return {
    ...left,
    release: Math.max(record.release, release),
    settled: release,
    settledFence: fence,
    used: usedBy(usages) ?? null,
    leaseUntil: null,
    notBefore: null,
    endedAt: isTaken ? now : null,
    view: isTaken ? outcome.view : record.view,
    viewOf: isTaken ? outcome.result.output : record.viewOf,
    error: reason === undefined ? null : { code: reason.code, message: reason.message },
  };
}
