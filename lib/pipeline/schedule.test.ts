import { expect, test } from "vitest";
import { contentHash, shortHash } from "./canonical-json.ts";
import { KEPT_VERSIONS } from "./plan-revision.ts";
import { SAMPLE_PARAMS } from "./sample-session.ts";
import {
  FailureSchema,
  type Flight,
  PAST_DECISIONS,
  type Result,
  type Schedule,
  ScheduleSchema,
} from "./schedule.ts";
import { newSchedule } from "./session.ts";
import { PHASES, pageId } from "./step-id.ts";

/** Bytes that Firestore counts for a value. https://firebase.google.com/docs/firestore/storage-size */
function storedSize(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value) + 1;
  if (typeof value === "number") return 8;
  if (typeof value === "boolean" || value === null) return 1;
  if (value === undefined) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + storedSize(item), 0);
  return Object.entries(value).reduce(
    (sum, [name, field]) => sum + (field === undefined ? 0 : storedSize(name) + storedSize(field)),
    32,
  );
}

function bigSchedule(pages: number, panels: number): Schedule {
  const characters = Array.from({ length: 12 }, (_, index) => `c${index + 1}`);
  const base = newSchedule(
    {
      sessionId: "0b9e7c2e-6f0e-4f0b-9a53-0f6f6a1c7c11",
      ownerId: "owner-of-a-long-book",
      params: {
        ...SAMPLE_PARAMS,
        title: "長い長い物語".repeat(20),
        storyHash: contentHash("s"),
        review: [...PHASES],
      },
    },
    1_700_000_000_000,
    1,
  );
  const result = (step: string): Result => ({ input: shortHash(step), output: contentHash(step) });
  const results: Record<string, Result> = {
    concept: { ...result("concept"), characters },
    characters: {
      ...result("characters"),
      parts: Object.fromEntries(characters.map((id) => [id, shortHash(id)])),
    },
    plot: { ...result("plot"), pages },
    finish: result("finish"),
  };
  for (const id of characters) results[`characters/${id}`] = result(id);
  const inFlight: Record<string, Flight> = {};
  const times: Schedule["times"] = {};
  const gates: Schedule["gates"] = {};
  for (const phase of PHASES) {
    times[phase] = { startedAt: 1, endedAt: 2 };
    const decision = { kind: "approve", by: base.ownerId, at: 3 } as const;
    const past = Array.from({ length: PAST_DECISIONS }, (_, index) => ({ ...decision, revision: index + 1 }));
    gates[phase] = { revision: 12, input: shortHash(phase), openedAt: 1, endsAt: 2, decision, past };
  }
  for (let page = 1; page <= pages; page++) {
    const id = pageId(page);
    const drawn = Array.from({ length: panels }, (_, k) => ({
      id: `k${k + 1}`,
      characters: ["c1", "c2", "c10"],
    }));
    const parts = drawn.flatMap((panel) => [
      [`${panel.id}.picture`, shortHash(`${id}${panel.id}p`)],
      [`${panel.id}.words`, shortHash(`${id}${panel.id}w`)],
    ]);
    results[`storyboard/${id}`] = { ...result(id), panels: drawn, parts: Object.fromEntries(parts) };
    results[`lettering/${id}`] = { ...result(`l${id}`), renditionsApart: true };
    results[`lettering/${id}/renditions`] = result(`r${id}`);
    for (const panel of drawn) results[`artwork/${id}/${panel.id}`] = result(`${id}${panel.id}`);
  }
  for (let k = 1; k <= 25; k++) {
    inFlight[`artwork/p099/k${k}`] = {
      ...{ release: 9_999, input: shortHash(`${k}`), epoch: 9, at: 1, checkAt: 2 },
      by: "storyboard/p099",
    };
  }
  const versions = Array.from({ length: KEPT_VERSIONS }, (_, index) => ({
    once: { key: "0".repeat(32), request: "0".repeat(32) },
    ...{ number: 900 + index, what: "redraw" as const, step: "artwork/p099/k7", by: base.ownerId },
    ...{ at: 1, snapshot: contentHash(`${index}`), complete: true },
  }));
  return { ...base, results, inFlight, times, gates, versions };
}

test("a schedule of 100 pages of 7 panels and 100 versions stays under 300 KB in Firestore", () => {
  const schedule = bigSchedule(100, 7);
  expect(ScheduleSchema.parse(schedule)).toEqual(schedule);
  expect(storedSize(schedule)).toBeLessThan(300_000);
});

test("a failed session without a reason cannot be written", () => {
  const schedule = bigSchedule(1, 1);
  const failed = { ...schedule, state: { status: "failed", endedAt: 1 } };
  expect(ScheduleSchema.safeParse(failed).success).toBe(false);
  const reason = FailureSchema.parse({ code: "x", message: "y", retryable: false });
  expect(ScheduleSchema.safeParse({ ...schedule, state: { ...failed.state, reason } }).success).toBe(true);
});
