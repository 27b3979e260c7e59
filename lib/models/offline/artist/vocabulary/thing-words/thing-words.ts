// The tables of words for things in either language: the nouns of `assets/things/things.tsv`, and the patterns of `patterns.tsv` beside it,
// which look at what stands before and behind a word.
import { type Cues, type Found, matchesOf, type ThingWords, withoutOverlaps } from "../../../words/cues.ts";
import type { Prop } from "../../closed/staging.ts";
import { THING_PACK } from "../../closed/thing-pack.ts";
import { handledJa, thingsEn, thingsJa, wholeJa } from "./thing-tables.ts";

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
