// Japanese noun phrases as `NounUse`: names from morphemes, determiner and number from the words before the noun, role from the clauses.
import type { Phrase, Sentence, Word } from "../text/clause.ts";
import { isCountedNumber, isForeign, isInOneScript, meansAnother, meansOne } from "../text/word-forms.ts";
import { wordTable } from "../text/word-table.ts";
import { type NameFacts, type NounGrammar, type NounUse, type PhraseFacts, wordsIn } from "./noun-use.ts";
import { FAMILIES, isAnimateNoun, type NounFacts, type PeopleWords, UNKNOWN_NOUN } from "./word-lists.ts";

export const japaneseNouns = (lists: PeopleWords): NounGrammar => ({
  read(phrase, sentence, uses) {
    const made = readPhrase(phrase, sentence.words, lists);
    if (made === undefined) return undefined;
    const clause = sentence.clauses.findLast(
      ({ predicate, subject }) => predicate.aspect === "state" && subject && predicate.from === made.noun,
    );
    if (clause) Object.assign(made, { role: "complement", clause });
    const before = uses.at(-1);
    if (before?.marker !== "の" || before.to > made.noun) return made;
    // 二人の若い紳士: the number precedes the noun's other modifiers.
    if (isNumber(before, lists)) {
      const count = made.count ?? countOf(wordsIn(sentence.words, before.from, before.to), lists);
      return { ...made, count, many: made.many || (count ?? 1) > 1 };
    }
    if (made.noun - before.to > 1) return made;
    return { ...made, owner: before, determiner: made.determiner === "bare" ? "owned" : made.determiner };
  },
  /** Links appositions and coordinated phrases: 名を伊織という, Xという男, 弟の太郎, 若者と娘. */
  link(use, sentence, uses) {
    if (namesPreviousTopic(use, sentence, lists)) use.ofSubject = true;
    const before = uses.at(-1);
    const near = (use.noun ?? 0) - (before?.to ?? 0);
    if (before === undefined || near < 0) return;
    const { marker = "", name, pronoun, facts } = before;
    const isPerson = facts?.family === "person" || facts?.family === "relation";
    const isSaidAgain = isPerson && !pronoun && (use.name ? !name : lists.is("generic", use.head));
    const isOf = marker === "の" && near === 1 && isSaidAgain;
    if (isOf || (near <= 4 && lists.is("called", marker))) use.apposed = before;
    if (isOf) use.owner = undefined;
    else if (near <= 3 && lists.is("joins", marker) && use.clause?.subject?.to === use.to)
      use.joined = [...before.joined, before];
  },
});

/** Whether the sentence names the topic of the previous sentence: 名を伊織という. */
const namesPreviousTopic = ({ name, marker }: NounUse, { clauses }: Sentence, lists: PeopleWords) =>
  name !== undefined &&
  marker?.startsWith("と") === true &&
  !clauses.some(({ subject, rank }) => rank === "main" && subject && subject.shared === undefined) &&
  clauses.some(
    ({ objects, speech }) => speech === "says" && objects.some(({ head }) => lists.is("naming", head)),
  );

/** Whether the phrase counts the noun after it and is not its owner: 一人の, 二匹の. */
const isNumber = ({ text, pronoun }: NounUse, lists: PeopleWords): boolean =>
  pronoun?.person !== 1 && (lists.is("counted", text) || isCountedNumber(text));

const isNominal = ({ tag }: Word): boolean => ["名詞", "接頭詞", "UNK", "記号"].includes(tag);

function readPhrase(
  phrase: Phrase,
  all: readonly Word[],
  lists: PeopleWords,
): (PhraseFacts & { noun: number }) | undefined {
  const words = wordsIn(all, phrase.from, phrase.to);
  const start = words.findLastIndex((word) => !isNominal(word)) + 1;
  const heads = words.slice(start);
  const before = words.slice(0, start);
  const { first, ...core } = coreOf(heads, lists);
  if (first === undefined) return undefined;
  const modifiers = [...before, ...heads.slice(0, heads.indexOf(first))];
  const count = countOf(before, lists);
  // もう一人の紳士: the adverb is outside the phrase.
  const adverb = wordsIn(all, phrase.from - 2, phrase.from).slice(-1);
  // A description starts at the first content word: it omits その, ある and the like.
  const shown = first === heads[0] ? before.find(({ tag }) => tag !== "連体詞") : undefined;
  return {
    ...core,
    isUnknownWord: isUnknown(heads, core, lists),
    noun: first.from,
    text: phrase.text.slice((shown ?? first).from - phrase.from),
    determiner: core.pronoun ? "none" : determinerOf([...adverb, ...before], lists),
    many:
      core.many || core.facts?.family === "group" || count !== undefined || core.pronoun?.number === "many",
    count,
    modifiers: modifiers.filter(({ tag }) => tag !== "助詞").map(({ lemma }) => lemma),
  };
}

function determinerOf(before: readonly Word[], lists: PeopleWords): NounUse["determiner"] {
  const written = textOf(before);
  if (meansAnother(written)) return "other";
  if (before.some(({ text }) => lists.is("that", text))) return "that";
  const isSome = before.some(({ text }) => lists.is("some", text)) || meansOne(written);
  return isSome ? "indefinite" : "bare";
}

