// A user who requests many long books at once: the total spent stays within the user's daily budget.
import { expect, test } from "vitest";
import { sampleService } from "./sample-service.ts";

/** Requests of 20 pages each. */
const REQUESTS = Number(process.env.BUDGET_ATTACK_REQUESTS ?? 12);
/** Pictures are the most expensive calls of the simulated models. */
const PICTURE_MICROS = 140_000;
const SLOTS = 5;

/** A different story for each request, long enough for twenty pages, so that no result comes from the cache. */
function longStory(seed: number): string {
  const places = ["駅", "路地", "教室", "海辺", "森", "屋上"];
  return Array.from({ length: 60 }, (_, i) => {
    const place = places[(i + seed) % places.length];
    return `${seed}番目の夜、ミナは${place}で猫を追った。「待って」とミナは${i}回目に叫んだ。猫は振り返らなかった。`;
  }).join("\n\n");
}

test("concurrent requests for long books stop at the budget of the day", async () => {
  const limits = { sessionMicros: 40_000_000, dayMicros: 3_000_000 };
  const service = sampleService(limits);
  const starts = Array.from({ length: REQUESTS }, (_, seed) =>
    service.send("POST", "/api/v1/manga/generate", {
      ...{ text: longStory(seed), models: "simulated", pages: 20, formats: [], seed },
    }),
  );
  const answers = (await Promise.all(starts)).map(({ status }) => status);
  // Ten sessions may run at once. Further requests are refused before they spend anything.
  expect(answers.filter((status) => status !== 202 && status !== 429)).toEqual([]);
  await service.deliver();
  const accepted = answers.filter((status) => status === 202).length;
  const sessions = [...service.projector.sessions.values()];
  expect(sessions).toHaveLength(accepted);
  expect(new Set(sessions.map(({ status, error }) => `${status}: ${error?.code}`))).toEqual(
    new Set(["failed: budget-day"]),
  );
  const spent = [...service.ledger.rows.values()].reduce((sum, { micros }) => sum + micros, 0);
  expect(spent).toBeGreaterThan(limits.dayMicros - accepted * SLOTS * PICTURE_MICROS);
  expect(spent).toBeLessThanOrEqual(limits.dayMicros);
}, 600_000);
