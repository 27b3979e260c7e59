// Characters, a place and picture requests for the tests of picture prompts.
import type { Character } from "../../manga/cast.ts";
import type { Place } from "../../manga/place.ts";
import type { Figure } from "../../manga/storyboard.ts";
import type { Style } from "../../manga/style.ts";
import type { PanelRequest, Sent } from "../artist.ts";

export const PLAIN_STYLE: Style = {
  ...{
    preset: "shonen",
    medium: "ink and screen tone",
    line: "bold, of varying width",
    tone: "crisp screen tone",
  },
  ...{ eyes: "large", backgrounds: "detailed", blacks: "heavy", palette: "warm and muted" },
};

export const MINA: Character = {
  ...{ id: "c1", name: "Mina", kind: "human", age: "14", sex: "female", build: "slim", look: 1 },
  ...{ face: "round", eyes: "grey", hair: "black bob", height: "a head shorter than Otto" },
  ...{ marks: ["scar on the chin", "long legs"], accessories: ["glasses"], constant: "The red scarf." },
  outfits: [
    { id: "o1", worn: ["grey coat", "dark skirt", "straw hat"], scenes: [] },
    { id: "o2", worn: ["white nightgown"], scenes: ["s2"] },
  ],
  description: "A slender girl with freckles, and a red scarf",
};
export const OTTO: Character = {
  ...{ id: "c2", name: 'Otto "the Bear"', kind: "human", age: "72", sex: "male", build: "broad", look: 1 },
  ...{ hair: "white", beard: "full", marks: ["anchor tattoo"], accessories: [] },
  outfits: [{ id: "o1", worn: ["dark jacket", "sword at the hip"], scenes: [] }],
  description: "An old sailor, broad as a door",
};
export const CAMEL: Character = {
  ...{ id: "c3", name: "Kuro", kind: "camel", age: "adult", sex: "unknown", hair: "sandy", look: 1 },
  ...{ marks: ["one torn ear"], accessories: [] },
  outfits: [{ id: "o1", worn: ["red saddle"], scenes: [] }],
  description: "赤い鞍の駱駝",
};
export const figure: Figure = {
  ...{
    character: "c1",
    doing: "reaches out",
    posture: "on tiptoe",
    feeling: "worried",
    gaze: "c2",
    to: "c2",
  },
  hands: [
    { what: "umbrella", how: "over the head" },
    { what: "letter", how: "kept" },
  ],
  ...{ where: ["at a table"], face: ["eyes shut"], view: "front", facing: "left", side: 0.7, depth: 0 },
};
export const STATION: Place = {
  ...{ id: "l1", name: 'the "Old Pier"', kind: "station", culture: "Western", state: "run-down", look: 1 },
  ...{ floor: "wet planks", layout: "A hall with two benches.", light: { dusk: "a single lamp" } },
  landmarks: [{ what: "clock over the door", side: "left" }, { what: "stairs" }],
};
export const PANEL: PanelRequest = {
  ...{ kind: "panel", style: PLAIN_STYLE, width: 700, height: 500, seed: 11, references: [] },
  picture: {
    ...{ scene: "s1", place: "l1", hour: "dusk", weather: "rain", season: "autumn", mood: "lonely" },
    ...{ shot: "half", angle: "low", effects: ["speed lines"], sounds: ["CLANG"] },
    figures: [
      figure,
      {
        ...{ character: "c2", doing: "pulls", feeling: "calm", hands: [{ what: "cart", how: "pushed" }] },
        ...{ gaze: "away", seat: "barrel", leads: "camel", without: ["sword"], depth: 1, side: 0.7 },
        ...{ speaks: true, view: "back", facing: "left" },
      },
    ],
    things: [
      { what: "oar", count: 2, where: "on the sill", how: "lies", state: "cracked" },
      { what: "lamp", whose: "c1" },
      { what: "ring", near: true },
    ],
    ground: "mud",
    action: 'Mina cries "Stop!" and catches\nthe bloody sailor.',
    emptyZone: { tenths: 3, where: "top right" },
  },
  place: STATION,
  cast: [MINA, OTTO],
};
export const sent = (role: Sent["role"], of?: string): Sent => ({
  ...{ role, bytes: new Uint8Array([1]), contentType: "image/png" },
  ...(of !== undefined && { of }),
});
export const SHEET = { style: PLAIN_STYLE, width: 1600, height: 900, seed: 1 };
