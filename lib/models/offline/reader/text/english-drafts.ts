// Clauses as the English grammar collects them, and what they become: phrases by their kind, and the subjects that clauses share.
import type { Clause, Phrase } from "./clause.ts";
import type { NounChunk, VerbChunk } from "./english-chunks.ts";
import type { Argument, DraftClause } from "./english-draft-clause.ts";
import { governed, isNegative, moodOf, timeWord } from "./english-moods.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

/** `drafts`: in the order of their verbs. */
export function readDrafts(
  drafts: readonly DraftClause[],
  { words, text, spoken }: { words: readonly Word[]; text: string; spoken: boolean },
): Clause[] {
  const whole = governed(drafts);
  const conditional = whole.some(({ connector }) => connector === "if" || connector === "unless");
  const withContent = new Set(
    whole.flatMap(({ governor, rank }) => (governor && rank === "subordinate" ? [governor] : [])),
  );
  const moods = new Map<DraftClause, Clause["predicate"]["mood"]>();
  // A governor comes before what it governs, except a main clause after its participle, which does not change the mood.
  return whole.flatMap((draft, index) => {
    const { verb } = draft;
    if (verb === undefined) return [];
    const subject = subjectOf(draft, whole, index);
    const command = spoken && subject === undefined && isImperative(draft, verb);
    const mood = command ? "wished" : moodOf(draft, { conditional, withContent, moods });
    moods.set(draft, mood);
    return [clauseOf({ draft, verb, mood, subject, command }, words, text)];
  });
}

/** A base form (or `let us`) without a subject; a bare auxiliary asks. */
const isImperative = ({ rank, question }: DraftClause, verb: VerbChunk): boolean =>
  rank === "main" &&
  question !== true &&
  !verb.bare &&
  verb.form === "finite" &&
  verb.modal === undefined &&
  verb.main.text.toLowerCase() === verb.main.lemma;

/** "There was a giant", "there sat a king": the noun after the verb is the subject. */
const isExistential = ({ subject, verb }: DraftClause): boolean =>
  subject?.head.text.toLowerCase() === "there" &&
  (verb?.main.lemma === "be" || table.is("inverted", verb?.main.lemma ?? ""));

interface Settled {
  draft: DraftClause;
  verb: VerbChunk;
  mood: Clause["predicate"]["mood"];
  subject: { chunk: NounChunk; shared: boolean } | undefined;
  command: boolean;
}

const isSubjectOfRelative = ({ rank, subject, antecedent }: DraftClause): boolean =>
  rank === "relative" && subject === undefined && antecedent !== undefined;

const isBare = ({ marker }: Argument): boolean => marker === undefined;

/** A participle is not further before its main clause, in clauses. */
const LONGEST_OPENING = 8;

function subjectOf(draft: DraftClause, drafts: readonly DraftClause[], index: number): Settled["subject"] {
  const { governor, rank, verb, subject, antecedent } = draft;
  const shared = (chunk: NounChunk | undefined) => chunk && { chunk, shared: true };
  if (isExistential(draft)) {
    const there = draft.arguments.find(isBare);
    return there && { chunk: there.chunk, shared: false };
  }
  if (subject) return { chunk: subject, shared: draft.shared === true };
  if (isSubjectOfRelative(draft)) return shared(antecedent);
  if (rank !== "participle" && rank !== "infinitive") return undefined;
  const object = rank === "infinitive" ? governor?.arguments.findLast(isBare) : undefined;
  const isClose = object !== undefined && verb !== undefined && object.chunk.last === verb.first - 1;
  if (isClose && governor?.verb?.main.lemma !== "have") return shared(object.chunk);
  const main =
    governor?.verb === undefined || draft.opening
      ? drafts.slice(index + 1, index + LONGEST_OPENING).find((next) => next.rank === "main" && next.subject)
      : governor;
  const found = main && isSubjectOfRelative(main) ? main.antecedent : main?.subject;
  return shared(found ?? main?.governor?.subject);
}

