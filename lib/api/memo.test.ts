// The cache of model results: a result is paid for once. The whole service with the simulated models on in-memory stores.

import { beforeAll, describe, expect, test } from "vitest";
import { modelIds, parseModels } from "../models/model-sets.ts";
import type { SessionParams } from "../pipeline/params.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const PARAMS: Omit<SessionParams, "storyHash"> = {
  ...{ title: "雨の猫", pages: 1, language: "ja", direction: "rtl", style: "manga", seed: 3 },
  models: modelIds(parseModels("simulated")),
  ...{ review: [], reviewTimeoutMinutes: 30, formats: [] },
};

const service = sampleService();
const { commands, revisions, ledger, projector } = service;

async function book(ownerId: string, params: Partial<{ seed: number }> = {}) {
  const request = { ownerId, text: SAMPLE_STORY, params: { ...PARAMS, ...params } };
  const { sessionId } = await commands.startSession(request);
  await service.deliver();
  expect(projector.sessions.get(sessionId)?.status).toBe("completed");
  const { results } = await service.schedule(sessionId);
  const outputs = Object.fromEntries(Object.entries(results).map(([step, { output }]) => [step, output]));
  // The bound book contains the date of its start.
  delete outputs.finish;
  return { sessionId, outputs, ...paidBy(sessionId) };
}

function paidBy(sessionId: string): { paid: number; micros: number } {
  const rows = [...ledger.rows.values()].filter((row) => row.sessionId === sessionId);
  return { paid: rows.length, micros: rows.reduce((sum, { micros }) => sum + micros, 0) };
}

let first: Awaited<ReturnType<typeof book>>;
beforeAll(async () => {
  first = await book("ann");
});

describe("an identical session", () => {
  test("costs nothing and gives the same book, step by step", async () => {
    expect(first.paid).toBeGreaterThan(6);
    expect(projector.sessions.get(first.sessionId)?.costMicros).toBe(first.micros);
    const again = await book("ann");
    expect([again.paid, again.micros]).toEqual([0, 0]);
    expect(again.outputs).toEqual(first.outputs);
    expect(projector.sessions.get(again.sessionId)?.costMicros).toBe(0);
  });

  test("of another user is paid for: nothing is shared between owners", async () => {
    const other = await book("bob");
    expect([other.paid, other.micros]).toEqual([first.paid, first.micros]);
    expect(other.outputs).toEqual(first.outputs);
  });

  test("with another seed is paid for", async () => {
    expect((await book("ann", { seed: 4 })).paid).toBeGreaterThan(0);
  });

  test("is complete after the session that paid is deleted; the next identical session pays again", async () => {
    const maker = await book("eve");
    const copy = await book("eve");
    expect(copy.paid).toBe(0);
    const { services, memo } = service;
    await services.eraser.bury(maker.sessionId);
    await memo.forgetSession(maker.sessionId);
    await services.blobs.eraseAll(maker.sessionId);
    await revisions.changeParams({ sessionId: copy.sessionId, by: "eve", params: { direction: "ltr" } });
    await service.deliver();
    expect(projector.sessions.get(copy.sessionId)?.status).toBe("completed");
    expect((await book("eve")).paid).toBe(maker.paid);
  });
});

describe("a change of a finished book", () => {
  const by = "ann";

  test("of one panel's take is one paid call, and returning to an earlier take costs nothing", async () => {
    const { sessionId } = first;
    const before = paidBy(sessionId).paid;
    await revisions.redrawPanel({ sessionId, by, page: 1, panel: "k1" });
    await service.deliver();
    expect(paidBy(sessionId).paid).toBe(before + 1);
    for (const version of [1, 2, 1]) {
      await revisions.restoreVersion({ sessionId, by, version });
      await service.deliver();
    }
    expect(paidBy(sessionId).paid).toBe(before + 1);
  });
});
