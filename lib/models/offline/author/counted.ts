// How many of a thing a close look at it shows: two loaves are two.
import type { Prop } from "../closed/staging.ts";
import type { Lexicon } from "./lexicon.ts";
import { findThings } from "./thing-cues.ts";

/** Drawn as several, or as a pair, already. */
const SEVERAL: ReadonlySet<Prop> = new Set([
  ...([
    "cherry",
    "marble",
    "grapes",
    "sushi",
    "footprints",
    "fries",
    "popcorn",
    "takoyaki",
    "seeds",
  ] as const),
  ...(["shards", "blocks", "boots", "shoe", "sock", "chopsticks", "skis", "stilts", "cymbals"] as const),
  ...([
    "glasses",
    "binoculars",
    "handcuffs",
    "test-tubes",
    "firewood",
    "cards",
    "antlers",
    "castanets",
  ] as const),
  ...(["headphones", "scissors", "noodles", "rice", "money", "teru-teru-bozu", "dango", "banana"] as const),
]);

/** More than these would be specks. */
const COUNTS: readonly (readonly [number, string, string])[] = [
  [2, "two|both(?: the)?|a (?:pair|couple) of", "二|２|2|ふた"],
  [3, "three", "三|３|3|み"],
  [4, "four", "四|４|4|よ"],
];
const UNIT = "(?:つ|っつ|個|枚|本|冊|杯|羽|匹|丁|切れ|輪|台|通)";

const PATTERNS = COUNTS.map(([count, en, ja]) => ({
  count,
  before: new RegExp(`(?:\\b(?:${en})(?: [a-z-]+){0,2} |(?<![十百一二三四五])(?:${ja})${UNIT}の)$`, "iu"),
  after: new RegExp(`^[をがはも]?(?:${ja})${UNIT}`, "u"),
}));

/** The only thing of a close look as often as its words count it. */
export function counted(props: readonly Prop[], action: string, lexicon: Lexicon): Prop[] {
  const [prop] = props;
  if (props.length !== 1 || prop === undefined || SEVERAL.has(prop)) return [...props];
  for (const { value, at, text } of findThings(action, lexicon)) {
    if (value !== prop) continue;
    const [before, after] = [action.slice(0, at), action.slice(at + text.length)];
    const found = PATTERNS.find((one) => one.before.test(before) || one.after.test(after));
    if (found) return Array.from({ length: found.count }, () => prop);
  }
  return [...props];
}
