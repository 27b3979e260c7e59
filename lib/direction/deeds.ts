// What kind of deed an open `doing` is, as far as it decides framing and blocking.
import { DEED_WORDS } from "./deed-words.ts";
import { phraseTable, type Traits } from "./phrase-table.ts";

export type DeedTrait =
  /** Does nothing that is lost when only the back is seen. */
  | "idle"
  /** Goes from one place to another, and faces the way. */
  | "goes"
  /** The whole body moves, and wants to be seen whole. */
  | "moves"
  /** Speaks with arms or hands: lost near a face. */
  | "gesture"
  /** Is done in the face, or to it: lost from afar. */
  | "face"
  /** Does something with a thing in the hand that a look from near can show. */
  | "hands"
  /** Is about the thing: it is worth its own picture beside people. */
  | "handles"
  /** Gives something to somebody. */
  | "offers"
  | "throws"
  /** Takes somebody into the arms. */
  | "embraces"
  /** Hurts or threatens somebody. */
  | "strikes"
  /** Two people come as near as arms reach. */
  | "touches"
  /** Whoever does it has the thing afterwards, too. */
  | "keeps"
  /** Leaves a hand for a second thing. */
  | "one-handed"
  /** Takes a picture's whole width. */
  | "lies"
  /** Hides what it is done on: a seat, a bed. */
  | "seated"
  /** Only looks: lost in a far frame. */
  | "looks"
  /** Looks over the shoulder. */
  | "turns"
  /** Is seen well from below. */
  | "up"
  /** Is seen well from above. */
  | "down"
  /** Hands are free for a handle. */
  | "free";

const find = phraseTable<DeedTrait>(DEED_WORDS);

/** Nobody knows what a hand does meanwhile: it may hold something. */
const UNKNOWN: Traits<DeedTrait> = new Set(["one-handed"]);

/** English begins with its main verb, Japanese ends with it. */
export function deedOf(doing: string): Traits<DeedTrait> {
  const found = find(doing);
  const main = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(doing)
    ? found.at(-1)
    : found[0];
  return main ?? UNKNOWN;
}

export const does = (doing: string, trait: DeedTrait): boolean => deedOf(doing).has(trait);
