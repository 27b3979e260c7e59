// Texts of who is in a book in both languages, loaded with the editor of the people.
import { useMemo } from "react";
import { filledIn, useWords, type Words } from "./words.tsx";

export const PEOPLE_WORDS_EN = {
  add: "Add somebody",
  newName: "Newcomer",
  described: "Left empty, it is written from the fields.",
  who: "{name}: in the book or not",
  remove: "Take {name} out of the book",
  used: "{name} cannot be taken out: {where}. Take {name} out there first, or say who it is:",
  panels: "in {n|panel|panels} ({list})",
  lines: "speaks {n|line|lines}",
  panel: "page {page}, panel {n}",
  more: "and {n} more",
  also: "; ",
  and: ", and ",
  same: "{name} is the same as",
  nobody: "nobody else",
  merge: "Make them one",
  leaves: "{name} leaves the book.",
  merged:
    "{name} is {into}: every line, beat and panel of {name} becomes {into}’s, and the name {into} stays.",
  keep: "Keep {name}",
  fate: "in the book or not",
} as const;

export type PeopleKey = keyof typeof PEOPLE_WORDS_EN;

export const PEOPLE_WORDS_JA: Readonly<Record<PeopleKey, string>> = {
  add: "人物を加える",
  newName: "新しい人物",
  described: "空のままにすると、項目から書かれます。",
  who: "{name}を本に出すかどうか",
  remove: "{name}を本から外す",
  used: "{name}は外せません（{where}）。先に{name}をそこから外すか、同じ人物を選んでください：",
  panels: "{n} コマに登場：{list}",
  lines: "台詞 {n} つ",
  panel: "{page} ページ {n} コマ目",
  more: "ほか {n} コマ",
  also: "、",
  and: "、",
  same: "{name}と同じ人物",
  nobody: "いない",
  merge: "ひとりにまとめる",
  leaves: "{name}は本から外れます。",
  merged:
    "{name}は{into}です。{name}の台詞、場面、コマはすべて{into}のものになり、名前は「{into}」が残ります。",
  keep: "{name}を残す",
  fate: "本に出すかどうか",
};

/** Like `t` of `useWords`, for this table. */
export type PeopleWords = (key: PeopleKey, values?: Parameters<Words["t"]>[1]) => string;

export function usePeopleWords(): PeopleWords {
  const { tongue } = useWords();
  return useMemo(() => {
    const table: Readonly<Record<PeopleKey, string>> = tongue === "ja" ? PEOPLE_WORDS_JA : PEOPLE_WORDS_EN;
    return (key, values) => filledIn(table[key], values);
  }, [tongue]);
}
