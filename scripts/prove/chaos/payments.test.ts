import { expect, test } from "vitest";
import type { PaidCall } from "./journal.ts";
import { batchesTwice, judgePayments } from "./payments.ts";

const call = (at: number, fence: number, more: Partial<PaidCall> = {}): PaidCall => ({
  ...{ kind: "paid", at, fence, instance: `artwork-${fence}`, sessionId: "s", step: "artwork/p001/k1" },
  ...{ call: "draw", model: "m", ...more },
});
const record = (at: number, fence: number) => ({ sessionId: "s", step: "artwork/p001/k1", fence, at });
const calm = { deaths: [], outages: [], lapses: [], taken: [] };

test("calls that were made once, or for other work, are no repeats", () => {
  const calls = [call(1, 1), call(2, 2, { call: "another" }), call(3, 3, { sessionId: "t" })];
  const payments = judgePayments({ ...calm, calls, taken: [record(2, 1)] });
  expect(payments).toMatchObject({ paidCalls: 3, paidRepeats: 0 });
});

test("a repeat is put down to the death of the worker that had paid, if it died in between", () => {
  const calls = [call(1_000, 1), call(6_000, 2)];
  const taken = [record(7_000, 2)];
  const died = { ...calm, calls, taken, deaths: [{ instance: "artwork-1", at: 2_000 }] };
  expect(judgePayments(died)).toMatchObject({ repeatsAfter: { crash: 1 }, cutOff: { crash: 1 } });
  const diedLater = { ...died, deaths: [{ instance: "artwork-1", at: 6_500 }] };
  expect(judgePayments(diedLater)).toMatchObject({ repeatsAfter: { nothing: 1 } });
});

test("an edit that was paid twice while its worker lived is a repeat without cause; one that a crash cut off is not", () => {
  const edits = [call(1_000, 1, { isEdit: true }), call(6_000, 2, { isEdit: true })];
  const twice = { ...calm, calls: edits, taken: [record(7_000, 2)] };
  expect(judgePayments(twice)).toMatchObject({ paidRepeats: 1, repeatsAfter: { nothing: 1 } });
  const died = { ...twice, deaths: [{ instance: "artwork-1", at: 2_000 }] };
  expect(judgePayments(died)).toMatchObject({ paidRepeats: 1, repeatsAfter: { crash: 1, nothing: 0 } });
});

test("a repeat is put down to an outage around it, or to a lease that ran out; else it is without cause", () => {
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

test("a call that was recorded was not cut off, whatever happened to its worker then", () => {
  const deaths = [{ instance: "artwork-1", at: 2_000 }];
  const payments = judgePayments({ ...calm, calls: [call(1_000, 1)], taken: [record(1_900, 1)], deaths });
  expect(payments.cutOff).toEqual({ crash: 0, outage: 0, standstill: 0 });
});

test("a picture that was ordered in two batches is found, whoever died over the first", () => {
  const ordered = [call(1_000, 1), call(2_000, 1, { step: "artwork/p001/k2" }), call(6_000, 2)];
  expect(batchesTwice(ordered)).toEqual(["s artwork/p001/k1 draw"]);
  expect(batchesTwice(ordered.slice(0, 2))).toEqual([]);
});
