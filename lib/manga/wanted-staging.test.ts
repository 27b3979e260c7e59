import { describe, expect, it } from "vitest";
import type { Plot } from "./plot.ts";
import { inWantedStaging, placeLike, plotAsWanted } from "./wanted-staging.ts";

const station = { id: "l1", name: "駅", kind: "station", landmarks: [], look: 7 };
const forest = { id: "l4", name: "森", kind: "forest", landmarks: [], look: 8 };
const scene = {
  ...{ id: "s1", place: "l1", hour: "day", weather: "clear", season: "spring", mood: "sad" },
  people: [],
} as const satisfies Plot["scenes"][number];
const plot: Plot = {
  places: [station],
  scenes: [scene, { ...scene, id: "s2" }],
  pages: [],
  leftOut: [],
};

describe("a scene as it is wanted", () => {
  it("keeps what nobody said anything about, and its place", () => {
    expect(inWantedStaging(scene, { hour: "night", place: { kind: "forest", name: "" } })).toEqual({
      ...scene,
      hour: "night",
    });
  });

  it("takes another mood where its own gives way to it", () => {
    expect(inWantedStaging(scene, { mood: { is: "warm", strength: 0.5 } }).mood).toBe("warm");
    expect(inWantedStaging(scene, { mood: { is: "warm", strength: 0.2 } }).mood).toBe("sad");
  });
});

describe("a wanted place", () => {
  it("is the one of that kind and name, where there is one", () => {
    expect(placeLike([station, forest], { kind: "forest", name: "森" })).toBe(forest);
  });

  it("else is a new one with the next free id", () => {
    const place = placeLike([forest, station], { kind: "beach", name: "浜" });
    expect(place).toMatchObject({ id: "l5", kind: "beach", name: "浜", landmarks: [] });
  });

  it("is the one place of a plot, in which every scene plays", () => {
    const wanted = plotAsWanted(plot, { place: { kind: "forest", name: "森" }, hour: "dusk" });
    expect(wanted.places).toMatchObject([{ id: "l2", kind: "forest" }]);
    expect(wanted.scenes.map(({ place, hour }) => [place, hour])).toEqual([
      ["l2", "dusk"],
      ["l2", "dusk"],
    ]);
  });
});
