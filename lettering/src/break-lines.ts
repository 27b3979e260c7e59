// Breaks pieces of text into lines: all ways that are worth trying, from many short lines to few long ones.
// Japanese breaks between phrases (BudouX finds them), then by kinsoku; a line's end may hang.
// By their places: the package as a whole also breaks HTML, and brings a DOM of 10 MB for it.
import { model as jaModel } from "../../node_modules/budoux/module/data/models/ja.js";
import { Parser } from "../../node_modules/budoux/module/parser.js";
import { mayBreak } from "./kinsoku.ts";
import { segmenter } from "./segmenters.ts";

/** The craft's limits for one balloon, in characters and columns. */
export const LIMITS = { characters: 10, columns: 6 } as const;

/** A piece that no line cuts. */
export interface Piece {
  advance: number;
  /** What of the advance is not needed where a line ends after the piece: a space, or the lower half of a stop. */
  slack: number;
  /** The same where a line begins with the piece: the upper half of an opening bracket. */
  lead?: number;
  /** What a break after this piece costs: 0 is a good place, Infinity forbids it, -Infinity demands it. */
  breakCost: number;
}

export interface Breaking {
  /** Exclusive ends of the lines. */
  ends: number[];
  widths: number[];
  /** Raggedness and broken phrases; comparable between breakings of the same text. */
  cost: number;
}

/** Breaking costs, in the same measure as a line that is short by all of its length. */
export const BREAK = { phrase: 0, sentence: -0.25, comma: -0.1, unsure: 1, word: 3.2, emergency: 6 } as const;

/** What a line costs that goes on past the end of a sentence or a clause, and one that a new sentence begins with a single word. */
const PAST = { sentence: 0.4, comma: 0.3, begun: 0.5 } as const;

const HIRAGANA = /^\p{Script=Hiragana}/u;
const UNSURE = /(?![はがをにでともへのてねよばらもうくいたし])\p{Script=Hiragana}$/u;

let parser: Parser | undefined;

/** UTF-16 offsets at which a phrase (bunsetsu) ends. */
export function phraseEnds(text: string): Set<number> {
  parser ??= new Parser(jaModel);
  // It knows few words of katakana (スミ, キャッチャー) and ends phrases within them.
  const isInKatakana = (at: number) =>
    /[\p{Script=Katakana}ー]$/u.test(text.slice(0, at)) && /^[\p{Script=Katakana}ー]/u.test(text.slice(at));
  return new Set(parser.parseBoundaries(text).filter((at) => !isInKatakana(at)));
}

const KATAKANA_WORD = /[\p{Script=Katakana}ー]{2,}/gu;
/** A word of katakana that is no longer than this is never broken. */
const WHOLE_KATAKANA = 6;

/** What a break within a word costs at least, by UTF-16 offset. Long words of katakana may be broken between their parts. */
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

/** Endings that follow a verb or a noun and never begin a line, whoever takes them for a phrase (合わなかっ|た, 形見な|のです). */
const ENDING =
  /^(?:[たて](?![\p{Script=Han}\p{Script=Hiragana}])|たん[でだ]|たら|たり|たの|です|でし[たょ]|ます(?!ます)|まし[たょ]|ませ|ん[でだ]|の(?:です|だ|に(?!\p{Script=Hiragana})|か(?!\p{L}))|だった|だろ|って(?!\p{Script=Hiragana}))/u;
/** What is counted by native numbers: ひと声 is one word. */
const COUNTED = /^[声口晩息目言切筋粒握雨月年]/u;
/** What goes before a noun for politeness: お侍さま. */
const POLITE = /(?:^|[^\p{Script=Hiragana}])[おご]$/u;
const NEGATION = /^な(?:かっ|い(?:[でんのかよねな]|(?!\p{L})))/u;

