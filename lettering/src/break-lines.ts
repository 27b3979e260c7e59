// Breaks pieces of text into lines, in all ways worth trying, from many short lines to few long ones. Japanese breaks between phrases
// (found by BudouX) and obeys kinsoku; a stop may hang below the line's end. The two files of BudouX are imported by path, because the
// whole package also breaks HTML and loads a DOM of 10 MB for it.
import { model as jaModel } from "../../node_modules/budoux/module/data/models/ja.js";
import { Parser } from "../../node_modules/budoux/module/parser.js";
import { mayBreak } from "./kinsoku.ts";
import { segmenter } from "./segmenters.ts";

/** The usual limits for one balloon in manga, in characters a column and columns. */
export const LIMITS = { characters: 10, columns: 6 } as const;

/** A piece of text inside which no line breaks. */
export interface Piece {
  advance: number;
  /** The part of the advance that is not needed where the piece ends a line: a space, or the lower half of a stop's cell. */
  slack: number;
  /** The part of the advance that is not needed where the piece starts a line: the upper half of an opening bracket's cell. */
  lead?: number;
  /** Cost of a break after this piece: 0 is a good place, Infinity forbids the break, -Infinity forces it. */
  breakCost: number;
}

export interface Breaking {
  /** For each line, the index after its last piece. */
  ends: number[];
  widths: number[];
  /** Cost of uneven lines and broken phrases; comparable between breakings of the same text. */
  cost: number;
}

/** Costs of a break. A cost of 1 is as bad as a line that is empty where it should be full. */
export const BREAK = { phrase: 0, sentence: -0.25, comma: -0.1, unsure: 1, word: 3.2, emergency: 6 } as const;

/**
 * Cost of a line that continues after the end of a sentence or a clause (`sentence`, `comma`), and of one that ends with a sentence's first
 * word (`begun`).
 */
const CONTINUED = { sentence: 0.4, comma: 0.3, begun: 0.5 } as const;

const HIRAGANA = /^\p{Script=Hiragana}/u;
const UNSURE = /(?![はがをにでともへのてねよばらもうくいたし])\p{Script=Hiragana}$/u;

let parser: Parser | undefined;

/** UTF-16 offsets at which a phrase (bunsetsu) ends, according to BudouX. */
export function phraseEnds(text: string): Set<number> {
  parser ??= new Parser(jaModel);
  // BudouX knows few katakana words (スミ, キャッチャー) and often ends phrases within them, so those ends are dropped.
  const isInKatakana = (at: number) =>
    /[\p{Script=Katakana}ー]$/u.test(text.slice(0, at)) && /^[\p{Script=Katakana}ー]/u.test(text.slice(at));
  return new Set(parser.parseBoundaries(text).filter((at) => !isInKatakana(at)));
}

const KATAKANA_WORD = /[\p{Script=Katakana}ー]{2,}/gu;
/** A katakana word of up to this many characters is never broken. */
const WHOLE_KATAKANA = 6;

/** The least cost of a break within a word, by UTF-16 offset. Long katakana words may break between their parts. */
export function costsInWords(text: string): Map<number, number> {
  const costs = new Map<number, number>();
  const starts = new Set<number>();
  for (const { index, segment, isWordLike } of segmenter("ja", "words").segment(text)) {
    starts.add(index);
    const isShort = isWordLike === true && segment.length <= 3;
    for (let at = 1; at < segment.length; at++) costs.set(index + at, isShort ? BREAK.emergency : BREAK.word);
  }
  for (const { index, 0: word } of text.matchAll(KATAKANA_WORD)) {
    for (let at = index + 1; at < index + word.length; at++) {
      const isWhole = word.length <= WHOLE_KATAKANA && new Set(word).size > 2;
      if (isWhole) costs.set(at, Infinity);
      else
        costs.set(
          at,
          starts.has(at) ? BREAK.unsure : word.length <= LIMITS.characters ? BREAK.emergency : BREAK.word,
        );
    }
  }
  return costs;
}

/**
 * Endings that belong to the verb or noun before them and never start a line, even where BudouX takes them for a phrase (合わなかっ|た, 形見な|のです).
 */
const ENDING =
  /^(?:[たて](?![\p{Script=Han}\p{Script=Hiragana}])|たん[でだ]|たら|たり|たの|です|でし[たょ]|ます(?!ます)|まし[たょ]|ませ|ん[でだ]|の(?:です|だ|に(?!\p{Script=Hiragana})|か(?!\p{L}))|だった|だろ|って(?!\p{Script=Hiragana}))/u;
/** Counters that follow native numbers and form one word with them: ひと声. */
const COUNTED = /^[声口晩息目言切筋粒握雨月年]/u;
/** A polite prefix before a noun: お侍さま. */
const POLITE = /(?:^|[^\p{Script=Hiragana}])[おご]$/u;
const NEGATION = /^な(?:かっ|い(?:[でんのかよねな]|(?!\p{L})))/u;

