// Beats, people and plots for the director's tests. Defaults: an adult, and a room by day.
import type { Person } from "../manga/concept.ts";
import type { Acting } from "../manga/moment.ts";
import type { Beat, Line, Plot } from "../manga/plot.ts";
import type { StoryboardInput } from "./page-to-draw.ts";

export const person = (id: string, change: Partial<Person> = {}): Person => ({
  ...{ id, name: id, aliases: [], kind: "human", age: "adult", sex: "female" },
  ...{ role: "support", notes: "" },
  ...change,
});

export const acting = (character: string, change: Partial<Acting> = {}): Acting => ({
  ...{ character, doing: "stand", feeling: "calm", hands: [] },
  ...change,
});

export const line = (speaker: string, text: string, change: Partial<Line> = {}): Line => ({
  ...{ unit: "u0001", speaker, text, ruby: [], guessed: false, voice: "speech" },
  ...change,
});

export const beat = (id: string, change: Partial<Beat> = {}): Beat => ({
  ...{ id, scene: "s1", kind: "action", units: [`u${id.slice(1).padStart(4, "0")}`] },
  ...{ figures: [], lines: [], caption: "", sounds: [], things: [], effects: [], action: "", weight: 2 },
  ...change,
});

export const plotOf = (pages: readonly Beat[][], change: Partial<Plot> = {}): Plot => ({
  places: [{ id: "l1", name: "", kind: "room", landmarks: [], look: 0 }],
  scenes: [
    {
      ...{ id: "s1", place: "l1", hour: "day", weather: "clear", season: "spring", mood: "neutral" },
      people: [],
    },
  ],
  pages: pages.map((beats, index) => ({ number: index + 1, spread: false, hook: false, beats })),
  leftOut: [],
  ...change,
});

export const inputOf = (
  plot: Plot,
  people: readonly Person[],
  change: Partial<Pick<StoryboardInput, "page" | "brief" | "cast">> = {},
): StoryboardInput => ({
  ...{
    plot,
    page: 1,
    concept: { people: [...people], language: "en" },
    cast: { characters: [] },
    brief: { direction: "ltr", seed: 7 },
  },
  ...change,
});
