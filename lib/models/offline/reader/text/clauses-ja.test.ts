// Japanese clauses: subject and mood. Columns: the sentence, the lemma of the clause's predicate, its subject (`-`: omitted), and its mood,
// after `not` if the clause is negative.
import { describe, expect, it } from "vitest";
import { clauseReader } from "./read-story.ts";

const ROWS = `
彼は川へ行った。|行く|彼|told
彼は川へ行かなかった。|行く|彼|not told
少年は山へ行かぬ。|行く|少年|not told
彼女は驚きませんでした。|驚く|彼女|not told
だれもいなかった。|いる|だれ|not told
猫は何も食べずに眠った。|眠る|猫|told
猫は何も食べずに眠った。|食べる|猫|not told
金がない。|ない|金|not told
部屋は静かではなかった。|静か|部屋|not told
彼は医者ではない。|医者|彼|not told
母は戸を開けられなかった。|開ける|母|not told
鐘が鳴らなくなった。|鳴る|鐘|not told
彼は笑わずにはいられなかった。|笑う|彼|told
父は行くまい。|行く|父|not supposed
ぼくは海へ行きたかった。|行く|ぼく|wished
妹は帰りたがった。|帰る|妹|wished
早く来てください。|来る|-|wished
君に手紙を書いてほしい。|書く|-|wished
彼は逃げようとした。|逃げる|彼|wished
ここに座れ。|座る|-|wished
私は酒が飲みたくなった。|飲む|酒|wished
彼は平和を願った。|願う|彼|wished
母は子の無事を祈った。|祈る|母|wished
彼は町へ行くつもりだ。|行く|彼|wished
雨が降れば、川があふれる。|降る|雨|supposed
もし雨が降ったら、家に帰る。|降る|雨|supposed
金があるなら、馬を買う。|ある|金|supposed
彼は死んだかもしれない。|死ぬ|彼|supposed
彼は死んだにちがいない。|死ぬ|彼|supposed
明日は雨だろう。|雨|-|supposed
おそらく彼は泥棒だ。|泥棒|彼|supposed
火事らしい。|火事|-|supposed
客は来るはずだ。|来る|客|supposed
船は沈むでしょう。|沈む|船|supposed
猫はどうなるだろう。|なる|猫|supposed
たぶん犬が吠えた。|吠える|犬|supposed
木が倒れそうだ。|倒れる|木|supposed
彼は来るそうだ。|来る|彼|supposed
鼻は石のようだった。|石|鼻|likened
彼の顔は鬼みたいだ。|鬼|彼の顔|likened
まるで夢のようだ。|夢|-|likened
彼は天才に似ている。|似る|彼|likened
彼女は人形のように座っていた。|座る|彼女|told
彼は昔の友を思い出した。|思い出す|彼|remembered
昨夜、泥棒が入った。|入る|泥棒|remembered
以前、父は船に乗っていた。|乗る|父|remembered
昔、王様がいた。|いる|王様|remembered
私はその歌を覚えている。|覚える|私|remembered
先日、叔父が死んだ。|死ぬ|叔父|remembered
昨日彼は町で犬を見た。|見る|彼|remembered
彼はいつも帽子を被っていた。|被る|彼|habit
毎日、母は駅まで歩いた。|歩く|母|habit
時々、狐が庭に来る。|来る|狐|habit
毎朝、鳥が鳴く。|鳴く|鳥|habit
それから毎晩、母は駅まで歩いた。|歩く|母|told
彼はしばしば酒場で歌った。|歌う|彼|habit
ぼくは火事だと思った。|思う|ぼく|thought
ぼくは火事だと思った。|火事|ぼく|thought
彼は誰かが来たと考えた。|来る|誰|thought
私は彼が好きだと感じた。|感じる|私|thought
彼女は秘密を知っていた。|知る|彼女|thought
彼は嘘だとわかった。|嘘|彼|thought
私は一人で行こうと決心した。|決心する|私|thought
妙な気がした。|する|妙な気|thought
彼は王が死んだと言った。|言う|彼|told
彼は王が死んだと言った。|死ぬ|王|thought
女中は客が来たと告げた。|来る|客|thought
老人は腹が減ったと答えた。|答える|老人|told
明日、彼は町へ行く。|行く|彼|future
来年、私は学校へ入ります。|入る|私|future
大きな男が門の前に立っていた。|立つ|大きな男|told
少女は花を摘んで、母に渡した。|渡す|少女|told
少女は花を摘んで、母に渡した。|摘む|少女|told
帽子を被った男が笑った。|笑う|男|told
帽子を被った男が笑った。|被る|男|told
犬が吠えたので、猫は逃げた。|逃げる|猫|told
犬が吠えたので、猫は逃げた。|吠える|犬|told
雨が降っているのに、子供たちは外で遊んだ。|遊ぶ|子供たち|told
泥棒は警官に捕まえられた。|捕まえる|泥棒|told
先生は生徒に本を読ませた。|読む|先生|told
父の帰った夜、雪が降った。|降る|雪|told
馭者は饅頭屋の店頭で将棋をさした。|さす|馭者|told
鳥が鳴いている。|鳴く|鳥|told
急に風が吹き出した。|吹き出す|風|told
兄も泣いた。|泣く|兄|told
猫は黒い犬を見て走り出した。|走り出す|猫|told
鐘が鳴らなくなってしまった。|鳴る|鐘|not told
彼は町へ行かなければならない。|行く|彼|told
雪の中を、赤い帽子をかぶった少女が走った。|かぶる|少女|told
太郎と花子は手をつないで歩いた。|歩く|太郎と花子|told
彼は川に落ちるところだった。|落ちる|彼|supposed
彼は帽子を取って、笑ったのだろう。|取る|彼|supposed
父は若い頃、海で鯨を見たことがある。|ある|こと|remembered
彼はよく川で泳いだものだ。|泳ぐ|彼|habit
医者が来るまで、母は待った。|待つ|母|told
`;

const rows = ROWS.trim()
  .split("\n")
  .map((row) => row.split("|"));

describe("Japanese clauses", async () => {
  const read = await clauseReader("ja");
  it.each(rows)(
    'of "%s": the clause with the predicate "%s" has the subject "%s" and the mood "%s"',
    (sentence = "", lemma, who = "", how = "") => {
      const clauses = read(sentence).flatMap((one) => one.clauses);
      const found = clauses.find(({ predicate }) => predicate.lemma === lemma);
      const { polarity, mood } = found?.predicate ?? {};
      const said = `${polarity === "negative" ? "not " : ""}${mood}`;
      expect([found?.subject?.text ?? "-", said]).toEqual([who, how]);
    },
  );

  it("distinguish passive, causative and active voice", () => {
    const voice = (sentence: string) => read(sentence)[0]?.clauses.at(-1)?.predicate.voice;
    expect(["泥棒は警官に捕まえられた。", "先生は生徒に本を読ませた。", "彼は走った。"].map(voice)).toEqual([
      ...["passive", "causative", "active"],
    ]);
  });
});
