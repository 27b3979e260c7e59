// Clauses as the English grammar collects them, and what they become: phrases by their kind, and the subjects that clauses share.
import { type Clause, type Phrase, phraseOf } from "./clause.ts";
import type { EnglishSentence, NounChunk, VerbChunk } from "./english-chunks.ts";
import { type Argument, type DraftClause, isBaseForm } from "./english-draft-clause.ts";
import { isNegative, isTime, moodOf } from "./english-moods.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

/** `drafts`: in the order of their verbs. A governor comes before what it governs, but for a main clause after its participle. */
export function readDrafts(drafts: readonly DraftClause[], sentence: EnglishSentence): Clause[] {
  const conditional = drafts.some(({ connector }) => connector === "if" || connector === "unless");
  return drafts.flatMap((draft, index) => {
    const { verb } = draft;
    if (verb === undefined) return [];
    const subject = subjectOf(draft, drafts, index);
    const command = sentence.spoken && subject === undefined && isImperative(draft, verb);
    draft.mood = command ? "wished" : moodOf(draft, conditional);
    const clause = clauseOf(draft, verb, subject, sentence);
    return [command ? { ...clause, command } : clause];
  });
}

/** A base form (or `let us`) without a subject; a bare auxiliary asks. */
const isImperative = ({ rank, question }: DraftClause, verb: VerbChunk): boolean =>
  rank === "main" && !question && verb.form === "finite" && !verb.bare && isBaseForm(verb);

/** "There was a giant", "there sat a king": the noun after the verb is the subject. */
const isExistential = ({ subject, verb }: DraftClause): boolean =>
  subject?.head.text.toLowerCase() === "there" && table.is("inverted", verb?.main.lemma ?? "");

interface Subject {
  chunk: NounChunk;
  shared?: true;
}

/** The subject of a relative clause may be what it modifies. */
const relativeSubject = ({ rank, subject, antecedent }: DraftClause): NounChunk | undefined =>
  subject ?? (rank === "relative" ? antecedent : undefined);

const isBare = ({ marker }: Argument): boolean => marker === undefined;

function subjectOf(draft: DraftClause, drafts: readonly DraftClause[], index: number): Subject | undefined {
  const { governor, rank, verb, subject } = draft;
  const shared = (chunk: NounChunk | undefined) => chunk && { chunk, shared: true as const };
  if (isExistential(draft)) return draft.arguments.find(isBare);
  if (subject) return draft.shared ? shared(subject) : { chunk: subject };
  if (rank !== "participle" && rank !== "infinitive") return shared(relativeSubject(draft));
  const object = rank === "infinitive" ? governor?.arguments.findLast(isBare) : undefined;
  if (object !== undefined && object.chunk.last + 1 === verb?.first && governor?.verb?.main.lemma !== "have")
    return shared(object.chunk);
  const main = governor?.verb ? governor : drafts[index + 1];
  return shared(main && (relativeSubject(main) ?? main.governor?.subject));
}

