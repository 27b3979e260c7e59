// Names in Japanese sentences: those that the dictionary knows, those that it cuts in two or does not know, and women's of old.

import type { Token } from "./dictionary.ts";
import { commonNamesIn } from "./common-names-ja.ts";
import { doesTo } from "./met-once.ts";
import { numberedNames, oldNames } from "./old-names-ja.ts";
import { isRoleJa, ROLES_JA } from "./roles.ts";

export interface Name {
  text: string;
  at: number;
  /** How sure the dictionary is: a personal name, an unknown word, or a common noun in katakana. */
  sure: "name" | "unknown" | "noun";
  /** The given name, where a family name stands before it. */
  short?: string;
}

/** All that look like names, by how sure the dictionary is of each. */
export function findNames(tokens: readonly Token[], text: string): Name[] {
  const found = namesFound(tokens, text);
  const overlap = (one: Omit<Name, "sure">, other: Omit<Name, "sure">) =>
    one.at < other.at + other.text.length && other.at < one.at + one.text.length;
  const sure = found.filter((name) => name.sure === "name");
  const common = commonNamesIn(text).filter((name) => !sure.some((other) => overlap(name, other)));
  return [
    ...found.filter((name) => !common.some((other) => overlap(name, other))),
    ...common.map((name): Name => ({ ...name, sure: "name" })),
  ];
}

const namesFound = (tokens: readonly Token[], text: string): Name[] => [
  ...namesIn(tokens),
  ...strangeNames(tokens),
  ...prefixedNames(tokens, text),
  ...oldNames(text, tokens),
  ...numberedNames(text),
  ...apposedNames(tokens, text),
  ...speakingNames(tokens, text),
  ...shortNames(tokens),
  ...actingNames(tokens, text),
];

/** Adjacent name tokens are one name (源 + 太); katakana words that stand alone may be one. */
function namesIn(tokens: readonly Token[]): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (isPersonal(token)) {
      const start = startOfName(tokens, at);
      const parts = tokens.slice(start, at + 1);
      while (
        isPersonal(tokens[at + 1]) ||
        isTail(tokens[at + 1]) ||
        isHalf(token, tokens[at + 1]) ||
        isGiven(tokens, at + 1) ||
        isJoint(tokens, at + 1)
      ) {
        at += 1;
        const part = tokens[at];
        if (part) parts.push(part);
      }
      const text = parts.map((part) => part.text).join("");
      const family = parts[0];
      const given = text.slice(family?.text.length ?? 0);
      const single = text.length === 1 && /\p{Script=Hiragana}/u.test(text);
      if (!single) {
        const sure = /^\p{Script=Hiragana}{2}$/u.test(text) ? "unknown" : "name";
        const short =
          family?.kind[3] === "姓" && family.text.length >= 2 && given.length >= 2 ? given : undefined;
        names.push({ text, at: parts[0]?.at ?? token.at, sure, ...(short ? { short } : {}) });
      }
    } else if (
      GIVEN.test(token.text) &&
      isMarked(tokens[at + 1]) &&
      !/(?:^お|\p{Script=Han})$/u.test(tokens[at - 1]?.text ?? "")
    ) {
      names.push({ text: token.text, at: token.at, sure: ALSO_THING.test(token.text) ? "noun" : "unknown" });
    } else if (/^[ァ-ヴー]{2,8}$/u.test(token.text) && !isNeighbourKatakana(tokens, at)) {
      const known = token.kind[0] === "名詞" && (token.kind[1] === "一般" || token.kind[1] === "サ変接続");
      const proper = token.kind[1] === "固有名詞";
      const given = GIVEN_KATAKANA.test(token.text) && isMarked(tokens[at + 1]);
      if (token.kind[0] === "名詞" || token.kind[0] === "UNK")
        names.push({
          text: token.text,
          at: token.at,
          sure: known && !given ? "noun" : proper ? "name" : "unknown",
        });
    } else if (/^[\p{Lu}][\p{L}]{1,14}$/u.test(token.text)) {
      names.push({ text: token.text, at: token.at, sure: "unknown" });
    }
  }
  return names.filter(({ text }) => !isRoleJa(text));
}

/** Given names of one character that the dictionary has as words; the second list is more often the thing than somebody. */
const GIVEN =
  /^[葵湊蓮楓翼樹渚茜紬澪律奏朔昴栞梓杏菫蘭颯翔匠薫忍凪柊碧翠遥遼巴圭旭榊桜雪海空光桃椿舞愛心希望歩泉瞳静響陸司純蛍暁鈴花緑虹詩環]$/u;
