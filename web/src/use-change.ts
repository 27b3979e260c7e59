// Changes of a book as its owner makes them: kept in the outbox at once, sent in order, refused rather than overwriting.
import { useCallback, useState } from "react";
import type { ClientSession } from "./documents.ts";
import { putEdit } from "./outbox/outbox.ts";
import { useOutbox } from "./outbox/use-outbox.ts";
import { countChanges, type EditContent } from "./outbox/waiting-edit.ts";

/**
 * Keeps a change and says, once that is known, whether the service took it. A page that is left after `onKept` was called does not
 * stop it; until then whoever calls keeps what was typed.
 */
export type Change = (content: EditContent, onKept?: () => void) => Promise<boolean>;

export interface Changes {
  change: Change;
  /** Some wait: for the service, or for the book to be made. */
  waiting: number;
  /** It could not even be kept. */
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
