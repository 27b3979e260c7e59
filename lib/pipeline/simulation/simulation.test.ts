import { beforeAll, describe, expect, test } from "vitest";
import { type Batch, catchBugs, runSeeds, summaryOf } from "./campaign.ts";
import likely from "./catching-seeds.json" with { type: "json" };
import { PLANTED_BUGS } from "./planted-bugs.ts";
import { simulate } from "./simulate.ts";

describe("sessions with injected faults", () => {
  /** A campaign runs more. */
  const SEEDS = Number(process.env.SIMULATION_SEEDS ?? 500);
  let batch: Batch;
  beforeAll(async () => {
    batch = await runSeeds(1, SEEDS);
  }, 600_000);

  test("all end, lose nothing, do nothing twice, and pay again only after crashes", () => {
    expect(batch.violations).toEqual([]);
    const summary = summaryOf(batch);
    expect(summary).toMatchObject({ sessions: SEEDS, lost: 0, stuck: 0, doubleEffects: 0, staleWrites: 0 });
    expect(summary.finished + summary.failed + summary.cancelled).toBe(SEEDS);
    expect(summary.finished).toBeGreaterThan(SEEDS * 0.5);
    expect(summary.booksEqual).toBe(true);
    expect(summary.paidRepeatsAfterCrash).toBeLessThanOrEqual(summary.crashesAfterCall);
  });

  test("cover every kind of fault and every kind of command", () => {
    const { tally, ended } = batch;
    const { standstills, faults, contentions, deadLetters, revisions, refusals, continued } = tally;
    const kinds = {
      ...tally.met,
      continued,
      standstills,
      faults,
      contentions,
      deadLetters,
      revisions,
      refusals,
    };
    const counts = { ...tally.crashes, ...tally.repeats, ...tally.sent, ...tally.troubles, ...kinds };
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
    expect([ended.completed, ended.failed, ended.cancelled].every((count) => count > 0)).toBe(true);
  });

  test("are the same for the same seed, call by call", async () => {
    for (const seed of [3, 20, 228]) {
      const [first, second]: [string[], string[]] = [[], []];
      const result = await simulate(seed, { trace: first });
      expect(await simulate(seed, { trace: second })).toEqual(result);
      expect(second).toEqual(first);
      expect(await simulate(seed)).toEqual(result);
    }
  }, 60_000);
});

describe("planted bugs", () => {
  test("include every known class of mistake of such a pipeline", () => {
    const names = PLANTED_BUGS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        ...["no dedupe", "no fence", "acknowledge before record", "publish before record"],
        ...["fan-in by counter", "lease without expiry", "sweep off", "slots not given back"],
        ...[
          "deadline overlooked",
          "memory without owner",
          "late result over an edit",
          "other way over an edit",
        ],
        ...["comes back at once", "allotment back twice", "refusal costs nothing", "nothing remembered"],
      ]),
    );
  });

  test("are all caught within 1,000 seeds", async () => {
    expect(PLANTED_BUGS.length).toBeGreaterThanOrEqual(57);
    const missed: string[] = [];
    for await (const { bug, by } of catchBugs(1_000, likely)) if (by === undefined) missed.push(bug.name);
    expect(missed).toEqual([]);
  }, 600_000);
});
