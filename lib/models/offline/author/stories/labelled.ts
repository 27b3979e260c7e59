// The short stories of this folder with what a reader finds in them, labelled by hand: people, settings, speakers.
import { readFileSync } from "node:fs";
import type { Language } from "../../../../manga/language.ts";

export interface Labelled {
  name: string;
  language: Language;
  people: string[];
  /** Words of the story, and the place, hour and weather that it names for them; `-` or nothing where it names none. */
  settings: [words: string, place: string, hour: string, weather?: string][];
}

export const STORIES: readonly Labelled[] = [
  {
    name: "comedy",
    language: "ja",
    people: ["トメ", "ケン", "町長"],
    settings: [
      ["おかしな旗", "garden", "day"],
      ["袋から大きな瓶", "garden", "day"],
      ["町長がくしゃみ", "garden", "-", "wind"],
      ["台所で米をといで", "kitchen", "dusk"],
      ["手を止めた", "kitchen", "dusk"],
    ],
  },
  {
    name: "horror",
    language: "ja",
    people: ["サワ", "女の子"],
    settings: [
      ["静かだった", "hospital", "night"],
      ["懐中電灯", "corridor", "night"],
      ["足音が、コツ", "stairs", "night"],
      ["女の子が立って", "stairs", "night", "storm"],
      ["目を覚ました", "hospital", "day", "clear"],
      ["自分の靴を見た", "hospital", "day"],
    ],
  },
  {
    name: "school",
    language: "ja",
    people: ["ナツキ", "トウマ"],
    settings: [
      ["ひとりで残って", "classroom", "dusk"],
      ["ため息をついた", "classroom", "dusk"],
      ["ふたりは屋上", "rooftop", "dusk"],
      ["カメラを構えた", "rooftop", "dusk"],
      ["一枚の写真が貼って", "classroom", "day"],
      ["見つめていた", "classroom", "day"],
    ],
  },
  {
    name: "period",
    language: "ja",
    people: ["伊織", "お鈴"],
    settings: [
      ["橋を渡っていた", "bridge", "night", "snow"],
      ["黒い水", "bridge", "night"],
      ["刀を捨てて", "bridge", "night", "snow"],
      ["川原を歩いて", "river", "day", "clear"],
      ["櫛だけを拾った", "river", "day"],
    ],
  },
  {
    name: "silent",
    language: "ja",
    people: ["狐"],
    settings: [
      ["雪の上を歩いた", "forest", "-", "snow"],
      ["丸くなり", "forest", "-", "wind"],
      ["山道を登った", "mountain", "night"],
      ["提灯を置いた", "temple", "night"],
      ["家の灯りがともった", "village", "night"],
      ["山道を駆け下りた", "mountain", "night"],
      ["足を止めた", "field", "dawn", "snow"],
      ["帰っていった", "forest", "dawn"],
    ],
  },
  { name: "talk", language: "ja", people: ["ひとり", "もうひとり"], settings: [] },
  {
    name: "space",
    language: "en",
    people: ["Ida", "Pip"],
    settings: [
      ["station was quiet", "space", "-"],
      ["floated down", "corridor", "-"],
      ["A crack ran", "garden", "-"],
      ["hissing stopped", "garden", "-"],
      ["small red tomato", "garden", "-"],
    ],
  },
  {
    name: "animal",
    language: "en",
    people: ["Biscuit", "Duchess"],
    settings: [
      ["small brown dog", "garden", "-"],
      ["barked at it", "garden", "night"],
      ["opened one eye", "garden", "night"],
      ["peered into", "river", "night"],
      ["sky grew pale", "garden", "dawn"],
      ["garden gate", "garden", "dawn"],
    ],
  },
  {
    name: "quarrel",
    language: "en",
    people: ["Mina", "Leo"],
    settings: [
      ["It was raining", "street", "-", "rain"],
      ["threw her bag", "street", "-", "rain"],
      ["sat alone", "kitchen", "dusk"],
      ["soaked to the skin", "kitchen", "dusk"],
    ],
  },
  {
    name: "crowd",
    language: "en",
    people: ["Mr. Abbot", "Mrs. Finch", "Toby", "The old woman", "The soldier"],
    settings: [
      ["platform was full", "station", "night", "snow"],
      ["smelled of leeks", "station", "night"],
      ["dusty piano", "station", "night"],
      ["whistle blew", "station", "dawn", "snow"],
    ],
  },
  {
    name: "tiny",
    language: "en",
    people: ["Tom"],
    settings: [
      ["built a snowman", "garden", "-", "snow"],
      ["Tom woke", "room", "night", "snow"],
    ],
  },
];

/** Lines without a speaker in the text, and who says them by its sense. */
export const SPEAKERS: readonly (readonly [story: string, words: string, speaker: string])[] = [
  ["school", "写真部って", "トウマ"],
  ["school", "また部員", "ナツキ"],
  ["school", "じゃあ、入る", "トウマ"],
  ["school", "今、俺を撮った", "トウマ"],
  ["period", "母の形見", "お鈴"],
  ["period", "命のほうが大事", "伊織"],
  ["period", "あなたさまの刀", "お鈴"],
  ["quarrel", "Grandpa gave it", "Mina"],
  ["quarrel", "And Grandpa is gone", "Leo"],
  ["quarrel", "never even rode", "Mina"],
  ["quarrel", "I know.", "Leo"],
  ["talk", "にゃあ", "nobody"],
  ["horror", "看護婦さん", "女の子"],
  ["space", "A meteor", "Pip"],
  ["animal", "you silly thing", "Duchess"],
];

export const read = ({ name, language }: Pick<Labelled, "name" | "language">) =>
  readFileSync(new URL(`./${name}.${language}.txt`, import.meta.url), "utf8");
