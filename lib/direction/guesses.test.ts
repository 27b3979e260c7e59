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

/** A page with one beat of each kind; everything named in `guessed` is a guess. */
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

describe("what is guessed", () => {
  it("changes nothing where nothing is guessed", () => {
    expect(pageOf({ guessed: [] })).toEqual(pageOf({}));
    expect(pageOf({}).every(({ picture }) => picture.guessed === undefined)).toBe(true);
  });

  it("shows people who may be others from behind or far off, and no near face or hand of theirs", () => {
    const panels = pageOf({ guessed: ["who"], lines: [] });
    for (const { picture } of panels) {
      expect(picture.guessed).toEqual(["who"]);
      expect(["half", "full", "long", "establishing"]).toContain(picture.shot);
      expect(picture.figures.map(({ view }) => view)).toEqual(["back"]);
    }
  });

  it("shows who surely says the panel's line as anybody else", () => {
    const panels = pageOf({ guessed: ["who"] });
    expect(panels.some(({ picture }) => picture.figures.some(({ view }) => view !== "back"))).toBe(true);
  });

  it("leaves a guessed line without speaker and tail, and the mouth closed", () => {
    const lines = [line("c1", "Who is there?", { guessed: true })];
    for (const { picture, words } of pageOf({ guessed: ["speaker"], lines })) {
      expect(words.texts.map(({ speaker }) => speaker)).toEqual([null]);
      expect(picture.figures.some(({ speaks }) => speaks)).toBe(false);
      expect(picture.guessed).toEqual(["speaker"]);
    }
  });

  it("keeps the speaker of a line that the text tells, and then says nothing of a guess", () => {
    const [panel] = pageOf({ guessed: ["speaker"] });
    expect(panel?.words.texts.map(({ speaker }) => speaker)).toEqual(["c1"]);
    expect(panel?.picture.guessed).toBeUndefined();
  });

  it("lets people stand with empty hands where their deed is guessed, but leaves them where they are", () => {
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

  it("is by plain day, without what stands about, where hour and place are guessed", () => {
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

  it("stages a place that nothing tells as one that is guessed, and does not call it a guess", () => {
    const standing = [{ what: "harp" }];
    const plot = plotOf([KINDS.map((kind, index) => beat(`b${index + 1}`, { kind, standing }))]);
    const untold = { ...plot, places: plot.places.map((one) => ({ ...one, kind: PLAIN_PLACE })) };
    const { panels } = drawStoryboard(inputOf(untold, people));
    expect(panels.flatMap(({ picture }) => picture.things)).toEqual([]);
    expect(panels.flatMap(({ picture }) => picture.guessed ?? [])).toEqual([]);
  });

  it("says of a panel without anybody that nobody in it is guessed", () => {
    const panels = pageOf({ guessed: ["who", "deed", "hour"], figures: [], lines: [] });
    for (const { picture } of panels) expect(picture.guessed).toEqual(["hour"]);
  });
});
