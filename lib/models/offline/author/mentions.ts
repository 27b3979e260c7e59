// Finds where a text names the people of a story, and whether they are the ones who do something there.
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
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
  const pattern = language === "ja" ? japanesePattern(byName) : englishPattern(byName);
  /** The same sentences are asked for again and again while a talk is weighed. */
  const read = new Map<string, Mention[]>();
  return {
    named,
    mentions(text) {
      const known = read.get(text);
      if (known) return known;
      const found: Mention[] = [];
      read.set(text, found);
      for (const match of text.matchAll(pattern)) {
        const name = match[1] ?? "";
        const definite = language === "ja" || /\bthe $/iu.test(text.slice(0, match.index));
        const person = named(name) ?? (definite ? described(name) : undefined);
        if (!person) continue;
        const end = match.index + match[0].length;
        const after = text.slice(end);
        const subject =
          language === "ja"
            ? (/^(?:たち)?(?:は|が|も|って|と[^。、はがも]{1,10}[はがも])/u.test(after) &&
                !MADE.test(after)) ||
              PERCEIVES.test(after) ||
              isPresented(text.slice(0, match.index), after)
            : isEnglishSubject(text.slice(0, match.index), after);
        found.push({ person, at: match.index, end, subject });
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

/** Nouns of the lexicon that are nobody here take part too, so that 男 is not found in 男の子. */
function japanesePattern(byName: ReadonlyMap<string, Person>): RegExp {
  const names = new Set([...byName.keys(), ...ROLES_JA.map(({ noun }) => noun)]);
  const sorted = [...names]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => {
      const before = /^\p{Script=Katakana}/u.test(name)
        ? "(?<![ァ-ヴー])"
        : /^\p{Script=Han}/u.test(name)
          ? "(?<![\\p{Script=Han}々])"
          : "";
      const after = /[\p{Script=Katakana}ー]$/u.test(name)
        ? "(?![ァ-ヴー])"
        : /\p{Script=Han}$/u.test(name)
          ? "(?![\\p{Script=Han}々])|"
          : "";
      return after.endsWith("|")
        ? `${before}${literal(name)}(?=(?:君|様|殿|氏|達|先生|先輩)?(?![\\p{Script=Han}々]))`
        : `${before}${literal(name)}${after}`;
    });
  return new RegExp(`(${sorted.join("|")})(?:さん|ちゃん|くん|君|様|殿|氏|先生|先輩)?`, "gu");
}

function englishPattern(byName: ReadonlyMap<string, Person>): RegExp {
  const nouns = new Set(ROLES_EN.map(({ noun }) => noun));
  const keys = [...new Set([...byName.keys(), ...nouns])].toSorted((a, b) => b.length - a.length);
  const alternatives = keys.map((key) => {
    const person = byName.get(key);
    if (key === "i") return "I(?![’'\\p{L}]*\\p{L}{3})";
    if (nouns.has(key)) return `[${key[0]}${key[0]?.toUpperCase()}]${literal(key.slice(1))}`;
    const cased = person ? [person.name, ...person.aliases].find((name) => name.toLowerCase() === key) : key;
    return literal(cased ?? key);
  });
  return new RegExp(`(?<![\\p{L}\\p{N}’'-])(${alternatives.join("|")})(?![\\p{L}\\p{N}-])`, "gu");
}

const ACTS_NEXT = new RegExp(
  `^,?(?: and [\\p{L} ]{1,20})?(?: ${ADVERB_EN})?,? (?:${ACTS_EN}|${MORE_ACTS_EN}|${SPEECH_EN}|is|are|[a-z]{2,}ed|[a-z]{3,}s)\\b`,
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
    /^(?:It|That) was $/u.test(before)
  );
}
