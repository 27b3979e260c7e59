// Port for the open vocabulary that an artist can draw: suggestions for editor fields, and how a given word is drawn.
// Implemented by the offline artist (`offline/artist/vocabulary/suggestions.ts`). Hosted models take any word.
import * as z from "zod";

/** The subject of a word. Several document fields share one: `hands[].what`, `things[].what` and `mount` are things. */
export const VocabularyFieldSchema = z.enum([
  // About characters.
  ...(["kind", "age", "hair", "hair-colour", "beard", "build", "worn", "hat", "mark"] as const),
  // About deeds.
  ...(["doing", "feeling", "posture", "face", "gaze", "where", "seat", "grip"] as const),
  // About everything else that is visible. `thing-where`, `thing-how` and `thing-state` are about a thing.
  ...(["place", "culture", "condition", "thing", "thing-where", "thing-how", "thing-state"] as const),
  ...(["ground", "light", "effect"] as const),
  // A feature in an open word: face, eyes, height. A landmark of a place. A sentence: a description, an action.
  ...(["feature", "landmark", "sentence"] as const),
  // Parts of the style: what each of its words says of how the book is drawn.
  ...(["style-line", "style-tone", "style-eyes", "style-backgrounds", "style-blacks"] as const),
  ...(["style-medium", "style-palette"] as const),
]);
export type VocabularyField = z.infer<typeof VocabularyFieldSchema>;

/** How an artist draws a word: as told, as the nearest known thing (`a spear`), or not at all. */
export type Drawable = "as told" | { as: string } | "nothing";

export interface ArtistVocabulary {
  /** Fields that this artist does not read: whatever they say, the picture is the same. */
  unread: readonly VocabularyField[];
  /** Words that are drawn as told, in the order of an editor's list. */
  suggestionsFor(field: VocabularyField): readonly string[];
  /**
   * `word`: 1 to 120 characters of any language; `of`: the thing that the word describes, or the kind of its wearer. Deterministic; never
   * throws.
   */
  canDraw(field: VocabularyField, word: string, of?: string): Drawable;
}
