// Contract of the stores of a book's people and its comments; run on the in-memory and the Firestore implementation.
import { describe, expect, test } from "vitest";
import type { DocumentEraser } from "../pipeline/deletion.ts";
import { clientSession } from "../pipeline/projection.ts";
import { SAMPLE_PARAMS } from "../pipeline/sample-session.ts";
import { type ScheduleStore, SessionMissingError } from "../pipeline/schedule-store.ts";
import { newSchedule } from "../pipeline/session.ts";
import { memberOf, type PeopleStore, planAccept, planInvite, planRemoval, planRole } from "./book-people.ts";
import {
  type CommentStore,
  MOST_COMMENTS,
  type PageComments,
  planComment,
  planDeletion,
} from "./comments.ts";
import { ApiProblem } from "./problems.ts";

export interface PeopleUnderTest {
  people: PeopleStore;
  comments: CommentStore;
  schedules: Pick<ScheduleStore, "create">;
  eraser: Pick<DocumentEraser, "bury" | "erase">;
  newId: () => string;
}

export function describePeople(name: string, use: () => PeopleUnderTest): void {
  describe(name, () => {
    async function newSession(): Promise<string> {
      const { schedules, newId } = use();
      const [sessionId, ownerId] = [newId(), newId()];
      await schedules.create({ sessionId, ownerId, story: "" }, (now) => {
        const params = { ...SAMPLE_PARAMS, storyHash: "" };
        const schedule = newSchedule({ sessionId, ownerId, params }, now, 60_000);
        return { schedule, session: clientSession(schedule, undefined), events: [] };
      });
      return sessionId;
    }
    async function invite(sessionId: string, more: { role?: "reader" | "editor"; uses?: number } = {}) {
      const { people, newId } = use();
      const secret = newId();
      const asked = { inviteId: newId(), secret, role: "reader" as const, uses: 1, hours: 1, ...more };
      await people.update(sessionId, (known, { now }) => planInvite(known, asked, now));
      return secret;
    }
    const accept = (sessionId: string, secret: string, ownerId: string) => {
      const { people, newId } = use();
      const acceptance = { secret, owners: [ownerId] as const, memberId: newId(), name: "Dora" };
      return people.update(sessionId, (known, at) => planAccept(known, acceptance, at));
    };

    test("an invitation makes a person a member, who is found by the book and by the person", async () => {
      const { people, newId } = use();
      const [sessionId, dora] = [await newSession(), newId()];
      expect(await people.read(sessionId)).toBeUndefined();
      const secret = await invite(sessionId);
      expect(JSON.stringify(await people.read(sessionId))).not.toContain(secret);
      expect(await accept(sessionId, secret, dora)).toBe("reader");
      const book = await people.read(sessionId);
      expect(memberOf(book, [dora])).toMatchObject({ ownerId: dora, role: "reader", name: "Dora" });
      expect([book?.readers, book?.editors, book?.invites]).toEqual([[dora], [], []]);
      expect(await people.ofMember([newId(), dora], 10)).toEqual([book]);
      expect(await people.ofMember([newId()], 10)).toEqual([]);
    });

    test("of ten people who accept the last two uses of an invitation at once, two become members", async () => {
      const { people, newId } = use();
      const sessionId = await newSession();
      const secret = await invite(sessionId, { uses: 2 });
      const answers = await Promise.allSettled(
        Array.from({ length: 10 }, () => accept(sessionId, secret, newId())),
      );
      const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      expect(refused).toHaveLength(8);
      for (const reason of refused) expect(reason).toBeInstanceOf(ApiProblem);
      expect((await people.read(sessionId))?.members).toHaveLength(2);
    }, 60_000);

    test("a role is changed and taken away", async () => {
      const { people, newId } = use();
      const [sessionId, dora] = [await newSession(), newId()];
      await accept(sessionId, await invite(sessionId), dora);
      const memberId = memberOf(await people.read(sessionId), [dora])?.memberId ?? "";
      await people.update(sessionId, (known) => planRole(known, memberId, "editor"));
      expect((await people.read(sessionId))?.editors).toEqual([dora]);
      await people.update(sessionId, (known) => planRemoval(known, (one) => one.memberId === memberId));
      expect(await people.ofMember([dora], 10)).toEqual([]);
      await expect(people.update(sessionId, (known) => planRole(known, memberId, "reader"))).rejects.toThrow(
        ApiProblem,
      );
    });

    test("who left or was removed is found by their ids until they are forgotten, in no deleted book", async () => {
      const { people, eraser, newId } = use();
      const [sessionId, gone, dora, erin] = [await newSession(), await newSession(), newId(), newId()];
      for (const book of [sessionId, gone]) {
        const secret = await invite(book, { uses: 2 });
        for (const one of [dora, erin]) await accept(book, secret, one);
        await people.update(book, (known) => planRemoval(known, ({ ownerId }) => ownerId === dora));
      }
      await eraser.bury(gone);
      await eraser.erase(gone);
      const [former, ...others] = await people.formerly([newId(), dora], 10);
      expect([former?.sessionId, former?.ownerId, others]).toEqual([sessionId, dora, []]);
      expect(await people.formerly([erin], 10)).toEqual([]);
      if (former !== undefined) await people.forget(former);
      expect(await people.formerly([dora], 10)).toEqual([]);
    });

    test("comments go to other pages together, and nothing is arranged in a deleted book", async () => {
      const { comments, eraser, newId } = use();
      const sessionId = await newSession();
      for (const page of [1, 2]) {
        const written = { commentId: newId(), text: `of ${page}`, by: "dora", role: "reader" as const };
        await comments.update({ sessionId, page }, (known, now) =>
          planComment(known, { ...written, version: 1 }, now),
        );
      }
      const swap = (pages: readonly PageComments[]) =>
        pages.map((one, index) => ({ ...one, comments: pages[1 - index]?.comments ?? [] }));
      await comments.arrange(sessionId, swap);
      const texts = (await comments.list(sessionId)).map((one) => one.comments.map(({ text }) => text));
      expect(texts).toEqual([["of 2"], ["of 1"]]);
      await eraser.bury(sessionId);
      await expect(comments.arrange(sessionId, swap)).rejects.toThrow(SessionMissingError);
    });

    test("comments of a page are stored up to a number, listed by page, and deleted by their author or the owner", async () => {
      const { comments, newId } = use();
      const sessionId = await newSession();
      const write = (page: number, text: string) => {
        const written = { commentId: newId(), text, by: "dora", role: "commenter" as const, version: 1 };
        return comments.update({ sessionId, page }, (known, now) => planComment(known, written, now));
      };
      const { commentId } = await write(2, "Too dark.");
      await Promise.all(Array.from({ length: 5 }, (_, n) => write(1, `n${n}`)));
      const listed = await comments.list(sessionId);
      expect(listed.map(({ page }) => page)).toEqual([1, 2]);
      const texts = listed[0]?.comments.map(({ text }) => text) ?? [];
      expect(texts.toSorted()).toEqual(["n0", "n1", "n2", "n3", "n4"]);
      const remove = (by: string, role: "commenter" | "owner") =>
        comments.update({ sessionId, page: 2 }, (known) => planDeletion(known, { commentId, by, role }));
      await expect(remove("erin", "commenter")).rejects.toThrow(ApiProblem);
      await remove("ann", "owner");
      await remove("dora", "commenter");
      const left = await comments.list(sessionId);
      expect(left.flatMap(({ page, comments }) => (page === 2 ? comments : []))).toEqual([]);
      for (let n = 5; n < MOST_COMMENTS; n += 1) await write(1, `n${n}`);
      await expect(write(1, "one more")).rejects.toThrow(ApiProblem);
    }, 60_000);

    test("nobody is a member of a deleted book, and nobody can join or comment it", async () => {
      const { people, comments, eraser, newId } = use();
      const [sessionId, dora] = [await newSession(), newId()];
      const further = await invite(sessionId);
      await accept(sessionId, await invite(sessionId), dora);
      const written = { commentId: newId(), text: "Nice.", by: dora, role: "reader" as const, version: 1 };
      const comment = () =>
        comments.update({ sessionId, page: 1 }, (known, now) => planComment(known, written, now));
      await comment();
      await eraser.bury(sessionId);
      await eraser.erase(sessionId);
      expect(await comments.list(sessionId)).toEqual([]);
      await expect(comment()).rejects.toThrow(SessionMissingError);
      expect(await people.read(sessionId)).toBeUndefined();
      expect(await people.ofMember([dora], 10)).toEqual([]);
      await expect(accept(sessionId, further, newId())).rejects.toThrow(SessionMissingError);
      await expect(accept("", further, newId())).rejects.toThrow(SessionMissingError);
    });
  });
}
