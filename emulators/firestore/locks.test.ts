// Locks of transactions: waits that end, deadlocks that are resolved, and locks that are released with their owner.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openDatabase } from "../database.ts";
import { type Engine, openEngine } from "./engine.ts";
import { compileQuery } from "./query.ts";
import type { Write } from "./writes.ts";

const DATABASE = "projects/p/databases/d";
const ROOT = `${DATABASE}/documents`;
const A = `${ROOT}/c/a`;
const B = `${ROOT}/c/b`;
const jobs = compileQuery(ROOT, {
  from: [{ collectionId: "jobs" }],
  where: { fieldFilter: { field: { fieldPath: "open" }, op: "EQUAL", value: { booleanValue: true } } },
});

let engine: Engine;
beforeEach(() => {
  vi.useFakeTimers();
  engine = openEngine({ db: openDatabase("memory") });
});
afterEach(() => {
  engine.close();
  vi.useRealTimers();
});

function set(name: string, n = 1): Write {
  return { update: { name, fields: { n: { integerValue: String(n) } } } };
}

function job(id: string, open: boolean): Write {
  return { update: { name: `${ROOT}/jobs/${id}`, fields: { open: { booleanValue: open } } } };
}

async function begin(...names: string[]): Promise<string> {
  const id = engine.begin(null);
  if (names.length > 0) await engine.getDocuments(names, { kind: "transaction", id });
  return id;
}

function read(id: string, name: string) {
  return engine.getDocuments([name], { kind: "transaction", id });
}

/** Whether a promise is still pending after all microtasks have run. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let open = true;
  const close = () => {
    open = false;
  };
  promise.then(close, close);
  await vi.advanceTimersByTimeAsync(0);
  return open;
}

describe("a read in a transaction", () => {
  test("waits for another transaction that read the same document, and sees its commit", async () => {
    const first = await begin(A);
    const second = read(await begin(), A);
    expect(await isPending(second)).toBe(true);
    await engine.commit(DATABASE, [set(A, 7)], first);
    expect((await second).value[0]?.fields).toEqual({ n: { integerValue: "7" } });
  });

  test("fails with ABORTED after waiting too long, and releases its locks", async () => {
    const first = await begin(A);
    const second = await begin(B);
    const waiting = read(second, A);
    waiting.catch(() => {});
    for (let seconds = 0; seconds < 12; seconds += 3) {
      await vi.advanceTimersByTimeAsync(3_000);
      await read(first, A);
    }
    await expect(waiting).rejects.toMatchObject({ status: "ABORTED" });
    await engine.commit(DATABASE, [set(B)]);
    await expect(engine.commit(DATABASE, [set(A)], second)).rejects.toMatchObject({ status: "ABORTED" });
  });

  test("gets the locks of a transaction that was abandoned", async () => {
    const abandoned = await begin(A);
    const waiting = read(await begin(), A);
    await vi.advanceTimersByTimeAsync(4_000);
    expect((await waiting).value).toEqual([null]);
    await expect(read(abandoned, A)).rejects.toMatchObject({ status: "ABORTED" });
  });
});

describe("a deadlock", () => {
  test("aborts the youngest transaction, and the older one continues", async () => {
    const older = await begin(A);
    const younger = await begin(B);
    const one = read(older, B);
    const two = read(younger, A);
    await expect(two).rejects.toMatchObject({ status: "ABORTED" });
    await one;
    await engine.commit(DATABASE, [set(A), set(B)], older);
  });

  test("does not abort a retried transaction, which keeps its age", async () => {
    const lost = await begin(A);
    engine.rollback(lost);
    const other = await begin(B);
    const again = engine.begin(null, lost);
    await read(again, A);
    const waiting = read(again, B);
    await expect(read(other, A)).rejects.toMatchObject({ status: "ABORTED" });
    await waiting;
  });

  test("of two transactions that found the same query empty ends with one document", async () => {
    const [first, second] = [engine.begin(null), engine.begin(null)];
    for (const id of [first, second]) await engine.query(jobs, { kind: "transaction", id });
    const one = engine.commit(DATABASE, [job("x", true)], first);
    const two = engine.commit(DATABASE, [job("y", true)], second);
    await expect(two).rejects.toMatchObject({ status: "ABORTED" });
    await one;
  });
});

describe("a query in a transaction", () => {
  test("blocks writes that would enter or leave its result, and no others", async () => {
    await engine.commit(DATABASE, [job("inside", true)]);
    const id = engine.begin(null);
    await engine.query(jobs, { kind: "transaction", id });
    const entering = engine.commit(DATABASE, [job("new", true)]);
    const leaving = engine.commit(DATABASE, [job("inside", false)]);
    expect(await isPending(entering)).toBe(true);
    expect(await isPending(leaving)).toBe(true);
    await engine.commit(DATABASE, [job("closed", false)]);
    engine.rollback(id);
    await Promise.all([entering, leaving]);
  });
});

describe("a transaction", () => {
  test("expires when it is idle, with the error message that makes clients retry", async () => {
    const id = await begin(A);
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(engine.commit(DATABASE, [set(A)], id)).rejects.toThrow(/transaction has expired/);
  });

  test("expires after its maximum duration even if it is active", async () => {
    const id = await begin(A);
    for (let minute = 0; minute < 5; minute += 1) {
      await vi.advanceTimersByTimeAsync(54_000);
      if (minute < 4) await read(id, A);
    }
    await vi.advanceTimersByTimeAsync(1);
    await expect(read(id, A)).rejects.toThrow(/transaction has expired/);
    await engine.commit(DATABASE, [set(A)]);
  });

  test("releases its locks when its commit fails", async () => {
    const id = await begin(A);
    const refused = engine.commit(DATABASE, [{ ...set(A), currentDocument: { exists: true } }], id);
    await expect(refused).rejects.toMatchObject({ status: "NOT_FOUND" });
    await engine.commit(DATABASE, [set(A)]);
  });

  test("cannot be used again once it is committed", async () => {
    const id = await begin(A);
    await engine.commit(DATABASE, [set(A)], id);
    await expect(engine.commit(DATABASE, [set(A)], id)).rejects.toMatchObject({ status: "INVALID_ARGUMENT" });
  });

  test("that is read-only cannot write", async () => {
    const id = engine.begin("now");
    await expect(engine.commit(DATABASE, [set(A)], id)).rejects.toMatchObject({ status: "INVALID_ARGUMENT" });
  });
});
