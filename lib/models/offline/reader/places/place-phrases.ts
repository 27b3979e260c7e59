// Places that a clause's phrases name: which noun, how it is tied to the verb, and whether the phrase means a place met before or a new one.
import type { Language } from "../../../../manga/language.ts";
import type { Phrase, Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import { type PlaceNoun, placeNoun, settingWords } from "./place-nouns.ts";

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
  towards?: true;
}

export interface PhraseContext {
  sentence: Sentence;
  language: Language;
}

const ARTICLES: Readonly<Record<string, NamedPlace["reference"]>> = {
  ...{ the: "given", this: "given", that: "given", these: "given", those: "given", its: "given" },
  ...{ my: "given", your: "given", his: "given", her: "given", our: "given", their: "given" },
  ...{ a: "indefinite", an: "indefinite", some: "indefinite", any: "indefinite", every: "indefinite" },
};

/** The place that a phrase names, or undefined where its noun is none. */
export function namedPlace(phrase: Phrase, context: PhraseContext): NamedPlace | undefined {
  return context.language === "en" ? english(phrase, context) : japanese(phrase, context);
}

const within = ({ words }: Sentence, { from, to }: Phrase): Word[] =>
  words.filter((word) => word.from >= from && word.to <= to);

function english(phrase: Phrase, { sentence, language }: PhraseContext): NamedPlace | undefined {
  const table = settingWords(language);
  const own = within(sentence, phrase);
  const headAt = own.findLastIndex(({ lemma }) => lemma === phrase.head);
  const head = own[headAt];
  if (head === undefined) return undefined;
  const start = phrase.marker === undefined || headAt === 0 ? 0 : 1;
  const before = own.slice(start, headAt);
  // `drawing room`, `police station`: a compound is a noun of its own.
  const nearest = before.at(-1);
  const compounds =
    nearest !== undefined && ["NOUN", "PROPN", "VERB", "ADJ"].includes(nearest.tag)
      ? [
          `${nearest.lemma}-${head.lemma}`,
          `${nearest.text.toLowerCase()}-${head.lemma}`,
          `${nearest.text.toLowerCase()} ${head.lemma}`,
        ]
      : [];
  // `on his way home`, `half a mile`: a noun before the adverb makes no compound of it.
  if (head.lemma === "home" && nearest?.tag === "NOUN") return undefined;
  const compound = compounds.find((one) => placeNoun(one, language) !== undefined);
  const noun = placeNoun(compound ?? head.lemma, language) ?? placeNoun(head.text, language);
  const complement = complementOf(phrase, sentence);
  if (noun === undefined || noun.type === "spot") {
    const whole = complement && english(complement, { sentence, language });
    if (noun?.type === "spot" && whole) return { ...whole, part: head.lemma };
    if (noun === undefined && head.tag === "PROPN" && before.every(({ tag }) => tag === "PROPN"))
      return {
        type: "region",
        kind: "",
        noun: head.text,
        name: nameOf(own, start),
        reference: "given",
        proper: true,
      };
    return noun && { ...noun, noun: head.lemma, name: nameOf(own, start), reference: "bare" };
  }
  const [first] = before;
  const isOther = before.some(({ lemma }) => table.is("other", lemma));
  const possessive = before.findLastIndex(
    ({ text }) => text === "'s" || text === "’s" || text === "'" || text === "’",
  );
  const article = possessive >= 0 ? "given" : ARTICLES[first?.text.toLowerCase() ?? ""];
  const states = before.filter(
    ({ tag, lemma }) => (tag === "ADJ" || tag === "VERB") && table.is("state", lemma),
  );
  const nouns = before
    .slice(possessive + 1)
    .filter(({ tag, lemma }) => tag === "NOUN" && !table.is("state", lemma));
  const owner =
    possessive > 0
      ? before
          .slice(0, possessive)
          .map(({ text }) => text)
          .join(" ")
      : first && ["my", "his", "her", "their", "our", "your"].includes(first.text.toLowerCase())
        ? first.text.toLowerCase()
        : undefined;
  return {
    type: noun.type,
    kind: [...nouns.map(({ lemma }) => lemma), head.lemma].join(" "),
    noun: compound ?? head.lemma,
    name: nameOf(own, start),
    reference: isOther ? "new" : (article ?? (head.tag === "PROPN" ? "given" : "bare")),
    ...(states.length > 0 ? { state: states.map(({ text }) => text.toLowerCase()).join(", ") } : {}),
    ...(owner === undefined ? {} : { owner }),
  };
}