const ALSO_THING = /^[鈴花緑虹詩環桜雪海空光桃椿舞愛心希望歩泉瞳静響陸司純蛍暁樹翼渚]$/u;

/** Names of flowers, colours and verbs that are written so for somebody. */
const GIVEN_KATAKANA =
  /^(?:アオイ|スミレ|カエデ|アカネ|ヒナタ|ツバサ|イブキ|カオル|シオン|コハク|サツキ|アヤメ|ナツメ|カリン|リン|レン|ミドリ|ヒカリ|ソラ|ハヤテ|ツカサ|シズク|マコト|ノゾミ|タマキ|ヒビキ|アユム|ワタル|ススム|イサム|ツトム|マモル|サトル|カケル|ハジメ|ミノル|マサル|シノブ|メグミ|ミサキ|ナギサ|イズミ|ホノカ|ヒナ|ハナ|モモ|サクラ|ナツ|ハル|アキ|フユ|ユキ|ホタル|ツムギ|ウミ)$/u;

const isMarked = (token: Token | undefined): boolean =>
  token === undefined ||
  /^(?:[はがもをにとの、。！？]|です|さん|ちゃん|くん|君|先輩|先生|って)/u.test(token.text);

/** What is done with hands, and by nobody else. */
const BY_HAND =
  /^[はが][^。「」]{0,24}(?:手に取|受け取|差し出|脱[いぎ]|抱え|磨[いき]|拭[いき]|編[みん]|注[いぎ]|傾け|つま[みん]|頬張|かじ[りっ]|めく[りっ]|腰を伸ばし|を(?:つか[みん]|振り回|広げ|拾[いっ]|渡し|投げ|かつ[いぎ]|提げ|構え|畳[みん]|片手に)|(?:手|指|膝|足)が震え)/u;

const isByHand = (rest: string): boolean => BY_HAND.test(rest) || HUMAN.test(rest) || doesTo(rest);

/** 店長の戸田は: a place's name that belongs to somebody; 店主の高瀬は, a word that does what hands do. */
const apposedNames = (tokens: readonly Token[], text: string): Name[] =>
  tokens
    .filter(
      (token, at) =>
        (token.kind[1] === "固有名詞" ||
          token.kind[0] === "UNK" ||
          /^[ァ-ヴー]{2,8}$/u.test(token.text) ||
          (isWordOfTwo(token) && isByHand(text.slice(token.at + token.text.length)))) &&
        !isPersonal(token) &&
        /^(?:[はがも]|で|だっ|だ)$/u.test(tokens[at + 1]?.text ?? "") &&
        isCalling(text.slice(0, token.at)),
    )
    .map(({ text, at }): Name => ({ text, at, sure: "name" }));

const isWordOfTwo = ({ text, kind }: Token): boolean =>
  kind[0] === "名詞" && kind[1] === "一般" && /^\p{Script=Han}{2}$/u.test(text) && !NO_NAME.test(text);

/** Whether words end in what somebody is: 店長の, 整備士の, 配達ロボットの. */
export const isCalling = (before: string): boolean =>
  /(?:\p{Script=Han}{2}[士師員官屋]|(?<![彼相片両右左実我])[\p{Script=Han}ァ-ヴー]{1,4}(?:(?<!人)[生]|[係長手妻嬢娘]|(?<![我実一])家|者)|(?:マネージャー|キャッチャー|ピッチャー|リーダー|キャプテン|コーチ|オーナー|ドライバー|ピアニスト|カメラマン|サラリーマン|ライター|レポーター|アイドル|モデル|ヒーロー|ヒロイン|ヴォーカル|ボーカル|ドラマー|ギタリスト)|下っ引き|岡っ引き|親分|通称|ロボット|アンドロイド)[の、]$/u.test(
    before,
  ) || ROLES_JA.some(({ noun }) => before.endsWith(`${noun}の`) || before.endsWith(`${noun}、`));

/** 「…」と黒田は言った: whatever noun says something is somebody, though no dictionary knows it for a name. */
function speakingNames(tokens: readonly Token[], text: string): Name[] {
  const [whole, before, name] = SPEAKING.exec(text) ?? [];
  if (!whole || before === undefined || !name || NOBODY.test(name)) return [];
  const at = before.length;
  if (tokens.some((token) => isPersonal(token) && token.at >= at && token.at < at + name.length)) return [];
  if (ROLES_JA.some(({ noun }) => name.endsWith(noun))) return [];
  return [{ text: name, at, sure: "name" }];
}

