import { describe, expect, it } from "vitest";
import type { Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import { type Setting, SURE_ENOUGH } from "../facts.ts";
import { findPeople } from "../people/people.ts";
import { readStory } from "../text/read-story.ts";
import { findSettings } from "./find-settings.ts";

/** Place (name or kind), hour and weather of each sentence. `?` if the certainty is too low for it to be drawn. */
async function read(text: string, language: Language) {
  const story = await readStory(segmentStory(text, language));
  const settings = findSettings(story, findPeople(story));
  const all: Setting[] = story.units.flatMap(({ sentences }, unit) =>
    sentences.map((_, sentence) => settings.at({ unit, sentence })),
  );
  const nameOf = ({ place }: Setting) => {
    const found = settings.places.find(({ id }) => id === place.value);
    return found === undefined || place.sure < SURE_ENOUGH ? "?" : found.name || found.kind;
  };
  const sure = <T>({ value, sure: how }: { value: T; sure: number }) => (how >= SURE_ENOUGH ? value : "?");
  return {
    settings,
    all,
    places: all.map(nameOf),
    kinds: all.map(({ place }) => settings.places.find(({ id }) => id === place.value)?.kind),
    hours: all.map(({ hour }) => sure(hour)),
    weather: all.map(({ weather }) => sure(weather)),
  };
}

describe("the place of a sentence", () => {
  it.each([
    ["en", "Tom sat in the kitchen. He ate his bread.", ["kitchen", "kitchen"]],
    ["en", "Tom stood in the yard. Then he walked into the barn. It was warm.", ["yard", "barn", "barn"]],
    ["en", "Tom entered the library. He took a book.", ["library", "library"]],
    ["en", "Anna stood on the bridge. She crossed the square.", ["bridge", "square"]],
    ["en", "In the doorway of a dark shop a man leaned.", ["doorway"]],
    ["ja", "太郎は台所でパンを食べた。彼は笑った。", ["台所", "台所"]],
    ["ja", "太郎は庭に立っていた。それから納屋に入った。", ["庭", "納屋"]],
    ["ja", "太郎は駅に着いた。花子が待っていた。", ["駅", "駅"]],
    ["ja", "花子は橋の上に立っていた。それから坂を上った。", ["橋", "坂"]],
  ] as const)("stays until a character moves (%s): %s", async (language, text, places) => {
    expect((await read(text, language)).places).toEqual(places);
  });

  it.each([
    ["en", "Tom sat in the kitchen. He did not go to the river."],
    ["en", "Tom sat in the kitchen. He wanted to go to the river."],
    ["en", "Tom sat in the kitchen. He had been in the forest. He sighed."],
    ["en", "Tom sat in the kitchen. “We went to the river,” he said."],
    ["en", "Tom sat in the kitchen. If he went to the river, he would drown."],
    ["en", "Tom sat in the kitchen. He looked into the garden."],
    ["en", "Tom sat in the kitchen. He waited in a hurry."],
    ["en", "Tom sat in the kitchen. He threw the letter into the river."],
    ["en", "Tom sat in the kitchen. He held a cup in his hand."],
    ["ja", "太郎は台所に座っていた。川へは行かなかった。"],
    ["ja", "太郎は台所に座っていた。川へ行きたかった。"],
    ["ja", "太郎は台所に座っていた。「川へ行ったよ」と太郎は言った。"],
    ["ja", "太郎は台所に座っていた。もし川へ行けば溺れるだろう。"],
    ["ja", "太郎は台所に座っていた。庭を眺めた。"],
  ] as const)("does not change by a clause that is not narrated as real (%s): %s", async (language, text) => {
    const { places } = await read(text, language);
    expect(new Set(places)).toEqual(new Set([language === "en" ? "kitchen" : "台所"]));
  });

  it.each([
    ["en", "Tom sat in the kitchen. A stranger walked across the bridge. Tom ate his bread."],
    ["en", "Tom sat in the kitchen. In the garden a dog was barking. Tom ate his bread."],
    ["en", "Tom sat in the kitchen. Anna went into the garden. Tom ate his bread."],
  ] as const)(
    "does not follow a character with whom the text does not continue (%s): %s",
    async (language, text) => {
      const { places } = await read(text, language);
      expect(places.at(-1)).toBe("kitchen");
    },
  );

  it.each([
    ["en", "Tom sat in the kitchen. Lightning struck in the forest. Tom ate his bread.", "forest"],
    ["ja", "太郎は台所に座っていた。雷が森に落ちた。太郎は笑った。", "森"],
  ] as const)(
    "is distant for one sentence if only things act there (%s): %s",
    async (language, text, seen) => {
      const { all, places } = await read(text, language);
      const kitchen = language === "en" ? "kitchen" : "台所";
      expect(places).toEqual([kitchen, seen, kitchen]);
      expect(all.map(({ afar = false }) => afar)).toEqual([false, true, false]);
    },
  );

  it.each([
    [
      "en",
      "Tom sat in the kitchen. A white beam swept out over the sea. A boat swung round. Tom ate his bread.",
      ["kitchen", "sea", "sea", "kitchen"],
    ],
    ["en", "Tom sat in the kitchen. A boat swung round. Tom ate.", ["kitchen", "kitchen", "kitchen"]],
    [
      "en",
      "Tom sat in the kitchen. Out on the water a horn blew. Once. Tom ate his bread.",
      ["kitchen", "water", "water", "kitchen"],
    ],
    ["en", "Tom sat in the kitchen. He put a cup in the water.", ["kitchen", "kitchen"]],
    [
      "ja",
      "太郎は台所に座っていた。雷が海に落ちた。船が傾いた。太郎は笑った。",
      ["台所", "海", "海", "台所"],
    ],
  ] as const)("stays distant while things act there (%s): %s", async (language, text, seen) => {
    expect((await read(text, language)).places).toEqual(seen);
  });

  it.each([
    [
      "en",
      "Tom stood before the lighthouse. Inside the lighthouse it was dark.",
      ["lighthouse", "inside of a lighthouse"],
    ],
    ["ja", "太郎は灯台の前に立っていた。太郎は灯台の中で笑った。", ["lighthouse", "inside of a lighthouse"]],
    [
      "en",
      "Inside the lighthouse it was dark. Tom sat on the lighthouse steps.",
      ["inside of a lighthouse", "lighthouse"],
    ],
  ] as const)("is a separate place inside a building (%s): %s", async (language, text, kinds) => {
    expect((await read(text, language)).kinds).toEqual(kinds);
  });

  it("is the way along which a character goes home, from the preceding jump in time on", async () => {
    const text = "Tom sat in the kitchen. By morning the snow had stopped. He walked home along the pier.";
    const { places, all } = await read(text, "en");
    expect(places).toEqual(["kitchen", "pier", "pier"]);
    expect(all[1]?.jump).toBe(true);
  });

  it.each([
    ["en", "Anna sat in a corner of the kitchen. Then she ran to the end of the pier.", ["kitchen", "pier"]],
    ["en", "Anna sat at the kitchen table. Then she waited at the church door.", ["kitchen", "church"]],
    [
      "en",
      "Tom sang in the yard. That night he woke. Rain beat against the window.",
      ["yard", "room", "room"],
    ],
    ["en", "Tom sat in the garden. In the evening he looked out of the window.", ["garden", "room"]],
    ["en", "Tom stood in the yard. There was a shop. He opened the door.", ["yard", "yard", "shop"]],
    ["ja", "太郎は山を登った。太郎は寺の前に花を置いた。", ["山", "寺"]],
    ["ja", "太郎は庭にいた。翌日の朝、教室の壁に絵が貼ってあった。", ["庭", "教室"]],
    ["ja", "太郎は庭にいた。次の日、太郎は笑った。太郎は川原を歩いていた。", ["庭", "川原", "川原"]],
    ["ja", "太郎は店にいた。道に出ると、雨はやんでいた。", ["店", "道"]],
    ["ja", "太郎は道にいた。小さな店があった。古い時計屋だ。", ["道", "道", "道"]],
    ["ja", "太郎は道にいた。犬は路地へ消えた。太郎は追いかけた。", ["道", "道", "路地"]],
  ] as const)("follows from parts, ways and doors (%s): %s", async (language, text, places) => {
    expect((await read(text, language)).places).toEqual(places);
  });

  it("is another character's last place if a character goes to them", async () => {
    const text = "Anna stood in the garden. Tom walked into the kitchen. Tom ate. He went to Anna.";
    expect((await read(text, "en")).places).toEqual(["garden", "kitchen", "kitchen", "garden"]);
  });

  it.each([
    ["en", "Tom sat in the kitchen. He walked towards the castle.", ["kitchen", "road"]],
    ["ja", "太郎は工場にいた。太郎は家へ帰って行った。", ["工場", "road"]],
  ] as const)("is a road while a character is on the way (%s): %s", async (language, text, places) => {
    expect((await read(text, language)).places).toEqual(places);
  });

  it("applies back to the first sentences of a scene", async () => {
    expect((await read("Tom sneezed. He sat in the kitchen.", "en")).places).toEqual(["kitchen", "kitchen"]);
    expect((await read("太郎はくしゃみをした。太郎は台所に座っていた。", "ja")).places).toEqual([
      "台所",
      "台所",
    ]);
  });

  it("is the same when a character returns to it", async () => {
    const { all } = await read(
      "Tom sat in the kitchen. He went into the garden. He came back to the kitchen.",
      "en",
    );
    expect(all[2]?.place.value).toBe(all[0]?.place.value);
    expect(all[1]?.place.value).not.toBe(all[0]?.place.value);
  });

  it("is a new one if the text says so", async () => {
    const { all } = await read("太郎は部屋にいた。太郎は次の部屋に入った。", "ja");
    expect(all[1]?.place.value).not.toBe(all[0]?.place.value);
  });

  it("is unknown after a character leaves for an unnamed place", async () => {
    expect((await read("Tom sat in the kitchen. He ran out of the house.", "en")).places[1]).toBe("?");
    expect((await read("太郎は台所にいた。太郎は外に飛び出した。", "ja")).places[1]).toBe("?");
  });

  it("is uncertain after a break", async () => {
    const { places, all } = await read("Tom sat in the kitchen.\n\n* * *\n\nTom sneezed.", "en");
    expect(places).toEqual(["kitchen", "?"]);
    expect(all[1]?.jump).toBe(true);
  });

  it("is unknown if no clause states it", async () => {
    const { places, hours } = await read("Tom sneezed. He laughed.", "en");
    expect(places).toEqual(["?", "?"]);
    expect(hours).toEqual(["?", "?"]);
  });

  it("has the condition and the landmarks that the text states", async () => {
    const { settings } = await read("Tom walked into a dark old barn. He sat at the door of the barn.", "en");
    expect(settings.places[0]).toMatchObject({ kind: "barn", state: "dark, old", landmarks: ["door"] });
  });
});

describe("the hour of a sentence", () => {
  it.each([
    ["en", "In the evening Tom came home. He was tired.", ["dusk", "dusk"]],
    ["en", "At ten o'clock at night Tom came home.", ["night"]],
    ["en", "The moon shone on the roof.", ["night"]],
    ["en", "Tom came home in the evening. The next morning he got up.", ["dusk", "day"]],
    ["en", "After that, every evening, Tom swam in the river.", ["dusk"]],
    ["en", "Tom slept all night.", ["?"]],
    ["en", "Her face was like a winter night.", ["?"]],
    ["ja", "夕方、太郎は家に帰った。太郎は疲れていた。", ["dusk", "dusk"]],
    ["ja", "夜になった。", ["night"]],
    ["ja", "月が出た。", ["night"]],
    ["ja", "夜が明けた。", ["dawn"]],
    ["ja", "部屋は昼間のように明るかった。", ["?"]],
  ] as const)("is the stated hour (%s): %s", async (language, text, hours) => {
    expect((await read(text, language)).hours).toEqual(hours);
  });

  it.each([
    ["en", "Tom sneezed. He laughed. He sang. Then the dawn came.", ["night", "night", "night", "dawn"]],
    ["ja", "太郎は笑った。太郎は歌った。夜が明けた。", ["night", "night", "dawn"]],
    ["ja", "太郎は朝御飯を食べた。", ["day"]],
    ["en", "Tom sneezed. By morning the snow had stopped.", ["night", "day"]],
  ] as const)("is inferred from a coming hour or a meal (%s): %s", async (language, text, hours) => {
    expect((await read(text, language)).hours).toEqual(hours);
  });

  it("ends when an unnarrated time passes", async () => {
    expect((await read("It was night. Three days later Tom came home.", "en")).hours[1]).toBe("?");
    expect((await read("夜になった。ある日、太郎は笑った。", "ja")).hours[1]).toBe("?");
  });
});

describe("the weather of a sentence", () => {
  it.each([
    ["en", "Snow was falling on the harbour. Tom shivered.", ["snow", "snow"]],
    ["en", "Tom ran through the rain.", ["rain"]],
    ["en", "There was no rain.", ["?"]],
    ["ja", "雨が降っていた。太郎は走った。", ["rain", "rain"]],
    ["ja", "夕立だった。", ["rain"]],
    ["ja", "雨が降っていた。雨はやんだ。", ["rain", "?"]],
    ["en", "Mina built a snowman. A wind blew.", ["snow", "snow"]],
    ["en", "Rain fell. Then the rain had stopped. Mina poured the tea.", ["rain", "?", "?"]],
    ["ja", "雪の降る夜、太郎は橋を渡った。", ["snow"]],
    ["en", "Tom sat in the yard. “It is raining,” he said.", ["rain", "rain", "rain"]],
    ["en", "Tom sat in the yard. “It was raining,” he said.", ["?", "?", "?"]],
  ] as const)("is the stated weather (%s): %s", async (language, text, weather) => {
    expect((await read(text, language)).weather).toEqual(weather);
  });
});

describe("crafted texts", () => {
  it.each([
    ["Japanese", "太郎は森の中の家の前の道に入った。".repeat(2_000)],
    ["one sentence", `Tom went ${"to the barn and ".repeat(2_500)}home.`],
    ["many places", "Tom walked into the barn. ".repeat(1_800)],
    ["many owners", Array.from({ length: 1_500 }, (_, at) => `He sat in Tom${at}'s house.`).join(" ")],
    ["nothing but nouns", "barn ".repeat(9_000)],
  ])(
    "take less than 3 s of CPU time: %s",
    async (_, text) => {
      const story = await readStory(segmentStory(text, text.startsWith("太") ? "ja" : "en"));
      const people = findPeople(story);
      const before = process.cpuUsage();
      findSettings(story, people);
      expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
    },
    60_000,
  );
});
