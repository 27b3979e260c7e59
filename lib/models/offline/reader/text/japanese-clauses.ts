// Assembles Japanese clauses from bunsetsu, from left to right. Phrases before a predicate are its arguments. A topic applies to the
// clauses that follow. A predicate before a noun modifies that noun. Omitted subjects stay undefined.
import { type Clause, type Phrase, phraseOf, type ReadSentence, type Span, withMood } from "./clause.ts";
import {
  type Bunsetsu,
  bunsetsuOf,
  headOf,
  isBefore,
  isPredicate,
  japaneseNouns,
  nounPhrase,
  particlesOf,
} from "./japanese-bunsetsu.ts";
import { complementMood, type Ending, endingOf } from "./japanese-moods.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("ja");

/** An argument. The marker of its phrase has all its particles: `に`, `には`, `から`. */
interface Argument {
  phrase: Phrase;
  /** Punctuation follows it. */
  apart: boolean;
}

/** Parses one Japanese sentence: its noun phrases, its vocatives, and its clauses sorted by predicate. */
export const readSentence: ReadSentence = (words, text, spoken) => {
  const bunsetsu = bunsetsuOf(words);
  return {
    ...japaneseNouns(bunsetsu, text, spoken),
    clauses: withDependentMoods(clausesOf(bunsetsu, text, spoken)),
  };
};

function clausesOf(bunsetsu: readonly Bunsetsu[], text: string, spoken: boolean): Clause[] {
  const last = bunsetsu.findLastIndex(({ kind }) => kind !== "mark");
  const clauses: Clause[] = [];
  let given: Argument[] = [];
  let adverbs: Phrase[] = [];
  /** The subject of a clause that names none: the topic marked by は, otherwise the subject carried over from the clause before. */
  let topic: Clause["subject"];
  let carriedOver: Clause["subject"];
  for (const [index, one] of bunsetsu.entries()) {
    const { kind } = one;
    if (!isPredicate(one) && !(index === last && isNominalEnd(one))) {
      const argument = kind === "noun" ? argumentOf(bunsetsu, index, text) : undefined;
      const isTopic = ["は", "とは"].includes(argument?.phrase.marker ?? "") && !isTime(one);
      if (kind === "adverb" || kind === "adjective" || isAdverbialNoun(one)) adverbs.push(spanned(one, text));
      else if (argument && isTopic) topic = { ...argument.phrase, topic: true };
      else if (argument) given.push(argument);
      continue;
    }
    const next = index < last ? bunsetsu[index + 1] : undefined;
    const isRelative = next !== undefined && modifiesNoun(one, next);
    if (isRelative && kind !== "verb" && !one.tail.some(({ lemma }) => lemma === "する")) continue;
    const own = isRelative ? given.filter((argument) => !isOfOuterClause(argument)) : given;
    const heads = [...adverbs, ...own.map(({ phrase }) => phrase)].map(({ head }) => head);
    if (bunsetsu[0]?.kind === "other") heads.unshift(bunsetsu[0].heads[0]?.lemma ?? "");
    const clause = clauseOf(spanned(one, text), endingOf(one, { next, spoken, adverbs: heads }), {
      ...{ given: own, adverbs, isRelative },
      subject: isRelative ? modifiedBy(spanned({ ...next, tail: [] }, text)) : (topic ?? carriedOver),
    });
    clauses.push(clause);
    const { subject } = clause;
    if (!isRelative && subject && !subject.topic) carriedOver = { ...subject, shared: true };
    given = isRelative ? given.filter(isOfOuterClause) : [];
    adverbs = [];
  }
  return clauses;
}

/** The noun that a relative clause modifies is its subject, except for formal nouns and times: 見たこと, 行った時. */
const modifiedBy = (noun: Phrase): Clause["subject"] =>
  table.is("formal-noun", noun.head) || table.is("time", noun.head) ? undefined : { ...noun, shared: true };

/** Whether a phrase before a relative clause belongs to the outer clause: 雪の中を、帽子をかぶった少女が走る. */
const isOfOuterClause = ({ phrase: { marker = "" }, apart }: Argument): boolean =>
  marker.endsWith("は") || marker.endsWith("も") || apart;

/** 静かに, 勝手に: an adjectival noun with に is an adverb, not a place. */
const isAdverbialNoun = ({ heads, tail }: Bunsetsu): boolean =>
  heads.at(-1)?.detail?.includes("形容動詞語幹") === true && tail[0]?.text === "に" && tail.length === 1;

