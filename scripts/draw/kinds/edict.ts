// Reads the nouns of EDICT (https://www.edrdg.org/jmdict/edict_doc.html): their spellings and the first English sense.
import { readFileSync } from "node:fs";

export interface JapaneseNoun {
  word: string;
  /** Glosses of the first sense, without articles and bracketed text. */
  glosses: readonly string[];
  isCommon: boolean;
  /** Whether it is a species of animal or plant. */
  isSpecies: boolean;
}

/** `file`: `edict.utf8` of Debian's package. */
export function readEdict(file: string): JapaneseNoun[] {
  return readFileSync(file, "utf8").split("\n").flatMap(nounsOf);
}

/** Nouns by their first sense, including those whose later senses are rare, obsolete or other parts of speech. */
export function readFirstSenses(file: string): JapaneseNoun[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, word = "", reading = "", rest = ""] = ENTRY.exec(line) ?? [];
      const [sense = ""] = rest.split(/\/\([^/]*\(2\) /u);
      const [, parts = ""] = /^(?:\((?:gikun|ateji|iK|oK)\) )?\(([^)]+)\) /u.exec(sense) ?? [];
      if (
        !/^n(?:,|$)/u.test(parts) ||
        OBSOLETE.test(sense) ||
        /\((?:rare|sk|rK|archit|astron|go|shogi)\)/u.test(sense)
      )
        return [];
      const glosses = sense
        .split("/")
        .map(plain)
        .filter((gloss) => gloss !== "");
      const isCommon = rest.includes("/(P)");
      const written = reading !== "" && (sense.includes("(uk)") || isCommon) ? [word, reading] : [word];
      return written
        .filter((one, at) => at === 0 || isWord(one))
        .map((one) => ({ word: one, glosses, isCommon, isSpecies: false }));
    });
}

const ENTRY = /^(\S+) (?:\[(\S+)\] )?\/(.*)$/u;

/** `船頭 [せんどう] /(n) boatman/ferryman/` */
const LINE = /^(\S+) (?:\[(\S+)\] )?\/\(([^)]+)\) (.*)\/$/u;
/** Nouns, and those used as attributes with の. Nouns used with する are actions, not things. */
const NOUN = /^(?:n|n,adj-no|n,ctr|n,n-suf|n,n-pref)$/u;
const OBSOLETE = /\((?:obs|arch|vulg|X|derog|obsc|sl|col|fig|exp|id|proverb|on-mim|form|hist)\)/u;

function nounsOf(line: string): JapaneseNoun[] {
  const [, word = "", reading = "", parts = "", rest = ""] = LINE.exec(line) ?? [];
  if (!NOUN.test(parts)) return [];
  const first = /\/\(2\)/u.test(rest) ? rest.slice(0, rest.search(/\/\(2\)/u)) : rest;
  if (OBSOLETE.test(first)) return [];
  const glosses = first
    .split("/")
    .map(plain)
    .filter((gloss) => gloss !== "");
  const isCommon = rest.includes("/(P)");
  // A Latin name in the gloss marks a species.
  const isSpecies = /\([A-Z][a-z]+(?: [a-z.]+){0,2}\)/u.test(first);
  const written = first.includes("(uk)") && reading !== "" ? [word, reading] : [word];
  return written
    .filter((one) => isWord(one) && (isCommon || !isRare(one)))
    .map((one) => ({ word: one, glosses, isCommon, isSpecies }));
}

/** Abstract nouns, and long names in kana, which are mostly species and products. */
const isRare = (word: string): boolean =>
  /[体式級詞法学力性化論的率量度感用製風流]$/u.test(word) ||
  /^(?:[ァ-ヴー]{8,}|[^ァ-ヴー]*[ぁ-ん]{4,})$/u.test(word);

const plain = (gloss: string): string =>
  gloss
    .replaceAll(/\([^)]*\)|\{[^}]*\}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .replace(/^(?:an?|the) /iu, "")
    .trim();

/** Short words in hiragana are parts of too many others. */
const isWord = (word: string): boolean =>
  /^[\p{Script=Han}々ァ-ヴー]+$/u.test(word)
    ? !/^[ァ-ヴー]$/u.test(word)
    : /^[\p{Script=Han}々ぁ-んァ-ヴー]{3,}$/u.test(word);
