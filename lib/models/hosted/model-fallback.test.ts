import { describe, expect, it } from "vitest";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import { unmeteredContext } from "../unmetered-context.ts";
import { UnansweredError } from "./failures.ts";
import { withFallback } from "./model-fallback.ts";

const clock = { now: () => 0, sleep: async () => {} };
const open = new AbortController().signal;

/** Runs a task that throws the scripted errors of each model; a model without further errors succeeds. */
async function run(script: Record<string, Error[]>, signal = open) {
  const context = unmeteredContext(signal);
  const asked: string[] = [];
  const models = Object.keys(script).map((id) => ({ id }));
  const result = await withFallback(models, { context, clock }, async ({ id }) => {
    asked.push(id);
    const failure = script[id]?.shift();
    if (failure !== undefined) throw failure;
    return `made by ${id}`;
  }).catch((error: unknown) => error);
  return { result, asked, notices: context.notices };
}

describe("models with fallbacks", () => {
  it("asks only the first while it answers", async () => {
    const { result, asked, notices } = await run({ first: [], second: [] });
    expect(result).toMatchObject({ made: "made by first", by: { id: "first" } });
    expect([asked, notices]).toEqual([["first"], []]);
  });

  it("tries a model without an answer once more, then the next, with a notice", async () => {
    const silence = () => new UnansweredError("503");
    const { result, asked, notices } = await run({ first: [silence(), silence()], second: [] });
    expect(result).toMatchObject({ by: { id: "second" } });
    expect(asked).toEqual(["first", "first", "second"]);
    expect(notices).toEqual(["second stands in for first: 503"]);
    expect((await run({ first: [silence()], second: [] })).asked).toEqual(["first", "first"]);
  });

  it.each(["model-gone", "model-key", "model-access"])(
    "goes to the next model at once after %s",
    async (code) => {
      const { asked } = await run({ first: [new TerminalError(code, "x")], second: [] });
      expect(asked).toEqual(["first", "second"]);
    },
  );

  it.each([new BusyError("429"), new TerminalError("refused", "x"), new RetryableError("unusable twice")])(
    "does not change the model for %s, which is not about the model",
    async (error) => {
      const { result, asked } = await run({ first: [error], second: [] });
      expect(result).toBe(error);
      expect(asked).toEqual(["first"]);
    },
  );

  it("throws the last model's error", async () => {
    const last = new UnansweredError("the last");
    const { result, asked } = await run({ first: [new TerminalError("model-gone", "x")], second: [last] });
    expect(result).toBe(last);
    expect(asked).toEqual(["first", "second"]);
  });

  it("stops with the signal's reason", async () => {
    const stop = AbortSignal.abort(new Error("cancelled"));
    const { result, asked } = await run({ first: [new UnansweredError("503")], second: [] }, stop);
    expect(result).toMatchObject({ message: "cancelled" });
    expect(asked).toEqual(["first"]);
  });
});
