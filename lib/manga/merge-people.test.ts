import { expect, it } from "vitest";
import { isNamed, withPeopleReplaced } from "./merge-people.ts";
import { sampleFigure, samplePicture } from "./sample-picture.ts";

const figure = (character: string, part: object = {}) => ({ ...sampleFigure(), character, ...part });

it("replaces one person by another in every figure, line and reference", () => {
  const panel = {
    picture: samplePicture({
      figures: [figure("c3", { gaze: "c2", carriedBy: "c2" }), figure("c2", { outfit: "o2", to: "c3" })],
      things: [{ what: "umbrella", whose: "c2" }],
    }),
    words: { texts: [{ id: "w1", speaker: "c2", text: "c2" }] },
  };
  const merged = withPeopleReplaced(panel, new Map([["c2", "c1"]]));
  expect(merged.picture.figures).toEqual([
    figure("c3", { gaze: "c1", carriedBy: "c1" }),
    figure("c1", { to: "c3" }),
  ]);
  expect(merged.picture.things).toEqual([{ what: "umbrella", whose: "c1" }]);
  expect(merged.words.texts).toEqual([{ id: "w1", speaker: "c1", text: "c2" }]);
  expect(isNamed(panel, "c2")).toBe(true);
  expect(isNamed(merged, "c2")).toBe(false);
});

it("keeps one figure of the two, without a gaze at itself", () => {
  const picture = samplePicture({ figures: [figure("c1", { gaze: "c2" }), figure("c2", { speaks: true })] });
  const { figures } = withPeopleReplaced(picture, new Map([["c2", "c1"]]));
  expect(figures).toEqual([figure("c1", { speaks: true })]);
  expect(figures[0]).not.toHaveProperty("gaze");
});

it("removes the figures and references of a person without a replacement", () => {
  const beat = {
    figures: [figure("c1", { leads: "c2" }), figure("c2")],
    lines: [{ speaker: "c2" }],
    people: ["c1", "c2"],
  };
  const without = withPeopleReplaced(beat, new Map([["c2", null]]));
  expect(without).toEqual({ figures: [figure("c1")], lines: [{ speaker: null }], people: ["c1"] });
});
