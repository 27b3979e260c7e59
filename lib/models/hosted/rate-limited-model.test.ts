import { describe, expect, it } from "vitest";
import type { Clock } from "../../pipeline/clock.ts";
import { BusyError } from "../../pipeline/errors.ts";
import { SLOT_VALID_MS } from "../fair-window.ts";
import { memoryQuota, type Quota } from "../quota.ts";
import { OverloadedError } from "./failures.ts";
import type { Question } from "./model.ts";
import { rateLimitedModel } from "./rate-limited-model.ts";
import { scriptedModel } from "./scripted-model.ts";

const signal = new AbortController().signal;
const HELLO: Question = {
  task: "look",
  turns: [{ role: "user", parts: [{ text: "hello" }] }],
  wanted: { kind: "text", maxOutputTokens: 9 },
};

/** A model with a clock that advances only while sleeping. The quota takes `answerMs` to answer. */
function world(lines: Parameters<typeof scriptedModel>[1], { limit = 2, answerMs = 0, waitFactor = 1 } = {}) {
  let now = 0;
  const slept: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
  };
  const { take, ...others } = memoryQuota(() => now);
  let slowMs = answerMs;
  const quota: Quota = {
    ...others,
    async take(...asked) {
      const place = await take(...asked);
      now += slowMs;
      slowMs = 0;
      return place;
    },
  };
  const window = { name: "w", limit, windowMs: 60_000 };
  const model = scriptedModel("m", lines);
  const paced = rateLimitedModel(model, { quota, window, waitFactor, clock, random: () => 0.4 });
  return { paced, model, slept, now: () => now, pass: (ms: number) => (now += ms) };
}

const another = (seed: number): Question => ({ ...HELLO, seed });
const busyOf = async (asked: Promise<unknown>): Promise<BusyError> => {
  const error = await asked.catch((thrown: unknown) => thrown);
  if (error instanceof BusyError) return error;
  throw new Error(`it is not busy: ${String(error)}`);
};

