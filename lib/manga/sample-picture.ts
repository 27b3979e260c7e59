// Pictures, figures and beats for tests, with required fields only; a test adds what it needs.
import type { Beat } from "./plot.ts";
import type { Figure, Picture } from "./storyboard.ts";

export const samplePicture = (change: Partial<Picture> = {}): Picture => ({
  ...{ scene: "s1", place: "l1", hour: "day", weather: "clear", season: "spring", mood: "neutral" },
  ...{ shot: "half", angle: "level", figures: [], things: [], effects: [], action: "", sounds: [] },
  emptyZone: { tenths: 0, where: "top" },
  ...change,
});

export const sampleFigure = (change: Partial<Figure> = {}): Figure => ({
  ...{ character: "c1", doing: "stand", feeling: "calm", hands: [], view: "front", facing: "left" },
  ...{ side: 0.5, depth: 0 },
  ...change,
});

export const sampleBeat = (change: Partial<Beat> = {}): Beat => ({
  ...{ id: "b1", scene: "s1", kind: "action", units: [], figures: [], lines: [], caption: "", sounds: [] },
  ...{ things: [], effects: [], action: "", weight: 3 },
  ...change,
});
