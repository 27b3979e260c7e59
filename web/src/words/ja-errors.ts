// What went wrong and what to do, in Japanese.
import type { EN_ERRORS } from "./en-errors.ts";

export const JA_ERRORS: Record<keyof typeof EN_ERRORS, string> = {
  "problem.offline": "サービスに届きませんでした。接続を確かめて、もう一度お試しください。",
  "problem.internal":
    "サービス側で問題が起きました。失われたものはありません。少し待って、もう一度お試しください。",
  "problem.store-unavailable": "サービスの一部が応答しません。少し待って、もう一度お試しください。",
  "problem.too-many-requests": "回数が多すぎます。{n} 秒待って、もう一度お試しください。",
  "problem.too-many-running": "同時に作れる本の数に達しました。どれかが終わるのを待つか、中止してください。",
  "problem.guests-off": "このサービスはゲストを受け付けていません。運営している方にお尋ねください。",
  "problem.session-not-found": "その本は見つかりません。削除されたか、ほかの方の本です。",
  "problem.book-not-found": "このリンクの本は、もう共有されていません。送ってくれた方にお尋ねください。",
  "problem.session-not-active": "この本はもう制作中ではありません。いま表示しているのが最新です。",
  "problem.book-not-ready": "本はまだ仕上がっていません。仕上がれば、共有も保存もできます。",
  "problem.export-failed": "ファイルを作れませんでした。もう一度お試しください。",
  "problem.idempotency-in-flight": "ちょうど始めているところです。一秒ほど待って、もう一度お試しください。",
  "problem.story-unusable": "この文章からは本を作れません：{detail}",
  "problem.language-mismatch":
    "オフラインの作者は訳せません。物語と同じ言語で作るか、lettering.csv を渡してください。",
  "problem.language-unsupported": "物語が日本語でも英語でもありません。本にできるのはこの二つの言語です。",
  "problem.style-unsupported":
    "このモデルは四コマ漫画を書けません。「描き手」でこのマシンを選ぶか、別の画風にしてください。",
  "problem.models-unreachable": "このモデルには、ここから届きません。「描き手」で別のものを選んでください。",
  "problem.portrait-unusable": "人物画の一つが使えませんでした。外すか、別の絵を選んでください。",
  "problem.body-too-large": "一度に送れる量を超えました。物語を短くするか、人物画を減らしてください。",
  "problem.invalid-edit": "この変更は受け付けられませんでした。本はそのままです：{detail}",
  "problem.not-editable": "ここは手では変えられません：{detail}",
  "failure.details": "サービスからの詳細（英語）",
  "failure.budget-session":
    "この本にかけられる費用を使い切りました。上限を上げて、続きから再開してください。",
  "failure.budget-day": "今日の予算を使い切りました。明日再開するか、予算を上げてください。",
  "failure.spending-stopped":
    "いまは費用のかかる作業がすべて止められています。解除されたら、続きから再開してください。",
  "failure.other": "思わぬ問題で、作業を続けられません。できたものは残っています。続きから再開してください。",
  "failure.refused": "モデルの安全フィルターが一部を断りました。物語かそのコマを変えて、再開してください。",
  "failure.story-unusable": "この物語からは本を作れません。文章を直して、新しく始めてください。",
  "failure.does-not-translate":
    "この本の作者は訳せません。物語の言語に戻すか、lettering.csv を渡してください。",
  "failure.model-key": "モデルの鍵が受け付けられませんでした。運営側で鍵が更新されたら、再開してください。",
  "failure.model-gone": "このモデルは提供を終えました。別のモデルで新しく始めてください。",
  "failure.model-rejected":
    "モデルが依頼を受け付けませんでした。続きから再開するか、別のモデルで新しく始めてください。",
  "failure.model-access": "この本のモデルに、ここからは届きません。届くようになったら、再開してください。",
  "failure.session-deadline":
    "一冊にかけられる時間を超えました。できたものは残っています。続きから再開してください。",
  "failure.step-deadline": "時間内に終わらない作業がありました。続きから再開してください。",
  "failure.attempt-failed":
    "同じ作業が五回失敗しました。できたものは残っています。続きから再開してください。",
  "failure.dead-letter": "始められない作業がありました。できたものは残っています。続きから再開してください。",
  "failure.lapsed": "作業の途中で、処理が途絶えました。できたものは残っています。続きから再開してください。",
};
