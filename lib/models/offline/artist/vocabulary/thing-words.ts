// The tables of words for things in either language: the nouns of `assets/things/things.tsv`, and the patterns of `patterns.tsv` beside it,
// which look at what stands before and behind a word.
import {
  type Cues,
  cueBuilder,
  type Found,
  matchesOf,
  type ThingWords,
  withoutOverlaps,
} from "../../words/cues.ts";
import type { Prop } from "../closed/staging.ts";
import { THING_PACK } from "../closed/thing-pack.ts";
import { alternativesOf } from "./phrase.ts";

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
const thingsEn = (table: Table): Cues<Prop> => [
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
const thingsJa = cueBuilder((pattern) => {
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
const wholeJa = wordJa(
  "[をがはもとやのにで、。」]|[一二三四五六七八九十数何]|など|だけ|ばかり|まで|くらい|という",
);

/** What is done with a thing and with nothing else, after a word and what may be named beside it. */
const HANDLED_JA =
  "(?:[とや、][^。をがは]{1,12})?(?:を[^。、をがはに]{0,4}(?:手に|手の|手渡|受け取|持[ちっつた]|置|出[しす]|差し?[出だ]|渡[しすさ]|取[っりる]|拾|運|並べ|見せ|握|抱[えい]|つか[みん]|つま[むみん]|放[っり]|転が[しす]|乗せ|しま[っい]|買[っい]|もら[っい]|くれ|投げ|落と|洗|詰め|載せ|のせ|配|捨て|(?:ひと|ふた|みっ)つ|[一二三四五六七八九十数]+[つ個本枚匹杯束袋缶着足丁])|が[^。、]{0,6}(?:あ[っりる]|落ち|転が|当た|弾|飛[んび]|跳ね|置|並[んび]|入っ|載っ|乗っ|のって|散らば|飾|掛か|かかって|ぶら下|見つか))";

/** Words that mean something else as often: a thing where it is handled like one, or lies somewhere. */
const handledJa = wordJa(HANDLED_JA);

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

const isNoun = (before: string, after: string): boolean =>
  BEFORE_NOUN.test(before.slice(-NEAR)) && !AFTER_VERB.test(after);

type Read = (table: Record<Prop, string>) => Cues<Prop>;

/** The nouns of a column, by thing: those that `starts` takes, without so many letters of a mark. */
const nounsIn = (column: "en" | "ja" | "kin", starts = /^/u, mark = 0): [Prop, string][] =>
  THING_PACK.rows.flatMap(({ name = "", [column]: cell = "" }): [Prop, string][] => {
    const words = cell.split("|").filter((word) => word !== "" && starts.test(word));
    return words.length > 0 ? [[name, words.map((word) => word.slice(mark)).join("|")]] : [];
  });

/** What is drawn in the place of things that nobody draws: the nearest in shape and use. */
export const KIN_OF_THINGS = nounsIn("kin");

/** The patterns of a language, table by table: rows of one field that are read in one way. */
function patternsOf(language: string, ways: Readonly<Record<string, Read>>): Cues<Prop> {
  const own = THING_PACK.patterns.filter((row) => row.language === language);
  const tables = Map.groupBy(own, ({ field, read }) => `${field} ${read}`);
  return [...tables.values()].flatMap((rows) => {
    const read = ways[rows[0]?.read ?? ""];
    return read ? read(Object.fromEntries(rows.map(({ name = "", pattern = "" }) => [name, pattern]))) : [];
  });
}

/** Words and turns of speech in which the name of a thing stands for something else: nobody sees a hatchet when it is buried. */
const sayingsOf = (language: string): RegExp =>
  new RegExp(
    THING_PACK.patterns
      .flatMap((row) => (row.language === language && row.read === "saying" ? [row.pattern] : []))
      .join("|"),
    "giu",
  );

/** Heads of compounds that are no things themselves: a flower shop is no flower. */
const COMPOUNDS_EN =
  /^[ -](?:shops?|stores?|stalls?|factory|factories|lessons?|players?|teachers?|clubs?|stands?|racks?|makers?|sellers?|trees?|bush(?:es)?|gardens?|fields?|schools?|rooms?|walls?|floors?|bridges?|yards?|markets?|museums?|part(?:y|ies)|practice|concerts?|music|matches|races?|games?|teams?|beds?|posts?|stops?|offices?|tower|towers|prints?|crumbs|shells?|holes?|shots?|wound|fights?|polish|laces?|pond|ponds|trip|trips|ride|rides|thie(?:f|ves)|collection|rack|club|maker|festival|merchant|blossoms?|season|colou?red|shaped|coloured)\b/iu;

/** 花屋, ピアノ教室, 桃色: what is sold, taught, or the colour of it. */
const COMPOUNDS_JA =
  /^(?:屋(?![根敷上外内])|店(?![先頭の])|売り|職人|工場|教室|大会|作り|造り|柄|模様|色(?=[のにをがはだで、])|遊び(?!道具)|(?:立て|入れ|置き|敷き|掛け|つかみ|置き場)(?=[がはにをのもとや、。だで])|狩り|畑|祭り?(?![らりるれ])|部(?=[のにがはを員])|木(?=[のにがはを]))/u;

export const THING_WORDS_EN: ThingWords = {
  sayings: sayingsOf("en"),
  compounds: COMPOUNDS_EN,
  props: [...thingsEn(Object.fromEntries(nounsIn("en"))), ...patternsOf("en", { word: thingsEn })],
};

export const THING_WORDS_JA: ThingWords = {
  sayings: sayingsOf("ja"),
  compounds: COMPOUNDS_JA,
  props: [
    ...thingsJa(Object.fromEntries(nounsIn("ja", /^[^=~]/u))),
    // `=鍋` is a part of many other words, and `~菜` means something else unless it is handled like a thing.
    ...wholeJa(Object.fromEntries(nounsIn("ja", /^=/u, 1))),
    ...handledJa(Object.fromEntries(nounsIn("ja", /^~/u, 1))),
    ...patternsOf("ja", { word: thingsJa, whole: wholeJa, handled: handledJa }),
  ],
};

/** Things that a text names, in its order. */
export function thingsIn(text: string, { props, sayings, compounds }: ThingWords): Found<Prop>[] {
  const plain = text.replace(sayings, (words) => "\0".repeat(words.length));
  const words = matchesOf(plain, props).map(withoutArticle);
  const cues = withoutOverlaps(words.filter((cue) => !isPartOfWord(plain, cue)));
  return cues.filter(({ at, text: word }, index) => {
    const end = at + word.length;
    const isFirstHalf = /^[ -]?$/u.test(plain.slice(end, cues[index + 1]?.at)) && index + 1 < cues.length;
    return !(isFirstHalf && !/s$/u.test(word)) && !compounds.test(plain.slice(end));
  });
}

/** `the ring`, of a pattern that asks for it: the ring. What is named by what is done with it (`swept the floor`) is left whole. */
function withoutArticle({ value, at, text }: Found<Prop>): Found<Prop> {
  const lead =
    /^(?!swe|mopp|knitt)(?:[a-z]+ )?(?:an?|the|his|her|my|their|our|its) (?=\S)/iu.exec(text)?.[0] ?? "";
  return { value, at: at + lead.length, text: text.slice(lead.length) };
}

/** Katakana words that others are put before: ティーカップ is a cup, レベル no ベル. */
const HEADS =
  /^(?:ボール|バッグ|ギター|カメラ|グラス|コート|ジャケット|ボトル|スプーン|フォーク|ナイフ|カップ|ベッド|ベンチ|ケーキ|テレビ|ラジオ|タオル|テント|ワイン|ビール|ピアノ|ソファ|テーブル|ブーツ|シャツ|スカート|ドレス|ボックス|ラケット|シューズ|サンダル|ストーブ|バスケット|クリーム|ボート|ランタン|チョコ|カレー|リュック|チェア|デスク|ライト|ライター|パソコン|プレーヤー|ケース|ハンマー|マスク|ヘルメット|ロケット|ポット|ポスター|カード|ドライバー|ジュース|コーヒー)/u;

const NUMERAL = /[一二三四五六七八九十百千数両幾何今全毎各]/u;

/** レベル, カップル, 花子, 鎌倉: the word goes on, and is another one. */
function isPartOfWord(text: string, { at, text: word }: Found<Prop>): boolean {
  const [before, after] = [text[at - 1] ?? "", text[at + word.length] ?? ""];
  const isKatakana = (letter: string) => /[ァ-ヴー]/u.test(letter);
  if (isKatakana(word.at(-1) ?? "") && isKatakana(after)) return true;
  if (isKatakana(word[0] ?? "") && isKatakana(before)) return !HEADS.test(word);
  return /^\p{Script=Han}$/u.test(word) && /\p{Script=Han}/u.test(after) && !NUMERAL.test(after);
}