/** 誠は包丁を握った: given names of one character that are no everyday noun, and longer ones that the dictionary takes for one. */
const shortNames = (tokens: readonly Token[]): Name[] =>
  tokens
    .filter(
      (token, at) =>
        SHORT.has(token.text) &&
        !isPersonal(token) &&
        !isLoneKanji(tokens[at - 1]) &&
        /^(?:[はがもをにと]|の|です|さん|くん|ちゃん)$/u.test(tokens[at + 1]?.text ?? ""),
    )
    .map(({ text, at }) => ({ text, at, sure: "name" }));

/** Given names that the dictionary has as other words: 直人, "an ordinary man". */
const LIKE_WORDS =
  "千尋 早苗 小夜 真琴 直人 隼人 勇人 健人 拓人 雅人 真人 正人 悠人 陽人 海人 快人 和人 優人 秀人 義人 克人 颯人 遥人".split(
    " ",
  );

const SHORT = new Set([
  ...LIKE_WORDS,
  ..."誠健翔蓮凛葵陸隼悠涼亮諒遼潤淳聡智徹哲剛毅猛武勉稔修浩宏博寛裕豊隆茂薫忍瞳遥渚栞凪昴慧慎匠司旬駿尚弘昇勲均晃晶梓綾彩澪蘭匡律奏楓茜",
]);

const SPEAKING =
  /^(と、?)([\p{Script=Han}々]{1,4})[はがも](?=[^。、]{0,10}(?:言[いうっ]|答え|叫[びんぶ]|尋ね|訊[いきね]|聞[いき]|つぶや|呟|ささや|囁|笑[いっう]|怒鳴|返事|続け|告げ|うなず|頷))/u;

/** Nouns that stand for somebody else, and parts of a body that speaks. */
const NOBODY =
  /^(?:彼女?|私|僕|俺|君|皆|誰か?|[二三四五六]人|全員|一同|自分|相手|本人)$|[声口目手顔人方者達]$/u;

/** Two or three characters that the dictionary only knows one by one, where somebody is told of or called: 惣助は, 蒼真くん. */
function strangeNames(tokens: readonly Token[]): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let end = at;
    while (isLoneKanji(tokens[end]) || (end > at && isLast(tokens[end]))) end += 1;
    const parts = tokens.slice(at, end);
    const particle = tokens[end];
    const personal = parts.some(isPersonal);
    if (parts.length >= 2 && parts.length <= 3 && !personal && STANDS_AFTER.test(particle?.text ?? "")) {
      names.push({ text: parts.map(({ text }) => text).join(""), at: parts[0]?.at ?? 0, sure: "unknown" });
    }
    at = Math.max(at, end - 1);
  }
  return names.filter(({ text }) => !isRoleJa(text));
}

/** 大吾が言った: two characters of which the dictionary takes the first for a prefix, where they do what only people do. */
const prefixedNames = (tokens: readonly Token[], text: string): Name[] =>
  tokens.flatMap((token, at): Name[] => {
    const next = tokens[at + 1];
    if (token.kind[0] !== "接頭詞" || !/^\p{Script=Han}$/u.test(token.text) || !isLoneNoun(next)) return [];
    const name = `${token.text}${next?.text ?? ""}`;
    const after = text.slice(token.at + name.length);
    return HUMAN.test(after) ||
      /^(?:くん|ちゃん|さん)/u.test(after) ||
      (OLD_ENDING.test(name) && /^[はがも]/u.test(after))
      ? [{ text: name, at: token.at, sure: "unknown" }]
      : [];
  });

/** 新吉, 小助: how men's names of old end. */
const OLD_ENDING = /[吉助蔵造松平次]$/u;

/** What stands after somebody: a particle, a word of respect, or the breath after a call. */
const STANDS_AFTER = /^(?:[はがもと]$|[！？]|(?:さん|ちゃん|くん|君)$)/u;

/** 斗 + 真: what the dictionary takes for the beginning of another word. */
const isLast = (token: Token | undefined): boolean =>
  token?.kind[0] === "接頭詞" && /^\p{Script=Han}$/u.test(token.text);

const isLoneKanji = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^\p{Script=Han}$/u.test(token.text) &&
  token.kind[0] !== "接頭詞" &&
  token.kind[1] !== "数";

const isPersonal = (token: Token | undefined): boolean =>
  token?.kind[1] === "固有名詞" && token.kind[2] === "人名";

/** What the dictionary cuts off a name: 源 + 太, 弥 + 助. */
const isTail = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^(?:太|郎|太郎|次郎|三郎|助|介|吉|平|蔵|兵衛|衛門|左衛門|右衛門|之助|子|美|香|奈)$/u.test(token.text);

