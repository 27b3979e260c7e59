import { expect, test } from "vitest";
import { notedIn, openNotes } from "./notes.ts";

function open() {
  let now = 0;
  const { note, told } = openNotes({ now: () => ++now });
  return { note, told, texts: () => told().map(({ text }) => text) };
}

test("equal notes are kept once, in order, and empty ones never", () => {
  const { note, texts, told } = open();
  for (const notice of ["b", " a ", "b", "", "a"]) note(notice);
  expect(texts()).toEqual(["b", "a"]);
  expect(told().map(({ atMs }) => atMs)).toEqual([1, 2]);
});

test("fifty notes are kept, with the number of those left out", () => {
  const { note, texts } = open();
  for (let line = 1; line <= 53; line++) note(`line ${line} was mended`);
  expect(texts()).toHaveLength(51);
  expect(texts().slice(-2)).toEqual(["line 50 was mended", "and 3 more"]);
});

test("a long note is cut to 300 characters, and stays well-formed Unicode", () => {
  const { note, texts } = open();
  note("\u{20BB7}".repeat(400));
  note("half \uD842");
  const [long, half] = texts();
  expect(long).toBe(`${"\u{20BB7}".repeat(299)}…`);
  expect(half).toBe("half \uFFFD");
});

test("the notices of one call are one text within the same limits", () => {
  expect(notedIn(["a stand-in answered.", "a line was mended."])).toBe(
    "a stand-in answered. a line was mended.",
  );
  expect(
    [...notedIn(Array.from({ length: 90 }, (_, line) => `${line}${"x".repeat(500)}`))].length,
  ).toBeLessThan(51 * 301 + 12);
});
