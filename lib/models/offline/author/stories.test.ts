// Twelve stories of many kinds, each adapted whole: complete books, settings as their words name them, nobody lost.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Concept } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import type { Plot } from "../../../manga/plot.ts";
import { segmentStory } from "../../../manga/segment.ts";
import type { Story } from "../../../manga/story.ts";
import type { StoryboardDraft } from "../../../manga/storyboard.ts";
import { offlineAuthor } from "./author.ts";
import { longStory } from "./stories/long-story.ts";

interface Labelled {
  name: string;
  language: Language;
  people: string[];
  /** Words of the story, and the place and hour that it names for them; `-` where it names none. */
  settings: [words: string, place: string, hour: string][];
}

const STORIES: readonly Labelled[] = [
  {
    name: "comedy",
    language: "ja",
    people: ["トメ", "ケン", "町長"],
    settings: [
      ["おかしな旗", "garden", "day"],
      ["袋から大きな瓶", "garden", "day"],
      ["町長がくしゃみ", "garden", "-"],
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
      ["女の子が立って", "stairs", "night"],
      ["目を覚ました", "hospital", "day"],
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
      ["橋を渡っていた", "bridge", "night"],
      ["黒い水", "bridge", "night"],
      ["刀を捨てて", "bridge", "night"],
      ["川原を歩いて", "river", "day"],
      ["櫛だけを拾った", "river", "day"],
    ],
  },
  {
    name: "silent",
    language: "ja",
    people: ["狐"],
    settings: [
      ["雪の上を歩いた", "forest", "-"],
      ["丸くなり", "forest", "-"],
      ["山道を登った", "mountain", "night"],
      ["提灯を置いた", "temple", "night"],
      ["家の灯りがともった", "village", "night"],
      ["山道を駆け下りた", "mountain", "night"],
      ["足を止めた", "field", "dawn"],
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
      ["It was raining", "street", "-"],
      ["threw her bag", "street", "-"],
      ["sat alone", "kitchen", "dusk"],
      ["soaked to the skin", "kitchen", "dusk"],
    ],
  },
  {
    name: "crowd",
    language: "en",
    people: ["Mr. Abbot", "Mrs. Finch", "Toby", "The old woman", "The soldier"],
    settings: [
      ["platform was full", "station", "night"],
      ["smelled of leeks", "station", "night"],
      ["dusty piano", "station", "night"],
      ["whistle blew", "station", "dawn"],
    ],
  },
  {
    name: "tiny",
    language: "en",
    people: ["Tom"],
    settings: [
      ["built a snowman", "garden", "-"],
      ["Tom woke", "room", "night"],
    ],
  },
];

const signal = new AbortController().signal;

interface Adapted {
  story: Story;
  concept: Concept;
  plot: Plot;
  boards: StoryboardDraft[];
}

async function adapt(text: string, language: Language, seed = 7): Promise<Adapted> {
  const author = offlineAuthor();
  const story = segmentStory(text, language);
  const brief = { seed, direction: language === "ja" ? ("rtl" as const) : ("ltr" as const), style: "shonen" };
  const concept = (await author.write("concept", { story, brief }, signal)).output;
  const cast = (await author.write("characters", { story, brief, concept }, signal)).output;
  const plot = (await author.write("plot", { story, brief, concept }, signal)).output;
  const boards: StoryboardDraft[] = [];
  for (const { number } of plot.pages) {
    const page = { story, brief, concept, cast, plot, page: number };
    boards.push((await author.write("storyboard", page, signal)).output);
  }
  return { story, concept, plot, boards };
}

const read = ({ name, language }: Labelled) =>
  readFileSync(new URL(`./stories/${name}.${language}.txt`, import.meta.url), "utf8");

function expectComplete({ story, plot, boards }: Adapted): void {
  expect(plot.leftOut).toEqual([]);
  const panels = boards.flatMap((board) => board.panels);
  const told = new Set(panels.flatMap(({ units }) => units));
  expect(story.units.filter(({ id }) => !told.has(id))).toEqual([]);
  for (const { text } of panels.flatMap(({ words }) => words.texts)) {
    if (story.language === "ja") expect(text.length, text).toBeLessThanOrEqual(46);
    else expect(text.split(/\s+/u).length, text).toBeLessThanOrEqual(26);
  }
  let before = "";
  for (const { id, picture } of panels) {
    const composition = `${picture.shot} ${picture.angle} ${picture.figures.length}`;
    expect(composition, id).not.toBe(before);
    before = composition;
  }
}

