// Clauses of a Japanese sentence: its bunsetsu from left to right. What stands before a predicate belongs to it; a topic stays for the
// clauses that follow; a predicate before a noun modifies that noun. Subjects that are left out are left open.
import { type Clause, type Phrase, phraseOf, type Sentence, withMood } from "./clause.ts";
import {
  type Bunsetsu,
  bunsetsuOf,
  headOf,
  isBefore,
  isPredicate,
  nounPhrase,
  particlesOf,
} from "./japanese-bunsetsu.ts";
import { complementMood, endingOf } from "./japanese-moods.ts";
import { japaneseNouns } from "./japanese-nouns.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("ja");

interface Argument {
  phrase: Phrase;
  /** Particles, joined: `に`, `には`, `から`. */
  particle: string;
  /** A comma follows. */
  apart: boolean;
}

/** What stands before a predicate. */
interface Before {
  given: readonly Argument[];
  adverbs: readonly Phrase[];
  /** What the clause is about, as は says; and the subject of the clause before. */
  topic?: Phrase | undefined;
  carried?: Phrase | undefined;
  /** The noun that it modifies. */
  relativeTo?: Phrase | undefined;
}

/** Nouns of one sentence, who is addressed, and its clauses in the order of their predicates. */
export function readSentence(
  words: readonly Word[],
  text: string,
  spoken: boolean,
): Pick<Sentence, "nouns" | "vocatives" | "clauses"> {
  const bunsetsu = bunsetsuOf(words);
  return { ...japaneseNouns(bunsetsu, text, spoken), clauses: settled(clausesOf(bunsetsu, text, spoken)) };
}

function clausesOf(bunsetsu: readonly Bunsetsu[], text: string, spoken: boolean): Clause[] {
  const last = bunsetsu.findLastIndex(({ kind }) => kind !== "mark");
  const clauses: Clause[] = [];
  let given: Argument[] = [];
  let adverbs: Phrase[] = [];
  let topic: Phrase | undefined;
  let carried: Phrase | undefined;
  for (const [index, one] of bunsetsu.entries()) {
    const { kind } = one;
    if (!isPredicate(one) && !(index === last && isNominalEnd(one))) {
      const argument = kind === "noun" ? argumentOf(bunsetsu, index, text) : undefined;
      if (kind === "adverb" || kind === "adjective" || isAdverbialNoun(one)) adverbs.push(spanned(one, text));
      else if (argument && ["は", "とは"].includes(argument.particle) && !isTime(one))
        topic = argument.phrase;
      else if (argument) given.push(argument);
      continue;
    }
    const next = index < last ? bunsetsu[index + 1] : undefined;
    const isRelative = next !== undefined && modifiesNoun(one, next);
    if (isRelative && kind !== "verb" && !one.tail.some(({ lemma }) => lemma === "する")) continue;
    const clause = clauseOf(one, { next, spoken }, text, {
      ...(isRelative
        ? { relativeTo: spanned({ ...next, tail: [] }, text), given: given.filter((one) => !isBeyond(one)) }
        : { given, topic, carried }),
      adverbs,
    });
    clauses.push(clause);
    const { subject } = clause;
    if (!isRelative && subject && !subject.shared && !subject.topic) carried = subject;
    given = isRelative ? given.filter(isBeyond) : [];
    adverbs = [];
  }
  return clauses;
}

/** What a relative clause leaves to the clause around it: 雪の中を、帽子をかぶった少女が走る. */
const isBeyond = ({ particle, apart }: Argument): boolean =>
  particle.endsWith("は") || particle.endsWith("も") || apart;

/** 静かに, 勝手に: how, not where. */
const isAdverbialNoun = ({ heads, tail }: Bunsetsu): boolean =>
  heads.at(-1)?.detail?.includes("形容動詞語幹") === true && tail[0]?.text === "に" && tail.length === 1;

/** A noun at the end of a sentence is its predicate (体言止め). */
const isNominalEnd = ({ kind, tail }: Bunsetsu): boolean =>
  kind === "noun" && tail.every(({ text }) => table.is("final-particle", text));

/** Whether the predicate stands right before a noun that it modifies: no particle ties it to anything else. */
function modifiesNoun({ heads, tail }: Bunsetsu, next: Bunsetsu): boolean {
  const end = tail.at(-1) ?? heads.at(-1);
  if ((next.kind !== "noun" && next.kind !== "adnominal") || end?.tag === "助詞" || end?.tag === "名詞")
    return false;
  return ["基本形", "体言接続", "*"].includes(end?.form ?? "*");
}

function spanned({ heads, tail }: Bunsetsu, text: string): Phrase {
  const from = heads[0]?.from ?? 0;
  const to = (tail.at(-1) ?? heads.at(-1))?.to ?? from;
  return phraseOf(text, { from, to }, headOf(heads));
}

