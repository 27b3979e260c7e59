// Writes the sentence that describes a design to people, in the book's language.
import type { Character } from "../../manga/cast.ts";
import type { Language } from "../../manga/language.ts";
import { SHOWN } from "./words/shown-words.ts";

export type Look = Omit<Character, "description">;

/** Age bands in ascending order. */
export const AGE_BANDS = ["child", "teen", "adult", "elder"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The band of an age in years or words. An unknown age is `adult`. */
export function ageBandOf(age: string): AgeBand {
  const years = Number.parseInt(age, 10);
  if (Number.isNaN(years)) return AGE_BANDS.find((band) => band === age) ?? "adult";
  return years < 13 ? "child" : years < 20 ? "teen" : years < 60 ? "adult" : "elder";
}

const WHO: Readonly<Record<Character["sex"], Record<AgeBand, string>>> = {
  female: { child: "girl", teen: "young woman", adult: "woman", elder: "old woman" },
  male: { child: "boy", teen: "young man", adult: "man", elder: "old man" },
  unknown: { child: "child", teen: "teenager", adult: "adult", elder: "elder" },
};

export function describeLook(look: Look, language: Language): string {
  const { name, kind, sex, age, build, beard, marks, accessories, outfits } = look;
  const say = (words: string) => inLanguage(words, language);
  const who = say(kind === "human" ? WHO[sex][ageBandOf(age)] : kind);
  const size = build === undefined || build === "average" ? "" : say(build);
  const seen = [
    ...(look.hair === undefined ? [] : [describeHair(look.hair, language)]),
    ...(beard === undefined ? [] : [say(beard)]),
    ...[...marks, ...accessories, ...(outfits[0]?.worn ?? [])].map(say),
  ];
  if (language === "ja") return `${name}。${size}${who}。${seen.length === 0 ? "" : `${seen.join("、")}。`}`;
  const noun = [size, who].filter((word) => word !== "").join(" ");
  const article = /^[aeiou]/iu.test(noun) ? "an" : "a";
  return `${name}, ${article} ${noun}${seen.length === 0 ? "" : `: ${seen.join(", ")}`}.`;
}

/** `bob, dark` is a dark bob. Any other phrase is used unchanged. */
function describeHair(hair: string, language: Language): string {
  const [style = "", colour] = hair.split(", ");
  if (colour === undefined || style === "bald") return inLanguage(style, language);
  const noun = inLanguage(style, language);
  if (language === "ja") return `${inLanguage(colour, language)}${noun}`;
  return /^(?:short|long|messy|curly|spiky|swept|crop)$/u.test(style)
    ? `${style} ${colour} hair`
    : `${colour} ${noun}`;
}

const inJapanese = (words: string) => SHOWN.exact(words, "japanese");

/** A word or phrase of a design in the book's language: `dark trousers` is 濃い色のズボン. Words that no table has stay unchanged. */
function inLanguage(words: string, language: Language): string {
  if (language === "en") return words;
  const whole = inJapanese(words) ?? inJapanese(words.replace(/s$/u, ""));
  if (whole !== undefined) return whole;
  const [first = "", ...rest] = words.split(" ");
  const [adjective, noun] = [inJapanese(first), inJapanese(rest.join(" "))];
  return adjective !== undefined && noun !== undefined ? `${adjective}${noun}` : words;
}