/** 源 + 造: one character of a name and another that no dictionary joins to it. */
const isHalf = (first: Token, second: Token | undefined): boolean =>
  /^\p{Script=Han}$/u.test(first.text) &&
  second !== undefined &&
  /^\p{Script=Han}$/u.test(second.text) &&
  second.kind[0] === "名詞";

/** 瀬名 + ひよりです: a given name that is a word as well, after a family's. */
const isGiven = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind[3] === "姓" &&
  tokens[at]?.kind[0] === "名詞" &&
  /^(?:\p{Script=Hiragana}{2,4}|\p{Script=Han}{1,3})$/u.test(tokens[at]?.text ?? "") &&
  !isRoleJa(tokens[at]?.text ?? "") &&
  /^(?:です|だ|と申|といい)/u.test(tokens[at + 1]?.text ?? "");

/** What only people do, or are told to be. */
const HUMAN =
  /^[はがも][^。]{0,16}(?:言[いうっ]|話し|答え|叫[びんぶ]|尋ね|訊|聞き返|笑[いっう]|微笑|泣[いき]|怒鳴|うなず|頷|首を|目を(?:細|閉|丸|そら|伏|見)|口を(?:開|とが|つぐ)|顔を(?:し|上|赤|見|覗)|肩をすく|息を|眉を|つぶや|呟|ささや|囁|吹き出し|ため息|腕を組|腰を(?:下|か)|頭を(?:下|か)|座っ|立ち(?:上が|つく)|青ざめ|にやり|後ずさ|のぞ[いき]|舌打|握り|抱き|手を(?:引[いき]|つな|振[っり]|挙げ|上げ|叩[いき])|歳|十[一二三四五六七八九]?に(?:なる|なった))/u;

export const isOnlyHuman = (rest: string): boolean => HUMAN.test(rest);

/** Nouns that people are called by together, and what of somebody may look or speak. */
const NO_NAME =
  /^(?:自分|相手|全員|一同|家族|一家|親子|夫婦|兄弟|姉妹|双子|仲間|恋人|友人|大人|観客|乗客|客|人々|みんな|みな|だれ|どちら|ふたり|こちら|あたり|まわり|となり|やがて|ふと|二人|三人|四人|隣|声|目|口|顔|手|体|足|頭|心|胸|姿|影|空|月|風|雨|雪|夜|朝|今日|昨日|明日)$/u;

/** 大和は顔をしかめた, 徳蔵は八十一になる: a word or a place's name that does what only people do. */
function actingNames(tokens: readonly Token[], text: string): Name[] {
  return tokens
    .filter(
      (token) =>
        token.kind[0] === "名詞" &&
        (token.kind[1] === "一般" || token.kind[1] === "固有名詞") &&
        !isPersonal(token) &&
        /^(?:\p{Script=Han}{2,3}|\p{Script=Hiragana}{2,4})$/u.test(token.text) &&
        !NO_NAME.test(token.text) &&
        !NOBODY.test(token.text) &&
        !/[員者師士長手人生官医婦児童嬢娘達方]$/u.test(token.text) &&
        !isRoleJa(token.text) &&
        (HUMAN.test(text.slice(token.at + token.text.length)) ||
          (isWordOfTwo(token) && BY_HAND.test(text.slice(token.at + token.text.length)))),
    )
    .map((token) => ({ text: token.text, at: token.at, sure: "unknown" }));
}

/** 佐倉 + 陽 + 太: one character between two parts of a name. */
const isJoint = (tokens: readonly Token[], at: number): boolean =>
  isLoneNoun(tokens[at]) && isPersonal(tokens[at + 1]);

/** 陽 + 太: a name whose first character the dictionary takes for a noun. */
function startOfName(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  const before = tokens[at - 1];
  return token && /^\p{Script=Han}$/u.test(token.text) && isLoneNoun(before) ? at - 1 : at;
}

const isLoneNoun = (token: Token | undefined): boolean =>
  isLoneKanji(token) &&
  (token?.kind[0] === "名詞" || token?.kind[0] === "UNK") &&
  token.kind[1] !== "接尾" &&
  !isRoleJa(token?.text ?? "");

function isNeighbourKatakana(tokens: readonly Token[], at: number): boolean {
  const katakana = (token: Token | undefined) => token !== undefined && /^[ァ-ヴー]+$/u.test(token.text);
  return katakana(tokens[at - 1]) || katakana(tokens[at + 1]);
}
