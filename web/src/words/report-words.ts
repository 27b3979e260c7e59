// Texts of the form that reports a shared book in both languages, loaded with its screen.
import { useMemo } from "react";
import { filledIn, useWords, type Words } from "./words.tsx";

export const REPORT_WORDS_EN = {
  title: "Report a book",
  lead: "Does this book break the law, or hurt somebody? The people who run this service read every report and decide.",
  pages: "{n|page|pages}",
  why: "What is wrong with it?",
  "why.illegal": "Something illegal",
  "why.sexual": "Sexual content",
  "why.violent": "Cruelty or violence",
  "why.hateful": "Hatred of people",
  "why.copyright": "My work, copied",
  "why.personal-data": "Private details of a person",
  "why.other": "Something else",
  "hint.illegal": "Content that the law forbids, or a call to a crime.",
  "hint.sexual": "Above all if it shows minors or people who did not agree.",
  "hint.violent": "Shown to frighten, to hurt or to praise it.",
  "hint.hateful": "Because of origin, religion, sex, disability or the like.",
  "hint.copyright": "Pictures, people or a story of yours, used without leave.",
  "hint.personal-data": "A name with an address, a face, a secret.",
  "hint.other": "Say below what it is.",
  words: "What should they know?",
  wordsHint: "Optional. Name the page, for example, and where your own work can be seen.",
  count: "{n} of {max} characters",
  privacy: "Your report is stored without anything about you, so nobody can answer it.",
  urgent: "Somebody is in danger? Call the police. Reports are not read at once.",
  send: "Send the report",
  sent: "Thank you. Your report has arrived.",
  "next.1": "Someone who runs this service reads it and looks at the book.",
  "next.2": "If the book breaks the rules, it is withdrawn: its link then opens nothing, for anybody.",
  "next.3": "You get no answer, because nothing about you was stored.",
  back: "Back to the book",
  gone: "This book is no longer shared",
  goneHint: "Its link opens nothing any more, so there is nothing to report.",
} as const;

type ReportWord = keyof typeof REPORT_WORDS_EN;

export const REPORT_WORDS_JA: Readonly<Record<ReportWord, string>> = {
  title: "本を通報する",
  lead: "この本は法律に反していたり、誰かを傷つけたりしていますか？　通報はすべて、このサービスの運営者が読んで判断します。",
  pages: "全 {n} ページ",
  why: "どこに問題がありますか？",
  "why.illegal": "違法な内容",
  "why.sexual": "性的な内容",
  "why.violent": "残虐・暴力的な内容",
  "why.hateful": "差別・憎悪",
  "why.copyright": "自分の作品の無断使用",
  "why.personal-data": "個人情報",
  "why.other": "そのほか",
  "hint.illegal": "法律で禁じられた内容や、犯罪の呼びかけなど。",
  "hint.sexual": "とくに、未成年者や、同意していない人が描かれている場合。",
  "hint.violent": "怖がらせる、傷つける、暴力をたたえるなどの目的で描かれたもの。",
  "hint.hateful": "出身、宗教、性別、障がいなどを理由とするもの。",
  "hint.copyright": "あなたの絵や人物、物語が許可なく使われている場合。",
  "hint.personal-data": "名前と住所、顔、人に知られたくない事柄など。",
  "hint.other": "下の欄に内容を書いてください。",
  words: "運営者に伝えたいこと",
  wordsHint: "書かなくてもかまいません。問題のあるページや、あなたの作品が見られる場所などをお書きください。",
  count: "{n} / {max} 文字",
  privacy: "通報には、あなたについての情報は保存されません。そのため、お返事はできません。",
  urgent: "誰かに危険が迫っているときは、警察に連絡してください。通報はすぐに読まれるとは限りません。",
  send: "通報を送る",
  sent: "ありがとうございます。通報を受け付けました。",
  "next.1": "運営者が通報を読み、本を確認します。",
  "next.2": "規則に反する本は公開が取り消され、リンクは誰にも開けなくなります。",
  "next.3": "あなたについての情報は保存されていないため、お返事はありません。",
  back: "本に戻る",
  gone: "この本は、もう公開されていません",
  goneHint: "リンクは開けなくなっているため、通報の必要はありません。",
};

type Say = (key: ReportWord, values?: Parameters<Words["t"]>[1]) => string;

export function useReportWords(): Say {
  const { tongue } = useWords();
  return useMemo(() => {
    const table: Readonly<Record<ReportWord, string>> = tongue === "ja" ? REPORT_WORDS_JA : REPORT_WORDS_EN;
    return (key, values) => filledIn(table[key], values);
  }, [tongue]);
}
