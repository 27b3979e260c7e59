// Stories crafted to be slow to read take linear time: twice the text takes at most 2.6 times the CPU. Tests every ninth story;
// `CRAFTED_STORIES=all` tests all, as the campaign does.
import { describe, expect, it } from "vitest";
import { CRAFTED_STORIES } from "./crafted-stories.ts";
import { segment, survey } from "./reading-tasks.ts";

const LENGTHS = [6_000, 12_000, 24_000];
const GROWTH = 2.6;
/** Below this time the growth is not measurable; no story of these lengths needs more. */
const MEASURABLE_MS = 100;
const TRIES = 3;

const names = [...CRAFTED_STORIES.keys()];
const isWhole = process.env.CRAFTED_STORIES === "all";
const read = isWhole ? names : names.filter((_, index) => index % 9 === 0);

/** All readings of a story: the API's survey, and the phases' segmentation in either language. */
function readWhole(text: string): void {
  survey(text);
  for (const language of ["ja", "en"] as const) {
    try {
      segment({ text, language, renames: [{ from: "Mina", to: "Nora" }] });
    } catch (error) {
      // Some stories have no units.
      if (!(error instanceof RangeError)) throw error;
    }
  }
}

function leastCpuMs(work: () => void): number {
  const tries = Array.from({ length: TRIES }, () => {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...tries);
}

describe("reading a crafted story", () => {
  it("has at least 120 samples, 20 of which are read in this run", () => {
    expect(names.length).toBeGreaterThanOrEqual(120);
    expect(read.length).toBeGreaterThanOrEqual(20);
  });

  it.each(read)("takes linear time: %s", (name) => {
    const times = LENGTHS.map((length) => {
      const text = CRAFTED_STORIES.get(name)?.(length) ?? "";
      return leastCpuMs(() => readWhole(text));
    });
    for (const [index, time] of times.entries()) {
      const before = times[index - 1];
      if (before === undefined || time <= MEASURABLE_MS) continue;
      expect(time / before, `${times.map(Math.round).join(", ")} ms`).toBeLessThanOrEqual(GROWTH);
    }
    expect(Math.max(...times)).toBeLessThanOrEqual(1_000);
  });
});
