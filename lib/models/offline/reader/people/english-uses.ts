// English noun phrases as uses: determiner, owner, name and number by the words' tags, role by the clauses.
import type { ReadUnit, SentencePlace } from "../facts.ts";
import type { Phrase, Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import { isCapitalized, isPausingMark, isPossessiveMark, isSmall, plainEnglish } from "../text/word-forms.ts";
import {
  type NameFacts,
  type NounUse,
  type PronounFacts,
  rolesOf,
  withoutLongModifiers,
  wordsIn,
} from "./noun-use.ts";
import { type NounFacts, type PeopleWords, sexOf } from "./word-lists.ts";

/** Words of a story that are written with a small letter anywhere, and those with a capital where no sentence begins. */
interface Spelling {
  small: ReadonlySet<string>;
  capital: ReadonlySet<string>;
}

export function spellingOf(units: readonly ReadUnit[]): Spelling {
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const { unit, sentences } of units) {
    if (unit.kind === "heading") continue;
    for (const { words } of sentences) {
      for (const [index, { text, tag }] of words.entries()) {
        const before = words[index - 1];
        const begins = before === undefined || before.tag === "PUNCT";
        if (isSmall(text)) small.add(text);
        else if (!begins && tag !== "PRON" && isCapitalized(text)) capital.add(text);
      }
    }
  }
  return { small, capital };
}

export function englishNouns(lists: PeopleWords, spelling: Spelling) {
  return (sentence: Sentence, { unit }: ReadUnit, place: SentencePlace): NounUse[] => {
    const roles = rolesOf(sentence);
    const addressed = new Set(sentence.vocatives.map(({ to }) => to));
    const uses: NounUse[] = [];
    for (const whole of sentence.nouns) {
      const phrase = withoutLongModifiers(whole);
      const words = wordsIn(sentence.words, phrase.from, phrase.to);
      const made = readPhrase(phrase, words, {
        lists,
        spelling,
        first: sentence.words[0]?.from === phrase.from,
      });
      const role = roles.get(phrase.to);
      const owner = made.determiner === "owned" ? ownerOf(uses, phrase) : undefined;
      const use: NounUse = {
        ...place,
        ...made,
        from: phrase.from,
        to: phrase.to,
        role: role?.role ?? "apart",
        ...(role === undefined ? {} : { clause: role.clause }),
        ...(phrase.marker === undefined ? {} : { marker: phrase.marker }),
        ...(owner === undefined ? {} : { owner }),
        likened: isLikened(sentence, phrase),
        spoken: unit.kind === "speech",
        addressed: addressed.has(phrase.to) || isCalled(sentence, phrase),
        joined: [],
      };
      if (owner) owner.owns = use;
      uses.push(use);
    }
    tie(uses, sentence.words, lists);
    return uses;
  };
}

/** `O my Best Beloved`. */
function isCalled({ words }: Sentence, { from, text }: Phrase): boolean {
  return text.startsWith("O ") || wordsIn(words, from - 3, from).at(-1)?.text === "O";
}

/** `as a child`, `like a king`. */
function isLikened({ words }: Sentence, { from, marker }: Phrase): boolean {
  if (marker === "like" || marker === "than" || marker === "as") return true;
  const before = wordsIn(words, from - NEXT_WORD, from).at(-1);
  return before !== undefined && ["as", "like", "than"].includes(plainEnglish(before.text));
}

/** The last use inside the phrase, which its possessive is. */
function ownerOf(uses: readonly NounUse[], phrase: Phrase): NounUse | undefined {
  const owner = uses.at(-1);
  if (owner === undefined || owner.from < phrase.from || owner.to >= phrase.to) return undefined;
  owner.role = owner.role === "apart" ? "possessor" : owner.role;
  return owner;
}

const UNKNOWN: NounFacts = { family: "unknown", kind: "unknown", sex: "unknown", age: "unknown" };

type Made = Pick<
  NounUse,
  "text" | "head" | "determiner" | "pronoun" | "name" | "facts" | "many" | "count" | "modifiers"
>;

interface Around {
  lists: PeopleWords;
  spelling: Spelling;
  /** The phrase begins its sentence. */
  first: boolean;
}

