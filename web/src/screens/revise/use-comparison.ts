// Requests price and time of all models for a text when typing pauses.
import { useEffect, useState } from "react";
import { ask } from "../../api.ts";
import type { ComparedModels } from "../../documents.ts";
import { useOnline } from "../../use-online.ts";

const PAUSE_MS = 900;

/** `request`: as JSON. Undefined until the answer is there; an earlier answer stays while a new one is awaited. */
export function useComparison(request: string | undefined): ComparedModels["models"] | undefined {
  const [found, setFound] = useState<ComparedModels["models"] | undefined>(undefined);
  const isOnline = useOnline();
  useEffect(() => {
    if (request === undefined) return setFound(undefined);
    if (!isOnline) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask<ComparedModels>("POST", "/manga/compare", { body: JSON.parse(request), signal: stop.signal }).then(
        ({ models }) => setFound(models),
        // The estimate reports the same error in words.
        () => {
          if (!stop.signal.aborted) setFound(undefined);
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [request, isOnline]);
  return found;
}
