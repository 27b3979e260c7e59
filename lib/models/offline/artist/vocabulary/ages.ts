// The age band of a person, from years in digits or words, or from a word for an age: `72`, `about forty`, `in her thirties`, 十六歳.
import type { Person } from "../closed/person.ts";
import { called } from "./listed-kin.ts";
import { plain } from "./phrase.ts";

type Age = Person["age"];

const ONES =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split(" ");

const ENGLISH = new RegExp(
  `\\b(?:(${DECADES.join("|")})|(?:(${TENS.join("|")})(?:[- ])?)?(${ONES.toReversed().join("|")})|(${TENS.join("|")}))\\b`,
  "u",
);
const KANJI = /([二三四五六七八九]?)(十)([一二三四五六七八九]?)|([一二三四五六七八九])(?=歳|才|つ)/u;

/** The years in a text; undefined if there are none. */
function yearsIn(text: string): number | undefined {
  const digits = /\d{1,4}(?!\d)/u.exec(text)?.[0];
  if (digits !== undefined) return Number(digits) / (/\bmonths?\b|か月|ヶ月/u.test(text) ? 12 : 1);
  const [, decade, ten, one, tens] = ENGLISH.exec(text) ?? [];
  if (decade !== undefined) return (DECADES.indexOf(decade) + 2) * 10;
  if (tens !== undefined) return (TENS.indexOf(tens) + 2) * 10;
  if (one !== undefined)
    return (ten === undefined ? 0 : (TENS.indexOf(ten) + 2) * 10) + ONES.indexOf(one) + 1;
  const [whole, before = "", , after = "", alone = ""] = KANJI.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digit = (letter: string, none: number) =>
    letter === "" ? none : "〇一二三四五六七八九".indexOf(letter);
  return alone === "" ? digit(before, 1) * 10 + digit(after, 0) : digit(alone, 0);
}

/** Undefined if the age is unknown. */
export function ageCalled(text: string): Age | undefined {
  const words = plain(text);
  const name = (["child", "teen", "adult", "elder"] as const).find((age) => age === words);
  if (name) return name;
  const years = yearsIn(words);
  if (years !== undefined) return years < 13 ? "child" : years < 20 ? "teen" : years < 60 ? "adult" : "elder";
  return called("age-words", words);
}
