// Adds an edit to the outbox. Once the promise resolves, the edit is stored and survives a reload and network failures.
import type { EditStore } from "./edit-store.ts";
import {
  type EditContent,
  isWaiting,
  MOST_BYTES,
  MOST_WAITING,
  mergedWith,
  type WaitingEdit,
  withOwnValues,
} from "./waiting-edit.ts";

/** The outbox is full: waiting edits must be sent or discarded first. */
export class OutboxFullError extends Error {
  override readonly name = "OutboxFullError";
  readonly code = "outbox-full";
}

export interface NewEdit extends Pick<WaitingEdit, "account" | "sessionId" | "tab" | "version" | "content"> {
  /** Milliseconds since 1970. */
  now: number;
  newId(): string;
}

/** Returns the stored edit, which may be merged into a waiting one. Throws `OutboxFullError`. */
export async function enqueue(store: EditStore, edit: NewEdit): Promise<WaitingEdit> {
  const { account, sessionId, tab, version, now, newId } = edit;
  let kept: WaitingEdit | undefined;
  await store.change({ account, sessionId }, (edits) => {
    const order = Math.max(now, ...edits.map((one) => one.order + 1));
    const content = withOwn(edit, edits);
    const fresh: WaitingEdit = {
      ...{ id: newId(), key: newId(), account, sessionId, tab, order, version, content },
      state: "waiting",
    };
    const last = edits.findLast(isWaiting);
    const merged = last && mergedWith(last, fresh);
    kept = merged ?? fresh;
    const after =
      merged === undefined ? [...edits, fresh] : edits.map((one) => (one === last ? merged : one));
    const isFull = after.filter(({ state }) => state !== "taken").length > MOST_WAITING;
    if (isFull || JSON.stringify(after).length > MOST_BYTES)
      throw new OutboxFullError("too many changes wait");
    return after;
  });
  if (kept === undefined) throw new Error("the store did not call its plan");
  return kept;
}

function withOwn({ content, tab }: NewEdit, edits: readonly WaitingEdit[]): EditContent {
  if (content.kind !== "texts") return content;
  return { ...content, texts: content.texts.map((one) => withOwnValues(one, { edits, tab })) };
}
