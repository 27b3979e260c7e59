// Common parts of questions to small models: few units, few tokens, and two ids to copy, which prove that the server passed the whole
// question to the model. Servers silently truncate what exceeds their context (Ollama, llama-server's `--context-shift`).
import * as z from "zod";
import type { Language } from "../../../manga/language.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import { cutRange, type Range } from "../story-parts.ts";

/** Ids that an answer must copy from the beginning and the end of its units. */
export const ECHO = {
  first: z.string().describe("the id of the first row of units, copied"),
  last: z.string().describe("the id of the last row of units, copied"),
};

/** Tokens of story text in one question; with instruction, characters and schema at most 6,000. */
const TEXT_TOKENS = 3_200;
/** Most letters of a unit in a question. */
const MOST_LETTERS = 400;

/** Least letters per token in the tokenizers of Qwen, Llama, Gemma and Mistral. */
const LETTERS_OF_TOKEN: Record<Language, number> = { ja: 0.9, en: 3.2 };

export const tokensOf = (text: string, language: Language): number =>
  Math.ceil(text.length / LETTERS_OF_TOKEN[language]);

/** `[id, text]`; speech in the story's quotation marks, a line of a play after its label. */
export type SmallRow = [id: string, text: string];

export function smallRow({ id, kind, text, label }: StoryUnit, language: Language): SmallRow {
  const shown = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
  if (kind !== "speech") return [id, shown];
  const quoted = language === "ja" ? `「${shown}」` : `"${shown}"`;
  return [id, label === undefined ? quoted : `${label}: ${quoted}`];
}

/** Splits a range into parts of at most `most` units that fit one question. */
export function smallParts(
  units: readonly StoryUnit[],
  range: Range,
  { most, language }: { most: number; language: Language },
): Range[] {
  return cutRange(units, range, most).flatMap((part) => fitting(units, part, language));
}

function fitting(units: readonly StoryUnit[], { from, to }: Range, language: Language): Range[] {
  let tokens = 0;
  for (let at = from; at < to; at += 1)
    tokens += tokensOf(units[at]?.text.slice(0, MOST_LETTERS) ?? "", language);
  if (tokens <= TEXT_TOKENS || to - from < 2) return [{ from, to }];
  const middle = from + Math.ceil((to - from) / 2);
  return [
    ...fitting(units, { from, to: middle }, language),
    ...fitting(units, { from: middle, to }, language),
  ];
}

/**
 * The fault of an answer to a truncated question; undefined for a whole one. The fault does not contain the ids, so that they cannot be
 * copied from it.
 */
export function cutFault(
  { first, last }: { first: string; last: string },
  rows: readonly SmallRow[],
): string | undefined {
  const [begin, end] = [rows[0]?.[0], rows.at(-1)?.[0]];
  if (bare(first) === begin && bare(last) === end) return undefined;
  const which = bare(first) === begin ? "last" : "first";
  return `${which} is not the id of the ${which} row of units: copy it. If the server cuts long questions, its context is shorter than MEKURI_WORDS_CONTEXT says (Ollama: start it with OLLAMA_CONTEXT_LENGTH=8192)`;
}

/** Removes marks from ids: small models also write `["u0001"` and `u0001.`. */
const bare = (told: string): string => told.replaceAll(/[^A-Za-z0-9]/gu, "").toLowerCase();
