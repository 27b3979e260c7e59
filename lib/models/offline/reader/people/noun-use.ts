// A noun phrase in its sentence, with the data for resolving its reference: determiner, owner, name, number, role in its clause.
import type { Clause, Phrase, Sentence, Word } from "../text/clause.ts";
import type { Found } from "./referent.ts";
import { type NounFacts, type PronounFacts, saysSomebody } from "./word-lists.ts";

/** A proper name: `Mrs. Sappleton` has the title `mrs.` and the part `Sappleton`; 松石君 the title 君 and the part 松石. */
export interface NameFacts {
  title?: string;
  parts: string[];
  /** The dictionary lists it as a place, or not at all: it is a name only if a deed with a will is told of it. */
  doubtful?: true | undefined;
}

export interface NounUse {
  from: number;
  to: number;
  /** Japanese only: start of the noun itself, after its modifiers. */
  noun?: number;
  /** As the text writes it, without determiner and owner. */
  text: string;
  /** Dictionary form, in lower case in English. */
  head: string;
  /** `owned`: by a possessive or a genitive; `other`: `another man`, もう一人の男. */
  determiner: "definite" | "indefinite" | "that" | "owned" | "other" | "bare" | "none";
  owner?: NounUse;
  /** The phrase whose owner it is. */
  owns?: NounUse;
  pronoun?: PronounFacts;
  name?: NameFacts;
  /** No dictionary has the word. */
  isStrange?: boolean;
  facts: NounFacts | undefined;
  many: boolean;
  /** Two, three …, where the text says so. */
  count?: number;
  /** Adjectives and other words before the noun, in lower case. */
  modifiers: string[];
  /** `complement`: after a copula. `object`: in Japanese also に and から of a person. */
  role: "subject" | "object" | "oblique" | "complement" | "possessor" | "apart";
  clause?: Clause;
  marker?: string;
  addressed: boolean;
  /** The sentence has no subject and describes the topic of the sentence before it (名を伊織という). */
  ofSubject?: boolean;
  /** It repeats `apposed` in other words (`her brother, Ernest`). */
  apposed?: NounUse;
  /** Other phrases with which it forms one subject or object (`Tom and Mary`). */
  joined: NounUse[];
  /** The referents; undefined for nobody of the story, and where only the speaker knows. */
  found?: Found | undefined;
}

/** The content of a phrase, with facts that depend on its language. */
export type Made = Pick<NounUse, "text" | "head" | "determiner" | "facts" | "many" | "modifiers"> &
  Partial<NounUse>;

/** The noun phrases of one language. */
export interface NounGrammar {
  /** Undefined where the phrase is no noun, or only compares. `before`: the uses before it in the sentence. */
  read(phrase: Phrase, sentence: Sentence, before: readonly NounUse[]): Made | undefined;
  /** Links the phrase to those before it, the last of which ends at or before its start. */
  tie(use: NounUse, sentence: Sentence, before: readonly NounUse[]): void;
}

export function nounsOf(sentence: Sentence, grammar: NounGrammar): NounUse[] {
  const roles = rolesOf(sentence);
  const addressed = new Set(sentence.vocatives.map(({ to }) => to));
  const uses: NounUse[] = [];
  for (const whole of sentence.nouns) {
    const phrase = withoutLongModifiers(whole);
    const { from, to, marker } = phrase;
    const made = grammar.read(phrase, sentence, uses);
    if (made === undefined) continue;
    const use: NounUse = {
      ...{ from, to, marker, joined: [], role: "apart", addressed: addressed.has(to) },
      ...roles.get(to),
      ...made,
    };
    if (use.owner) {
      use.owner.owns = use;
      if (use.owner.role === "apart") use.owner.role = "possessor";
    }
    grammar.tie(use, sentence, uses);
    uses.push(use);
  }
  return uses;
}

/** A noun for somebody: no pronoun, and no name. */
export const isPersonal = ({ facts, name, pronoun }: NounUse): boolean =>
  !pronoun && !name && saysSomebody(facts);

/** Words of a sentence, which has a bounded number of them, from `from` to `to`. */
export const wordsIn = (words: readonly Word[], from: number, to: number): Word[] =>
  words.filter((word) => word.from >= from && word.to <= to);

/** Longest end of a phrase that is read, in UTF-16 units: nested phrases may each be as long as the text. */
const LONGEST_PHRASE = 160;

function withoutLongModifiers(phrase: Phrase): Phrase {
  const from = Math.max(phrase.from, phrase.to - LONGEST_PHRASE);
  return from === phrase.from ? phrase : { ...phrase, from, text: phrase.text.slice(from - phrase.from) };
}

/** The role of each phrase by the offset where it ends. The first clause that has it as its own wins. */
function rolesOf({ clauses }: Sentence): Map<number, Pick<NounUse, "role" | "clause">> {
  const roles = new Map<number, Pick<NounUse, "role" | "clause">>();
  const put = ({ to }: Phrase, role: NounUse["role"], clause: Clause) => {
    const known = roles.get(to);
    if (known === undefined || (known.role !== "subject" && role === "subject"))
      roles.set(to, { role, clause });
  };
  for (const clause of clauses) {
    const { subject, objects, places, manner, predicate } = clause;
    if (subject && subject.shared === undefined) put(subject, "subject", clause);
    for (const object of objects) {
      const isComplement = predicate.aspect === "state" && object.head === predicate.lemma;
      put(object, isComplement ? "complement" : "object", clause);
    }
    for (const phrase of [...places, ...manner]) put(phrase, "oblique", clause);
  }
  return roles;
}
