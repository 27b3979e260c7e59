// Splits a text that is more than one balloon should hold over joined balloons: cut where a sentence or a phrase ends, nearest to even
// shares. Whispers, thoughts and calls keep one balloon, because their shape is more than an outline that can be joined. A long caption
// becomes two captions of whole sentences that stand apart: each needs less room than both together.

import { formOf } from "./balloon-body.ts";
import { phraseEnds } from "./break-lines.ts";
import { TITLE } from "./horizontal.ts";
import { JOINABLE_FORMS } from "./joined-balloons.ts";
import { mayStartLine } from "./kinsoku.ts";
import type { Language, PageBrief, Word } from "./page.ts";
import { withoutStops } from "./punctuation.ts";
import { type SetBlock, setText } from "./set-text.ts";

/** The most balloons for one line. */
const MOST_BALLOONS = 3;

/** From this many letters on, a caption of several sentences is split in two. */
const LONG_CAPTION: Record<Language, number> = { ja: 24, en: 72 };

/** How far from an even share a cut may lie, as a share of the text, before the next best kind of cut is used. */
const MOST_DEVIATION = 0.22;

/** All ways to set each balloon's text, in reading order; one balloon where the text fits, or may not or cannot be cut. */
export async function setInBalloons(
  word: Word,
  { language, dropPunctuation = false, fonts }: Pick<PageBrief, "language" | "dropPunctuation" | "fonts">,
): Promise<SetBlock[][]> {
  // Sentences are found by their stops, so the text is cut before its stops are removed.
  const set = (part: Word) =>
    setText(dropPunctuation && language === "ja" ? withoutStops(part) : part, language, fonts);
  if (word.kind === "caption") return Promise.all(captionsOf(word, language).map(set));
  const whole = await set(word);
  const isJoinable = word.kind === "balloon" && JOINABLE_FORMS.has(formOf(word)) && !isHeldTogether(word);
  if (!isJoinable || whole.some(({ tooLong }) => !tooLong)) return [whole];
  for (let count = 2; count <= MOST_BALLOONS; count++) {
    const parts = splitWord(word, count, language);
    if (parts === undefined) break;
    const blocks = await Promise.all(parts.map(set));
    if (count === MOST_BALLOONS || blocks.every((part) => part.some(({ tooLong }) => !tooLong)))
      return blocks;
  }
  return [whole];
}

/** Whether a person chose the place, the form of a caption, or the extent, which are those of one balloon. */
function isHeldTogether({ kind, at, set }: Word): boolean {
  const { shape, width, height } = set ?? {};
  return at !== undefined || (width ?? height) !== undefined || (kind === "caption" && shape !== undefined);
}

/** The caption as one, or as two halves of whole sentences. */
function captionsOf(word: Word, language: Language): Word[] {
  const { text } = word;
  // Whispers are drawn with more than an outline.
  if (isHeldTogether(word) || word.voice === "whisper" || text.length < LONG_CAPTION[language]) return [word];
  const [sentences = []] = endsOf(text, language);
  const half = text.length / 2;
  const [cut] = sentences.toSorted((a, b) => Math.abs(a - half) - Math.abs(b - half));
  if (cut === undefined || Math.abs(cut - half) > text.length * MOST_DEVIATION) return [word];
  return partsOf(word, [cut]);
}

/** Undefined where there are too few places to cut. */
export function splitWord(word: Word, count: number, language: Language): Word[] | undefined {
  const { text, ruby } = word;
  const inRuby = (at: number) => ruby.some((r) => at > r.at && at < r.at + r.length);
  const ends = endsOf(text, language).map((kind) => kind.filter((at) => !inRuby(at)));
  const cuts: number[] = [];
  for (let i = 1; i < count; i++) {
    const even = (text.length * i) / count;
    const free = ends.map((kind) => kind.filter((at) => at > (cuts.at(-1) ?? 0)));
    const nearest = free.map((kind) => kind.toSorted((a, b) => Math.abs(a - even) - Math.abs(b - even))[0]);
    const near = nearest.find(
      (at) => at !== undefined && Math.abs(at - even) <= text.length * MOST_DEVIATION,
    );
    const cut = near ?? nearest.findLast((at) => at !== undefined);
    if (cut === undefined) return undefined;
    cuts.push(cut);
  }
  return partsOf(word, cuts);
}

function partsOf(word: Word, cuts: readonly number[]): Word[] {
  return [...cuts, word.text.length].map((to, i) => {
    const from = cuts[i - 1] ?? 0;
    const part = word.text.slice(from, to);
    const own = word.ruby.filter((r) => r.at >= from && r.at < to).map((r) => ({ ...r, at: r.at - from }));
    const { emphasis } = word.set ?? {};
    if (emphasis === undefined) return { ...word, text: part, ruby: own };
    const marked = emphasis.flatMap(({ at, length }) => {
      const [start, end] = [Math.max(at, from), Math.min(at + length, to)];
      return start < end ? [{ at: start - from, length: end - start }] : [];
    });
    return { ...word, text: part, ruby: own, set: { ...word.set, emphasis: marked } };
  });
}

/** Offsets where a text may be cut, by kind: after sentences, after clauses, after phrases or words. */
function endsOf(text: string, language: Language): number[][] {
  const after = (pattern: RegExp) =>
    [...text.matchAll(pattern)]
      .map((match) => match.index + match[0].length)
      .filter((at) => at < text.length);
  if (language === "en") {
    const isTitle = (at: number) => TITLE.test(text.slice(0, at).trimEnd().split(/\s/u).at(-1) ?? "");
    const sentences = after(/[.!?…]["”’)]*\s+/gu).filter((at) => !isTitle(at));
    return [sentences, after(/[,;:—]["”’)]*\s+/gu), after(/\s+/gu)];
  }
  const starts = (at: number) => mayStartLine(String.fromCodePoint(text.codePointAt(at) ?? 32));
  const phrases = [...phraseEnds(text)].filter((at) => at > 0 && at < text.length);
  return [after(/[。！？!?…‥]+[」』）]*/gu), after(/[、，,]/gu), phrases].map((kind) => kind.filter(starts));
}
