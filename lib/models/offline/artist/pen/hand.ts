// The hand that draws: what a style's words make of every line, tone and eye. The plain hand changes nothing.

import type { Paint } from "../../../../manga/drawing.ts";
import type { Style } from "../../../../manga/style.ts";
import { rowsOf } from "./curves.ts";

export interface Hand {
  /** Widths of all lines, as a multiple of the plain ones. */
  line: number;
  /** All lines are of one width, without tapered ends or a heavy side. */
  even: boolean;
  /** How dark a tone is, as a multiple; 0: areas that are not black are white. */
  tone: number;
  /** Tones from here on are solid black; above 1: none is. */
  blackFrom: number;
  /** Height and width of eyes, as a multiple. */
  eyes: number;
  /** How strongly what lies behind people is drawn: 1 as it is, less is paler and thinner. */
  backgrounds: number;
}

export const PLAIN_HAND: Hand = { line: 1, even: false, tone: 1, blackFrom: 2, eyes: 1, backgrounds: 1 };

type Rules<T> = readonly (readonly [words: RegExp, value: T])[];

const LINE: Rules<number> = [
  [/\b(?:heavy|thick|brush(?:ed)?)\b|太|筆/u, 1.7],
  [/\bbold\b|力強/u, 1.35],
  [/\b(?:thin|hairline)\b|極?細/u, 0.55],
  [/\b(?:fine|delicate|light)\b|繊細/u, 0.75],
];
const EVEN = /\b(?:even|uniform|one width|monoline|ligne claire)\b|均一/u;
const TONE: Rules<number> = [
  [/\b(?:no|without) (?:screen ?)?tones?\b|\bnone\b|トーンなし/u, 0],
  [/\blittle\b|\bsparse\b/u, 0.45],
  [/\b(?:light|soft|pale|gradations?)\b|淡|柔/u, 0.66],
  [/\b(?:dark|heavy)\b|濃|暗/u, 1.32],
  [/\b(?:dense|crisp)\b/u, 1.14],
];
const BLACKS: Rules<number> = [[/\bheavy\b|\bmany\b|\bdeep\b|ベタ多|濃/u, 0.55]];
const EYES: Rules<number> = [
  [/\bvery (?:large|big)\b|とても大き/u, 1.3],
  [/\b(?:small|narrow|tiny)\b|小さ|細/u, 0.76],
  [/\bnatural\b|\brealistic\b|自然|写実/u, 0.86],
  [/\bmany lights\b|\bspark/u, 1.14],
];
const BACKGROUNDS: Rules<number> = rowsOf(
  [/\b(?:sparse|few|empty|flowers)\b|少な/u, 0.5],
  [/\bsimple\b|簡素|シンプル/u, 0.7],
);

const ruled = <T>(rules: Rules<T>, words: string, plain: T): T =>
  rules.find(([rule]) => rule.test(words))?.[1] ?? plain;

/** By what a person calls each of them in words of their own. */
const CALLED = {
  line: /\b(?:lines?|outlines?|strokes?|contours?)\b|線/u,
  tone: /\b(?:tones?|shading|greys?|grays?)\b|トーン/u,
  eyes: /\beyes?\b|目|瞳/u,
  blacks: /\b(?:blacks?|shadows)\b|ベタ|黒/u,
  backgrounds: /\bbackgrounds?\b|背景/u,
} as const;

/**
 * What the words of a style say of the hand; words that say nothing leave it plain. What the person says of a part in their own words
 * comes before the style's words for it: `thick outlines, no tone`.
 */
export function handOf({ artDirection = "", ...style }: Style): Hand {
  const clauses = artDirection.toLowerCase().split(/[,.;、。；]/u);
  const said = (part: keyof typeof CALLED) =>
    clauses.find((clause) => CALLED[part].test(clause)) ?? style[part].toLowerCase();
  const hand: Hand = {
    line: ruled(LINE, said("line"), 1),
    even: EVEN.test(said("line")),
    tone: ruled(TONE, said("tone"), 1),
    blackFrom: ruled(BLACKS, said("blacks"), 2),
    eyes: ruled(EYES, said("eyes"), 1),
    backgrounds: ruled(BACKGROUNDS, said("backgrounds"), 1),
  };
  return isPlain(hand) ? PLAIN_HAND : hand;
}

const isPlain = (hand: Hand): boolean =>
  Object.entries(PLAIN_HAND).every(([part, plain]) => hand[part as keyof Hand] === plain);

/** The paint as the hand lays it down. Black and white stay what they are. */
export function byHand(paint: Paint, hand: Hand): Paint {
  if (hand === PLAIN_HAND || typeof paint === "string" || "light" in paint) return paint;
  if ("veil" in paint)
    return typeof paint.veil === "number" ? { veil: Math.min(1, paint.veil * hand.tone) } : paint;
  const { tone } = paint;
  const grey = (value: number) => Math.min(1, Math.round(value * hand.tone * 1000) / 1000);
  if (typeof tone === "number") {
    if (tone >= hand.blackFrom) return "black";
    return hand.tone === 0 ? "white" : { tone: grey(tone) };
  }
  if (hand.tone === 0) return "white";
  return { tone: { ...tone, stops: tone.stops.map(([at, value]) => [at, grey(value)]) } };
}

/** The hand for what lies behind people. */
export const behindPeople = (hand: Hand): Hand =>
  hand.backgrounds === 1
    ? hand
    : { ...hand, line: hand.line * (0.6 + 0.4 * hand.backgrounds), tone: hand.tone * hand.backgrounds };
