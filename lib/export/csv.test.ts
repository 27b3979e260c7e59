import { expect, test } from "vitest";
import type { Book } from "../manga/book.ts";
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

test("ruby is written as in stories", () => {
  const book = sampleBook(["夕立の中"]);
  const [word] = book.pages[0]?.panels[0]?.words.texts ?? [];
  word?.ruby.push({ at: 0, length: 2, text: "ゆうだち" });
  expect(csvOf(book)).toContain("｜夕立《ゆうだち》の中");
});
