// Records when a step's result is committed.
import { firestoreScheduleStore as real } from "../../lib/cloud/firestore-schedule-store.ts";
import type { Recorded as RecordedStep } from "../../lib/pipeline/record.ts";
import { mark, type Recorded } from "./journal.ts";

export const firestoreScheduleStore: typeof real = (...parts) => {
  const store = real(...parts);
  return {
    ...store,
    async update(sessionId, step, decide) {
      const value = await store.update(sessionId, step, decide);
      const recorded = recordedBy(value);
      if (step !== undefined && recorded !== undefined) mark("recorded", sessionId, step, recorded);
      return value;
    },
  };
};

/** The recorded step of an accepted result; undefined for any other change. */
function recordedBy(value: unknown): Recorded | undefined {
  if (!isTaken(value)) return undefined;
  return { released: value.released.map(({ step }) => step), seq: value.after.seq };
}

/** Changes of a schedule return different values; only a step's completion is `taken`. */
function isTaken(value: unknown): value is RecordedStep {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "taken";
}
