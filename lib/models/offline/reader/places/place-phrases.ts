// Places that a clause's phrases name: which noun, how it is tied to the verb, and whether the phrase means a place met before or a new one.

import type { Language } from "../../../../manga/language.ts";
import type { Phrase, Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import { isPossessiveMark } from "../text/word-forms.ts";
import { type PlaceNoun, placeNoun, settingWords, wordsWithin } from "./place-nouns.ts";

export interface NamedPlace extends PlaceNoun {
  /** The noun that says what it is, in its dictionary form. */
  noun: string;
  /** As the text writes it, without article and preposition. */
  name: string;
  /** `new`: a new one of its kind (`another room`, 次の室). `given`: one that is known or can be inferred (`the`, `his`, この). */
  reference: "new" | "given" | "indefinite" | "bare";
  /** Words that say how it is. */
  state?: string;
  /** Whose it is, or what it is part of, as written. */
  owner?: string;
  /** At a part or beside of it (`at the door of the inn`, 家の前): its name for the part. */
  part?: string;
  /** A proper name: no noun tells what it is. */
  proper?: true;
  /** Only towards it: 街の方へ. */
  towards?: boolean;
}

export interface PhraseContext {
  sentence: Sentence;
  language: Language;
}

type Reference = NamedPlace["reference"];

/** The place that a phrase names, or undefined where its noun is none. */
export function namedPlace(phrase: Phrase, { sentence, language }: PhraseContext): NamedPlace | undefined {
  return language === "en" ? english(phrase, sentence) : japanese(phrase, sentence);
}

function english(phrase: Phrase, sentence: Sentence): NamedPlace | undefined {
  const table = settingWords("en");
  const own = wordsWithin(sentence.words, phrase);
  const headAt = own.findLastIndex(({ lemma }) => lemma === phrase.head);
  const head = own[headAt];
  if (head === undefined) return undefined;
  const written = own.slice(phrase.marker === undefined || headAt === 0 ? 0 : 1);
  const before = written.slice(0, written.indexOf(head));
  const nearest = before.at(-1);
  // `on his way home`: a noun before the adverb makes no compound of it.
  if (head.lemma === "home" && nearest?.tag === "NOUN") return undefined;
  // `drawing room`, `police station`: a compound is a noun of its own.
  const joined =
    nearest === undefined ? [] : ["-", " "].map((tie) => `${nearest.text.toLowerCase()}${tie}${head.lemma}`);
  const compound = joined.find((one) => placeNoun(one, "en") !== undefined);
  const noun = placeNoun(compound ?? head.lemma, "en") ?? placeNoun(head.text, "en");
  if (noun === undefined) {
    const isName = head.tag === "PROPN" && before.every(({ tag }) => tag === "PROPN");
    return isName ? properName(head.text, nameOf(written)) : undefined;
  }
  const first = before[0]?.text.toLowerCase() ?? "";
  const possessive = before.findLastIndex(({ text }) => isPossessiveMark(text));
  const states = before.filter(({ lemma }) => table.is("state", lemma)).map(({ text }) => text.toLowerCase());
  const nouns = before
    .slice(possessive + 1)
    .filter(({ tag, lemma }) => tag === "NOUN" && !table.is("state", lemma));
  const owner =
    possessive > 0 ? nameOf(before.slice(0, possessive)) : table.is("own", first) ? first : undefined;
  const isGiven = owner !== undefined || table.is("given", first);
  const article: Reference = isGiven ? "given" : table.is("any", first) ? "indefinite" : "bare";
  const isOther = before.some(({ lemma }) => table.is("other", lemma));
  const isNamed = article === "bare" && head.tag === "PROPN";
  return {
    type: noun.type,
    kind: [...nouns, head].map(({ lemma }) => lemma).join(" "),
    noun: compound ?? head.lemma,
    name: nameOf(written),
    reference: isOther ? "new" : isNamed ? "given" : article,
    ...{ state: states.length > 0 ? states.join(", ") : undefined, owner },
  };
}

const properName = (noun: string, name: string): NamedPlace => ({
  ...{ type: "region", kind: "city", noun, name, reference: "given", proper: true },
});

/** Words as they are written, without an article. */
function nameOf(words: readonly Word[]): string {
  const isArticle = ["the", "a", "an"].includes(words[0]?.text.toLowerCase() ?? "");
  const named = words.slice(isArticle ? 1 : 0);
  return named
    .map(({ text, from }, at) => (at > 0 && from > (named[at - 1]?.to ?? 0) ? ` ${text}` : text))
    .join("");
}

/** The last noun that is a place; 中, 前 and 方 after it say where at it. */
function japanese(phrase: Phrase, sentence: Sentence): NamedPlace | undefined {
  const table = settingWords("ja");
  const parts = partsOf(wordsWithin(sentence.words, phrase));
  let part: string | undefined;
  let towards = false;
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const { noun, words } = parts[at] ?? { noun: "", words: [] };
    // Many surnames are nouns of places (森, 林).
    const isPerson = !table.is("place", noun) && words.some(({ detail = [] }) => detail.includes("人名"));
    const known = isPerson ? undefined : placeNoun(noun, "ja");
    if (known === undefined) {
      const isName = words.length > 0 && words.every(({ detail = [] }) => detail.includes("地域"));
      return isName && part === undefined ? properName(noun, noun) : undefined;
    }
    if (known.type === "relation" || known.type === "spot") {
      part ??= noun;
      towards ||= noun === "方";
      continue;
    }
    const modifiers = parts.slice(0, at).map((one) => one.noun);
    const owner = modifiers.at(-1);
    const isOwner = owner !== undefined && !["other", "same", "any"].some((kind) => table.is(kind, owner));
    const has = (kind: string) => modifiers.some((one) => table.is(kind, one));
    return {
      ...known,
      noun,
      name: isOwner ? `${owner}の${noun}` : noun,
      reference: has("other") ? "new" : has("same") ? "given" : has("any") ? "indefinite" : "bare",
      ...{ owner: isOwner ? owner : undefined, part, towards },
    };
  }
  return undefined;
}

/** The nouns that の joins in a phrase, and the adnominals before them. */
function partsOf(words: readonly Word[]): { noun: string; words: Word[] }[] {
  const parts: { noun: string; words: Word[] }[] = [];
  let isOpen = false;
  for (const word of words) {
    const last = parts.at(-1);
    const isTie = ["助詞", "助動詞", "記号"].includes(word.tag);
    if (isOpen && last && !isTie && word.tag !== "連体詞") {
      // A compound is written as it stands, one word in its dictionary form.
      const all = [...last.words, word];
      parts[parts.length - 1] = { noun: all.map(({ text }) => text).join(""), words: all };
    } else if (!isTie) parts.push({ noun: word.tag === "連体詞" ? word.text : word.lemma, words: [word] });
    isOpen = !isTie && word.tag !== "連体詞";
  }
  return parts;
}
