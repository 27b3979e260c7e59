// Contract of the store of reports and suspensions; run on the in-memory and the Firestore implementation.
import { describe, expect, test } from "vitest";
import { MOST_REPORTS, type Moderation, REPORT_REASONS } from "./moderation.ts";

export interface ModerationUnderTest {
  moderation: Moderation;
  newId: () => string;
  /** The owners whose sessions the ledger refuses. */
  refused: () => Promise<readonly string[]>;
}

export function describeModeration(name: string, use: () => ModerationUnderTest): void {
  describe(name, () => {
    test("reports about a book are listed newest first until an operator decides, and again after a further one", async () => {
      const { moderation, newId } = use();
      const [first, second] = [newId(), newId()];
      await moderation.addReport({ sessionId: first, ownerId: newId() }, { reason: "violent" });
      await moderation.addReport(
        { sessionId: second, ownerId: newId() },
        { reason: "other", words: "That is my name." },
      );
      const open = async () => {
        const ours = [first, second];
        const listed = await moderation.listReported({ state: "open", limit: 100 });
        return listed.map(({ sessionId }) => sessionId).filter((one) => ours.includes(one));
      };
      expect(await open()).toEqual([second, first]);
      expect(await moderation.readReported(second)).toMatchObject({
        count: 1,
        reports: [{ words: "That is my name." }],
      });
      expect(await moderation.decide(second, { by: "operator", note: "A name of fiction." })).toBe(true);
      expect(await moderation.decide(newId(), { by: "operator", note: "" })).toBe(false);
      expect(await open()).toEqual([first]);
      await moderation.addReport({ sessionId: second, ownerId: newId() }, { reason: "other" });
      expect(await open()).toEqual([second, first]);
      expect(await moderation.readReported(second)).toMatchObject({
        count: 2,
        decided: { note: "A name of fiction." },
      });
    });

    test("a list is cut into pages", async () => {
      const { moderation, newId } = use();
      const books = [newId(), newId(), newId()];
      for (const sessionId of books)
        await moderation.addReport({ sessionId, ownerId: newId() }, { reason: "illegal" });
      const [first] = await moderation.listReported({ state: "open", limit: 1 });
      expect(first?.sessionId).toBe(books[2]);
      const after = { at: first?.lastAt ?? "", id: books[2] ?? "" };
      const rest = await moderation.listReported({ state: "open", after, limit: 2 });
      expect(rest.map(({ sessionId }) => sessionId)).toEqual([books[1], books[0]]);
    });

    test("only the latest reports about a book are stored, and all are counted", async () => {
      const { moderation, newId } = use();
      const book = { sessionId: newId(), ownerId: newId() };
      const count = MOST_REPORTS + 2;
      for (let n = 1; n <= count; n += 1)
        await moderation.addReport(book, { reason: REPORT_REASONS[0], words: `${n}` });
      const stored = await moderation.readReported(book.sessionId);
      expect([stored?.count, stored?.reports.length]).toEqual([count, MOST_REPORTS]);
      expect([stored?.reports[0]?.words, stored?.reports.at(-1)?.words]).toEqual(["3", `${count}`]);
    });

    test("a suspended owner is refused by the ledger until an operator restores it", async () => {
      const { moderation, newId, refused } = use();
      const ownerId = newId();
      const first = await moderation.suspend(ownerId, { reason: "Spam.", by: "operator" });
      expect(await moderation.suspend(ownerId, { reason: "Again.", by: "operator" })).toEqual(first);
      expect(await moderation.readSuspension(ownerId)).toMatchObject({ reason: "Spam.", by: "operator" });
      expect((await refused()).filter((one) => one === ownerId)).toHaveLength(1);
      expect(await moderation.restore(ownerId)).toBe(true);
      expect(await moderation.restore(ownerId)).toBe(false);
      expect(await moderation.readSuspension(ownerId)).toBeUndefined();
      expect(await refused()).not.toContain(ownerId);
    });
  });
}
