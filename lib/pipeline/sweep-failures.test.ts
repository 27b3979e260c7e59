// One session that cannot be looked after, one shard that cannot be read, one deletion that fails: all others are swept.
import { describe, expect, test } from "vitest";
import { deleteSession, eraseLeftovers, lateWritesMs } from "./deletion.ts";
import { BusyError } from "./errors.ts";
import { memoryBlobs } from "./memory-stores.ts";
import { redriveSession } from "./redrive.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";
import { type SweepFailure, sweep } from "./sweep.ts";

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const MINUTE = 60_000;

/** Sessions whose first message was never received, and the log of the sweep's failures. */
async function withSessions(count: number) {
  const book = sample();
  const ids: string[] = [];
  for (let index = 0; index < count; index++) ids.push(await book.start());
  book.services.publisher.queue.length = 0;
  book.clock.skip(MINUTE);
  const failures: SweepFailure[] = [];
  const onSweepFailure = (failure: SweepFailure) => void failures.push(failure);
  const [first = ""] = ids;
  return {
    ...{ book, ids, first, failures },
    sweepNow: () => sweep(SHARDS, book.clock.now(), { ...book.services, onSweepFailure }),
    /** Sweeps each minute, the given number of times; returns the minutes at which the session was swept. */
    async sweepEachMinute(minutes: number) {
      const { clock, services } = book;
      const looks: number[] = [];
      const { read } = services.schedules;
      for (let minute = 1; minute <= minutes; minute++) {
        services.schedules.read = async (id) => {
          if (id === first) looks.push(minute);
          return read(id);
        };
        clock.skip(MINUTE);
        await sweep(SHARDS, clock.now(), { ...services, onSweepFailure });
      }
      services.schedules.read = read;
      return looks;
    },
  };
}

/** From now on the session cannot be read; returns a function that makes it readable again. */
function poison({ services: { schedules } }: Sample, sessionId: string, error: Error): () => void {
  const { read } = schedules;
  schedules.read = async (id) => {
    if (id === sessionId) throw error;
    return read(id);
  };
  return () => {
    schedules.read = read;
  };
}

