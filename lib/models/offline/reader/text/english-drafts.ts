// Clauses as the English grammar collects them, and what they become: phrases by their kind, and the subjects that clauses share.
import type { Clause, Phrase } from "./clause.ts";
import type { NounChunk, VerbChunk } from "./english-chunks.ts";
import { governed, isNegative, moodOf, timeWord } from "./english-moods.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

export interface Argument {
  chunk: NounChunk;
  marker?: string | undefined;
  /** The first word: of the marker, where there is one. */
  from: number;
}

export interface DraftClause {
  rank: Clause["rank"];
  connector?: string | undefined;
  /** The noun that a relative clause modifies. */
  antecedent?: NounChunk | undefined;
  /** The clause that a complement, participle or infinitive hangs on. */
  governor?: DraftClause | undefined;
  subject?: NounChunk | undefined;
  shared?: boolean;
  /** A participle before its main clause. */
  opening?: boolean;
  verb?: VerbChunk;
  particle?: string;
  arguments: Argument[];
  /** Adjectives after the verb. */
  complements: Word[];
  adverbs: { word: string; at: number }[];
  question?: boolean;
}

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

/** A participle is not further before its main clause, in clauses. */
const LONGEST_OPENING = 8;

function subjectOf(draft: DraftClause, drafts: readonly DraftClause[], index: number): Settled["subject"] {
  if (draft.subject && isExistential(draft)) {
    const there = draft.arguments.find(({ marker }) => marker === undefined);
    return there && { chunk: there.chunk, shared: false };
  }
  if (draft.subject) return { chunk: draft.subject, shared: draft.shared === true };
  if (isSubjectOfRelative(draft) && draft.antecedent) return { chunk: draft.antecedent, shared: true };
  const { governor, rank, verb } = draft;
  if (rank !== "participle" && rank !== "infinitive") return undefined;
  const object =
    rank === "infinitive" ? governor?.arguments.findLast(({ marker }) => marker === undefined) : undefined;
  const isClose = object !== undefined && verb !== undefined && object.chunk.last === verb.first - 1;
  if (object && isClose && governor?.verb?.main.lemma !== "have")
    return { chunk: object.chunk, shared: true };
  const main =
    governor?.verb === undefined || draft.opening
      ? drafts.slice(index + 1, index + LONGEST_OPENING).find((next) => next.rank === "main" && next.subject)
      : governor;
  const found = main?.subject ?? (main && isSubjectOfRelative(main) ? main.antecedent : undefined);
  if (found) return { chunk: found, shared: true };
  return main?.governor?.subject ? { chunk: main.governor.subject, shared: true } : undefined;
}

