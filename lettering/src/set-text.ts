// Sets a text in all ways worth trying: each gives its lines, their boxes and, on request, the glyphs. All measures are in ems around the
// block's middle, so that a size can be chosen later.

import {
  BREAK,
  type Breaking,
  breakings,
  costsInWords,
  japaneseBreakCost,
  LIMITS,
  type Piece,
  phraseEnds,
} from "./break-lines.ts";
import { emphasisMark, isMarked, withMarks } from "./emphasis.ts";
import { type FaceName, type FontName, isOwnFont, NO_FONTS, type OwnFonts } from "./font-names.ts";
import { loadTypefaces, type Typefaces } from "./fonts.ts";
import type { Box } from "./geometry.ts";
import { diamond, englishWords, inkHeight, setEnglishLine } from "./horizontal.ts";
import { mayStartLine } from "./kinsoku.ts";
import { moved, type PlacedGlyph, translation } from "./outline.ts";
import type { Font, Language, Word as PanelWord, TextRange } from "./page.ts";
import {
  advanceOf,
  type JapaneseFaces,
  RUBY_SIZE,
  setRuby,
  setToken,
  slackAtEnd,
  slackAtStart,
} from "./vertical.ts";
import { rubyOfTokens, type Token, type TokenRuby, tokenize } from "./vertical-tokens.ts";

export interface SetBlock {
  vertical: boolean;
  lines: string[];
  /** Boxes in reading order, in ems around the block's middle. */
  lineBoxes: Box[];
  width: number;
  height: number;
  /** Cost over the best breaking: uneven lines, broken phrases, an unsuitable form. */
  cost: number;
  /** The text is more than one balloon should hold (10 characters × 6 columns). */
  tooLong: boolean;
  glyphs(): PlacedGlyph[];
}

/** Line pitches in ems, without and with ruby. */
export const PITCH = { plain: 1.28, ruby: 1.55, english: 1.25 } as const;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const PLAIN_LATIN = /^[\s\u0020-\u024f\u2010-\u2027\u2032\u2033\u20ac\u2122]*$/u;

/** The Japanese typefaces of a voice: antique kana with gothic kanji; heavier, rougher faces for shouts. */
function japaneseFaces(word: PanelWord, own: OwnFonts): JapaneseFaces {
  const font = usableFont(word.set, own);
  if (font === undefined) return usualFaces(word);
  return { kana: font, kanji: font, ...(isOwnFont(font) && { instead: usualFaces(word) }) };
}

/** The chosen typeface; undefined for an own font whose file is not there. */
export function usableFont(set: { font?: Font | undefined } | undefined, own: OwnFonts): Font | undefined {
  const font = set?.font;
  return font !== undefined && isOwnFont(font) && !own.has(font) ? undefined : font;
}

function usualFaces({ kind, voice, heading }: PanelWord): { kana: FontName; kanji: FontName } {
  if (heading) return { kana: "dela", kanji: "dela" };
  if (kind === "caption") return { kana: "antique", kanji: "gothic" };
  if (voice === "shout") return { kana: "gothic", kanji: "gothic" };
  if (voice === "cry") return { kana: "reggae", kanji: "reggae" };
  if (voice === "machine") return { kana: "gothic", kanji: "gothic" };
  return { kana: "antique", kanji: "gothic" };
}

function englishFace({ kind, voice, heading }: PanelWord): FontName {
  if (heading) return "bangers";
  if (kind === "caption" || voice === "thought" || voice === "whisper") return "comicItalic";
  return "comic";
}

/** All ways to set a word of the storyboard, best first. Throws the errors of loading a font. `own`: fonts that a person supplied. */
export async function setText(
  word: PanelWord,
  language: Language,
  own: OwnFonts = NO_FONTS,
): Promise<SetBlock[]> {
  const text = word.text.trim() === "" ? "…" : word.text.trim();
  const shift = word.text.length - word.text.trimStart().length;
  const emoji: FontName[] = EMOJI.test(text) ? ["emoji"] : [];
  const emphasis = (word.set?.emphasis ?? []).map((range) => ({ ...range, at: range.at - shift }));
  if (language === "en") {
    const usual = englishFace(word);
    const face = usableFont(word.set, own) ?? usual;
    const isWhole = PLAIN_LATIN.test(text) && !isOwnFont(face);
    const others: FontName[] = isWhole ? [] : [...(isOwnFont(face) ? [usual] : []), "comic", "gothic"];
    const fonts = await loadTypefaces([face, ...others, ...emoji], own);
    const marked = withMarks(text, emphasis);
    return setEnglish(marked, face, fonts, word.kind === "caption");
  }
  const faces = japaneseFaces(word, own);
  const instead = faces.instead === undefined ? [] : Object.values(faces.instead);
  const names = [faces.kana, faces.kanji, ...instead, "gothic", "antique", ...emoji] as const;
  const fonts = await loadTypefaces(names, own);
  const ruby = word.ruby.map((r) => ({ ...r, at: r.at - shift }));
  return setJapanese(text, tokenize(text), {
    ruby,
    emphasis,
    faces,
    fonts,
    caption: word.kind === "caption",
  });
}

