// How words for things are found in a text: never a part of another word, and never where a turn of speech means something else
// (`thing-sayings.ts`).

import { type Found, matchesOf, type ThingWords, withoutOverlaps } from "../../../words/cues.ts";
import type { Prop } from "../../closed/staging.ts";

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
