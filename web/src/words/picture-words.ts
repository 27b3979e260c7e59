// Words of the picture desk in both languages, loaded with the desk to keep the first screen small.
import { useMemo } from "react";
import { filledIn, useWords, type Words } from "./words.tsx";

export const PICTURE_WORDS_EN = {
  "desk.title": "Picture of page {page}, panel {n}",
  "desk.close": "Back to the page",
  "desk.busy": "This picture is being made.",
  "request.title": "The request",
  "request.sent": "This is what {model} was asked, word for word.",
  "request.own": "These are your own words. They replace those that are written from the storyboard.",
  "request.none": "No model has been asked for this picture yet.",
  "request.program":
    "The offline artist reads no written request: it draws from the fields of the storyboard. Ask for changes in words beside the page.",
  "request.byProgram": "The model gave no picture, so the offline artist drew this one from the fields.",
  "request.label": "Request, as it is sent",
  "request.draw": "Draw from these words",
  "request.undo": "Discard my changes",
  "request.reset": "Use the storyboard's words again",
  "request.references": "Sent with it:",
  "role.person": "{n|picture|pictures} of people",
  "role.place": "{n|picture|pictures} of the place",
  "role.style": "{n|picture|pictures} of the style",
  "role.anchor": "{n|picture|pictures} of the same scene",
  "role.draft": "{n|picture|pictures} to draw over",
  "role.rough": "{n|rough|roughs}",
  "role.none": "no pictures",
  "part.title": "Change a part",
  "part.program":
    "The offline artist cannot change a part of a picture. Change the panel in words beside the page instead.",
  "part.model":
    "This artist takes no pictures, so it cannot change a part of one. Draw the whole panel again instead.",
  "part.drawing":
    "The offline artist drew this picture, and only a model's picture can be changed in part. Draw it again first.",
  "part.what": "What to change",
  "part.where": "Where",
  "part.whole": "The whole picture",
  "part.area": "A marked area",
  "part.hint": "Drag over the picture, or set the area here.",
  "part.left": "Left edge",
  "part.top": "Top edge",
  "part.width": "Width",
  "part.height": "Height",
  "part.percent": "{n} %",
  "part.go": "Change it",
  "part.marked": "Marked area",
  "found.title": "What the check found",
  "found.none": "Nothing: the picture was checked and is as asked.",
  "found.unchecked": "This picture was not checked.",
  "found.program": "Pictures of the offline artist are not checked.",
  "found.first": "In the picture as it came:",
  "found.letters": "Writing in the picture",
  "found.lettersAt": "Writing in the picture ({where})",
  "found.heads": "{seen|head|heads}, where {wanted} should be",
  "found.stranger": "{who} is not the person of their sheet",
  "found.unlike": "{who} differs from their sheet",
  "found.hands": "The hands of {who}",
  "found.zone": "Little room for words",
  "found.colour": "Colour",
  "found.border": "A drawn border",
  "found.levels": "Weak blacks",
  "found.repaired": "What could be repaired was repaired before you saw it.",
  "found.notices": "Notes of the step:",
} as const;
type PictureKey = keyof typeof PICTURE_WORDS_EN;

export const PICTURE_WORDS_JA: Readonly<Record<PictureKey, string>> = {
  "desk.title": "{page} ページ {n} コマ目の絵",
  "desk.close": "ページに戻る",
  "desk.busy": "この絵は作成中です。",
  "request.title": "絵の依頼文",
  "request.sent": "{model} に実際に送った文です。",
  "request.own": "あなたが書いた文です。ネームから作られる文の代わりに使われます。",
  "request.none": "この絵はまだどのモデルにも依頼していません。",
  "request.program":
    "オフラインの絵師は依頼文を読まず、ネームの項目から描きます。言葉での変更は、ページの横の欄から頼めます。",
  "request.byProgram": "モデルから絵が届かなかったため、オフラインの絵師がネームの項目から描きました。",
  "request.label": "依頼文（送られるとおり）",
  "request.draw": "この文で描く",
  "request.undo": "変更を捨てる",
  "request.reset": "ネームの文に戻す",
  "request.references": "一緒に送った絵:",
  "role.person": "人物 {n} 枚",
  "role.place": "場所 {n} 枚",
  "role.style": "画風 {n} 枚",
  "role.anchor": "同じ場面の絵 {n} 枚",
  "role.draft": "下敷きの絵 {n} 枚",
  "role.rough": "ラフ {n} 枚",
  "role.none": "なし",
  "part.title": "一部を変える",
  "part.program":
    "オフラインの絵師は絵の一部だけを変えられません。ページの横の欄から、コマの変更を頼んでください。",
  "part.model": "この絵師は絵を受け取らないので、一部だけを変えられません。コマ全体を描き直してください。",
  "part.drawing":
    "この絵はオフラインの絵師が描きました。一部を変えられるのはモデルの絵だけです。先に描き直してください。",
  "part.what": "どう変えるか",
  "part.where": "範囲",
  "part.whole": "絵全体",
  "part.area": "囲んだ範囲",
  "part.hint": "絵の上をドラッグするか、ここで範囲を決めてください。",
  "part.left": "左端",
  "part.top": "上端",
  "part.width": "幅",
  "part.height": "高さ",
  "part.percent": "{n} %",
  "part.go": "変える",
  "part.marked": "囲んだ範囲",
  "found.title": "点検の結果",
  "found.none": "問題は見つかりませんでした。",
  "found.unchecked": "この絵は点検していません。",
  "found.program": "オフラインの絵師の絵は点検しません。",
  "found.first": "届いた時点の絵で見つかったもの:",
  "found.letters": "絵の中の文字",
  "found.lettersAt": "絵の中の文字（{where}）",
  "found.heads": "頭が {seen} つ（正しくは {wanted} つ）",
  "found.stranger": "{who} が設定画と別人",
  "found.unlike": "{who} が設定画と少し違う",
  "found.hands": "{who} の手",
  "found.zone": "文字を入れる余白が少ない",
  "found.colour": "色が付いている",
  "found.border": "枠線が描かれている",
  "found.levels": "黒が弱い",
  "found.repaired": "直せるものは、表示する前に直してあります。",
  "found.notices": "作成時の記録:",
};

/** Like `t` of `useWords`, for this table. */
export type PictureWords = (key: PictureKey, values?: Parameters<Words["t"]>[1]) => string;

export function usePictureWords(): PictureWords {
  const { tongue } = useWords();
  return useMemo(() => {
    const table: Readonly<Record<PictureKey, string>> = tongue === "ja" ? PICTURE_WORDS_JA : PICTURE_WORDS_EN;
    return (key, values) => filledIn(table[key], values);
  }, [tongue]);
}
