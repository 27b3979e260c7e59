// Names that are words as well, told by what a whole story does with them: 日向, whom others call 「日向、早いな」, puts down a bag.
import type { Token } from "./dictionary.ts";
import { doesTo } from "./met-once.ts";
import { isOnlyHuman, type Name } from "./names-ja.ts";
import { ROLES_JA } from "./roles.ts";

interface Told {
  kind: "narration" | "speech" | "heading";
  text: string;
  tokens: readonly Token[];
}

/** 「お、日向。」, 「おい大和、」, 「森くん」: how a line calls somebody. */
const CALL = /(?:^|[、。！？…　 ]|^(?:お|おい|ねえ|なあ|あれ|よう|ちょっと|よし|そうだ)、?)$/u;
const CALLED = /^(?:[、。！？!?…]|$)/u;
const RESPECT = /^(?:くん|ちゃん|さん|先輩|先生|君)/u;

/** 小夜の手がふるえた. */
const OF_BODY = /^の(?:手|指先?|目|瞳|声|顔|肩|膝|足|唇|頬|背中|胸)[がはをに]/u;

/** Nouns that somebody is called by in a line and that do elsewhere what only somebody does. */
export function wordNames(units: readonly Told[]): ReadonlySet<string> {
  const called = new Set<string>();
  const acting = new Set<string>();
  for (const { kind, text, tokens } of units)
    for (const token of tokens.filter(isWord)) {
      const before = text.slice(0, token.at);
      const after = text.slice(token.at + token.text.length);
      if (kind === "speech" && CALL.test(before) && (CALLED.test(after) || RESPECT.test(after)))
        called.add(token.text);
      if (kind === "narration" && RESPECT.test(after)) called.add(token.text);
      const told = after.replace(RESPECT, "");
      if (kind === "narration" && /^[はがも]/u.test(told) && (isOnlyHuman(told) || doesTo(told)))
        acting.add(token.text);
      if (kind === "narration" && OF_BODY.test(told)) acting.add(token.text);
    }
  return new Set([...[...called].filter((word) => acting.has(word)), ...kanaNames(units)]);
}

/** ひなた, あかね: names in kana that the dictionary cuts to pieces. */
const KANA_CALL = /^(?:お|おい|ねえ|なあ)?、?([ぁ-ん]{2,4})(?=[、！？!?…。]|$|さん|ちゃん|くん)/u;
const NO_NAME =
  /^(?:それ|これ|あれ|どれ|だれ|みんな|ふたり|ひとり|わたし|ぼく|おれ|あたし|あなた|きみ|ここ|そこ|あそこ|こちら|そちら|どちら|だから|ちょっと|なんで|ごめん|いつも|ずっと|おまえ|てめえ|うそ|ほら|さあ|もう|まだ|また|うん|ええ|はい|いや|でも|だって|じゃあ|まさか|まさに|ばか|やめ.*|.*[てでだたよねわなさ])$/u;

/** Given names that end like other words. */
const GIVEN_KANA =
  /^(?:ひなた?|はるな|あかね|かな|かなた|あや[なね]?|まな|みな|りな|れな|ゆな|はな|もな|さな|せな|えな|ここな|ちさ|りさ|つばさ|なぎさ|あずさ|そうた|こうた|けんた|ゆうた|しょうた|りょうた|げんた|れんた|かんた|さよ|かよ|たかよ|みさ|あさ|ゆうな|はるた|ひより|ひろみ)$/u;

function kanaNames(units: readonly Told[]): string[] {
  const called = new Set(
    units
      .flatMap(({ kind, text }) => (kind === "speech" ? [KANA_CALL.exec(text)?.[1] ?? ""] : []))
      .filter((word) => {
        const known = ROLES_JA.some(
          ({ noun }) => noun === word || noun === `お${word}` || noun === `${word}さん`,
        );
        return (
          word !== "" && !known && (GIVEN_KANA.test(word) || !NO_NAME.test(word.replace(/^(.*)た$/u, "$1")))
        );
      }),
  );
  return [...called].filter((word) =>
    units.some(({ kind, text }) => {
      const at = text.search(new RegExp(`(?<![ぁ-ん](?<!の))${word}[はがも]`, "u"));
      const rest = text.slice(at + word.length);
      return kind === "narration" && at >= 0 && (isOnlyHuman(rest) || doesTo(rest));
    }),
  );
}

/** Where such names stand in a sentence. */
export function namedLikeWords(tokens: readonly Token[], words: ReadonlySet<string>, text: string): Name[] {
  const asWords = tokens
    .filter((token, at) => words.has(token.text) && isWord(token) && !isCompound(tokens[at + 1]))
    .map(({ text, at }): Name => ({ text, at, sure: "name" }));
  const cut = [...words]
    .filter((word) => /^[ぁ-ん]+$/u.test(word) && !asWords.some((name) => name.text === word))
    .flatMap((word) =>
      [
        ...text.matchAll(
          new RegExp(
            `(?<![ぁ-ん](?<![のと]))${word}(?=[はがもをにとの、。！？!?…]|さん|ちゃん|くん|$)`,
            "gu",
          ),
        ),
      ].map(({ index }): Name => ({ text: word, at: index, sure: "name" })),
    );
  return [...asWords, ...cut];
}

const isCompound = (next: Token | undefined): boolean =>
  next?.kind[0] === "名詞" && next.kind[1] !== "接尾" && next.kind[1] !== "副詞可能";

const isWord = ({ text, kind }: Token): boolean =>
  kind[0] === "名詞" &&
  /^(?:一般|固有名詞|サ変接続|形容動詞語幹|副詞可能)$/u.test(kind[1] ?? "") &&
  !(kind[1] === "固有名詞" && kind[2] === "人名") &&
  /^(?:\p{Script=Han}{1,3}|\p{Script=Hiragana}{2,4})$/u.test(text) &&
  !ROLES_JA.some(({ noun }) => noun === text || noun === `${text}さん` || noun === `お${text}`);
