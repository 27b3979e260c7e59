// English noun phrases as `NounUse`: determiner, owner, name and number from the words' tags, role from the clauses.
import type { Phrase, Sentence, Word } from "../text/clause.ts";
import { isCapitalized, isPossessiveMark, plainEnglish } from "../text/word-forms.ts";
import {
  isAnimateCommonNoun,
  type NameFacts,
  type NounGrammar,
  type NounUse,
  type PhraseFacts,
  wordsIn,
} from "./noun-use.ts";
import { isAnimateNoun, type PeopleWords, UNKNOWN_NOUN } from "./word-lists.ts";

const isCapital = ({ text }: Word): boolean => isCapitalized(text);

export const englishNouns = (lists: PeopleWords): NounGrammar => ({
  read(phrase, sentence, before) {
    const made = readPhrase(phrase, sentence, lists);
    if (made.pronoun === undefined && isComparison(sentence, phrase)) return undefined;
    // A possessive is the last use inside the phrase.
    const last = before.at(-1);
    const isOwner = made.determiner === "owned" && last && last.from >= phrase.from && last.to < phrase.to;
    return {
      ...made,
      ...(isOwner ? { owner: last } : {}),
      ...(isVocativeWithO(sentence, phrase) ? { addressed: true } : {}),
    };
  },
  link,
});

/** Whether the phrase is a vocative with `O`: `O my Best Beloved`. */
const isVocativeWithO = ({ words }: Sentence, { from }: Phrase): boolean =>
  words.some((word, at) => word.text === "O" && (word.from === from || words[at + 1]?.from === from));

/** Whether the phrase is a comparison: `as a child`, `like a king`. */
function isComparison({ words }: Sentence, { from, marker = "" }: Phrase): boolean {
  const before = words.findLast(({ to }) => to <= from);
  return [marker, plainEnglish(before?.text ?? "")].some((word) => ["as", "like", "than"].includes(word));
}

function readPhrase(phrase: Phrase, sentence: Sentence, lists: PeopleWords): PhraseFacts {
  const words = wordsIn(sentence.words, phrase.from, phrase.to);
  const [start] = words;
  const { text } = phrase;
  const said = plainEnglish(start?.text ?? "");
  const pronoun = words.length === 1 ? lists.pronoun(said) : undefined;
  const many = pronoun?.number === "many";
  if (pronoun)
    return { text, head: said, determiner: "none", pronoun, facts: undefined, modifiers: [], many };
  const last =
    words.findLast((word) => plainEnglish(word.text) === plainEnglish(phrase.head)) ??
    words.findLast(({ lemma }) => lemma === phrase.head) ??
    words.at(-1);
  const owned = words.findLastIndex(
    (word, at) => word.tag === "PART" && isPossessiveMark(word.text) && at < words.length - 1,
  );
  const determiner = owned >= 0 ? "owned" : determinerOf(said, start?.tag ?? "", lists);
  const body = words.slice(owned >= 0 ? owned + 1 : determiner === "bare" ? 0 : 1);
  const name = nameOf(body, { lists, determiner, begins: body[0] === sentence.words[0] });
  // `her brother Ernest`: the noun before the name states the relation. In `three times Della` it says nothing about her.
  const isOfPerson = ({ tag, lemma }: Word) => tag === "NOUN" && isAnimateNoun(lists.noun(lemma));
  const noun = name && body.findLast((word) => !isCapital(word) && isOfPerson(word));
  const written = plainEnglish(last?.text ?? "");
  const singular = lists.value("plural", written);
  const head = noun?.lemma ?? singular ?? plainEnglish(phrase.head);
  const known = lists.is("group", written) ? written : head;
  const facts = name && noun === undefined ? UNKNOWN_NOUN : lists.noun(known);
  const plain = body.map((word) => plainEnglish(word.text));
  const count = Number([...plain, said].flatMap((word) => lists.value("number", word) ?? [])[0] ?? 1);
  const isPlural = singular !== undefined || (written !== head && written.endsWith("s")) || count !== 1;
  return {
    text: text.slice((body[0]?.from ?? phrase.from) - phrase.from),
    ...{ head, determiner, name, facts, count: count === 1 ? undefined : count },
    many: name === undefined && (facts?.family === "group" || isPlural),
    modifiers: plain.slice(0, -1),
  };
}

