import { expect, test } from "vitest";
import { openAudit } from "./audit.ts";
import type { WrittenDocument } from "./commits.ts";

const MS = 1_000;

function step(at: number, more: Record<string, unknown>): WrittenDocument {
  const record = {
    step: "plot",
    release: 3,
    fence: 1,
    attempt: 1,
    leaseUntil: null,
    settled: 0,
    settledFence: null,
  };
  return { at: at * MS, path: "sessions/s/steps/plot", data: { ...record, ...more } };
}

function schedule(
  at: number,
  seq: number,
  results: Record<string, unknown>,
  more: Record<string, unknown> = {},
): WrittenDocument {
  const data = {
    state: { status: "running" },
    seq,
    dueAt: null,
    results,
    inFlight: {},
    versions: [],
    ...more,
  };
  return { at: at * MS, path: "sessions/s/private/schedule", data };
}

const result = (output: string) => ({ input: "i", output });
const claimed = (at: number, fence: number) => step(at, { fence, leaseUntil: at + 3_000 });
const settled = (at: number, fence: number, more = {}) =>
  step(at, { fence, settled: 3, settledFence: fence, ...more });

function rules(...documents: WrittenDocument[]): string[] {
  const audit = openAudit();
  audit.see(documents);
  return audit.findings.map(({ rule }) => rule);
}

test("a step that is claimed, expires, is claimed again and recorded once is valid", () => {
  const audit = openAudit();
  audit.see([schedule(0, 1, {}), claimed(1, 1), claimed(3_002, 2)]);
  audit.see([settled(3_500, 2), schedule(3_500, 2, { plot: result("a") })]);
  expect(audit.findings).toEqual([]);
  expect(audit.lapses).toEqual([{ sessionId: "s", step: "plot", fence: 1 }]);
  expect(audit.taken).toEqual([{ sessionId: "s", step: "plot", fence: 2, at: 3_500 }]);
});

test("a result recorded twice, or without a claim, is found", () => {
  const once = [schedule(0, 1, {}), claimed(1, 1), settled(2, 1), schedule(2, 2, { plot: result("a") })];
  expect(rules(...once)).toEqual([]);
  expect(rules(...once, schedule(3, 3, { plot: result("b") }))).toEqual(["double-effect"]);
  expect(rules(...once, schedule(3, 3, {}))).toEqual(["stale-write"]);
  expect(rules(schedule(0, 1, {}), schedule(2, 2, { plot: result("a") }))).toEqual(["stale-write"]);
});

const VERSIONS = { versions: [{ number: 1 }, { number: 2 }] };
const flight = (epoch: number) => ({ inFlight: { plot: { release: epoch + 1, input: `i${epoch}`, epoch } } });
const madeIn = (epoch: number, output: string) => ({ plot: { input: `i${epoch}`, output } });

/** Claimed and recorded in a later release. */
const worked = (at: number, fence: number, release: number) => [
  step(at, { fence, release, leaseUntil: at + 3_000, settled: release - 1, settledFence: fence - 1 }),
  step(at + 1, { fence, release, settled: release, settledFence: fence }),
];

/** Made in epoch 0, and again in epoch 1 for a change of the book. */
const madeAgain = [
  ...[schedule(0, 1, {}, flight(0)), claimed(1, 1), settled(2, 1), schedule(2, 2, madeIn(0, "a"))],
  schedule(3, 3, madeIn(0, "a"), { ...VERSIONS, ...flight(1) }),
  ...[...worked(4, 2, 4), schedule(5, 4, madeIn(1, "b"), VERSIONS)],
];

test("a result for a change of the book is recorded again, once", () => {
  const audit = openAudit();
  audit.see(madeAgain);
  expect(audit.findings).toEqual([]);
  expect(audit.taken.map(({ fence }) => fence)).toEqual([1, 2]);
  expect([...audit.versions("s").keys()]).toEqual([1, 2]);
  expect([1, 2, 3].map((fence) => audit.releaseOf("s", { step: "plot", fence }))).toEqual([3, 4, undefined]);
  const again = [schedule(6, 5, madeIn(1, "b"), { ...VERSIONS, ...flight(1) }), ...worked(7, 3, 5)];
  for (const made of [madeIn(1, "c"), madeIn(2, "c")]) {
    expect(rules(...madeAgain, ...again, schedule(8, 6, made, VERSIONS))).toEqual(["double-effect"]);
  }
});

test("a restored version contains its results without new recordings", () => {
  const versions = { versions: [...VERSIONS.versions, { number: 3 }] };
  const audit = openAudit();
  audit.see([...madeAgain, schedule(6, 5, madeIn(0, "a"), versions)]);
  expect(audit.findings).toEqual([]);
  expect(audit.taken).toHaveLength(2);
});

test("a record by a worker that had lost its claim is found", () => {
  const late = settled(4_000, 2, { settledFence: 1 });
  const found = rules(
    schedule(0, 1, {}),
    claimed(1, 1),
    claimed(3_500, 2),
    late,
    schedule(4_000, 2, { plot: result("a") }),
  );
  expect(found).toEqual(["stale-write"]);
});

test("a claim during another lease, a decreasing fence and a schedule that goes back are found", () => {
  expect(rules(claimed(1, 1), claimed(2_000, 2))).toEqual(["double-effect"]);
  expect(rules(claimed(1, 2), claimed(2, 1))).toEqual(["stale-write"]);
  expect(rules(schedule(0, 5, {}), schedule(1, 4, {}))).toEqual(["stale-write"]);
});

test("client documents that go back, a second session for one request and a step done twice are found", () => {
  const shown = (at: number, id: string, seq: number): WrittenDocument => ({
    ...{ at: at * MS, path: `sessions/${id}` },
    data: { seq, status: "running", ownerId: "o" },
  });
  expect(rules(shown(0, "s", 2), shown(1, "s", 3))).toEqual([]);
  expect(rules(shown(0, "s", 2), shown(1, "s", 1))).toEqual(["stale-write"]);
  expect(rules(shown(0, "s", 2), shown(1, "t", 1))).toEqual(["double-effect"]);
  const audit = openAudit();
  for (let requested = 0; requested < 2; requested += 1) audit.expectSession("o");
  audit.see([shown(0, "s", 2), shown(1, "t", 1), shown(2, "s", 3)]);
  expect(audit.findings).toEqual([]);
  audit.see([shown(3, "u", 1)]);
  expect(audit.findings.map(({ rule }) => rule)).toEqual(["double-effect"]);
  const done = (number: number): WrittenDocument => ({
    ...{ at: number, path: `sessions/s/events/plot.${number}.done` },
    data: { kind: "done", step: "plot", number },
  });
  expect(rules(done(1), done(1))).toEqual([]);
  expect(rules(done(1), done(2))).toEqual(["double-effect"]);
  const last = { ...done(2), at: 9 * MS };
  expect(rules(...madeAgain, done(1), last)).toEqual([]);
  expect(rules(...madeAgain, done(1), last, { ...done(3), at: 10 * MS })).toEqual(["double-effect"]);
});
