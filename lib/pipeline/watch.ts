// Watches over a claim while its step runs: extends the lease, and aborts the work when the session no longer wants it.

import { planHeartbeat } from "./claim.ts";
import type { Clock } from "./clock.ts";
import { BusyError } from "./errors.ts";
import { currentInput } from "./graph.ts";
import { isLive, type Schedule } from "./schedule.ts";
import { type ScheduleStore, SessionMissingError } from "./schedule-store.ts";
import type { Timings } from "./settings.ts";
import type { Watches } from "./watches.ts";

export type AbortCause = "ended" | "stale" | "lease-lost" | "deadline";

/** The reason of a step's abort signal. */
export class StepAborted extends Error {
  override readonly name = "StepAborted";
  override readonly cause: AbortCause;
  constructor(cause: AbortCause) {
    super(`the step was aborted: ${cause}`);
    this.cause = cause;
  }
}

export interface Watched {
  schedules: ScheduleStore;
  /** Absent: only the heartbeat looks. */
  watches?: Watches | undefined;
  clock: Clock;
  timings: Timings;
  schedule: Schedule;
  step: string;
  release: number;
  fence: number;
  deadlineMs: number;
  /** The claim was made at this time of the local clock or later. */
  claimedSince: number;
}

export interface Watch {
  signal: AbortSignal;
  /** Milliseconds until the step's deadline; negative after it. */
  leftMs(): number;
  /**
   * Aborts the signal unless the claim is still valid: after a pause of the process, or a wait for a store that was down, another worker
   * may hold the step. Reads the store only where the lease has run out by the local clock.
   */
  hold(): Promise<void>;
  /** Aborts the signal unless the session still wants the work and the claim is still valid. */
  look(): Promise<void>;
  /** Aborts the signal: a store answered that the claim is no longer valid. */
  lose(): void;
  /** Ends the watch; resolves when no part of it runs any more. */
  end(): Promise<void>;
}

export function startWatch(watched: Watched): Watch {
  const { schedules, clock, timings, step, release, fence } = watched;
  const { sessionId } = watched.schedule;
  const work = new AbortController();
  const over = new AbortController();
  const endsAt = clock.now() + watched.deadlineMs;
  let epoch = watched.schedule.epoch;
  /** The oldest time, by the local clock, at which the lease may have been written. */
  let extendedAt = watched.claimedSince;

  const abort = (cause: AbortCause) => {
    if (!work.signal.aborted) work.abort(new StepAborted(cause));
  };

  async function hold(): Promise<void> {
    if (clock.now() - extendedAt > timings.leaseMs && !(await extend())) abort("lease-lost");
  }

  async function look(): Promise<void> {
    await hold();
    if (work.signal.aborted) return;
    const session = await schedules.peek(sessionId);
    if (session === undefined) return abort("ended");
    if (session.status === "completed" || session.status === "failed" || session.status === "cancelled") {
      return abort("ended");
    }
    if (session.epoch === epoch) return;
    const schedule = await schedules.read(sessionId);
    if (schedule === undefined || !isLive(schedule.state)) return abort("ended");
    const flight = schedule.inFlight[step];
    if (flight?.release !== release) return abort("stale");
    const current = currentInput(schedule, step);
    if (current !== undefined && current !== flight.input) return abort("stale");
    epoch = schedule.epoch;
  }

  async function beat(): Promise<boolean> {
    const { leaseMs } = timings;
    return schedules.updateStep(sessionId, step, (record, now) =>
      planHeartbeat(record, { release, fence, leaseMs }, now),
    );
  }

  async function extend(): Promise<boolean> {
    const askedAt = clock.now();
    const isHeld = await beat();
    if (isHeld) extendedAt = askedAt;
    return isHeld;
  }

  async function keepBeating(): Promise<void> {
    for (;;) {
      await clock.sleep(timings.heartbeatMs, over.signal);
      if (over.signal.aborted) return;
      try {
        if (!(await extend())) return abort("lease-lost");
        await look();
      } catch (error) {
        if (error instanceof SessionMissingError) return abort("ended");
        if (!(error instanceof BusyError)) throw error;
        // The store is down: the lease is valid until it expires, and may be extended after that unless another worker took the step.
        if (clock.now() - extendedAt > timings.leaseMs) return abort("lease-lost");
      }
    }
  }

  async function awaitDeadline(): Promise<void> {
    await clock.sleep(watched.deadlineMs, over.signal);
    if (!over.signal.aborted) abort("deadline");
  }

  const looking = new Set<Promise<void>>();
  const forget = watched.watches?.add(sessionId, () => {
    // The next heartbeat tries again, and reports a failure that lasts.
    const woken = look().catch(() => undefined);
    looking.add(woken);
    void woken.then(() => looking.delete(woken));
  });

  const running = Promise.all([keepBeating(), awaitDeadline()]);
  // An error of the watch itself is thrown by `end`; until then it must not count as unhandled.
  running.catch(() => abort("lease-lost"));
  return {
    signal: work.signal,
    leftMs: () => endsAt - clock.now(),
    hold,
    look,
    lose: () => abort("lease-lost"),
    async end() {
      over.abort("the step is over");
      forget?.();
      await Promise.all(looking);
      await running;
    },
  };
}
