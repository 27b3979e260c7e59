// A noun phrase in its sentence, with the data for resolving its reference: determiner, owner, name, number, role in its clause.
import type { Clause, Phrase, Sentence, Word } from "../text/clause.ts";
import type { Found } from "./referent.ts";
import { isAnimateNoun, type NounFacts, type PronounFacts } from "./word-lists.ts";

/** A proper name: `Mrs. Sappleton` has the title `mrs.` and the part `Sappleton`; 松石君 has the title 君 and the part 松石. */
export interface NameFacts {
  title?: string;
  parts: string[];
  /** The dictionary lists it as a place, or not at all. It counts as a name only if its referent performs a volitional action. */
  doubtful?: true | undefined;
}

export interface NounUse {
  from: number;
  to: number;
  /** Japanese only: start of the noun itself, after its modifiers. */
  noun?: number;
  /** As written, without determiner and owner. */
  text: string;
  /** Dictionary form, in lower case in English. */
  head: string;
  /** `owned`: by a possessive or a genitive. `other`: `another man`, もう一人の男. */
  determiner: "definite" | "indefinite" | "that" | "owned" | "other" | "bare" | "none";
  owner?: NounUse;
  /** The phrase of which this one is the owner. */
  owns?: NounUse;
  pronoun?: PronounFacts;
  name?: NameFacts;
  /** Neither dictionary nor tables have the word. */
  isUnknownWord?: boolean;
  facts: NounFacts | undefined;
  many: boolean;
  /** The number of referents, if the text states it: two, three … */
  count?: number;
  /** Adjectives and other words before the noun, in lower case. */
  modifiers: string[];
  /** `complement`: a noun after a copula. `apart`: in no clause. */
  role: "subject" | "object" | "oblique" | "complement" | "possessor" | "apart";
  clause?: Clause;
  marker?: string;
  addressed: boolean;
  /** The sentence has no subject and describes the topic of the previous sentence (名を伊織という). */
  ofSubject?: boolean;
  /** The phrase to which this one is an apposition (`her brother, Ernest`). */
  apposed?: NounUse;
  /** Earlier phrases that are coordinated with this one (`Tom and Mary`). */
  joined: NounUse[];
  /** The referents. Undefined: not a character, or first or second person in direct speech, which depends on the speaker. */
  found?: Found | undefined;
}

/** What the grammar of a language reads from a phrase. */
export type PhraseFacts = Pick<NounUse, "text" | "head" | "determiner" | "facts" | "many" | "modifiers"> &
  Partial<NounUse>;

export interface NounGrammar {
  /** Undefined if the phrase is not a noun or only compares. `before`: the uses before it in the sentence. */
  read(phrase: Phrase, sentence: Sentence, before: readonly NounUse[]): PhraseFacts | undefined;
  /** Links the phrase to earlier ones by apposition and coordination. The last of them ends at or before its start. */
  link(use: NounUse, sentence: Sentence, before: readonly NounUse[]): void;
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
    grammar.link(use, sentence, uses);
    uses.push(use);
  }
  return uses;
}

/** Whether the phrase is a common noun for an animate being. */
export const isAnimateCommonNoun = ({ facts, name, pronoun }: NounUse): boolean =>
  !pronoun && !name && isAnimateNoun(facts);

/** Words of a sentence from `from` to `to`. A sentence has a bounded number of words. */
export const wordsIn = (words: readonly Word[], from: number, to: number): Word[] =>
  words.filter((word) => word.from >= from && word.to <= to);

/** Maximum length of a phrase, in UTF-16 units; only its end is read. Nested phrases may each be as long as the text. */
const LONGEST_PHRASE = 160;

function withoutLongModifiers(phrase: Phrase): Phrase {
  const from = Math.max(phrase.from, phrase.to - LONGEST_PHRASE);
  return from === phrase.from ? phrase : { ...phrase, from, text: phrase.text.slice(from - phrase.from) };
}

/** Role of each phrase by its end offset. The first clause wins, but a subject takes precedence over other roles. */
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