function clauseOf(
  { draft, verb, mood, subject, command }: Settled,
  words: readonly Word[],
  text: string,
): Clause {
  const phrase = (argument: Argument) => phraseOf(words, text, argument);
  const predicate = predicateOf(draft, verb, words);
  const by: Record<Field, Phrase[]> = { objects: [], places: [], times: [], manner: [] };
  for (const argument of draft.arguments) {
    if (argument.chunk === subject?.chunk || argument.marker === "of") continue;
    const { chunk } = argument;
    const isParticle = isOfParticle(argument, draft, verb);
    by[fieldOf(argument, verb, isParticle)].push(
      phrase(isParticle ? { chunk, from: chunk.first } : argument),
    );
  }
  const { antecedent, connector = "" } = draft;
  const isObject = draft.rank === "relative" && draft.subject && !draft.shared;
  if (isObject && antecedent && connector !== "where" && connector !== "whose")
    by.objects.push(phrase({ chunk: antecedent, from: antecedent.first }));
  for (const { word, at } of draft.adverbs) {
    const written = words[at];
    if (written === undefined) continue;
    const adverb = { from: written.from, to: written.to, text: written.text, head: word };
    if (table.is("time-adverb", word)) by.times.push(adverb);
    else if (table.is("place-adverb", word)) by.places.push(adverb);
    else if (written.tag === "ADV" && !table.is("not", word)) by.manner.push(adverb);
  }
  const subjectPhrase = ({ chunk, shared }: NonNullable<Settled["subject"]>) => ({
    ...phrase({ chunk, from: chunk.first }),
    ...(shared ? { shared: true as const } : {}),
  });
  const [first, last] = extent(draft, verb);
  const speech = speechOf(draft, verb);
  return {
    from: words[first]?.from ?? 0,
    to: words[last]?.to ?? 0,
    rank: draft.rank,
    ...(draft.connector ? { connector: draft.connector } : {}),
    ...(subject ? { subject: subjectPhrase(subject) } : {}),
    predicate: {
      ...{ ...predicate, mood },
      // What merely was so is told of the scene, remembered and thought in the same words.
      ...(predicate.aspect === "state" && by.places.length === 0 && mood === "told" ? { sure: 0.65 } : {}),
    },
    ...by,
    ...(command ? { command: true as const } : {}),
    ...(speech === undefined ? {} : { speech }),
  };
}

type Field = "objects" | "places" | "times" | "manner";

/** "picked up her basket": the particle belongs to the verb, unless it moves. */
const isOfParticle = (
  { marker = "", chunk }: Argument,
  { particle }: DraftClause,
  verb: VerbChunk,
): boolean =>
  marker === particle &&
  table.is("particle-only", marker) &&
  chunk.first === verb.last + 2 &&
  !table.is("moves", verb.main.lemma);

function fieldOf({ chunk, marker }: Argument, { passive }: VerbChunk, isParticle: boolean): Field {
  if (table.is("time-noun", timeWord(chunk.head))) return "times";
  if (marker === undefined || isParticle) return "objects";
  return table.is("place-preposition", marker) && !(passive && marker === "by") ? "places" : "manner";
}

function predicateOf(
  draft: DraftClause,
  verb: VerbChunk,
  words: readonly Word[],
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
    polarity: isNegative(draft, verb) ? "negative" : "positive",
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

function speechOf(draft: DraftClause, verb: VerbChunk): Clause["speech"] {
  const governor = draft.governor?.verb?.main.lemma ?? "";
  if (draft.rank === "subordinate" && table.is("report", governor) && draft.connector === "that")
    return "reported";
  return table.is("speak", verb.main.lemma) && draft.rank !== "infinitive" ? "says" : undefined;
}

function phraseOf(words: readonly Word[], text: string, { chunk, marker, from: first }: Argument): Phrase {
  const [from, to] = [words[first]?.from ?? 0, words[chunk.last]?.to ?? 0];
  const phrase = { from, to, text: text.slice(from, to), head: chunk.head.lemma };
  return marker === undefined ? phrase : { ...phrase, marker };
}
