// Sentences with the things that their words name, in order, labelled by hand; `-` where a word only looks like a thing's.
import { expect, it } from "vitest";
import { findCues } from "./lexicon.ts";
import { lexiconOf } from "./lexicons.ts";

const LABELLED = {
  ja: `
軒で風鈴が鳴った。|wind-chime
祖父はうちわであおいだ。|uchiwa
うちわ揉めはよせ。|-
提灯が並んだ。|paper-lantern
金魚すくいで、弟は金魚の袋をもらった。|goldfish-bag goldfish-bag
金魚鉢のそばに、雪だるまの絵葉書。|aquarium snowman letter
絵馬を掛けて、賽銭箱の前に立った。|ema offering-box
だるまに目を入れた。|daruma
だるまさんがころんだ。|-
門松のある門を出た。|kadomatsu gate
鯉のぼりと、店ののぼり。|koinobori flag
注連縄と縄。|shimenawa rope
滑り台、シーソー、砂場。|slide seesaw sandbox
シーソーゲームが続いた。|-
噴水のそばのハンモック。|fountain hammock
浮き輪が流れた。|lifebuoy
クリスマスツリーに星を飾った。ツリーハウスがある。|christmas-tree
キックボード、バイク、スクーター。|kick-scooter motorcycle scooter
マウンテンバイクでバイトへ行く。|bicycle
三輪車とベビーカー。|tricycle pram
一輪車を押す祖父と、一輪車に乗る妹。|wheelbarrow
泡立て器とおたま。池におたまじゃくし。|whisk ladle
スポンジケーキとスポンジとたわし。|cake sponge scrub-brush
缶切りとおろし金と箸置き。|can-opener grater chopstick-rest
炊飯器からご飯をよそう。|rice-cooker bowl
ストローとコルク抜きとクーラーボックス。|drinking-straw corkscrew cooler
流し台の蛇口をひねる。|sink tap
積み木のそばに木馬。回転木馬は遠い。|blocks rocking-horse
道のブロックが割れた。|-
貯金箱とスノードーム。|piggy-bank snow-globe
けん玉、シャボン玉、ゲーム機。|kendama soap-bubbles game-console
おしゃぶりを外し、ガラガラを振った。雷がガラガラと鳴る。|pacifier rattle
糸電話と万華鏡と竹馬。竹馬の友だ。|string-phone kaleidoscope stilts
フラフープを回す。|hula-hoop
方位磁石と磁石。|compass magnet
黒板消しが筆箱に当たった。|board-eraser pencil-case
コンセントを抜いて、ドライヤーを置いた。|plug hair-dryer
試験管と接着剤。|test-tubes glue
体重計にのる。秤で量る。|bathroom-scale scale
竹刀を握り、刀を見た。|bamboo-sword sword
道場で、彼は面を外した。|kendo-mask
祭りで、彼は面を外した。|mask
`,
  en: `
A wind chime rang under the eaves.|wind-chime
She fanned him with a round fan.|uchiwa
Paper lanterns swung along the street.|paper-lantern
A goldfish in a plastic bag swung from her wrist.|goldfish-bag
The goldfish swam in its bowl.|aquarium bowl
He hung up a votive tablet by the offering box.|ema offering-box
She painted one eye of the daruma.|daruma
A carp streamer flew over the roof.|koinobori
The girl sat on the slide by the seesaw and the sandpit.|slide seesaw sandbox
"Next slide," he said, and the landslide came on.|-
A fountain pen lay beside the fountain.|pen fountain
He slept in the hammock.|hammock
She threw him the lifebuoy, and her wedding ring flew off.|lifebuoy ring
They decorated the tree. The Christmas tree shone.|christmas-tree christmas-tree
A kick scooter, a motor scooter, a motorbike.|kick-scooter scooter motorcycle
The tricycle stood beside the stroller.|tricycle pram
He pushed the wheelbarrow past the mountain bike.|wheelbarrow bicycle
She took the whisk and the ladle. He whisked her away.|whisk ladle
A sponge cake lay by the sponge and the scrubbing brush.|cake sponge scrub-brush
The can opener, the grater, the rice cooker.|can-opener grater rice-cooker
A corkscrew, a paper straw, a straw hat.|corkscrew drinking-straw straw-hat
The cooler stood in the shade, and the air was cooler.|cooler
She turned off the tap over the sink. A tap on the shoulder. Ships sink.|tap sink ship
A tower of blocks beside the rocking horse. It was two blocks away.|blocks rocking-horse
The piggy bank stood behind the snow globe.|piggy-bank snow-globe
He blew bubbles with a game console in his hand.|soap-bubbles game-console
The pacifier, a silver rattle, a rubber duck. Shutters rattle.|pacifier rattle rubber-duck
A kaleidoscope, a string telephone, a hula hoop, stilts.|kaleidoscope string-phone hula-hoop stilts
The magnet stuck to the pencil case.|magnet pencil-case
She pulled the plug of the hair dryer.|plug hair-dryer
A test tube broke. The board eraser and the glue stick lay there.|test-tubes board-eraser glue
She stepped on the scales.|bathroom-scale
He raised his bamboo sword and took off the kendo mask.|bamboo-sword kendo-mask
`,
} as const;

const READ = Object.entries(LABELLED).flatMap(([language, lines]) =>
  lines
    .trim()
    .split("\n")
    .map((line) => [language, ...line.split("|")] as const),
);

it.each(READ)("in %s: %s", (language, sentence = "", things) => {
  const { props } = lexiconOf(language === "ja" ? "ja" : "en");
  const named = findCues(sentence, props).map(({ value }) => value);
  expect(named.join(" ") || "-").toBe(things);
});
