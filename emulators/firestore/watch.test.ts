// The messages of a Listen stream: many targets on one stream, resumption, and resume times that are older than the history.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openDatabase } from "../database.ts";
import { type Engine, openEngine } from "./engine.ts";
import { openListen } from "./listen-stream.ts";
import type { Write } from "./writes.ts";

const DATABASE = "projects/p/databases/d";
const ROOT = `${DATABASE}/documents`;

interface Message {
  readonly targetChange?: {
    readonly targetChangeType: string;
    readonly targetIds: readonly number[];
    readonly resumeToken?: string;
    readonly cause?: { readonly code: number };
  };
  readonly documentChange?: {
    readonly document: { readonly name: string };
    readonly targetIds: readonly number[];
    readonly removedTargetIds: readonly number[];
  };
  readonly documentDelete?: { readonly document: string; readonly removedTargetIds: readonly number[] };
  readonly documentRemove?: { readonly document: string; readonly removedTargetIds: readonly number[] };
}

let engine: Engine;
let messages: Message[];
beforeEach(() => {
  vi.useFakeTimers();
  engine = openEngine({ db: openDatabase("memory") });
  messages = [];
});
afterEach(() => {
  engine.close();
  vi.useRealTimers();
});

function listen() {
  const send = (message: Message) => messages.push(message);
  return openListen(engine, { send, fail: expect.unreachable });
}

function set(id: string, n: number): Write {
  return { update: { name: `${ROOT}/c/${id}`, fields: { n: { integerValue: String(n) } } } };
}

function small(targetId: number, limit?: number) {
  return {
    targetId,
    query: {
      parent: ROOT,
      structuredQuery: {
        from: [{ collectionId: "c" }],
        where: { fieldFilter: { field: { fieldPath: "n" }, op: "LESS_THAN", value: { integerValue: "10" } } },
        ...(limit === undefined ? {} : { limit: { value: limit } }),
      },
    },
  };
}

function document(targetId: number, id: string) {
  return { targetId, documents: { documents: [`${ROOT}/c/${id}`] } };
}

/** The messages since the previous call, each as a short line. */
function told(): string[] {
  const lines = messages.map(({ targetChange, documentChange, documentDelete, documentRemove }) => {
    if (targetChange !== undefined)
      return `${targetChange.targetChangeType} ${targetChange.targetIds.join()}`.trim();
    if (documentChange !== undefined) {
      const { document: changed, targetIds, removedTargetIds } = documentChange;
      const removed = removedTargetIds.length > 0 ? ` -${removedTargetIds.join()}` : "";
      return `${changed.name.slice(ROOT.length + 3)} in ${targetIds.join()}${removed}`;
    }
    const gone = documentDelete ?? documentRemove;
    const what = documentDelete === undefined ? "out of" : "deleted from";
    return `${gone?.document.slice(ROOT.length + 3)} ${what} ${gone?.removedTargetIds.join()}`;
  });
  messages.length = 0;
  return lines;
}

function lastToken(): string {
  return (
    messages.findLast(({ targetChange }) => targetChange?.resumeToken !== undefined)?.targetChange
      ?.resumeToken ?? ""
  );
}

