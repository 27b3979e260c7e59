// Port for the open vocabulary that an artist can draw: suggestions for editor fields, and how a given word is drawn.
// Implemented by the offline artist (`offline/artist/vocabulary/suggestions.ts`). Hosted models take any word.
import * as z from "zod";

/** The subject of a word. Several document fields share one: `hands[].what`, `things[].what` and `mount` are things. */
export const VocabularyFieldSchema = z.enum([
  // About characters.
  ...(["kind", "age", "hair", "beard", "build", "worn", "mark"] as const),
  // About deeds.
  ...(["doing", "feeling", "posture", "face", "where", "seat"] as const),
  // About everything else that is visible.
  ...(["place", "thing", "ground", "light", "effect"] as const),
]);
export type VocabularyField = z.infer<typeof VocabularyFieldSchema>;

/** How an artist draws a word: as told, as the nearest known thing (`a spear`), or not at all. */
export type Drawable = "as told" | { as: string } | "nothing";

export interface ArtistVocabulary {
  /** Words that are drawn as told, in the order of an editor's list. */
  suggestionsFor(field: VocabularyField): readonly string[];
  /** `word`: 1 to 120 characters of any language. Deterministic; never throws. */
  canDraw(field: VocabularyField, word: string): Drawable;
}
