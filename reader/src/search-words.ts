// Searches a book's texts, ignoring case, width and kana type.
import type { Page, Text } from "../manifest.ts";
import type { Place } from "./spreads.ts";

export interface Found extends Required<Pick<Place, "page" | "panel">> {
  text: Text;
}

/** Lines that contain all words of the query, in reading order, at most `most`; for an empty query, all lines. */
export function searchWords(
  pages: readonly Page[],
  query: string,
  most = 300,
): { found: Found[]; total: number } {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const found: Found[] = [];
  let total = 0;
  for (const [page, { panels = [] }] of pages.entries()) {
    for (const [panel, { texts = [] }] of panels.entries()) {
      for (const text of texts) {
        const line = fold(`${text.speaker ?? ""} ${text.text}`);
        if (!wanted.every((word) => line.includes(word))) continue;
        total++;
        if (found.length < most) found.push({ page, panel, text });
      }
    }
  }
  return { found, total };
}

/** Normalises: compatibility forms (NFKC), lower case, katakana to hiragana. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
