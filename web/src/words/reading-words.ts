// Words for the correction of a reading in both languages, loaded with it to keep the first screen small.
import { useMemo } from "react";
import { filledIn, useWords, type Words } from "./words.tsx";

export const READING_WORDS_EN = {
  "reading.lead":
    "Correct what is wrong, or leave it: nothing has been paid, and the book can be made at any time.",
  "reading.other":
    "Another reader, {model}, makes the book and may find more. It is told your corrections, and they hold in any case.",
  "reading.guesses": "{n|guess|guesses}: {people} of people, {places} of places, {lines} of who speaks",
  "reading.sure": "Nothing is guessed.",
  "reading.undo": "Undo all corrections",
  "reading.corrected": "{n|correction|corrections}",
  "people.title": "People",
  "people.none": "Nobody was found. Add who is in the story.",
  "people.add": "Add a person",
  "people.new": "New person",
  "people.name": "Name",
  "people.age": "Age",
  "people.ageHint": "72, child, adult …",
  "people.sex": "Sex",
  "people.traits": "Looks",
  "people.traitsHint": "short white hair, glasses",
  "people.lines": "{n|line|lines}",
  "people.guessed": "guessed",
  "people.same": "Is the same person as",
  "people.nobodyElse": "nobody else",
  "people.leaveOut": "Leave out",
  "people.leaveOutOf": "Leave out {name}",
  "people.left": "{name} is not in the book.",
  "people.merged": "{name} is {other}.",
  "people.back": "Undo",
  "people.backOf": "Undo for {name}",
  "people.taken": "Somebody else has this name. Choose another one, or say that they are the same person.",
  "people.unnamed": "Without a name this person is not added.",
  "role.protagonist": "lead",
  "role.partner": "partner",
  "role.opponent": "opponent",
  "role.support": "supporting",
  "sex.female": "female",
  "sex.male": "male",
  "sex.unknown": "not stated",
  "places.title": "Places",
  "places.none": "No place was found.",
  "places.name": "Name",
  "places.kind": "Kind of place",
  "lines.title": "Who says what",
  "lines.none": "The story has no spoken lines.",
  "lines.onlyGuessed": "Only the guesses",
  "lines.all": "All lines",
  "lines.more": "Show {n} more",
  "lines.speaker": "Who says “{text}”",
  "lines.nobody": "nobody by name",
} as const;

export type ReadingKey = keyof typeof READING_WORDS_EN;

export const READING_WORDS_JA: Record<ReadingKey, string> = {
  "reading.lead": "違うところだけ直してください。直さずに始めてもかまいません。まだ費用はかかっていません。",
  "reading.other":
    "この本は {model} が読むので、ほかにも見つけるかもしれません。直した内容は伝えられ、必ず守られます。",
  "reading.guesses": "推測 {n} 件：人物 {people}、場所 {places}、話し手 {lines}",
  "reading.sure": "推測はありません。",
  "reading.undo": "直した内容をすべて取り消す",
  "reading.corrected": "直した数：{n}",
  "people.title": "人物",
  "people.none": "人物は見つかりませんでした。登場する人を加えてください。",
  "people.add": "人物を加える",
  "people.new": "新しい人物",
  "people.name": "名前",
  "people.age": "年齢",
  "people.ageHint": "72、child、adult など",
  "people.sex": "性別",
  "people.traits": "見た目",
  "people.traitsHint": "短い白髪、眼鏡",
  "people.lines": "台詞 {n}",
  "people.guessed": "推測",
  "people.same": "同じ人物",
  "people.nobodyElse": "ほかにいない",
  "people.leaveOut": "本に出さない",
  "people.leaveOutOf": "{name}を本に出さない",
  "people.left": "{name}は本に出ません。",
  "people.merged": "{name}は{other}と同じ人物です。",
  "people.back": "元に戻す",
  "people.backOf": "{name}を元に戻す",
  "people.taken": "同じ名前の人物がいます。別の名前にするか、同じ人物として選んでください。",
  "people.unnamed": "名前のない人物は加わりません。",
  "role.protagonist": "主人公",
  "role.partner": "相手役",
  "role.opponent": "敵役",
  "role.support": "脇役",
  "sex.female": "女",
  "sex.male": "男",
  "sex.unknown": "指定なし",
  "places.title": "場所",
  "places.none": "場所は見つかりませんでした。",
  "places.name": "名前",
  "places.kind": "どんな場所",
  "lines.title": "だれの台詞か",
  "lines.none": "台詞はありません。",
  "lines.onlyGuessed": "推測だけ",
  "lines.all": "すべて",
  "lines.more": "あと {n} 件を表示",
  "lines.speaker": "「{text}」の話し手",
  "lines.nobody": "名前のない人",
};

/** Like `t` of `useWords`, for this table. */
export type ReadingWords = (key: ReadingKey, values?: Parameters<Words["t"]>[1]) => string;

export function useReadingWords(): ReadingWords {
  const { tongue } = useWords();
  return useMemo(() => {
    const table: Readonly<Record<ReadingKey, string>> = tongue === "ja" ? READING_WORDS_JA : READING_WORDS_EN;
    return (key, values) => filledIn(table[key], values);
  }, [tongue]);
}
