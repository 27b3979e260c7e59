// Documents of steps that this process has read or written a moment ago, for whoever wants to see what their outputs look like to
// clients: that follows from the output alone, so that nothing newer can be there of the same one.
import { pictureRef } from "../pipeline/plan-progress.ts";
import { parseStepId } from "../pipeline/step-id.ts";
import type { StepRecord } from "../pipeline/step-record.ts";

export interface RecentViews {
  note(sessionId: string, record: StepRecord): void;
  /** The step's document with the view of this output; what else it says may be old. */
  of(sessionId: string, step: string, output: string): StepRecord | undefined;
}

/** The panels of some thirty pages; a document has half a kilobyte. */
const KEPT = 400;

export function recentViews(): RecentViews {
  const recent = new Map<string, StepRecord>();
  const keyOf = (sessionId: string, step: string) => `${sessionId} ${step}`;
  return {
    note(sessionId, record) {
      if (record.viewOf === undefined || !isSmall(record.step)) return;
      const key = keyOf(sessionId, record.step);
      recent.delete(key);
      recent.set(key, record);
      const [oldest] = recent.keys();
      if (recent.size > KEPT && oldest !== undefined) recent.delete(oldest);
    },
    of(sessionId, step, output) {
      const record = recent.get(keyOf(sessionId, step));
      return record?.viewOf === output ? record : undefined;
    },
  };
}

/** Views of the whole book and of a page's letters are long, and asked for once. */
function isSmall(step: string): boolean {
  return pictureRef(step) !== undefined || parseStepId(step).phase === "storyboard";
}
