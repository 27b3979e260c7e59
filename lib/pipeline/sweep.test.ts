import { describe, expect, test } from "vitest";
import { planClaim } from "./claim.ts";
import { deliverAll, SAMPLE_BOOK, type Sample, sample } from "./sample-session.ts";
import { sweep } from "./sweep.ts";

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const sweepNow = ({ clock, services }: Sample) => sweep(SHARDS, clock.now(), services);

/** A claim by a worker that dies at once. */
async function claimAndDie({ services }: Sample, sessionId: string, step: string): Promise<void> {
  const release = (await services.schedules.read(sessionId))?.inFlight[step]?.release ?? 0;
  const { timings } = services.settings;
  await services.schedules.updateStep(sessionId, step, (record, now) =>
    planClaim(record, { step, release, timings }, now),
  );
}

/** From now on nothing is shown together with a change, until the answer is called. */
function showApart({ services: { schedules } }: Sample): () => void {
  const { update } = schedules;
  schedules.update = (sessionId, step, decide) =>
    update(sessionId, step, (current) => ({ ...decide(current), shown: undefined }));
  return () => {
    schedules.update = update;
  };
}

describe("the sweep", () => {
  test("leaves a step alone while its lease is valid, and publishes it again when the lease has expired", async () => {
    const book = sample();
    const sessionId = await book.start();
    book.services.publisher.queue.length = 0;
    book.clock.skip(20_000);
    await claimAndDie(book, sessionId, "concept");
    book.clock.skip(10_000);
    expect(await sweepNow(book)).toMatchObject({ woken: 1, published: 0, oldestMs: 30_000 });
    book.clock.skip(29_999);
    expect(await sweepNow(book)).toMatchObject({ woken: 0, published: 0, oldestMs: 0 });
    book.clock.skip(1);
    expect(await sweepNow(book)).toMatchObject({ woken: 1, published: 1, oldestMs: 60_000 });
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("completed");
  });

  test("wakes a session once, however many sweeps run at the same time", async () => {
    const book = sample();
    await book.start();
    book.services.publisher.queue.length = 0;
    book.clock.skip(30_000);
    const reports = await Promise.all([sweepNow(book), sweepNow(book), sweepNow(book)]);
    expect(reports.reduce((sum, { published }) => sum + published, 0)).toBe(1);
  });

  test("gives the age of the oldest running session, without the time in which it waited for a person", async () => {
    const book = sample();
    await book.start();
    book.clock.skip(40_000);
    expect((await sweepNow(book)).oldestMs).toBe(40_000);
    expect((await sweepNow(book)).oldestMs).toBe(0);
    const reviewed = sample();
    await reviewed.start({ review: ["concept"], reviewTimeoutMinutes: 30 });
    await deliverAll(reviewed);
    const atGate = reviewed.clock.now();
    reviewed.clock.skip(30 * 60_000);
    expect((await sweepNow(reviewed)).oldestMs).toBe(0);
    reviewed.services.publisher.queue.length = 0;
    reviewed.clock.skip(40_000);
    const { oldestMs } = await sweepNow(reviewed);
    expect(oldestMs).toBeLessThan(reviewed.clock.now() - atGate);
    expect(oldestMs).toBeGreaterThanOrEqual(40_000);
  });

  test("doubles the wait for each further copy of an unclaimed message, and starts again after a claim", async () => {
    const book = sample();
    const sessionId = await book.start();
    const publishedAt = async (seconds: number) => {
      const times: number[] = [];
      for (let second = 10; second <= seconds; second += 10) {
        book.clock.skip(10_000);
        if ((await sweepNow(book)).published > 0) times.push(second);
      }
      return times;
    };
    expect(await publishedAt(1_000)).toEqual([30, 60, 120, 240, 480, 720, 960]);
    book.clock.skip(190_000);
    await claimAndDie(book, sessionId, "concept");
    // Its lease expires after 30 s; after that the sweep waits for another lease time, at least 30 s.
    expect(await publishedAt(200)).toEqual([40, 70, 110, 190]);
  });

  test("looks only at its shards", async () => {
    const book = sample();
    const sessionId = await book.start();
    const shard = (await book.services.schedules.read(sessionId))?.shard ?? 0;
    book.clock.skip(30_000);
    const others = SHARDS.filter((other) => other !== shard);
    expect((await sweep(others, book.clock.now(), book.services)).woken).toBe(0);
    expect((await sweep([shard], book.clock.now(), book.services)).woken).toBe(1);
  });

  test("fails a session whose step had five claims by workers that disappeared", async () => {
    const book = sample();
    const sessionId = await book.start();
    for (let attempt = 1; attempt <= 5; attempt++) {
      await claimAndDie(book, sessionId, "concept");
      book.clock.skip(80_000);
      await sweepNow(book);
      book.services.publisher.queue.length = 0;
    }
    expect(book.projector.sessions.get(sessionId)).toMatchObject({
      status: "failed",
      error: { code: "lapsed", step: "concept", retryable: true },
    });
    expect((await book.services.schedules.read(sessionId))?.inFlight).toEqual({});
  });

  test("fails a session or step beyond its deadline, with a reason", async () => {
    const book = sample();
    const sessionId = await book.start();
    book.clock.skip(book.services.settings.timings.sessionDeadlineMs);
    await sweepNow(book);
    expect(book.projector.sessions.get(sessionId)).toMatchObject({
      status: "failed",
      error: { code: "session-deadline", retryable: true },
    });
  });

  test("drops the steps in flight of an ended session, and then leaves the session alone", async () => {
    const book = sample({ ...SAMPLE_BOOK, durationMs: () => 60_000 });
    const sessionId = await book.start();
    await claimAndDie(book, sessionId, "concept");
    await book.commands.cancelSession(sessionId);
    for (let minute = 0; minute < 4; minute++) {
      book.clock.skip(60_000);
      await sweepNow(book);
    }
    expect(await book.services.schedules.read(sessionId)).toMatchObject({ inFlight: {}, dueAt: null });
    expect((await sweepNow(book)).woken).toBe(0);
    expect(book.tools.runs).toEqual([]);
  });

  test("shows pages and gates whose worker died before it showed them", async () => {
    const book = sample();
    const sessionId = await book.start();
    const { show } = book.projector;
    const showTogether = showApart(book);
    book.services.projector.show = (shown, { session, events }) =>
      show(shown, { session, ...(events && { events }) });
    await deliverAll(book);
    expect([book.projector.pages.size, book.projector.phases.size]).toEqual([0, 0]);
    book.services.projector.show = show;
    showTogether();
    book.clock.skip(60_000);
    const { seq } = (await book.services.schedules.read(sessionId)) ?? {};
    await sweepNow(book);
    expect([...book.projector.pages.values()].map(({ state }) => state)).toEqual(["done", "done", "done"]);
    expect(book.projector.phases.get(`${sessionId}/finish`)?.state).toBe("done");
    expect(await book.services.schedules.read(sessionId)).toMatchObject({ seq, dueAt: null });
    expect(book.projector.sessions.get(sessionId)?.seq).toBe(seq);
  });

  test("shows an end whose worker died before it showed it", async () => {
    const book = sample();
    const sessionId = await book.start();
    const { show } = book.projector;
    const showTogether = showApart(book);
    book.services.projector.show = (shown, { session: _, ...others }) => show(shown, others);
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("queued");
    book.services.projector.show = show;
    showTogether();
    book.clock.skip(60_000);
    await sweepNow(book);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("completed");
  });
});
