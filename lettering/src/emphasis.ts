// Emphasis: sesame marks (圏点) beside the characters of a column, and leaning bold letters in English.
import { inWeight } from "./embolden.ts";
import { type GlyphOutline, moved, type PathCommand, type PlacedGlyph, translation } from "./outline.ts";
import type { TextRange } from "./page.ts";
import type { Token } from "./vertical-tokens.ts";

/** Characters that take no mark (JLReq 3.3.9): punctuation, brackets and spaces. */
const UNMARKED = /^[\s\p{P}\p{Z}、。！？!?…‥―〜]+$/u;

export function isMarked(token: Token, ranges: readonly TextRange[]): boolean {
  if (UNMARKED.test(token.text)) return false;
  return ranges.some(({ at, length }) => token.end > at && token.start < at + length);
}

/** A sesame mark around the origin, in ems: thick at its lower right. */
const SESAME: GlyphOutline = sesame();

function sesame(): GlyphOutline {
  const commands: PathCommand[] = [
    { type: "M", at: [-0.1, -0.13] },
    { type: "C", at: [0.02, -0.12, 0.14, -0.02, 0.12, 0.09] },
    { type: "C", at: [0.1, 0.16, 0, 0.15, -0.03, 0.07] },
    { type: "C", at: [-0.06, 0, -0.09, -0.07, -0.1, -0.13] },
    { type: "Z" },
  ];
  return { commands, box: { x: -0.1, y: -0.13, width: 0.24, height: 0.29 } };
}

/** Distance of a mark's middle from the middle of its column, in ems: that of ruby. */
const BESIDE = 0.73;

/** The mark beside the middle of a character, in a column whose middle is at x = 0. */
export function emphasisMark(y: number): PlacedGlyph {
  return { outline: SESAME, matrix: translation(BESIDE, y) };
}

/** Marks around the emphasised parts of an English text while it is broken into lines; private characters, which no font has. */
const START = "\ue0f0";
const END = "\ue0f1";
const MARKS = /[\ue0f0\ue0f1]/gu;

/** The text with marks around its emphasised letters; quotation marks at their ends stay outside, so that they curl the right way. */
export function withMarks(text: string, ranges: readonly TextRange[]): string {
  if (ranges.length === 0) return text;
  const bare = text.replace(MARKS, " ");
  let marked = "";
  let read = 0;
  for (const { at, length } of ranges.toSorted((a, b) => a.at - b.at)) {
    const from = Math.max(read, at);
    const part = bare.slice(from, Math.max(from, at + length));
    const inner = part.replace(/^[\s"'([{]+|[\s"')\]}]+$/gu, "");
    if (inner === "") continue;
    const start = from + part.indexOf(inner);
    marked += bare.slice(read, start) + START + inner + END;
    read = start + inner.length;
  }
  return marked + bare.slice(read);
}

/** Removes marks from the words of a text, and says which parts of each are emphasised: a mark may open in one word and close in another. */
export function unmarker(): (word: string) => { text: string; isStrong: boolean } {
  let isOpen = false;
  return (word) => {
    const begins = isOpen;
    const [start, end] = [word.lastIndexOf(START), word.lastIndexOf(END)];
    if (start >= 0 || end >= 0) isOpen = start > end;
    return { text: word.replace(MARKS, ""), isStrong: begins || start >= 0 };
  };
}

/** Letters as they are emphasised in English. */
export function strong(glyphs: readonly PlacedGlyph[], isLeaning: boolean): PlacedGlyph[] {
  const bold = inWeight(glyphs, "bold");
  return isLeaning ? [...bold] : moved(bold, [1, 0, -0.2, 1, 0, 0]);
}
