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
