// Compares a book's lettering with its story: every line of dialogue must be in the balloons, complete and verbatim.
import type { Book } from "../../../lib/manga/book.ts";
import type { Story } from "../../../lib/manga/story.ts";

export interface SpeechDifference {
  unit: string;
  told: string;
  /** Concatenated text of the unit's balloons; empty if there are none. */
  lettered: string;
}

/** The dialogue units that the lettering lost or altered, ignoring white space. */
export function speechDifferences(
  { units }: Pick<Story, "units">,
  { pages }: Pick<Book, "pages">,
): SpeechDifference[] {
  const lettered = new Map<string, string>();
  for (const { panels, texts } of pages) {
    for (const { id: panel, words } of panels) {
      for (const { id, unit } of words.texts) {
        if (unit !== null)
          lettered.set(unit, (lettered.get(unit) ?? "") + balloonsOf(`${panel}/${id}`, texts));
      }
    }
  }
  return units.flatMap(({ id, kind, text }) => {
    if (kind !== "speech") return [];
    const said = lettered.get(id) ?? "";
    return bare(said) === bare(text) ? [] : [{ unit: id, told: text, lettered: said }];
  });
}

/** A text without room in one balloon is split into several: `k1/w2`, `k1/w2b`. */
function balloonsOf(word: string, texts: Book["pages"][number]["texts"]): string {
  return texts
    .filter(({ id }) => id.startsWith(word) && /^[a-z]*$/.test(id.slice(word.length)))
    .toSorted((one, other) => one.id.localeCompare(other.id))
    .map(({ text }) => text)
    .join("");
}

const bare = (text: string) => text.replaceAll(/\s+/gu, "");
