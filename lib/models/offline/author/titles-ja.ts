// What somebody is called by behind a name: words of respect, and ranks and trades, which alone may stand for them afterwards.

/** 黒川刑事, 銀蔵親分, アリシア姫: by the longest first. */
export const TITLES: readonly string[] =
  `先生 先輩 博士 船長 隊長 社長 部長 課長 係長 主任 専務 常務 会長 店長 院長 園長 館長 駅長 校長 教頭 教授 委員長 団長 班長 艦長 機長 軍曹 少尉 中尉 大尉 少佐 中佐 大佐 将軍 提督 司令 刑事 警部 巡査 検事 判事 監督 コーチ キャプテン 選手 記者 医師 看護師 親分 親方 師匠 師範 和尚 住職 神父 牧師 シスター 姫 王子 王女 女王 王 伯爵 男爵 公爵 侯爵 卿 奉行 同心 家老 代官`
    .split(" ")
    .toSorted((a, b) => b.length - a.length);

const RESPECT =
  "さん|ちゃん|くん|君|様|さま|殿|氏|嬢|じい(?:さん|ちゃん)|ばあ(?:さん|ちゃん)|爺さん|婆さん|おじ(?:さん|ちゃん)|おば(?:さん|ちゃん)|兄さん|姉さん|兄ちゃん|姉ちゃん";

/** What stands behind a name and is no part of it; 王 alone is too short to tell 王子 by. */
export const TITLE = new RegExp(
  `^(?:${RESPECT}|(?:${TITLES.join("|")})(?![\\p{Script=Han}ァ-ヴー])(?:さん|様|さま)?)`,
  "u",
);

/** Titles that only grown people have. */
export const GROWN_TITLE =
  /^(?:先生|博士|[船隊社部課係会店院園館駅校艦機]長|主任|専務|常務|教頭|教授|軍曹|[少中大][尉佐]|将軍|提督|司令|刑事|警部|巡査|検事|判事|監督|コーチ|記者|医師|看護師|親分|親方|師匠|師範|和尚|住職|神父|牧師|伯爵|男爵|公爵|侯爵|卿|奉行|同心|家老|代官|おじ|おば)/u;

/** What a title tells of whose it is. */
export const titledSex = (title: string): "female" | "male" | undefined =>
  /^(?:君|くん|親分|和尚|神父|王子|じい|爺さん|おじ|兄|伯爵|男爵|公爵|侯爵|奉行|同心|家老|代官)/u.test(title)
    ? "male"
    : /^(?:嬢|シスター|姫|王女|女王|ばあ|婆さん|おば|姉)/u.test(title)
      ? "female"
      : undefined;
