// How tables of words for things are written down: plain nouns in one and many, never a part of another word.

import { type Cues, cueBuilder } from "../../../words/cues.ts";
import type { Prop } from "../../closed/staging.ts";
import { alternativesOf } from "../phrase.ts";
import { isNoun } from "./before-noun.ts";

/** `loaf`: loaf and loaves; `jam jar`: jam jars and jam-jars too. What is no plain noun is a pattern already. */
function inOneAndMany(noun: string): string {
  const [, twofold, rest] = /^~([a-z ]+)(.*)$/u.exec(noun) ?? [];
  if (twofold) return `${inOneAndMany(twofold)}${rest}`;
  if (!/^[a-z][a-z '’-]*$/iu.test(noun)) return noun;
  const joined = noun.replace(/[ -]/gu, "[ -]?").replace(/['’]/gu, "['’]?");
  if (/s$/u.test(noun)) return /[snu]s$/u.test(noun) ? `${joined}(?:es)?` : joined;
  if (/(?:[^aeiou]|qu)y$/u.test(noun)) return `${joined.slice(0, -1)}(?:y|ies)`;
  if (/(?:ch|sh|x|z)$/u.test(noun)) return `${joined}(?:es)?`;
  if (/fe$/u.test(noun)) return `${joined.slice(0, -2)}(?:fe|ves)`;
  if (/[^f]f$/u.test(noun)) return `${joined.slice(0, -1)}(?:fs?|ves)`;
  if (/man$/u.test(noun)) return `${joined.slice(0, -3)}m[ae]n`;
  return /o$/u.test(noun) ? `${joined}(?:e?s)?` : `${joined}s?`;
}

const cuesEn = cueBuilder(
  (pattern) =>
    `\\b(?<!\\p{L}['’])(?:${alternativesOf(pattern).map(inOneAndMany).join("|")})(?![\\p{L}\\d]|-\\p{L})`,
  "giu",
);

/**
 * English: a table's plain nouns stand for one and many; `o'clock` is no clock, and `candle-lit` no candle. What begins with `~` is
 * a verb as well (`~saw`), or another thing, and wants an article or a number before it.
 */
export const thingsEn = (table: Table): Cues<Prop> => [
  ...cuesEn<Prop>(only(table, (one) => !one.startsWith("~"))),
  ...cuesEn<Prop>(only(table, (one) => one.startsWith("~"))).map((cue) => ({ ...cue, fits: isNoun })),
];

type Table = Readonly<Record<Prop, string>>;

/** A table with some of its alternatives. */
const only = (table: Table, keep: (alternative: string) => boolean): Table =>
  Object.fromEntries(
    Object.entries(table).flatMap(([prop, pattern]) => {
      const kept = alternativesOf(pattern).filter(keep);
      return kept.length > 0 ? [[prop, kept.join("|")]] : [];
    }),
  );

/** Japanese: the longest of a table's plain nouns is the one that is meant. */
export const thingsJa = cueBuilder((pattern) => {
  const isPlain = (one: string) => /^[\p{L}ー々]+$/u.test(one);
  const all = alternativesOf(pattern);
  const nouns = all.filter(isPlain).toSorted((a, b) => b.length - a.length);
  return [...nouns, ...all.filter((one) => !isPlain(one))].join("|");
}, "gu");

/**
 * Japanese words that are also parts of many others, in kana or of one character: a whole word stands neither after kana that are no
 * ending or particle (やわらかさ is no かさ) nor after another noun, and before a particle, a number or a stop.
 */
export const wholeJa = cueBuilder(
  (pattern) =>
    `(?<![\\p{Script=Han}々ァ-ヴー]|(?![おのをにがはとやもでいなたるだて])[ぁ-ん])(?:${pattern})(?=[をがはもとやのにで、。」]|[一二三四五六七八九十数何]|など|だけ|ばかり|まで|くらい|という)`,
  "gu",
);

/** What is done with a thing and with nothing else, after a word and what may be named beside it. */
export const HANDLED_JA =
  "(?:[とや、][^。をがは]{1,12})?(?:を[^。、をがはに]{0,4}(?:手に|手の|手渡|受け取|持[ちっつた]|置|出[しす]|差し?[出だ]|渡[しすさ]|取[っりる]|拾|運|並べ|見せ|握|抱[えい]|つか[みん]|つま[むみん]|放[っり]|転が[しす]|乗せ|しま[っい]|買[っい]|もら[っい]|くれ|投げ|落と|洗|詰め|載せ|のせ|配|捨て|(?:ひと|ふた|みっ)つ|[一二三四五六七八九十数]+[つ個本枚匹杯束袋缶着足丁])|が[^。、]{0,6}(?:あ[っりる]|落ち|転が|当た|弾|飛[んび]|跳ね|置|並[んび]|入っ|載っ|乗っ|のって|散らば|飾|掛か|かかって|ぶら下|見つか))";

/** Words that mean something else as often: a thing where it is handled like one, or lies somewhere. */
export const handledJa = cueBuilder(
  (pattern) =>
    `(?<![\\p{Script=Han}々ァ-ヴー]|(?![おのをにがはとやもでいなたるだて])[ぁ-ん])(?:${pattern})(?=${HANDLED_JA})`,
  "gu",
);
