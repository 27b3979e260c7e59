// Holds a book's lettering to its story: every spoken line must stand in the balloons whole and to the letter.
import type { Book } from "../../lib/manga/book.ts";
import type { Story } from "../../lib/manga/story.ts";

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
    const textOf = new Map(texts.map(({ id, text }) => [id, text]));
    for (const { id: panel, words } of panels) {
      for (const { id, unit } of words.texts) {
        if (unit === null) continue;
        lettered.set(unit, (lettered.get(unit) ?? "") + (textOf.get(`${panel}/${id}`) ?? ""));
      }
    }
  }
  return units.flatMap(({ id, kind, text }) => {
    if (kind !== "speech") return [];
    const said = lettered.get(id) ?? "";
    return bare(said) === bare(text) ? [] : [{ unit: id, told: text, lettered: said }];
  });
}

const bare = (text: string) => text.replaceAll(/\s+/gu, "");
