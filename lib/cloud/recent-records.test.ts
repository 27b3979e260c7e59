import { expect, test } from "vitest";
import { newStepRecord } from "../pipeline/step-record.ts";
import { recentRecords } from "./recent-records.ts";

const claimed = (step: string, fence = 1) => ({ ...newStepRecord(step), fence, leaseUntil: 30_000 });

test("a claimed step is known as it was written last, at the store's time, until its claim is over", () => {
  let now = 100;
  const recent = recentRecords(() => now);
  recent.wrote("s", claimed("plot"), 5_000);
  const extended = { ...claimed("plot"), leaseUntil: 40_000 };
  recent.wrote("s", extended, 6_000);
  now = 130.7;
  expect(recent.of("s", "plot")).toEqual({ record: extended, now: 6_030 });
  expect(recent.of("s", "concept")).toBeUndefined();
  expect(recent.of("another", "plot")).toBeUndefined();
  recent.wrote("s", { ...claimed("plot"), leaseUntil: null }, 7_000);
  expect(recent.of("s", "plot")).toBeUndefined();
  recent.wrote("s", claimed("plot", 2), 8_000);
  recent.forget("s", "plot");
  expect(recent.of("s", "plot")).toBeUndefined();
});

test("the oldest go when there are many", () => {
  const recent = recentRecords(() => 0);
  for (let page = 100; page <= 400; page++) recent.wrote("s", claimed(`storyboard/p${page}`), 0);
  expect(recent.of("s", "storyboard/p200")).toBeUndefined();
  expect(recent.of("s", "storyboard/p201")).toBeDefined();
});
