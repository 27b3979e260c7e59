// Port for what an artist draws of the book's open words: suggestions for the fields of an editor, and what becomes of a word.
// Implemented by the offline artist (`offline/artist/vocabulary/suggestions.ts`); hosted models take any word as it is told.
import * as z from "zod";

/** What a word is about. Several fields of documents share one: `hands[].what`, `things[].what` and `mount` are things. */
export const VocabularyFieldSchema = z.enum([
  // People.
  ...(["kind", "age", "hair", "beard", "build", "worn", "mark"] as const),
  // What they do.
  ...(["doing", "feeling", "posture", "face", "where", "seat"] as const),
  // What else is seen.
  ...(["place", "thing", "ground", "light", "effect"] as const),
]);
export type VocabularyField = z.infer<typeof VocabularyFieldSchema>;

/** What an artist makes of a word: what it says, something near it, in words (`a spear`), or nothing. */
export type Drawable = "as told" | { as: string } | "nothing";

export interface ArtistVocabulary {
  /** Words that are drawn as told, in the order in which an editor lists them. */
  suggestionsFor(field: VocabularyField): readonly string[];
  /** `word`: 1 to 120 characters of any language. Deterministic; never throws. */
  canDraw(field: VocabularyField, word: string): Drawable;
}
