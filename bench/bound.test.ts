import { describe, expect, test } from "vitest";
import { deliverAll, SAMPLE_BOOK, sample, seedDurationMs } from "../lib/pipeline/sample-session.ts";
import { boundOf, lineMs } from "./bound.ts";

const SEED_BOOK = { ...SAMPLE_BOOK, pages: 8, panels: 5 };

async function finishedBook() {
  const book = sample(SEED_BOOK);
  const sessionId = await book.start();
  const startedAt = book.clock.now();
  await deliverAll(book);
  const schedule = await book.services.schedules.read(sessionId);
  if (schedule === undefined) throw new Error("there is no schedule");
  return { schedule, tookMs: book.clock.now() - startedAt };
}

describe("the bound of a book", () => {
  test("is the design's value for the seed's times: 58.5 s, and 97 s without overlap with one slot a phase", async () => {
    const { schedule } = await finishedBook();
    const durationMs = seedDurationMs;
    const ours = boundOf(schedule, { durationMs, limits: { images: 5, others: 10 } });
    expect(ours).toMatchObject({ totalMs: 58_500, firstPageMs: 33_625 });
    expect(ours.path.at(0)).toBe("concept");
    expect(ours.path.at(-1)).toBe("finish");
    expect(lineMs(schedule, { durationMs, limits: { images: 5, others: 1 } })).toBe(97_000);
  });
});
