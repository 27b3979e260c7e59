// Things that a story names are in its pictures: in a panel of the scene that names them, and in the hands that the text gives them to.
import { describe, expect, it } from "vitest";
import { missingThings, storiesOfThings } from "./stories/named-things.ts";

/** Books of the same stories that are staged another way. */
const SEEDS = [7, 0] as const;

describe("things that the stories name", () => {
  it.each(SEEDS)(
    "are drawn in the scene that names them, and in hands where the text says so: 95 of 100 with seed %i",
    { timeout: 120_000 },
    async (seed) => {
      const stories = storiesOfThings();
      const missing: string[] = [];
      for (const story of stories) missing.push(...(await missingThings(story, seed)));
      const labels = stories.reduce((sum, { things }) => sum + things.length, 0);
      expect(missing.length / labels, missing.join("\n")).toBeLessThanOrEqual(0.05);
    },
  );
});
