// What was asked for and is not drawn as it was told: one sentence a word.
import { listed } from "../closed/listed.ts";
import type { Match } from "./phrase.ts";

/** Characters of a word that a notice shows. */
const SHOWN = 60;

export interface Notices {
  /** Takes note of what a word is drawn as; says nothing where that is what the word means. `as` says it in words. */
  drawn(word: string, as: Match<string> | undefined, inWords?: string): void;
  /** Nothing is drawn for it. */
  nothing(word: string): void;
  /** What each word is drawn as; undefined: nothing. */
  readonly noted: ReadonlyMap<string, string | undefined>;
  /** The same in sentences. */
  readonly all: string[];
}

const shown = (word: string): string => {
  const line = word.replaceAll(/\s+/gu, " ").trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/u, "")}…`;
};

/** `spear` → `a spear`, `boots` as it is. */
export const withArticle = (name: string): string => {
  const words = name.replaceAll("-", " ");
  if (name === "sky" || name === "sea") return `the ${name}`;
  if (/[^su]s$/u.test(words) || UNCOUNTED.has(name)) return words;
  return `${/^(?!uni|one)[aeiou]/u.test(words) ? "an" : "a"} ${words}`;
};

const UNCOUNTED: ReadonlySet<string> = new Set([
  ...listed("armour bread meat fish rice money medicine knitting firewood coal"),
  ...listed("chalk glue tape incense clay straw coral bamboo ice milk tofu"),
  ...listed("space popcorn corn thread soap toothpaste perfume dice butter cheese"),
]);

export function noticesOf(): Notices {
  const noted = new Map<string, string | undefined>();
  const note = (word: string, as: string | undefined) => {
    const key = shown(word);
    if (key !== "" && !noted.has(key)) noted.set(key, as);
  };
  return {
    noted,
    nothing: (word) => note(word, undefined),
    drawn(word, as, inWords) {
      if (as === undefined) note(word, undefined);
      else if (as.by === "kin") note(word, inWords ?? withArticle(as.value));
    },
    get all() {
      return [...noted].map(([word, as]) =>
        as === undefined ? `Nothing is drawn for "${word}".` : `"${word}" is drawn as ${as}.`,
      );
    },
  };
}

/** Takes the same notes, without the words that `said` has. */
export function besides(notices: Notices, said: Pick<Notices, "noted">): Notices {
  const isNew = (word: string) => !said.noted.has(shown(word));
  return {
    ...{ noted: notices.noted, all: notices.all },
    nothing(word) {
      if (isNew(word)) notices.nothing(word);
    },
    drawn(word, as, inWords) {
      if (isNew(word)) notices.drawn(word, as, inWords);
    },
  };
}