/** The cost of a break between two stretches of Japanese text; only the first few characters of `after` are read. */
export function japaneseBreakCost(before: string, after: string, endsPhrase: boolean): number {
  if (!mayBreak(before, after)) return Infinity;
  if (/[。！？!?‼⁉][」』）]?$/u.test(before)) return BREAK.sentence;
  // An ideographic space stands for a stop or a comma that was left out.
  if (/[、，…―—\u3000]$/u.test(before)) return BREAK.comma;
  if (/[\s」』]$/u.test(before)) return BREAK.phrase;
  if (/っ$/u.test(before) && HIRAGANA.test(after)) return BREAK.emergency;
  if (/\p{L}$/u.test(before) && ENDING.test(after)) return BREAK.word;
  if (/の$/u.test(before) && /^[上下中前後横隣方間ほよ]/u.test(after)) return BREAK.unsure;
  if (/(?:ひと|ふた)$/u.test(before) && COUNTED.test(after)) return BREAK.word;
  if (POLITE.test(before) && /^\p{Script=Han}/u.test(after)) return BREAK.emergency;
  if (/々$/u.test(before) && /^\p{Script=Han}/u.test(after)) return BREAK.word;
  if (/[^はがもにをの\P{L}]$/u.test(before) && NEGATION.test(after)) return BREAK.word;
  // Between two hiragana BudouX errs more often (雨や|どり); after a particle or an ending its phrase ends are reliable.
  if (/[こそあど]の$/u.test(before) && endsPhrase) return BREAK.unsure;
  if (endsPhrase) return HIRAGANA.test(after) && UNSURE.test(before) ? BREAK.unsure : BREAK.phrase;
  return isStem(before, after) ? BREAK.emergency : BREAK.word;
}

/** Whether the break would divide a kanji from its okurigana: 食|べた. */
function isStem(before: string, after: string): boolean {
  return /\p{Script=Han}$/u.test(before) && HIRAGANA.test(after);
}

/** The form that the lines of a block should have. */
interface LineForm {
  /** Wanted length of line i of n; 1 is the longest line. */
  profile(line: number, lines: number): number;
  /** Weight of a line's deviation from its wanted length. */
  rag: number;
}

const EVEN: LineForm = { profile: () => 1, rag: 2 };

/** One breaking for each useful line length, without duplicates; never empty. */
export function breakings(pieces: readonly Piece[], longest: number, look: LineForm = EVEN): Breaking[] {
  const found = new Map<string, Breaking>();
  const most = Math.min(pieces.length, 24);
  for (let lines = 1; lines <= most; lines++) {
    const best = breakInto(pieces, lines, look);
    if (best === null) continue;
    found.set(best.ends.join(), best);
    if (Math.max(...best.widths) <= longest * 0.3) break;
  }
  return [...found.values()];
}

/** The best breaking into exactly `lines` lines; null where forbidden breaks leave none. */
function breakInto(pieces: readonly Piece[], lines: number, { profile, rag }: LineForm): Breaking | null {
  const sums = [0];
  for (const piece of pieces) sums.push((sums.at(-1) ?? 0) + piece.advance);
  const width = (from: number, to: number): number =>
    (sums[to] ?? 0) - (sums[from] ?? 0) - (pieces[to - 1]?.slack ?? 0) - (pieces[from]?.lead ?? 0);
  // past[i]: sum of what lines pay for continuing after each of the first i pieces.
  const past = [0];
  for (const { breakCost } of pieces) past.push((past.at(-1) ?? 0) + pastCost(breakCost));
  let shares = 0;
  for (let i = 0; i < lines; i++) shares += profile(i, lines);
  const unit = (sums.at(-1) ?? 0) / shares;
  // best[i][n]: the cheapest way to set the first n pieces on i lines.
  const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
  for (let line = 1; line <= lines; line++) {
    const row: { cost: number; from: number }[] = [];
    const wish = unit * profile(line - 1, lines);
    for (let to = line; to <= pieces.length; to++) {
      if (to < pieces.length && (pieces[to - 1]?.breakCost ?? 0) === Infinity) continue;
      for (let from = to - 1; from >= line - 1; from--) {
        const before = best[line - 1]?.[from];
        if (from < to - 1 && pieces[from]?.breakCost === -Infinity) break;
        if (before === undefined) continue;
        const off = (width(from, to) - wish) / unit;
        // Longer lines cost even more, so the loop ends here.
        if (off > 2.5 && row[to] !== undefined) break;
        const short = line === lines ? 0.5 : isClause(pieces, from, to) ? 0.3 : 1;
        const weight = off < 0 ? short : 1;
        const lonely = to - from === 1 && lines > 1 && width(from, to) <= 1 ? 0.6 : 0;
        const breakCost = pieces[to - 1]?.breakCost ?? 0;
        const end = to === pieces.length || breakCost === -Infinity ? 0 : breakCost;
        const passed = (past[to - 1] ?? 0) - (past[from] ?? 0);
        const begins = to - from > 1 && to < pieces.length && pieces[to - 2]?.breakCost === BREAK.sentence;
        const ragged = off * off * weight * rag;
        const cost = before.cost + ragged + end + lonely + passed + (begins ? CONTINUED.begun : 0);
        if (cost < (row[to]?.cost ?? Infinity)) row[to] = { cost, from };
      }
    }
    best.push(row);
  }
  const end = best[lines]?.[pieces.length];
  if (end === undefined) return null;
  const ends: number[] = [];
  for (let line = lines, to = pieces.length; line > 0; line--) {
    ends.unshift(to);
    to = best[line]?.[to]?.from ?? 0;
  }
  return { ends, widths: ends.map((to, i) => width(ends[i - 1] ?? 0, to)), cost: end.cost };
}

/** Whether a line holds complete clauses only, so that a short line is acceptable. */
function isClause(pieces: readonly Piece[], from: number, to: number): boolean {
  const ends = (at: number) => pastCost(pieces[at - 1]?.breakCost ?? 0) > 0;
  return ends(to) && (from === 0 || ends(from));
}

function pastCost(breakCost: number): number {
  if (breakCost === BREAK.sentence) return CONTINUED.sentence;
  return breakCost === BREAK.comma ? CONTINUED.comma : 0;
}
