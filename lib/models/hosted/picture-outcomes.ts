// What may come instead of a picture, in four classes, and what is asked next after each. Pure: the requests are made in `artist.ts`.
// Sources of the reasons: FinishReason and BlockedReason of `@google/genai`, and
// https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/gemini-image-responsible-ai
import type { Reply } from "./model.ts";

/**
 * `technical`: no picture, or none that can be used, for no fault of the prompt.
 * `unclear`: the model answered in words: a refusal or a misunderstanding.
 * `safety`: a filter held back the prompt or the picture, or the picture repeats a known work. The same prompt is held back again.
 * `prohibited`: the subject is not allowed at all.
 */
export type OutcomeClass = "technical" | "unclear" | "safety" | "prohibited";

/**
 * The vendor's words (`finishReason`, `promptFeedback.blockReason`) and ours for answers without one. A word that is absent here counts
 * as `safety`, because a new reason is most likely a new filter.
 */
const CLASSES: ReadonlyMap<string, OutcomeClass> = new Map([
  ["NO_IMAGE", "technical"],
  ["IMAGE_OTHER", "technical"],
  ["MALFORMED_RESPONSE", "technical"],
  ["CONTINUATION", "technical"],
  ["MAX_TOKENS", "technical"],
  /** Neither a candidate nor `promptFeedback`. */
  ["no candidates", "technical"],
  ["SAFETY", "safety"],
  ["OTHER", "safety"],
  ["SPII", "safety"],
  ["RECITATION", "safety"],
  ["IMAGE_SAFETY", "safety"],
  ["IMAGE_RECITATION", "safety"],
  ["PROHIBITED_CONTENT", "prohibited"],
  ["IMAGE_PROHIBITED_CONTENT", "prohibited"],
  ["BLOCKLIST", "prohibited"],
]);

/** An answer without a usable picture. `reason` is shown to people. */
export interface Failure {
  outcome: OutcomeClass;
  reason: string;
}

/**
 * Why a reply holds no picture; undefined when its last image is the picture. Images of an answer that did not end with STOP are drafts:
 * thinking models send them before the picture.
 */
export function failureOfReply({
  reason,
  text,
  images,
}: Pick<Reply, "reason" | "text" | "images">): Failure | undefined {
  if (reason !== "STOP") {
    return { outcome: CLASSES.get(reason) ?? "safety", reason };
  }
  if (images.length > 0) return undefined;
  return text.trim() === ""
    ? { outcome: "technical", reason: "an empty answer" }
    : { outcome: "unclear", reason: "words instead of a picture" };
}

/** What a prompt tells: the moment as planned, a face, a hand or a shadow in its place, or the place without people. */
export type PromptVariant = "moment" | "gentle" | "scenery";

/** A request for a picture. */
export interface PictureAttempt {
  telling: PromptVariant;
  /** Added to the request's seed: 1 for the second try of a telling. */
  seed: number;
  by: "first" | "stand-in";
}

/** A request that gave no usable picture. */
export interface FailedAttempt extends PictureAttempt {
  outcome: OutcomeClass;
}

/** What can be asked for. */
export interface Fallbacks {
  /** Panels have a scenery; portraits have none. */
  scenery: boolean;
  /** Whether there is another model that makes pictures. */
  standIn: boolean;
}

/** Requests for one picture, those that mend it included. */
export const MOST_REQUESTS = 4;

/**
 * The next request after those that failed; undefined when no further one is allowed.
 *
 * - technical: once more with another seed, then the stand-in model, then the scenery
 * - unclear: once more with another seed, then the gentle moment, then the scenery
 * - safety: the gentle moment, then the scenery; a prompt that was held back is never sent again, whatever the seed or the model
 * - prohibited: the scenery; the moment is not mentioned again
 *
 * The last request is kept for the scenery.
 */
export function planNextAttempt(
  history: readonly FailedAttempt[],
  { scenery, standIn }: Fallbacks,
): PictureAttempt | undefined {
  const last = history.at(-1);
  if (last === undefined) return firstOf("moment");
  if (history.length >= MOST_REQUESTS) return undefined;
  const { telling } = last;
  const place = scenery && telling !== "scenery" ? firstOf("scenery") : undefined;
  if (place !== undefined && history.length === MOST_REQUESTS - 1) return place;
  const wasRepeated = history.some((attempt) => attempt.telling === telling && attempt.seed === 1);
  const again: PictureAttempt | undefined = wasRepeated ? undefined : { telling, seed: 1, by: "first" };
  const gentler = telling === "moment" ? firstOf("gentle") : place;
  switch (last.outcome) {
    case "technical": {
      const mayChange = standIn && last.by === "first";
      return again ?? (mayChange ? { telling, seed: 0, by: "stand-in" } : place);
    }
    case "unclear":
      return again ?? gentler;
    case "safety":
      return gentler;
    case "prohibited":
      return place;
  }
}

const firstOf = (telling: PromptVariant): PictureAttempt => ({ telling, seed: 0, by: "first" });