function readPhrase(phrase: Phrase, words: readonly Word[], { lists, spelling, first }: Around): Made {
  const [start] = words;
  const said = plainEnglish(start?.text ?? "");
  const pronoun = words.length === 1 ? pronounOf(said, lists) : undefined;
  if (pronoun)
    return {
      ...{ text: phrase.text, head: said, determiner: "none", pronoun, facts: undefined, modifiers: [] },
      many: pronoun.number === "many",
    };
  const last =
    words.findLast(({ text }) => plainEnglish(text) === plainEnglish(phrase.head)) ??
    words.findLast(({ lemma }) => lemma === phrase.head) ??
    words.at(-1);
  const owned = words.findLastIndex(
    ({ tag, text }, at) => tag === "PART" && isPossessiveMark(text) && at < words.length - 1,
  );
  const determiner = owned >= 0 ? "owned" : determinerOf(said, start?.tag ?? "", lists);
  const body = words.slice(owned >= 0 ? owned + 1 : determiner === "bare" ? 0 : 1);
  const head = plainEnglish(phrase.head);
  const written = plainEnglish(last?.text ?? "");
  const name = nameOf(body, { lists, spelling, first, determiner });
  const singular = lists.value("plural", written) ?? head;
  // `her brother Ernest`: the noun before the name says what he is.
  const noun = name && body.findLast(({ tag, text }) => tag === "NOUN" && isSmall(text));
  const facts = name && noun === undefined ? UNKNOWN : lists.noun(noun === undefined ? singular : noun.lemma);
  const number =
    body.flatMap(({ text }) => lists.value("number", plainEnglish(text)) ?? [])[0] ??
    lists.value("number", said);
  const many =
    !name &&
    (facts?.family === "group" ||
      lists.value("plural", written) !== undefined ||
      (written !== head && written.endsWith("s")) ||
      (number !== undefined && number !== "1"));
  const from = body[0]?.from ?? phrase.from;
  return {
    text: phrase.text.slice(from - phrase.from),
    head: noun === undefined ? singular : noun.lemma,
    determiner,
    ...(name === undefined ? {} : { name }),
    facts: lists.value("group", written) === undefined ? facts : lists.noun(written),
    many,
    ...(number === undefined || number === "1" ? {} : { count: Number(number) }),
    modifiers: body.slice(0, -1).map(({ text }) => plainEnglish(text)),
  };
}

function pronounOf(said: string, lists: PeopleWords): PronounFacts | undefined {
  const value = lists.value("pronoun", said)?.split(" ");
  if (value === undefined) return undefined;
  const [person, number, sex, form] = value;
  return {
    person: person === "1" ? 1 : person === "2" ? 2 : 3,
    number: number === "one" || number === "many" ? number : "unknown",
    sex: sexOf(sex),
    form:
      form === "subject" || form === "object" || form === "owner" || form === "self" || form === "relative"
        ? form
        : "any",
  };
}

function determinerOf(said: string, tag: string, lists: PeopleWords): NounUse["determiner"] {
  if (said === "the") return "definite";
  if (said === "a" || said === "an") return "indefinite";
  if (said === "another" || said === "other") return "other";
  if (["this", "that", "these", "those"].includes(said)) return "that";
  if (lists.value("pronoun", said)?.endsWith("owner")) return "owned";
  if (tag === "DET") return "indefinite";
  return "bare";
}

