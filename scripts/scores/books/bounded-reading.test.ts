// A story whose book takes too long or cannot be made is scored without a book.
import { describe, expect, it } from "vitest";
import { scoreStory } from "../reader-scores.ts";
import { sampleStory } from "../sample-labels.ts";
import { readWithin } from "./bounded-reading.ts";

describe("reading with a time limit", () => {
  it("stops a reader that takes longer, and reports it", async () => {
    const reading = await readWithin(sampleStory().story, "offline-reader", 0.01);
    expect(reading).toEqual({ failed: "no book within 0.01 s" });
  });

  it("reports why a reader made no book", { timeout: 30_000 }, async () => {
    expect(await readWithin(sampleStory().story, "nobody", 30)).toHaveProperty("failed");
  });

  it("counts nothing of a story without a book as found, and everything as lost", () => {
    const { speakers, cast, panels, letters, failed } = scoreStory(sampleStory(), { failed: "too slow" });
    expect(speakers).toMatchObject({ right: 0, silent: 2 });
    expect(cast.found).toEqual({ part: 0, of: 2 });
    expect(panels).toEqual([]);
    expect(letters.letters).toMatchObject({ lettered: 0, leftOut: 0 });
    expect(letters.letters.lost).toBeGreaterThan(0);
    expect(failed).toBe("too slow");
  });
});
