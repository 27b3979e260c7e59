// Converts English draft clauses into `Clause`: sorts phrases by role, resolves shared subjects, and determines the mood.
import { type Clause, type Mood, type Phrase, phraseOf, type Span, type Word } from "./clause.ts";
import { lower, type MarkChunk, type NounChunk, startsWith, type VerbChunk } from "./english-chunks.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

interface Argument {
  chunk: NounChunk;
  marker?: string | undefined;
  /** Start of the phrase, including its marker. */
  from: number;
}

export interface DraftClause {
  rank: Clause["rank"];
  connector?: string | undefined;
  /** The noun that a relative clause modifies. */
  antecedent?: NounChunk | undefined;
  /** The clause that governs this complement, participle or infinitive. */
  governor?: DraftClause | undefined;
  subject?: NounChunk | undefined;
  shared?: boolean;
  verb?: VerbChunk;
  particle?: string;
  arguments: Argument[];
  /** Predicate adjectives after the verb. */
  complements: Word[];
  /** `word`: the key in the word table. A two-word adverb has both words. */
  adverbs: { word: string; head: Word }[];
  question?: boolean;
  /** A complement clause states what is said, thought or felt. */
  hasContent?: true;
  /** Set when the clause has been converted. */
  mood?: Mood;
}

export interface DoneClause extends DraftClause {
  verb: VerbChunk;
}

export const isDone = (draft: DraftClause): draft is DoneClause => draft.verb !== undefined;

/** Sets the particle of the verb if it has none. Returns whether it did. */
export function setParticle(draft: DraftClause, { word }: MarkChunk): boolean {
  const takes = isDone(draft) && draft.particle === undefined && table.is("particle", word);
  if (takes) draft.particle = word;
  return takes;
}

/** Joins an auxiliary and the verb after the subject into one verb group: "Did he see". */
export function joinAuxiliary(
  draft: DraftClause,
  auxiliary: VerbChunk,
  { main, to, negative }: VerbChunk,
): void {
  draft.subject ??= draft.arguments.shift()?.chunk;
  draft.verb = {
    ...{ ...auxiliary, main, to, bare: false, negative: auxiliary.negative || negative },
    perfect: auxiliary.main.lemma === "have",
  };
  draft.question = true;
}

export const isNominative = ({ head }: NounChunk): boolean =>
  head.tag === "PRON" && table.is("nominative", lower(head));

/** Whether the noun after the verb is its subject: "Did he see", "said he", "there sat the king". */
export function takesSubjectAfter(draft: DraftClause, verb: VerbChunk): boolean {
  const { subject, rank, arguments: given, adverbs } = draft;
  if (subject || rank === "participle" || rank === "infinitive" || rank === "relative") return false;
  const isInverted = table.is("inverted", verb.main.lemma) && given.length + adverbs.length > 0;
  return table.is("speak", verb.main.lemma) || isInverted || verb.bare;
}

/** Converts drafts, sorted by their verbs. A governor precedes its dependents, except for a main clause after its participle. */
export function readDrafts(drafts: readonly DoneClause[], text: string, spoken: boolean): Clause[] {
  const conditional = drafts.some(({ connector }) => connector === "if" || connector === "unless");
  return drafts.map((draft, index) => {
    const subject = subjectOf(draft, drafts[index + 1], text);
    const command = spoken && subject === undefined && isImperative(draft);
    draft.mood = command ? "wished" : moodOf(draft, conditional);
    return { ...clauseOf(draft, subject, text), ...(command ? { command } : {}) };
  });
}

export const isBaseForm = ({ main, modal }: VerbChunk): boolean =>
  modal === undefined && lower(main) === main.lemma;

/** Whether a clause without a subject is an imperative: a base form (or `let us`), and not a question. */
const isImperative = ({ rank, question, verb }: DoneClause): boolean =>
  rank === "main" && !question && verb.form === "finite" && !verb.bare && isBaseForm(verb);

/** Existential clause: in "There was a giant" and "there sat a king" the noun after the verb is the subject. */
const isExistential = ({ subject, verb }: DraftClause): boolean =>
  subject !== undefined && lower(subject.head) === "there" && table.is("inverted", verb?.main.lemma ?? "");

interface Subject {
  chunk: NounChunk;
  shared?: true;
}

/** The subject. In a relative clause without one: the modified noun. */
const relativeSubject = ({ rank, subject, antecedent }: DraftClause): NounChunk | undefined =>
  subject ?? (rank === "relative" ? antecedent : undefined);

/** Whether the text between the two spans is only `word`. */
const isGap = (text: string, { to }: Span, { from }: Span, word = ""): boolean =>
  to <= from && text.slice(to, from).trim().toLowerCase() === word;

const isBare = ({ marker }: Argument): boolean => marker === undefined;

