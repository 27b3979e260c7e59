// The hand: how the words of a style change every line, tone and eye. The plain hand changes nothing.

import type { Paint } from "../../../../manga/drawing.ts";
import type { Style } from "../../../../manga/style.ts";
import { rowsOf } from "./curves.ts";

export interface Hand {
  /** Line width, as a multiple of the plain width. */
  line: number;
  /** Lines have one width, without tapered ends or a heavier side. */
  even: boolean;
  /** Darkness of tones, as a multiple; 0: every area that is not black is white. */
  tone: number;
  /** The grey from which a tone becomes solid black; above 1: none does. */
  blackFrom: number;
  /** Height and width of eyes, as a multiple. */
  eyes: number;
  /** Strength of what is drawn behind people: 1 is unchanged, less is paler and thinner. */
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

/** Words by which a user refers to each part of a style. */
const CALLED = {
  line: /\b(?:lines?|outlines?|strokes?|contours?)\b|線/u,
  tone: /\b(?:tones?|shading|greys?|grays?)\b|トーン/u,
  eyes: /\beyes?\b|目|瞳/u,
  blacks: /\b(?:blacks?|shadows)\b|ベタ|黒/u,
  backgrounds: /\bbackgrounds?\b|背景/u,
} as const;

/**
 * The hand for a style; words that match no rule leave it plain. What the user's art direction says of a part
 * comes before the style's words for that part: `thick outlines, no tone`.
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

/** The paint as this hand applies it. Black and white do not change. */
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
