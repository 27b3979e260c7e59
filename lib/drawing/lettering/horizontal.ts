// English lettering by the comics' convention: capitals, centred lines whose middle is the widest, no hyphenation.
// Measures and sets words in ems; y is 0 on the baseline.
import { BREAK, japaneseBreakCost, type Piece } from "./break-lines.ts";
import type { FontName, Typeface, Typefaces } from "./fonts.ts";
import { inkBox, moved, type PlacedGlyph, translation } from "./outline.ts";

/** A piece of text that no line cuts, as it stands and as it is shown. */
export interface Word extends Piece {
  text: string;
  show: string;
}

const LONGEST_WORD = 18;
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
/** Short words that look lost at the end of a line. */
const CLINGING = /^["“(]?(?:a|an|the|i|to|of|in|on|my|and|or|but)$/iu;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Words with the places where lines may end: after spaces, and after hyphens, dashes and ellipses inside words. */
export function englishWords(text: string, face: FontName, fonts: Typefaces): Word[] {
  const words: Word[] = [];
  const pattern = /([^\s]+)([^\S\n\r]*)(\r\n|[\n\r])?|(\r\n|[\n\r])/gu;
  const shown = typographic(text);
  for (const [, word = "", space = "", newline] of shown.matchAll(pattern)) {
    if (word === "") continue;
    const parts = cut(word);
    for (const [i, part] of parts.entries()) {
      const last = i === parts.length - 1;
      const gap = last && (space !== "" || newline !== undefined) ? " " : "";
      const show = part.toUpperCase();
      const bare = widthOf(show, face, fonts);
      const advance = gap === "" ? bare : widthOf(show + gap, face, fonts);
      words.push({
        text: part + gap,
        show: show + gap,
        advance,
        slack: advance - bare,
        breakCost: last ? costAfter(part, newline) : costInside(part, parts[i + 1] ?? ""),
      });
    }
  }
  return words;
}

/** A line of words, its middle at x = 0. */
export function setEnglishLine(words: readonly Word[], face: FontName, fonts: Typefaces): PlacedGlyph[] {
  const text = words
    .map((w) => w.show)
    .join("")
    .trimEnd();
  const { glyphs, advance } = setRun(text, face, fonts);
  return moved(glyphs, translation(-advance / 2, 0));
}

/** A run from x = 0, glyph by glyph from the first face that has the character. */
export function setRun(
  text: string,
  face: FontName,
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

/** Curly quotation marks, dashes and ellipses for what a keyboard gives. */
export function typographic(text: string): string {
  return text
    .normalize("NFC")
    .replace(/(^|[\s([{—–-])"/gu, "$1“")
    .replace(/"/gu, "”")
    .replace(/(^|[\s([{—–“-])'(?!\d0s|tis|twas|em\b)/giu, "$1‘")
    .replace(/'/gu, "’")
    .replace(/\s?--+\s?/gu, "—")
    .replace(/…/gu, "...");
}

/** How wide line i of n may be in a balloon: the comics' diamond. */
export function diamond(line: number, lines: number): number {
  if (lines < 3) return 1;
  return 0.62 + 0.38 * Math.sin((Math.PI * (line + 0.5)) / lines);
}

function cut(word: string): string[] {
  const pieces = word.match(/.+?(?:[-–—]+|\.{3})(?=[\p{L}\p{N}"“‘])|.+$/gu) ?? [word];
  return pieces.flatMap((piece) => {
    if (CJK.test(piece)) return [...segmenter.segment(piece)].map((s) => s.segment);
    return piece.length <= LONGEST_WORD
      ? [piece]
      : (piece.match(new RegExp(`[^/.@_:]{1,${LONGEST_WORD}}[/.@_:]*|[/.@_:]+`, "gu")) ?? [piece]);
  });
}

function costAfter(word: string, newline: string | undefined): number {
  if (newline !== undefined) return -Infinity;
  if (/[.!?…]["”’]?$/u.test(word)) return BREAK.sentence;
  if (/[,;:—]["”’]?$/u.test(word)) return BREAK.comma;
  return CLINGING.test(word) ? 0.3 : BREAK.phrase;
}

function costInside(part: string, next: string): number {
  if (CJK.test(part) || CJK.test(next)) return Math.min(japaneseBreakCost(part, next, false), Infinity);
  return /[-–—/.@_:]$/u.test(part) ? 0.5 : BREAK.emergency;
}

function widthOf(text: string, face: FontName, fonts: Typefaces): number {
  let width = 0;
  for (const run of runs(text, face, fonts)) {
    for (const g of run.face.shape(run.text, "right")) width += g.advance;
  }
  return width;
}

function runs(text: string, wanted: FontName, fonts: Typefaces): { face: Typeface; text: string }[] {
  const found: { face: Typeface; text: string }[] = [];
  const order = [fonts.get(wanted), ...fonts.values()].filter((f) => f !== undefined);
  const plain = order[0]?.has(0x20) && /^[\x20-\x7e\u2018-\u201d\u2014]*$/u.test(text) ? order[0] : undefined;
  if (plain !== undefined) return [{ face: plain, text }];
  for (const { segment } of segmenter.segment(text)) {
    const point = segment.codePointAt(0) ?? 0x20;
    const face = order.find((f) => f.has(point));
    const last = found.at(-1);
    const show = face === undefined ? "?" : segment;
    const own = face ?? order[0];
    if (own === undefined) throw new RangeError("text cannot be set without a typeface");
    if (last?.face === own) last.text += show;
    else found.push({ face: own, text: show });
  }
  return found;
}

/** Height of capitals and their place: ink of an H, in ems. */
export function capitals(face: FontName, fonts: Typefaces): { top: number; height: number } {
  const ink = inkBox(setRun("H", face, fonts).glyphs);
  return ink === null ? { top: -0.7, height: 0.7 } : { top: ink.y, height: ink.height };
}