function subjectOf(draft: DoneClause, after: DraftClause | undefined, text: string): Subject | undefined {
  const { governor, rank, verb, subject } = draft;
  const shared = (chunk: NounChunk | undefined) => chunk && { chunk, shared: true as const };
  if (isExistential(draft)) return draft.arguments.find(isBare);
  if (subject) return draft.shared ? shared(subject) : { chunk: subject };
  if (rank !== "participle" && rank !== "infinitive") return shared(relativeSubject(draft));
  const object = rank === "infinitive" ? governor?.arguments.findLast(isBare) : undefined;
  if (object && isGap(text, object.chunk, verb) && lemmaOf(governor) !== "have") return shared(object.chunk);
  const main = governor?.verb ? governor : after;
  return shared(main && (relativeSubject(main) ?? main.governor?.subject));
}

type Field = "objects" | "places" | "times" | "manner";

function clauseOf(draft: DoneClause, subject: Subject | undefined, text: string): Clause {
  const { rank, verb, antecedent, connector = "", adverbs, arguments: given, mood = "told" } = draft;
  const ofNoun = (chunk: NounChunk) => phraseOf(text, chunk, chunk.head.lemma);
  const by: Record<Field, Phrase[]> = { objects: [], places: [], times: [], manner: [] };
  for (const argument of given) {
    const { chunk } = argument;
    const marker = isOfParticle(argument, draft, text) ? undefined : argument.marker;
    if (chunk === subject?.chunk || marker === "of") continue;
    const from = marker === undefined ? chunk.from : argument.from;
    by[fieldOf(chunk, marker, verb)].push(phraseOf(text, { from, to: chunk.to }, chunk.head.lemma, marker));
  }
  const isObject = rank === "relative" && draft.subject && !draft.shared && antecedent;
  if (isObject && connector !== "where" && connector !== "whose") by.objects.push(ofNoun(antecedent));
  for (const { word, head } of adverbs) {
    const adverb = phraseOf(text, head, word);
    if (table.is("time-adverb", word)) by.times.push(adverb);
    else if (table.is("place-adverb", word)) by.places.push(adverb);
    else if (head.tag === "ADV" && !table.is("not", word)) by.manner.push(adverb);
  }
  const parts: Span[] = [verb, ...adverbs.map(({ head }) => head)];
  parts.push(...given.map(({ chunk, from }) => ({ from, to: chunk.to })));
  if (draft.subject && !draft.shared) parts.push(draft.subject);
  const speech = speechOf(draft);
  const predicate = predicateOf(draft);
  // A state without a place is written alike whether it is narrated, remembered or thought, so its mood is uncertain.
  const isUnsure = predicate.aspect === "state" && by.places.length === 0 && mood === "told";
  return {
    from: Math.min(...parts.map(({ from }) => from)),
    to: Math.max(...parts.map(({ to }) => to)),
    rank,
    ...(connector === "" ? {} : { connector }),
    ...(subject ? { subject: { ...ofNoun(subject.chunk), ...(subject.shared && { shared: true }) } } : {}),
    predicate: { ...predicate, mood, ...(isUnsure ? { sure: 0.65 } : {}) },
    ...by,
    ...(speech === undefined ? {} : { speech }),
  };
}

/** Whether the marker is the verb's particle ("picked up her basket"). After a verb of motion it is a preposition. */
const isOfParticle = ({ marker = "", chunk }: Argument, { particle, verb }: DoneClause, text: string) =>
  marker === particle &&
  table.is("particle-only", marker) &&
  isGap(text, verb, chunk, marker) &&
  !table.is("moves", verb.main.lemma);

function fieldOf(chunk: NounChunk, marker: string | undefined, { passive }: VerbChunk): Field {
  if (isTime(chunk)) return "times";
  if (marker === undefined) return "objects";
  return table.is("place-preposition", marker) && !(passive && marker === "by") ? "places" : "manner";
}

function predicateOf(draft: DoneClause): Omit<Clause["predicate"], "mood"> {
  const { from, to, main, modal, tense, progressive, perfect, passive } = draft.verb;
  const noun = draft.arguments.find(isBare)?.chunk.head;
  const isCopula = main.lemma === "be" && !isExistential(draft);
  const isState =
    table.is("state-verb", main.lemma) ||
    (progressive && table.is("lie-state", main.lemma)) ||
    (modal === "could" && !perfect);
  // A base form that shares its subject has no tense of its own.
  const isBase = main.text === main.lemma && modal === undefined && !table.is("unchanged-past", main.lemma);
  return {
    ...{ from, to, lemma: (isCopula ? (draft.complements[0] ?? noun ?? main) : main).lemma },
    ...(draft.particle === undefined ? {} : { particle: draft.particle }),
    tense: draft.shared && isBase ? "none" : tense,
    polarity: isNegative(draft) ? "negative" : "positive",
    voice: passive ? "passive" : "active",
    aspect: isState ? "state" : "event",
  };
}

