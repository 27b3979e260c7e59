// Words for the form of a new book's pages in both languages, loaded with its pictures to keep the first screen small.
import { useMemo } from "react";
import { filledIn, useWords, type Words } from "./words.tsx";

export const FORM_WORDS_EN = {
  "layout.title": "Page layout",
  "layout.usual": "As the story needs",
  "layout.airier": "Airier pages",
  "layout.airiest": "Few large panels",
  "layout.pages": "{n|page|pages}",
  "layout.hint":
    "On more pages the same story has fewer, larger panels on each. With fewer pages than it needs, some narration is left to the pictures.",
  "layout.noStory": "The numbers of pages appear with a story.",
  "layout.strips": "4-koma pages always have two strips of four panels.",
} as const;

type FormKey = keyof typeof FORM_WORDS_EN;

export const FORM_WORDS_JA: Record<FormKey, string> = {
  "layout.title": "コマ割り",
  "layout.usual": "物語に合わせる",
  "layout.airier": "ゆったり",
  "layout.airiest": "大ゴマ中心",
  "layout.pages": "{n} ページ",
  "layout.hint":
    "ページを増やすと、1 ページのコマが減って大きくなります。必要なページより減らすと、語りの一部は絵に任せます。",
  "layout.noStory": "物語を入れると、ページ数が出ます。",
  "layout.strips": "四コマは、いつも 1 ページに 2 本です。",
};

/** Like `t` of `useWords`, for this table. */
export function useFormWords(): (key: FormKey, values?: Parameters<Words["t"]>[1]) => string {
  const { tongue } = useWords();
  return useMemo(() => {
    const table: Readonly<Record<FormKey, string>> = tongue === "ja" ? FORM_WORDS_JA : FORM_WORDS_EN;
    return (key, values) => filledIn(table[key], values);
  }, [tongue]);
}
