// Notes when a step's result is committed.
import * as z from "zod";
import { firestoreScheduleStore as real } from "../../lib/cloud/firestore-schedule-store.ts";
import { mark, type Recorded } from "./journal.ts";

export const firestoreScheduleStore: typeof real = (...parts) => {
  const store = real(...parts);
  return {
    ...store,
    async update(sessionId, step, decide, seen) {
      const value = await store.update(sessionId, step, decide, seen);
      const recorded = recordedBy(value);
      if (step !== undefined && recorded !== undefined) mark("recorded", sessionId, step, recorded);
      return value;
    },
  };
};

const TakenSchema = z.object({
  kind: z.literal("taken"),
  released: z.array(z.object({ step: z.string() })),
  after: z.object({ seq: z.number() }),
});

/** What a taken result brought; undefined for any other change. */
function recordedBy(value: unknown): Recorded | undefined {
  const taken = TakenSchema.safeParse(value).data;
  return taken && { released: taken.released.map(({ step }) => step), seq: taken.after.seq };
}
