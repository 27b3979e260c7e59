import { describe, expect, test } from "vitest";
import { pageFrame } from "../../manga/binding.ts";
import { leastCrowded } from "./choose.ts";
import { cutPage, type LayoutVariation } from "./cut.ts";
import type { Demand } from "./demand.ts";
import { middleSize, regionOf } from "./region.ts";

const FRAME = pageFrame({ number: 3, direction: "ltr" });
const CALM: Demand = {
  ...{ area: 1, aspect: 1, leastWidth: 300, wordsArea: 100_000, slants: false, bleeds: false },
};
const manner = (panels: number, seed: string): LayoutVariation => ({
  ...{ rowGutter: 75, stackGutter: 53, columnGutter: 28, slant: 0, seed },
  widths: Array.from({ length: panels }, () => 1),
});

/** The factor on each panel's size that its words require. */
function crowding(demands: readonly Demand[], seed: string): number[] {
  const how = manner(demands.length, seed);
  const { arrangement, asked } = leastCrowded(FRAME, demands, how);
  return cutPage(regionOf(FRAME), arrangement, asked, how).map((region, i) => {
    const { width, height } = middleSize(region);
    return (demands[i]?.wordsArea ?? 0) / (width * height);
  });
}

describe("leastCrowded", () => {
  test("enlarges a light panel with many words, wherever it is", () => {
    for (let seed = 0; seed < 40; seed++) {
      const demands: Demand[] = Array.from({ length: 6 }, () => ({ ...CALM, area: 1.6 }));
      demands[seed % 6] = { ...CALM, area: 0.8, wordsArea: 900_000 };
      expect(Math.max(...crowding(demands, `${seed}`))).toBeLessThan(1.7);
    }
  });

  test("leaves demands unchanged if no words are crowded", () => {
    const demands = [CALM, CALM, { ...CALM, area: 2 }, CALM];
    expect(leastCrowded(FRAME, demands, manner(4, "calm")).asked).toBe(demands);
  });

  test("keeps the most important panel largest if the page is too small for all words", () => {
    const demands = Array.from({ length: 7 }, () => ({ ...CALM, wordsArea: 2_000_000 }));
    expect(leastCrowded(FRAME, demands, manner(7, "full")).asked).toBe(demands);
  });
});
