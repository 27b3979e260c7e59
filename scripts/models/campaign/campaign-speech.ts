// Holds a book's lettering to its story: every spoken line must stand in the balloons whole and to the letter.
import type { Book } from "../../../lib/manga/book.ts";
import type { Story } from "../../../lib/manga/story.ts";

export interface SpeechDifference {
  unit: string;
  told: string;
  /** What the balloons of that unit say together; empty when there is none. */
  lettered: string;
}

/** The spoken units that the lettering lost or altered. Spaces and line breaks do not count. */
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

/** A word that finds no room in one balloon is cut into several: `k1/w2`, `k1/w2b`. */
function balloonsOf(word: string, texts: Book["pages"][number]["texts"]): string {
  return texts
    .filter(({ id }) => id.startsWith(word) && /^[a-z]*$/.test(id.slice(word.length)))
    .toSorted((one, other) => one.id.localeCompare(other.id))
    .map(({ text }) => text)
    .join("");
}

const bare = (text: string) => text.replaceAll(/\s+/gu, "");
