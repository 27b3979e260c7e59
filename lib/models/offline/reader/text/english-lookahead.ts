// What the chunks of an English sentence before the reader tell: whether a verb comes, and whether the noun here is its subject.
import type { Chunk, NounChunk } from "./english-chunks.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

export const isNominative = ({ head, pronoun }: NounChunk): boolean =>
  pronoun && table.is("nominative", head.text.toLowerCase());

/** Whether a finite verb comes before the clause can have ended. */
export function isVerbAhead(chunks: readonly Chunk[], from: number): boolean {
  for (const [index, chunk] of chunks.slice(from, from + 14).entries()) {
    if (chunk.kind === "verb" && chunk.form === "finite") return true;
    if (chunk.kind === "stop" || chunk.kind === "subordinator" || (chunk.kind === "comma" && index > 0))
      return false;
  }
  return false;
}

/** Whether the noun at `index` is the subject of a verb that follows it: only its own modifiers and adverbs stand between. */
export function isSubjectAhead(chunks: readonly Chunk[], index: number): boolean {
  for (let at = index + 1; at < Math.min(chunks.length, index + 10); at += 1) {
    const chunk = chunks[at];
    if (chunk?.kind === "verb") return chunk.form === "finite";
    if (chunk?.kind === "relative") return isVerbAhead(chunks, at + 1);
    if (chunk?.kind === "adverb" || chunk?.kind === "other") continue;
    if (chunk?.kind !== "preposition" || chunks[at + 1]?.kind !== "noun") return false;
    at += 1;
  }
  return false;
}
