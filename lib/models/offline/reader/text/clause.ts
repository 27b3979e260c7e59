// The clause: who does what, where, when and how, and whether the text tells it as real. One form for both languages; what it says of the
// text it says with offsets into the unit.

/** Whether the text tells the clause as real and now, and if not, as what. Polarity is separate: a negated deed is `told`, `negative`. */
export type Mood =
  | "told"
  | "thought"
  | "wished"
  | "supposed"
  | "likened"
  | "remembered"
  | "habit"
  | "future"
  | "comment";

/** Half-open, in UTF-16 units of the text that was read. */
export interface Span {
  from: number;
  to: number;
}

/** A noun phrase, with the preposition or particle that ties it to its verb. */
export interface Phrase extends Span {
  text: string;
  /** The noun that the rest modifies, in its dictionary form. */
  head: string;
  /** `into`, `に`; undefined for the bare subject or object of English. */
  marker?: string;
}

export interface Predicate extends Span {
  /** The verb, adjective or noun in its dictionary form; of a copula with a noun or adjective, that word. */
  lemma: string;
  /** `up` of "stood up"; the second verb of a Japanese compound is part of the lemma. */
  particle?: string;
  tense: "past" | "present" | "none";
  polarity: "positive" | "negative";
  mood: Mood;
  voice: "active" | "passive" | "causative";
  /** `state`: it holds rather than happens (be, have, verbs of perception and feeling, a thing that is wearing or lying somewhere). */
  aspect: "event" | "state";
}

export interface Clause extends Span {
  /** `main` also where it is coordinated with the main clause. */
  rank: "main" | "subordinate" | "relative" | "participle" | "infinitive";
  /** The word that ties it to the clause around it: `if`, `when`, `ので`. */
  connector?: string;
  /** Undefined where the language leaves it out; `shared` where an earlier clause of the sentence has it. */
  subject?: Phrase & { shared?: true; topic?: true };
  predicate: Predicate;
  objects: Phrase[];
  places: Phrase[];
  times: Phrase[];
  manner: Phrase[];
  /** `says`: its predicate is one of speaking. `reported`: somebody's words, told without quotation marks. */
  speech?: "says" | "reported";
}

/** A sentence of a unit. Sentences follow each other without a gap and cover the unit's text. */
export interface Sentence extends Span {
  /** In the order of their predicates. */
  clauses: Clause[];
}

/** The clause that says what the sentence is: its last main clause. */
export function mainClause({ clauses }: Pick<Sentence, "clauses">): Clause | undefined {
  return clauses.findLast(({ rank }) => rank === "main") ?? clauses.at(-1);
}
