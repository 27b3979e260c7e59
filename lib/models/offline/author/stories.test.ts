// Twelve stories of many kinds, each adapted whole: complete books, settings as their words name them, nobody lost.
import { describe, expect, it } from "vitest";
import { offlineAuthor } from "./author.ts";
import { type Adapted, adapt } from "./stories/adapt.ts";
import { read, STORIES } from "./stories/labelled.ts";
import { longStory } from "./stories/long-story.ts";
import { readBook, settingOf } from "./stories/read-book.ts";
import { readClosed } from "./stories/read-closed.ts";

const signal = new AbortController().signal;

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

/** Everybody whom a page speaks of is in a picture of it; a voice in somebody's memory is not. */
function expectInSight({ concept, plot, boards }: Adapted): void {
  for (const [index, { panels }] of boards.entries()) {
    const seen = new Set(panels.flatMap(({ picture }) => picture.figures.map(({ character }) => character)));
    const named = new Set(
      plot.pages[index]?.beats.flatMap(({ figures, lines, action }) => [
        ...figures.map(({ character }) => character),
        ...(/voice in \w+['’]s memory/u.test(action) ? [] : lines.flatMap(({ speaker }) => speaker ?? [])),
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
    const text = read({ name: "quarrel", language: "en" });
    const { story, concept } = await adapt(text, "en");
    const brief = { seed: 7, direction: "ltr" as const, style: "manga" };
    const { characters } = (await offlineAuthor().read("characters", { story, brief, concept }, signal))
      .output;
    expect(concept.title).toBe("The Red Bicycle");
    expect(characters.find(({ name }) => name === "Mina")).toMatchObject({
      age: "teen",
      accessories: ["glasses"],
      hair: "short, black",
    });
    expect(characters.find(({ name }) => name === "Leo")).toMatchObject({
      age: "teen",
      hair: expect.stringMatching(/^curly, /u),
      outfits: [{ worn: expect.arrayContaining([expect.stringMatching(/ hoodie$/u)]) }],
    });
  });

  it("have the places and hours that their words name", async () => {
    const wrong: string[] = [];
    let right = 0;
    for (const labelled of STORIES) {
      const { story, plot } = await readBook(read(labelled), labelled.language);
      for (const [words, place, hour, weather = "-"] of labelled.settings) {
        const unit = story.units.find(({ text }) => text.includes(words));
        const beat = plot.pages
          .flatMap(({ beats }) => beats)
          .find(({ units }) => units.includes(unit?.id ?? ""));
        const scene = settingOf(plot, beat?.scene);
        const found = [
          place === "-" || scene?.kind === place,
          hour === "-" || scene?.hour === hour,
          weather === "-" || scene?.weather === weather,
        ];
        if (found.every(Boolean)) right += 1;
        else
          wrong.push(
            `${words}: ${scene?.kind} ${scene?.hour} ${scene?.weather}, not ${place} ${hour} ${weather}`,
          );
      }
    }
    expect(wrong.length / (right + wrong.length), wrong.join("\n")).toBeLessThanOrEqual(0.01);
  });

  it("dress everybody for the days of samurai", async () => {
    const text = read({ name: "period", language: "ja" });
    for (let seed = 0; seed < 4; seed += 1) {
      const { characters } = (await readClosed(text, "ja", { seed })).cast;
      expect(characters.map(({ clothes }) => clothes.top)).toEqual(["kimono", "kimono"]);
    }
  });

  it.each(STORIES)("$name is staged another way for another seed, as completely", async (labelled) => {
    const text = read(labelled);
    const one = await adapt(text, labelled.language, { seed: 1 });
    const others = [
      await adapt(text, labelled.language, { seed: 2 }),
      await adapt(text, labelled.language, { seed: 3 }),
    ];
    for (const other of others) {
      expectComplete(other);
      expectInSight(other);
    }
    // A story of one page has few other ways.
    expect(others.map(({ boards }) => boards)).not.toEqual([one.boards, one.boards]);
  });

  it("holds 20,000 characters, its people and settings to the end", { timeout: 60_000 }, async () => {
    const text = longStory(20_000);
    expect(text.length).toBeGreaterThanOrEqual(20_000);
    const book = await adapt(text, "en");
    expectComplete(book);
    expectInSight(book);
    expect(book.concept.people.map(({ name }) => name)).toEqual(expect.arrayContaining(["Wren", "Otto"]));
  });
});
