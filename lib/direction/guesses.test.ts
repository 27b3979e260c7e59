import { describe, expect, it } from "vitest";
import { PLAIN_PLACE } from "../manga/guesses.ts";
import type { Beat } from "../manga/plot.ts";
import { acting, beat, inputOf, line, person, plotOf } from "./sample-beats.ts";
import { drawStoryboard } from "./storyboard.ts";

const KINDS: readonly Beat["kind"][] = [
  "establish",
  "action",
  "dialogue",
  "reaction",
  "silence",
  "narration",
];
const people = [person("c1"), person("c2", { kind: "cat" })];

/** A page with one beat of each kind. `guessed` names the guessed facts. */
const pageOf = (change: Partial<Beat>) =>
  drawStoryboard(
    inputOf(
      plotOf([
        KINDS.map((kind, index) =>
          beat(`b${index + 1}`, {
            ...{ kind, figures: [acting("c1", { doing: "runs", hands: [{ what: "lamp" }] })] },
            lines: [line("c1", "Who is there?", { unit: `u000${index + 1}` })],
            ...change,
          }),
        ),
      ]),
      people,
    ),
  ).panels;

describe("a guessed fact", () => {
  it("changes nothing if the list of guesses is empty", () => {
    expect(pageOf({ guessed: [] })).toEqual(pageOf({}));
    expect(pageOf({}).every(({ picture }) => picture.guessed === undefined)).toBe(true);
  });

  it("of identity: people are shown from behind or far off, without a near face or hand", () => {
    const panels = pageOf({ guessed: ["who"], lines: [] });
    for (const { picture } of panels) {
      expect(picture.guessed).toEqual(["who"]);
      expect(["half", "full", "long", "establishing"]).toContain(picture.shot);
      expect(picture.figures.map(({ view }) => view)).toEqual(["back"]);
    }
  });

  it("of identity: a character who certainly says the panel's line is shown as usual", () => {
    const panels = pageOf({ guessed: ["who"] });
    expect(panels.some(({ picture }) => picture.figures.some(({ view }) => view !== "back"))).toBe(true);
  });

  it("of the speaker: the line has no speaker and no tail, and the mouth is closed", () => {
    const lines = [line("c1", "Who is there?", { guessed: true })];
    for (const { picture, words } of pageOf({ guessed: ["speaker"], lines })) {
      expect(words.texts.map(({ speaker }) => speaker)).toEqual([null]);
      expect(picture.figures.some(({ speaks }) => speaks)).toBe(false);
      expect(picture.guessed).toEqual(["speaker"]);
    }
  });

  it("of the speaker is not reported if the text states the line's speaker", () => {
    const [panel] = pageOf({ guessed: ["speaker"] });
    expect(panel?.words.texts.map(({ speaker }) => speaker)).toEqual(["c1"]);
    expect(panel?.picture.guessed).toBeUndefined();
  });

  it("of the action: people stand with empty hands, but keep their seats", () => {
    const told = acting("c1", {
      doing: "drinks",
      seat: "stool",
      where: ["at a table"],
      hands: [{ what: "cup" }],
    });
    const figures = [told, acting("c2", { doing: "leaps", hands: [{ what: "fish" }] })];
    for (const { picture } of pageOf({ guessed: ["deed"], figures, lines: [] })) {
      for (const { character, doing, hands } of picture.figures)
        expect([doing, hands]).toEqual([character === "c1" ? "sit" : "stand", []]);
    }
  });

  it("of place and hour: the picture has plain daylight and no standing things", () => {
    const plot = plotOf([
      [
        beat("b1", {
          ...{ kind: "establish", figures: [acting("c1")], light: "a candle" },
          ...{ standing: [{ what: "harp" }], guessed: ["place", "hour"] },
        }),
      ],
    ]);
    const night = { ...plot, scenes: plot.scenes.map((scene) => ({ ...scene, hour: "night" as const })) };
    const [panel] = drawStoryboard(inputOf(night, people)).panels;
    expect(panel?.picture).toMatchObject({ hour: "day", things: [], guessed: ["place", "hour"] });
    expect(panel?.picture.light).toBeUndefined();
  });

  it("is not reported for a place that the text does not state, which is staged like a guessed one", () => {
    const standing = [{ what: "harp" }];
    const plot = plotOf([KINDS.map((kind, index) => beat(`b${index + 1}`, { kind, standing }))]);
    const untold = { ...plot, places: plot.places.map((one) => ({ ...one, kind: PLAIN_PLACE })) };
    const { panels } = drawStoryboard(inputOf(untold, people));
    expect(panels.flatMap(({ picture }) => picture.things)).toEqual([]);
    expect(panels.flatMap(({ picture }) => picture.guessed ?? [])).toEqual([]);
  });

  it("of identity is not reported for a panel without people", () => {
    const panels = pageOf({ guessed: ["who", "deed", "hour"], figures: [], lines: [] });
    for (const { picture } of panels) expect(picture.guessed).toEqual(["hour"]);
  });
});
