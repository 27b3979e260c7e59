// Cuts a sentence that is too long for one caption where it pauses, rather between clauses than within one. Every letter stays, and nothing is added.
import { type Piece, splitText } from "../../../../manga/split-text.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import type { ReadUnit } from "../facts.ts";
import type { Span } from "../text/clause.ts";

/** Part of a unit: its letters without the white space around them, and where it stands in the unit. */
export interface CaptionPiece extends Piece, Span {}

/** A cut behind another mark than the end of a sentence counts as so much farther from where it is wanted, in shares of a piece. */
const WITHIN_SENTENCE = 0.25;
const WITHIN_CLAUSE = 0.45;
/** Behind a clause that no mark closes. */
const UNMARKED = 0.9;
/** Shares of the wanted size within which a cut is looked for. */
const NEAREST = 0.25;
const FARTHEST = 1.6;
/** A piece that has no clause border may be longer than the others by this factor before it is cut between words. */
const LONGER = 1.4;

const MARKS: ReadonlySet<string> = new Set([
  "、",
  "。",
  "，",
  ",",
  ";",
  ":",
  "—",
  "–",
  "―",
  "…",
  "！",
  "？",
  "!",
  "?",
  ".",
]);
/** May stand behind a mark and belongs to what is before. */
const CLOSING: ReadonlySet<string> = new Set(["」", "』", "）", ")", "”", "’", '"', "'", "»", "›"]);

/** Pieces of about `most` (characters of Japanese, words of English) or fewer, that joined are the unit's text but for white space. */
export function captionPieces({ unit, sentences }: ReadUnit, most: number): CaptionPiece[] {
  const { text } = unit;
  const total = lengthOf(text);
  if (total <= most) return [take(unit, 0, text.length)];
  const borders = bordersOf(text, sentences);
  const parts = Math.ceil(total / most);
  const cuts: number[] = [];
  let from = 0;
  let next = 0;
  for (let part = 1; part < parts; part += 1) {
    const size = (text.length - from) / (parts - part + 1);
    while ((borders[next]?.at ?? text.length) <= from) next += 1;
    const cut = nearest(borders, next, { from, size });
    if (cut === undefined) continue;
    cuts.push(cut.at);
    from = cut.at;
  }
  const allowed = most * LONGER;
  return [0, ...cuts].flatMap((start, at) => {
    const piece = take(unit, start, cuts[at] ?? text.length);
    if (lengthOf(piece.text) <= allowed) return piece.text === "" ? [] : [piece];
    let next = piece.from;
    return splitText(piece.text, piece.ruby, most).map((part) => {
      const begin = text.indexOf(part.text, next);
      next = begin + part.text.length;
      return { ...part, from: begin, to: next };
    });
  });
}

function take({ text, ruby }: ReadUnit["unit"], start: number, end: number): CaptionPiece {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  const own = raw.trim();
  const inside = ruby.filter(({ at, length }) => at >= from && at + length <= from + own.length);
  return {
    ...{ text: own, from, to: from + own.length },
    ruby: inside.map((one) => ({ ...one, at: one.at - from })),
  };
}

interface Border {
  /** Where the next piece begins. */
  at: number;
  pain: number;
}

/** Where marks of punctuation stand: ends of sentences and clauses before others. */
function bordersOf(text: string, sentences: ReadUnit["sentences"]): Border[] {
  const sentenceEnds = new Set(sentences.map(({ to }) => behindMarks(text, to)));
  const clauseEnds = new Set(
    sentences.flatMap(({ clauses }) =>
      clauses.flatMap(({ rank, to }) =>
        rank === "relative" || rank === "infinitive" ? [] : [behindMarks(text, to)],
      ),
    ),
  );
  const borders: Border[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!MARKS.has(text[at] ?? "")) continue;
    const end = behindMarks(text, at);
    // `3.5`, `o'clock`: a mark within a word.
    const isWithin = text.charCodeAt(at) < 0x80 && text.slice(at + 1, end).trim() === text.slice(at + 1, end);
    at = Math.max(at, end - 1);
    if (isWithin || end >= text.length) continue;
    borders.push({
      at: end,
      pain: sentenceEnds.has(end) ? 0 : clauseEnds.has(end) ? WITHIN_SENTENCE : WITHIN_CLAUSE,
    });
  }
  const marked = new Set(borders.map(({ at }) => at));
  for (const at of clauseEnds) if (at < text.length && !marked.has(at)) borders.push({ at, pain: UNMARKED });
  return borders.toSorted((a, b) => a.at - b.at);
}

/** Behind the marks that stand at a place, with what closes after them and white space. */
function behindMarks(text: string, end: number): number {
  let at = end;
  while (at < text.length) {
    const character = text[at] ?? "";
    if (!(MARKS.has(character) || CLOSING.has(character) || character.trim() === "")) break;
    at += 1;
  }
  return at;
}

/** The border nearest to `size` behind `from`, of those from the index `next`; undefined where none is in reach. */
function nearest(
  borders: readonly Border[],
  next: number,
  { from, size }: { from: number; size: number },
): Border | undefined {
  let best: { border: Border; cost: number } | undefined;
  for (let index = next; index < borders.length; index += 1) {
    const border = borders[index];
    if (border === undefined || border.at > from + size * FARTHEST) break;
    if (border.at <= from + size * NEAREST) continue;
    const cost = Math.abs(border.at - from - size) / size + border.pain;
    if (best === undefined || cost < best.cost) best = { border, cost };
  }
  return best?.border;
}