/** The number of 二人の, 三匹の. Undefined if it is not more than one. */
function countOf(words: readonly Word[], lists: PeopleWords): number | undefined {
  const at = words.findIndex(({ text, detail }) => detail?.includes("助数詞") && lists.is("counter", text));
  const count = Number(lists.value("number", words[at - 1]?.text ?? "") ?? 0);
  return count > 1 ? count : undefined;
}

/** `first`: the word at which the noun or name starts. */
type Core = Pick<NounUse, "head" | "pronoun" | "name" | "facts"> & { first: Word | undefined };

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join("");

const isListed = (words: readonly Word[], lists: PeopleWords): boolean =>
  FAMILIES.some((kind) => lists.is(kind, textOf(words)));

const nounOf = (words: readonly Word[], lists: PeopleWords): Core => ({
  ...{ first: words[0], head: textOf(words), facts: lists.noun(textOf(words)) },
});

/** The noun or name at the end of a compound: その時|おかあさん, 松石|君, 子供|たち. */
function coreOf(heads: readonly Word[], lists: PeopleWords): Core & { many: boolean } {
  const whole = nounOf(heads, lists);
  const pronoun = lists.pronoun(whole.head);
  if (pronoun) return { ...whole, pronoun, facts: undefined, many: pronoun.number === "many" };
  if (lists.is("group", whole.head)) return { ...whole, many: true };
  const many = heads.length > 1 && lists.is("plural", heads.at(-1)?.text ?? "");
  const body = many ? heads.slice(0, -1) : heads;
  // The longest end of the compound that is listed as a noun for a character.
  const listed = body.map((_, at) => body.slice(at)).find((end) => isListed(end, lists));
  const noun = nounOf(listed ?? body, lists);
  return { ...(titledName(body, lists) ?? (listed ? noun : properName(body)) ?? noun), many };
}

/** Whether the word is unknown to dictionary and tables: a word in one script, or a compound without a noun for a person (お岩). */
function isUnknown(heads: readonly Word[], { facts, name, head }: Omit<Core, "first">, lists: PeopleWords) {
  if (name || facts?.family !== "unknown" || head !== textOf(heads) || !isInOneScript(head)) return false;
  const [first, ...rest] = heads;
  if (rest.length === 0 || first?.text === "お") return first?.tag === "UNK" || rest.length === 1;
  const counts = heads.slice(0, -1).some(({ detail }) => detail?.some((one) => one.startsWith("数")));
  return !counts && !endsAsPlace(head) && !heads.some(({ text }) => isAnimateNoun(lists.noun(text)));
}

/** Whether the name ends like a place name: 峨眉山 is not a person; 初枝 may be one. */
const endsAsPlace = (name: string): boolean =>
  OPEN_PLACES.includes(wordTable("ja", "settings").value("place", name.slice(-1))?.split(" ")[0] ?? "");
const OPEN_PLACES = ["outdoors", "building", "region"];

const isNameWord = ({ detail = [] }: Word): boolean =>
  detail.includes("固有名詞") && !detail.includes("組織");

/** A name before an honorific or title: 松石君, 橋本さん, 原川社長. The word before it is a name, unless it is a noun for a person. */
function titledName(body: readonly Word[], lists: PeopleWords): Core | undefined {
  const last = body.at(-1);
  const title = last?.text ?? "";
  const isSuffix = last?.detail?.includes("接尾") === true || title.length > 1;
  const isRespect = lists.is("respect", title) && isSuffix;
  const words = body.slice(-MOST_NAME_WORDS, -1);
  if (words.length === 0 || !(isRespect || lists.is("title", title))) return undefined;
  // 馬さん, 医者さん: a noun with an honorific.
  if (isListed(words, lists)) return nounOf(words, lists);
  if (!isRespect && !words.some(isNameWord)) return undefined;
  return nameOf(words, (isRespect ? undefined : lists.noun(title)) ?? UNKNOWN_NOUN, { title });
}

const MOST_NAME_WORDS = 4;

/** Separates family and given name if the dictionary knows both. */
function nameOf(words: readonly Word[], facts: NounFacts, more: Partial<NameFacts>): Core {
  const isBoth = words.length === 2 && words.every(isNameWord);
  const parts = isBoth ? words.map(({ text }) => text) : [textOf(words)];
  return { first: words[0], head: textOf(words), facts, name: { parts, ...more } };
}

/** A personal name that the dictionary has, or an unknown word in katakana. */
function properName(body: readonly Word[]): Core | undefined {
  const names = body.slice(body.findLastIndex((word) => !isNameWord(word)) + 1);
  const words = body.length === 1 && body.every(isForeignName) ? body : names;
  const isPersons = words.some(({ detail = [] }) => detail.includes("人名"));
  const isPlace = !isPersons && endsAsPlace(textOf(words));
  if (words.length === 0 || isPlace || (words.length > 2 && !isPersons)) return undefined;
  return nameOf(words, UNKNOWN_NOUN, { doubtful: isPersons ? undefined : true });
}

/** A foreign name (ジョバンニ) or a single letter (Ｘ), but not a mimetic (ウヨウヨ) and not a single mark or kana (ッ). */
const isForeignName = ({ tag, text }: Word): boolean =>
  (tag === "UNK" || tag === "記号") &&
  isForeign(text) &&
  text.slice(0, text.length / 2) !== text.slice(text.length / 2);
