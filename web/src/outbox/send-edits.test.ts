// The outbox against an in-memory book that behaves as the service does: versions, idempotency keys, conflicts.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApiError, notReached } from "../api.ts";
import { memoryEditStore } from "./edit-store.ts";
import { enqueue } from "./enqueue.ts";
import { type SendParts, sendEdits } from "./send-edits.ts";
import { type EditContent, isWaiting, type TextEdit, textChangesOf } from "./waiting-edit.ts";

const BOOK = { account: "ann", sessionId: "s1" };

interface Asked {
  method: string;
  path: string;
  body: { text?: string; texts?: (TextEdit & { balloonId: string })[]; was?: { text?: string[] } };
  version: number | undefined;
  key: string | undefined;
}

/** Lines by balloon id. `lose` drops an answer after the request was carried out. */
function service() {
  const lines = new Map([
    ["k1.w1", "one"],
    ["k1.w2", "two"],
    ["k2.w1", "three"],
  ]);
  let version = 1;
  const done = new Map<string, number>();
  const asked: Asked[] = [];
  const faults: ("offline" | "lost" | "moving")[] = [];
  const carryOut = ({ path, body, version: seen, key = "" }: Asked): { version: number } => {
    const before = done.get(key);
    if (before !== undefined) return { version: before };
    if (seen !== undefined && seen !== version) {
      throw new ApiError("", { status: 412, code: "version-conflict", retryAfter: 0, current: version });
    }
    const [, , page = "", , id = ""] = path.split("/");
    const texts = body.texts ?? [{ ...body, page: Number(page), balloonId: id }];
    for (const { balloonId, text = "", was } of texts) {
      const actual = lines.get(balloonId) ?? "";
      if (was?.text?.includes(actual) === false && actual !== text) {
        const field = `pages.1.texts.${balloonId.replace(".", "/")}.text`;
        throw new ApiError("", {
          status: 412,
          code: "edit-conflict",
          retryAfter: 0,
          field,
          actual: { text: actual },
        });
      }
    }
    for (const { balloonId, text = "" } of texts) lines.set(balloonId, text);
    version += 1;
    done.set(key, version);
    return { version };
  };
  return {
    lines,
    asked,
    faults,
    version: () => version,
    /** A change from another browser. */
    change(id: string, text: string) {
      lines.set(id, text);
      version += 1;
    },
    async ask<T>(method: string, path: string, { body, version, key }: Partial<Asked> = {}): Promise<T> {
      const fault = faults.shift();
      if (fault === "offline") throw notReached();
      if (fault === "moving") throw new ApiError("", { status: 409, code: "session-moves", retryAfter: 0 });
      const below = path.replace("/manga/sessions/s1", "");
      const one: Asked = { method, path: below, body: body ?? {}, version, key };
      asked.push(one);
      const answer = carryOut(one);
      if (fault === "lost") throw notReached();
      return answer as T;
    },
  };
}

function outbox(book: ReturnType<typeof service>, store = memoryEditStore()) {
  let ids = 0;
  const parts: SendParts = {
    ...{ store, ask: book.ask, newId: () => `e${++ids}`, onChange: () => {}, isOver: () => false },
    online: async () => {},
    settled: async () => {},
    pause: async () => {},
  };
  const edit = (
    id: string,
    text: string,
    { seen, version, tab = "t1" }: { seen: string; version: number; tab?: string },
  ) =>
    enqueue(store, {
      ...{ ...BOOK, tab, version, now: ++ids, newId: parts.newId },
      content: { kind: "texts", texts: [{ page: 1, id, text, was: { text: [seen] } }] },
    });
  return { store, edit, parts, send: () => sendEdits(parts, BOOK), list: () => store.list("ann") };
}

