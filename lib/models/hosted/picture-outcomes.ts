// Classes of failed picture requests, and the next attempt after each. Pure: `artist.ts` makes the requests.
// Sources of the reasons: FinishReason and BlockedReason of `@google/genai`, and
// https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/gemini-image-responsible-ai
import type { Reply } from "./model.ts";

/**
 * `technical`: no usable picture, for a reason other than the prompt.
 * `unclear`: the model answered in words: a refusal or a misunderstanding.
 * `safety`: a filter blocked the prompt or the picture, or the picture repeats a known work. The same prompt would be blocked again.
 * `prohibited`: the subject is not allowed at all.
 */
export type OutcomeClass = "technical" | "unclear" | "safety" | "prohibited";

/**
 * Classes of the vendor's reasons (`finishReason`, `promptFeedback.blockReason`), and of our own for answers without one. An unknown reason
 * counts as `safety`, because a new reason is most likely a new filter.
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

/** Variants of a panel's prompt: the planned moment; a gentler one (a face, hand or shadow instead); the scenery without people. */
export type PromptVariant = "moment" | "gentle" | "scenery";

/** A request for a picture. */
export interface PictureAttempt {
  telling: PromptVariant;
  /** Added to the request's seed: 1 for the second try of a variant. */
  seed: number;
  by: "first" | "fallback";
}

/** A request that gave no usable picture. */
export interface FailedAttempt extends PictureAttempt {
  outcome: OutcomeClass;
}

/** Fallbacks that exist for a request. */
export interface Fallbacks {
  /** Whether there is a scenery variant: for panels, not for portraits. */
  scenery: boolean;
  /** Whether there is another image model. */
  otherModel: boolean;
}

/** Most requests for one picture, repairs included. */
export const MOST_REQUESTS = 4;

/**
 * The next request after those that failed; undefined when no further one is allowed.
 *
 * - technical: once more with another seed, then the fallback model, then the scenery
 * - unclear: once more with another seed, then the gentle moment, then the scenery
 * - safety: the gentle moment, then the scenery; a prompt that was held back is never sent again, whatever the seed or the model
 * - prohibited: the scenery; the moment is not mentioned again
 *
 * The last request is kept for the scenery.
 */
export function planNextAttempt(
  history: readonly FailedAttempt[],
  { scenery, otherModel }: Fallbacks,
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
      const mayChange = otherModel && last.by === "first";
      return again ?? (mayChange ? { telling, seed: 0, by: "fallback" } : place);
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
