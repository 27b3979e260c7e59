// Words and clauses: who does what, where, when and how, and whether the text tells it as real. One form for both languages; positions are
// offsets into the unit's text.

/** Half-open, in UTF-16 units of the text that was read. */
export interface Span {
  from: number;
  to: number;
}

/** A word as the tagger of its language gives it. */
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

/** Words of a text of a bounded length, with their offsets in it. */
export type TagWords = (text: string) => Word[];

/** Words that follow each other, as a text without spaces has them. */
export const writtenOf = (words: readonly Word[]): string => words.map(({ text }) => text).join("");

/** Whether the text tells the clause as real and now, and if not, as what. Polarity is separate: a negated deed is `told`, `negative`. */
export const MOODS = [
  ...(["told", "thought", "wished", "supposed", "likened"] as const),
  ...(["remembered", "habit", "future", "comment"] as const),
] as const;
export type Mood = (typeof MOODS)[number];

/** A noun phrase, with the preposition or particle that ties it to its verb. */
export interface Phrase extends Span {
  text: string;
  /** The noun that the rest modifies, in its dictionary form. */
  head: string;
  /** `into`, `に`; undefined for an English subject or object. */
  marker?: string;
}

/** A phrase of the text. */
export const phraseOf = (text: string, { from, to }: Span, head: string, marker = ""): Phrase => ({
  ...{ from, to, text: text.slice(from, to), head },
  ...(marker === "" ? {} : { marker }),
});

export interface Predicate extends Span {
  /** The verb, adjective or noun in its dictionary form; of a copula with a noun or adjective, that word. */
  lemma: string;
  /** `up` of "stood up"; the second verb of a Japanese compound is part of the lemma. */
  particle?: string;
  tense: "past" | "present" | "none";
  polarity: "positive" | "negative";
  mood: Mood;
  /** Probability that the mood is right, 0 to 1; undefined where it is not doubtful. */
  sure?: number;
  voice: "active" | "passive" | "causative";
  /** `state`: a lasting condition (be, have, verbs of perception and feeling, being worn or lying somewhere). */
  aspect: "event" | "state";
}

export interface Clause extends Span {
  /** `main` also where it is coordinated with the main clause. */
  rank: "main" | "subordinate" | "relative" | "participle" | "infinitive";
  /** The word that connects it to the outer clause: `if`, `when`, `ので`. */
  connector?: string;
  /** Undefined where the language omits it; `shared` where it is taken from an earlier clause of the sentence. */
  subject?: Phrase & { shared?: true; topic?: true };
  predicate: Predicate;
  objects: Phrase[];
  places: Phrase[];
  times: Phrase[];
  manner: Phrase[];
  /** An imperative. Its subject is undefined and its mood `wished`. */
  command?: true;
  /** `says`: its predicate is one of speaking. `reported`: somebody's words, told without quotation marks. */
  speech?: "says" | "reported";
}

/** A sentence of a unit. Sentences follow each other without a gap and cover the unit's text. */
export interface Sentence extends Span {
  /** In the order of their predicates. */
  clauses: Clause[];
  /** The tagged words, also of what is in no clause. */
  words: readonly Word[];
  /**
   * Every noun phrase in the order of its noun, also those in no clause and those within others: of "the boy's hat" both "the boy" and
   * "the boy's hat", of 王の娘が both 王 (marker の) and 王の娘 (marker が). A possessive pronoun (`his`) is a phrase of its own.
   */
  nouns: readonly Phrase[];
  /** Who is addressed by name or noun: "Come, Mina!", "my dear child", 「太郎、おいで」. They are in `nouns`, too, and in no clause. */
  vocatives: readonly Phrase[];
}

/** Reads the words of one sentence. `text`: what their offsets point into. `spoken`: somebody says it aloud. */
export type ReadSentence = (
  words: readonly Word[],
  text: string,
  spoken: boolean,
) => Pick<Sentence, "nouns" | "vocatives" | "clauses">;

/** The main clause of a sentence: the last one that is told as an event, because events are the point; else the last one. */
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

/** `sure`: probability that the mood is right. */
export const withMood = (clause: Clause, mood: Mood, sure?: number): Clause => ({
  ...clause,
  predicate: { ...clause.predicate, mood, ...(sure === undefined ? {} : { sure }) },
});
