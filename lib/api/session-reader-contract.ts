// Contract of `SessionReader`, `Library` and the erasers; every implementation's tests run it.
import { describe, expect, test } from "vitest";
import { changeAbout } from "../pipeline/about.ts";
import type { DocumentEraser } from "../pipeline/deletion.ts";
import { memoryBlobs, memoryDeadLetters, memoryPublisher } from "../pipeline/memory-stores.ts";
import { SAMPLE_PARAMS } from "../pipeline/sample-session.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import type { Services } from "../pipeline/services.ts";
import { createSessionCommands } from "../pipeline/session.ts";
import { DEFAULT_SETTINGS } from "../pipeline/settings.ts";
import { UNUSABLE_IDS } from "./document-id-samples.ts";
import type { Library, SessionReader } from "./session-reader.ts";

export interface ReadersUnderTest
  extends Pick<Services, "schedules" | "stories" | "projector" | "ledger" | "clock"> {
  reader: SessionReader & Library;
  eraser: DocumentEraser;
  newId(): string;
  /** Number of a session's documents in all collections. */
  countDocuments(sessionId: string): Promise<number>;
}

/** `use` returns the stores of the suite; it is called inside the tests. */
export function describeReaders(name: string, use: () => ReadersUnderTest): void {
  function begin() {
    const stores = use();
    const services: Services = {
      ...stores,
      ...{ blobs: memoryBlobs(), publisher: memoryPublisher(), deadLetters: memoryDeadLetters() },
      ...{ random: () => 0.5, settings: DEFAULT_SETTINGS },
    };
    const commands = createSessionCommands(services);
    return {
      ...{ ...stores, services, commands },
      async start(ownerId: string, idempotencyKey?: string): Promise<string> {
        const request = { ownerId, text: "Once upon a time.", params: SAMPLE_PARAMS, idempotencyKey };
        const { sessionId } = await commands.startSession(request);
        return sessionId;
      },
      open: (sessionId: string, visibility: "private" | "unlisted" | "public") =>
        changeAbout(services, { sessionId, change: { visibility }, newToken: stores.newId }),
    };
  }

  const idsOf = (sessions: readonly { sessionId: string }[]) => sessions.map(({ sessionId }) => sessionId);
  const pause = () => new Promise((resolve) => setTimeout(resolve, 2));

  describe(name, () => {
    test("lists an owner's sessions page by page, the newest first, and none of others", async () => {
      const { reader, start, newId, commands } = begin();
      const [ann, bob] = [newId(), newId()];
      const started: string[] = [];
      for (let count = 0; count < 5; count += 1) {
        started.unshift(await start(ann));
        await pause();
      }
      await start(bob);
      expect(idsOf(await reader.list({ owners: [ann], limit: 10 }))).toEqual(started);
      const paged: string[] = [];
      for (let after: { at: string; id: string } | undefined; ; ) {
        const page = await reader.list({ owners: [ann], limit: 2, after });
        const last = page.at(-1);
        if (last === undefined) break;
        paged.push(...idsOf(page));
        after = { at: last.createdAt, id: last.sessionId };
      }
      expect(paged).toEqual(started);
      await commands.cancelSession(started[1] ?? "");
      const cancelled = await reader.list({ owners: [ann], status: "cancelled", limit: 10 });
      expect(idsOf(cancelled)).toEqual([started[1]]);
      expect(await reader.list({ owners: [newId()], limit: 10 })).toEqual([]);
      expect(await reader.list({ owners: [newId(), ann], status: "cancelled", limit: 10 })).toEqual(
        cancelled,
      );
    });

    test("lists the sessions of all owners, or of one, newest first", async () => {
      const { reader, commands, start, newId } = begin();
      const [ann, ben] = [newId(), newId()];
      // Sessions of one millisecond are in the order of their ids.
      const later = async (owner: string) => {
        await new Promise((resolve) => setTimeout(resolve, 3));
        return start(owner);
      };
      const started = [await later(ann), await later(ben), await later(ann)];
      const all = idsOf(await reader.listAll({ limit: 100 }));
      expect(all.filter((one) => started.includes(one))).toEqual(started.toReversed());
      expect(idsOf(await reader.listAll({ owner: ann, limit: 10 }))).toEqual([started[2], started[0]]);
      await commands.cancelSession(started[0] ?? "");
      expect(idsOf(await reader.listAll({ owner: ann, status: "cancelled", limit: 10 }))).toEqual([
        started[0],
      ]);
      expect(idsOf(await reader.listAll({ status: "cancelled", limit: 100 }))).toContain(started[0]);
    });

    test("lists of each session what operators may see, and no other part of its document", async () => {
      const { reader, start, newId } = begin();
      const owner = newId();
      await start(owner);
      const [listed] = await reader.listAll({ owner, limit: 1 });
      expect(listed).toMatchObject({ ownerId: owner, status: "queued", costMicros: 0 });
      for (const kept of ["title", "params", "phases"]) expect(listed).not.toHaveProperty(kept);
    });

    test("lists the sessions of all owners by their age or their cost, in pages", async () => {
      const { reader, start, newId } = begin();
      const started = [await start(newId()), await start(newId()), await start(newId())];
      const oldest = idsOf(await reader.listAll({ order: "oldest", status: "queued", limit: 1_000 }));
      const newest = idsOf(await reader.listAll({ status: "queued", limit: 1_000 }));
      expect(oldest).toEqual(newest.toReversed());
      for (const order of ["oldest", "costliest"] as const) {
        const paged: string[] = [];
        for (let after: { at: string; id: string } | undefined; ; ) {
          const page = await reader.listAll({ order, limit: 2, after });
          const last = page.at(-1);
          if (last === undefined) break;
          paged.push(...idsOf(page));
          after = { at: order === "oldest" ? last.createdAt : String(last.costMicros), id: last.sessionId };
        }
        expect(new Set(paged).size).toBe(paged.length);
        expect(paged).toEqual(expect.arrayContaining(started));
      }
    });

    test("reads a session's pages in order, or one of them", async () => {
      const { reader, projector, start, newId } = begin();
      const sessionId = await start(newId());
      const page = (number: number) =>
        ({ schemaVersion: 2, number, seq: 99, state: "storyboard", panels: [], texts: [] }) as const;
      for (const number of [2, 10, 1])
        await projector.show(sessionId, { pages: [{ ...page(number), panels: [], texts: [] }] });
      const numbersOf = async (only?: number) =>
        (await reader.readPages(sessionId, only)).map(({ number }) => number);
      expect(await numbersOf()).toEqual([1, 2, 10]);
      expect(await numbersOf(10)).toEqual([10]);
      expect(await numbersOf(3)).toEqual([]);
      expect(await reader.readPages(newId())).toEqual([]);
    });

    test("finds nothing under an invalid document id", async () => {
      const { reader } = begin();
      for (const id of UNUSABLE_IDS) {
        expect(await reader.read(id)).toBeUndefined();
        expect(await reader.readPhase(id, "plot")).toBeUndefined();
        expect(await reader.readPages(id)).toEqual([]);
        expect(await reader.readPages(id, 1)).toEqual([]);
      }
    });

    test("finds a shared book by its token while it is open", async () => {
      const { reader, start, open, newId } = begin();
      const sessionId = await start(newId());
      const { about } = await open(sessionId, "unlisted");
      const token = about?.shareToken ?? "";
      const found = await reader.findShared(token);
      expect(found?.sessionId).toBe(sessionId);
      // Everybody with a role on the book receives its document.
      expect(JSON.stringify(found)).not.toContain(token);
      expect(idsOf(await reader.listPublic({ limit: 100 }))).not.toContain(sessionId);
      await open(sessionId, "public");
      expect((await reader.findShared(token))?.sessionId).toBe(sessionId);
      expect(idsOf(await reader.listPublic({ limit: 1 }))).toEqual([sessionId]);
      await open(sessionId, "private");
      expect(await reader.findShared(token)).toBeUndefined();
      const { about: later } = await open(sessionId, "unlisted");
      expect(later?.shareToken).not.toBe(token);
    });

    test("a deleted session is missing at once, and is erased with documents that were written late", async () => {
      const { schedules, stories, reader, eraser, projector, start, newId, countDocuments } = begin();
      const [owner, key] = [newId(), newId()];
      const sessionId = await start(owner, key);
      const other = await start(owner);
      expect(await countDocuments(sessionId)).toBeGreaterThan(0);
      await eraser.bury(sessionId);
      expect(await schedules.read(sessionId)).toBeUndefined();
      expect(await reader.read(sessionId)).toBeUndefined();
      await expect(stories.read(sessionId)).rejects.toThrow(SessionMissingError);
      await expect(eraser.bury(sessionId)).rejects.toThrow(SessionMissingError);
      await eraser.erase(sessionId);
      // A late write by a worker that had started before the deletion.
      const at = new Date(Date.now()).toISOString();
      await projector.show(sessionId, {
        events: [{ schemaVersion: 1, kind: "done", step: "plot", number: 1, at }],
      });
      expect(await countDocuments(sessionId)).toBeGreaterThan(0);
      const buried = await eraser.buriedBefore(Date.now() + 60_000, 1_000);
      expect(buried.map((tombstone) => tombstone.sessionId)).toContain(sessionId);
      await eraser.erase(sessionId);
      await eraser.forget(sessionId);
      expect(await countDocuments(sessionId)).toBe(0);
      expect(idsOf(await eraser.buriedBefore(Date.now() + 60_000, 1_000))).not.toContain(sessionId);
      // The idempotency key can be used again, and the other session is complete.
      expect(await start(owner, key)).not.toBe(sessionId);
      expect((await reader.read(other))?.sessionId).toBe(other);
    });
  });
}
