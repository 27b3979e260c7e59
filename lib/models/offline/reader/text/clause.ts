// Grammatical model of both languages: words, phrases, predicates, clauses and sentences. Positions are offsets into the unit's text.

/** Half-open range, in UTF-16 units of the parsed text. */
export interface Span {
  from: number;
  to: number;
}

/** A word as the tagger of its language returns it. */
export interface Word extends Span {
  text: string;
  /** Dictionary form, in lower case in English (names keep their capitals). */
  lemma: string;
  /** English: a tag of Universal Dependencies. Japanese: IPADIC's part of speech. */
  tag: string;
  /** Japanese: IPADIC's subdivisions of the part of speech, without `*`. */
  detail?: readonly string[];
  /** Japanese: IPADIC's conjugated form (`未然形`, `連用形` …). */
  form?: string;
}

/** Tags the words of a text of bounded length. Their offsets point into that text. */
export type TagWords = (text: string) => Word[];

/** The text of consecutive words, joined without spaces. */
export const joinedText = (words: readonly Word[]): string => words.map(({ text }) => text).join("");

/** Whether a clause is narrated as real and current (`told`), or else as what. Polarity is separate: a negated event can be `told`. */
export const MOODS = [
  ...(["told", "thought", "wished", "supposed", "likened"] as const),
  ...(["remembered", "habit", "future", "comment"] as const),
] as const;
export type Mood = (typeof MOODS)[number];

/** A noun phrase, with the preposition or particle that links it to its verb. */
export interface Phrase extends Span {
  text: string;
  /** Dictionary form of the head noun. */
  head: string;
  /** Preposition or particle: `into`, `に`. Undefined for an English subject or object. */
  marker?: string;
}

/** The phrase at a span of the text. An empty marker counts as none. */
export const phraseOf = (text: string, { from, to }: Span, head: string, marker = ""): Phrase => ({
  ...{ from, to, text: text.slice(from, to), head },
  ...(marker === "" ? {} : { marker }),
});

export interface Predicate extends Span {
  /** Dictionary form of the verb, adjective or noun. With a copula: of the adjective or noun that it links. */
  lemma: string;
  /** Particle of an English phrasal verb: `up` in "stood up". The second verb of a Japanese compound is part of the lemma. */
  particle?: string;
  tense: "past" | "present" | "none";
  polarity: "positive" | "negative";
  mood: Mood;
  /** Probability that `mood` is correct, 0 to 1. Undefined: not in doubt. */
  sure?: number;
  voice: "active" | "passive" | "causative";
  /** `state`: a lasting condition (be, have, perception, feeling, wearing, lying somewhere). */
  aspect: "event" | "state";
}

export interface Clause extends Span {
  /** A clause that is coordinated with the main clause is `main`, too. */
  rank: "main" | "subordinate" | "relative" | "participle" | "infinitive";
  /** The conjunction or particle that links it to the outer clause: `if`, `when`, `ので`. */
  connector?: string;
  /** Undefined if the language omits it. `shared`: taken from another clause or from the modified noun. `topic`: marked by は. */
  subject?: Phrase & { shared?: true; topic?: true };
  predicate: Predicate;
  objects: Phrase[];
  places: Phrase[];
  times: Phrase[];
  manner: Phrase[];
  /** An imperative. Its subject is undefined and its mood `wished`. */
  command?: true;
  /** `says`: the predicate is a verb of speaking. `reported`: indirect speech, or words of a letter, sign or verse. */
  speech?: "says" | "reported";
}

/** A sentence of a unit. Sentences follow each other without a gap and cover the unit's text. */
export interface Sentence extends Span {
  /** Sorted by the position of their predicates. */
  clauses: Clause[];
  /** All tagged words, including those outside any clause. */
  words: readonly Word[];
  /**
   * Every noun phrase, sorted by its noun, including phrases outside any clause and nested ones: for "the boy's hat" both "the boy" and
   * "the boy's hat"; for 王の娘が both 王 (marker の) and 王の娘 (marker が). A possessive pronoun (`his`) is a separate phrase.
   */
  nouns: readonly Phrase[];
  /** Phrases that address somebody: "Come, Mina!", "my dear child", 「太郎、おいで」. They are also in `nouns`. English clauses exclude them. */
  vocatives: readonly Phrase[];
}

/** Parses the words of one sentence. `text`: the text that their offsets point into. `spoken`: the sentence is direct speech. */
export type ReadSentence = (
  words: readonly Word[],
  text: string,
  spoken: boolean,
) => Pick<Sentence, "nouns" | "vocatives" | "clauses">;

/** The main clause of a sentence: the last one without a connector that narrates an event, otherwise the last main or other clause. */
export function mainClause({ clauses }: Pick<Sentence, "clauses">): Clause | undefined {
  const main = clauses.filter(({ rank }) => rank === "main");
  return (
    main.findLast((clause) => clause.connector === undefined && isHappening(clause)) ??
    main.at(-1) ??
    clauses.at(-1)
  );
}

const isHappening = ({ predicate: { mood, polarity, aspect } }: Clause): boolean =>
  mood === "told" && polarity === "positive" && aspect === "event";

/** `sure`: probability that the mood is correct. */
export const withMood = (clause: Clause, mood: Mood, sure?: number): Clause => ({
  ...clause,
  predicate: { ...clause.predicate, mood, ...(sure === undefined ? {} : { sure }) },
});