const isNegative = ({ subject, arguments: given, adverbs, connector, verb }: DoneClause): boolean =>
  verb.negative ||
  connector === "without" ||
  (subject !== undefined && startsWith("nobody", subject)) ||
  given.some((argument) => startsWith("nobody", argument.chunk) && isBare(argument)) ||
  adverbs.some(({ word }) => table.is("not", word));

function speechOf({ rank, governor, connector, verb }: DoneClause): Clause["speech"] {
  const isReported = rank === "subordinate" && table.is("report", lemmaOf(governor));
  if (isReported && connector === "that") return "reported";
  return table.is("speak", verb.main.lemma) && rank !== "infinitive" ? "says" : undefined;
}

const lemmaOf = (draft: DraftClause | undefined): string => draft?.verb?.main.lemma ?? "";

/** The mood of a clause whose governor already has one. `conditional`: the sentence contains a condition. */
function moodOf(draft: DoneClause, conditional: boolean): Mood {
  const own = ownMood(draft, conditional);
  return own === "told" && draft.governor && draft.rank !== "main"
    ? complementMood(draft, draft.governor)
    : own;
}

function ownMood(draft: DoneClause, conditional: boolean): Mood {
  const { verb, connector = "", rank, adverbs, arguments: given } = draft;
  const joined = table.mood("subordinator", connector) ?? "told";
  if (joined !== "told") return joined;
  const words = [...adverbs.map(({ word }) => word), ...given.map(({ chunk }) => chunk.head.lemma)];
  const [known] = words.flatMap((word) => table.mood("mood-adverb", word) ?? []);
  // `every morning` marks a habit. A habit that starts "after that" belongs to the narrated events.
  const isEachTime = nounsOf(draft, given).some((chunk) => startsWith("each", chunk) && isTime(chunk));
  const isSequel = given.some(
    ({ marker, chunk }) => table.is("sequel", marker ?? "") && startsWith("that", chunk),
  );
  const adverbial = known ?? (isEachTime && !isSequel ? "habit" : "told");
  if (verb.modal === "would" && adverbial === "habit") return adverbial;
  const modal = modalMood(verb, conditional);
  if (modal !== undefined) return modal;
  if (verb.perfect && verb.tense === "past") return "remembered";
  const verbal = rank === "infinitive" ? undefined : (verbMood(draft) ?? (draft.question && "thought"));
  if (verbal) return verbal;
  const isLike = verb.main.lemma === "be" || table.is("seem", verb.main.lemma);
  return isLike && given.some(({ marker }) => marker === "like") ? "likened" : adverbial;
}

/** The nouns of the arguments, then the subject. */
const nounsOf = ({ subject }: DraftClause, given: readonly Argument[]): NounChunk[] => [
  ...given.map(({ chunk }) => chunk),
  ...(subject ? [subject] : []),
];

function modalMood({ modal, negative, perfect, main }: VerbChunk, conditional: boolean): Mood | undefined {
  if (modal === undefined) return undefined;
  // "could not find" and "could see" are narrated as real.
  if ((modal === "could" || modal === "can") && (negative || table.is("perceive", main.lemma)))
    return undefined;
  return modal === "would" && (perfect || conditional) ? "supposed" : table.mood("modal", modal);
}

/** The mood set by a verb of thinking, wishing or remembering, by `feel` with a complement clause, or by having an idea. */
function verbMood(draft: DraftClause): Mood | undefined {
  const lemma = lemmaOf(draft);
  if (lemma === "feel") return draft.hasContent && "thought";
  if (lemma !== "have" && lemma !== "be") return table.mood("mood-verb", lemma);
  const nouns = nounsOf(draft, draft.arguments.filter(isBare));
  return nouns.some(({ head }) => table.is("think-noun", head.lemma)) ? "thought" : undefined;
}

/** Whether the noun is a time (`that evening`). `Sundays` is tagged as a name, and lemmas of names keep the plural. */
export const isTime = ({ head }: NounChunk): boolean =>
  table.is("time-noun", head.lemma.toLowerCase().replace(/days$/u, "day"));

function complementMood(draft: DraftClause, governor: DraftClause): Mood {
  const above = governor.mood ?? "told";
  const lemma = lemmaOf(governor);
  const isInfinitive = draft.rank === "infinitive";
  const isComplement = isInfinitive || (draft.rank === "subordinate" && draft.connector);
  if (isComplement && table.is("seem", lemma)) return "supposed";
  if (isInfinitive) {
    const isSame = table.is("phase", lemma) || governor.complements.length > 0;
    return isSame || above !== "told" ? above : "wished";
  }
  const isSaid = isComplement && (verbMood(governor) === "thought" || table.is("report", lemma));
  return isSaid ? "thought" : above;
}
