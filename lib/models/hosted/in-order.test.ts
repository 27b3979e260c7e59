import { describe, expect, it } from "vitest";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import { UnansweredError } from "./failures.ts";
import { inOrder } from "./in-order.ts";
import { openTill } from "./till.ts";

const clock = { now: () => 0, sleep: async () => {} };
const signal = new AbortController().signal;
const DEAR = { model: "first", inputTokens: 9, outputTokens: 9, images: 0, costMicros: 50 };

/** Runs a task that throws what it is told to, model by model; a model that is told nothing more does it. */
async function run(script: Record<string, Error[]>, stop = signal) {
  const till = openTill();
  const asked: string[] = [];
  const models = Object.keys(script).map((id) => ({ id }));
  const result = await inOrder(models, { signal: stop, till, clock }, async ({ id }) => {
    asked.push(id);
    const failure = script[id]?.shift();
    if (failure !== undefined) throw failure;
    return `made by ${id}`;
  }).catch((error: unknown) => error);
  return { result, asked, usage: till.total("t") };
}

describe("models that stand in for each other", () => {
  it("asks the first alone while it answers", async () => {
    const { result, asked, usage } = await run({ first: [], second: [] });
    expect(result).toMatchObject({ made: "made by first", by: { id: "first" } });
    expect([asked, usage.notices]).toEqual([["first"], undefined]);
  });

  it("tries a model that does not answer once more, and then the next, and says so", async () => {
    const silence = () => new UnansweredError("503");
    const { result, asked, usage } = await run({ first: [silence(), silence()], second: [] });
    expect(result).toMatchObject({ by: { id: "second" } });
    expect(asked).toEqual(["first", "first", "second"]);
    expect(usage.notices).toEqual(["second stands in for first: 503"]);
    expect((await run({ first: [silence()], second: [] })).asked).toEqual(["first", "first"]);
  });

  it.each(["model-gone", "model-key"])("goes on at once after %s", async (code) => {
    const { asked } = await run({ first: [new TerminalError(code, "x")], second: [] });
    expect(asked).toEqual(["first", "second"]);
  });

  it.each([new BusyError("429"), new TerminalError("refused", "x"), new RetryableError("unusable twice")])(
    "does not change the model for %s, which says nothing against it",
    async (error) => {
      const { result, asked } = await run({ first: [error], second: [] });
      expect(result).toBe(error);
      expect(asked).toEqual(["first"]);
    },
  );

  it("throws what the last one throws", async () => {
    const last = new UnansweredError("the last");
    const { result, asked } = await run({ first: [new TerminalError("model-gone", "x")], second: [last] });
    expect(result).toBe(last);
    expect(asked).toEqual(["first", "second"]);
  });

  it("counts what unanswered calls may have cost", async () => {
    const lost = () => new UnansweredError("timeout", { atMost: DEAR });
    const { usage } = await run({ first: [lost(), lost()], second: [] });
    expect(usage.costMicros).toBe(100);
  });

  it("stops with the signal's reason", async () => {
    const stop = AbortSignal.abort(new Error("cancelled"));
    const { result, asked } = await run({ first: [new UnansweredError("503")], second: [] }, stop);
    expect(result).toMatchObject({ message: "cancelled" });
    expect(asked).toEqual(["first"]);
  });
});

it("tells the log of what it notes", () => {
  const told: string[] = [];
  openTill((notice) => told.push(notice)).note("second stands in for first");
  expect(told).toEqual(["second stands in for first"]);
});

describe("what a failed task had paid", () => {
  it("is on its error, and nothing is on an error of a call whose price nobody knows", async () => {
    const till = openTill();
    till.add(DEAR);
    const unusable = new RetryableError("unusable");
    await expect(till.settle("m", () => Promise.reject(unusable))).rejects.toMatchObject({ usage: DEAR });
    const lost = new UnansweredError("timeout", { atMost: DEAR });
    await expect(till.settle("m", () => Promise.reject(lost))).rejects.not.toHaveProperty("usage");
    const aborted = new Error("cancelled");
    await expect(till.settle("m", () => Promise.reject(aborted))).rejects.not.toHaveProperty("usage");
  });

  it("is nothing where a server said so before anything was paid", async () => {
    const refused = new UnansweredError("503");
    await expect(openTill().settle("m", () => Promise.reject(refused))).rejects.toMatchObject({
      usage: { model: "m", costMicros: 0 },
    });
  });
});