/** Everybody whom a page speaks of is in a picture of it. */
function expectInSight({ concept, plot, boards }: Adapted): void {
  for (const [index, { panels }] of boards.entries()) {
    const seen = new Set(panels.flatMap(({ picture }) => picture.figures.map(({ character }) => character)));
    const named = new Set(
      plot.pages[index]?.beats.flatMap(({ people, lines }) => [
        ...people.map(({ character }) => character),
        ...lines.flatMap(({ speaker }) => speaker ?? []),
      ]),
    );
    const missing = concept.people.filter(({ id }) => named.has(id) && !seen.has(id));
    expect(
      missing.map(({ name }) => name),
      `page ${index + 1}`,
    ).toEqual([]);
  }
}

describe("the offline author's own stories", () => {
  it.each(STORIES)("$name ($language) becomes a complete book of its people", async (labelled) => {
    const book = await adapt(read(labelled), labelled.language);
    expectComplete(book);
    expectInSight(book);
    expect(book.concept.people.map(({ name }) => name).toSorted()).toEqual(labelled.people.toSorted());
  });

  it("have the looks that notes on the cast give", async () => {
    const text = readFileSync(new URL("./stories/quarrel.en.txt", import.meta.url), "utf8");
    const { story, concept } = await adapt(text, "en");
    const brief = { seed: 7, direction: "ltr" as const, style: "shonen" };
    const { characters } = (await offlineAuthor().write("characters", { story, brief, concept }, signal))
      .output;
    expect(concept.title).toBe("The Red Bicycle");
    expect(characters.find(({ name }) => name === "Mina")).toMatchObject({
      age: "teen",
      glasses: true,
      hair: { style: "short", fill: "black" },
    });
    expect(characters.find(({ name }) => name === "Leo")).toMatchObject({
      age: "teen",
      hair: { style: "curly" },
      clothes: { top: "hoodie" },
    });
  });

  it("have the places and hours that their words name", async () => {
    const wrong: string[] = [];
    let right = 0;
    for (const labelled of STORIES) {
      const { story, plot } = await adapt(read(labelled), labelled.language);
      for (const [words, place, hour] of labelled.settings) {
        const unit = story.units.find(({ text }) => text.includes(words));
        const beat = plot.pages
          .flatMap(({ beats }) => beats)
          .find(({ units }) => units.includes(unit?.id ?? ""));
        const scene = plot.scenes.find(({ id }) => id === beat?.scene);
        const found = [place === "-" || scene?.place.kind === place, hour === "-" || scene?.hour === hour];
        if (found.every(Boolean)) right += 1;
        else wrong.push(`${words}: ${scene?.place.kind} ${scene?.hour}, not ${place} ${hour}`);
      }
    }
    expect(wrong.length / (right + wrong.length), wrong.join("\n")).toBeLessThanOrEqual(0.05);
  });

  it("dress everybody for the days of samurai", async () => {
    const text = readFileSync(new URL("./stories/period.ja.txt", import.meta.url), "utf8");
    const { story, concept } = await adapt(text, "ja");
    for (let seed = 0; seed < 4; seed += 1) {
      const brief = { seed, direction: "rtl" as const, style: "shonen" };
      const { characters } = (await offlineAuthor().write("characters", { story, brief, concept }, signal))
        .output;
      expect(characters.map(({ clothes }) => clothes.top)).toEqual(["kimono", "kimono"]);
    }
  });

  it("are staged another way for another seed, as completely", async () => {
    const [first] = STORIES;
    if (!first) throw new Error("there are no stories");
    const one = await adapt(read(first), "ja", 1);
    const other = await adapt(read(first), "ja", 2);
    expectComplete(other);
    expect(other.boards).not.toEqual(one.boards);
  });

  it("holds 20,000 characters, its people and settings to the end", { timeout: 20_000 }, async () => {
    const text = longStory(20_000);
    expect(text.length).toBeGreaterThanOrEqual(20_000);
    const book = await adapt(text, "en");
    expectComplete(book);
    expectInSight(book);
    expect(book.concept.people.map(({ name }) => name)).toEqual(expect.arrayContaining(["Wren", "Otto"]));
  });
});
