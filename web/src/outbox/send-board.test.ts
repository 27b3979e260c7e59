// Storyboard edits in the outbox: rebased on a newer storyboard if the changes are to different fields, else refused with both versions.
import { expect, test } from "vitest";
import { ApiError } from "../api.ts";
import type { Panel } from "../documents.ts";
import { memoryEditStore } from "./edit-store.ts";
import { enqueue } from "./enqueue.ts";
import { type SendParts, sendEdits } from "./send-edits.ts";

const BOOK = { account: "ann", sessionId: "s1" };

/** The fields of a panel that the outbox uses. */
const panel = (id: string, shot: string, action: string) =>
  ({ id, picture: { shot, action } }) as unknown as Panel;

/** A page with its hash, as the service stores it. */
function page(panels: readonly Panel[]) {
  let now = { hash: "h1", panels };
  const keys: (string | undefined)[] = [];
  const put = (next: readonly Panel[]) => {
    now = { hash: `h${Number(now.hash.slice(1)) + 1}`, panels: next };
  };
  const ask: SendParts["ask"] = async (method, path, { body, key } = {}) => {
    if (method === "GET") return now as never;
    keys.push(key);
    if (!path.endsWith(`base=${now.hash}`)) {
      throw new ApiError("", {
        status: 412,
        code: "edit-conflict",
        retryAfter: 0,
        actual: { hash: now.hash },
      });
    }
    put((body as { panels: Panel[] }).panels);
    return { version: Number(now.hash.slice(1)) } as never;
  };
  return { ask, put, keys, panels: () => now.panels };
}

async function sent(board: ReturnType<typeof page>, mine: readonly Panel[], from: readonly Panel[]) {
  const store = memoryEditStore();
  let ids = 0;
  const newId = () => `e${++ids}`;
  await enqueue(store, {
    ...{ ...BOOK, tab: "t1", version: 1, now: 1, newId },
    content: { kind: "board", page: 1, base: "h1", from, panels: mine },
  });
  const never = {
    ...{ onChange: () => {}, isOver: () => false },
    ...{ online: async () => {}, settled: async () => {}, pause: async () => {} },
  };
  await sendEdits({ ...never, store, ask: board.ask, newId }, BOOK);
  return store.list("ann");
}

const FROM = [panel("k1", "half", "she waits"), panel("k2", "close", "the cat")];

test("is rebased on a newer storyboard if another client changed another field, with a new idempotency key", async () => {
  const board = page(FROM);
  board.put([panel("k1", "half", "she runs"), ...FROM.slice(1)]);
  const edits = await sent(board, [panel("k1", "full", "she waits"), ...FROM.slice(1)], FROM);
  expect(edits).toMatchObject([{ state: "taken" }]);
  expect(board.panels()).toEqual([panel("k1", "full", "she runs"), ...FROM.slice(1)]);
  expect(new Set(board.keys).size).toBe(2);
});

test("is refused with the current values if both changed the same field", async () => {
  const board = page(FROM);
  const theirs = [panel("k1", "detail", "she waits"), ...FROM.slice(1)];
  board.put(theirs);
  const edits = await sent(board, [panel("k1", "full", "she waits"), ...FROM.slice(1)], FROM);
  expect(edits).toMatchObject([
    { state: "refused", refusal: { why: "conflict", theirs: { panels: theirs, base: "h2" } } },
  ]);
  expect(board.panels()).toEqual(theirs);
});
