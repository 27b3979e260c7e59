// A book's words as `lettering.csv`: a row for each balloon, caption and sound, to proofread or translate in a spreadsheet. RFC 4180 with a
// byte order mark, so that spreadsheets detect UTF-8.
import type { Book } from "../manga/book.ts";
import { neutralizedCell } from "../manga/formula-cells.ts";
import { markedText } from "../manga/marked-text.ts";

const HEADER = ["page", "panel", "balloon", "speaker", "text"];
const BYTE_ORDER_MARK = "\uFEFF";

/** Rows are in reading order. Ids are those of the book's data: `w1` for dialogue and narration, `s1` for a sound. */
export function bindCsv(book: Book): Uint8Array {
  const names = new Map(book.cast.characters.map(({ id, name }) => [id, name]));
  const rows = book.pages.flatMap(({ number, panels }) =>
    panels.flatMap(({ id, words }) => [
      ...words.texts.map((word) => [
        String(number),
        id,
        word.id,
        word.speaker === null ? "" : (names.get(word.speaker) ?? word.speaker),
        markedText(word),
      ]),
      ...words.sounds.map((sound, index) => [String(number), id, `s${index + 1}`, "", sound.text]),
    ]),
  );
  const lines = [HEADER, ...rows].map((row) => `${row.map(field).join(",")}\r\n`);
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.join(""));
}

/** Escapes a field. Names and words are untrusted, so one that a spreadsheet would evaluate as a formula is neutralised. */
function field(content: string): string {
  const text = neutralizedCell(content);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
