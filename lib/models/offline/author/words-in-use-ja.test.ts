// Japanese words for things as stories use them: spelled in kana or not, alone and in compounds, and in turns of speech that name nothing.
import { expect, it } from "vitest";
import { lexiconOf } from "./lexicons.ts";
import { readProps } from "./things.ts";

/** Each sentence with what a picture of it shows. */
const NAMED = `
竹ぼうきで庭を掃いた。|broom
父は茶封筒と缶ジュースを置いた。|envelope can
彼女は折り畳み傘を開いた。|umbrella
木の椀にお粥をよそった。|bowl
かぎを拾った。|key
まくらが二つ並んでいた。|pillow
弟はこまを取り出した。|spinning-top
母はくしを手に取った。|comb
おけに水をくんだ。|bucket
あめを三つもらった。|candy
靴を手に取った。|shoe
囲炉裏のそばで饅頭と羊羹を食べた。|irori dumpling yokan
祖父は剃刀を置き、硯で墨をすった。|razor inkstone
枡に酒をつぎ、ねぎを刻んだ。|masu sake-bottle leek
笹に短冊を結んだ。|bamboo letter
皿の破片を拾った。|shards
檻の前に朝顔の種が落ちていた。|cage seeds
位牌と十手が並んでいた。|memorial-tablet jutte
スイカとラーメンと梨を買った。|watermelon noodles pear
トラックと馬車が止まっていた。|truck carriage
荷馬車におもちゃの車と水晶玉が積んであった。|cart toy-car crystal-ball
窓ぎわに骸骨が立っていた。|skeleton
祖母は着替えを持ってきた。|shirt
帯と手ぬぐいを並べた。|belt handkerchief
彼は壁に絵を貼った。|picture
クレヨンで描いた絵が入っていた。|pen picture
与平は竿を取り、娘を舟に乗せた。|oar boat
釣り人は竿を上げた。|fishing-rod
父は眼鏡を机に置いた。|glasses table
彼女は眼鏡をかけていた。|-
白桃をむいた。|peach
桃を二つもらった。|peach
`;

const NAMES_NOTHING = `
彼女は筆が立つ。二人は同じ釜の飯を食った仲だ。
話に花が咲いた。板についてきたな。
まるで水を得た魚だ。大船に乗ったつもりでいろ。
船を漕ぐように居眠りした。弓を引く気か。
刀の錆になった。元の鞘に収まった。腕は折り紙つきだ。
貧乏くじを引いた。青菜に塩だった。飴と鞭を使い分ける。
荷が重いと言った。肩の荷が下りた。人生の幕が下りた。
蚊帳の外だった。頭のねじがゆるんでいる。アンテナを張っている。
歯車が狂いはじめた。駒を進めて決勝に出た。箸が転んでもおかしい。
かぶとを脱いだよ。なしのつぶてだ。かさにかかって攻めた。
たこが足にできた。リードを広げた。マジックを見せてやろう。
バトンを渡すように席を譲った。
おはようございます。あたたかさを感じた。やさしさをもらった。
たいくつがつづいた。なくした思いがある。声にいかりがこもった。
はしから順に見た。もちろん行くよ。彼はくじけなかった。
いい面もあれば悪い面もある。種を明かした。金の問題じゃない。
ベストを尽くした。ゲームに負けた。ネットで調べた。
`;

const rows = (table: string) => table.trim().split("\n");
const lexicon = lexiconOf("ja");

it.each(rows(NAMED))("names %s", (row) => {
  const [text = "", things = ""] = row.split("|");
  const named = things === "-" ? [] : things.split(" ");
  expect(new Set(readProps(text, lexicon, [], true))).toEqual(new Set(named));
});

it.each(rows(NAMES_NOTHING))("names nothing: %s", (text) => {
  expect(readProps(text, lexicon, [], true)).toEqual([]);
});

it("割れないように says what for, and the plate is there", () => {
  expect(readProps("皿を割らないように運んだ。", lexicon, [], true)).toEqual(["plate"]);
});
