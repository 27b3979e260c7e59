// Documents of steps that this process has claimed, as it wrote them last: as long as the claim holds, nobody else does.
import type { StepRecord } from "../pipeline/step-record.ts";

export interface RecentRecords {
  /** `writtenAt`: the store's time of the commit. One whose claim is over is forgotten. */
  wrote(sessionId: string, record: StepRecord, writtenAt: number): void;
  /** The document was changed otherwise. */
  forget(sessionId: string, step: string): void;
  /** The document, and the store's time by now. */
  of(sessionId: string, step: string): { record: StepRecord; now: number } | undefined;
}

/** Claims of a process at once. */
const KEPT = 200;

/** `now`: milliseconds of any clock that never goes back. */
export function recentRecords(now: () => number = () => performance.now()): RecentRecords {
  const recent = new Map<string, { record: StepRecord; writtenAt: number; at: number }>();
  const keyOf = (sessionId: string, step: string) => `${sessionId} ${step}`;
  return {
    wrote(sessionId, record, writtenAt) {
      const key = keyOf(sessionId, record.step);
      recent.delete(key);
      if (record.leaseUntil === null) return;
      recent.set(key, { record, writtenAt, at: now() });
      const [oldest] = recent.keys();
      if (recent.size > KEPT && oldest !== undefined) recent.delete(oldest);
    },
    forget: (sessionId, step) => void recent.delete(keyOf(sessionId, step)),
    of(sessionId, step) {
      const known = recent.get(keyOf(sessionId, step));
      return known && { record: known.record, now: known.writtenAt + Math.floor(now() - known.at) };
    },
  };
}
