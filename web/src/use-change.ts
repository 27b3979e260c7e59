// Changes of a book as its owner makes them: to the version that is seen, one after the other, refused rather than overwriting.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ApiError, ask } from "./api.ts";
import type { ClientSession } from "./documents.ts";
import { useWords } from "./words/words.tsx";

/** Sends a change and says whether it was taken; waits while the book is still being made anew. */
export type Change = (method: string, path: string, body?: unknown) => Promise<boolean>;

export interface Changes {
  change: Change;
  /** One is on its way to the service, or waits for the one before it. */
  isSending: boolean;
  /** Why nothing was changed, where somebody else was faster. */
  said: string;
  error: unknown;
}

export function useChange(sessionId: string, session: ClientSession | undefined): Changes {
  const { t } = useWords();
  const [sending, setSending] = useState(0);
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>(undefined);
  const settled = useSettled(session);
  const change = useCallback<Change>(
    async (method, path, body) => {
      setError(undefined);
      setSaid("");
      setSending((count) => count + 1);
      try {
        const version = await settled.now();
        const address = `/manga/sessions/${sessionId}${path}`;
        const made = await ask<{ version: number }>(method, address, {
          version,
          ...(body === undefined ? {} : { body }),
        });
        settled.expect(made.version);
        return true;
      } catch (refused) {
        if (refused instanceof ApiError && (refused.status === 409 || refused.status === 412))
          setSaid(t("revise.busy"));
        else setError(refused);
        return false;
      } finally {
        setSending((count) => count - 1);
      }
    },
    [sessionId, settled, t],
  );
  return { change, isSending: sending > 0, said, error };
}

interface Settled {
  /** Resolves with the version that is seen, once the book is made and can be changed. */
  now(): Promise<number | undefined>;
  /** A change was taken: until a listener has seen its version, what is seen is old. */
  expect(version: number): void;
}

function useSettled(session: ClientSession | undefined): Settled {
  const seen = useRef(session);
  const least = useRef(0);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    seen.current = session;
    if (!isSettled(session, least.current)) return;
    for (const resolve of waiting.current.splice(0)) resolve();
  }, [session]);
  return useMemo(
    () => ({
      async now() {
        while (!isSettled(seen.current, least.current)) {
          await new Promise<void>((resolve) => waiting.current.push(resolve));
        }
        return seen.current?.version;
      },
      expect(version) {
        least.current = version;
      },
    }),
    [],
  );
}

function isSettled(session: ClientSession | undefined, least: number): boolean {
  return session?.status !== "running" && session?.status !== "queued" && (session?.version ?? 0) >= least;
}
