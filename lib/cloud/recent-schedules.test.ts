import { expect, test } from "vitest";
import { SAMPLE_PARAMS } from "../pipeline/sample-session.ts";
import type { Schedule } from "../pipeline/schedule.ts";
import { newSchedule } from "../pipeline/session.ts";
import { recentSchedules } from "./recent-schedules.ts";

const PARAMS = { ...SAMPLE_PARAMS, storyHash: "0".repeat(64) };

/** The schedule after the release of these steps. */
function released(before: Schedule, ...steps: string[]): Schedule {
  const inFlight = { ...before.inFlight };
  let { releases } = before;
  for (const step of steps) {
    releases += 1;
    inFlight[step] = { release: releases, input: "i", epoch: 0, at: 0, by: "concept", checkAt: 0 };
  }
  return { ...before, inFlight, releases, seq: before.seq + 1 };
}

const asked = (step: string) => ({ step, input: "i" });

test("a step finds the schedule that released it, once, at the store's time", () => {
  let now = 100;
  const recent = recentSchedules(() => now);
  const before = newSchedule({ sessionId: "s", ownerId: "ann", params: PARAMS }, 0, 1_000);
  const after = released(before, "characters", "plot");
  recent.wrote({ before, after, writtenAt: 5_000 });
  expect(recent.take("s", asked("concept"))).toBeUndefined();
  expect(recent.take("other", asked("plot"))).toBeUndefined();
  expect(recent.take("s", { step: "plot", input: "another" })).toBeUndefined();
  now = 130.7;
  expect(recent.take("s", asked("plot"))).toEqual({ schedule: after, now: 5_030 });
  expect(recent.take("s", asked("plot"))).toBeUndefined();
  const later = released(after, "storyboard/p001");
  recent.wrote({ before: after, after: later, writtenAt: 5_040 });
  expect(recent.take("s", asked("plot"))).toBeUndefined();
  // It was not asked for yet, and finds what is newest.
  expect(recent.take("s", asked("characters"))?.schedule).toBe(later);
  recent.forget("s");
  expect(recent.take("s", asked("storyboard/p001"))).toBeUndefined();
});

test("what was released longer ago than a second is read again", () => {
  let now = 0;
  const recent = recentSchedules(() => now);
  const before = newSchedule({ sessionId: "s", ownerId: "ann", params: PARAMS }, 0, 1_000);
  recent.wrote({ before, after: released(before, "plot"), writtenAt: 5_000 });
  now = 1_001;
  expect(recent.take("s", asked("plot"))).toBeUndefined();
  now = 0;
  expect(recent.take("s", asked("plot"))).toBeUndefined();
});