/** The capitalised words at the end of a phrase, with a title before them. Undefined where they are a noun with a capital. */
function nameOf(
  body: readonly Word[],
  { lists, spelling, first, determiner }: Around & { determiner: NounUse["determiner"] },
): NameFacts | undefined {
  const isCapital = ({ text }: Word) => isCapitalized(text);
  let start = body.length;
  while (start > 0 && isCapital(body[start - 1] ?? ({ text: "" } as Word))) start -= 1;
  const capitals = body.slice(start);
  if (capitals.length === 0) return undefined;
  const titles = capitals.filter(({ text }) => lists.is("title", plainEnglish(text)));
  const parts = capitals.filter(({ text }) => !lists.is("title", plainEnglish(text)));
  const [title] = titles;
  if (parts.length === 0) {
    const [only] = capitals;
    // `Nursey`, `Mother`: a title or noun alone with a capital is no proper name.
    if (only === undefined || titles.length > 0) return undefined;
  }
  const words = parts.map(({ text }) => text);
  if (title !== undefined) return { title: plainEnglish(title.text), parts: words };
  if (determiner !== "bare" && determiner !== "owned") return undefined;
  const [word = ""] = words;
  const facts = lists.noun(plainEnglish(words.at(-1) ?? ""));
  const isGiven = words.some((one) => lists.is("given", plainEnglish(one)));
  if (
    !isGiven &&
    facts !== undefined &&
    facts.family !== "unknown" &&
    (words.length === 1 || facts.family === "nature")
  )
    return undefined;
  const begins = first && start === 0;
  if (begins && words.length === 1 && !isGiven) {
    if (spelling.small.has(word.toLowerCase())) return undefined;
    if (!spelling.capital.has(word) && capitals[0]?.tag !== "PROPN") return undefined;
  }
  if (capitals.every(({ tag }) => tag !== "PROPN" && tag !== "NOUN" && tag !== "ADJ")) return undefined;
  return { parts: words };
}

/** Appositions (`Framton Nuttel, the caller,`) and coordination, by what stands between two phrases. */
function tie(uses: readonly NounUse[], words: readonly Word[], lists: PeopleWords): void {
  for (const [index, use] of uses.entries()) {
    const before = uses.slice(Math.max(0, index - 4), index).findLast(({ to }) => to <= use.from);
    if (before === undefined) continue;
    const between = wordsIn(words, before.to, use.from).map(({ text }) => text);
    if (use.pronoun || before.pronoun) {
      if (before.pronoun?.form === "owner") continue;
      // `she, Eveline`
      const isNamed =
        use.name !== undefined && before.pronoun?.person === 3 && before.pronoun.number === "one";
      if (isNamed && between.join() === "," && !use.addressed) use.apposed = before;
      join(before, use, words);
      continue;
    }
    // `the man from the West`
    if (
      use.marker !== undefined &&
      between.join().toLowerCase() === use.marker &&
      use.marker !== "of" &&
      before.facts
    )
      before.modifiers.push(`${use.marker} ${use.head}`);
    const after = wordsIn(words, use.to, use.to + NEXT_WORD)[0]?.text;
    // `of fifteen`
    const years = lists.value("number", use.head);
    if (between.join() === "of" && years !== undefined && use.marker === "of") before.years = Number(years);
    const isApart = after === undefined || isPausingMark(after) || AFTER_APPOSITION.has(after.toLowerCase());
    const oneIsNamed = (use.name === undefined) !== (before.name === undefined);
    const isNoun = use.facts !== undefined && use.facts.family !== "unknown" && use.facts.family !== "nature";
    if (
      between.join() === "," &&
      isApart &&
      use.many === before.many &&
      ((oneIsNamed && (isNoun || use.name)) ||
        (isNoun &&
          before.facts !== undefined &&
          before.facts.family !== "unknown" &&
          use.determiner === "indefinite" &&
          use.name === undefined &&
          before.role !== "oblique"))
    ) {
      if (before.marker === undefined || oneIsNamed) use.apposed = before;
    } else if (
      between.length === 0 &&
      use.name &&
      before.facts &&
      before.facts.family !== "unknown" &&
      before.name === undefined
    )
      use.apposed = before;
    join(before, use, words);
  }
}

/** What may follow a second name of somebody besides a mark. */
const AFTER_APPOSITION: ReadonlySet<string> = new Set("who that whom whose to of with in from".split(" "));

/** The word after a phrase is whole within so many UTF-16 units. */
const NEXT_WORD = 24;

function join(before: NounUse, use: NounUse, words: readonly Word[]): void {
  const between = wordsIn(words, before.to, use.from).map(({ text }) => text.toLowerCase());
  if (between.length === 0 || between.length > 2) return;
  // `the tail, and he`: another clause.
  if (use.pronoun && between.length > 1) return;
  if (between.every((text) => text === "," || text === "and") && between.includes("and")) {
    use.joined = [...before.joined, before];
  }
}
