import { describe, expect, it } from "vitest";
import type { Clock } from "../../pipeline/clock.ts";
import { BusyError } from "../../pipeline/errors.ts";
import { memoryQuota } from "../quota.ts";
import type { Question } from "./model.ts";
import { pacedModel } from "./paced.ts";
import { scriptedModel } from "./scripted-model.ts";

const signal = new AbortController().signal;
const HELLO: Question = {
  turns: [{ role: "user", parts: [{ text: "hello" }] }],
  wanted: { kind: "text", maxOutputTokens: 9 },
};
const PATIENT = { ...HELLO, patient: true };

/** A world whose clock stands still but for sleeping; `lateMs` is added to every sleep. */
function world(lines: Parameters<typeof scriptedModel>[1], { limit = 2, lateMs = 0 } = {}) {
  let now = 0;
  const slept: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms + (slept.length === 1 ? lateMs : 0);
    },
  };
  const quota = memoryQuota(() => now);
  const window = { name: "w", limit, windowMs: 60_000 };
  const model = scriptedModel("m", lines);
  const paced = pacedModel(model, { quota, window, clock, random: () => 0.4 });
  return { paced, model, slept, now: () => now, pass: (ms: number) => (now += ms) };
}

describe("a paced model", () => {
  it("asks at once while there is room, and then says that it is busy, and for how long", async () => {
    const { paced, model } = world([{ text: "OK" }]);
    await paced.ask(HELLO, signal);
    await paced.ask(HELLO, signal);
    const third = await paced.ask(HELLO, signal).catch((error: unknown) => error);
    expect(third).toBeInstanceOf(BusyError);
    // Back when the wait for the place has become a short one.
    expect(third).toMatchObject({
      retryAfterMs: 55_000,
      message: expect.stringMatching(/2 requests a minute/),
    });
    expect(model.asked).toHaveLength(2);
  });

  it("waits inside the call where the wait is short", async () => {
    const { paced, model, slept, pass } = world([{ text: "OK" }]);
    await paced.ask(HELLO, signal);
    await paced.ask(HELLO, signal);
    pass(57_000);
    await paced.ask(HELLO, signal);
    expect(slept.at(-1)).toBe(3_000);
    expect(model.asked).toHaveLength(3);
  });

  it("waits out a full window where something is paid for already", async () => {
    const { paced, model, now } = world([{ text: "OK" }]);
    for (let asked = 0; asked < 3; asked += 1) await paced.ask(PATIENT, signal);
    expect(model.asked).toHaveLength(3);
    expect(now()).toBe(60_000);
  });

  it("holds everybody back after a 429, for as long as was asked and a little more", async () => {
    const { paced, slept, pass } = world([new BusyError("429", 3_000), { text: "OK" }], { limit: 60 });
    await expect(paced.ask(HELLO, signal)).rejects.toThrow(BusyError);
    pass(100);
    await paced.ask(HELLO, signal);
    expect(slept.at(-1)).toBeCloseTo(3_000 * 1.1 - 100);
  });

  it("comes back by itself after a 429 where something is paid for already, but not for ever", async () => {
    const once = world([new BusyError("429"), { text: "OK" }]);
    expect(await once.paced.ask(PATIENT, signal)).toMatchObject({ text: "OK" });
    expect(once.model.asked).toHaveLength(2);
    const never = world([new BusyError("429")], { limit: 60 });
    await expect(never.paced.ask(PATIENT, signal)).rejects.toThrow(BusyError);
    expect(never.model.asked).toHaveLength(6);
  });

  it("takes a new place when it comes too late to its own", async () => {
    const { paced, model, slept } = world([{ text: "OK" }], { lateMs: 20_000 });
    await paced.ask(HELLO, signal);
    expect(slept).toHaveLength(2);
    expect(model.asked).toHaveLength(1);
  });

  it("leaves the line when its step is aborted", async () => {
    const { paced, model } = world([{ text: "OK" }]);
    const stop = AbortSignal.abort(new Error("cancelled"));
    await expect(paced.ask(HELLO, stop)).rejects.toThrow("cancelled");
    expect(model.asked).toHaveLength(0);
  });
});
