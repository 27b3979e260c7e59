// Finds where a text names the people of a story, and whether they are the ones who do something there.

import type { Language } from "../../../manga/language.ts";
import type { Person } from "../closed/concept.ts";
import { isRole, ROLES_EN, ROLES_JA } from "./roles.ts";
import { ACTS_EN, ADVERB_EN, MORE_ACTS_EN, SPEECH_EN } from "./verbs-en.ts";

export interface Mention {
  person: Person;
  at: number;
  end: number;
  /** They are the subject: は, が, も in Japanese; a verb after the name in English. */
  subject: boolean;
}

export interface Roll {
  mentions(text: string): Mention[];
  /** The person that a label or a bare name stands for. */
  named(name: string): Person | undefined;
}

/** The old woman, 老婆: words for whoever alone of the people has that age and sex. */
const DESCRIBED = [
  { nouns: /^(?:old (?:woman|lady)|老婆|老女|おばあさん)$/iu, age: "elder", gender: "female" },
  { nouns: /^(?:old man|old gentleman|老人|おじいさん)$/iu, age: "elder", gender: "male" },
] as const;

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

export function callRoll(people: readonly Person[], language: Language): Roll {
  const byName = new Map<string, Person>();
  for (const person of people) {
    for (const name of [person.name, ...person.aliases]) {
      const key = language === "ja" ? name : name.toLowerCase();
      if (!byName.has(key)) byName.set(key, person);
    }
  }
  const named = (name: string): Person | undefined => {
    const key = language === "ja" ? name : name.toLowerCase();
    return byName.get(key) ?? byName.get(key.replace(/(?:さん|ちゃん|くん|君|様|殿)$/u, ""));
  };
  const described = (noun: string): Person | undefined => {
    const { age, gender } = DESCRIBED.find(({ nouns }) => nouns.test(noun)) ?? {};
    const fitting = people.filter((one) => one.kind === "human" && one.age === age && one.gender === gender);
    const known = fitting.length > 1 ? fitting.filter(({ name }) => isRole(name)) : fitting;
    return known.length === 1 ? known[0] : undefined;
  };
  const namesIn = language === "ja" ? japaneseNames(byName) : englishNames(byName);
  /** The same sentences are asked for again and again while a talk is weighed. */
  const read = new Map<string, Mention[]>();
  return {
    named,
    mentions(text) {
      const known = read.get(text);
      if (known) return known;
      const found: Mention[] = [];
      read.set(text, found);
      for (const { name, at, end } of namesIn(text)) {
        const definite = language === "ja" || /\bthe $/iu.test(text.slice(0, at));
        const person = named(name) ?? (definite ? described(name) : undefined);
        if (!person) continue;
        const after = text.slice(end);
        const subject =
          language === "ja"
            ? (/^(?:たち)?(?:は|が|も|って|と[^。、はがも]{1,10}[はがも])/u.test(after) &&
                !MADE.test(after)) ||
              PERCEIVES.test(after) ||
              isPresented(text.slice(0, at), after)
            : isEnglishSubject(text.slice(0, at), after);
        found.push({ person, at, end, subject });
      }
      return found;
    },
  };
}

/** 祖父が植えた木だ。: of the tree, by whoever made it so. */
const MADE = /^が[^、。はがをにで]{1,8}[ただ][^、。はがをにで]{1,6}(?:だ|だった|である)。$/u;
export const isMaker = (after: string): boolean => MADE.test(after);

/** 小松には一つも聞き取れなかった: whoever hears, sees or understands is who the sentence is about. */
const PERCEIVES =
  /^に[はも][^。はが]{0,12}(?:わから|分から|聞き取れ|聞こえ|見え|思え|信じられ)[^。]{0,5}。$/u;

/** 入ってきたのは、小さな女の子だった: whoever is brought in so is who the sentence is about. */
const isPresented = (before: string, after: string): boolean =>
  (/^(?:[^。、はがも]{0,12}[のた])?$/u.test(before) && /^(?:だった|である|だ)。$/u.test(after)) ||
  (/(?:た|る|い)のは、?[^。、]{0,12}$/u.test(before) &&
    /^(?:という[^。、]{1,12})?(?:だった|である|だ(?=。)|です)/u.test(after));

