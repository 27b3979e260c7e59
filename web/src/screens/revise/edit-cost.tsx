// The redrawn pictures of a manual edit and their cost, shown while it is typed and before it is saved.
import { useEffect, useState } from "react";
import { ApiError, ask } from "../../api.ts";
import type { PhaseName } from "../../documents.ts";
import { reasonOf } from "../../problem-words.ts";
import { useWishWords } from "../../words/wish-words.ts";
import { useWords } from "../../words/words.tsx";
import { againOf, reviewsOf, type WishPreview } from "../reviews/wish-preview.tsx";

/** The result that is edited, as the person sees it. */
export interface EditSeen {
  sessionId: string;
  /** Hash of the result. */
  base: string;
  /** Of the open review; absent: an edit of the book as it is. */
  revision?: number | undefined;
}

export interface EditCostState {
  preview: WishPreview | undefined;
  error: unknown;
  isReading: boolean;
}

const NOTHING: EditCostState = { preview: undefined, error: undefined, isReading: false };

/** Pause in typing after which the cost is asked for, in ms. */
const PAUSE_MS = 500;
/** Pause before the next request if the service was unreachable or the book was being changed, in ms. */
const AGAIN_MS = 3_000;

interface EditAsked {
  phase: PhaseName;
  seen: EditSeen;
  patch: Record<string, unknown>;
  isWanted: boolean;
}

/** The preview of exactly this edit; undefined while it is not known. */
export function useEditPreview({ phase, seen, patch, isWanted }: EditAsked): EditCostState {
  const { sessionId, base, revision } = seen;
  const body = { phase, kind: "edit", patch, base, ...(revision !== undefined && { revision }) };
  return usePreview(sessionId, isWanted ? JSON.stringify(body) : undefined);
}

/** `body`: of a preview request, as JSON; undefined: none. */
export function usePreview(sessionId: string, body: string | undefined): EditCostState {
  const [known, setKnown] = useState<EditCostState & { of: string | undefined }>({
    ...NOTHING,
    of: undefined,
  });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again.
  useEffect(() => {
    if (body === undefined) return;
    const stop = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    const timer = setTimeout(() => {
      const path = `/manga/sessions/${sessionId}/feedback/preview`;
      ask<WishPreview>("POST", path, { body: JSON.parse(body), signal: stop.signal }).then(
        (preview) => setKnown({ ...NOTHING, of: body, preview }),
        (error: unknown) => {
          if (stop.signal.aborted) return;
          setKnown({ ...NOTHING, of: body, error });
          if (!isRefused(error)) again = setTimeout(() => setAttempt((count) => count + 1), AGAIN_MS);
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
      stop.abort();
    };
  }, [sessionId, body, attempt]);
  if (body === undefined) return NOTHING;
  return known.of === body ? known : { ...NOTHING, isReading: true };
}

const isRefused = (error: unknown) => error instanceof ApiError && error.status === 422;

interface EditCostProps {
  cost: EditCostState;
  /** For a finished book this is also stated if no picture is drawn again. */
  isAlways: boolean;
}

export function EditCost({ cost: { preview, error, isReading }, isAlways }: EditCostProps) {
  const { t, money } = useWords();
  const w = useWishWords();
  if (isReading) return <span className="soft">{isAlways ? w("counting") : null}</span>;
  if (error !== undefined) {
    // At a review, the answer to saving says it.
    const isSaid = isAlways || isRefused(error);
    return isSaid ? <span className="trouble">{reasonOf(error, t)}</span> : null;
  }
  if (preview === undefined) return null;
  const { again, priceMicros, reviews } = preview;
  if (!isAlways && Object.keys(again).length === 0) return null;
  return (
    <span className="edit-cost">
      {againOf(again, w)} <b>{priceMicros === 0 ? w("free") : w("price", { price: money(priceMicros) })}</b>{" "}
      {reviewsOf(reviews, { t, w })}
    </span>
  );
}
