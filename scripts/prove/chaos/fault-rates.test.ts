import { expect, test } from "vitest";
import * as rates from "./fault-rates.ts";
import { campaignStories } from "./stories.ts";

test("the drawn rates exceed the required minima, so that chance does not fall below them", () => {
  const { LEAST, RATES, CRASHES_PER_SESSION } = rates;
  for (const [name, rate] of Object.entries(RATES)) {
    expect(rate, name).toBeGreaterThan(LEAST[name as keyof typeof RATES]);
  }
  expect(CRASHES_PER_SESSION).toBeGreaterThan(LEAST.crashesPerSession);
  expect(LEAST).toEqual({
    ...{ doubled: 0.2, reordered: 0.1, lapsed: 0.05, aborted: 0.05, failedCalls: 0.1 },
    ...{ crashesPerSession: 0.5, killsPerSession: 0.1 },
  });
});

test("the suite is killed every 5 to 20 seconds, for up to 5", () => {
  expect(rates.SUITE_UP_MS).toEqual([5_000, 20_000]);
  expect(rates.SUITE_DOWN_MS).toEqual([0, 5_000]);
});

test("a seed gives the same numbers for a purpose, and others for another purpose", () => {
  const draw = (seed: number, purpose: string) => {
    const chance = rates.chanceOf(seed, purpose);
    return Array.from({ length: 5 }, () => chance.next());
  };
  expect(draw(7, "suite")).toEqual(draw(7, "suite"));
  expect(draw(7, "suite")).not.toEqual(draw(8, "suite"));
  expect(draw(7, "suite")).not.toEqual(draw(7, "crashes"));
});

test("there are twenty different stories, ten in each language", () => {
  const stories = campaignStories();
  expect(new Set(stories.map(({ text }) => text)).size).toBe(20);
  expect(stories.filter(({ name }) => name.startsWith("ja-"))).toHaveLength(10);
  expect(stories.filter(({ name }) => name.startsWith("en-"))).toHaveLength(10);
});
