// Stories crafted to take long are read in time that grows with their length: twice the text takes at most 2.6 times the CPU.
// `CRAFTED_STORIES=all` reads all of them, as the campaign does; without it every ninth.
import { describe, expect, it } from "vitest";
import { CRAFTED_STORIES } from "./crafted-stories.ts";
import { segment, survey } from "./reading-tasks.ts";

const LENGTHS = [6_000, 12_000, 24_000];
const GROWTH = 2.6;
/** Below this the growth says nothing; and no story of these lengths needs more. */
const MEASURABLE_MS = 100;
const TRIES = 3;

const names = [...CRAFTED_STORIES.keys()];
const isWhole = process.env.CRAFTED_STORIES === "all";
const read = isWhole ? names : names.filter((_, index) => index % 9 === 0);

/** All that is read of a whole story: as the API surveys it, and as the phases segment it in either language. */
function readWhole(text: string): void {
  survey(text);
  for (const language of ["ja", "en"] as const) {
    try {
      segment({ text, language, renames: [{ from: "Mina", to: "Nora" }] });
    } catch (error) {
      // Nothing is left to tell of some.
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
  it("is held by at least 120 of them, 20 of which are read here", () => {
    expect(names.length).toBeGreaterThanOrEqual(120);
    expect(read.length).toBeGreaterThanOrEqual(20);
  });

  it.each(read)("takes time that grows with its length: %s", (name) => {
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
