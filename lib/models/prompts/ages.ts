// The age of a character from a free text: years, a band, or a phrase in English or Japanese. Picture prompts say less about anyone who is,
// or may be, under 18.
import type { Character } from "../../manga/cast.ts";

export type AgeBand = "child" | "teen" | "adult" | "elder" | "unknown";

/** First year of each band. */
const FIRST_YEAR = { teen: 13, adult: 18, elder: 65 } as const;

/** The youngest band that a text may mean: in doubt the younger one. */
export function ageBand(age: string): AgeBand {
  const text = age.normalize("NFKC").toLowerCase();
  const years = yearsIn(text);
  return years.length > 0 ? bandOf(Math.min(...years)) : bandInWords(text);
}

function bandInWords(text: string): AgeBand {
  return BANDS.find(([, words]) => words.test(text))?.[0] ?? "unknown";
}

function bandOf(years: number): AgeBand {
  if (years < FIRST_YEAR.teen) return "child";
  if (years < FIRST_YEAR.adult) return "teen";
  return years < FIRST_YEAR.elder ? "adult" : "elder";
}

const BANDS: readonly (readonly [AgeBand, RegExp])[] = [
  [
    "child",
    /\b(?:bab(?:y|ies)|infants?|newborn|toddlers?|child(?:ren)?|kids?|little|pupil)\b|(?:boy|girl)s?\b|子|幼|赤ん坊|赤ちゃん|小学生|少年|少女|童/u,
  ],
  [
    "teen",
    /\bteen|\b(?:adolescents?|youths?|minors?|school(?:boy|girl)?|juvenile|student)\b|十代|中学生|高校生|若者/u,
  ],
  ["adult", /\b(?:young adults?|middle[- ]aged)\b/u],
  ["teen", /^young\b/u],
  ["elder", /\b(?:elder(?:ly)?|old|aged|ancient|senior)\b|老|年寄り/u],
  ["adult", /\b(?:adults?|grown|middle-aged|mature|man|woman|men|women)\b|大人|成人|中年/u],
];

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const KANJI = "〇一二三四五六七八九";

/** All numbers in the text: digits, English number words, and Japanese numbers before 歳, 才 or つ. */
function yearsIn(text: string): number[] {
  const digits = [...text.matchAll(/\d+/gu)].map(([number]) => Number(number));
  const words = text.match(/[a-z]+/gu)?.flatMap((word) => {
    const one = ONES.indexOf(word);
    const ten = TENS.findIndex((name) => word === name || word === `${name.slice(0, -1)}ies`);
    return one > 0 ? [one] : ten >= 0 ? [20 + 10 * ten] : [];
  });
  const kanji = [...text.matchAll(/([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=歳|才|つ)/gu)].map(
    ([, tens = "", ten = "", ones = ""]) =>
      ten === ""
        ? KANJI.indexOf(tens || ones)
        : 10 * (tens === "" ? 1 : KANJI.indexOf(tens)) + Math.max(0, KANJI.indexOf(ones || "〇")),
  );
  return [...digits, ...(words ?? []), ...kanji.filter((years) => years > 0)];
}

type Aged = Pick<Character, "age" | "kind">;

/** Whether a kind of being may have human form. */
export const isHumanlike = (kind: string): boolean =>
  /\b(?:human|people|person|robot|android|ghost|spirit|angel|vampire|elf|witch|wizard|fairy|giant|mermaid)s?\b/iu.test(
    kind,
  );

/** Whether a kind is a being in human form, such as a catgirl or a merman. */
const hasHumanForm = (kind: string) =>
  isHumanlike(kind) || /(?:girl|boy|man|woman|men|women|child)s?\b/iu.test(kind);

/** The band of a character's age; where the text gives none, the kind decides: a `boy` is a child. A camel of seven years is not a child. */
export function bandOfPerson({ age, kind }: Aged): AgeBand {
  const band = hasHumanForm(kind) ? ageBand(age) : bandInWords(age.toLowerCase());
  return band === "unknown" ? bandInWords(kind.toLowerCase()) : band;
}

/** Whether a character is under 18, or has human form and is not known to be adult. */
export function mayBeYoung(person: Aged): boolean {
  const band = bandOfPerson(person);
  return band === "child" || band === "teen" || (band === "unknown" && hasHumanForm(person.kind));
}
