// Places named by a clause's phrases: the kind of place (from the table of common place nouns, then by WordNet or EDICT), and whether the
// phrase means a known place or a new one. The sentence decides whether it is used as a place.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import { wordsIn } from "../people/noun-use.ts";
import type { Phrase, Sentence, Span, Word } from "../text/clause.ts";
import { isPossessiveMark } from "../text/word-forms.ts";
import { type WordTable, wordTable } from "../text/word-table.ts";

const PLACE_TYPES = [
  ...(["room", "building", "outdoors", "region", "vehicle", "spot", "relation", "deictic"] as const),
];
/**
 * `spot`: a part of a place that is no place itself (a table, a window). `relation`: 中, 上 and other nouns of relative position. `deictic`:
 * `here`, ここ.
 */
export type PlaceType = (typeof PLACE_TYPES)[number];

export interface PlaceNoun {
  type: PlaceType;
  /** English noun of what it is; of an English noun the noun itself. */
  kind: string;
}

export const settingWords = (language: Language): WordTable => wordTable(language, "settings");

/** `noun`: in its dictionary form; a Japanese compound as it is written. Throws `RangeError` where the table has a type that is none. */
export function placeNoun(noun: string, language: Language): PlaceNoun | undefined {
  const words = settingWords(language);
  const word = language === "en" ? noun.toLowerCase() : noun;
  const value = words.value("place", word) ?? placeOfKind(noun, language);
  if (value === undefined || words.is("no-place", word)) return undefined;
  const [name, ...kinds] = value.split(" ");
  const type = PLACE_TYPES.find((one) => one === name);
  if (type === undefined) throw new RangeError(`"${value}" is no type of place`);
  return { type, kind: language === "en" ? word : kinds.join(" ") };
}

function placeOfKind(noun: string, language: Language): string | undefined {
  const known = kindOfNoun(noun, language);
  if (known?.is !== "place") return undefined;
  return `${settingWords("en").value("type-of-kind", known.place) ?? "outdoors"} ${known.place}`;
}

export const wordsWithin = (words: readonly Word[], { from, to }: Span): Word[] => wordsIn(words, from, to);

/** The next `count` words after a span. */
export const wordsAfter = (words: readonly Word[], { to }: Span, count: number): readonly Word[] =>
  words.filter(({ from }) => from >= to).slice(0, count);

export interface NamedPlace extends PlaceNoun {
  /** The noun in its dictionary form. */
  noun: string;
  /** As the text writes it, without article and preposition. */
  name: string;
  /** A new one of its kind (`another room`, 次の室). Other phrases may mean a known place. */
  isNew?: boolean;
  /** Words for its condition. */
  state?: string | undefined;
  /** Its owner, or the place of which it is a part, as written; no pronoun. */
  owner?: string | undefined;
  /** Only a direction: 街の方へ. */
  towards?: boolean;
}

/** The place of a phrase; undefined where its noun is no place. */
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
  // `on his way home`: a noun before the adverb makes no compound of it.
  if (head.lemma === "home" && nearest?.tag === "NOUN") return undefined;
  // `out on the water`, but not `in the water`.
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

/** The inside of a building is another place than its view from the street, and is used where the text states it. */
const insideOf = <P extends Pick<NamedPlace, "type" | "noun" | "kind">>(place: P, isInside: boolean): P =>
  isInside && place.type === "building"
    ? { ...place, noun: `inside of ${place.noun}`, kind: `inside of a ${place.kind}` }
    : place;

/** Words as they are written, without an article. */
function nameOf(words: readonly Word[]): string {
  const isArticle = ["the", "a", "an"].includes(words[0]?.text.toLowerCase() ?? "");
  const named = words.slice(isArticle ? 1 : 0);
  return named
    .map(({ text, from }, at) => (at > 0 && from > (named[at - 1]?.to ?? 0) ? ` ${text}` : text))
    .join("");
}

/** The last noun that is a place or none; 中, 前 and 方 after it say where at it. */
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

/** The nouns that の joins in a phrase, and the adnominals before them: a compound as it is written, one word in its dictionary form. */
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
