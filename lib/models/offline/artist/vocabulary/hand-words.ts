// Derives the hand (widths of lines, tones, eyes) from the words of a style. Words that match no rule leave the plain hand.
import type { Style } from "../../../../manga/style.ts";
import { type Hand, PLAIN_HAND } from "../closed/hand.ts";

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
const BACKGROUNDS: Rules<number> = [
  [/\b(?:sparse|few|empty|flowers)\b|少な/u, 0.5],
  [/\bsimple\b|簡素|シンプル/u, 0.7],
];

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
 * The hand for a style; words that match no rule leave it plain. If the user's art direction mentions a part (`thick outlines, no tone`),
 * it overrides the style's words for that part.
 */
export function handOf({
  artDirection = "",
  ...style
}: Pick<Style, "artDirection" | keyof typeof CALLED>): Hand {
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

/** Words for the plain hand. */
const PLAIN: Readonly<Record<keyof typeof CALLED, RegExp>> = {
  line: /\b(?:confident|var(?:y|ied|ying)|usual|plain)\b|強弱/u,
  tone: /\b(?:screen ?)?tones?\b|トーン/u,
  eyes: /\b(?:large|big)\b|大き/u,
  backgrounds: /\b(?:perspective|detailed|drawn)\b|遠近|細か/u,
  blacks: /\b(?:solid|few)\b|少な/u,
};

/** Whether words for a part of the style match a rule or the plain hand. */
export function isHeeded(part: keyof typeof CALLED, words: string): boolean {
  const said = words.toLowerCase();
  const plain = { line: "", tone: "", eyes: "", backgrounds: "", blacks: "" };
  return PLAIN[part].test(said) || handOf({ ...plain, [part]: said }) !== PLAIN_HAND;
}

const isPlain = (hand: Hand): boolean =>
  Object.entries(PLAIN_HAND).every(([part, plain]) => hand[part as keyof Hand] === plain);
