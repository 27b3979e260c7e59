// What such a place usually has, for whoever asks for more detail where the book names nothing. Words, which any artist reads.
import { SHOWN } from "../words/shown-words.ts";

/** Nothing of a kind that no word is known of. */
export function furnishingsOf(kind: string): readonly string[] {
  const place = SHOWN.find(kind, "place").at(-1)?.value;
  return SHOWN.first(place ?? kind, "usual")?.split(" ") ?? [];
}
