// The offline artist's vocabulary: loaded when words of a book are first edited in the studio.
import type { ArtistVocabulary } from "../lib/models/vocabulary.ts";
import { onceLoaded } from "./once.ts";

export const vocabulary = onceLoaded<ArtistVocabulary>(
  () => import("../lib/models/offline/artist/vocabulary/suggestions.ts"),
);
