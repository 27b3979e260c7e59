// What is never left to a model: lines, speakers, places and the number of pages, and which answers are sent back.
import { describe, expect, it } from "vitest";
import type { Plot } from "../../manga/plot.ts";
import type { StoryboardDraft } from "../../manga/storyboard.ts";
import { adapt, lastWords } from "./adapted-story.ts";
import { scriptedModel } from "./scripted-model.ts";
import { hostedWriter } from "./writer.ts";

const signal = new AbortController().signal;

describe("what code keeps out of a model's hands", () => {
  it("copies every line from the story and works out what was left out", async () => {
    const { inputs, outputs } = await adapt("ja");
    const dropped = outputs.plot.pages[0]?.beats[0]?.units ?? [];
    const pages = outputs.plot.pages.map((page) => ({
      ...page,
      beats: page.beats.map((beat) => ({
        ...beat,
        units: beat.units.filter((id) => !dropped.includes(id)),
        lines: beat.lines
          .filter(({ unit }) => !dropped.includes(unit))
          .map((line) => ({ ...line, text: "ignored" })),
      })),
    }));
    const model = scriptedModel("m", [
      { text: JSON.stringify({ ...outputs.plot, pages, leftOut: ["u9999"] }) },
    ]);
    const { output } = await hostedWriter("w", [model]).write("plot", inputs.plot, signal);
    expect(output.leftOut).toEqual(dropped);
    const lines = output.pages.flatMap(({ beats }) => beats.flatMap((beat) => beat.lines));
    for (const { unit, text } of lines) {
      expect(text).toBe(inputs.plot.story.units.find(({ id }) => id === unit)?.text);
    }
  });

  it("never buys more pages than the story can fill, and keeps to the pages that were asked for", async () => {
    const { inputs, outputs } = await adapt("ja");
    const answer = { text: JSON.stringify({ ...outputs.concept, pages: 100 }) };
    const { story, brief } = inputs.concept;
    const writer = hostedWriter("w", [scriptedModel("m", [answer])]);
    const free = await writer.write("concept", { story, brief: { ...brief, pages: undefined } }, signal);
    expect(free.output.pages).toBeLessThanOrEqual(4);
    expect((await writer.write("concept", { story, brief }, signal)).output.pages).toBe(2);
  });

  const plotFaults: [string, (plot: Plot) => void, RegExp][] = [
    [
      "a page too many",
      (plot) => plot.pages.push(...plot.pages.slice(0, 1)),
      /pages: there must be 2, not 3/,
    ],
    ["a unit that is not there", (plot) => first(plot).units.push("u0999"), /no unit u0999/],
    ["a unit twice", (plot) => first(plot).units.push(...first(plot).units), /twice, or out of order/],
    [
      "a person that nobody knows",
      (plot) => first(plot).people.push({ character: "c99", pose: "stand", expression: "calm" }),
      /no c99/,
    ],
    [
      "an endless caption",
      (plot) => Object.assign(first(plot), { caption: "長".repeat(400) }),
      /longer than 120/,
    ],
    ["a scene that is not there", (plot) => Object.assign(first(plot), { scene: "s99" }), /no scene s99/],
    [
      "a mute speech",
      (plot) => {
        for (const { beats } of plot.pages) for (const beat of beats) beat.lines = [];
      },
      /nobody says the speech/,
    ],
  ];
  it.each(plotFaults)("does not take a plot with %s", async (_what, spoil, told) => {
    const { inputs, outputs } = await adapt("ja");
    const spoilt = structuredClone(outputs.plot);
    spoil(spoilt);
    const model = scriptedModel("m", [
      { text: JSON.stringify(spoilt) },
      { text: JSON.stringify(outputs.plot) },
    ]);
    await hostedWriter("w", [model]).write("plot", inputs.plot, signal);
    expect(lastWords(model)).toMatch(told);
  });

  const boardFaults: [string, (board: StoryboardDraft) => void, RegExp][] = [
    [
      "a line that was changed",
      ({ panels }) => {
        for (const { words } of panels) {
          for (const word of words.texts) if (word.kind === "balloon") word.text = "ちがうせりふ";
        }
      },
      /must be said whole and unchanged/,
    ],
    ["a stranger", ({ panels }) => void panels[0]?.words.texts.push(stranger()), /no c99 among the people/],
    ["a beat that no panel tells", ({ panels }) => void panels.pop(), /no panel tells/],
  ];
  it.each(boardFaults)("does not take a storyboard with %s", async (_what, spoil, told) => {
    const { inputs, outputs } = await adapt("ja");
    const spoilt = structuredClone(outputs.storyboard);
    spoil(spoilt);
    const good = { text: JSON.stringify(outputs.storyboard) };
    const model = scriptedModel("m", [{ text: JSON.stringify(spoilt) }, good]);
    await hostedWriter("w", [model]).write("storyboard", inputs.storyboard, signal);
    expect(lastWords(model)).toMatch(told);
  });

  it("takes setting and hour of every panel from the plot, and speakers too", async () => {
    const { inputs, outputs } = await adapt("ja");
    const spoilt = structuredClone(outputs.storyboard);
    for (const { picture, words } of spoilt.panels) {
      picture.scene.hour = "day";
      for (const word of words.texts) word.speaker = null;
    }
    const model = scriptedModel("m", [{ text: JSON.stringify(spoilt) }]);
    const { output } = await hostedWriter("w", [model]).write("storyboard", inputs.storyboard, signal);
    const hours = new Map(inputs.storyboard.plot.scenes.map(({ id, hour }) => [id, hour]));
    for (const { picture } of output.panels) expect(picture.scene.hour).toBe(hours.get(picture.scene.id));
    const balloons = output.panels.flatMap(({ words }) =>
      words.texts.filter(({ kind }) => kind === "balloon"),
    );
    expect(balloons.some(({ speaker }) => speaker !== null)).toBe(true);
  });
});

function first(plot: Plot): Plot["pages"][number]["beats"][number] {
  const beat = plot.pages[0]?.beats[0];
  if (beat === undefined) throw new RangeError("the plot has no beat");
  return beat;
}

function stranger(): StoryboardDraft["panels"][number]["words"]["texts"][number] {
  return {
    ...{ id: "w9", unit: null, kind: "balloon", voice: "speech", speaker: "c99", guessed: false },
    ...{ text: "だれ", ruby: [] },
  };
}