/** The cost of breaking between two stretches of Japanese text; of `after` a few characters are read. */
export function japaneseBreakCost(before: string, after: string, endsPhrase: boolean): number {
  if (!mayBreak(before, after)) return Infinity;
  if (/[。！？!?‼⁉][」』）]?$/u.test(before)) return BREAK.sentence;
  // A wide space stands where a stop or a comma was left out.
  if (/[、，…―—\u3000]$/u.test(before)) return BREAK.comma;
  if (/[\s」』]$/u.test(before)) return BREAK.phrase;
  if (/っ$/u.test(before) && HIRAGANA.test(after)) return BREAK.emergency;
  if (/\p{L}$/u.test(before) && ENDING.test(after)) return BREAK.word;
  if (/の$/u.test(before) && /^[上下中前後横隣方間ほよ]/u.test(after)) return BREAK.unsure;
  if (/(?:ひと|ふた)$/u.test(before) && COUNTED.test(after)) return BREAK.word;
  if (POLITE.test(before) && /^\p{Script=Han}/u.test(after)) return BREAK.emergency;
  if (/々$/u.test(before) && /^\p{Script=Han}/u.test(after)) return BREAK.word;
  if (/[^はがもにをの\P{L}]$/u.test(before) && NEGATION.test(after)) return BREAK.word;
  // Between two hiragana BudouX errs more often (雨や|どり); after a particle or an ending it can be trusted.
  if (/[こそあど]の$/u.test(before) && endsPhrase) return BREAK.unsure;
  if (endsPhrase) return HIRAGANA.test(after) && UNSURE.test(before) ? BREAK.unsure : BREAK.phrase;
  return isStem(before, after) ? BREAK.emergency : BREAK.word;
}

/** Kanji whose reading goes on in kana: 食|べた. */
function isStem(before: string, after: string): boolean {
  return /\p{Script=Han}$/u.test(before) && HIRAGANA.test(after);
}

/** What lines should look like together. */
interface Look {
  /** How long line i of n wants to be, 1 being the longest. */
  profile(line: number, lines: number): number;
  /** What it costs that a line is off by all of its length. */
  rag: number;
}

const EVEN: Look = { profile: () => 1, rag: 2 };

/** One breaking for each useful length of line, without repetition; never empty. */
export function breakings(pieces: readonly Piece[], longest: number, look: Look = EVEN): Breaking[] {
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

/** The best way to make exactly so many lines, null where forbidden breaks leave none. */
function breakInto(pieces: readonly Piece[], lines: number, { profile, rag }: Look): Breaking | null {
  const sums = [0];
  for (const piece of pieces) sums.push((sums.at(-1) ?? 0) + piece.advance);
  const width = (from: number, to: number): number =>
    (sums[to] ?? 0) - (sums[from] ?? 0) - (pieces[to - 1]?.slack ?? 0) - (pieces[from]?.lead ?? 0);
  // past[i]: what a line costs that goes on after each of the first i pieces.
  const past = [0];
  for (const { breakCost } of pieces) past.push((past.at(-1) ?? 0) + pastCost(breakCost));
  let shares = 0;
  for (let i = 0; i < lines; i++) shares += profile(i, lines);
  const unit = (sums.at(-1) ?? 0) / shares;
  // best[i][n]: the cheapest way to put the first n pieces on i lines.
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
        // Still longer lines only get worse.
        if (off > 2.5 && row[to] !== undefined) break;
        const short = line === lines ? 0.5 : isClause(pieces, from, to) ? 0.3 : 1;
        const weight = off < 0 ? short : 1;
        const lonely = to - from === 1 && lines > 1 && width(from, to) <= 1 ? 0.6 : 0;
        const breakCost = pieces[to - 1]?.breakCost ?? 0;
        const end = to === pieces.length || breakCost === -Infinity ? 0 : breakCost;
        const passed = (past[to - 1] ?? 0) - (past[from] ?? 0);
        const begins = to - from > 1 && to < pieces.length && pieces[to - 2]?.breakCost === BREAK.sentence;
        const ragged = off * off * weight * rag;
        const cost = before.cost + ragged + end + lonely + passed + (begins ? PAST.begun : 0);
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

/** Whether a line holds whole clauses alone, so that it may well be short. */
function isClause(pieces: readonly Piece[], from: number, to: number): boolean {
  const ends = (at: number) => pastCost(pieces[at - 1]?.breakCost ?? 0) > 0;
  return ends(to) && (from === 0 || ends(from));
}

function pastCost(breakCost: number): number {
  if (breakCost === BREAK.sentence) return PAST.sentence;
  return breakCost === BREAK.comma ? PAST.comma : 0;
}
