// Texts of the account in both languages, loaded with its screen.
import { useMemo } from "react";
import { filledIn, useWords, type Words } from "./words.tsx";

export const ACCOUNT_WORDS_EN = {
  title: "Your account",
  guestTitle: "This browser is the key",
  guest:
    "You make books as a guest. Only this browser can open them: if its data is cleared, or you use another device, nobody can open them any more.",
  guestWay: "With an account they stay yours on every device.",
  form: "Keep your books",
  new: "New account",
  known: "I have an account",
  email: "E-mail address",
  password: "Password",
  passwordHint: "8 to 128 characters",
  create: "Create the account",
  signIn: "Sign in",
  newHint: "All books of this browser come with you.",
  knownHint: "The books of this browser join that account.",
  working: "One moment …",
  since: "Account since {day}",
  everywhere: "Your books open wherever you sign in.",
  signOut: "Sign out here",
  signOutHint: "This browser then has no books until you sign in again.",
  signIns: "Where you are signed in",
  signInsHint: "End every sign-in that you do not know.",
  thisOne: "This browser",
  began: "since {time}",
  used: "last used {time}",
  end: "End",
  endOne: "End the sign-in since {time}",
  endOthers: "End all others",
  ended: "The sign-in has ended.",
  endedOthers: "All other sign-ins have ended.",
  wayPassword: "E-mail and password",
  wayGoogle: "Google",
  wayFirebase: "Identity Platform",
  wayGuest: "Guest",
  wayUnknown: "Earlier sign-in",
} as const;

type AccountKey = keyof typeof ACCOUNT_WORDS_EN;

export const ACCOUNT_WORDS_JA: Readonly<Record<AccountKey, string>> = {
  title: "アカウント",
  guestTitle: "このブラウザーが鍵です",
  guest:
    "いまはゲストとして本を作っています。本を開けるのはこのブラウザーだけです。ブラウザーのデータを消したり、別の端末に替えたりすると、誰にも開けなくなります。",
  guestWay: "アカウントを作ると、どの端末でも自分の本を開けます。",
  form: "本を残す",
  new: "新しく作る",
  known: "アカウントを持っている",
  email: "メールアドレス",
  password: "パスワード",
  passwordHint: "8～128 文字",
  create: "アカウントを作る",
  signIn: "サインイン",
  newHint: "このブラウザーの本は、すべて引き継がれます。",
  knownHint: "このブラウザーの本は、そのアカウントに加わります。",
  working: "お待ちください…",
  since: "{day} に作成",
  everywhere: "サインインすれば、どこからでも本を開けます。",
  signOut: "ここでサインアウト",
  signOutHint: "次にサインインするまで、このブラウザーでは本を開けません。",
  signIns: "サインイン中の場所",
  signInsHint: "心当たりのないサインインは終了してください。",
  thisOne: "このブラウザー",
  began: "開始：{time}",
  used: "最後の利用：{time}",
  end: "終了",
  endOne: "{time} に始まったサインインを終了",
  endOthers: "ほかをすべて終了",
  ended: "サインインを終了しました。",
  endedOthers: "ほかのサインインをすべて終了しました。",
  wayPassword: "メールとパスワード",
  wayGoogle: "Google",
  wayFirebase: "Identity Platform",
  wayGuest: "ゲスト",
  wayUnknown: "以前のサインイン",
};

/** Like `t` of `useWords`, for this table. */
export type AccountWords = (key: AccountKey, values?: Parameters<Words["t"]>[1]) => string;

export function useAccountWords(): AccountWords {
  const { tongue } = useWords();
  return useMemo(() => {
    const table: Readonly<Record<AccountKey, string>> = tongue === "ja" ? ACCOUNT_WORDS_JA : ACCOUNT_WORDS_EN;
    return (key, values) => filledIn(table[key], values);
  }, [tongue]);
}
