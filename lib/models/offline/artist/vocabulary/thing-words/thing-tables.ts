// How tables of words for things are written down: plain nouns in one and many, never a part of another word.

import { type Cues, cueBuilder } from "../../../words/cues.ts";
import type { Prop } from "../../closed/staging.ts";
import { alternativesOf } from "../phrase.ts";

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

/** Japanese words that something stands behind, and no part of another word before. */
function wordJa(behind: string) {
  const before = "(?<![\\p{Script=Han}々ァ-ヴー]|(?![おのをにがはとやもでいなたるだて])[ぁ-ん])";
  return cueBuilder((pattern) => `${before}(?:${pattern})(?=${behind})`, "gu");
}

/**
 * Japanese words that are also parts of many others, in kana or of one character: a whole word stands neither after kana that are no
 * ending or particle (やわらかさ is no かさ) nor after another noun, and before a particle, a number or a stop.
 */
export const wholeJa = wordJa(
  "[をがはもとやのにで、。」]|[一二三四五六七八九十数何]|など|だけ|ばかり|まで|くらい|という",
);

/** What is done with a thing and with nothing else, after a word and what may be named beside it. */
export const HANDLED_JA =
  "(?:[とや、][^。をがは]{1,12})?(?:を[^。、をがはに]{0,4}(?:手に|手の|手渡|受け取|持[ちっつた]|置|出[しす]|差し?[出だ]|渡[しすさ]|取[っりる]|拾|運|並べ|見せ|握|抱[えい]|つか[みん]|つま[むみん]|放[っり]|転が[しす]|乗せ|しま[っい]|買[っい]|もら[っい]|くれ|投げ|落と|洗|詰め|載せ|のせ|配|捨て|(?:ひと|ふた|みっ)つ|[一二三四五六七八九十数]+[つ個本枚匹杯束袋缶着足丁])|が[^。、]{0,6}(?:あ[っりる]|落ち|転が|当た|弾|飛[んび]|跳ね|置|並[んび]|入っ|載っ|乗っ|のって|散らば|飾|掛か|かかって|ぶら下|見つか))";

/** Words that mean something else as often: a thing where it is handled like one, or lies somewhere. */
export const handledJa = wordJa(HANDLED_JA);

/** What only a noun has before it, besides what it is like. */
const BEFORE_NOUN = new RegExp(
  `\\b(?:an?|the|his|her|its|my|our|their|your|this|these|those|another|each|every|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|more|both|[a-z]+['’]s) (?:(?:[a-z]{3,}(?:ed|ing)|${[
    "old|new|little|big|small|large|great|huge|tiny|giant|enormous|long|short|thick|thin|heavy|light|sharp|blunt|flat|round|square",
    "red|blue|white|black|green|yellow|grey|gray|brown|pink|purple|orange|golden|gold|silver|silvery|dark|pale|bright|shiny",
    "wooden|iron|brass|steel|metal|tin|glass|stone|clay|leather|plastic|paper|silk|velvet|cotton|wool|woollen|woolen|copper|bronze",
    "rusty|dusty|dirty|muddy|greasy|bloody|dry|wet|hot|cold|warm|clean|empty|full|half|broken|open|torn|bent|frozen|crooked|smooth",
    "first|second|last|next|other|same|only|own|best|good|fine|fresh|bad|cheap|strange|plain|pretty|spare|lost|clumsy|beautiful|ancient",
  ].join("|")}),? ){0,2}$`,
  "iu",
);
/** Before it, a verb has its object: `she made her watch the boy`. */
const AFTER_VERB = /^ (?:an?|the|him|them|it|us|me|his|your)\b/iu;

/** As much of a text before a word as tells that the word is a noun. */
const NEAR = 60;

export const isNoun = (before: string, after: string): boolean =>
  BEFORE_NOUN.test(before.slice(-NEAR)) && !AFTER_VERB.test(after);
