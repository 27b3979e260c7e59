import fc from "fast-check";
import { expect, test } from "vitest";
import type { Book } from "../manga/book.ts";
import { readLetteringCsv, withPlainBreaks } from "../manga/lettering-csv.ts";
import { bindCsv } from "./csv.ts";
import { sampleBook } from "./sample-book.ts";

const csvOf = (book: Book) => Buffer.from(bindCsv(book)).toString("utf8");

test("lettering.csv has a row for each balloon and sound, in reading order, after a byte order mark", () => {
  expect(csvOf(sampleBook(["待って", "はい"]))).toBe(
    "\uFEFFpage,panel,balloon,speaker,text\r\n" +
      "1,k1,w1,,待って\r\n1,k2,s1,,ドン\r\n2,k1,w1,,はい\r\n2,k2,s1,,ドン\r\n",
  );
});

test("texts with commas, quotation marks and line breaks are quoted", () => {
  expect(csvOf(sampleBook(['"No, no!"\nhe said']))).toContain('1,k1,w1,,"""No, no!""\nhe said"\r\n');
});

test("ruby is written in the story's notation", () => {
  const book = sampleBook(["夕立の中"]);
  const [word] = book.pages[0]?.panels[0]?.words.texts ?? [];
  word?.ruby.push({ at: 0, length: 2, text: "ゆうだち" });
  expect(csvOf(book)).toContain("｜夕立《ゆうだち》の中");
});

/** First characters that make a spreadsheet evaluate a cell, https://owasp.org/www-community/attacks/CSV_Injection. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

test.each(["=1+1", "+1", "-- no", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝１", "－１"])(
  "%j is no formula in lettering.csv",
  (text) => {
    for (const cell of cellsOf(csvOf(sampleBook([text])))) expect(cell).not.toMatch(FORMULA);
  },
);

const letters = fc.constantFrom(
  "'",
  "''",
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\r\n",
  "\n",
  "＝",
  '"',
  ",",
  "a",
  "雨",
);
const texts = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.array(letters, { maxLength: 8 }).map((all) => all.join("")),
  )
  .filter((text) => text.trim() !== "" && text.isWellFormed());

test("any text is read back unchanged, even one that looks like a neutralised formula", () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (given) => {
      const csv = csvOf(sampleBook(given));
      const read = readLetteringCsv(csv).filter(({ balloon }) => balloon.startsWith("w"));
      expect(read.map(({ text }) => text)).toEqual(given.map(withPlainBreaks));
      for (const cell of cellsOf(csv)) expect(cell).not.toMatch(FORMULA);
    }),
    { numRuns: 500 },
  );
});

/** Parses every cell as a spreadsheet does. */
function cellsOf(csv: string): string[] {
  const cells = csv.slice(1).match(/"(?:[^"]|"")*"|[^",\r\n]+/g) ?? [];
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}
