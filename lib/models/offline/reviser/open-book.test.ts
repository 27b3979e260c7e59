// Wishes about a book that a model wrote, in words that no table has: changed parts stay valid for the schemas, and other parts stay
// unchanged.
import { expect, it } from "vitest";
import { type Cast, CastSchema } from "../../../manga/cast.ts";
import { type Concept, ConceptSchema } from "../../../manga/concept.ts";
import { type Plot, PlotSchema } from "../../../manga/plot.ts";
import { type Panel, type StoryboardPage, StoryboardPageSchema } from "../../../manga/storyboard.ts";
import type { SessionParams } from "../../../pipeline/params.ts";
import type { BookView, ResultChange, Wish } from "../../../pipeline/reviser.ts";
import type { WorkRef } from "../../../pipeline/step-kinds.ts";
import { offlineReviser } from "./reviser.ts";

const concept: Concept = {
  ...{ title: "The Camel", language: "en", genre: "fable", themes: ["pride"], mood: "warm", world: "" },
  ...{ audience: "all", pages: 1 },
  style: {
    ...{ preset: "ink-wash", medium: "ink", line: "soft", tone: "washes", eyes: "small" },
    ...{ backgrounds: "sparse", blacks: "few", palette: "muted" },
  },
  people: [
    {
      ...{ id: "c1", name: "Aziza", aliases: [], role: "protagonist", kind: "camel", age: "72" },
      ...{ sex: "female", notes: "" },
    },
    {
      ...{ id: "c2", name: "Tom", aliases: [], role: "support", kind: "human", age: "adult" },
      ...{ sex: "male", notes: "" },
    },
  ],
};
const cast: Cast = {
  characters: [
    {
      ...{ id: "c1", name: "Aziza", kind: "camel", age: "72", sex: "female", hair: "sandy", look: 1 },
      ...{ marks: ["one torn ear"], accessories: [], description: "Aziza, an old camel." },
      outfits: [{ id: "o1", worn: ["red saddle"], scenes: [] }],
    },
    {
      ...{ id: "c2", name: "Tom", kind: "human", age: "adult", sex: "male", hair: "mohawk, green", look: 2 },
      ...{ marks: [], accessories: [], description: "Tom." },
      outfits: [{ id: "o1", worn: ["oilskin"], scenes: [] }],
    },
  ],
};
const plot: Plot = {
  places: [
    { id: "l1", name: "", kind: "salt pan", landmarks: [{ what: "a rusted pump", side: "left" }], look: 1 },
    { id: "l2", name: "the ferry", kind: "river ferry", landmarks: [], look: 2 },
  ],
  scenes: ["l1", "l2"].map((place, at) => ({
    ...{ id: `s${at + 1}`, place, hour: "day", weather: "clear", season: "summer", mood: "warm" },
    people: ["c1"],
  })),
  pages: [
    {
      ...{ number: 1, spread: false, hook: false },
      beats: [
        {
          ...{ id: "b1", scene: "s1", kind: "action", units: ["u1"], figures: [], things: [], lines: [] },
          ...{ caption: "", sounds: [], effects: [], action: "Aziza walks.", weight: 3 },
        },
      ],
    },
  ],
  leftOut: [],
};
const panel = (id: string, place: string): Panel => ({
  ...{ id, units: [], weight: 3, words: { texts: [], sounds: [] } },
  frame: {
    corners: [
      { x: 0, y: 0 },
      { x: 9, y: 0 },
      { x: 9, y: 9 },
      { x: 0, y: 9 },
    ],
    bleeds: false,
  },
  picture: {
    ...{ scene: "s1", place, hour: "day", weather: "clear", season: "summer", mood: "warm", shot: "full" },
    figures: [
      {
        ...{ character: "c1", doing: "kneels for the rider", posture: "on folded legs", feeling: "haughty" },
        ...{ hands: [], view: "profile", facing: "left", side: 0.3, depth: 0 },
      },
    ],
    ...{ angle: "level", things: [{ what: "water jar", count: 3 }], effects: [], action: "Aziza kneels." },
    ...{ sounds: [], emptyZone: { tenths: 1, where: "top right" } },
  },
});
const page: StoryboardPage = {
  ...{ number: 1, last: true, preview: "p" },
  panels: [panel("k1", "l1"), panel("k2", "l2")],
};

