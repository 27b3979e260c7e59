// What the offline artist draws of a word: loaded when somebody first edits a book's words in the studio.
import type { ArtistVocabulary } from "../lib/models/vocabulary.ts";
import { onceLoaded } from "./once.ts";

export const vocabulary = onceLoaded<ArtistVocabulary>(
  () => import("../lib/models/offline/artist/vocabulary/suggestions.ts"),
);