function clauseOf(
  draft: DraftClause,
  verb: VerbChunk,
  subject: Subject | undefined,
  sentence: EnglishSentence,
): Clause {
  const { words, text } = sentence;
  const phrase = ({ chunk: { head, last }, marker, from }: Argument): Phrase =>
    phraseOf(text, { from: words[from]?.from ?? 0, to: words[last]?.to ?? 0 }, head.lemma, marker);
  const ofNoun = (chunk: NounChunk) => phrase({ chunk, from: chunk.first });
  const by: Record<Field, Phrase[]> = { objects: [], places: [], times: [], manner: [] };
  for (const argument of draft.arguments) {
    const { chunk, marker } = argument;
    if (chunk === subject?.chunk || marker === "of") continue;
    const isParticle = isOfParticle(argument, draft, verb);
    by[fieldOf(argument, verb, isParticle)].push(isParticle ? ofNoun(chunk) : phrase(argument));
  }
  const { antecedent, connector = "", rank, mood = "told" } = draft;
  const isObject = rank === "relative" && draft.subject && !draft.shared && antecedent;
  if (isObject && connector !== "where" && connector !== "whose") by.objects.push(ofNoun(antecedent));
  for (const { word, at } of draft.adverbs) {
    const written = words[at];
    if (written === undefined) continue;
    const adverb = phraseOf(text, written, word);
    if (table.is("time-adverb", word)) by.times.push(adverb);
    else if (table.is("place-adverb", word)) by.places.push(adverb);
    else if (written.tag === "ADV" && !table.is("not", word)) by.manner.push(adverb);
  }
  const [first, last] = extent(draft, verb);
  const speech = speechOf(draft, verb);
  const predicate = predicateOf(draft, verb, sentence);
  // What merely was so is told of the scene, remembered and thought in the same words.
  const isUnsure = predicate.aspect === "state" && by.places.length === 0 && mood === "told";
  return {
    from: words[first]?.from ?? 0,
    to: words[last]?.to ?? 0,
    rank,
    ...(connector === "" ? {} : { connector }),
    ...(subject ? { subject: { ...ofNoun(subject.chunk), ...(subject.shared && { shared: true }) } } : {}),
    predicate: { ...predicate, mood, ...(isUnsure ? { sure: 0.65 } : {}) },
    ...by,
    ...(speech === undefined ? {} : { speech }),
  };
}

type Field = "objects" | "places" | "times" | "manner";

/** "picked up her basket": the particle belongs to the verb, unless it moves. */
const isOfParticle = ({ marker = "", chunk }: Argument, { particle }: DraftClause, verb: VerbChunk) =>
  marker === particle &&
  table.is("particle-only", marker) &&
  chunk.first === verb.last + 2 &&
  !table.is("moves", verb.main.lemma);

function fieldOf({ chunk, marker }: Argument, { passive }: VerbChunk, isParticle: boolean): Field {
  if (isTime(chunk)) return "times";
  if (marker === undefined || isParticle) return "objects";
  return table.is("place-preposition", marker) && !(passive && marker === "by") ? "places" : "manner";
}

function predicateOf(
  draft: DraftClause,
  verb: VerbChunk,
  { words }: EnglishSentence,
): Omit<Clause["predicate"], "mood"> {
  const { main, modal, tense } = verb;
  const noun = draft.arguments.find(isBare)?.chunk.head;
  const isCopula = main.lemma === "be" && !isExistential(draft);
  const isState =
    table.is("state-verb", main.lemma) ||
    (verb.progressive && table.is("lie-state", main.lemma)) ||
    (modal === "could" && !verb.perfect);
  // A base form without a subject of its own is no present tense of its own either.
  const isBase = main.text === main.lemma && modal === undefined && !table.is("unchanged-past", main.lemma);
  return {
    from: words[verb.first]?.from ?? 0,
    to: words[verb.last]?.to ?? 0,
    lemma: (isCopula ? (draft.complements[0] ?? noun ?? main) : main).lemma,
    ...(draft.particle === undefined ? {} : { particle: draft.particle }),
    tense: draft.shared && isBase ? "none" : tense,
    polarity: isNegative(draft) ? "negative" : "positive",
    voice: verb.passive ? "passive" : "active",
    aspect: isState ? "state" : "event",
  };
}

/** First and last word. */
function extent(draft: DraftClause, verb: VerbChunk): [number, number] {
  const own = draft.subject && !draft.shared ? [draft.subject] : [];
  const given = draft.arguments.map(({ chunk, from }) => ({ first: from, last: chunk.last }));
  const places = [verb, ...own, ...given, ...draft.adverbs.map(({ at }) => ({ first: at, last: at }))];
  return [Math.min(...places.map(({ first }) => first)), Math.max(...places.map(({ last }) => last))];
}

function speechOf({ rank, governor, connector }: DraftClause, { main }: VerbChunk): Clause["speech"] {
  const isReported = rank === "subordinate" && table.is("report", governor?.verb?.main.lemma ?? "");
  if (isReported && connector === "that") return "reported";
  return table.is("speak", main.lemma) && rank !== "infinitive" ? "says" : undefined;
}