const REFS: readonly WorkRef[] = [
  { phase: "concept", of: "book" },
  { phase: "characters", of: "book" },
  { phase: "characters", of: "character", character: "c1" },
  { phase: "characters", of: "character", character: "c2" },
  { phase: "plot", of: "book" },
  { phase: "storyboard", of: "page", page: 1 },
];
const OUTPUTS = { concept, characters: cast, plot, storyboard: page } as const;
const SCHEMAS = {
  ...{ concept: ConceptSchema, characters: CastSchema, plot: PlotSchema },
  storyboard: StoryboardPageSchema,
} as const;
type Phase = keyof typeof OUTPUTS;

const book: BookView = {
  params: { language: "en", direction: "ltr", seed: 1 } as SessionParams,
  standing: REFS,
  output: async (ref) => OUTPUTS[ref.phase as Phase],
};

/** The book after the wish, each part checked by its schema; absent parts were not changed. */
async function wished(text: string, more: Partial<Wish> = {}) {
  const answer = await offlineReviser().revise({ text, intensity: 0.5, target: {}, ...more }, book);
  if (answer.kind === "cannot") throw new Error(`${answer.reason}: ${answer.message}`);
  const made = async ({ ref, change }: ResultChange) => {
    const phase = ref.phase as Phase;
    const output = change?.(await book.output(ref));
    return output === undefined ? [] : [[phase, SCHEMAS[phase].parse(output)] as const];
  };
  const parts = (await Promise.all((answer.results ?? []).map(made))).flat();
  return Object.fromEntries(parts) as {
    concept?: Concept;
    characters?: Cast;
    plot?: Plot;
    storyboard?: StoryboardPage;
  };
}

const k2 = { target: { page: 1, panel: "k2" } };

it("another place for the book keeps the place ids and changes no page", async () => {
  const { plot: moved, ...others } = await wished("Set it in a forest.");
  expect(moved?.places.map(({ id, kind }) => [id, kind])).toEqual([
    ["l1", "forest"],
    ["l2", "forest"],
  ]);
  expect(others).toEqual({});
});

it("another place for one panel adds a place, used in that panel only", async () => {
  const { plot: more, storyboard } = await wished("forest", { option: "background", ...k2 });
  expect(more?.places.slice(0, 2)).toEqual(plot.places);
  expect(more?.places.at(-1)).toMatchObject({ id: "l3", kind: "forest" });
  expect(storyboard?.panels.map(({ picture }) => picture.place)).toEqual(["l1", "l3"]);
});

it("more detail adds the landmarks of the place", async () => {
  const { storyboard } = await wished("", { option: "more-detail", target: { page: 1, panel: "k1" } });
  expect(storyboard?.panels[0]?.picture.things).toEqual([
    { what: "water jar", count: 3 },
    { what: "a rusted pump", where: "left" },
  ]);
  expect(storyboard?.panels[1]).toEqual(page.panels[1]);
});

it("another pose removes the old posture and nothing else", async () => {
  const { storyboard } = await wished("Let Aziza run", { option: "pose", ...k2 });
  const { posture: _posture, ...before } = page.panels[1]?.picture.figures[0] ?? {};
  expect(storyboard?.panels[1]?.picture.figures).toEqual([{ ...before, doing: "run" }]);
});

it("a garment in the user's own words is added, and a look in a model's words is replaced", async () => {
  const { characters } = await wished("Aziza should wear a bell collar.");
  expect(characters?.characters[0]?.outfits[0]?.worn).toEqual(["red saddle", "bell collar"]);
  expect(characters?.characters[1]).toEqual(cast.characters[1]);
  const tom = (await wished("Give Tom shorter hair and glasses.")).characters?.characters[1];
  expect(tom).toMatchObject({ hair: "short, green", accessories: ["glasses"] });
  expect(tom?.outfits).toEqual(cast.characters[1]?.outfits);
});

it("a relative age changes an age in years to the next band, in the concept, too", async () => {
  const { concept: aged, characters } = await wished("Make Aziza younger.");
  expect(aged?.people[0]?.age).toBe("adult");
  expect(characters?.characters[0]).toMatchObject({ age: "adult", hair: "sandy" });
});

it("a new person has an outfit, and stands where the panel has room", async () => {
  const { characters, storyboard } = await wished("Add a character called Noor", k2);
  expect(characters?.characters.at(-1)).toMatchObject({ id: "c3", name: "Noor", outfits: [{ id: "o1" }] });
  expect(storyboard?.panels[1]?.picture.figures.at(-1)).toMatchObject({
    ...{ character: "c3", doing: "stand", side: 0.8, facing: "left" },
  });
});

it("a mirrored panel has everybody on the other side", async () => {
  const { storyboard } = await wished("flip panel 2", { target: { page: 1 } });
  expect(storyboard?.panels[1]?.picture.figures[0]).toMatchObject({ side: 0.7, facing: "right" });
});
