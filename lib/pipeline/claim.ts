// Pure deciders that claim a step, extend its lease and give it back, on the step's own document.
import type { StepChange } from "./schedule-store.ts";
import type { Timings } from "./settings.ts";
import { newStepRecord, type StepRecord } from "./step-record.ts";

export type Claim =
  | {
      kind: "claimed";
      fence: number;
      attempt: number;
      at: number;
      lapsedFence: number | undefined;
      /** True for the first claim of this release. */
      isFirst: boolean;
      /** The step's document as the claim wrote it. */
      record: StepRecord;
    }
  /** This release has left flight: its step is done or was dropped. */
  | { kind: "settled" }
  /** Another worker holds the step's lease. */
  | { kind: "leased"; fence: number; until: number; leftMs: number }
  /** It may not be claimed yet. */
  | { kind: "early"; leftMs: number }
  /** It has used all its claims; `error` is the last failure, where one was recorded. */
  | { kind: "spent"; error: StepRecord["error"] };

/** The record for a release: a new release counts from zero. */
function forRelease(record: StepRecord | undefined, step: string, release: number): StepRecord {
  const known = record ?? newStepRecord(step);
  if (known.release >= release) return known;
  return {
    ...known,
    ...{ release, attempt: 0, busy: 0, leaseUntil: null, notBefore: null, error: null, startedAt: null },
  };
}

export function planClaim(
  stored: StepRecord | undefined,
  { step, release, timings }: { step: string; release: number; timings: Timings },
  now: number,
): StepChange<Claim> {
  if (stored !== undefined && stored.settled >= release) return { value: { kind: "settled" } };
  const record = forRelease(stored, step, release);
  const { leaseUntil, notBefore, attempt } = record;
  if (leaseUntil !== null && leaseUntil > now) {
    return { value: { kind: "leased", fence: record.fence, until: leaseUntil, leftMs: leaseUntil - now } };
  }
  if (notBefore !== null && notBefore > now) return { value: { kind: "early", leftMs: notBefore - now } };
  if (attempt >= timings.maxAttempts) return { value: { kind: "spent", error: record.error } };
  const claimed: StepRecord = {
    ...record,
    fence: record.fence + 1,
    attempt: attempt + 1,
    leaseUntil: now + timings.leaseMs,
    notBefore: null,
    startedAt: record.startedAt ?? now,
  };
  return {
    step: claimed,
    value: {
      kind: "claimed",
      fence: claimed.fence,
      attempt: claimed.attempt,
      at: now,
      lapsedFence: leaseUntil === null ? undefined : record.fence,
      isFirst: (stored?.release ?? 0) < release,
      record: claimed,
    },
  };
}

export interface Held {
  release: number;
  fence: number;
}

/** Whether a claim is the last one of a release that is in flight. */
export function isHeld<Record extends Pick<StepRecord, "release" | "fence" | "settled">>(
  record: Record | undefined,
  { release, fence }: Held,
): record is Record {
  return (
    record !== undefined && record.fence === fence && record.release === release && record.settled < release
  );
}

/** Extends the lease; false when it was lost. */
export function planHeartbeat(
  record: StepRecord | undefined,
  { release, fence, leaseMs }: Held & { leaseMs: number },
  now: number,
): StepChange<boolean> {
  if (!isHeld(record, { release, fence }) || record.leaseUntil === null) return { value: false };
  return { step: { ...record, leaseUntil: now + leaseMs }, value: true };
}

export interface GiveBack extends Held {
  /**
   * Only `retry` counts as an attempt. `continued`: the time is up, and new answers are remembered. `parked`: the picture is made in a
   * batch, which its vendor calls `batchId`.
   */
  kind: "retry" | "busy" | "continued" | "parked";
  batchId?: string | undefined;
  error: { code: string; message: string };
  /** New answers that the claim has remembered. */
  kept: number;
  /** The time after which the provider wants to be asked again, if it states one. */
  retryAfterMs: number | undefined;
  paidMicros: number;
  /** From 0 up to 1. */
  jitter: number;
  timings: Timings;
}

/** The result of giving back a claim whose work failed: it may be tried again in `waitMs`, was the last allowed, or had been lost. */
export type GivenBack = { kind: "again"; waitMs: number; now: number } | { kind: "last" } | { kind: "lost" };

export function planGiveBack(
  record: StepRecord | undefined,
  back: GiveBack,
  now: number,
): StepChange<GivenBack> {
  if (!isHeld(record, back)) return { value: { kind: "lost" } };
  if (record.leaseUntil === null) {
    // An earlier commit gave it back and its answer was lost: a second one would count twice.
    return { value: { kind: "again", waitMs: Math.max(0, (record.notBefore ?? now) - now), now } };
  }
  const { timings } = back;
  if (back.kind === "retry" && record.attempt >= timings.maxAttempts) return { value: { kind: "last" } };
  const paid = withPaid(record, back.fence, back.paidMicros);
  if (back.kind === "continued" || back.kind === "parked") {
    const given = {
      attempt: record.attempt - 1,
      busy: 0,
      leaseUntil: null,
      notBefore: now,
      error: null,
      paid,
    };
    const batch = record.batch && {
      ...record.batch,
      ...(back.batchId !== undefined && { id: back.batchId }),
    };
    const step = { ...record, ...given, ...(batch && { batch }) };
    return { step, value: { kind: "again", waitMs: 0, now } };
  }
  // A remembered answer ends a row of busy ones.
  const before = back.kept > 0 ? 0 : record.busy;
  const busy = back.kind === "busy" ? before + 1 : 0;
  const doubled =
    back.kind === "busy" ? timings.busyMs * 2 ** (busy - 1) : timings.retryMs * 2 ** (record.attempt - 1);
  // A time stated by the provider is kept exactly, because the provider may keep a slot for it; our own waits get jitter.
  const waitMs = back.retryAfterMs ?? Math.min(doubled, timings.maxRetryMs) * (1 - back.jitter / 2);
  return {
    step: {
      ...record,
      attempt: back.kind === "busy" ? record.attempt - 1 : record.attempt,
      busy,
      leaseUntil: null,
      notBefore: now + Math.ceil(waitMs),
      error: back.error,
      paid,
    },
    value: { kind: "again", waitMs: Math.ceil(waitMs), now },
  };
}

export function withPaid(record: StepRecord, fence: number, micros: number): StepRecord["paid"] {
  return micros === 0 ? record.paid : { ...record.paid, [fence]: micros };
}
