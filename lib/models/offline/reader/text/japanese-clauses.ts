// Clauses of a Japanese sentence: its bunsetsu from left to right. What stands before a predicate belongs to it; a topic stays for the
// clauses that follow; a predicate before a noun modifies that noun. Subjects that are left out are left open.
import type { Clause, Phrase } from "./clause.ts";
import { type Bunsetsu, isPredicate } from "./japanese-bunsetsu.ts";
import { complementMood, type Ending, endingOf } from "./japanese-moods.ts";
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

/** Clauses of one sentence, in the order of their predicates. `text`: what the words' offsets point into. */
export function japaneseClauses(bunsetsu: readonly Bunsetsu[], text: string, spoken: boolean): Clause[] {
  const last = bunsetsu.findLastIndex(({ kind }) => kind !== "mark");
  const clauses: Clause[] = [];
  let given: Argument[] = [];
  let topic: Phrase | undefined;
  let carried: Phrase | undefined;
  let adverbs: Phrase[] = [];
  for (const [index, one] of bunsetsu.entries()) {
    const { kind } = one;
    if (kind === "mark") continue;
    if (!isPredicate(one) && !(index === last && isNominalEnd(one))) {
      if (isAdverbialNoun(one)) adverbs.push(spanned(one, text));
      else if (kind === "noun") {
        const argument = argumentOf(one, bunsetsu, index, text);
        if (argument === undefined) continue;
        const isTopic = /^(?:は|とは)$/u.test(argument.particle) && !isTime(one);
        if (isTopic) topic = { ...argument.phrase };
        else given.push(argument);
      } else if (kind === "adverb" || kind === "adjective") adverbs.push(spanned(one, text));
      continue;
    }
    const isRelative = modifiesNoun(bunsetsu, index);
    if (
      isRelative &&
      (kind === "adjective" || (kind === "noun" && !one.tail.some(({ lemma }) => lemma === "する")))
    )
      continue;
    const ending = endingOf(one, {
      spoken,
      next: index >= last ? undefined : bunsetsu[index + 1],
      adverbs: [...adverbs.map(({ head }) => head), ...given.map(({ phrase }) => phrase.head)],
    });
    const noun = isRelative ? bunsetsu[index + 1] : undefined;
    clauses.push(
      clauseOf(
        {
          one,
          ending,
          given: isRelative ? given.filter((argument) => !isBeyond(argument)) : given,
          adverbs,
          topic: isRelative ? undefined : topic,
          carried,
          relativeTo: noun ? spanned({ ...noun, tail: [] }, text) : undefined,
        },
        text,
      ),
    );
    const made = clauses.at(-1);
    if (!isRelative && made?.subject && made.subject.shared === undefined && made.subject.topic === undefined)
      carried = made.subject;
    given = isRelative ? given.filter(isBeyond) : [];
    adverbs = [];
  }
  return settled(clauses);
}

/** What a relative clause leaves to the clause around it: 雪の中を、帽子をかぶった少女が走る. */
const isBeyond = ({ particle, apart }: Argument): boolean =>
  particle.endsWith("は") || particle.endsWith("も") || apart;

/** 静かに, 勝手に: how, not where. */
function isAdverbialNoun({ kind, heads, tail }: Bunsetsu): boolean {
  return (
    kind === "noun" &&
    heads.at(-1)?.detail?.includes("形容動詞語幹") === true &&
    tail[0]?.text === "に" &&
    tail.length === 1
  );
}

/** A noun at the end of a sentence is its predicate (体言止め). */
function isNominalEnd({ kind, tail }: Bunsetsu): boolean {
  return kind === "noun" && tail.every(({ text }) => table.is("final-particle", text));
}

/** Whether the predicate stands right before a noun that it modifies: no particle ties it to anything else. */
function modifiesNoun(bunsetsu: readonly Bunsetsu[], index: number): boolean {
  const one = bunsetsu[index];
  const next = bunsetsu[index + 1];
  if (one === undefined || next === undefined || (next.kind !== "noun" && next.kind !== "adnominal"))
    return false;
  const last = one.tail.at(-1) ?? one.heads.at(-1);
  if (last === undefined || last.tag === "助詞") return false;
  return ["基本形", "体言接続", "*"].includes(last.form ?? "*") && last.tag !== "名詞";
}