/** Whether a word is more than one balloon should hold however it is broken, so that its writer should split it. */
export async function isTooLong(word: PanelWord, language: Language): Promise<boolean> {
  return (await setText(word, language)).every((block) => block.tooLong);
}

interface JapaneseSetting {
  ruby: PanelWord["ruby"];
  emphasis: readonly TextRange[];
  faces: JapaneseFaces;
  fonts: Typefaces;
  caption: boolean;
}

function setJapanese(text: string, tokens: readonly Token[], setting: JapaneseSetting): SetBlock[] {
  const rubies = rubyOfTokens(tokens, setting.ruby);
  const ends = phraseEnds(text);
  const inWords = costsInWords(text);
  const inRuby = (i: number): boolean =>
    rubies.some((r) => i >= r.from && i + 1 < r.to && r.to - r.from <= 6);
  // Ruby that is longer than its base widens the base's characters; half a character may overhang on each side.
  const spread = tokens.map((_, i) => {
    const own = rubies.find((r) => i >= r.from && i < r.to);
    if (own === undefined) return 0;
    const count = own.to - own.from;
    return Math.max(0, [...own.text].length * RUBY_SIZE - 2 * RUBY_SIZE - count) / count;
  });
  const pieces = tokens.map((token, i): Piece => {
    const next = tokens[i + 1];
    const own = advanceOf(token, next, setting);
    const advance = own + (spread[i] ?? 0);
    const slack = token.kind === "space" ? advance : slackAtEnd(token, own);
    const size = { advance, slack, lead: slackAtStart(token) };
    if (next === undefined) return { ...size, breakCost: -Infinity };
    if (token.kind === "newline") {
      return { ...size, breakCost: mayStartLine(next.text) ? -Infinity : Infinity };
    }
    if (inRuby(i) || next.kind === "newline" || next.kind === "space")
      return { ...size, breakCost: Infinity };
    const [before, after] = [text.slice(0, token.end).slice(-2), text.slice(token.end, token.end + 4)];
    const between = japaneseBreakCost(before, after, ends.has(token.end));
    // BudouX found the end of a phrase where the segmenter found no end of a word: either may be wrong, so the higher cost counts.
    const word = inWords.get(token.end) ?? -Infinity;
    const within = ends.has(token.end) ? Math.min(word, BREAK.unsure * 1.5) : word;
    return { ...size, breakCost: Math.max(between, within) };
  });
  allowBreaksInRuns(pieces, tokens);
  const marked = tokens.map((token) => isMarked(token, setting.emphasis));
  const pitch = rubies.length > 0 || marked.includes(true) ? PITCH.ruby : PITCH.plain;
  return breakings(pieces, LIMITS.characters)
    .map((b) => japaneseBlock(b, { tokens, pieces, rubies, marked, spread, pitch, setting }))
    .sort((a, b) => a.cost - b.cost);
}

/** Allows breaks between equal characters (ーーーー) of a long run that has no other place to break. */
function allowBreaksInRuns(pieces: Piece[], tokens: readonly Token[]): void {
  let from = 0;
  for (const [end, last] of pieces.entries()) {
    if (last.breakCost < BREAK.word && last.breakCost !== -Infinity && end < pieces.length - 1) {
      from = end + 1;
      continue;
    }
    const run = pieces.slice(from, end + 1).reduce((sum, { advance }) => sum + advance, 0);
    if (run < LIMITS.characters - 3) continue;
    for (let i = from + 2; i < end - 1; i++) {
      const [piece, own, next] = [pieces[i], tokens[i]?.text, tokens[i + 1]?.text];
      if (piece?.breakCost === Infinity && own !== undefined && own.at(-1) === next?.at(0))
        piece.breakCost = 2;
    }
  }
}

interface Parts {
  tokens: readonly Token[];
  pieces: readonly Piece[];
  rubies: readonly TokenRuby[];
  /** Whether each token has an emphasis mark. */
  marked: readonly boolean[];
  spread: readonly number[];
  pitch: number;
  setting: JapaneseSetting;
}