describe("waiting edits of one book", () => {
  test("of one page are merged, and both are applied", async () => {
    const book = service();
    const { edit, send, list } = outbox(book);
    await edit("k1/w1", "eins", { seen: "one", version: 1 });
    await edit("k1/w2", "zwei", { seen: "two", version: 1 });
    await edit("k1/w1", "uno", { seen: "one", version: 1 });
    expect(await list()).toHaveLength(1);
    await send();
    expect(Object.fromEntries(book.lines)).toEqual({ "k1.w1": "uno", "k1.w2": "zwei", "k2.w1": "three" });
    expect(book.asked).toHaveLength(1);
    expect(await list()).toMatchObject([{ state: "taken", made: 2 }]);
  });

  test("of texts do not wait until the book is made; one whose effect depends on the version does", async () => {
    const book = service();
    const { store, edit, parts } = outbox(book);
    const steps: string[] = [];
    const send = () =>
      sendEdits(
        {
          ...parts,
          settled: async () => void steps.push("settled"),
          ask(method, path, asked) {
            steps.push(path);
            return parts.ask(method, path, asked);
          },
        },
        BOOK,
      );
    await edit("k1/w1", "eins", { seen: "one", version: 1 });
    await send();
    await edit("k1/w2", "zwei", { seen: "two", version: 2 });
    await send();
    const line = "/manga/sessions/s1/pages/1/balloons/k1";
    expect(steps).toEqual([`${line}.w1`, `${line}.w2`]);
    await enqueue(store, {
      ...{ ...BOOK, tab: "t1", version: 3, now: 9, newId: parts.newId },
      content: { kind: "other", method: "POST", path: "/versions/1/restore", body: { texts: [] } },
    });
    await send();
    expect(steps.slice(2)).toEqual(["settled", "/manga/sessions/s1/versions/1/restore"]);
  });

  test("wait until the book is made if what they change is being made", async () => {
    const book = service();
    const { edit, parts } = outbox(book);
    let settled = 0;
    book.faults.push("moving");
    await edit("k1/w1", "eins", { seen: "one", version: 1 });
    await sendEdits({ ...parts, settled: async () => void settled++ }, BOOK);
    expect([settled, book.lines.get("k1.w1")]).toEqual([1, "eins"]);
  });

  test("are applied once if an answer was lost, and sent again if the service was not reached", async () => {
    const book = service();
    const { edit, send } = outbox(book);
    book.faults.push("lost", "offline", "moving");
    await edit("k1/w1", "eins", { seen: "one", version: 1 });
    await send();
    expect(book.lines.get("k1.w1")).toBe("eins");
    expect(book.version()).toBe(2);
    expect(new Set(book.asked.map(({ key }) => key)).size).toBe(1);
  });

  test("are applied to a newer version if no other client changed the same line", async () => {
    const book = service();
    const { edit, send, list } = outbox(book);
    await edit("k1/w1", "eins", { seen: "one", version: 1 });
    book.change("k2.w1", "drei");
    await send();
    expect(Object.fromEntries(book.lines)).toEqual({ "k1.w1": "eins", "k1.w2": "two", "k2.w1": "drei" });
    expect(book.asked.map(({ version }) => version)).toEqual([1, 2]);
    expect(await list()).toMatchObject([{ state: "taken", made: 3 }]);
  });

  test("are refused if another client changed the same line, and the other edits continue", async () => {
    const book = service();
    const { edit, send, list } = outbox(book);
    await edit("k1/w1", "eins", { seen: "one", version: 1 });
    await edit("k1/w2", "zwei", { seen: "two", version: 1 });
    book.change("k1.w1", "uno");
    await send();
    expect(Object.fromEntries(book.lines)).toEqual({ "k1.w1": "uno", "k1.w2": "zwei", "k2.w1": "three" });
    const [refused, taken] = await list();
    expect(refused).toMatchObject({
      state: "refused",
      refusal: { why: "conflict", theirs: { text: "uno" } },
      content: { texts: [{ id: "k1/w1", text: "eins" }] },
    });
    expect(taken).toMatchObject({ state: "taken", content: { texts: [{ id: "k1/w2" }] } });
  });

  test("of the same line do not conflict with each other while the page still shows the old line", async () => {
    const book = service();
    const { edit, send, list } = outbox(book);
    await edit("k1/w1", "eins", { seen: "one", version: 1 });
    await send();
    await edit("k1/w1", "uno", { seen: "one", version: 1 });
    await send();
    expect(book.lines.get("k1.w1")).toBe("uno");
    expect((await list()).map(({ state }) => state)).toEqual(["taken", "taken"]);
  });

  test("of two tabs to one line conflict if one tab has not seen the other's edit", async () => {
    for (const isSentBetween of [true, false]) {
      const book = service();
      const { edit, send, list } = outbox(book);
      await edit("k1/w1", "eins", { seen: "one", version: 1, tab: "t1" });
      if (isSentBetween) await send();
      await edit("k1/w1", "uno", { seen: "one", version: 1, tab: "t2" });
      await send();
      expect(book.lines.get("k1.w1")).toBe("eins");
      expect(await list()).toMatchObject([
        { state: "taken", tab: "t1" },
        { state: "refused", tab: "t2", refusal: { why: "conflict", theirs: { text: "eins" } } },
      ]);
    }
  });

  test("whose effect depends on the version are not sent to a newer version", async () => {
    const book = service();
    const { store, send, list, parts } = outbox(book);
    await enqueue(store, {
      ...{ ...BOOK, tab: "t1", version: 1, now: 1, newId: parts.newId },
      content: { kind: "other", method: "POST", path: "/versions/1/restore" },
    });
    book.change("k1.w1", "uno");
    await send();
    expect(await list()).toMatchObject([{ state: "refused", refusal: { why: "moved", current: 2 } }]);
    expect(book.asked).toHaveLength(1);
  });

  test("have a maximum number, beyond which an edit is rejected and not silently dropped", async () => {
    const { edit, store, parts } = outbox(service());
    const content = (page: number): EditContent => ({
      kind: "texts",
      texts: [{ page, id: "k1/w1", text: "x", was: { text: ["y"] } }],
    });
    for (let page = 1; page <= 200; page++) {
      await enqueue(store, {
        ...{ ...BOOK, tab: "t1", version: 1, now: page, newId: parts.newId },
        content: content(page),
      });
    }
    const full = enqueue(store, {
      ...{ ...BOOK, tab: "t1", version: 1, now: 201, newId: parts.newId },
      content: content(201),
    });
    await expect(full).rejects.toMatchObject({ code: "outbox-full" });
    await edit("k1/w1", "eins", { seen: "one", version: 1 }).catch(() => {});
    expect((await store.list("ann")).filter(isWaiting)).toHaveLength(200);
    expect(await store.list("bob")).toEqual([]);
  });

  test("in any sequence of events, every accepted edit is in the book unless another client changed it later, and nothing else is", async () => {
    const command = fc.record({
      what: fc.constantFrom("edit", "send", "other", "edit", "edit"),
      id: fc.constantFrom("k1/w1", "k1/w2", "k2/w1"),
      tab: fc.constantFrom("t1", "t2"),
      faults: fc.array(fc.constantFrom("offline", "lost", "moving"), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 14 }), async (commands) => {
        const book = service();
        const { edit, send, list } = outbox(book);
        const shown = new Map([...book.lines].map(([id, text]) => [id.replace(".", "/"), text]));
        const others: string[] = [];
        for (const [n, { what, id, tab, faults }] of commands.entries()) {
          if (what === "edit") {
            await edit(id, `mine ${n}`, { seen: shown.get(id) ?? "", version: book.version(), tab });
          } else if (what === "other") {
            book.change(id.replace("/", "."), `theirs ${n}`);
            others.push(`theirs ${n}`);
          } else {
            book.faults.push(...(faults as typeof book.faults));
            await send();
            for (const [key, text] of book.lines) shown.set(key.replace(".", "/"), text);
          }
        }
        await send();
        const edits = await list();
        expect(edits.filter(isWaiting)).toEqual([]);
        const written = new Set([...book.lines.values()].filter((text) => text.startsWith("mine")));
        const taken = edits.filter(({ state }) => state === "taken");
        const refused = edits.filter(({ state }) => state === "refused");
        const wordsIn = (of: typeof edits) =>
          of.flatMap(({ content }) =>
            content.kind === "texts" ? content.texts.map(({ text = "" }) => text) : [],
          );
        for (const text of written) expect(wordsIn(taken)).toContain(text);
        for (const text of wordsIn(refused)) expect(written).not.toContain(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the changes of a page's texts", () => {
  const BASE = { account: "ann", sessionId: "s1", tab: "t1", version: 1, state: "waiting" } as const;
  const edit = (order: number, content: EditContent) => ({
    ...BASE,
    id: `e${order}`,
    key: `k${order}`,
    order,
    content,
  });
  const words = (page: number, id: string, text: string): TextEdit => ({ page, id, text, was: {} });

  test("have the last value of each field, for that page only", () => {
    const moved: TextEdit = { page: 1, id: "k1/w1", position: { x: 10, y: 20 }, was: {} };
    const edits = [
      edit(1, { kind: "texts", texts: [words(1, "k1/w1", "eins"), words(2, "k1/w1", "zwei")] }),
      edit(2, { kind: "texts", texts: [moved] }),
      edit(3, { kind: "texts", texts: [words(1, "k1/w1", "uno"), words(1, "k2/s1", "BUMM")] }),
    ];
    expect(textChangesOf(edits, 1)).toEqual([
      { balloonId: "k1.w1", text: "uno", position: { x: 10, y: 20 } },
      { balloonId: "k2.s1", text: "BUMM" },
    ]);
    expect(textChangesOf(edits, 3)).toEqual([]);
  });

  test("are unknown where the page's storyboard is edited, too", () => {
    const board: EditContent = { kind: "board", page: 1, base: "", from: [], panels: [] };
    const edits = [edit(1, { kind: "texts", texts: [words(1, "k1/w1", "eins")] }), edit(2, board)];
    expect(textChangesOf(edits, 1)).toEqual([]);
  });
});
