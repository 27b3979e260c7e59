import { expect, test } from "vitest";
import type { PaidCall } from "./journal.ts";
import { batchesTwice, judgePayments } from "./payments.ts";

const call = (at: number, fence: number, more: Partial<PaidCall> = {}): PaidCall => ({
  ...{ kind: "paid", at, fence, instance: `artwork-${fence}`, sessionId: "s", step: "artwork/p001/k1" },
  ...{ call: "draw", model: "m", ...more },
});
const record = (at: number, fence: number) => ({ sessionId: "s", step: "artwork/p001/k1", fence, at });
const calm = { deaths: [], outages: [], lapses: [], taken: [] };

test("single calls, and calls for different work, are not repeats", () => {
  const calls = [call(1, 1), call(2, 2, { call: "another" }), call(3, 3, { sessionId: "t" })];
  const payments = judgePayments({ ...calm, calls, taken: [record(2, 1)] });
  expect(payments).toMatchObject({ paidCalls: 3, paidRepeats: 0 });
});

test("a repeat is attributed to the crash of the worker that had paid, if it crashed in between", () => {
  const calls = [call(1_000, 1), call(6_000, 2)];
  const taken = [record(7_000, 2)];
  const died = { ...calm, calls, taken, deaths: [{ instance: "artwork-1", at: 2_000 }] };
  expect(judgePayments(died)).toMatchObject({ repeatsAfter: { crash: 1 }, cutOff: { crash: 1 } });
  const diedLater = { ...died, deaths: [{ instance: "artwork-1", at: 6_500 }] };
  expect(judgePayments(diedLater)).toMatchObject({ repeatsAfter: { nothing: 1 } });
});

test("an edit paid twice by a living worker is a repeat without a cause; one interrupted by a crash has one", () => {
  const edits = [call(1_000, 1, { isEdit: true }), call(6_000, 2, { isEdit: true })];
  const twice = { ...calm, calls: edits, taken: [record(7_000, 2)] };
  expect(judgePayments(twice)).toMatchObject({ paidRepeats: 1, repeatsAfter: { nothing: 1 } });
  const died = { ...twice, deaths: [{ instance: "artwork-1", at: 2_000 }] };
  expect(judgePayments(died)).toMatchObject({ paidRepeats: 1, repeatsAfter: { crash: 1, nothing: 0 } });
});

test("a repeat is attributed to an outage, or to an expired lease; otherwise it has no cause", () => {
  const calls = [call(1_000, 1), call(6_000, 2)];
  const taken = [record(7_000, 2)];
  const outage = judgePayments({ ...calm, calls, taken, outages: [{ from: 2_000, to: 5_500 }] });
  expect(outage.repeatsAfter).toEqual({ crash: 0, outage: 1, standstill: 0, nothing: 0 });
  const lapse = { sessionId: "s", step: "artwork/p001/k1", fence: 1 };
  const lapsed = judgePayments({ ...calm, calls, taken, lapses: [lapse] });
  expect(lapsed.repeatsAfter).toEqual({ crash: 0, outage: 0, standstill: 1, nothing: 0 });
  const distant = judgePayments({ ...calm, calls, taken, outages: [{ from: 20_000, to: 21_000 }] });
  expect(distant.repeatsAfter.nothing).toBe(1);
});

test("a recorded call was not interrupted, whatever happened to its worker later", () => {
  const deaths = [{ instance: "artwork-1", at: 2_000 }];
  const payments = judgePayments({ ...calm, calls: [call(1_000, 1)], taken: [record(1_900, 1)], deaths });
  expect(payments.cutOff).toEqual({ crash: 0, outage: 0, standstill: 0 });
});

test("a picture submitted in two batches is found, even after a crash", () => {
  const ordered = [call(1_000, 1), call(2_000, 1, { step: "artwork/p001/k2" }), call(6_000, 2)];
  expect(batchesTwice(ordered)).toEqual(["s artwork/p001/k1 draw"]);
  expect(batchesTwice(ordered.slice(0, 2))).toEqual([]);
});
