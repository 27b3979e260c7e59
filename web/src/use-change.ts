// Changes of a book through the outbox: stored at once, sent in order, refused rather than overwriting.
import { useCallback, useState } from "react";
import type { ClientSession } from "./documents.ts";
import { putEdit } from "./outbox/outbox.ts";
import { useOutbox } from "./outbox/use-outbox.ts";
import { countChanges, type EditContent } from "./outbox/waiting-edit.ts";

/**
 * Stores a change, and resolves to whether the service accepted it. After `onKept` was called, the change survives leaving the page; until
 * then the caller must keep the input.
 */
export type Change = (content: EditContent, onKept?: () => void) => Promise<boolean>;

export interface Changes {
  change: Change;
  /** Number of edits that wait for the service, or for the book to be made. */
  waiting: number;
  /** The error if the edit could not be stored. */
  error: unknown;
}

export function useChange(sessionId: string, session: ClientSession | undefined): Changes {
  const [error, setError] = useState<unknown>(undefined);
  const { waiting } = useOutbox(sessionId);
  const version = session?.version;
  const change = useCallback<Change>(
    async (content, onKept) => {
      setError(undefined);
      try {
        const { outcome } = await putEdit(sessionId, { version, content });
        onKept?.();
        return (await outcome) === "taken";
      } catch (failed) {
        setError(failed);
        return false;
      }
    },
    [sessionId, version],
  );
  return { change, waiting: countChanges(waiting), error };
}
