// Texts of the second factor in both languages, loaded with the account's screen.
import { useMemo } from "react";
import { filledIn, useWords, type Words } from "./words.tsx";

export const FACTOR_WORDS_EN = {
  title: "Second factor",
  hint: "With an authenticator app, a stolen password alone opens nothing: each sign-in also asks for the app’s code.",
  begin: "Protect with an authenticator app",
  unverified:
    "First open the link in our mail and sign in here again: only a confirmed address can have a second factor.",
  password: "Your password, once more",
  passwordHint: "So that nobody changes this at a browser that you left open.",
  go: "Continue",
  ask: "Code of your authenticator app",
  phone: "This account asks for a code by phone, which this page cannot do.",
  enrolled: "Your second factors",
  none: "This account has none yet.",
  app: "Authenticator app",
  other: "Code by phone",
  since: "since {day}",
  withdraw: "Withdraw",
  withdrawOne: "Withdraw the second factor since {day}",
  withdrawSure: "Withdraw this second factor? From then on the password alone opens your account.",
  keep: "Keep it",
  withdrawn: "The second factor is withdrawn.",
  add: "Add an authenticator app",
  scan: "Scan this code with your authenticator app, or open it on this device.",
  qr: "QR code with the key for your authenticator app",
  open: "Open in the app",
  key: "The key, to type it",
  code: "The code that the app shows now",
  finish: "Turn it on",
  done: "It is on: your next sign-in asks for a code of the app.",
  lost: "If you lose the app, only the service’s operator can let you in again. Keep the key in a safe place.",
  close: "Done",
} as const;

type FactorKey = keyof typeof FACTOR_WORDS_EN;

export const FACTOR_WORDS_JA: Readonly<Record<FactorKey, string>> = {
  title: "2 段階認証",
  hint: "認証アプリを使うと、パスワードが盗まれても、それだけではサインインできません。サインインのたびにアプリのコードも必要になります。",
  begin: "認証アプリで保護する",
  unverified:
    "先に、届いたメールのリンクを開き、ここでもう一度サインインしてください。確認済みのアドレスでだけ設定できます。",
  password: "パスワード（もう一度）",
  passwordHint: "開いたままのブラウザーで、ほかの人に変えられないようにするためです。",
  go: "次へ",
  ask: "認証アプリのコード",
  phone: "このアカウントは電話で届くコードが必要ですが、このページでは使えません。",
  enrolled: "設定済みの 2 段階認証",
  none: "まだ設定されていません。",
  app: "認証アプリ",
  other: "電話で届くコード",
  since: "{day} から",
  withdraw: "解除",
  withdrawOne: "{day} からの 2 段階認証を解除",
  withdrawSure: "この 2 段階認証を解除しますか。解除すると、パスワードだけでサインインできるようになります。",
  keep: "残しておく",
  withdrawn: "2 段階認証を解除しました。",
  add: "認証アプリを追加",
  scan: "このコードを認証アプリで読み取るか、この端末のアプリで開いてください。",
  qr: "認証アプリの鍵を表す QR コード",
  open: "アプリで開く",
  key: "手で入力するための鍵",
  code: "アプリに表示されているコード",
  finish: "有効にする",
  done: "有効になりました。次のサインインから、アプリのコードが必要です。",
  lost: "アプリをなくすと、運営に頼まないかぎりサインインできなくなります。鍵を安全な場所に控えておいてください。",
  close: "完了",
};

/** Like `t` of `useWords`, for this table. */
export type FactorWords = (key: FactorKey, values?: Parameters<Words["t"]>[1]) => string;

export function useFactorWords(): FactorWords {
  const { tongue } = useWords();
  return useMemo(() => {
    const table: Readonly<Record<FactorKey, string>> = tongue === "ja" ? FACTOR_WORDS_JA : FACTOR_WORDS_EN;
    return (key, values) => filledIn(table[key], values);
  }, [tongue]);
}
