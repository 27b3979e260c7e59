// How the twelve stories are staged: peaks, silences, sides, page turns, and who says what nobody is named for.
import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import { inPairs } from "../../../manga/turns.ts";
import { adapt } from "./stories/adapt.ts";
import { read, STORIES } from "./stories/labelled.ts";
import { SPEAKERS } from "./stories/labelled-lines.ts";
import { longStory } from "./stories/long-story.ts";

const LONG = { name: "long", language: "en" as const, text: longStory(6_000) };

describe("the offline author's own stories", () => {
  it("have one peak each, as large as a panel can be, and now and then a silence before it", async () => {
    let silences = 0;
    for (const labelled of STORIES) {
      const { plot, boards } = await adapt(read(labelled), labelled.language);
      const beats = plot.pages.flatMap((page) => page.beats);
      expect(beats.filter(({ weight }) => weight === 5).length, labelled.name).toBe(1);
      expect(boards.flatMap(({ panels }) => panels).some(({ weight }) => weight === 5)).toBe(true);
      const before = beats[beats.findIndex(({ weight }) => weight === 5) - 1];
      if (before?.units.length === 0) {
        silences += 1;
        expect(before.figures.length, labelled.name).toBe(1);
      }
    }
    expect(silences).toBeGreaterThanOrEqual(2);
  });

  it("end on a face that has understood only where the story is eerie, not one scene of many", async () => {
    const last = async (name: string, language: Language) =>
      (await adapt(read({ name, language }), language)).plot.pages
        .at(-1)
        ?.beats.at(-1)
        ?.figures.map(({ feeling }) => feeling);
    expect(await last("horror", "ja")).toEqual(["shocked"]);
    expect(await last("long", "en")).not.toContain("shocked");
  });

  it("keep people on their sides through a scene", async () => {
    for (const text of [...STORIES.map((labelled) => ({ ...labelled, text: read(labelled) })), LONG]) {
      const { boards } = await adapt(text.text, text.language);
      const sides = new Map<string, number>();
      for (const { picture } of boards.flatMap(({ panels }) => panels)) {
        for (const a of picture.figures) {
          for (const b of picture.figures.filter(({ character }) => character > a.character)) {
            const pair = `${text.name} ${picture.scene} ${a.character} ${b.character}`;
            const side = Math.sign(a.side - b.side);
            expect(sides.get(pair) ?? side, pair).toBe(side);
            sides.set(pair, side);
          }
        }
      }
    }
  });

  it("mostly end a page that is turned on something that wants to be turned", async () => {
    let [hooks, turns] = [0, 0];
    for (const labelled of STORIES) {
      const { plot } = await adapt(read(labelled), labelled.language);
      const turned = plot.pages.filter(({ number }) => number % 2 === 1 && number < plot.pages.length);
      turns += turned.length;
      hooks += turned.filter(({ hook }) => hook).length;
    }
    expect(turns).toBeGreaterThan(5);
    expect(hooks / turns).toBeGreaterThanOrEqual(0.6);
  });

  it("put no more than eight balloons on a page", async () => {
    for (const labelled of STORIES) {
      const { boards } = await adapt(read(labelled), labelled.language);
      for (const [index, { panels }] of boards.entries()) {
        const balloons = panels.reduce((sum, { words: { texts } }) => {
          const pairs = inPairs(texts);
          return sum + texts.filter(({ kind }, at) => kind === "balloon" && pairs[at] !== true).length;
        }, 0);
        expect(balloons, `${labelled.name} ${index + 1}`).toBeLessThanOrEqual(8);
      }
    }
  });

  it("give lines that nobody is named for to those who say them", async () => {
    const wrong: string[] = [];
    for (const [name, words, speaker] of SPEAKERS) {
      const labelled = STORIES.find((story) => story.name === name);
      if (!labelled) throw new Error(`there is no story ${name}`);
      const { plot, concept } = await adapt(read(labelled), labelled.language);
      const line = plot.pages
        .flatMap(({ beats }) => beats.flatMap(({ lines }) => lines))
        .find(({ text }) => text.includes(words));
      const found = concept.people.find(({ id }) => id === line?.speaker)?.name ?? "nobody";
      if (found !== speaker) wrong.push(`${words}: ${found}, not ${speaker}`);
    }
    expect(wrong).toEqual([]);
  });

  it("look at a machine's face where its lamp is spoken of, not at a lamp", async () => {
    const { boards, concept } = await adapt(read({ name: "space", language: "en" }), "en");
    const last = boards.at(-1)?.panels.at(-1);
    const pip = concept.people.find(({ name }) => name === "Pip")?.id;
    expect(last?.picture.things).toEqual([]);
    expect(last?.picture.figures.map(({ character }) => character)).toContain(pip);
  });

  it("show the box out of which something mews, and nobody who says it", async () => {
    const { boards } = await adapt(read({ name: "talk", language: "ja" }), "ja");
    const panel = boards
      .flatMap(({ panels }) => panels)
      .find(({ words }) => words.texts.some(({ text }) => text === "にゃあ"));
    expect(panel?.picture).toMatchObject({ shot: "detail", figures: [], things: [{ what: "box" }] });
  });

  it("bring somebody in with what is told of them, after a look at the place", async () => {
    const { story, plot } = await adapt(read({ name: "comedy", language: "ja" }), "ja");
    const unit = story.units.find(({ text }) => text.includes("八十歳"))?.id ?? "";
    const beat = plot.pages.flatMap(({ beats }) => beats).find(({ units }) => units.includes(unit));
    expect(beat?.action).toContain("ベンチに座って");
    expect(beat?.figures.map(({ doing }) => doing)).toEqual(["sit"]);
  });

  it("caption what no picture shows, in the story's own words alone", async () => {
    const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
    const captions: string[] = [];
    for (const labelled of STORIES) {
      const { story, boards } = await adapt(read(labelled), labelled.language);
      const told = story.units.filter(({ kind }) => kind === "narration").map(({ text }) => bare(text));
      const own = boards
        .flatMap(({ panels }) => panels.flatMap(({ words }) => words.texts))
        .filter(({ kind }) => kind === "caption");
      for (const { text } of own) {
        const sentences = text.split(/(?<=[。！？」])|(?<=[.!?])\s+/u).map(bare);
        for (const sentence of sentences)
          expect(
            told.some((unit) => unit.includes(sentence)),
            text,
          ).toBe(true);
        captions.push(text);
      }
    }
    expect(captions.some((text) => text.includes("the moon fell into the pond"))).toBe(true);
    expect(captions.some((text) => text.includes("カメラを構えた"))).toBe(false);
    expect(captions.some((text) => text.includes("Mina stared"))).toBe(false);
  });
});
