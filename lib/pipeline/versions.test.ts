import { describe, expect, test } from "vitest";
import { KEPT_VERSIONS } from "./plan-revision.ts";
import { deliverAll, sample } from "./sample-session.ts";

const CAST = { phase: "characters", of: "book" } as const;
const PLOT = { phase: "plot", of: "book" } as const;
const by = "ann";

async function revised() {
  const book = sample();
  const sessionId = await book.start({ review: ["plot"] });
  await deliverAll(book);
  const decision = { kind: "approve", by } as const;
  await book.commands.decideGate({ sessionId, phase: "plot", revision: 1, decision });
  await deliverAll(book);
  await book.revisions.editStep({ sessionId, by, step: CAST, patch: { variant: "second" } });
  await deliverAll(book);
  book.tools.variant = (ref) => (ref.phase === "artwork" ? "take" : 0);
  await book.revisions.redrawPanel({ sessionId, by, page: 1, panel: "k2" });
  await deliverAll(book);
  const read = async () => {
    const schedule = await book.services.schedules.read(sessionId);
    if (schedule === undefined) throw new Error("the session is missing");
    return schedule;
  };
  return { book, sessionId, read, status: () => book.projector.sessions.get(sessionId)?.status };
}

describe("versions", () => {
  test("are the states of a session before each change, and its present state", async () => {
    const { book, sessionId } = await revised();
    expect(await book.revisions.listVersions(sessionId)).toMatchObject([
      { number: 1, what: "start", by: "ann", complete: true, current: false },
      { number: 2, what: "edit", step: "characters", complete: true, current: false },
      { number: 3, what: "redraw", step: "artwork/p001/k2", complete: true, current: true },
    ]);
    expect(book.projector.sessions.get(sessionId)?.version).toBe(3);
    expect(book.projector.events.get(`${sessionId}/artwork.p001.k2.3.version-created`)?.code).toBe("redraw");
  });

  test("differ in the paths that an edit touched, and in pictures by their hashes", async () => {
    const { book, sessionId } = await revised();
    const compare = (a: number, b: number) => book.revisions.compareVersions(sessionId, { a, b });
    const { differences, more } = await compare(1, 2);
    expect(differences).toEqual([{ path: "characters/variant", old: 0, new: "second" }]);
    expect(more).toBe(0);
    const art = await compare(2, 3);
    expect(art.differences.map(({ path }) => path)).toEqual(["artwork/p001/k2"]);
    expect((await compare(3, 3)).differences).toEqual([]);
    await expect(compare(1, 9)).rejects.toMatchObject({ code: "not-found" });
  });

  test("can be returned to any number of times, without making a known result again", async () => {
    const { book, sessionId, read, status } = await revised();
    const third = await read();
    book.tools.runs.length = 0;
    const restored = await book.revisions.restoreVersion({ sessionId, by, version: 1 });
    expect(restored).toEqual({ status: "completed", version: 4 });
    expect(book.projector.phases.get(`${sessionId}/characters`)?.output).toMatchObject({ variant: 0 });
    expect((await read()).gates.plot).toMatchObject({ revision: 1, decision: { kind: "approve" } });
    await book.revisions.restoreVersion({ sessionId, by, version: 3 });
    await deliverAll(book);
    expect(status()).toBe("completed");
    expect(book.tools.runs).toEqual([]);
    const { results, takes, versions } = await read();
    expect({ results, takes }).toEqual({ results: third.results, takes: third.takes });
    expect(versions.map(({ what, of }) => `${what} ${of ?? ""}`.trim())).toEqual([
      ...["start", "edit", "redraw", "restore 1", "restore 3"],
    ]);
    const { differences } = await book.revisions.compareVersions(sessionId, { a: 3, b: 5 });
    expect(differences).toEqual([]);
    expect(book.projector.phases.get(`${sessionId}/characters`)?.output).toMatchObject({ variant: "second" });
    expect(book.projector.events.get(`${sessionId}/session.5.version-restored`)).toBeDefined();
  });

  test("that were left unfinished are finished after a return to them", async () => {
    const { book, sessionId, status } = await revised();
    book.tools.variant = (ref) => (ref.phase === "lettering" ? "late" : 0);
    await book.revisions.editStep({ sessionId, by, step: PLOT, patch: { variant: "a" } });
    await book.revisions.restoreVersion({ sessionId, by, version: 1 });
    await deliverAll(book);
    expect(await book.revisions.listVersions(sessionId)).toMatchObject([
      ...[{}, {}, {}],
      { number: 4, complete: false },
      { number: 5, what: "restore", of: 1, complete: true },
    ]);
    await book.revisions.restoreVersion({ sessionId, by, version: 4 });
    expect(status()).toBe("running");
    await deliverAll(book);
    expect(status()).toBe("completed");
    expect(book.projector.phases.get(`${sessionId}/plot`)?.output).toMatchObject({ variant: "a" });
  });

  test("that were complete, and no others, can be returned to from a cancelled change", async () => {
    const { book, sessionId, read, status } = await revised();
    const third = await read();
    const delivered = async <T>(work: Promise<T>) => (await Promise.all([work, deliverAll(book)]))[0];
    await delivered(book.revisions.changeParams({ sessionId, by, params: { title: "Retold" } }));
    await book.revisions.changeParams({ sessionId, by, params: { pages: 3 } });
    await delivered(book.commands.cancelSession(sessionId));
    const versions = await book.revisions.listVersions(sessionId);
    expect(versions.map(({ complete }) => complete)).toEqual([true, true, true, true, false]);
    book.tools.runs.length = 0;
    const refused = { status: "cancelled" };
    const patch = { variant: "late" };
    await expect(book.revisions.editStep({ sessionId, by, step: CAST, patch })).rejects.toMatchObject(
      refused,
    );
    for (const version of [5, 6]) {
      const back = book.revisions.restoreVersion({ sessionId, by, version });
      await expect(back).rejects.toMatchObject(refused);
    }
    const restored = await delivered(book.revisions.restoreVersion({ sessionId, by, version: 3 }));
    expect(restored).toEqual({ status: "completed", version: 6 });
    expect([status(), book.tools.runs]).toEqual(["completed", []]);
    expect((await read()).results).toEqual(third.results);
    await delivered(book.revisions.editStep({ sessionId, by, step: CAST, patch }));
    expect(status()).toBe("completed");
  });

  test("that are returned to from a cancelled change show every page as done again", async () => {
    const { book, sessionId } = await revised();
    const states = () => [1, 2, 3].map((page) => book.projector.pages.get(`${sessionId}/${page}`)?.state);
    expect(states()).toEqual(["done", "done", "done"]);
    await book.revisions.changeParams({ sessionId, by, params: { direction: "rtl" } });
    expect(states()).not.toContain("done");
    await Promise.all([book.commands.cancelSession(sessionId), deliverAll(book)]);
    await book.revisions.restoreVersion({ sessionId, by, version: 3 });
    expect(states()).toEqual(["done", "done", "done"]);
  });

  test("another take after a return is unlike all earlier ones", async () => {
    const { book, sessionId, read } = await revised();
    const first = (await read()).takes["artwork/p001/k2"];
    await book.revisions.restoreVersion({ sessionId, by, version: 2 });
    await book.revisions.redrawPanel({ sessionId, by, page: 1, panel: "k2" });
    expect((await read()).takes["artwork/p001/k2"]).not.toBe(first);
  });

  test("are kept up to a hundred, the latest ones", async () => {
    const book = sample();
    const sessionId = await book.start();
    await deliverAll(book);
    for (let edit = 1; edit <= KEPT_VERSIONS + 4; edit++) {
      const patch = { variant: edit };
      const done = book.revisions.editStep({ sessionId, by, step: CAST, patch });
      await deliverAll(book);
      await done;
    }
    const versions = await book.revisions.listVersions(sessionId);
    expect(versions).toHaveLength(KEPT_VERSIONS);
    expect([versions[0]?.number, versions.at(-1)?.number]).toEqual([6, 105]);
    const gone = book.revisions.restoreVersion({ sessionId, by, version: 5 });
    await expect(gone).rejects.toMatchObject({ code: "not-found" });
  });

  test("are each stored as they were left, also if two changes are made at the same time while the book is made", async () => {
    const book = sample();
    const sessionId = await book.start({ review: ["plot"] });
    await deliverAll(book);
    expect(book.projector.sessions.get(sessionId)?.status).toBe("waiting");
    const both = Promise.all([
      book.revisions.editStep({ sessionId, by, step: CAST, patch: { variant: "hers" } }),
      book.revisions.editStep({ sessionId, by, step: PLOT, patch: { variant: "his" } }),
    ]);
    await deliverAll(book);
    await both;
    const changed = async (a: number) => {
      const { differences } = await book.revisions.compareVersions(sessionId, { a, b: a + 1 });
      return differences.map(({ path }) => path);
    };
    const [first, second] = [await changed(1), await changed(2)];
    expect([...first, ...second].toSorted()).toEqual(["characters/variant", "plot/variant"]);
    expect(first).toHaveLength(1);
    const restored = book.revisions.restoreVersion({ sessionId, by, version: 2 });
    await deliverAll(book);
    await restored;
    const { results } = (await book.services.schedules.read(sessionId)) ?? {};
    const edited = ["characters", "plot"].filter((step) => results?.[step]?.edited !== undefined);
    expect(edited.map((step) => `${step}/variant`)).toEqual(first);
  });
});