describe("a stream", () => {
  test("sends each document once, with all targets that contain it or lost it", async () => {
    await engine.commit(DATABASE, [set("a", 1)]);
    const session = listen();
    session.receive({ database: DATABASE, addTarget: small(1) });
    session.receive({ database: DATABASE, addTarget: document(2, "a") });
    expect(told()).toEqual([
      "ADD 1",
      "a in 1",
      "CURRENT 1",
      "NO_CHANGE",
      "ADD 2",
      "a in 2",
      "CURRENT 2",
      "NO_CHANGE",
    ]);
    await engine.commit(DATABASE, [set("a", 2)]);
    expect(told()).toEqual(["a in 1,2", "NO_CHANGE"]);
    await engine.commit(DATABASE, [set("a", 50), set("b", 3)]);
    expect(told()).toEqual(["a in 2 -1", "b in 1", "NO_CHANGE"]);
    await engine.commit(DATABASE, [{ delete: `${ROOT}/c/a` }, set("b", 60)]);
    expect(told()).toEqual(["b out of 1", "a deleted from 2", "NO_CHANGE"]);
    session.close();
  });

  test("confirms that a target is removed, and sends nothing for it afterwards", async () => {
    const session = listen();
    session.receive({ database: DATABASE, addTarget: document(1, "a") });
    session.receive({ database: DATABASE, removeTarget: 1 });
    expect(told()).toEqual(["ADD 1", "a deleted from 1", "CURRENT 1", "NO_CHANGE", "REMOVE 1"]);
    await engine.commit(DATABASE, [set("a", 1)]);
    expect(told()).toEqual([]);
    session.close();
  });

  test("removes a `once` target as soon as it is current", () => {
    const session = listen();
    session.receive({ database: DATABASE, addTarget: { ...small(1), once: true } });
    expect(told()).toEqual(["ADD 1", "CURRENT 1", "NO_CHANGE", "REMOVE 1"]);
    session.close();
  });

  test("refuses one target with its error and keeps the others", async () => {
    const session = listen();
    session.receive({ database: DATABASE, addTarget: document(1, "a") });
    const vectorQuery = { parent: ROOT, structuredQuery: { from: [{ collectionId: "c" }], findNearest: {} } };
    session.receive({ database: DATABASE, addTarget: { targetId: 2, query: vectorQuery } });
    expect(messages.at(-1)?.targetChange).toMatchObject({ targetChangeType: "REMOVE", cause: { code: 12 } });
    told();
    await engine.commit(DATABASE, [set("a", 1)]);
    expect(told()).toEqual(["a in 1", "NO_CHANGE"]);
    session.close();
  });

  test("sends heartbeats while nothing changes, so that clients keep the stream", async () => {
    const session = listen();
    session.receive({ database: DATABASE, addTarget: small(1) });
    told();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told()).toEqual(["NO_CHANGE", "NO_CHANGE"]);
    session.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told()).toEqual([]);
  });
});

describe("a target that is resumed", () => {
  async function interrupted(limit?: number): Promise<string> {
    await engine.commit(DATABASE, [set("kept", 1), set("changed", 2), set("deleted", 3), set("left", 4)]);
    const session = listen();
    session.receive({ database: DATABASE, addTarget: small(1, limit) });
    const token = lastToken();
    session.close();
    await engine.commit(DATABASE, [
      set("changed", 5),
      set("left", 50),
      set("new", 6),
      { delete: `${ROOT}/c/deleted` },
    ]);
    told();
    return token;
  }

  test("receives only what changed meanwhile", async () => {
    const resumeToken = await interrupted();
    const session = listen();
    session.receive({ database: DATABASE, addTarget: { ...small(1), resumeToken } });
    expect(told().sort()).toEqual(
      [
        "ADD 1",
        "changed in 1",
        "deleted deleted from 1",
        "left out of 1",
        "new in 1",
        "CURRENT 1",
        "NO_CHANGE",
      ].sort(),
    );
    session.close();
  });

  test("is also correct with a limit", async () => {
    const resumeToken = await interrupted(2);
    const session = listen();
    session.receive({ database: DATABASE, addTarget: { ...small(1, 2), resumeToken } });
    expect(told()).toEqual(["ADD 1", "changed in 1", "CURRENT 1", "NO_CHANGE"]);
    session.close();
  });

  test.each(["bm9uc2Vuc2U=", "OTAwMDAwMDAwMDAwMDAwMA==", "MQ=="])(
    "is reset by the token %s, whose time is unknown",
    async (resumeToken) => {
      await interrupted();
      const session = listen();
      session.receive({ database: DATABASE, addTarget: { ...small(1), resumeToken } });
      expect(told().slice(0, 2)).toEqual(["ADD 1", "RESET 1"]);
      session.close();
    },
  );

  test("is reset when the history no longer reaches its time, and reads at that time are refused", async () => {
    const resumeToken = await interrupted();
    const readTime = Number(Buffer.from(resumeToken, "base64").toString());
    const before = await engine.getDocuments([`${ROOT}/c/deleted`], { kind: "readTime", readTime });
    expect(before.value[0]?.fields).toEqual({ n: { integerValue: "3" } });
    for (let n = 0; n < 1_001; n += 1) await engine.commit(DATABASE, [set("busy", 100 + n)]);
    const session = listen();
    session.receive({ database: DATABASE, addTarget: { ...small(1), resumeToken } });
    expect(told().slice(0, 2)).toEqual(["ADD 1", "RESET 1"]);
    const after = engine.getDocuments([`${ROOT}/c/deleted`], { kind: "readTime", readTime });
    await expect(after).rejects.toMatchObject({ status: "FAILED_PRECONDITION" });
    session.close();
  });
});
