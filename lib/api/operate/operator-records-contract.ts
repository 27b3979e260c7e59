// Contract of the records of operators; run on the in-memory and the Firestore implementation.
import { describe, expect, test } from "vitest";
import type { DeadLetterStore } from "../../pipeline/dead-letters.ts";
import type { Ledger } from "../../pipeline/ledger.ts";
import type { OperatorRecords } from "./operator-records.ts";

export interface RecordsUnderTest {
  records: OperatorRecords;
  ledger: Pick<Ledger, "reserve" | "settle">;
  deadLetters: DeadLetterStore;
  newId: () => string;
  /** Of the store's clock. */
  today: () => string;
}

export function describeOperatorRecords(name: string, use: () => RecordsUnderTest): void {
  describe(name, () => {
    test("acts are listed newest first, of all or of one session, in pages", async () => {
      const { records, newId } = use();
      const [by, sessionId] = [newId(), newId()];
      await records.addAct({ by, action: "cancel", reason: "Stuck.", sessionId });
      await records.addAct({ by, action: "suspend", reason: "Spam.", ownerId: newId() });
      await records.addAct({ by, action: "rerun", reason: "A broken file.", sessionId, step: "finish" });
      const listed = await records.listActs({ limit: 3 });
      expect(listed.map(({ action }) => action)).toEqual(["rerun", "suspend", "cancel"]);
      const own = await records.listActs({ sessionId, limit: 10 });
      expect(own).toMatchObject([{ by, step: "finish", reason: "A broken file." }, { action: "cancel" }]);
      const [latest] = own;
      const after = { at: latest?.at ?? "", id: latest?.actId ?? "" };
      expect(await records.listActs({ sessionId, after, limit: 10 })).toEqual(own.slice(1));
    });

    test("dead letters are listed without their data until they are forgotten", async () => {
      const { records, deadLetters, newId } = use();
      const [readable, broken] = [`0-${newId()}`, `1-${newId()}`];
      const sessionId = newId();
      const data = JSON.stringify({ sessionId, step: "artwork/p001/k1", inputHash: "h" });
      await deadLetters.keep({ id: readable, data, attributes: {}, sessionId, deliveryAttempt: 100 });
      await deadLetters.keep({ id: broken, data: "{", attributes: {} });
      const first = await records.listDeadLetters({ limit: 1 });
      expect(first).toEqual([
        { letterId: readable, sessionId, step: "artwork/p001/k1", deliveryAttempt: 100 },
      ]);
      const rest = await records.listDeadLetters({ after: readable, limit: 1 });
      expect(rest).toEqual([{ letterId: broken }]);
      expect(await records.forgetDeadLetter(readable)).toBe(true);
      expect(await records.forgetDeadLetter(readable)).toBe(false);
      expect(await records.listDeadLetters({ limit: 1 })).toEqual([{ letterId: broken }]);
      await records.forgetDeadLetter(broken);
    });

    test("a day's spending is summed by model and by owner", async () => {
      const { records, ledger, newId, today } = use();
      const before = await records.readSpend(today(), ["dear", "cheap", "unused"]);
      const [ownerId, sessionId] = [newId(), newId()];
      const call = { ownerId, sessionId, step: "concept", fence: 1, budgetMicros: undefined };
      await ledger.reserve({ ...call, n: 1, model: "dear", upToMicros: 900 });
      await ledger.reserve({ ...call, n: 2, model: "cheap", upToMicros: 40 });
      await ledger.settle({ ...call, n: 1 }, 700);
      const spend = await records.readSpend(today(), ["dear", "cheap", "unused"]);
      expect(spend.calls - before.calls).toBe(2);
      expect(spend.micros - before.micros).toBe(740);
      expect(spend.models).toEqual([
        { model: "dear", calls: 1, micros: 700 },
        { model: "cheap", calls: 1, micros: 40 },
      ]);
      const owner = spend.owners.find((one) => one.ownerId === ownerId);
      expect(owner?.allottedMicros).toBeGreaterThanOrEqual(740);
      expect(await records.readSpend("2001-01-01", ["dear"])).toEqual({
        ...{ day: "2001-01-01", calls: 0, micros: 0, models: [], owners: [] },
      });
    });

    test("the switch stops all spending and allows it again", async () => {
      const { records, ledger, newId } = use();
      expect(await records.readSwitch()).toEqual({ isOff: false });
      await records.setSwitch({ isOff: true, reason: "A leak." });
      expect(await records.readSwitch()).toEqual({ isOff: true, reason: "A leak." });
      const call = { ownerId: newId(), sessionId: newId(), step: "concept", fence: 1, n: 1, model: "m" };
      const reserve = () => ledger.reserve({ ...call, upToMicros: 1, budgetMicros: undefined });
      await expect(reserve()).rejects.toMatchObject({ code: "spending-stopped" });
      await records.setSwitch({ isOff: false });
      await expect(reserve()).resolves.toBeUndefined();
    });
  });
}
