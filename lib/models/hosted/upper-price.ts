// The highest cost of one question to a hosted model: reserved before the call, and booked where the real cost is unknown.
import { type CatalogModel, catalogModel, flexShareOf, ratesOn, thoughtAllowance } from "../catalog.ts";
import type { ImageSize } from "../catalog-schema.ts";
import { today } from "../today.ts";
import type { Question } from "./model.ts";

/** The most tokens of an image in a prompt. */
const IMAGE_INPUT_TOKENS = 1_300;
/** The most tokens of text beside an image. */
const CAPTION_TOKENS = 256;
/** Pictures in one answer: thinking models may send a draft before the picture. */
const PICTURES_PER_ANSWER = 2;

/** The most tokens of an answer, thoughts included; sent as `maxOutputTokens`. */
export function outputLimit(model: CatalogModel, { task, wanted, thoughtTokens }: Question): number {
  const allowance = thoughtTokens ?? thoughtAllowance(model, task);
  const answer =
    wanted.kind === "image"
      ? CAPTION_TOKENS + PICTURES_PER_ANSWER * imageTokensOf(model, wanted.size)
      : wanted.maxOutputTokens;
  return Math.min(answer + allowance, model.limits.outputTokens);
}

/**
 * Micro-dollars. A token is at least one byte of UTF-8, so the number of bytes bounds the tokens of a text. The service tells only
 * afterwards how much of an answer was images, so all of its tokens count at the higher rate.
 */
export function upToMicros(id: string, question: Question, day = today()): number {
  const model = catalogModel(id);
  const { system = "", turns, wanted } = question;
  const parts = turns.flatMap((turn) => turn.parts);
  const bytes = parts.reduce((sum, part) => sum + ("text" in part ? Buffer.byteLength(part.text) : 0), 0);
  const seen = parts.filter((part) => !("text" in part)).length;
  const schemaBytes = wanted.kind === "json" ? Buffer.byteLength(JSON.stringify(wanted.schema)) : 0;
  const { input, imageInput, output, imageOutput } = ratesOn(model, day);
  const inputTokens = bytes + Buffer.byteLength(system) + schemaBytes + seen * IMAGE_INPUT_TOKENS;
  const tokenPrice =
    inputTokens * Math.max(input, imageInput) + outputLimit(model, question) * Math.max(output, imageOutput);
  const share = question.slow ? (flexShareOf(model, day) ?? 1) : 1;
  return (
    Math.ceil((tokenPrice * share) / 1_000_000) +
    (wanted.kind === "image" ? pieceMicros(model, wanted.size) : 0)
  );
}

/** Price of a picture that is sold per picture, else 0. */
function pieceMicros({ images }: CatalogModel, size: ImageSize): number {
  const price = images?.sizes[size];
  return price !== undefined && "micros" in price ? price.micros : 0;
}

function imageTokensOf({ images }: CatalogModel, size: ImageSize): number {
  const price = images?.sizes[size];
  return price !== undefined && "tokens" in price ? price.tokens : 0;
}
