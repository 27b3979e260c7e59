// Traits of a free-text `doing`, as far as they decide framing and blocking.
import { DEED_WORDS } from "./deed-words.ts";
import { phraseTable, type Traits } from "./phrase-table.ts";

export type DeedTrait =
  /** Loses nothing when seen from behind. */
  | "idle"
  /** Moves from one place to another, facing the direction of movement. */
  | "goes"
  /** Moves the whole body, so a full shot shows it best. */
  | "moves"
  /** Is expressed with arms or hands: invisible in a close shot of the face. */
  | "gesture"
  /** Happens in or to the face: invisible from far away. */
  | "face"
  /** Handles a thing in a way that a close shot can show. */
  | "hands"
  /** Is about a thing that deserves its own picture. */
  | "handles"
  /** Gives something to somebody. */
  | "offers"
  | "throws"
  /** Takes somebody into the arms. */
  | "embraces"
  /** Hurts or threatens somebody. */
  | "strikes"
  /** Brings two people within arm's reach. */
  | "touches"
  /** Ends with the thing still in the hand. */
  | "keeps"
  /** Leaves one hand free for a second thing. */
  | "one-handed"
  /** Needs a picture's whole width. */
  | "lies"
  /** Hides the seat or bed under it. */
  | "seated"
  /** Is only looking: invisible in a far shot. */
  | "looks"
  /** Looks over the shoulder. */
  | "turns"
  /** Looks good from a low angle. */
  | "up"
  /** Looks good from a high angle. */
  | "down"
  /** Leaves the hands free to push something. */
  | "free";

const find = phraseTable<DeedTrait>(DEED_WORDS);

/** An unknown verb may leave one hand free to hold something. */
const UNKNOWN: Traits<DeedTrait> = new Set(["one-handed"]);

/** The main verb comes first in English and last in Japanese. */
export function deedOf(doing: string): Traits<DeedTrait> {
  const found = find(doing);
  const main = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(doing)
    ? found.at(-1)
    : found[0];
  return main ?? UNKNOWN;
}

export const does = (doing: string, trait: DeedTrait): boolean => deedOf(doing).has(trait);
