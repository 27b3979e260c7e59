// What kind of thing, animal or place an open noun names, as far as it decides framing.
import { NOUN_WORDS } from "./noun-words.ts";

export type NounTrait =
  /** Stands on the ground or on a wall; nobody has it in the hand. */
  | "large"
  /** Reaches so far beyond a hand that a picture of the hand would show a stick. */
  | "long"
  /** Takes both hands or arms. */
  | "both"
  /** Is where people are who are on the water. */
  | "vessel"
  /** Hides under whoever sits or lies on it. */
  | "seat"
  /** Is part of its wall or ground, wherever that is. */
  | "fixed"
  /** May be opened before somebody comes in. */
  | "door"
  /** Cannot be looked at by itself: part of the place or of the air. */
  | "scenery"
  | "animal"
  /** Is as often a thing: caught, or on a plate. */
  | "food"
  /** Comes no higher than a knee: a far frame would lose it. */
  | "small"
  /** A place that a look from above would not show as what it is. */
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

/** Nothing known: something for a hand. */
const UNKNOWN: ReadonlySet<NounTrait> = new Set();

/** By its head: a `red paper lantern` is a lantern, a `cup of tea` a cup, 黒い子猫 a cat. */
export function nounOf(what: string): ReadonlySet<NounTrait> {
  const noun = what.toLowerCase().replaceAll("-", " ").trim();
  const head = noun.split(/ (?:of|with|in|on|full|from|for) |, /u)[0] ?? noun;
  const traits = BY_WORD.get(noun) ?? headIn(head) ?? UNKNOWN;
  return (traits.has("animal") || traits.has("large")) && MADE.some((word) => noun.includes(word))
    ? UNKNOWN
    : traits;
}

/** An animal or a vehicle of this is none. */
const MADE = [
  ...["toy ", "stuffed ", "china ", "paper ", "carved ", "plush "],
  ...["おもちゃ", "ぬいぐるみ", "木彫り", "置物", "人形", "絵の"],
];

/** The longest known word that it ends with. */
function headIn(noun: string): ReadonlySet<NounTrait> | undefined {
  for (const one of noun.endsWith("s") ? [noun, noun.slice(0, -1)] : [noun]) {
    for (let at = Math.max(0, one.length - LONGEST); at < one.length; at += 1) {
      // A word of Latin letters begins where the one before it ends.
      const before = one[at - 1] ?? " ";
      if (/[a-z]/u.test(before) && /[a-z]/u.test(one[at] ?? "")) continue;
      const traits = BY_WORD.get(one.slice(at));
      if (traits) return traits;
    }
  }
  return undefined;
}

export const isA = (what: string, trait: NounTrait): boolean => nounOf(what).has(trait);
