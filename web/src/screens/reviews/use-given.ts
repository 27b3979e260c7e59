// The result of a phase as an editor needs it: complete, in the present form, with its hash.
import { useEffect, useState } from "react";
import { ask } from "../../api.ts";
import { type ClientPhase, isOpenForm, PHASES, type PhaseResult } from "../../documents.ts";
import { useOnline } from "../../use-online.ts";

/** A phase's result, at one revision of its review. What is shown, edited and saved is all from it. */
interface Given {
  /** Of the phase's review; absent where it was never reviewed. */
  revision?: number | undefined;
  hash: string;
  output: unknown;
}

/** Delay before a large output is requested again. */
const AGAIN_MS = 2_000;

/**
 * The listener's result with its revision. A large output, or one of an earlier format, is fetched by its hash. An answer with another hash
 * is older or newer than the listener's document and is fetched again.
 */
export function useGiven(sessionId: string, shown: ClientPhase | undefined): Given | undefined {
  const [fetched, setFetched] = useState<{ hash: string; output: unknown } | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  const isOnline = useOnline();
  const { phase, hash, gate } = shown ?? {};
  const listened = shown !== undefined && isOpenForm(shown) ? shown.output : undefined;
  const output = listened ?? (fetched?.hash === hash ? fetched?.output : undefined);
  const isWanted = phase !== undefined && hash !== undefined && output === undefined && isOnline;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt fetches again.
  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    const retry = () => {
      if (!stop.signal.aborted) again = setTimeout(() => setAttempt((count) => count + 1), AGAIN_MS);
    };
    const path = `/manga/sessions/${sessionId}/phase/${PHASES.indexOf(phase) + 1}`;
    ask<PhaseResult>("GET", path, { signal: stop.signal }).then((answer) => {
      if (answer.hash === hash) setFetched({ hash, output: answer.output });
      else retry();
    }, retry);
    return () => {
      stop.abort();
      clearTimeout(again);
    };
  }, [sessionId, phase, hash, isWanted, attempt]);
  // While the phase is made again, its earlier result is shown.
  const now =
    hash === undefined || output === undefined ? undefined : { revision: gate?.revision, hash, output };
  const [last, setLast] = useState(now);
  if (now !== undefined && (last?.hash !== now.hash || last.revision !== now.revision)) setLast(now);
  return now ?? last;
}
