import { expect, it } from "vitest";
import type { Beat, Plot } from "../../../manga/plot.ts";
import { placeLike, sceneFor, withoutScene } from "./plot.ts";

const place = (id: string, kind: string, name: string) => ({ id, kind, name, landmarks: [], look: 7 });
const scene = (id: string, at: string): Plot["scenes"][number] => ({
  ...{ id, place: at, hour: "day", weather: "clear", season: "spring", mood: "neutral", people: [] },
});
const beat = (id: string, of: string, units: string[]): Beat => ({
  ...{ id, scene: of, kind: "action", units, figures: [], things: [], lines: [], caption: "" },
  ...{ sounds: [], effects: [], action: id, weight: 3 },
});
const plot: Plot = {
  places: [place("l1", "station", "駅"), place("l2", "corridor", "宇宙ステーションの廊下")],
  scenes: [scene("s1", "l1"), scene("s2", "l2")],
  pages: [
    {
      ...{ number: 1, spread: false, hook: false },
      beats: [beat("b1", "s1", ["u1"]), beat("b2", "s2", ["u2"])],
    },
  ],
  leftOut: [],
};

it("a place of the same kind and name is reused", () => {
  expect(placeLike(plot.places, { kind: "station", name: "駅" })).toBe(plot.places[0]);
});

it("another place gets the next free id", () => {
  const beach = placeLike(plot.places, { kind: "black sand beach", name: "" });
  expect(beach).toMatchObject({ id: "l3", kind: "black sand beach", name: "", landmarks: [] });
});

it("a scene is found by the shortened name of its place", () => {
  const asked = { number: undefined, page: undefined };
  expect(sceneFor(plot, { ...asked, said: "廊下の場面を外して" })).toBe("s2");
  expect(sceneFor(plot, { ...asked, said: "海の場面を外して" })).toBeUndefined();
});

it("removing a scene removes its beats, and its place if no other scene uses it", () => {
  const left = withoutScene(plot, "s2");
  expect(left.places.map(({ id }) => id)).toEqual(["l1"]);
  expect(left.pages[0]?.beats.map(({ id }) => id)).toEqual(["b1"]);
  expect(left.leftOut).toEqual(["u2"]);
});
