// Traits of the free text `doing` that matter for framing and blocking.
import { DEED_WORDS } from "./deed-words.ts";
import { phraseTable, type Traits } from "./phrase-table.ts";

export type DeedTrait =
  /** Can be shown from behind without loss. */
  | "idle"
  /** Moves from one place to another, facing the direction of movement. */
  | "goes"
  /** Moves the whole body, so a full shot shows it best. */
  | "moves"
  /** Uses arms or hands, so a close shot of the face does not show it. */
  | "gesture"
  /** Happens in or to the face, so a far shot does not show it. */
  | "face"
  /** Handles a thing in a way that a close shot can show. */
  | "hands"
  /** Is about a thing that deserves its own picture. */
  | "handles"
  /** Gives a thing to another person. */
  | "offers"
  | "throws"
  /** Takes another person into the arms. */
  | "embraces"
  /** Hurts or threatens another person. */
  | "strikes"
  /** Brings two people within arm's reach. */
  | "touches"
  /** Ends with the thing still in the hand. */
  | "keeps"
  /** Leaves one hand free for a second thing. */
  | "one-handed"
  /** Needs the whole width of a picture. */
  | "lies"
  /** Hides the seat or bed under the person. */
  | "seated"
  /** Is only looking, so a far shot does not show it. */
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

/** An unknown verb leaves one hand free to hold something. */
const UNKNOWN: Traits<DeedTrait> = new Set(["one-handed"]);

/** The traits of the main verb, which comes first in English and last in Japanese. */
export function deedOf(doing: string): Traits<DeedTrait> {
  const found = find(doing);
  const main = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(doing)
    ? found.at(-1)
    : found[0];
  return main ?? UNKNOWN;
}

export const does = (doing: string, trait: DeedTrait): boolean => deedOf(doing).has(trait);
