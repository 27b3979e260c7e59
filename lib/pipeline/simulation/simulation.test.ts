import { describe, expect, test } from "vitest";
import { catchBugs, runSeeds, summaryOf } from "./campaign.ts";
import { PLANTED_BUGS } from "./planted-bugs.ts";
import { simulate } from "./simulate.ts";

describe("sessions in a bad world", () => {
  test("all end, lose nothing, do nothing twice, and pay again only after crashes (300 seeds)", async () => {
    const batch = await runSeeds(1, 300);
    expect(batch.violations).toEqual([]);
    const summary = summaryOf(batch);
    expect(summary).toMatchObject({ sessions: 300, lost: 0, stuck: 0, doubleEffects: 0, staleWrites: 0 });
    expect(summary.finished + summary.failed + summary.cancelled).toBe(300);
    expect(summary.finished).toBeGreaterThan(200);
    expect(summary.booksEqual).toBe(true);
    expect(summary.paidRepeatsAfterCrash).toBeLessThanOrEqual(summary.crashesAfterCall);
  });

  test("meet every kind of trouble", async () => {
    const { tally, ended } = await runSeeds(1, 300);
    expect(Object.values(tally.crashes).every((count) => count > 0)).toBe(true);
    expect(Object.values(tally.repeats).every((count) => count > 0)).toBe(true);
    const { standstills, faults, contentions, deadLetters, edits, cancels, retries, decisions } = tally;
    const kinds = [standstills, faults, contentions, deadLetters, edits, cancels, retries, decisions];
    expect(kinds.every((count) => count > 0)).toBe(true);
    expect([ended.completed, ended.failed, ended.cancelled].every((count) => count > 0)).toBe(true);
  });

  test("do the same again for the same seed, call by call", async () => {
    for (const seed of [3, 20, 228]) {
      const [first, second]: [string[], string[]] = [[], []];
      const result = await simulate(seed, { trace: first });
      expect(await simulate(seed, { trace: second })).toEqual(result);
      expect(second).toEqual(first);
      expect(await simulate(seed)).toEqual(result);
    }
  });
});

describe("planted bugs", () => {
  test("are each caught within 1,000 seeds", async () => {
    expect(PLANTED_BUGS.length).toBeGreaterThanOrEqual(12);
    const missed: string[] = [];
    for await (const { bug, by } of catchBugs(1_000)) if (by === undefined) missed.push(bug.name);
    expect(missed).toEqual([]);
  });
});
