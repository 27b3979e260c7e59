// Schedules that this process has itself written a moment ago. The step that one released often comes to the same process next, and
// what it would read is what is at hand: a plain read may be older by the time that it is looked at.
import { isLive, type Schedule } from "../pipeline/schedule.ts";

export interface RecentSchedules {
  /** The session's schedule was changed otherwise. */
  forget(sessionId: string): void;
  /** `writtenAt`: the store's time of the commit. */
  wrote(change: { before: Schedule; after: Schedule; writtenAt: number }): void;
  /** The session's schedule as this process wrote it within the last second, and the store's time by now. */
  newest(sessionId: string): { schedule: Schedule; now: number } | undefined;
  /**
   * The schedule that released this step for this input, and the store's time by now. Once for a release: who asks again wants to
   * look again.
   */
  take(
    sessionId: string,
    { step, input }: { step: string; input: string },
  ): { schedule: Schedule; now: number } | undefined;
}

/** Later than this, others will have written it, and to try without a look at it costs a call. */
export const FRESH_MS = 1_000;
/** Schedules of long books are not small. */
const KEPT = 64;

interface Recent {
  schedule: Schedule;
  writtenAt: number;
  /** By the local clock. */
  at: number;
  /** Released here, and not asked for. */
  steps: Set<string>;
}

/** `now`: milliseconds of any clock that never goes back. */
export function recentSchedules(now: () => number = () => performance.now()): RecentSchedules {
  const recent = new Map<string, Recent>();
  return {
    forget: (sessionId) => void recent.delete(sessionId),
    wrote({ before, after, writtenAt }) {
      const { sessionId, inFlight } = after;
      const waiting = recent.get(sessionId)?.steps;
      const steps = new Set(
        Object.entries(inFlight).flatMap(([step, { release }]) =>
          release > before.releases || waiting?.has(step) ? [step] : [],
        ),
      );
      recent.delete(sessionId);
      if (!isLive(after.state) && steps.size === 0) return;
      recent.set(sessionId, { schedule: after, writtenAt, at: now(), steps });
      const [oldest] = recent.keys();
      if (recent.size > KEPT && oldest !== undefined) recent.delete(oldest);
    },
    newest(sessionId) {
      const known = recent.get(sessionId);
      if (known === undefined) return undefined;
      const ageMs = now() - known.at;
      return ageMs > FRESH_MS
        ? undefined
        : { schedule: known.schedule, now: known.writtenAt + Math.floor(ageMs) };
    },
    take(sessionId, { step, input }) {
      const known = recent.get(sessionId);
      if (known === undefined) return undefined;
      const { schedule, writtenAt, at, steps } = known;
      const ageMs = now() - at;
      const isMeant = schedule.inFlight[step]?.input === input;
      const isTaken = ageMs <= FRESH_MS && isMeant && steps.delete(step);
      if (ageMs > FRESH_MS) recent.delete(sessionId);
      return isTaken ? { schedule, now: writtenAt + Math.floor(ageMs) } : undefined;
    },
  };
}
