// Japanese noun phrases as uses: names and suffixes by the morphemes, determiner and number by the words before the noun, role by the
// clauses.
import type { ReadUnit, SentencePlace } from "../facts.ts";
import type { Phrase, Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import { isForeign } from "../text/word-forms.ts";
import {
  type NameFacts,
  type NounUse,
  type PronounFacts,
  type ReadNouns,
  rolesOf,
  withoutLongModifiers,
  wordsIn,
} from "./noun-use.ts";
import { type NounFacts, type PeopleWords, sexOf } from "./word-lists.ts";

export function japaneseNouns(lists: PeopleWords): ReadNouns {
  return (sentence: Sentence, { unit }: ReadUnit, place: SentencePlace): NounUse[] => {
    const roles = rolesOf(sentence);
    const addressed = new Set(sentence.vocatives.map(({ to }) => to));
    const complements = new Map(
      sentence.clauses.flatMap((clause) =>
        clause.predicate.aspect === "state" && clause.subject
          ? [[clause.predicate.from, clause] as const]
          : [],
      ),
    );
    const uses: NounUse[] = [];
    for (const whole of sentence.nouns) {
      const phrase = withoutLongModifiers(whole);
      const words = wordsIn(sentence.words, phrase.from, phrase.to);
      const read = readPhrase(phrase, words, lists);
      if (read === undefined) continue;
      const { first, made } = read;
      const role = roles.get(phrase.to);
      const predicate = complements.get(first.from);
      const before = uses.at(-1);
      const isOwned =
        before !== undefined &&
        before.marker === "の" &&
        !isNumber(before, lists) &&
        before.to <= first.from &&
        first.from - before.to <= 1;
      const use: NounUse = {
        ...place,
        ...made,
        from: phrase.from,
        to: phrase.to,
        determiner: isAnother(sentence.words, phrase.from, made.determiner)
          ? "other"
          : made.determiner === "bare" && isOwned
            ? "owned"
            : made.determiner,
        role: predicate ? "complement" : (role?.role ?? (isOwned ? "apart" : "apart")),
        ...(predicate ? { clause: predicate } : role === undefined ? {} : { clause: role.clause }),
        ...(phrase.marker === undefined ? {} : { marker: phrase.marker }),
        ...(isOwned ? { owner: before } : {}),
        ...(isAnother(sentence.words, phrase.from, made.determiner) ? { text: `もう${made.text}` } : {}),
        likened: isLikened(sentence.words, phrase.to),
        spoken: unit.kind === "speech",
        addressed: addressed.has(phrase.to),
        joined: [],
      };
      if (isOwned && before.role === "apart") before.role = "possessor";
      if (isOwned) before.owns = use;
      tie(use, before, first);
      uses.push(use);
    }
    return uses;
  };
}

/** 一人の, 二匹の: they count the noun, and own nothing. */
const isNumber = ({ text, pronoun }: NounUse, lists: PeopleWords): boolean =>
  pronoun?.person !== 1 &&
  (lists.is("counted", text) || (lists.is("counter", text.slice(-1)) && isDigits(text.slice(0, -1), lists)));

const isDigits = (text: string, lists: PeopleWords): boolean =>
  text !== "" && [...text].every((digit) => lists.is("digit", digit));

/** もう一人の紳士: the adverb stands before the phrase. */
const isAnother = (words: readonly Word[], from: number, determiner: NounUse["determiner"]): boolean =>
  determiner === "indefinite" && wordsIn(words, from - 2, from)[0]?.text === "もう";

/** 荷物のような, 犬みたいに. */
function isLikened(words: readonly Word[], to: number): boolean {
  const [first, second] = wordsIn(words, to, to + 4);
  const said = first?.text === "の" ? second?.text : first?.text;
  return said === "よう" || said === "みたい" || said === "ごとく" || said === "如く";
}

/** Xという男, 弟の太郎 and 若者と娘. */
function tie(use: NounUse, before: NounUse | undefined, first: Word): void {
  if (before === undefined || before.to > first.from) return;
  const near = first.from - before.to;
  const marker = before.marker ?? "";
  if (
    (marker === "という" || marker === "といふ" || marker === "と云う" || marker === "と言う") &&
    near <= 4
  ) {
    use.apposed = before;
    return;
  }
  // 乞食の人
  const isPlainPerson = before.facts?.family === "person" && before.pronoun === undefined;
  if (marker === "の" && near === 1 && GENERIC.has(use.head) && isPlainPerson) {
    use.apposed = before;
    delete use.owner;
    return;
  }
  const isRelation = before.facts?.family === "relation" || before.facts?.family === "person";
  if (marker === "の" && near === 1 && use.name && isRelation && before.name === undefined) {
    use.apposed = before;
    delete use.owner;
    return;
  }
  if (
    JOINING.has(marker) &&
    near <= 3 &&
    use.clause?.subject?.to === use.to &&
    isSomebody(before) &&
    isSomebody(use)
  )
    use.joined = [...before.joined, before];
}

const JOINING: ReadonlySet<string> = new Set(["と", "や", "とが", "とは"]);

const GENERIC = new Set(["人", "者", "方"]);

const isSomebody = ({ facts, name, pronoun }: NounUse): boolean =>
  name !== undefined ||
  pronoun !== undefined ||
  (facts !== undefined && facts.family !== "unknown" && facts.family !== "nature");

interface Read {
  /** The first word of the noun itself. */
  first: Word;
  made: Pick<
    NounUse,
    "text" | "head" | "determiner" | "pronoun" | "name" | "facts" | "many" | "count" | "modifiers" | "years"
  >;
}

const isNominal = ({ tag }: Word): boolean =>
  tag === "名詞" || tag === "接頭詞" || tag === "UNK" || tag === "記号";

function readPhrase(phrase: Phrase, words: readonly Word[], lists: PeopleWords): Read | undefined {
  let start = words.length;
  while (start > 0 && isNominal(words[start - 1] ?? NO_WORD)) start -= 1;
  const heads = words.slice(start);
  const last = heads.at(-1);
  if (last === undefined) return undefined;
  const before = words.slice(0, start);
  const core = coreOf(heads, lists);
  const first = core.words[0] ?? last;
  const isDirect = first === heads[0] || core.words.length === heads.length;
  const modifiers = [...before, ...heads.slice(0, heads.indexOf(first))]
    .filter(({ tag }) => tag !== "助詞")
    .map(({ lemma }) => lemma);
  const shown = phrase.text.slice(
    Math.max(0, (isDirect ? shownFrom(before, phrase.from) : first.from) - phrase.from),
  );
  const number = countOf(before, lists) ?? core.count;
  return {
    first,
    made: {
      text: core.name && before.length === 0 ? phrase.text.slice(first.from - phrase.from) : shown,
      head: core.head,
      determiner: core.pronoun ? "none" : determinerOf(before, lists),
      ...(core.pronoun ? { pronoun: core.pronoun } : {}),
      ...(core.name ? { name: core.name } : {}),
      facts: core.facts,
      many:
        core.many ||
        core.facts?.family === "group" ||
        (number !== undefined && number > 1) ||
        core.pronoun?.number === "many",
      ...(number === undefined || number < 2 ? {} : { count: number }),
      modifiers,
      ...yearsOf(words, lists),
    },
  };
}

const NO_WORD: Word = { from: 0, to: 0, text: "", lemma: "", tag: "" };

/** Where a description begins without その, ある and 一人の. */
function shownFrom(before: readonly Word[], from: number): number {
  let at = from;
  for (const word of before) {
    const isFirst = word.from === at;
    if (!isFirst) break;
    if (word.tag === "連体詞" && DETERMINERS.has(word.text)) at = word.to;
    else break;
  }
  return at;
}

const DETERMINERS = new Set([
  "その",
  "この",
  "あの",
  "かの",
  "ある",
  "或る",
  "或",
  "そんな",
  "こんな",
  "あんな",
  "わが",
  "我が",
]);

function determinerOf(before: readonly Word[], lists: PeopleWords): NounUse["determiner"] {
  const texts = before.map(({ text }) => text);
  const written = texts.join("");
  if (endsIn("other-before", written, lists)) return "other";
  if (texts.some((text) => ["その", "この", "あの", "かの", "例の"].includes(text))) return "that";
  if (
    texts.some((text) => ["ある", "或る", "或"].includes(text)) ||
    texts.some((_, at) =>
      [2, 3].some((count) => lists.is("one-before", texts.slice(at, at + count).join(""))),
    )
  )
    return "indefinite";
  return "bare";
}

/** No entry that words before a noun end in is longer, in UTF-16 units. */
const LONGEST_END = 6;

function endsIn(kind: string, written: string, lists: PeopleWords): boolean {
  for (let length = 1; length <= LONGEST_END; length += 1)
    if (lists.is(kind, written.slice(-length))) return true;
  return false;
}

/** 二人の, 三匹の. */
function countOf(words: readonly Word[], lists: PeopleWords): number | undefined {
  for (const [index, { text, detail }] of words.entries()) {
    if (detail?.includes("助数詞") !== true || !lists.is("counter", text)) continue;
    const number = lists.value("number", words[index - 1]?.text ?? "");
    if (number !== undefined) return Number(number);
  }
  return undefined;
}

function yearsOf(words: readonly Word[], lists: PeopleWords): { years?: number } {
  const at = words.findIndex(({ text }) => text === "歳" || text === "才");
  if (at <= 0) return {};
  let years = 0;
  for (let index = Math.max(0, at - 3); index < at; index += 1) {
    const value = Number(lists.value("number", words[index]?.text ?? "") ?? Number.NaN);
    if (Number.isNaN(value)) continue;
    years = value === 10 ? Math.max(1, years) * 10 : years + value;
  }
  return years === 0 ? {} : { years };
}

interface Core {
  /** The words that the noun or the name is. */
  words: readonly Word[];
  head: string;
  pronoun?: PronounFacts;
  name?: NameFacts;
  facts: NounFacts | undefined;
  many: boolean;
  count?: number;
}

const UNKNOWN: NounFacts = { family: "unknown", kind: "unknown", sex: "unknown", age: "unknown" };

/** The noun or name at the end of a compound: その時|おかあさん, 松石|君, 子供|たち. */
function coreOf(heads: readonly Word[], lists: PeopleWords): Core {
  let body = heads;
  let many = false;
  const whole = textOf(heads);
  const pronoun = pronounOf(whole, lists);
  if (pronoun) return { ...pronoun, words: heads };
  const after = pronounAtEnd(heads, lists);
  if (after) return { ...after, words: heads.slice(-1) };
  // 一人: a number with what it counts.
  if (heads.length > 1 && heads.at(-1)?.detail?.includes("助数詞"))
    return { words: heads, head: whole, facts: undefined, many: false };
  if (lists.is("group", whole)) return { words: heads, head: whole, facts: lists.noun(whole), many: true };
  if (body.length > 1 && lists.is("plural", body.at(-1)?.text ?? "")) {
    many = true;
    body = body.slice(0, -1);
  }
  const titled = titledName(body, lists);
  if (titled) return { ...titled, many };
  const listed = listedEnd(body, lists);
  const name = properName(body);
  if (name && (listed === undefined || listed.words.length <= name.words.length)) return { ...name, many };
  if (listed) return { ...listed, many: many || listed.many };
  const head = textOf(body);
  return { words: body, head, facts: lists.noun(head), many };
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join("");

function pronounOf(written: string, lists: PeopleWords): Core | undefined {
  const value = lists.value("pronoun", written)?.split(" ");
  if (value === undefined) return undefined;
  const [person, number, sex, form] = value;
  return {
    words: [],
    head: written,
    facts: undefined,
    many: number === "many",
    pronoun: {
      person: person === "1" ? 1 : person === "2" ? 2 : 3,
      number: number === "one" || number === "many" ? number : "unknown",
      sex: sexOf(sex),
      form: form === "self" ? "self" : "any",
    },
  };
}

/** 今朝|私. */
function pronounAtEnd(heads: readonly Word[], lists: PeopleWords): Core | undefined {
  const last = heads.at(-1);
  const isApart = heads.length > 1 && last?.detail?.includes("代名詞") === true;
  return isApart && last ? pronounOf(last.text, lists) : undefined;
}

/** The longest end of the words, cut between words, that a class for somebody has. */
function listedEnd(body: readonly Word[], lists: PeopleWords): Core | undefined {
  for (let start = 0; start < body.length; start += 1) {
    const words = body.slice(start);
    const head = textOf(words);
    const facts = LISTED.some((kind) => lists.is(kind, head)) ? lists.noun(head) : undefined;
    if (facts === undefined) continue;
    // One character is a noun of its own only where a word ends before it that is no part of a compound (大|男 is one, 宿|主 is none).
    if (head.length === 1 && start > 0 && !["名詞"].includes(body[start - 1]?.tag ?? "")) continue;
    return { words, head, facts, many: false };
  }
  return undefined;
}

const LISTED = ["person", "relation", "being", "animal", "group", "nature"] as const;

const isNameWord = ({ detail = [] }: Word): boolean =>
  detail.includes("固有名詞") && !detail.includes("組織");

/** 松石君, 橋本さん, 原川社長: whatever stands before a suffix of respect is a name, unless it is a noun for a person itself. */
function titledName(body: readonly Word[], lists: PeopleWords): Omit<Core, "many"> | undefined {
  const last = body.at(-1);
  if (last === undefined || body.length < 2) return undefined;
  const title = last.text;
  const isRespect =
    lists.is("respect", title) && (last.detail?.includes("接尾") === true || title.length > 1);
  const isTitle = isRespect || lists.is("title", title);
  if (!isTitle) return undefined;
  let start = body.length - 1;
  while (
    start > 0 &&
    (isNameWord(body[start - 1] ?? NO_WORD) || body.length - start < MOST_NAME_WORDS) &&
    !isTimeWord(body[start - 1])
  )
    start -= 1;
  const name = body.slice(start, -1);
  const written = textOf(name);
  if (written === "") return undefined;
  const facts = LISTED.slice(0, 4).some((kind) => lists.is(kind, written)) ? lists.noun(written) : undefined;
  // 馬さん, 医者さん: the noun with respect.
  if (facts) return { words: body.slice(start), head: written, facts };
  if (!isRespect && !name.some(isNameWord)) return undefined;
  return {
    words: body.slice(start),
    head: written,
    name: { title, parts: partsOf(name) },
    facts: isRespect ? UNKNOWN : (lists.noun(title) ?? UNKNOWN),
  };
}

const MOST_NAME_WORDS = 4;
const isTimeWord = (word: Word | undefined): boolean => word?.detail?.includes("副詞可能") === true;

/** Family and given name apart where the dictionary tells them apart. */
function partsOf(name: readonly Word[]): string[] {
  const parts = name.map(({ text }) => text);
  return name.length === 2 && name.every(isNameWord) ? [...parts] : [parts.join("")];
}

/** Names of people that the dictionary has, and words in katakana that it has not. */
function properName(body: readonly Word[]): Omit<Core, "many"> | undefined {
  const last = body.at(-1);
  if (last === undefined) return undefined;
  let start = body.length;
  while (start > 0 && isNameWord(body[start - 1] ?? NO_WORD)) start -= 1;
  const names = body.slice(start);
  if (names.length > 0 && (names.some(isPersonal) || names.length === 1 || names.length === 2))
    return {
      words: names,
      head: textOf(names),
      name: { parts: partsOf(names), ...(names.some(isPersonal) ? {} : { doubtful: true as const }) },
      facts: UNKNOWN,
    };
  const isStrange = (last.tag === "UNK" || last.tag === "記号") && isForeign(last.text);
  if (isStrange && body.length === 1 && !isMimetic(last.text))
    return { words: [last], head: last.text, name: { parts: [last.text], doubtful: true }, facts: UNKNOWN };
  return undefined;
}

/** ウヨウヨ. */
const isMimetic = (text: string): boolean => text.slice(0, text.length / 2) === text.slice(text.length / 2);

const isPersonal = ({ detail = [] }: Word): boolean => detail.includes("人名");