function spanned({ heads, tail }: Bunsetsu, text: string): Phrase {
  const from = heads[0]?.from ?? 0;
  const to = (tail.at(-1) ?? heads.at(-1))?.to ?? from;
  return { from, to, text: text.slice(from, to), head: headOf(heads) };
}

/** A compound noun as it is written; other words in their dictionary form. */
function headOf(heads: readonly Word[]): string {
  return heads.length > 1 ? heads.map(({ text }) => text).join("") : (heads[0]?.lemma ?? "");
}

function isTime({ heads }: Bunsetsu): boolean {
  const last = heads.at(-1);
  if (last === undefined) return false;
  return (
    last.detail?.includes("副詞可能") === true ||
    table.is("time", last.lemma) ||
    table.is("past-time", last.lemma)
  );
}

/** No phrase has more modifiers before its noun, in bunsetsu. */
const MOST_MODIFIERS = 40;

/** The noun with what modifies it (の, 連体詞). Undefined for a noun that only modifies the next one. */
function argumentOf(
  one: Bunsetsu,
  bunsetsu: readonly Bunsetsu[],
  index: number,
  text: string,
): Argument | undefined {
  const particle = particleOf(one);
  const next = bunsetsu[index + 1];
  const joint = next?.kind === "noun" && isWith(one) ? particleOf(next) : "";
  if (["は", "が", "も"].includes(joint)) return undefined;
  if ((particle === "の" || one.tail.at(-1)?.text === "な") && next?.kind === "noun") return undefined;
  let first = index;
  const isSubject = ["は", "が", "も"].includes(particle);
  const least = Math.max(0, index - MOST_MODIFIERS);
  while (first > least && (isModifier(bunsetsu[first - 1]) || (isSubject && isWith(bunsetsu[first - 1]))))
    first -= 1;
  const from = bunsetsu[first]?.heads[0]?.from ?? 0;
  const to = one.heads.at(-1)?.to ?? from;
  const phrase: Phrase = { from, to, text: text.slice(from, to), head: headOf(one.heads) };
  const apart = next?.kind === "mark";
  return { phrase: particle === "" ? phrase : { ...phrase, marker: particle }, particle, apart };
}

/** The particles together; が and を alone where others stand before them (誰かが, 犬だけを). */
function particleOf({ tail }: Bunsetsu): string {
  const written = tail.flatMap(({ tag, text }) => (tag === "助詞" ? [text] : [])).join("");
  const last = written.at(-1) ?? "";
  return last === "が" || last === "を" ? last : written;
}

/** 太郎と花子が: before the subject's own noun, と joins. */
const isWith = (one: Bunsetsu | undefined): boolean =>
  one?.kind === "noun" && one.tail.length === 1 && one.tail[0]?.text === "と";

function isModifier(one: Bunsetsu | undefined): boolean {
  if (one === undefined) return false;
  if (one.kind === "adnominal") return true;
  return (
    one.kind === "noun" && one.tail.length === 1 && (one.tail[0]?.text === "の" || one.tail[0]?.text === "な")
  );
}

interface Settled {
  one: Bunsetsu;
  ending: Ending;
  given: readonly Argument[];
  adverbs: readonly Phrase[];
  topic: Phrase | undefined;
  carried: Phrase | undefined;
  relativeTo: Phrase | undefined;
}