function clauseOf(
  { draft, verb, mood, subject, command }: Settled,
  words: readonly Word[],
  text: string,
): Clause {
  const phrase = (argument: Argument) => phraseOf(words, text, argument);
  const predicate = predicateOf(draft, verb, words);
  const by = {
    objects: [] as Phrase[],
    places: [] as Phrase[],
    times: [] as Phrase[],
    manner: [] as Phrase[],
  };
  for (const argument of draft.arguments) {
    if (argument.chunk === subject?.chunk) continue;
    const { marker, chunk } = argument;
    const isTime = table.is("time-noun", timeWord(chunk.head));
    if (marker === "of") continue;
    // "picked up her basket": the particle belongs to the verb, unless it moves.
    const isParticle =
      marker !== undefined &&
      marker === draft.particle &&
      table.is("particle-only", marker) &&
      chunk.first === verb.last + 2 &&
      !table.is("moves", verb.main.lemma);
    if (isTime) by.times.push(phrase(argument));
    else if (isParticle) by.objects.push(phrase({ chunk, from: chunk.first }));
    else if (marker === undefined) by.objects.push(phrase(argument));
    else if (table.is("place-preposition", marker) && !(verb.passive && marker === "by"))
      by.places.push(phrase(argument));
    else by.manner.push(phrase(argument));
  }
  if (
    draft.rank === "relative" &&
    draft.subject &&
    draft.antecedent &&
    !draft.shared &&
    draft.connector !== "where" &&
    draft.connector !== "whose"
  ) {
    by.objects.push(phrase({ chunk: draft.antecedent, from: draft.antecedent.first }));
  }
  for (const { word, at } of draft.adverbs) {
    const written = words[at];
    if (written === undefined) continue;
    const adverb = { from: written.from, to: written.to, text: written.text, head: word };
    if (table.is("time-adverb", word)) by.times.push(adverb);
    else if (table.is("place-adverb", word)) by.places.push(adverb);
    else if (written.tag === "ADV" && !table.is("not", word)) by.manner.push(adverb);
  }
  const [first, last] = extent(draft, verb);
  const speech = speechOf(draft, verb);
  return {
    from: words[first]?.from ?? 0,
    to: words[last]?.to ?? 0,
    rank: draft.rank,
    ...(draft.connector ? { connector: draft.connector } : {}),
    ...(subject
      ? {
          subject: {
            ...phrase({ chunk: subject.chunk, from: subject.chunk.first }),
            ...(subject.shared ? { shared: true as const } : {}),
          },
        }
      : {}),
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

function predicateOf(
  draft: DraftClause,
  verb: VerbChunk,
  words: readonly Word[],
): Omit<Clause["predicate"], "mood"> {
  const isCopula = verb.main.lemma === "be";
  const noun = draft.arguments.find(({ marker }) => marker === undefined)?.chunk.head;
  const lemma =
    isCopula && !isExistential(draft) ? (draft.complements[0] ?? noun ?? verb.main).lemma : verb.main.lemma;
  const isState =
    table.is("state-verb", verb.main.lemma) ||
    (verb.progressive && table.is("lie-state", verb.main.lemma)) ||
    (verb.modal === "could" && !verb.perfect);
  return {
    from: words[verb.first]?.from ?? 0,
    to: words[verb.last]?.to ?? 0,
    lemma,
    ...(draft.particle === undefined ? {} : { particle: draft.particle }),
    // A base form without a subject of its own is no present tense of its own either.
    tense:
      draft.shared &&
      verb.main.text === verb.main.lemma &&
      verb.modal === undefined &&
      !table.is("unchanged-past", verb.main.lemma)
        ? "none"
        : verb.tense,
    polarity: isNegative(draft, verb) ? "negative" : "positive",
    voice: verb.passive ? "passive" : "active",
    aspect: isState ? "state" : "event",
  };
}

/** First and last word. */
function extent(draft: DraftClause, verb: VerbChunk): [number, number] {
  const own = draft.shared ? [] : [draft.subject];
  const places = [
    verb,
    ...own.filter((chunk) => chunk !== undefined),
    ...draft.arguments.map(({ chunk, from }) => ({ first: from, last: chunk.last })),
  ];
  const others = draft.adverbs.map(({ at }) => at);
  return [
    Math.min(...places.map(({ first }) => first), ...others),
    Math.max(...places.map(({ last }) => last), ...others),
  ];
}

function speechOf(draft: DraftClause, verb: VerbChunk): Clause["speech"] {
  const governor = draft.governor?.verb?.main.lemma ?? "";
  if (draft.rank === "subordinate" && table.is("report", governor) && draft.connector === "that")
    return "reported";
  return table.is("speak", verb.main.lemma) && draft.rank !== "infinitive" ? "says" : undefined;
}

function phraseOf(words: readonly Word[], text: string, { chunk, marker, from }: Argument): Phrase {
  const start = words[from]?.from ?? 0;
  const end = words[chunk.last]?.to ?? 0;
  return {
    from: start,
    to: end,
    text: text.slice(start, end),
    head: chunk.head.lemma,
    ...(marker === undefined ? {} : { marker }),
  };
}
