import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import { segmentStory } from "../../../manga/segment.ts";
import { readPeople } from "./people.ts";
import { stage } from "./plot.ts";

/** Stories with the settings that their words name, in order. */
const LABELLED: readonly { language: Language; text: string; settings: string[] }[] = [
  {
    language: "ja",
    text: "朝の教室で、ミナは本を読んでいた。放課後、ミナは屋上へ上がった。夕焼けがきれいだった。",
    settings: ["classroom day clear", "rooftop dusk clear"],
  },
  {
    language: "ja",
    text: "真夜中の駅に、老人が立っていた。雪が降りはじめた。老人は電車に乗った。",
    settings: ["station night clear", "station night snow", "train night snow"],
  },
  { language: "ja", text: "嵐の夜だった。灯台守は階段を駆け上がった。", settings: ["stairs night storm"] },
  {
    language: "ja",
    text: "ミナは森の中を歩いた。霧が深かった。\n\n＊＊＊\n\n翌朝、ミナは村に着いた。",
    settings: ["forest day fog", "village day clear"],
  },
  {
    language: "ja",
    text: "「海に行きたいな」とミナは言った。台所で、母が笑った。",
    settings: ["kitchen day clear"],
  },
  {
    language: "ja",
    text: "春の公園で、老人は猫に会った。夏が来た。老人は公園のベンチで待った。",
    settings: ["garden day clear", "garden day clear"],
  },
  {
    language: "ja",
    text: "夏の海岸をミナは走った。やがて夕日が沈んだ。",
    settings: ["shore day clear", "shore dusk clear"],
  },
  {
    language: "ja",
    text: "雨の路地裏で、猫が鳴いた。やがて雨がやんだ。",
    settings: ["alley day rain", "alley day clear"],
  },
  {
    language: "ja",
    text: "ミナは路地裏を走った。奥に小さな本屋があった。ミナはそっと扉を開けた。",
    settings: ["alley day clear", "shop day clear"],
  },
  {
    language: "ja",
    text: "雪の夜、ミナはバス停に立っていた。風が強くなった。ミナは震えた。",
    settings: ["street night snow", "street night snow"],
  },
  {
    language: "en",
    text: "Tom waited on the bridge in the rain. The wind rose. Tom held on to his hat.",
    settings: ["bridge day rain", "bridge day storm"],
  },
  {
    language: "ja",
    text: "ミナは灯台の中に入った。中は真っ暗だった。",
    settings: ["room night clear"],
  },
  {
    language: "ja",
    text: "ミナは部屋で本を読んでいた。遠くの海で汽笛が鳴った。ミナは顔を上げた。",
    settings: ["room day clear", "sea day clear", "room day clear"],
  },
  {
    language: "en",
    text: "Mina sat in the classroom. It was raining. After school she walked to the bridge.",
    settings: ["classroom day rain", "bridge dusk rain"],
  },
  {
    language: "en",
    text: "At midnight the old man stood on the platform. Snow began to fall. The old man climbed into the train.",
    settings: ["station night clear", "station night snow", "train night snow"],
  },
  {
    language: "en",
    text: "Tom ran through the forest. The fog was thick.\n\n***\n\nThe next morning, Tom reached the village.",
    settings: ["forest day fog", "village day clear"],
  },
  {
    language: "en",
    text: '"I want to see the sea," said Mina. Her mother laughed in the kitchen.',
    settings: ["kitchen day clear"],
  },
  {
    language: "en",
    text: "Nora walked along the beach in the morning. By evening a storm had come.",
    settings: ["shore day clear", "shore dusk storm"],
  },
  {
    language: "en",
    text: "Ann sat in the train. The train stopped in a field at night. The lights went out. Ann lit a match. Outside, Ann walked along the rails.",
    settings: ["train night clear", "field night clear"],
  },
  {
    language: "en",
    text: "In the morning Ann unlocked the bakery. Ann waited. By nine o'clock there was a queue.",
    settings: ["shop day clear"],
  },
  {
    language: "ja",
    text: "夜、ミナは路地を走った。「待って」とミナは言った。\n朝になった。ミナは家に帰った。",
    settings: ["alley night clear", "room day clear"],
  },
  {
    language: "ja",
    text: "午前四時半、ミナは市場にいた。昼のように明るかった。六時に、ミナは電車に乗った。電車は海に沿って走った。",
    settings: ["shop dawn clear", "train dawn clear"],
  },
  {
    language: "ja",
    text: "ミナは庭にいた。母が台所から椅子を運んできた。母が屋根の上から言った。「寒い」とミナは言った。「寒い」と母は言った。",
    settings: ["garden day clear"],
  },
  {
    language: "en",
    text: 'Nell sat in the last train. "Late," said Nell. Half an hour later the train stopped. At six in the morning Nell woke.',
    settings: ["train night clear", "train night clear", "train day clear"],
  },
  {
    language: "en",
    text: "Before the play began, Nell sat down. Behind the curtain the hall was filling. Nell coughed. In the front row Tom coughed.",
    settings: ["stage day clear"],
  },
  {
    language: "ja",
    text: "ミナは部屋にいた。明日、この家を出る。雪のように白い毛が落ちていた。",
    settings: ["room day clear"],
  },
  {
    language: "en",
    text: "Paul waited in the garden. The rain stopped. Paul went into the house.",
    settings: ["garden day rain", "garden day clear", "room day clear"],
  },
  {
    language: "en",
    text: "Nell walked along the mountain. They crept into a crack in the rock. It was dark in the cave, and cold.",
    settings: ["mountain day clear", "cave night clear"],
  },
  {
    language: "en",
    text: "The lighthouse stood on its rock. Nell knocked at its door. Inside, a staircase wound up and up. Nell climbed alone. At the top was a round room with windows on all sides. Nell yelled down the stairs. A ship was coming out of the south.",
    settings: ["lighthouse day clear", "stairs day clear", "room day clear", "sea day clear"],
  },
  {
    language: "en",
    text: "Nell stood on the street before the shop. She opened her bag. Inside, a letter lay. It was dry.",
    settings: ["street day clear"],
  },
  {
    language: "en",
    text: "Nell sat in the train. Something moved under the seat. A small hand came out. It took hold of the strap.",
    settings: ["train day clear"],
  },
  {
    language: "en",
    text: "Nell slept in the room.\n\n***\n\nIn the morning the sea was as flat as a plate. Nell sat on the step.",
    settings: ["room day clear", "shore day clear"],
  },
  {
    language: "en",
    text: "The post office stood at the end of the street. Nell was fourteen. She swept the floor of the post office every morning.",
    settings: ["street day clear", "shop day clear"],
  },
  {
    language: "en",
    text: "Chapter 1: Snow\n\nSnow fell on the mountain. Nell walked.\n\nChapter 2: Tar\n\nThe harbour smelled of tar. Nell waited.\n\nChapter 3: Spring\n\nIn spring the snow was gone from the street. Nell had a job from nine to five, exactly there.",
    settings: ["mountain day snow", "shore day clear", "street day clear"],
  },
  {
    language: "en",
    text: "Nobody in Hallow Square looked up. Nell lay on the roof of the bank, across the square. Nell climbed down. The stairs of the tower were narrow. At the top a door stood open. The tram rang and drove off. Nell waited. That night, in the hospital, an old man sat up in bed.",
    settings: [
      "street day clear",
      "rooftop day clear",
      "stairs day clear",
      "room day clear",
      "hospital night clear",
    ],
  },
  {
    language: "en",
    text: "Nell sat in the kitchen. There was a volcano on the table. On Monday morning the classroom was full of them.",
    settings: ["kitchen day clear", "classroom day clear"],
  },
  {
    language: "en",
    text: "The door of the post office stood open. Tom sat in the street in front of it. Nell sorted the letters on the counter.",
    settings: ["street day clear", "shop day clear"],
  },
  {
    language: "en",
    text: "Nell struck a match in the cellar. It went out. She struck another.",
    settings: ["room day clear"],
  },
  {
    language: "en",
    text: "Nell ran down the street, all the way to the end of the pier. Inside the lighthouse it was dark. Nell climbed the stairs. By morning Nell was in the garden.",
    settings: ["shore night clear", "stairs night clear", "garden day clear"],
  },
  {
    language: "en",
    text: "Nell sat in the kitchen. Far out on the water, a horn cried. Once. Twice. Nell stood up.",
    settings: ["kitchen day clear", "sea day clear", "kitchen day clear"],
  },
  {
    language: "ja",
    text: "ミナは道場を出て、寺の裏の墓地へ向かった。坂道を上るうちに、雨が降り出した。\n「傘は？」とミナは言った。\n墓地に着くと、雨は上がった。ミナは手を合わせた。",
    settings: ["street day clear", "street day rain", "graveyard day clear"],
  },
  {
    language: "ja",
    text: "ミナは事務室にいた。外はもう夜で、雪がちらついていた。ミナは駅まで歩いた。バスが来た。ミナは後ろの席に座った。\n\nそのころ、ケンは博物館の展示室に戻っていた。ケンは骨を見た。「眠い」とケンは言った。",
    settings: ["office day clear", "station night snow", "bus night snow", "museum night snow"],
  },
  {
    language: "en",
    text: "Tom was tired. He walked to the harbour. Then it began to rain. Tom sat in the boat and ate.",
    settings: ["abstract day clear", "shore day clear", "shore day rain", "sea day rain"],
  },
  {
    language: "en",
    text: 'Ann sat in the church. "Hush," said Ann. Bea was in hospital. Ann hurried out into the churchyard. The rain had stopped. Ann walked down the lane to the workshop. A ladder stood there. By the time she carried it back, the wind had got up. "At last," said Bea. "Yes," said Ann.',
    settings: ["church day clear", "graveyard day clear", "workshop day clear", "graveyard day wind"],
  },
  {
    language: "en",
    text: "The train rattled along the coast. Tom slept. The bus stopped outside the hospital. Tom slept in her tent on the cliff. Tom crawled out.",
    settings: ["train day clear", "tent day clear", "field day clear"],
  },
  {
    language: "en",
    text: "Imogen stood on the stage. She ran into the street. At half past seven she walked back onto the stage.",
    settings: ["stage day clear", "street day clear", "stage night clear"],
  },
  {
    language: "ja",
    text: "午後八時、ミナは図書館にいた。ミナは本を閉じた。",
    settings: ["library night clear"],
  },
];