const isTime = ({ heads }: Bunsetsu): boolean =>
  heads.at(-1)?.detail?.includes("副詞可能") === true || table.is("time", heads.at(-1)?.lemma ?? "");

/** The noun with what modifies it (の, 連体詞). Undefined for a noun that only modifies the next one. */
function argumentOf(bunsetsu: readonly Bunsetsu[], index: number, text: string): Argument | undefined {
  const [one, next] = [bunsetsu[index], bunsetsu[index + 1]];
  if (one === undefined) return undefined;
  const particle = particleOf(one);
  const isJoint = isBefore(one, ["と"]) && isSubjectParticle(next?.kind === "noun" ? particleOf(next) : "");
  if (isJoint || (next?.kind === "noun" && isBefore(one, ["の", "な"]))) return undefined;
  const ties = isSubjectParticle(particle) ? ["の", "な", "と"] : ["の", "な"];
  const phrase = nounPhrase(bunsetsu, index, text, { ties, marker: particle });
  return { phrase, particle, apart: next?.kind === "mark" };
}

const isSubjectParticle = (particle: string): boolean => ["は", "が", "も"].includes(particle);

/** The particles together; が and を alone where others stand before them (誰かが, 犬だけを). */
function particleOf(one: Bunsetsu): string {
  const written = particlesOf(one);
  const last = written.at(-1) ?? "";
  return last === "が" || last === "を" ? last : written;
}

function clauseOf(
  one: Bunsetsu,
  around: { next: Bunsetsu | undefined; spoken: boolean },
  text: string,
  { given, adverbs, topic, carried, relativeTo }: Before,
): Clause {
  const heads = [...adverbs.map(({ head }) => head), ...given.map(({ phrase }) => phrase.head)];
  const { lemma, rank, connector, speech, command, ...ending } = endingOf(one, { ...around, adverbs: heads });
  const by = { objects: [] as Phrase[], places: [] as Phrase[], times: [] as Phrase[], manner: [...adverbs] };
  let subject: Clause["subject"];
  for (const { phrase, particle } of given) {
    const { head } = phrase;
    // 門の前に is where, 夜の前に and 行く前に are when.
    const isWhen =
      table.is("time", head) && !(table.is("spatial", head) && phrase.text.endsWith(`の${head}`));
    if (isWhen && !/^[がを]/u.test(particle)) by.times.push(phrase);
    else if (particle === "が" || (particle === "の" && relativeTo !== undefined)) subject = phrase;
    else if (particle === "も" && subject === undefined && head !== "何") subject = phrase;
    else if (/^(?:を|は$)/u.test(particle) || (particle === "も" && head === "何")) by.objects.push(phrase);
    else if (/^(?:に|へ|で|から|まで)/u.test(particle)) by.places.push(phrase);
    else by.manner.push(phrase);
  }
  if (topic) subject ??= { ...topic, topic: true };
  // 見たこと, 行った時: the noun does nothing in the clause before it.
  const isFormal =
    relativeTo && (table.is("formal-noun", relativeTo.head) || table.is("time", relativeTo.head));
  const shared = relativeTo ?? carried;
  if (shared && !isFormal) subject ??= { ...shared, shared: true };
  const own = spanned(one, text);
  const starts = [own.from, ...given.map(({ phrase }) => phrase.from), ...adverbs.map(({ from }) => from)];
  return {
    ...{ from: Math.min(...starts), to: own.to, rank: relativeTo ? "relative" : rank },
    ...(connector === undefined || relativeTo ? {} : { connector }),
    ...(subject === undefined ? {} : { subject }),
    predicate: { from: own.from, to: own.to, lemma, ...ending },
    ...by,
    ...(command && !relativeTo ? { command } : {}),
    ...(speech === undefined ? {} : { speech }),
  };
}

/** What と ties to a verb of saying or thinking takes its mood from that verb; some moods hold for the whole sentence. */
function settled(clauses: readonly Clause[]): Clause[] {
  const all = clauses.map((clause, index) => {
    const next = clauses[index + 1];
    return clause.connector === "と" && next
      ? complementMood(clause, next)
      : experienced(clause, clauses[index - 1]);
  });
  const end = all.at(-1)?.predicate.mood;
  // だろう stands once, at the end.
  const isSupposed = ({ rank, predicate: { mood } }: Clause) =>
    end === "supposed" && rank === "main" && mood === "told";
  return all.map((clause) => (isSupposed(clause) ? withMood(clause, "supposed") : clause));
}

/** 見たことがある was before; 見ることがある is now and again. */
function experienced(clause: Clause, before: Clause | undefined): Clause {
  if (clause.predicate.lemma !== "ある" || clause.subject?.head !== "こと" || before?.rank !== "relative")
    return clause;
  return withMood(clause, before.predicate.tense === "past" ? "remembered" : "habit");
}
