// Requests the reading of a text when typing pauses.
import { useEffect, useState } from "react";
import { ask } from "../../api.ts";
import type { StoryReading } from "../../reading-draft.ts";
import { useOnline } from "../../use-online.ts";

export interface ReadingState {
  found: StoryReading | undefined;
  isReading: boolean;
  error: unknown;
}

const PAUSE_MS = 700;

/** `request`: without the text, as JSON. */
export function useReading(text: string, request: string): ReadingState {
  const [state, setState] = useState<ReadingState>({ found: undefined, isReading: true, error: undefined });
  const isOnline = useOnline();
  useEffect(() => {
    if (!isOnline) return;
    const stop = new AbortController();
    setState(({ found }) => ({ found, isReading: true, error: undefined }));
    const timer = setTimeout(() => {
      const body = { ...JSON.parse(request), text };
      ask<StoryReading>("POST", "/manga/reading", { body, signal: stop.signal }).then(
        (found) => setState({ found, isReading: false, error: undefined }),
        (error: unknown) => {
          if (!stop.signal.aborted) setState({ found: undefined, isReading: false, error });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, request, isOnline]);
  return state;
}
