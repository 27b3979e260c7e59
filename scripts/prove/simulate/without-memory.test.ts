// The simulation on the Firestore stores without the schedule memory (`lib/cloud/schedule-memory.ts`).
import { expect, test } from "vitest";
import { runSeeds, summaryOf } from "../../../lib/pipeline/simulation/campaign.ts";
import { openFirestorePlace } from "./firestore-place.ts";

test("sessions with fault injection end and lose nothing on stores without memory", async () => {
  const { next, close } = await openFirestorePlace({ remembers: false });
  try {
    const batch = await runSeeds(1, 4, { nextPlace: next });
    expect(batch.violations).toEqual([]);
    const sound = { sessions: 4, lost: 0, stuck: 0, doubleEffects: 0, staleWrites: 0, booksEqual: true };
    expect(summaryOf(batch)).toMatchObject(sound);
  } finally {
    await close();
  }
}, 300_000);
