// Meanings of words in actions, in either language: classes of verbs and nouns (`assets/words/*-deeds.tsv`), the category of a verb, and
// whether a noun denotes something visible (`assets/kinds`).

import type { Language } from "../../../../manga/language.ts";
import { nounTableFile } from "../../../noun-table-file.ts";
import { singularsOf } from "../../noun-kinds.ts";
import { sortedTable } from "../../sorted-table.ts";
import type { Predicate } from "../text/clause.ts";
import { partsOfWord, secondVerbOf } from "../text/word-forms.ts";
import { type WordTable, wordTable } from "../text/word-table.ts";

type Verb = Pick<Predicate, "lemma" | "particle">;

export interface DeedWords extends WordTable {
  language: Language;
  /** Whether a verb is in a class: with its particle, without it, or, for a Japanese verb, as its English translation. */
  does(kind: string, verb: Verb): boolean;
  verbValue(kind: string, verb: Verb): string | undefined;
  /** WordNet's category of the verb: `motion`, `contact`, `cognition`. Undefined for an unknown verb. */
  kindOfVerb(verb: Verb): string | undefined;
  /**
   * What a noun denotes: `thing`, `food`, `plant`, `nature`, `substance`, `animal`, `garment`, `body`, `sky`; and the table's form of it,
   * the singular. Undefined if it denotes nothing that is visible by itself.
   */
  seen(noun: string): { kind: string; noun: string } | undefined;
}

export function deedWords(language: Language): DeedWords {
  const own = wordTable(language, "deeds");
  const english = wordTable("en", "deeds");
  const kinds = sortedTable(nounTableFile("en", "verbs"));
  const meanings = sortedTable(nounTableFile("ja", "verbs"));
  const seen = sortedTable(nounTableFile(language, "seen"));
  const seenAs = (noun: string) => {
    const kind = own.value("seen", noun) ?? seen.get(noun);
    return kind === undefined ? undefined : { kind, noun };
  };
  const isEnglish = language === "en";
  const forms = ({ lemma, particle }: Verb) =>
    particle === undefined ? [lemma] : [`${lemma} ${particle}`, lemma];
  /** English translations of a Japanese verb. */
  const inEnglish = (verb: Verb) => {
    const meaning = isEnglish ? undefined : meanings.get(verb.lemma);
    return meaning === undefined ? forms(verb) : [meaning, meaning.split(" ")[0] ?? ""];
  };
  const isOwn = (verb: Verb) => forms(verb).some((form) => CLASSES.some((kind) => own.is(kind, form)));
  return {
    ...own,
    language,
    does: (kind, verb) =>
      forms(verb).some((form) => own.is(kind, form)) ||
      (INHERITED.has(kind) && !isOwn(verb) && inEnglish(verb).some((one) => english.is(kind, one))),
    verbValue: (kind, verb) => first(forms(verb), (form) => own.value(kind, form)),
    kindOfVerb: (verb) =>
      first([...inEnglish(verb), ...inEnglish({ lemma: secondVerbOf(verb.lemma) })], kinds.get),
    seen: (noun) =>
      first(isEnglish ? nounForms(noun) : compoundEnds(noun), seenAs) ??
      (noun.length === 2 && own.is("prefix", noun[0] ?? "") ? seenAs(noun.slice(1)) : undefined),
  };
}

/** Classes that a Japanese verb can take from its English translation. Others depend on the exact movement, which it does not give. */
const INHERITED = new Set(["take", "release", "give", "handle", "look", "unshown", "talk"]);
const CLASSES = [...INHERITED, "posture", "feel-verb"];

const first = <T>(words: readonly string[], of: (word: string) => T | undefined): T | undefined =>
  words.map((word) => of(word)).find((found) => found !== undefined);

function nounForms(noun: string): string[] {
  const word = noun.toLowerCase();
  const head = partsOfWord(word).at(-1) ?? word;
  return [word, head].flatMap((one) => [one, ...singularsOf(one)]);
}

/** The whole word, then its endings of four to two characters: 馭者部屋 is a 部屋. */
const compoundEnds = (noun: string): string[] => [noun, ...[4, 3, 2].map((length) => noun.slice(-length))];
