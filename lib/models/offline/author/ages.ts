// How old somebody is, where a text says it in years, in digits or in words: `a girl of seventeen`, `in his late fifties`,
// 十七になる娘, 四十がらみの男.
import type { Person } from "../closed/concept.ts";

type Age = Person["age"];

const ageOfYears = (years: number): Age =>
  years < 13 ? "child" : years < 20 ? "teen" : years < 60 ? "adult" : "elder";

const ONES = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const NUMBER = `(?:${TENS.join("|")})(?:[- ](?:${ONES.slice(0, 9).join("|")}))?|${[...TEENS, ...ONES.toReversed()].join("|")}`;

function englishNumber(words: string): number {
  const [tens = "", ones = ""] = words.toLowerCase().split(/[- ]/u);
  const ten = TENS.indexOf(tens);
  if (ten >= 0) return (ten + 2) * 10 + ONES.indexOf(ones) + 1;
  return [...ONES, ...TEENS].indexOf(tens) + 1;
}

/** `seventeen-year-old`, `was seventeen,` but not `was seventeen miles away`. */
const SPELLED = new RegExp(
  `\\b(${NUMBER})(?:[- ]years?[- ]old|[- ]years? of age)|\\b(?<!\\b(?:there|it|It) )(?:was|is|were|be|turned|turning|aged?|both|barely|only|nearly|almost|about|(?:girl|boy|man|woman|child|lad) of(?: about| perhaps| maybe| some| nearly| almost)?) (${NUMBER})(?=[,;.!?]|$| (?:and|but|when|with|years?|now|or|in|was|were|who|had|sat|stood|lay|came)\\b)(?! (?:and|or) (?:${NUMBER})\\b)|^(${NUMBER})(?=[,;.]|$)|(?<=\\p{Lu}\\p{Ll}+, )(${NUMBER})(?=,)`,
  "iu",
);

/** `in her late thirties`, `in his teens`. */
const DECADE =
  /\bin (?:his|her|their|its) (?:early |mid-?|middle |late )?(teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/iu;

const DIGITS =
  /^(\d{1,3})(?=[,;.、。]|$)|(\d{1,3})\s*(?:歳|才|[- ]years?[- ]old)|\b(?:was|is|turned|aged?) (\d{1,3})(?=[,;.]|$)/u;

const KANJI = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]";
const KANJI_YEARS = new RegExp(
  `(${KANJI})(?:歳|才)|(?<=[はもがまだ、])([一二三四五六七八九])つ(?=だ|で、|になる|になった|の(?:子|男の子|女の子|娘|坊|誕生日))|([二三四五六七八九]?十[一二三四五六七八九]?)(?:、[一二三四五六七八九])?(?:(?:くらい|ぐらい|ほど|前後)?(?:に(?:なる|なった|なって|なり、)|の(?:少年|少女|娘|若者|男|女|子)|代|過ぎ|がらみ|路(?!地)|[をの](?:過ぎ|すぎ|越え|超え|坂)|くらいの、|(?<=[はも、][二三四五六七八九]?十[一二三四五六七八九]?)(?:だった|だ(?=。)|で、)))`,
  "u",
);

/** Words that are an age by themselves. */
const WORDS: readonly [RegExp, Age][] = [
  [/(?:\b(?:was|is)|,) (?:[a-z]+ ){0,4}old (?:man|woman|lady|fellow|sailor|fisherman)\b/iu, "elder"],
  [
    /還暦|古希|古稀|喜寿|傘寿|米寿|卒寿|白寿|初老|年老いた|\b(?:elderly|(?<!-)aged (?:man|woman|face|hands))\b/iu,
    "elder",
  ],
  [/はたち|三十路|中年|壮年|\bmiddle-aged\b/iu, "adult"],
  [/十代|\bteen-?aged?r?\b/iu, "teen"],
];

/** An age that a text states; the first where it states several. */
export function ageIn(text: string): Age | undefined {
  const plain = text.replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const digits = DIGITS.exec(plain);
  if (digits) return ageOfYears(Number(digits[1] ?? digits[2] ?? digits[3]));
  const kanji = KANJI_YEARS.exec(plain);
  const number = kanji?.[1] ?? kanji?.[2] ?? kanji?.[3];
  if (number !== undefined) return ageOfYears(kanjiNumber(number));
  const spelled = SPELLED.exec(plain);
  const words = spelled?.[1] ?? spelled?.[2] ?? spelled?.[3] ?? spelled?.[4];
  if (words !== undefined) return ageOfYears(englishNumber(words));
  const decade = DECADE.exec(plain)?.[1]?.toLowerCase();
  if (decade !== undefined) return ageOfDecade(decade);
  return WORDS.find(([when]) => when.test(plain))?.[1];
}

function ageOfDecade(decade: string): Age {
  if (decade === "teens") return "teen";
  return /^(?:sixties|seventies|eighties|nineties)$/u.test(decade) ? "elder" : "adult";
}

function kanjiNumber(text: string): number {
  const digit = (one: string | undefined) => (one ? "〇一二三四五六七八九".indexOf(one) : 0);
  const [, tens, ten, ones] = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(text) ?? [];
  if (!ten) return digit(text);
  return (tens ? digit(tens) : 1) * 10 + digit(ones);
}

/** Whether a sentence is about how old somebody is. */
export const tellsAge = (sentence: string): boolean => ageIn(sentence) !== undefined;

/** Somebody's names, and everybody else's. */
export interface Naming {
  names: readonly string[];
  others: readonly string[];
}

/** What a sentence says of somebody: from whoever is named before them to whoever is named next. */
export function ownPart(sentence: string, { names, others }: Naming): string {
  const own = names.map((name) => sentence.indexOf(name)).filter((at) => at >= 0);
  const first = own.length > 0 ? Math.min(...own) : 0;
  const near = others
    .map((name) => ({ at: sentence.indexOf(name), end: sentence.indexOf(name) + name.length }))
    .filter(({ at, end }) => at >= 0 && (end <= first || at > first));
  const start = Math.max(0, ...near.filter(({ end }) => end <= first).map(({ end }) => end));
  const next = near.filter(({ at }) => at > first).map(({ at }) => at);
  if (next.length === 0) return sentence.slice(start);
  return sentence.slice(start, Math.min(...next)).replace(OF_THE_NEXT, "");
}

/** `and his nine-year-old sister ` before a name, 小学四年の before one, tell of whoever comes next. */
const OF_THE_NEXT =
  /[^、。はがもをにと]*の、?$|\b(?:and|with|to|at|for|of|than|by)? ?(?:the|a|an|his|her|their|my|our)(?: [a-z-]+){1,4},? $/u;

/** `Ned and his sister Flo, both twelve,` tells of both. */
const ALIKE = /\b(?:both|twins?)\b|双子|ふたりとも|二人とも/iu;

/** The age that sentences state of somebody. */
export function ageAmong(sentences: readonly string[], naming: Naming): Age | undefined {
  for (const sentence of sentences) {
    const alike = ALIKE.test(sentence) && naming.names.some((name) => sentence.includes(name));
    const age = ageIn(alike ? sentence : ownPart(sentence, naming));
    if (age) return age;
  }
  return undefined;
}
