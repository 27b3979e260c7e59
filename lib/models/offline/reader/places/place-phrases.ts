// Places that phrases name: the kind of place (from the table of common place nouns, then from WordNet or EDICT), and whether the phrase
// refers to a known or a new place. Whether it is used as a place depends on the sentence.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import { wordsIn } from "../people/noun-use.ts";
import type { Phrase, Sentence, Span, Word } from "../text/clause.ts";
import { isPossessiveMark } from "../text/word-forms.ts";
import { type WordTable, wordTable } from "../text/word-table.ts";

const PLACE_TYPES = [
  ...(["room", "building", "outdoors", "region", "vehicle", "spot", "relation", "deictic"] as const),
];
/** `spot`: a part of a place (a table, a window). `relation`: a noun of relative position (中, 上). `deictic`: `here`, ここ. */
export type PlaceType = (typeof PLACE_TYPES)[number];

export interface PlaceNoun {
  type: PlaceType;
  /** English noun for the kind. For an English noun, the noun itself. */
  kind: string;
}

export const settingWords = (language: Language): WordTable => wordTable(language, "settings");

/** `noun`: in dictionary form; a Japanese compound as written. Throws `RangeError` if the table has an unknown type of place. */
export function placeNoun(noun: string, language: Language): PlaceNoun | undefined {
  const words = settingWords(language);
  const word = language === "en" ? noun.toLowerCase() : noun;
  const value = words.value("place", word) ?? placeOfKind(noun, language);
  if (value === undefined || words.is("no-place", word)) return undefined;
  const [name, ...kinds] = value.split(" ");
  const type = PLACE_TYPES.find((one) => one === name);
  if (type === undefined) throw new RangeError(`unknown type of place: "${value}"`);
  return { type, kind: language === "en" ? word : kinds.join(" ") };
}

function placeOfKind(noun: string, language: Language): string | undefined {
  const known = kindOfNoun(noun, language);
  if (known?.is !== "place") return undefined;
  return `${settingWords("en").value("type-of-kind", known.place) ?? "outdoors"} ${known.place}`;
}

export const wordsWithin = (words: readonly Word[], { from, to }: Span): Word[] => wordsIn(words, from, to);

export const wordsAfter = (words: readonly Word[], { to }: Span, count: number): readonly Word[] =>
  words.filter(({ from }) => from >= to).slice(0, count);

export interface NamedPlace extends PlaceNoun {
  /** Dictionary form of the noun. */
  noun: string;
  /** As written, without article and preposition. */
  name: string;
  /** A new place of its kind (`another room`, 次の室). Other phrases may refer to a known place. */
  isNew?: boolean;
  /** Words for its condition. */
  state?: string | undefined;
  /** Its owner, or the place of which it is a part, as written. Never a pronoun. */
  owner?: string | undefined;
  /** The phrase names only a direction: 街の方へ. */
  towards?: boolean;
}

/** The place that a phrase names. Undefined if its noun is not a place. */
export function namedPlace(
  phrase: Phrase,
  { sentence, language }: { sentence: Sentence; language: Language },
): NamedPlace | undefined {
  const words = wordsWithin(sentence.words, phrase);
  return language === "en" ? english(phrase, words) : japanese(words);
}

function english(phrase: Phrase, own: readonly Word[]): NamedPlace | undefined {
  const table = settingWords("en");
  const headAt = own.findLastIndex(({ lemma }) => lemma === phrase.head);
  const head = own[headAt];
  if (head === undefined) return undefined;
  const start = phrase.marker === undefined || headAt === 0 ? 0 : 1;
  const before = own.slice(start, headAt);
  const nearest = before.at(-1);
  // `on his way home`: the noun before the adverb `home` forms no compound with it.
  if (head.lemma === "home" && nearest?.tag === "NOUN") return undefined;
  // `out on the water` is a place; `in the water` is not.
  const nouns = [`${phrase.marker} ${head.lemma}`, head.lemma, head.text];
  const place = nouns.map((noun) => placeNoun(noun, "en")).find((one) => one !== undefined);
  if (place === undefined) return undefined;
  const possessive = before.findLastIndex(({ text }) => isPossessiveMark(text));
  const isState = ({ lemma }: Word) => table.is("state", lemma);
  const states = before.filter(isState).map(({ text }) => text.toLowerCase());
  const named = before.slice(possessive + 1).filter((word) => word.tag === "NOUN" && !isState(word));
  const owner = possessive > 0 ? nameOf(before.slice(0, possessive)) : undefined;
  const kind = [...named, head].map(({ lemma }) => lemma).join(" ");
  return {
    ...insideOf({ type: place.type, noun: head.lemma, kind }, table.is("inner", phrase.marker ?? "")),
    ...{ name: nameOf(own.slice(start)), owner },
    isNew: before.some(({ lemma }) => table.is("other", lemma)),
    state: states.length > 0 ? states.join(", ") : undefined,
  };
}

/** The inside of a building is a place of its own, separate from the outside view, if the text states that it is the inside. */
const insideOf = <P extends Pick<NamedPlace, "type" | "noun" | "kind">>(place: P, isInside: boolean): P =>
  isInside && place.type === "building"
    ? { ...place, noun: `inside of ${place.noun}`, kind: `inside of a ${place.kind}` }
    : place;

/** Words as written, without an article. */
function nameOf(words: readonly Word[]): string {
  const isArticle = ["the", "a", "an"].includes(words[0]?.text.toLowerCase() ?? "");
  const named = words.slice(isArticle ? 1 : 0);
  return named
    .map(({ text, from }, at) => (at > 0 && from > (named[at - 1]?.to ?? 0) ? ` ${text}` : text))
    .join("");
}

/** The last noun that is not a position (中, 前) or a spot. Undefined if it is not a place. */
function japanese(own: readonly Word[]): NamedPlace | undefined {
  const table = settingWords("ja");
  const parts = partsOf(own);
  const places = parts.map((noun) => placeNoun(noun, "ja"));
  const at = places.findLastIndex((one) => one?.type !== "relation" && one?.type !== "spot");
  const [place, noun = ""] = [places[at], parts[at]];
  if (place === undefined) return undefined;
  const before = parts[at - 1];
  const owner = ["other", "same", "any"].some((kind) => table.is(kind, before ?? "")) ? undefined : before;
  return {
    ...insideOf(
      { ...place, noun },
      parts.slice(at).some((one) => table.is("inner", one)),
    ),
    ...{ owner, name: owner === undefined ? noun : `${owner}の${noun}` },
    isNew: parts.slice(0, at).some((one) => table.is("other", one)),
    towards: parts.includes("方", at),
  };
}

/** The nouns of a phrase that are joined by の, and its adnominals: compounds as written, single words in dictionary form. */
function partsOf(words: readonly Word[]): string[] {
  const parts: Word[][] = [];
  let isOpen = false;
  for (const word of words) {
    const isTie = ["助詞", "助動詞", "記号"].includes(word.tag);
    const isAdnominal = word.tag === "連体詞";
    if (isOpen && !isTie && !isAdnominal) parts.at(-1)?.push(word);
    else if (!isTie) parts.push([word]);
    isOpen = !isTie && !isAdnominal;
  }
  return parts.map((part) => {
    const [first] = part;
    const isOne = first !== undefined && part.length === 1 && first.tag !== "連体詞";
    return isOne ? first.lemma : part.map(({ text }) => text).join("");
  });
}
