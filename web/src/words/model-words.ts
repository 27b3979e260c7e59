// Words for the comparison of models in both languages, loaded with it to keep the first screen small.
import { useMemo } from "react";
import { filledIn, useWords, type Words } from "./words.tsx";

export const MODEL_WORDS_EN = {
  "models.free": "free",
  "models.time": "about {time}",
  "models.noStory": "Price and time appear with a story.",
  "models.here": "The story stays on this service.",
  "models.own": "The story goes to your own server.",
  "models.vendor": "The story goes to the model's vendor.",
  "models.pictures.vendor": "The vendor draws the pictures.",
  "models.pictures.own": "Your own server draws the pictures.",
  "models.cannot": "Cannot:",
  "cannot.translate": "translate",
  "cannot.strips": "make 4-koma",
  "cannot.references": "compare with earlier pictures",
  "cannot.follow-words": "draw words that it does not know",
  "models.not": "Not for this story: {reason}",
} as const;

export type ModelKey = keyof typeof MODEL_WORDS_EN;

export const MODEL_WORDS_JA: Record<ModelKey, string> = {
  "models.free": "無料",
  "models.time": "約 {time}",
  "models.noStory": "物語を入れると、値段と時間が出ます。",
  "models.here": "物語はこのサービスの外に出ません。",
  "models.own": "物語は自分のサーバーに送られます。",
  "models.vendor": "物語はモデルの提供元に送られます。",
  "models.pictures.vendor": "絵は提供元が描きます。",
  "models.pictures.own": "絵は自分のサーバーが描きます。",
  "models.cannot": "できないこと：",
  "cannot.translate": "翻訳",
  "cannot.strips": "四コマ",
  "cannot.references": "前の絵との照らし合わせ",
  "cannot.follow-words": "知らない言葉の絵",
  "models.not": "この物語には使えません：{reason}",
};

/** Like `t` of `useWords`, for this table. */
export function useModelWords(): (key: ModelKey, values?: Parameters<Words["t"]>[1]) => string {
  const { tongue } = useWords();
  return useMemo(() => {
    const table: Readonly<Record<ModelKey, string>> = tongue === "ja" ? MODEL_WORDS_JA : MODEL_WORDS_EN;
    return (key, values) => filledIn(table[key], values);
  }, [tongue]);
}
