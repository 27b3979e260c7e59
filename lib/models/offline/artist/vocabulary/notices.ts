// What was asked for and is not drawn as it was told: one sentence a word.
import type { Match } from "./phrase.ts";

/** Characters of a word that a notice shows. */
const SHOWN = 60;

export interface Notices {
  /** Takes note of what a word is drawn as; says nothing where that is what the word means. `as` says it in words. */
  drawn(word: string, as: Match<string> | undefined, inWords?: string): void;
  /** Nothing is drawn for it. */
  nothing(word: string): void;
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
  if (/[^s]s$/u.test(words) || UNCOUNTED.has(name)) return words;
  return `${/^[aeiou]/u.test(words) ? "an" : "a"} ${words}`;
};

const UNCOUNTED: ReadonlySet<string> = new Set([
  ...([
    "armour",
    "bread",
    "meat",
    "fish",
    "rice",
    "money",
    "medicine",
    "knitting",
    "firewood",
    "coal",
  ] as const),
  ...([
    "chalk",
    "glue",
    "tape",
    "incense",
    "clay",
    "straw",
    "coral",
    "bamboo",
    "ice",
    "milk",
    "tofu",
  ] as const),
  ...([
    "space",
    "popcorn",
    "corn",
    "thread",
    "soap",
    "toothpaste",
    "perfume",
    "dice",
    "butter",
    "cheese",
  ] as const),
]);

export function noticesOf(): Notices {
  const byWord = new Map<string, string>();
  const note = (word: string, sentence: string) => {
    const key = shown(word);
    if (key !== "" && !byWord.has(key)) byWord.set(key, sentence);
  };
  const nothing = (word: string) => note(word, `Nothing is drawn for "${shown(word)}".`);
  return {
    nothing,
    drawn(word, as, inWords) {
      if (as === undefined) nothing(word);
      else if (as.by === "kin")
        note(word, `"${shown(word)}" is drawn as ${inWords ?? withArticle(as.value)}.`);
    },
    get all() {
      return [...byWord.values()];
    },
  };
}
