// Sentences with the setting that their words name, labelled by hand: place, hour, weather, season; `-` where they name none.
import { expect, it } from "vitest";
import { lexiconOf } from "./lexicons.ts";
import { readSetting } from "./settings.ts";

const LABELLED = {
  ja: `
体育館で、バスケット部が練習していた。|gym|-|-|-
ミナは図書室で本を読んだ。|library|-|-|-
ケンは家を飛び出した。|garden|-|-|-
峠の茶屋に、侍が腰を下ろした。|village|-|-|-
未明、刑事は交番に戻った。|office|dawn|-|-
駅は大きく、その前の通りには人があふれていた。|street|-|-|-
子どもが屋台のあいだを走った。|shop|-|-|-
市場は朝から人でいっぱいだった。|shop|day|-|-
地下鉄の中で、男は眠っていた。|train|-|-|-
空港に着いたのは、日没のころだった。|station|dusk|-|-
墓地に、霧雨が降っていた。|graveyard|-|rain|-
兵士たちは城壁の上に並んだ。|castle|-|-|-
滝の前で、老人は祈った。|river|-|-|-
山奥の道を、狸は歩いた。|street|-|-|-
吹雪の雪山を、二人は登った。|mountain|-|snow|winter
茂みの中から、狐が顔を出した。|forest|-|-|-
牧場に、若葉の匂いがした。|field|-|-|spring
芝生の上で、子どもたちが遊んでいる。|garden|-|-|-
波止場に、朝靄がかかっていた。|shore|day|fog|-
海辺を歩いていると、雷鳴がとどろいた。|shore|-|storm|-
漁村に、盆踊りの太鼓が響いた。|village|-|-|summer
並木道に、銀杏の葉が散っていた。|street|-|-|autumn
夜道を、男が走っていく。|street|night|-|-
地下室は真っ暗だった。|room|night|-|-
旅館に着いたときには、夜更けだった。|room|night|-|-
昼休みの教室に、春一番が吹きこんだ。|classroom|day|wind|spring
満月が、川面を照らした。|-|night|-|-
茜色の空に、烏が飛んでいた。|-|dusk|-|-
つららが軒に並んでいた。|-|-|-|winter
小春日和の縁側で、猫が寝ている。|garden|-|clear|-
鈴虫が鳴いている。|-|-|-|autumn
桜吹雪の中を、新入生が歩いてくる。|-|-|-|spring
小雨の降る路地裏に、猫がいた。|alley|-|rain|-
みぞれが降りだした。|-|-|snow|-
雲が空をおおった。|-|-|cloudy|-
病院の手術室の前で、母は待った。|hospital|-|-|-
屋台で、おでんを食べた。|shop|-|-|-
丑三つ時、時計が鳴った。|-|night|-|-
蛍が飛んでいた。|-|-|-|summer
三〇二号室の中は、まだ箱だらけだった。|room|-|-|-
２０５号室の前に、女の子が座っていた。|corridor|-|-|-
二人は五階で降りた。|corridor|-|-|-
二番線に、電車が入ってきた。|station|-|-|-
三号車の中は、がらんとしていた。|train|-|-|-
校庭のすみの鉄棒に、鞄がぶら下がっていた。|field|-|-|-
砂場で、弟が城を作っている。|garden|-|-|-
屋上のドアは開いていた。|rooftop|-|-|-
列車はトンネルに入った。|train|-|-|-
船は港を出ると、大きく揺れはじめた。|sea|-|-|-
神殿の奥に、光があった。|temple|-|-|-
`,
  en: `
The town hall was as tall as a church, and the square in front of it was full of prams.|street|-|-|-
Mara slipped between the fish stalls.|shop|-|-|-
The gymnasium was loud with shouting.|gym|-|-|-
Dmitri pushed the mandolin across the counter of the pawnshop.|shop|-|-|-
Mrs. Alder ran out of the house.|garden|-|-|-
He walked out of the shop and into the alley.|alley|-|-|-
One windy day Biscuit climbed the apple tree.|garden|-|wind|-
That night Biscuit slept by the fireplace.|room|night|-|-
In the forest a fox crossed the path.|forest|-|-|-
At noon they were on the farm road.|field|day|-|-
She walked along the forest path.|forest|-|-|-
He came down the village lane at dusk.|village|dusk|-|-
He left the garden and ran down the road.|street|-|-|-
They walked through the park to the crossing.|garden|-|-|-
He ran into the police station.|office|-|-|-
They met at the coffee shop after dark.|shop|night|-|-
She sat in the bus and watched the rain.|bus|-|rain|-
She opened her umbrella, though it was not raining.|-|-|-|-
From the far bank came the sound of a bell.|-|-|-|-
She went into the bank.|office|-|-|-
At sundown they reached the train station.|station|dusk|-|-
Nora walked through the graveyard in the fog.|graveyard|-|fog|-
The old tower was empty.|castle|-|-|-
They walked along the quay.|shore|-|-|-
The ship was silent.|sea|-|-|-
He knelt beside the brook.|river|-|-|-
They camped on the slope below the pass.|mountain|-|-|-
A rabbit ran into the thicket.|forest|-|-|-
Sheep stood in the pasture with their lambs.|field|-|-|spring
She lay on the lawn.|garden|-|-|-
The truck rolled down the highway.|street|-|-|-
It was two in the morning in the hotel.|room|night|-|-
The barn smelled of hay.|room|-|-|-
The sun rose.|-|dawn|-|-
At lunchtime the square was full.|street|day|-|-
The sun shone all day.|-|day|clear|-
A thunderclap shook the windows.|-|-|storm|-
Flurries danced outside.|-|-|snow|-
Fireflies blinked in the meadow.|field|-|-|summer
Golden leaves covered the path.|-|-|-|autumn
In February the pond was frozen.|-|-|-|winter
The sky was clear.|-|-|clear|-
The leaden sky hung low.|-|-|cloudy|-
By bedtime the cathedral was dark.|church|night|-|-
She waited in the operating room.|hospital|-|-|-
They crossed the windswept moor.|field|-|wind|-
He climbed into the loft.|room|-|-|-
Behind the vineyard, acorns fell.|-|-|-|autumn
They hid in the grotto until sun-up.|cave|dawn|-|-
He worked in the scullery.|kitchen|-|-|-
`,
} as const;

const rows = (table: string) =>
  table
    .trim()
    .split("\n")
    .map((line) => line.split("|"));

it("reads at least 95 in 100 labelled settings of both languages as their words name them", () => {
  const wrong: string[] = [];
  let right = 0;
  for (const language of ["ja", "en"] as const) {
    for (const [text = "", ...labels] of rows(LABELLED[language])) {
      const { place, hour, weather, season } = readSetting(text, lexiconOf(language));
      const found = [place?.kind, hour, weather, season].map((value) => value ?? "-");
      for (const [at, label] of labels.entries()) {
        if (found[at] === label) right += 1;
        else wrong.push(`${text} ${found[at]}, not ${label}`);
      }
    }
  }
  expect(wrong.length / (right + wrong.length), wrong.join("\n")).toBeLessThanOrEqual(0.05);
  console.info(`settings: ${right} of ${right + wrong.length} read as labelled; else\n${wrong.join("\n")}`);
});
