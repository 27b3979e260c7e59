// English nouns that none of our lists has, by what they stand for (`noun-kinds.ts`), where one stands in a text by itself. A word
// that a list knows in some turn of speech is left to that list.
import { kindOfNoun, type NounKind } from "../noun-kinds.ts";
import { remembering } from "../remembering.ts";
import { endsName, isNoun } from "../words/before-noun.ts";
import { type Found, isApartFrom, matchesOf } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";

type Listed = Pick<Lexicon, "props" | "places">;

/** Shorter words have too many meanings. */
const WORD = /(?<![\p{L}\p{N}’'-])[a-z]{4,}(?![\p{L}\p{N}’'-])/gu;

/** Nouns of a text, in its order; `listed`: the lists that go before. */
export function unlistedEn(listed: Listed): Lexicon["unlisted"] {
  const remembered = remembering<readonly Found<NounKind>[]>(300);
  const wordsFor = remembering<ReadonlySet<string>>(2);
  const isListed = (noun: string, { is }: NounKind): boolean =>
    (is === "thing" &&
      hasWord(
        wordsFor(is, () => wordsOf(listed.props)),
        noun,
      )) ||
    (is === "place" &&
      hasWord(
        wordsFor(is, () => wordsOf(listed.places)),
        noun,
      ));
  return (text) =>
    remembered(text, () => {
      const nouns = nounsIn(text).filter(({ text: noun, value }) => !isListed(noun, value));
      const things = nouns.length > 0 ? matchesOf(text, listed.props) : [];
      return nouns.filter((noun) => isApartFrom(things, noun));
    });
}

function nounsIn(text: string): Found<NounKind>[] {
  const found: Found<NounKind>[] = [];
  for (const { 0: word, index: at } of text.matchAll(WORD)) {
    const before = text.slice(0, at);
    const noun = longestNoun(word, text.slice(at + word.length));
    if (!noun) continue;
    const after = text.slice(at + noun.text.length);
    // Whether somebody acts is for whoever reads people to say.
    const stands = noun.value.is === "person" || endsName(after);
    if (stands && (noun.value.is === "place" || isNoun(before, after))) found.push({ ...noun, at });
  }
  return found;
}

/** `grain elevator`, else `grain`. */
function longestNoun(word: string, after: string): { text: string; value: NounKind } | undefined {
  const next = /^ [a-z]{3,}(?![\p{L}’'-])/u.exec(after)?.[0] ?? "";
  for (const text of next === "" ? [word] : [`${word}${next}`, word]) {
    const value = kindOfNoun(text, "en");
    if (value) return { text, value };
  }
  return undefined;
}

/** All words that the patterns of a list have in them. */
const wordsOf = (cues: Listed["props" | "places"]): ReadonlySet<string> =>
  new Set(cues.flatMap(({ when }) => when.source.match(/[a-z]{3,}/gu) ?? []));

/** In one or many; patterns have `knif(?:fe|ves)` for a knife. */
function hasWord(words: ReadonlySet<string>, noun: string): boolean {
  return noun
    .split(" ")
    .some((word) =>
      [
        word,
        `${word}s`,
        word.replace(/e?s$/u, ""),
        word.replace(/s$/u, ""),
        word.replace(/(?:y|ies|fe?|ves|men|man)$/u, ""),
      ].some((form) => form.length >= 3 && words.has(form)),
    );
}
