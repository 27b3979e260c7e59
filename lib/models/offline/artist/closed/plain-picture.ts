// A picture and a figure without told facts: the base of portraits and extras, and of tests.
import type { Figure, Picture } from "./storyboard.ts";
import { NOTHING_TOLD } from "./told.ts";

export const plainFigure = (character: string): Figure => ({
  ...{ character, pose: "stand", expression: "calm", view: "three-quarter", facing: "right" },
  ...{ at: 0.5, depth: 0, holds: null },
});

export const PLAIN_PICTURE: Picture = {
  ...{ shot: "half", angle: "level", figures: [], props: [], effects: [], told: NOTHING_TOLD, room: 0 },
  scene: {
    ...{ id: "s0", place: { kind: "abstract", name: "" }, hour: "day", weather: "clear" },
    ...{ season: "spring", mood: "neutral" },
  },
};