function japaneseBlock(breaking: Breaking, parts: Parts): SetBlock {
  const { tokens, pieces, rubies, marked, spread, pitch, setting } = parts;
  const columns = breaking.ends.map((to, i) => ({ from: breaking.ends[i - 1] ?? 0, to }));
  const height = Math.max(1, ...breaking.widths);
  const beside = (c: { from: number; to: number }): number =>
    rubies.some((r) => r.from < c.to && r.to > c.from) || marked.slice(c.from, c.to).includes(true)
      ? RUBY_SIZE
      : 0;
  const first = columns[0] === undefined ? 0 : beside(columns[0]);
  const width = (columns.length - 1) * pitch + 1 + first;
  const middles = columns.map((_, i) => width / 2 - first - 0.5 - i * pitch);
  const lineBoxes = columns.map((c, i) => ({
    x: (middles[i] ?? 0) - 0.5,
    y: -height / 2,
    width: 1 + beside(c),
    height: Math.max(0.5, breaking.widths[i] ?? 0),
  }));
  const lines = columns.map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map((t) => t.text)
      .join("")
      .trim(),
  );
  const ratio = setting.caption ? 1.5 : 1.35;
  // A short text in one column has no cost for its form.
  const form =
    columns.length === 1 && height <= 7 ? 0.1 * height : Math.abs(Math.log(height / width / ratio));
  const tooLong = height > LIMITS.characters + 0.6 || columns.length > LIMITS.columns;
  const cost =
    breaking.cost + form * 1.2 + Math.max(0, height - (setting.caption ? 8 : 7)) * 0.35 + (tooLong ? 1.5 : 0);
  return {
    vertical: true,
    lines,
    lineBoxes,
    width,
    height,
    cost,
    tooLong,
    glyphs() {
      const glyphs: PlacedGlyph[] = [];
      for (const [c, { from, to }] of columns.entries()) {
        const column: PlacedGlyph[] = [];
        const tops: number[] = [];
        let pen = -(pieces[from]?.lead ?? 0);
        for (let i = from; i < to; i++) {
          const token = tokens[i];
          if (token === undefined) continue;
          tops[i] = pen;
          column.push(...setToken(token, pen + (spread[i] ?? 0) / 2, setting.faces, setting.fonts));
          const advance = pieces[i]?.advance ?? 0;
          if (marked[i]) column.push(emphasisMark(pen + advance / 2));
          pen += advance;
        }
        for (const ruby of rubies) {
          const top = Math.max(ruby.from, from);
          const bottom = Math.min(ruby.to, to);
          if (top >= bottom || ruby.from < from) continue;
          const span = {
            top: tops[top] ?? 0,
            bottom: (tops[bottom - 1] ?? 0) + (pieces[bottom - 1]?.advance ?? 0),
          };
          column.push(...setRuby(ruby, span, setting.faces, setting.fonts));
        }
        glyphs.push(...moved(column, translation(middles[c] ?? 0, -height / 2)));
      }
      return glyphs;
    },
  };
}

function setEnglish(text: string, face: FaceName, fonts: Typefaces, caption: boolean): SetBlock[] {
  const words = englishWords(text, face, fonts);
  const { top, height: cap } = inkHeight(words, face, fonts);
  // In a box short lines are conspicuous, so all lines should be even.
  const look = caption ? { profile: () => 1, rag: 4 } : { profile: diamond, rag: 2 };
  return breakings(words, LIMITS.characters, look)
    .map((breaking): SetBlock => {
      const rows = breaking.ends.map((to, i) => words.slice(breaking.ends[i - 1] ?? 0, to));
      const width = Math.max(...breaking.widths);
      const height = (rows.length - 1) * PITCH.english + cap;
      const lines = rows.map((row) =>
        row
          .map((w) => w.text)
          .join("")
          .trim(),
      );
      const form = formOf(rows, { width, height }, caption ? 2.6 : 2.4);
      return {
        vertical: false,
        lines,
        lineBoxes: rows.map((_, i) => ({
          x: -(breaking.widths[i] ?? 0) / 2,
          y: -height / 2 + i * PITCH.english,
          width: breaking.widths[i] ?? 0,
          height: cap,
        })),
        width,
        height,
        cost: breaking.cost + form,
        tooLong: rows.length > 9,
        glyphs: () =>
          rows.flatMap((row, i) =>
            moved(setEnglishLine(row, face, fonts), translation(0, -height / 2 + i * PITCH.english - top)),
          ),
      };
    })
    .sort((a, b) => a.cost - b.cost);
}

/** A word shorter than this share of the longest line looks lost when it stands alone on the last line. */
const LONELY_WORD = 0.45;

/** Cost of a block that is too high, too wide, or ends with a single word; a short text on one line costs nothing. */
function formOf(
  rows: readonly (readonly { advance: number; slack: number }[])[],
  { width, height }: { width: number; height: number },
  wished: number,
): number {
  if (rows.length === 1 && width <= 7.5) return 0.05 * width;
  const [last] = rows.at(-1) ?? [];
  const alone = rows.length > 2 && rows.at(-1)?.length === 1 && last !== undefined;
  const forgotten = alone && last.advance - last.slack < width * LONELY_WORD ? 0.45 : 0;
  return Math.abs(Math.log(width / height / wished)) + forgotten;
}