describe("a session that throws", () => {
  test("does not stop the sweep of all others", async () => {
    const { book, ids, first, failures, sweepNow } = await withSessions(6);
    const error = new TypeError("a document that cannot be read");
    poison(book, first, error);
    expect(await sweepNow()).toMatchObject({ woken: 6, published: 5, failed: 1, failedShards: 0 });
    expect(book.services.publisher.queue).toHaveLength(ids.length - 1);
    expect(failures).toMatchObject([{ kind: "session", sessionId: first, error }]);
  });

  test("is tried after 1, 2, 4 and 8 minutes and then parked: its owner sees a failure, and no sweep tries again", async () => {
    const { book, first, failures, sweepNow, sweepEachMinute } = await withSessions(1);
    poison(book, first, new TypeError("no"));
    await sweepNow();
    expect(await sweepEachMinute(200)).toEqual([1, 3, 7, 15]);
    expect(failures.map((one) => one.kind === "session" && one.putOff?.sweepFailures.count)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect(book.projector.sessions.get(first)).toMatchObject({
      status: "failed",
      error: { code: "sweep-failed", retryable: true },
    });
    expect(book.projector.events.get(`${first}/session.0.session-failed`)).toBeDefined();
  });

  test("is not made due again by the record of a late worker", async () => {
    const { book, first, sweepNow, sweepEachMinute } = await withSessions(1);
    const input = (await book.services.schedules.read(first))?.inFlight.concept?.input ?? "";
    const heal = poison(book, first, new TypeError("no"));
    await sweepNow();
    await sweepEachMinute(20);
    heal();
    await deliverAll(book, { queue: [{ v: 1, sessionId: first, step: "concept", inputHash: input }] });
    expect(await book.services.schedules.read(first)).toMatchObject({
      ...{ state: { status: "failed" }, dueAt: null },
      sweepFailures: { count: 5, notBefore: null },
    });
  });

  test("is swept again after a redrive or its owner's retry, and then finished", async () => {
    for (const resume of ["redrive", "retry"] as const) {
      const { book, first, sweepNow, sweepEachMinute } = await withSessions(1);
      const heal = poison(book, first, new TypeError("no"));
      await sweepNow();
      await sweepEachMinute(20);
      heal();
      if (resume === "redrive") await redriveSession(book.services, { sessionId: first, by: "operator" });
      else await book.commands.retrySession(first);
      expect((await book.services.schedules.read(first))?.sweepFailures).toBeUndefined();
      // The worker with the first message is gone: the sweep publishes it again.
      book.clock.skip(MINUTE);
      await sweepNow();
      await deliverAll(book);
      expect(book.projector.sessions.get(first)?.status).toBe("completed");
      book.clock.skip(MINUTE);
      await sweepNow();
      expect((await book.services.schedules.read(first))?.dueAt).toBeNull();
    }
  });

  test("that had ended keeps its state, and a redrive has it swept again", async () => {
    const { book, first, sweepNow, sweepEachMinute } = await withSessions(1);
    await sweepNow();
    await deliverAll(book);
    const heal = poison(book, first, new TypeError("no"));
    await sweepEachMinute(30);
    heal();
    const parked = await book.services.schedules.read(first);
    expect(parked).toMatchObject({ state: { status: "completed" }, dueAt: null });
    expect(parked?.sweepFailures?.notBefore).toBeNull();
    expect(book.projector.sessions.get(first)?.status).toBe("completed");
    expect(await redriveSession(book.services, { sessionId: first, by: "operator" })).toMatchObject({
      ...{ status: "completed", published: [] },
    });
    expect(await sweepEachMinute(3)).toEqual([1]);
    expect(await book.services.schedules.read(first)).toMatchObject({ dueAt: null });
  });

  test("counts failures from one again after a success", async () => {
    const { book, first, failures, sweepNow, sweepEachMinute } = await withSessions(1);
    const heal = poison(book, first, new TypeError("no"));
    await sweepNow();
    await sweepEachMinute(4);
    heal();
    expect((await book.services.schedules.read(first))?.sweepFailures?.count).toBe(3);
    await sweepEachMinute(6);
    expect((await book.services.schedules.read(first))?.sweepFailures).toBeUndefined();
    failures.length = 0;
    poison(book, first, new TypeError("no"));
    await sweepEachMinute(10);
    expect(failures[0]).toMatchObject({ putOff: { sweepFailures: { count: 1 } } });
  });

  test("because a store is down is not counted", async () => {
    const { book, first, failures, sweepNow, sweepEachMinute } = await withSessions(1);
    const heal = poison(book, first, new BusyError("down"));
    await sweepNow();
    await sweepEachMinute(10);
    heal();
    expect(failures).toHaveLength(11);
    expect((await book.services.schedules.read(first))?.sweepFailures).toBeUndefined();
    expect((await sweepNow()).published).toBe(1);
  });

  test("can be deleted by its owner", async () => {
    const { book, first } = await withSessions(1);
    const heal = poison(book, first, new TypeError("no"));
    const { update } = book.services.schedules;
    book.services.schedules.update = async () => {
      throw new TypeError("no");
    };
    const erasers = { documents: book.eraser, files: memoryBlobs() };
    await deleteSession({ commands: book.commands, erasers }, first);
    book.services.schedules.update = update;
    heal();
    expect(await book.services.schedules.read(first)).toBeUndefined();
  });
});

describe("a shard that cannot be read", () => {
  test("does not stop the sweep of the others", async () => {
    const { book, ids, failures, sweepNow } = await withSessions(6);
    const { due } = book.services.schedules;
    const shards = await Promise.all(ids.map((id) => book.services.schedules.read(id)));
    const [bad = 0] = shards.map((schedule) => schedule?.shard ?? 0);
    const good = shards.filter((schedule) => schedule?.shard !== bad);
    book.services.schedules.due = async (shard, ...rest) => {
      if (shard === bad) throw new BusyError("down");
      return due(shard, ...rest);
    };
    expect(good.length).toBeGreaterThan(0);
    expect(await sweepNow()).toMatchObject({ published: good.length, failedShards: 1 });
    expect(failures).toMatchObject([{ kind: "shard", shard: bad }]);
  });

  test("is the first of another sweep each minute, so that a slow one does not always delay the same others", async () => {
    const { book } = await withSessions(1);
    const firsts = new Set<number>();
    const lasts = new Set<number>();
    for (let minute = 0; minute < SHARDS.length; minute++) {
      const asked: number[] = [];
      book.services.schedules.due = async (shard) => {
        asked.push(shard);
        return [];
      };
      book.clock.skip(MINUTE);
      await sweep(SHARDS, book.clock.now(), book.services);
      expect(asked.toSorted((a, b) => a - b)).toEqual(SHARDS);
      firsts.add(asked[0] ?? -1);
      lasts.add(asked.at(-1) ?? -1);
    }
    expect([firsts.size, lasts.size]).toEqual([SHARDS.length, SHARDS.length]);
  });
});

test("a deleted session that cannot be erased does not stop the others, and is named", async () => {
  const blobs = memoryBlobs();
  const book = sample(undefined, { blobs });
  const erasers = { documents: book.eraser, files: blobs };
  const [bad, good] = [await book.start(), await book.start()];
  for (const id of [bad, good]) await deleteSession({ commands: book.commands, erasers }, id);
  for (const id of [bad, good]) await blobs.put(id, new Uint8Array([1]), "image/png");
  book.clock.skip(lateWritesMs(book.services.settings.timings));
  const failing = {
    ...blobs,
    async eraseAll(sessionId: string) {
      if (sessionId === bad) throw new TypeError("no");
      await blobs.eraseAll(sessionId);
    },
  };
  const sweepOnce = (files: typeof blobs) =>
    eraseLeftovers({ ...book.services, erasers: { ...erasers, files } }, book.clock.now());
  await expect(sweepOnce(failing)).rejects.toThrow(`session ${bad} was not erased`);
  expect([...blobs.blobs.keys()].map((key) => key.split("/")[0])).toEqual([bad]);
  expect(await sweepOnce(blobs)).toBe(1);
});
