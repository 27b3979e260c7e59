import { expect, test } from "vitest";
import { deleteSession, eraseLeftovers, lateWritesMs } from "./deletion.ts";
import { memoryBlobs } from "./memory-stores.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";
import { SessionMissingError } from "./schedule-store.ts";

/** A book, its deletion, and all data stored for it. */
function erasable() {
  const blobs = memoryBlobs();
  const forgotten: string[] = [];
  const book = sample(undefined, { blobs });
  const { sessions, phases, pages, events } = book.projector;
  const erasers = {
    documents: book.eraser,
    files: blobs,
    memo: {
      async forgetSession(sessionId: string) {
        forgotten.push(sessionId);
      },
    },
  };
  return {
    ...{ book, clock: book.clock, erasers, forgotten },
    remains: (sessionId: string) =>
      [sessions, phases, pages, events, blobs.blobs].flatMap((found) =>
        [...found.keys()].filter((key) => key.split("/")[0] === sessionId),
      ),
    remove: (sessionId: string) => deleteSession({ commands: book.commands, erasers }, sessionId),
    sweep: () => eraseLeftovers({ ...book.services, erasers }, book.clock.now()),
  };
}

const runsOf = ({ tools }: Sample, phase: string) =>
  tools.runs.filter(({ step }) => step.startsWith(phase)).length;

test("a finished book is deleted with everything made for it, and another book stays", async () => {
  const { book, remove, remains, forgotten } = erasable();
  const [gone, stays] = [await book.start(), await book.start()];
  await deliverAll(book);
  const before = remains(stays);
  expect(remains(gone).length).toBeGreaterThan(10);
  await remove(gone);
  expect(remains(gone)).toEqual([]);
  expect(forgotten).toEqual([gone]);
  expect(remains(stays)).toEqual(before);
  await expect(remove(gone)).rejects.toThrow(SessionMissingError);
});

test("late writes of steps in flight are erased when those steps must have ended", async () => {
  const { book, clock, remove, remains, sweep } = erasable();
  const sessionId = await book.start();
  let inFlight = 0;
  book.tools.before = async ({ phase }, context) => {
    if (phase !== "artwork") return;
    inFlight += 1;
    // It has made its picture when the session is deleted under it, and stores it all the same.
    if (inFlight === 3) await remove(sessionId);
    await context.putBlob(new Uint8Array([inFlight]), "image/png");
  };
  await deliverAll(book);
  expect(remains(sessionId)).not.toEqual([]);
  const runs = runsOf(book, "artwork");
  clock.skip(book.services.settings.timings.heartbeatMs + book.services.settings.timings.abortGraceMs);
  expect(await sweep()).toBe(0);
  expect(remains(sessionId)).toEqual([]);
  // A worker that does not know about the deletion writes once more.
  await book.services.blobs.put(sessionId, new Uint8Array([7]), "image/png");
  clock.skip(lateWritesMs(book.services.settings.timings));
  expect(await sweep()).toBe(1);
  expect(remains(sessionId)).toEqual([]);
  expect(await sweep()).toBe(0);
  await deliverAll(book);
  expect(runsOf(book, "artwork")).toBe(runs);
  expect(runsOf(book, "finish")).toBe(0);
});