/** The noun phrase that `of` ties to a phrase right after it. */
function complementOf({ to }: Phrase, { nouns, words }: Sentence): Phrase | undefined {
  const at = words.findIndex(({ from }) => from >= to);
  if (words[at]?.text.toLowerCase() !== "of") return undefined;
  const next = words[at + 1]?.from;
  return nouns.find((noun) => noun.marker === "of" && noun.from === next && noun.to > to);
}

function nameOf(words: readonly Word[], start: number): string {
  const [first] = words.slice(start);
  const isArticle = first !== undefined && /^(?:the|an?)$/iu.test(first.text);
  const named = words.slice(isArticle ? start + 1 : start);
  let name = "";
  let end = named[0]?.from ?? 0;
  for (const { text, from, to } of named) {
    name += from > end ? ` ${text}` : text;
    end = to;
  }
  return name;
}

const POINTING: Readonly<Record<string, NamedPlace["reference"]>> = {
  ...{ この: "given", その: "given", あの: "given", 同じ: "given", 例の: "given" },
  ...{ ある: "indefinite", 或る: "indefinite", 或: "indefinite", とある: "indefinite" },
};

function japanese(phrase: Phrase, { sentence, language }: PhraseContext): NamedPlace | undefined {
  const table = settingWords(language);
  // The last noun that is a place; 中, 前 and 方 after it say where at it.
  const parts = parted(within(sentence, phrase));
  let part: string | undefined;
  let towards = false;
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const { noun, words } = parts[at] ?? { noun: "", words: [] };
    // Many surnames are nouns of places (森, 林).
    const isPerson = !table.is("place", noun) && words.some(({ detail = [] }) => detail.includes("人名"));
    const known = isPerson ? undefined : placeNoun(noun, language);
    if (known === undefined) {
      if (at === parts.length - 1 && isPlaceName(words))
        return { type: "region", kind: "city", noun, name: noun, reference: "given", proper: true };
      return undefined;
    }
    if ((known.type === "relation" || known.type === "spot") && at > 0) {
      part ??= noun;
      towards ||= noun === "方";
      continue;
    }
    if (known.type === "relation") return undefined;
    const modifiers = parts.slice(0, at);
    const owner = modifiers.at(-1);
    const pointed = modifiers.map(({ noun: word }) => POINTING[word]).find((one) => one !== undefined);
    const isOther = modifiers.some(({ noun: word }) => table.is("other", word));
    const isOwner =
      owner !== undefined && POINTING[owner.noun] === undefined && !table.is("other", owner.noun);
    return {
      ...known,
      noun,
      name: [...(isOwner ? [`${owner.noun}の`] : []), noun].join(""),
      reference: isOther ? "new" : (pointed ?? "bare"),
      ...(isOwner ? { owner: owner.noun } : {}),
      ...(part === undefined ? {} : { part }),
      ...(towards ? { towards: true as const } : {}),
    };
  }
  return undefined;
}

const isPlaceName = (words: readonly Word[]): boolean =>
  words.length > 0 && words.every(({ detail = [] }) => detail.includes("地域"));

/** The nouns that の joins in a phrase, and the adnominals before them. */
function parted(words: readonly Word[]): { noun: string; words: Word[] }[] {
  const parts: { noun: string; words: Word[] }[] = [];
  let open: Word[] = [];
  const close = () => {
    if (open.length > 0)
      parts.push({
        noun: open.length === 1 ? (open[0]?.lemma ?? "") : open.map(({ text }) => text).join(""),
        words: open,
      });
    open = [];
  };
  for (const word of words) {
    if (word.tag === "助詞" || word.tag === "助動詞" || word.tag === "記号") close();
    else if (word.tag === "連体詞") {
      close();
      parts.push({ noun: word.text, words: [word] });
    } else open.push(word);
  }
  close();
  return parts;
}
