import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { bookJsonSchema } from "./book-schema.ts";
import { sampleBook } from "./sample-book.ts";

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const isBook = ajv.compile(bookJsonSchema());

test("the schema beside book.json accepts a written book, and refuses one that lacks a part", () => {
  const book: Record<string, unknown> = JSON.parse(JSON.stringify(sampleBook(["待って"])));
  expect(isBook(book), JSON.stringify(isBook.errors)).toBe(true);
  const { pages: _pages, ...without } = book;
  expect(isBook(without)).toBe(false);
  expect(isBook({ ...book, direction: "up" })).toBe(false);
});
