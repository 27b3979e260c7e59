// Requests the estimate of a text when typing pauses.
import { useEffect, useState } from "react";
import { ask } from "../api.ts";
import type { StoryEstimate, Tier } from "../documents.ts";
import { useOnline } from "../use-online.ts";

export interface Estimate {
  found: StoryEstimate | undefined;
  isReading: boolean;
  error: unknown;
}

const PAUSE_MS = 600;

export function useEstimate(asked: {
  text: string;
  pages: number | undefined;
  /** `auto`: the text's own language. */
  language: string;
  style: string;
  models: string;
  tier: Tier;
  slow: boolean;
  isUsable: boolean;
}): Estimate {
  const { text, pages, language, style, models, tier, slow, isUsable } = asked;
  const [estimate, setEstimate] = useState<Estimate>({
    found: undefined,
    isReading: false,
    error: undefined,
  });
  const isOnline = useOnline();
  useEffect(() => {
    // Offline, the earlier estimate stays. A missing one is requested when the network returns.
    if (!isOnline) return;
    if (!isUsable) return setEstimate({ found: undefined, isReading: false, error: undefined });
    setEstimate((before) => ({ ...before, isReading: true, error: undefined }));
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const body = {
        ...{ text, style, models, tier, slow },
        ...(pages === undefined ? {} : { pages }),
        ...(language === "auto" ? {} : { language }),
      };
      ask<StoryEstimate>("POST", "/manga/estimate", { body, signal: stop.signal }).then(
        (found) => setEstimate({ found, isReading: false, error: undefined }),
        (error: unknown) => {
          if (!stop.signal.aborted) setEstimate({ found: undefined, isReading: false, error });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, pages, language, style, models, tier, slow, isUsable, isOnline]);
  return estimate;
}
