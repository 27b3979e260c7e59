// A book's words as `lettering.csv`: a row for each balloon, caption and sound, to proofread or translate in a spreadsheet. RFC 4180 with a
// byte order mark, so that spreadsheets detect UTF-8.
import type { Book } from "../manga/book.ts";
import { neutralizedCell } from "../manga/formula-cells.ts";
import { markedText } from "../manga/marked-text.ts";

const HEADER = ["page", "panel", "balloon", "speaker", "text"];
/** Present in a book in which a text or sound has such a choice. For information: reading the file changes words only. */
const TYPE_HEADER = ["font", "size", "weight"] as const;
type Type = { [K in (typeof TYPE_HEADER)[number]]?: string | number | undefined };
const BYTE_ORDER_MARK = "\uFEFF";

/** Rows are in reading order. Ids are those of the book's data: `w1` for dialogue and narration, `s1` for a sound. */
export function bindCsv(book: Book): Uint8Array {
  const names = new Map(book.cast.characters.map(({ id, name }) => [id, name]));
  const isTyped = book.pages.some(({ panels }) =>
    panels.some(({ words }) => [...words.texts, ...words.sounds].some(({ set }) => hasType(set))),
  );
  // An own font by the name of its family.
  const nameOfFont = new Map(book.fonts?.map(({ id, name }) => [String(id), name]));
  const shown = (value: string | number = "") => nameOfFont.get(String(value)) || String(value);
  const typeOf = (set: Type = {}) => (isTyped ? TYPE_HEADER.map((name) => shown(set[name])) : []);
  const rows = book.pages.flatMap(({ number, panels }) =>
    panels.flatMap(({ id, words }) => [
      ...words.texts.map((word) => [
        String(number),
        id,
        word.id,
        word.speaker === null ? "" : (names.get(word.speaker) ?? word.speaker),
        markedText(word),
        ...typeOf(word.set),
      ]),
      ...words.sounds.map((sound, index) => [
        ...[String(number), id, `s${index + 1}`, "", sound.text],
        ...typeOf(sound.set),
      ]),
    ]),
  );
  const header = isTyped ? [...HEADER, ...TYPE_HEADER] : HEADER;
  const lines = [header, ...rows].map((row) => `${row.map(field).join(",")}\r\n`);
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.join(""));
}

const hasType = (set: Type = {}): boolean => TYPE_HEADER.some((name) => set[name] !== undefined);

/** Escapes a field. Names and words are untrusted, so one that a spreadsheet would evaluate as a formula is neutralised. */
function field(content: string): string {
  const text = neutralizedCell(content);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
