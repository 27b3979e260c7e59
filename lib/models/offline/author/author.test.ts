import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { segmentStory } from "../../../manga/segment.ts";
import { TerminalError } from "../../../pipeline/errors.ts";
import { offlineAuthor } from "./author.ts";
import { difference } from "./cast.ts";
import { CORPUS_EN } from "./speakers-corpus-en.ts";
import { CORPUS_JA } from "./speakers-corpus-ja.ts";
import { adapt } from "./stories/adapt.ts";
import { expectPeopled, expectVaried, expectWhole, panelsOf } from "./stories/expectations.ts";

const signal = new AbortController().signal;

const example = (name: string) =>
  readFileSync(new URL(`../../../../examples/${name}`, import.meta.url), "utf8");
const plain = (text: string) => text.replaceAll(/⟦[^⟧]*⟧/gu, "");

describe("the offline author", () => {
  it("adapts the Japanese sample", async () => {
    const book = await adapt(example("amayadori-no-tokeiya.txt"), "ja");
    expectWhole(book);
    expectVaried(book);
    expectPeopled(book);
    const { concept, plot, cast } = book;
    expect(concept.title).toBe("雨やどりの時計屋");
    expect(concept.people.map(({ name, kind, age }) => [name, kind, age])).toEqual([
      ["ハル", "human", "teen"],
      ["老人", "human", "elder"],
      ["黒猫", "cat", "adult"],
    ]);
    expect(concept.pages).toBeGreaterThanOrEqual(5);
    expect(concept.pages).toBeLessThanOrEqual(6);
    expect(plot.scenes.map(({ place, hour, weather }) => [place.kind, hour, weather])).toEqual([
      ["street", "dusk", "rain"],
      ["alley", "dusk", "rain"],
      ["shop", "dusk", "rain"],
      ["street", "dusk", "clear"],
    ]);
    expect(concept.people[2]?.aliases).toContain("スミ");
    const said = plot.pages.flatMap(({ beats }) => beats.flatMap(({ lines }) => lines));
    expect(
      [
        "えっ、鍵？",
        "待って！",
        "……ああ、お入り",
        "ありがとう、お嬢さん",
        "わたしじゃないよ。この子だよ",
      ].map(
        (line) =>
          concept.people.find(({ id }) => id === said.find(({ text }) => text === line)?.speaker)?.name,
      ),
    ).toEqual(["ハル", "ハル", "老人", "老人", "ハル"]);
    const peak = panelsOf(book).find(({ weight }) => weight === 5);
    expect(peak?.words.sounds.map(({ text }) => text)).toContain("ゴーン");
    expect(peak?.picture.figures.length).toBe(3);
    expect(cast.characters[0]?.clothes.top).toBe("sailor");
    expect(cast.characters[1]).toMatchObject({ beard: "full", glasses: true });
    expect(cast.characters[2]?.hair.fill).toBe("black");
    const sounds = plot.pages.flatMap(({ beats }) =>
      beats.flatMap((beat) => beat.sounds.map(({ text }) => text)),
    );
    expect(sounds).toEqual(expect.arrayContaining(["ザーッ", "チリン", "ことん", "カチリ", "ゴーン"]));
  });

  it("adapts the English sample", async () => {
    const book = await adapt(example("the-last-loaf.txt"), "en");
    expectWhole(book);
    expectVaried(book);
    expectPeopled(book);
    const { concept, plot, cast } = book;
    expect(concept.title).toBe("The Last Loaf");
    expect(concept.people.map(({ name, kind }) => [name, kind])).toEqual([
      ["Nell", "human"],
      ["The old man", "human"],
      ["The gull", "bird"],
    ]);
    expect(concept.pages).toBeGreaterThanOrEqual(5);
    expect(concept.pages).toBeLessThanOrEqual(6);
    expect(plot.scenes.map(({ place }) => place.kind)).toEqual(
      expect.arrayContaining(["shore", "street", "lighthouse"]),
    );
    expect(plot.scenes[0]).toMatchObject({ weather: "snow", season: "winter", hour: "night" });
    expect(concept.people[2]?.aliases).toContain("Admiral");
    expect(panelsOf(book).find(({ weight }) => weight === 5)?.picture.scene.place.kind).toBe("lighthouse");
    expect(cast.characters[0]?.hair.style).toBe("curly");
    expect(cast.characters[1]?.beard).toBe("full");
  });

  it.each([
    ...CORPUS_JA.map((story) => ({ ...story, language: "ja" as const })),
    ...CORPUS_EN.map((story) => ({ ...story, language: "en" as const })),
  ])("keeps every line of a story in order ($language, $genre)", async ({ text, language }) => {
    const book = await adapt(plain(text), language);
    expectWhole(book);
    expectVaried(book);
  });

  it("still finds people whom an editor has renamed", async () => {
    const author = offlineAuthor();
    const story = segmentStory(example("amayadori-no-tokeiya.txt"), "ja");
    const brief = { seed: 1, direction: "rtl" as const, style: "shonen" };
    const concept = (await author.read("concept", { story, brief }, signal)).output;
    const renamed = {
      ...concept,
      people: concept.people.map((person) =>
        person.name === "老人" ? { ...person, name: "源じい" } : person,
      ),
    };
    const before = (await author.read("plot", { story, brief, concept }, signal)).output;
    const after = (await author.read("plot", { story, brief, concept: renamed }, signal)).output;
    expect(after).toEqual(before);
  });

  it("is the same for the same seed, and another plot, staging and looks for others", async () => {
    const text = example("the-last-loaf.txt");
    const [one, again] = [await adapt(text, "en"), await adapt(text, "en")];
    expect(again).toEqual(one);
    const plots = new Set<string>();
    for (const seed of [8, 9, 10, 11]) {
      const other = await adapt(text, "en", { seed });
      expectWhole(other);
      expectVaried(other);
      expectPeopled(other);
      expect(other.boards).not.toEqual(one.boards);
      expect(other.cast).not.toEqual(one.cast);
      plots.add(JSON.stringify(other.plot.pages));
    }
    expect(plots.size).toBeGreaterThan(1);
  });

  it("draws a cast in which no two look alike", async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const { cast } = await adapt(plain(CORPUS_JA[0]?.text ?? ""), "ja", { seed });
      for (const [index, one] of cast.characters.entries()) {
        for (const other of cast.characters.slice(index + 1))
          expect(difference(one, other)).toBeGreaterThan(5);
      }
    }
  });

  it("refuses what it cannot read, with the reason", async () => {
    const author = offlineAuthor();
    const brief = { seed: 1, direction: "ltr" as const, style: "shonen" };
    const story = segmentStory(
      "Le chat est sur la table et il mange du poisson avec du pain dans la cuisine.",
      "en",
    );
    await expect(author.read("concept", { story, brief }, signal)).rejects.toThrow(TerminalError);
    await expect(author.read("concept", { story, brief }, signal)).rejects.toThrow(/does not translate/u);
    await expect(
      author.read("concept", { story, brief }, AbortSignal.abort(new Error("cancelled"))),
    ).rejects.toThrow("cancelled");
  });
});