function clauseOf(
  { one, ending, given, adverbs, topic, carried, relativeTo }: Settled,
  text: string,
): Clause {
  const by = { objects: [] as Phrase[], places: [] as Phrase[], times: [] as Phrase[], manner: [...adverbs] };
  let subject: Clause["subject"];
  for (const { phrase, particle } of given) {
    const isTimeWord =
      table.is("time", phrase.head) ||
      table.is("past-time", phrase.head) ||
      table.is("future-time", phrase.head);
    // 門の前に is where, 夜の前に and 行く前に are when.
    const isSpatial = table.is("spatial", phrase.head) && phrase.text.endsWith(`の${phrase.head}`);
    if (isTimeWord && !isSpatial && !particle.startsWith("が") && !particle.startsWith("を"))
      by.times.push(phrase);
    else if (particle === "が" || (particle === "の" && relativeTo !== undefined)) subject = phrase;
    else if (particle === "も" && phrase.head === "何") by.objects.push(phrase);
    else if (particle === "も" && subject === undefined) subject = phrase;
    else if (particle.startsWith("を")) by.objects.push(phrase);
    else if (/^(?:に|へ|で|から|まで)/u.test(particle)) by.places.push(phrase);
    else if (particle === "" && subject === undefined && by.objects.length === 0 && phrase.head.length > 0)
      by.manner.push(phrase);
    else if (particle === "は") by.objects.push(phrase);
    else by.manner.push(phrase);
  }
  if (subject === undefined && topic) subject = { ...topic, topic: true };
  if (subject === undefined && relativeTo === undefined && carried) subject = { ...carried, shared: true };
  if (subject === undefined && relativeTo && !isFormal(relativeTo.head))
    subject = { ...relativeTo, shared: true };
  const own = spanned(one, text);
  const { lemma, rank, connector, speech, command, ...predicate } = ending;
  const starts = [own.from, ...given.map(({ phrase }) => phrase.from), ...adverbs.map(({ from }) => from)];
  return {
    from: Math.min(...starts),
    to: own.to,
    rank: relativeTo ? "relative" : rank,
    ...(connector === undefined || relativeTo ? {} : { connector }),
    ...(subject === undefined ? {} : { subject }),
    predicate: {
      ...{ from: own.from, to: own.to, lemma, ...predicate },
      ...(command ? { mood: "wished" as const } : {}),
    },
    ...by,
    ...(command && !relativeTo ? { command } : {}),
    ...(speech === undefined ? {} : { speech }),
  };
}

/** 見たこと, 行った時: the noun does nothing in the clause before it. */
const isFormal = (noun: string): boolean => table.is("formal-noun", noun) || table.is("time", noun);

/** What と ties to a verb of saying or thinking takes its mood from that verb; some moods hold for the whole sentence. */
function settled(clauses: readonly Clause[]): Clause[] {
  const complemented = clauses.map((clause, index) => {
    const next = clauses[index + 1];
    if (clause.connector === "と" && clause.rank === "subordinate" && next)
      return complementMood(clause, next);
    return experienced(clause, clauses[index - 1]);
  });
  const end = complemented.at(-1)?.predicate.mood;
  const tenses = complemented.map(({ predicate }) => predicate.tense);
  for (let at = complemented.length - 2; at >= 0; at -= 1) {
    const { rank, connector = "" } = complemented[at] ?? {};
    // て and the comma leave the tense to the next main clause.
    if (rank === "main" && table.is("tenseless", connector)) tenses[at] = tenses[at + 1] ?? "none";
  }
  const begun = complemented.findIndex(
    ({ predicate: { mood } }) => mood === "habit" || mood === "remembered",
  );
  return complemented.map((untensed, index) => {
    const tense = tenses[index] ?? untensed.predicate.tense;
    const clause = { ...untensed, predicate: { ...untensed.predicate, tense } };
    if (clause.predicate.mood !== "told" || clause.rank !== "main") return clause;
    // だろう stands once, at the end; いつも and 昔 once, before the first verb.
    if (end === "supposed") return { ...clause, predicate: { ...clause.predicate, mood: end } };
    const before = begun >= 0 && begun < index ? complemented[begun]?.predicate.mood : undefined;
    return before === undefined ? clause : { ...clause, predicate: { ...clause.predicate, mood: before } };
  });
}

/** 見たことがある was before; 見ることがある is now and again. */
function experienced(clause: Clause, before: Clause | undefined): Clause {
  const { predicate, subject } = clause;
  if (predicate.lemma !== "ある" || subject?.head !== "こと" || before?.rank !== "relative") return clause;
  const mood = before.predicate.tense === "past" ? "remembered" : "habit";
  return { ...clause, predicate: { ...predicate, mood } };
}
