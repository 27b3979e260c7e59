// The most that one question to a hosted model may cost: what is reserved before it is asked, and booked when nobody knows.

import { type CatalogModel, catalogModel, priceOf, thoughtAllowance } from "../catalog.ts";
import { today } from "../today.ts";
import type { Question } from "./model.ts";

/** Tokens of an image in a prompt, at most. */
const SEEN_TOKENS = 1_300;
/** Tokens of text that may come with an image. */
const CAPTION_TOKENS = 1_024;
/** Pictures in one answer: thinking models may send a draft before the picture. */
const PICTURES = 2;

/** Tokens that an answer may have, thoughts included: what is sent as `maxOutputTokens`. */
export function outputLimit(model: CatalogModel, { task, wanted, thoughtTokens }: Question): number {
  const allowance = thoughtTokens ?? thoughtAllowance(model, task);
  const answer =
    wanted.kind === "image" ? CAPTION_TOKENS + PICTURES * imageTokensOf(model) : wanted.maxOutputTokens;
  return Math.min(answer + allowance, model.limits.outputTokens);
}

/** Micro-dollars. No token is shorter than a byte of UTF-8, so bytes are the most tokens that a text can be. */
export function upToMicros(id: string, question: Question): number {
  const model = catalogModel(id);
  const { system = "", turns, wanted, task, thoughtTokens } = question;
  const parts = turns.flatMap((turn) => turn.parts);
  const bytes = parts.reduce((sum, part) => sum + ("text" in part ? Buffer.byteLength(part.text) : 0), 0);
  const seen = parts.filter((part) => !("text" in part)).length;
  const schemaBytes = wanted.kind === "json" ? Buffer.byteLength(JSON.stringify(wanted.schema)) : 0;
  const isImage = wanted.kind === "image";
  const outputTokens = isImage
    ? CAPTION_TOKENS + (thoughtTokens ?? thoughtAllowance(model, task))
    : outputLimit(model, question);
  return priceOf(
    model,
    {
      inputTokens: bytes + Buffer.byteLength(system) + schemaBytes,
      imageInputTokens: seen * SEEN_TOKENS,
      outputTokens,
      imageTokens: isImage ? PICTURES * imageTokensOf(model) : 0,
      ...(isImage && { pieces: { size: wanted.size, count: 1 } }),
    },
    today(),
  );
}

function imageTokensOf({ images }: CatalogModel): number {
  const size = images?.sizes["1K"];
  return size !== undefined && "tokens" in size ? size.tokens : 0;
}
