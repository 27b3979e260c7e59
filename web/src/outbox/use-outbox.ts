// React hook for the outbox.
import { useMemo, useSyncExternalStore } from "react";
import { onOutbox, outboxNow } from "./outbox.ts";
import { isWaiting, type WaitingEdit } from "./waiting-edit.ts";

export interface OutboxShown {
  waiting: readonly WaitingEdit[];
  refused: readonly WaitingEdit[];
}

/** The edits of one book, or of all. */
export function useOutbox(sessionId?: string): OutboxShown {
  const edits = useSyncExternalStore(onOutbox, outboxNow);
  return useMemo(() => {
    const own = edits.filter((one) => sessionId === undefined || one.sessionId === sessionId);
    return { waiting: own.filter(isWaiting), refused: own.filter(({ state }) => state === "refused") };
  }, [edits, sessionId]);
}
