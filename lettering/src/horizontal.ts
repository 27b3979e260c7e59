// English lettering by the conventions of comics: capitals, centred lines of which the middle ones are widest, no hyphenation. Measures and
// sets words in ems; y is 0 on the baseline.
import { BREAK, japaneseBreakCost, type Piece } from "./break-lines.ts";
import { strong, unmarker } from "./emphasis.ts";
import { type FaceName, isOwnFont } from "./font-names.ts";
import type { Typefaces } from "./fonts.ts";
import { inkBox, moved, type PlacedGlyph, translation } from "./outline.ts";
import { segmenter } from "./segmenters.ts";
import type { Typeface } from "./typeface.ts";

/** A piece of text inside which no line breaks, as written and as shown. */
export interface Word extends Piece {
  text: string;
  show: string;
  /** Text added where a line ends after the piece: a hyphen inside a word that is too long for any line. */
  atEnd: string;
  isStrong: boolean;
}

const LONGEST_WORD = 18;
/** Length of the parts of a word that is longer than `LONGEST_WORD`. */
const LONGEST_PART = 12;
/** Addresses and long numbers are cut into shorter parts. */
const LONGEST_ADDRESS = 12;
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
const PLAIN = /^[\x20-\x7e\u2018-\u201d\u2014]*$/u;
/** Short words that should not end a line. */
const NOT_AT_END = /^["“(]?(?:the|to|of|in|on|my|and|or|but)$/iu;
const LOST = /^["“(]?(?:a|an|i)$/iu;
/** Abbreviated titles, which stay on the line of the name. */
export const TITLE = /^["“(]?(?:mr|mrs|ms|mx|dr|st|mt|prof|capt|col|gen|lt|sgt|rev|no)\.$/iu;

/** Pieces between which lines may break: after spaces, and after hyphens, dashes and ellipses inside words. */
export function englishWords(text: string, face: FaceName, fonts: Typefaces): Word[] {
  const words: Word[] = [];
  const pattern = /([^\s]+)([^\S\n\r]*)(\r\n|[\n\r])?|(\r\n|[\n\r])/gu;
  const shown = typographic(text);
  const unmark = unmarker();
  for (const [, marked = "", space = "", newline] of shown.matchAll(pattern)) {
    if (marked === "") continue;
    const { text: word, isStrong } = unmark(marked);
    const parts = cut(word);
    for (const [i, part] of parts.entries()) {
      const last = i === parts.length - 1;
      const gap = last && (space !== "" || newline !== undefined) ? " " : "";
      const show = part.toUpperCase();
      const atEnd = last ? "" : hyphenAfter(part, parts[i + 1] ?? "");
      const bare = widthOf(show, face, fonts);
      const advance = gap === "" ? bare : widthOf(show + gap, face, fonts);
      words.push({
        text: part + gap,
        show: show + gap,
        advance,
        slack: advance - bare - (atEnd === "" ? 0 : widthOf(atEnd, face, fonts)),
        breakCost: last ? costAfter(part, newline) : costInside(part, parts[i + 1] ?? ""),
        ...{ atEnd, isStrong },
      });
    }
  }
  return words;
}

/** Sets a line of words around x = 0. */
export function setEnglishLine(words: readonly Word[], face: FaceName, fonts: Typefaces): PlacedGlyph[] {
  const parts: { text: string; isStrong: boolean }[] = [];
  for (const { show, isStrong } of words) {
    const last = parts.at(-1);
    if (last?.isStrong === isStrong) last.text += show;
    else parts.push({ text: show, isStrong });
  }
  const end = parts.at(-1);
  if (end !== undefined) end.text = end.text.trimEnd() + (words.at(-1)?.atEnd ?? "");
  const glyphs: PlacedGlyph[] = [];
  let pen = 0;
  for (const { text, isStrong } of parts) {
    const run = setRun(text, face, fonts);
    const shown = isStrong ? strong(run.glyphs, face === "comicItalic") : run.glyphs;
    glyphs.push(...moved(shown, translation(pen, 0)));
    pen += run.advance;
  }
  return moved(glyphs, translation(-pen / 2, 0));
}

/** Sets a run from x = 0; each glyph comes from the first face that has the character. */
export function setRun(
  text: string,
  face: FaceName,
  fonts: Typefaces,
): { glyphs: PlacedGlyph[]; advance: number } {
  const glyphs: PlacedGlyph[] = [];
  let pen = 0;
  for (const { face: own, text: part } of runs(text, face, fonts)) {
    for (const g of own.shape(part, "right")) {
      glyphs.push({ outline: g.outline, matrix: translation(pen + g.x, g.y) });
      pen += g.advance;
    }
  }
  return { glyphs, advance: pen };
}

/** Replaces straight quotation marks, double hyphens and three dots by curly marks, dashes and ellipses. */
export function typographic(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200b\u2060\ufeff]/gu, "")
    .replace(/(^|[\s([{—–-])"/gu, "$1“")
    .replace(/"/gu, "”")
    .replace(/(^|[\s([{—–“-])'(?!\d0s|tis|twas|em\b)/giu, "$1‘")
    .replace(/'/gu, "’")
    .replace(/\s?--+\s?/gu, "—")
    .replace(/…/gu, "...");
}

/** Wanted width of line i of n in a balloon: the diamond form of comics. */
export function diamond(line: number, lines: number): number {
  if (lines < 3) return 1;
  return 0.62 + 0.38 * Math.sin((Math.PI * (line + 0.5)) / lines);
}

function cut(word: string): string[] {
  const pieces = word.match(/.+?(?:[-–—]+|\.{3})(?=[\p{L}\p{N}"“‘])|.+$/gu) ?? [word];
  return pieces.flatMap((piece) => {
    if (CJK.test(piece)) return [...segmenter("en", "letters").segment(piece)].map((s) => s.segment);
    const longest = /[@/]|\d{6}/u.test(piece) ? LONGEST_ADDRESS : LONGEST_WORD;
    if (piece.length <= longest) return [piece];
    return (piece.match(/[^/.@_:]+[/.@_:]*|[/.@_:]+/gu) ?? [piece]).flatMap(syllables);
  });
}

/** Splits a word that is too long for any line: after a vowel, or within a repeated letter. */
function syllables(word: string): string[] {
  const parts: string[] = [];
  let rest = word;
  while (rest.length > LONGEST_PART) {
    const after = (at: number) =>
      /[aeiouy]/iu.test(rest[at - 1] ?? "") && /[^aeiouy\W]/iu.test(rest[at] ?? "");
    const held = (at: number) => rest[at - 1] === rest[at];
    const places = [8, 7, 9, 6, 5];
    const at = places.find(held) ?? places.find(after) ?? 8;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest];
}

function hyphenAfter(part: string, next: string): string {
  const isHeld = part.at(-1)?.toLowerCase() === next[0]?.toLowerCase();
  return /\p{Script=Latin}$/u.test(part) && /^\p{Script=Latin}/u.test(next) && !isHeld ? "-" : "";
}

function costAfter(word: string, newline: string | undefined): number {
  if (newline !== undefined) return -Infinity;
  if (TITLE.test(word)) return BREAK.emergency;
  if (/[.!?…]["”’]?$/u.test(word)) return BREAK.sentence;
  if (/[,;:—]["”’]?$/u.test(word)) return BREAK.comma;
  if (LOST.test(word)) return 0.3;
  return NOT_AT_END.test(word) ? 0.15 : BREAK.phrase;
}

function costInside(part: string, next: string): number {
  if (CJK.test(part) || CJK.test(next)) return Math.min(japaneseBreakCost(part, next, false), Infinity);
  if (/[-–—/.@_:]$/u.test(part)) return 0.5;
  return hyphenAfter(part, next) === "" && /\p{L}$/u.test(part) ? BREAK.unsure : BREAK.word;
}

function widthOf(text: string, face: FaceName, fonts: Typefaces): number {
  let width = 0;
  for (const run of runs(text, face, fonts)) {
    for (const g of run.face.shape(run.text, "right")) width += g.advance;
  }
  return width;
}

function runs(text: string, wanted: FaceName, fonts: Typefaces): { face: Typeface; text: string }[] {
  const found: { face: Typeface; text: string }[] = [];
  const order = [fonts.get(wanted), ...fonts.values()].filter((f) => f !== undefined);
  const plain = order[0]?.has(0x20) && PLAIN.test(text) && hasAll(order[0], text) ? order[0] : undefined;
  if (plain !== undefined) return [{ face: plain, text }];
  for (const { segment } of segmenter("en", "letters").segment(text)) {
    const point = segment.codePointAt(0) ?? 0x20;
    const face = order.find((f) => f.has(point));
    const last = found.at(-1);
    const show = face === undefined ? "?" : segment;
    const own = face ?? order[0];
    if (own === undefined) throw new RangeError("a text needs at least one typeface");
    if (last?.face === own) last.text += show;
    else found.push({ face: own, text: show });
  }
  return found;
}

/** The shipped fonts have all plain characters. */
const hasAll = (face: Typeface, text: string): boolean =>
  !isOwnFont(face.name) || [...text].every((one) => face.has(one.codePointAt(0) ?? 0));

/** Top and bottom of a line's ink, in ems: those of an H, unless it has accents or emoji. */
export function inkHeight(
  words: readonly Word[],
  face: FaceName,
  fonts: Typefaces,
): { top: number; height: number } {
  const capital = inkBox(setRun("H", face, fonts).glyphs);
  const { y: top, height } = capital ?? { y: -0.7, height: 0.7 };
  const text = words.map(({ show }) => show).join("");
  const ink = PLAIN.test(text) ? null : inkBox(setRun(text, face, fonts).glyphs);
  if (ink === null) return { top, height };
  const highest = Math.min(top, ink.y);
  return { top: highest, height: Math.max(top + height, ink.y + ink.height) - highest };
}