/** A noun at the end of a sentence is its predicate (体言止め). */
const isNominalEnd = ({ kind, tail }: Bunsetsu): boolean =>
  kind === "noun" && tail.every(({ text }) => table.is("final-particle", text));

/** Whether the predicate modifies the noun directly after it: it ends in an attributive form, without a particle. */
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
  const [one, next] = bunsetsu.slice(index, index + 2);
  if (one === undefined || (next?.kind === "noun" && isBefore(one, tiesOf(next)))) return undefined;
  const phrase = nounPhrase(bunsetsu, index, text, { ties: tiesOf(one), marker: particleOf(one) });
  return { phrase, apart: next?.kind === "mark" };
}

/** Particles that link the noun before to this one. Nouns joined by と are one phrase if this one has the particle of a subject. */
const tiesOf = (one: Bunsetsu): string[] =>
  ["は", "が", "も"].includes(particleOf(one)) ? ["の", "な", "と"] : ["の", "な"];

/** All particles, joined. A が or を after other particles counts alone (誰かが, 犬だけを). */
function particleOf(one: Bunsetsu): string {
  const written = particlesOf(one);
  const last = written.at(-1) ?? "";
  return last === "が" || last === "を" ? last : written;
}

/** What precedes a predicate. `subject`: the subject if none of `given` is one. */
interface Before extends Pick<Clause, "subject"> {
  given: readonly Argument[];
  adverbs: readonly Phrase[];
  isRelative: boolean;
}

function clauseOf({ from, to }: Span, ending: Ending, before: Before): Clause {
  const { given, adverbs, isRelative } = before;
  const { rank, connector, speech, command, ...predicate } = ending;
  const by = { objects: [] as Phrase[], places: [] as Phrase[], times: [] as Phrase[], manner: [...adverbs] };
  let subject: Clause["subject"];
  for (const { phrase } of given) {
    const { head, marker = "" } = phrase;
    // 門の前に is a place; 夜の前に and 行く前に are times.
    const isWhen =
      table.is("time", head) && !(table.is("spatial", head) && phrase.text.endsWith(`の${head}`));
    if (isWhen && !/^[がを]/u.test(marker)) by.times.push(phrase);
    else if (marker === "が" || (marker === "の" && isRelative)) subject = phrase;
    else if (marker === "も" && subject === undefined && head !== "何") subject = phrase;
    else if (/^(?:を|は$)/u.test(marker) || (marker === "も" && head === "何")) by.objects.push(phrase);
    else if (/^(?:に|へ|で|から|まで)/u.test(marker)) by.places.push(phrase);
    else by.manner.push(phrase);
  }
  // A copy, because references are stored by phrase object.
  subject ??= before.subject && { ...before.subject };
  const starts = [...given.map(({ phrase }) => phrase), ...adverbs].map((phrase) => phrase.from);
  return {
    ...{ from: Math.min(from, ...starts), to, rank: isRelative ? "relative" : rank },
    ...(connector === undefined || isRelative ? {} : { connector }),
    ...(subject === undefined ? {} : { subject }),
    predicate: { from, to, ...predicate },
    ...by,
    ...(command && !isRelative ? { command } : {}),
    ...(speech === undefined ? {} : { speech }),
  };
}

/** Sets moods that depend on other clauses: a complement with と depends on its verb of saying or thinking, others on the sentence's end. */
function withDependentMoods(clauses: readonly Clause[]): Clause[] {
  const all = clauses.map((clause, index) => {
    const next = clauses[index + 1];
    return clause.connector === "と" && next
      ? complementMood(clause, next)
      : withExperienceMood(clause, clauses[index - 1]);
  });
  const end = all.at(-1)?.predicate.mood;
  // だろう appears once, at the end, and applies to the whole sentence.
  const isSupposed = ({ rank, predicate: { mood } }: Clause) =>
    end === "supposed" && rank === "main" && mood === "told";
  return all.map((clause) => (isSupposed(clause) ? withMood(clause, "supposed") : clause));
}

/** 見たことがある is a past experience; 見ることがある is a habit. */
function withExperienceMood(clause: Clause, before: Clause | undefined): Clause {
  if (clause.predicate.lemma !== "ある" || clause.subject?.head !== "こと" || before?.rank !== "relative")
    return clause;
  return withMood(clause, before.predicate.tense === "past" ? "remembered" : "habit");
}
