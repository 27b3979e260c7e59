// Things that a sentence names and that are there, or only told of: where somebody acts, and where nobody of the story is.
import { expect, it } from "vitest";
import { lexiconOf } from "./lexicons.ts";
import { readProps } from "./things.ts";

/** Each sentence with what a picture of it shows. */
const TOLD_OF_NOBODY = `
机の上に吸い殻の山と、飲みかけのコーヒーと、新聞がある。|table ashtray cup newspaper
床には積み木と、ミニカーと、片方だけの靴下が散らばっている。|blocks toy-car sock
引き出しを開けると、粉ミルクの缶が転がり出た。|drawer can
おやつは、蒸しパンと麦茶だった。|bread glass
それは一本の古い刀だった。|sword
かまどの火は消えかけ、鍋は冷えている。|stove pot
扉の向こうに、古い井戸があった。|well
錆びた自転車。倒れた看板。|bicycle sign
描きかけの看板だけが残った。|sign
刀で斬られた跡が、柱に残っている。|-
剣の時代は終わった。|-
遠くで鐘が鳴った。|-
There were umbrellas by the hundred, three birdcages and a bathtub full of gloves.|umbrella birdcage bath glove
Inside, wrapped in tissue paper, lay a small silver crown.|crown
The trumpet shone.|trumpet
The lamp on the desk was still lit.|lamp table
A single candle. A cracked mirror.|candle mirror
A heron stood on the jetty beside somebody's fishing rod.|fishing-rod
The rope had been cut with a knife.|rope
The age of swords was over.|-
Somewhere a bell rang.|-
Nobody knew where the key was.|-
`;

const SOMEBODY_ACTS = `
ミナは鍵を探したが、見つからなかった。|-
ミナは刀を忘れてきた。|-
ミナはケーキを食べる夢を見た。|-
ミナは首に巻いたマフラーをほどいた。|scarf
ミナはエプロンの紐を結び直した。|-
ミナは扉にもたれた。|door
ミナは窓を拭いた。|window
ミナは窓の外を見た。|-
She could not find her keys.|-
She found a good deal of banana on it.|-
He was a big, calm man with a bow tie.|-
She lost her ring.|-
She unwound her scarf and gave it to him.|scarf
She untied her apron.|apron
She wiped her hands on her apron.|-
He pulled a knife from his boot.|knife
He wore a sword at his hip.|-
He drew the sword at his hip.|sword
He kicked the door.|door
He opened the window.|window
She looked out of the window.|-
If only I had a rope, he thought.|-
`;

const halves = (line: string): [sentence: string, things: string] => {
  const [sentence = "", things = ""] = line.split("|");
  return [sentence, things];
};

const READ = [
  ...TOLD_OF_NOBODY.trim()
    .split("\n")
    .map((line) => [false, ...halves(line)] as const),
  ...SOMEBODY_ACTS.trim()
    .split("\n")
    .map((line) => [true, ...halves(line)] as const),
];

it.each(READ)("somebody is there: %s; %s", (peopled, sentence, things) => {
  const language = /\p{Script=Hiragana}/u.test(sentence) ? "ja" : "en";
  expect(readProps(sentence, lexiconOf(language), [], peopled).join(" ") || "-").toBe(things);
});