interface Named {
  name: string;
  at: number;
  end: number;
}

const NOUNS_JA = byFirst(ROLES_JA.map(({ noun }) => noun));

/** Strings by their first letter, the longest first. */
function byFirst(names: Iterable<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const name of [...names].toSorted((a, b) => b.length - a.length)) {
    const others = index.get(name[0] ?? "");
    if (others) others.push(name);
    else index.set(name[0] ?? "", [name]);
  }
  return index;
}

const TITLED_JA = /(?:さん|ちゃん|くん|君|様|殿|氏|先生|先輩)?/uy;
const BEGINS_KATAKANA = /(?<![ァ-ヴー])\p{Script=Katakana}/uy;
const BEGINS_HAN = /(?<![\p{Script=Han}々])\p{Script=Han}/uy;
const GOES_ON_KATAKANA = /[ァ-ヴー]/uy;
const ENDS_HAN = /(?:君|様|殿|氏|達|先生|先輩)?(?![\p{Script=Han}々])/uy;

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

const beginsWord = (text: string, at: number, name: string): boolean =>
  /^\p{Script=Katakana}/u.test(name)
    ? matchesAt(BEGINS_KATAKANA, text, at)
    : !/^\p{Script=Han}/u.test(name) || matchesAt(BEGINS_HAN, text, at);

const endsWord = (text: string, end: number, name: string): boolean =>
  /[\p{Script=Katakana}ー]$/u.test(name)
    ? !matchesAt(GOES_ON_KATAKANA, text, end)
    : !/\p{Script=Han}$/u.test(name) || matchesAt(ENDS_HAN, text, end);

/** Finds names and the nouns of the lexicon; those that are nobody here take part too, so that 男 is not found in 男の子. */
function japaneseNames(byName: ReadonlyMap<string, Person>): (text: string) => Iterable<Named> {
  const index = new Map(NOUNS_JA);
  for (const [first, names] of byFirst(byName.keys()))
    index.set(
      first,
      [...new Set([...names, ...(NOUNS_JA.get(first) ?? [])])].toSorted((a, b) => b.length - a.length),
    );
  return function* (text) {
    for (let at = 0; at < text.length; at += 1) {
      const name = index
        .get(text[at] ?? "")
        ?.find(
          (one) =>
            text.startsWith(one, at) && beginsWord(text, at, one) && endsWord(text, at + one.length, one),
        );
      if (!name) continue;
      TITLED_JA.lastIndex = at + name.length;
      const end = at + name.length + (TITLED_JA.exec(text)?.[0].length ?? 0);
      yield { name, at, end };
      at = end - 1;
    }
  };
}

function englishNames(byName: ReadonlyMap<string, Person>): (text: string) => Iterable<Named> {
  const nouns = new Set(ROLES_EN.map(({ noun }) => noun));
  const keys = [...new Set([...byName.keys(), ...nouns])].toSorted((a, b) => b.length - a.length);
  const alternatives = keys.map((key) => {
    const person = byName.get(key);
    if (key === "i") return "I(?![’'\\p{L}]*\\p{L}{3})";
    if (nouns.has(key)) return `[${key[0]}${key[0]?.toUpperCase()}]${literal(key.slice(1))}`;
    const cased = person ? [person.name, ...person.aliases].find((name) => name.toLowerCase() === key) : key;
    return literal(cased ?? key);
  });
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}’'-])(${alternatives.join("|")})(?![\\p{L}\\p{N}-])`, "gu");
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: name, index }) => ({ name, at: index, end: index + name.length }));
}

const ACTS_NEXT = new RegExp(
  `^(?:, \\p{Lu}\\p{Ll}{1,20})*,?(?: and [\\p{L} ]{1,20})?(?: ${ADVERB_EN})?,? (?:${ACTS_EN}|${MORE_ACTS_EN}|${SPEECH_EN}|is|are|[a-z]{2,}ed|[a-z]{3,}s)\\b`,
  "u",
);

