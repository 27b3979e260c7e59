// Splits long text, preferably after sentences, then after clauses, then between words. Keeps ruby with its words.
import { ABBREVIATION, ABBREVIATION_LENGTH } from "./sentences.ts";
import type { Ruby } from "./story.ts";
import { lengthOf } from "./text-length.ts";

export interface Piece {
  text: string;
  ruby: Ruby[];
}

/** Pieces of similar length, up to about `most` characters or words, none empty. Together they are the whole text except for spaces. */
export function splitText(text: string, ruby: readonly Ruby[], most: number): Piece[] {
  const parts = Math.ceil(lengthOf(text) / most);
  if (parts <= 1) return [{ text, ruby: [...ruby] }];
  const cuts: number[] = [];
  let from = 0;
  for (let part = 1; part < parts; part += 1) {
    const cut = bestCut(text, from, from + (text.length - from) / (parts - part + 1), ruby);
    if (cut <= from || cut >= text.length) continue;
    cuts.push(cut);
    from = cut;
  }
  return [0, ...cuts]
    .map((start, index) => pieceOf(text, ruby, start, cuts[index] ?? text.length))
    .filter((piece) => piece.text !== "");
}

/** The offset near `ideal` with the lowest cost. */
function bestCut(text: string, from: number, ideal: number, ruby: readonly Ruby[]): number {
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  const reach = (ideal - from) * 0.6 + 2;
  for (let at = Math.ceil(ideal - reach); at <= ideal + reach; at += 1) {
    if (at <= from || at >= text.length) continue;
    if (ruby.some((one) => one.at < at && at < one.at + one.length)) continue;
    const cost = (Math.abs(at - ideal) / reach) * 2 + cutPenalty(text, at);
    if (cost < bestCost) [best, bestCost] = [at, cost];
  }
  return best;
}

/** Penalty of a cut before `at`: 0 between sentences, highest inside words. */
function cutPenalty(text: string, at: number): number {
  const before = text[at - 1] ?? "";
  const after = text[at] ?? "";
  if (/[\uDC00-\uDFFF]/.test(after)) return 99;
  if (/[、。，．！？!?…」』）)ーぁぃぅぇぉっゃゅょァィゥェォッャュョ.,;:’”]/u.test(after)) return 20;
  // The parts of `Mrs. de Ropp` stay together.
  if (ABBREVIATION.test(text.slice(Math.max(0, at - ABBREVIATION_LENGTH - 1), at).trimEnd())) return 12;
  if (/[。！？!?]/u.test(before) || /[.!?…]["”’]?\s$/u.test(text.slice(Math.max(0, at - 3), at))) return 0;
  if (/[…―—]/u.test(before) && !/[…―—]/u.test(after)) return 0.7;
  if (/[、，]/u.test(before) || /[,;:—–-]\s$/u.test(text.slice(Math.max(0, at - 2), at))) return 1;
  if (/\s/u.test(before))
    return /^(?:and|but|so|because|when|if|that|or|with|to|for|in|on|at)\b/iu.test(text.slice(at))
      ? 2.4
      : 3.2;
  if (/[\p{Script=Latin}\p{N}]/u.test(before) && /[\p{Script=Latin}\p{N}'’]/u.test(after)) return 12;
  if (before === "を") return 3;
  // No cut before a particle.
  if (/[\p{Script=Han}\p{Script=Hiragana}]/u.test(before) && /[はがをにでとへの]/u.test(after)) return 9;
  if (/[はがをにでともへのてば]/u.test(before) && /[\p{Script=Han}\p{Script=Katakana}「]/u.test(after))
    return 3;
  // In kana, most words begin after a particle, and few have only one letter.
  if (/[はがをにでともへの]/u.test(before) && /\p{Script=Hiragana}/u.test(after)) return 5;
  return 8;
}

function pieceOf(text: string, ruby: readonly Ruby[], start: number, end: number): Piece {
  const raw = text.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  const inside = ruby.filter(({ at, length }) => at >= start + lead && at + length <= end);
  return { text: raw.trim(), ruby: inside.map((one) => ({ ...one, at: one.at - start - lead })) };
}
