// Parts of a machine that a text names like things: once a robot has looked on with its single lamp, "the lamp" is its face and
// not one that stands in the room.
import type { Person } from "../closed/concept.ts";
import type { Reading } from "./scenes.ts";

/** For each word of a part the one whose it is. */
export type Parts = ReadonlyMap<string, Person>;

const OWN =
  /\bits (?:[a-z]+ ){0,2}?(lamps?|lights?|screens?|lens|eyes?|visor)\b|の(?:[^。、]{0,6}の)?(ランプ|灯り|明かり|ライト|画面|レンズ)/giu;

export function partsOf({ story, roll }: Pick<Reading, "story" | "roll">): Parts {
  const parts = new Map<string, Person>();
  let last: Person | undefined;
  for (const { kind, text } of story.units) {
    const people = roll.mentions(text).map(({ person }) => person);
    if (kind === "narration") {
      const owner = people.findLast(isMachine) ?? (people.length === 0 ? last : undefined);
      for (const [, en, ja] of text.matchAll(OWN)) {
        const word = (en ?? ja ?? "").toLowerCase();
        if (owner && isMachine(owner) && !parts.has(word)) parts.set(word, owner);
      }
    }
    last = people.at(-1) ?? last;
  }
  return parts;
}

const isMachine = ({ kind }: Person): boolean => kind === "robot";

/** Whose part a sentence that names nobody is about, with the words that say so. */
export function partIn(text: string, parts: Parts): { owner: Person; words: string } | undefined {
  for (const [word, owner] of parts) {
    const named = /\p{Script=Latin}/u.test(word)
      ? new RegExp(`\\b(?:the|its) (?:[a-z]+ )?${word}\\b`, "iu")
      : new RegExp(`${word}(?=[がはも])`, "u");
    const words = named.exec(text)?.[0];
    if (words !== undefined) return { owner, words };
  }
  return undefined;
}

/** A sentence without the parts of those whom it shows: `its single lamp` is no lamp beside the robot. */
export const withoutParts = (text: string, parts: Parts, shown: readonly Person[]): string =>
  text.replaceAll(OWN, (phrase: string, en?: string, ja?: string) => {
    const owner = parts.get((en ?? ja ?? "").toLowerCase());
    return owner && shown.includes(owner) ? "" : phrase;
  });