describe("a rate-limited model", () => {
  it("asks at once while slots are free, and then is busy until its reserved slot", async () => {
    const { paced, model, slept, pass } = world([{ text: "OK" }]);
    await paced.ask(another(1), signal);
    await paced.ask(another(2), signal);
    const third = await busyOf(paced.ask(another(3), signal));
    expect(third.message).toMatch(/2 requests a minute/);
    expect(third.retryAfterMs).toBe(60_000);
    pass(60_000);
    await paced.ask(another(3), signal);
    expect(model.asked).toHaveLength(3);
    expect(slept).toEqual([]);
  });

  it("never waits, however soon the slot is due", async () => {
    const { paced, slept, pass } = world([{ text: "OK" }]);
    await paced.ask(another(1), signal);
    await paced.ask(another(2), signal);
    pass(59_999);
    expect((await busyOf(paced.ask(another(3), signal))).retryAfterMs).toBe(1);
    expect(slept).toEqual([]);
  });

  it("gives a reserved slot to its own question only", async () => {
    const { paced, pass } = world([{ text: "OK" }], { limit: 1 });
    await paced.ask(another(1), signal);
    await busyOf(paced.ask(another(2), signal));
    pass(60_000);
    expect((await busyOf(paced.ask(another(3), signal))).retryAfterMs).toBe(60_000);
    await paced.ask(another(2), signal);
    // The slot is used up.
    await busyOf(paced.ask(another(2), signal));
  });

  it("takes the slot that is open when it comes later than it was told", async () => {
    const { paced, model, pass } = world([{ text: "OK" }], { limit: 1 });
    await paced.ask(another(1), signal);
    await busyOf(paced.ask(another(2), signal));
    pass(60_000 + SLOT_VALID_MS + 1);
    await paced.ask(another(2), signal);
    expect(model.asked).toHaveLength(2);
    // The slot counts from when it was taken, not from when it was due.
    expect((await busyOf(paced.ask(another(3), signal))).retryAfterMs).toBe(60_000);
  });

  it("does not use a slot that took too long to be granted", async () => {
    const { paced, model } = world([{ text: "OK" }], { limit: 1, answerMs: SLOT_VALID_MS + 1 });
    expect((await busyOf(paced.ask(another(1), signal))).retryAfterMs).toBe(60_000 - SLOT_VALID_MS - 1);
    expect(model.asked).toHaveLength(0);
  });

  it("delays callers without a reservation longer than the others, and each by another time", async () => {
    const { paced } = world([{ text: "OK" }], { limit: 1 });
    await paced.ask(another(1), signal);
    await busyOf(paced.ask(another(2), signal));
    // The next slot is two windows ahead, and slots are reserved one window ahead at most.
    expect((await busyOf(paced.ask(another(3), signal))).retryAfterMs).toBe(60_000 + 0.4 * 60_000);
  });

  it("blocks all callers after a 429, for 5 s and a little more or for the stated time, and reserves a slot", async () => {
    const { paced, model, pass } = world([new BusyError("429", 8_000), { text: "OK" }], { limit: 60 });
    const sent = await busyOf(paced.ask(another(1), signal));
    expect(sent.message).toBe("429");
    expect(sent.retryAfterMs).toBe(8_000);
    pass(100);
    const next = await busyOf(paced.ask(another(2), signal));
    // A sixtieth of the window later.
    expect(next.retryAfterMs).toBe(8_000 + 1_000 - 100);
    pass(7_900);
    await paced.ask(another(1), signal);
    expect(model.asked).toHaveLength(2);
    const unnamed = world([new BusyError("429")], { limit: 60 });
    expect((await busyOf(unnamed.paced.ask(HELLO, signal))).retryAfterMs).toBeCloseTo(5_000 * 1.1);
  });

  it("backs off less where the vendor's window is shorter", async () => {
    const failing = Array.from({ length: 2 }, () => new OverloadedError("503"));
    const { paced, pass } = world(failing, { limit: 600, waitFactor: 0.01 });
    const first = (await busyOf(paced.ask(HELLO, signal))).retryAfterMs ?? 0;
    pass(first);
    const second = (await busyOf(paced.ask(HELLO, signal))).retryAfterMs ?? 0;
    expect([first, second].map((ms) => Math.round(ms / 1.1))).toEqual([50, 100]);
  });

  it("doubles its backoff from 5 to 120 s while the model is overloaded, and resets it after an answer", async () => {
    const failing = Array.from({ length: 7 }, () => new OverloadedError("503"));
    const { paced, pass } = world([...failing, { text: "OK" }, new OverloadedError("503")], { limit: 600 });
    const waits: number[] = [];
    for (let at = 0; at < failing.length; at += 1) {
      const { retryAfterMs = 0 } = await busyOf(paced.ask(HELLO, signal));
      waits.push(Math.round(retryAfterMs / 1.1));
      pass(retryAfterMs);
    }
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000]);
    expect(await paced.ask(HELLO, signal)).toMatchObject({ text: "OK" });
    expect(Math.round(((await busyOf(paced.ask(HELLO, signal))).retryAfterMs ?? 0) / 1.1)).toBe(5_000);
  });

  it("counts concurrent failures once", async () => {
    const { paced } = world([new OverloadedError("503")], { limit: 600 });
    const waits = await Promise.all(
      [1, 2, 3].map(async (seed) => (await busyOf(paced.ask(another(seed), signal))).retryAfterMs),
    );
    for (const waitMs of waits) expect(waitMs).toBeCloseTo(5_000 * 1.1);
  });

  it("sends nothing when the signal is aborted", async () => {
    const { paced, model } = world([{ text: "OK" }], { limit: 1 });
    const stop = AbortSignal.abort(new Error("cancelled"));
    await expect(paced.ask(HELLO, stop)).rejects.toThrow("cancelled");
    expect(model.asked).toHaveLength(0);
  });
});
