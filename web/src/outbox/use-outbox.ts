// React hook for the outbox.
import { useMemo, useSyncExternalStore } from "react";
import { onOutbox, outboxNow } from "./outbox.ts";
import { isWaiting, type WaitingEdit } from "./waiting-edit.ts";

export interface OutboxShown {
  waiting: readonly WaitingEdit[];
  refused: readonly WaitingEdit[];
  /** The last accepted ones. The book as shown may not have them yet. */
  taken: readonly WaitingEdit[];
}

/** The edits of one book, or of all. */
export function useOutbox(sessionId?: string): OutboxShown {
  const edits = useSyncExternalStore(onOutbox, outboxNow);
  return useMemo(() => {
    const own = edits.filter((one) => sessionId === undefined || one.sessionId === sessionId);
    const inState = (wanted: WaitingEdit["state"]) => own.filter(({ state }) => state === wanted);
    return { waiting: own.filter(isWaiting), refused: inState("refused"), taken: inState("taken") };
  }, [edits, sessionId]);
}
