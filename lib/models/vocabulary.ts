// Port for what an artist draws of the book's open words: suggestions for the fields of an editor, and what becomes of a word.
// The offline artist has one; hosted models take any word as it is told.
import * as z from "zod";

/** Fields of the book whose words an artist may know. Several fields of documents share one: `hands[].what` is a `thing`. */
export const VocabularyFieldSchema = z.enum([
  // People: `Character`.
  ...["kind", "age", "hair", "beard", "build", "marks", "accessories", "worn"],
  // Places: `Place`.
  ...["place", "culture", "placeState", "floor"],
  // Moments: `Acting`, `Held`, `Thing`, `MOMENT`.
  ...["doing", "posture", "feeling", "face", "gaze", "held", "heldHow", "where", "seat", "mount"],
  ...["thing", "thingWhere", "thingHow", "thingState", "ground", "light", "effects"],
] as const);
export type VocabularyField = z.infer<typeof VocabularyFieldSchema>;

/** What an artist makes of a word: it is drawn as told, something near it is drawn (`as`), or nothing is. */
export type Rendering =
  | { rendering: "as-told" }
  | { rendering: "nearest"; as: string }
  | { rendering: "left-out" };

export interface ArtistVocabulary {
  /** Name of the artist, as the session's `models` say it after `+`: `offline`. */
  readonly artist: string;
  /** Words that the artist draws as told, by field, in the order in which an editor lists them. Fields without a list are absent. */
  readonly suggestions: Readonly<Partial<Record<VocabularyField, readonly string[]>>>;
  /** `word`: 1 to 120 characters of any language. Never throws. */
  renderingOf(field: VocabularyField, word: string): Rendering;
}
