// The most that a task of a hosted model may cost, with everything that it may repeat: what is reserved before it is done.
import { type CatalogModel, catalogModel, priceOf } from "../catalog.ts";

/** A refusal is answered with a softer prompt, and what cannot be used is asked for again. */
const WORDINGS = 2;
const ATTEMPTS = 2;
/** Bytes of what is said about an answer that cannot be used. */
const CORRECTION_BYTES = 4_096;
/** Tokens of an image that a model looks at, at most. */
const SEEN_TOKENS = 1_300;
/** Tokens of text that come with an image. */
const CAPTION_TOKENS = 1_024;
/** Bytes of the instruction, the data and the answer's schema of a look. */
const LOOK_BYTES = 16_384;
const LOOK_OUTPUT_TOKENS = 2_048;

const today = () => new Date().toISOString().slice(0, 10);

/** Micro-dollars of a task in JSON. No token is shorter than a byte of UTF-8, so bytes are the most tokens that a text can be. */
export function answerUpToMicros(
  id: string,
  { inputTokens, maxOutputTokens }: { inputTokens: number; maxOutputTokens: number },
): number {
  const model = catalogModel(id);
  const outputTokens = Math.min(maxOutputTokens, model.maxOutputTokens);
  const first = { inputTokens, outputTokens, imageTokens: 0 };
  const second = { ...first, inputTokens: inputTokens + outputTokens + CORRECTION_BYTES };
  return WORDINGS * (priceOf(model, first, today()) + priceOf(model, second, today()));
}

/** Micro-dollars of a picture, drawn twice and looked at each time, by every model that may stand in. */
export function pictureUpToMicros(
  { images, eyes }: { images: readonly string[]; eyes: readonly string[] },
  { promptBytes, references }: { promptBytes: number; references: number },
): number {
  const drawn = images.map((id) => {
    const model = catalogModel(id);
    const inputTokens = promptBytes + references * SEEN_TOKENS;
    const imageTokens = imageTokensOf(model);
    const pieces = { size: "1K", count: 1 } as const;
    return priceOf(model, { inputTokens, outputTokens: CAPTION_TOKENS, imageTokens, pieces }, today());
  });
  const look = { inputTokens: SEEN_TOKENS + LOOK_BYTES, maxOutputTokens: LOOK_OUTPUT_TOKENS };
  const seen = eyes.map((id) => answerUpToMicros(id, look));
  return ATTEMPTS * (WORDINGS * sum(drawn) + sum(seen));
}

const sum = (micros: readonly number[]) => micros.reduce((total, one) => total + one, 0);

function imageTokensOf({ images }: CatalogModel): number {
  const size = images?.sizes["1K"];
  return size !== undefined && "tokens" in size ? size.tokens : 0;
}
