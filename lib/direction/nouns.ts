// Traits of a free-text noun (thing, animal or place) that matter for framing.
import { NOUN_WORDS } from "./noun-words.ts";

export type NounTrait =
  /** Stands on the ground or on a wall; nobody can hold it. */
  | "large"
  /** Extends so far beyond a hand that a picture of the hand would show only a stick. */
  | "long"
  /** Takes both hands or arms. */
  | "both"
  /** Has things lying on it. */
  | "surface"
  /** Carries people on the water. */
  | "vessel"
  /** Is hidden by a person who sits or lies on it. */
  | "seat"
  /** Is part of its wall or ground. */
  | "fixed"
  /** Can open before a person comes in. */
  | "door"
  /** Is part of the place or of the air, and cannot be shown alone. */
  | "scenery"
  | "animal"
  /** Is an animal that may also be a thing: caught, or on a plate. */
  | "food"
  /** Is lower than a knee, so a far shot does not show it. */
  | "small"
  /** A place that a high angle would make unrecognisable. */
  | "tall";

const BY_WORD: ReadonlyMap<string, ReadonlySet<NounTrait>> = new Map(
  NOUN_WORDS.flatMap(([traits, en, ja]) =>
    [...en.split(","), ...ja.split(",")]
      .map((word) => word.trim())
      .filter((word) => word !== "")
      .map((word) => [word, new Set(traits)] as const),
  ),
);
const LONGEST = Math.max(...[...BY_WORD.keys()].map((word) => word.length));

/** An unknown noun counts as small enough for a hand. */
const UNKNOWN: ReadonlySet<NounTrait> = new Set();

/** The traits of the head noun: `red paper lantern` is a lantern, `cup of tea` a cup, 黒い子猫 a cat. */
export function nounOf(what: string): ReadonlySet<NounTrait> {
  const noun = what.toLowerCase().replaceAll("-", " ").trim();
  const head = noun.split(/ (?:of|with|in|on|full|from|for) |, /u)[0] ?? noun;
  const traits = BY_WORD.get(noun) ?? headIn(head) ?? UNKNOWN;
  return (traits.has("animal") || traits.has("large")) && MADE.some((word) => noun.includes(word))
    ? UNKNOWN
    : traits;
}

/** Words before an animal or a vehicle that make it a toy or an image. */
const MADE = [
  ...["toy ", "stuffed ", "china ", "paper ", "carved ", "plush "],
  ...["おもちゃ", "ぬいぐるみ", "木彫り", "置物", "人形", "絵の"],
];

/** The traits of the longest known word at the end of the noun. */
function headIn(noun: string): ReadonlySet<NounTrait> | undefined {
  for (const one of noun.endsWith("s") ? [noun, noun.slice(0, -1)] : [noun]) {
    for (let at = Math.max(0, one.length - LONGEST); at < one.length; at += 1) {
      // A Latin word must start at a word boundary.
      const before = one[at - 1] ?? " ";
      if (/[a-z]/u.test(before) && /[a-z]/u.test(one[at] ?? "")) continue;
      const traits = BY_WORD.get(one.slice(at));
      if (traits) return traits;
    }
  }
  return undefined;
}

export const isA = (what: string, trait: NounTrait): boolean => nounOf(what).has(trait);