function determinerOf(said: string, tag: string, lists: PeopleWords): NounUse["determiner"] {
  if (said === "the") return "definite";
  if (said === "another" || said === "other") return "other";
  if (["this", "that", "these", "those"].includes(said)) return "that";
  if (lists.pronoun(said)?.form === "owner") return "owned";
  return tag === "DET" || said === "a" || said === "an" ? "indefinite" : "bare";
}

/** The capitalized words at the end of a phrase, with the title among them. Undefined for a capitalized common noun. */
function nameOf(
  body: readonly Word[],
  { lists, determiner, begins }: { lists: PeopleWords; begins: boolean } & Pick<NounUse, "determiner">,
): NameFacts | undefined {
  const capitals = body.slice(body.findLastIndex((word) => !isCapital(word)) + 1);
  const isTitle = ({ text }: Word) => lists.is("title", plainEnglish(text));
  const title = capitals.find(isTitle);
  const parts = capitals.filter((word) => !isTitle(word)).map(({ text }) => text);
  // A capitalized title alone (`Nursey`, `Mother`) is not a proper name.
  if (parts.length === 0) return undefined;
  if (title) return { title: plainEnglish(title.text), parts };
  // After an article, a name needs a noun for its kind: `the robot Pip`, but not `the Admiral`.
  const noun = body.at(-capitals.length - 1);
  const isOfKind = noun?.tag === "NOUN" && isAnimateNoun(lists.noun(noun.lemma));
  if (determiner !== "bare" && determiner !== "owned" && !isOfKind) return undefined;
  if (parts.some((one) => lists.is("given", plainEnglish(one)))) return { parts };
  const family = lists.noun(plainEnglish(parts.at(-1) ?? ""))?.family ?? "unknown";
  if (family === "nature" || (parts.length === 1 && family !== "unknown")) return undefined;
  // `Tears ran down`: the capital at the start of a sentence is no evidence of a name.
  const isFirst = begins && body.length === 1;
  const isTagged = ({ tag }: Word) => tag === "PROPN" || (!isFirst && (tag === "NOUN" || tag === "ADJ"));
  const doubtful = isFirst ? true : undefined;
  return capitals.some(isTagged) ? { parts, doubtful } : undefined;
}

/** Links appositions (`her brother, Ernest`, `she, Eveline`) and coordinated phrases, by the words between two phrases. */
function link(use: NounUse, { words }: Sentence, uses: readonly NounUse[]): void {
  const before = uses.slice(-4).findLast(({ to }) => to <= use.from);
  if (before === undefined || before.pronoun?.form === "owner") return;
  const between = wordsIn(words, before.to, use.from).map(({ text }) => text.toLowerCase());
  const isPronoun = before.pronoun?.person === 3 && before.pronoun.number === "one";
  // `the old cat, Duchess`: a capitalized noun without an article is a name here.
  const isBareName = !use.name && use.determiner === "bare" && !use.many && isCapitalized(use.text);
  if (isBareName && isAnimateCommonNoun(before) && between.join() === ",")
    Object.assign(use, { name: { parts: [use.text] }, facts: UNKNOWN_NOUN });
  const isNamed = use.name !== undefined && !use.addressed;
  const isSaidAgain = before.name
    ? isAnimateCommonNoun(use)
    : isNamed && (isAnimateCommonNoun(before) || isPronoun);
  if (between.join() === "," && use.many === before.many && isSaidAgain) use.apposed = before;
  // `the tail, and he`: a pronoun after a comma starts another clause.
  const isJoined = between.length === 1 || (between.length === 2 && !use.pronoun);
  if (isJoined && between.includes("and") && between.every((text) => text === "," || text === "and"))
    use.joined = [...before.joined, before];
}