describe("scenes", () => {
  it.each([
    [
      "en",
      "Rosa stood in the bakery. Pip looked under the oven. Rosa went upstairs to bed. Pip crawled under the oven.",
      ["shop", "room", "shop"],
    ],
    ["en", 'Rosa stood in the station. "I have a piano exam," said Rosa. Pip sat at the piano.', ["station"]],
    [
      "ja",
      "ローザは教会にいた。祭壇に花があった。ローザは森へ行った。ローザは祭壇の前に立った。",
      ["church", "forest", "church"],
    ],
    // Nobody stays in a corridor for hours.
    [
      "ja",
      "森下はオフィスにいた。森下は廊下で課長とぶつかった。その夜、森下は残業していた。",
      ["office", "corridor", "office"],
    ],
  ] as const)("are where a thing stands of which they tell again (%s): %s", async (language, text, kinds) => {
    const story = segmentStory(text, language);
    const { scenes } = stage(story, await readPeople(story));
    expect(scenes.map(({ scene }) => scene.place.kind)).toEqual(kinds);
  });

  it.each(LABELLED)(
    "have the place, hour and weather that the words name: $text",
    async ({ language, text, settings }) => {
      const story = segmentStory(text, language);
      const { scenes } = stage(story, await readPeople(story));
      expect(scenes.map(({ scene }) => `${scene.place.kind} ${scene.hour} ${scene.weather}`)).toEqual(
        settings,
      );
    },
  );

  it.each([
    ["ja", "朝の市場で、ミナは呪いの人形を見た。", "eerie"],
    ["ja", "朝の市場で、男は呪文のように数を読んだ。", "neutral"],
    ["en", "Mina stood in the market. A ghost came in.", "eerie"],
    ["en", "Mina stood in the market. She was white like a ghost.", "neutral"],
  ] as const)("have no mood of what something is only likened to (%s: %s)", async (language, text, mood) => {
    const story = segmentStory(text, language);
    const { scenes } = stage(story, await readPeople(story));
    expect(scenes[0]?.scene.mood).toBe(mood);
  });
});