/** `A woman in a long coat stood`, `the man from the bank carried`: what somebody wears, or where they come from, before what they do. */
const CLAD = new RegExp(
  "^ (?:in|with|from|of|at|behind|beside|by|near|opposite|on) (?:(?:an?|the|his|her|its|my|their|two) )?(?:[a-z-]+ ){1,4}?" +
    `(?:${ACTS_EN}|${MORE_ACTS_EN}|${SPEECH_EN}|[a-z]{2,}ed(?= (?:an?|the|his|her|its|their|my|him|it|them|to|at|in|on|up|down|out|over|into|by|and|for|from|with|through|off|back|away|towards?|past|round|around|slowly|quietly)\\b|[,.;]))\\b`,
  "u",
);

/** `In the library a girl of fourteen was lying`: she is what somebody sees who comes there. */
const SEEN =
  /^(?:At|In|On|By|Near|Under|Behind|Beside|Across|Inside|Outside) [^.,]* (?:an?|another) (?:[a-z]+ ){0,2}$/u;

/** `Mr. Abbot, the stationmaster, climbed`: what somebody is, between their name and what they do. */
const APPOSED =
  /^, (?:(?:the|an?|his|her|my|their|our) [a-z' -]{2,30}|who [^,.]{2,40}|(?:both )?[a-z-]+),(?= [a-z])/u;

/** `Ned and his twin sister Flo had a map` is about both. */
const JOINED = /^ and (?:(?:his|her|the|their|an?) )?(?:[a-z-]+ ){0,3}(?:\p{Lu}\p{Ll}+)?(?=,? )/u;

/** `At the back sat a boy of about ten`: whoever comes after the verb is who the sentence is about. */
const INVERTED =
  /\b(?:(?<!\b(?:he|she|it|they|who|which) )(?:sat|stood|lay|knelt|came|appeared|waited|crouched)|[Tt]here (?:was|were|stood|sat|came)) (?:an?|the|his|her|their) (?:[a-z]+ ){0,2}$/u;
/** `and in the wheelbarrow sat Otto`, `At a desk sat a very small old woman`: a place, and the verb before its subject. */
export const PLACE_FIRST_EN =
  /(?:^|(?<=[.!?,;] )|(?<=[,;] (?:and|but|then|while) )|(?<=[.!?,;] (?:And|But|There|Then),? ))(?:[Ii]n|[Oo]n|[Aa]t|[Uu]nder|[Bb]eside|[Bb]ehind|[Bb]etween|[Bb]efore|[Nn]ear|[Bb]y|[Aa]mong|[Oo]pposite|[Ii]nside|[Oo]utside) (?:(?:an?|the|his|her|its|their|my|one|two) )?(?:[a-z'’-]+ ){1,6}?(?:sat|stood|lay|knelt|crouched|waited|slept|hung|leaned) (?:(?:an?|another|the) (?:[a-z-]+,? (?:and )?){0,4}?)?$/u;

function isEnglishSubject(before: string, after: string): boolean {
  if (
    /\b(?:of|with|to|at|from|by|for|into|toward|towards|behind|beside|like|than) (?:the |a |an |his |her |my |their )?(?:[a-z]+ )?$/u.test(
      before,
    )
  )
    return false;
  // `a donkey called Admiral`: nobody calls.
  if (/^ (?:called|named) (?:the )?\p{Lu}/u.test(after)) return false;
  return (
    ACTS_NEXT.test(after.replace(APPOSED, "")) ||
    ACTS_NEXT.test(after.replace(JOINED, "").replace(APPOSED, "")) ||
    (CLAD.test(after) && !SEEN.test(before)) ||
    INVERTED.test(before) ||
    PLACE_FIRST_EN.test(before) ||
    /^(?:It|That) was $/u.test(before)
  );
}
