// Artists get names of pictures that people understand, separate from the data that decides the picture.
import { expect, test } from "vitest";
import type { Cast } from "../manga/cast.ts";
import type { Concept } from "../manga/concept.ts";
import type { Plot } from "../manga/plot.ts";
import { sampleCharacter, samplePlace } from "../manga/sample-character.ts";
import { sampleBeat, samplePicture } from "../manga/sample-picture.ts";
import type { Panel, StoryboardPage } from "../manga/storyboard.ts";
import { styleOf } from "../manga/style-presets.ts";
import type { Artist, DrawOptions, DrawRequest } from "../models/artist.ts";
import { unmeteredContext } from "../models/unmetered-context.ts";
import type { StepRef } from "../pipeline/step-id.ts";
import { characters } from "./2-characters.ts";
import { artwork } from "./5-artwork.ts";
import type { MangaContext } from "./tools.ts";

const PANEL: Panel = {
  ...{ id: "k2", units: [], weight: 3, words: { texts: [], sounds: [] } },
  picture: samplePicture({ hour: "night", weather: "rain", season: "autumn", mood: "lonely" }),
  frame: {
    corners: [
      { x: 0, y: 0 },
      { x: 700, y: 0 },
      { x: 700, y: 500 },
      { x: 0, y: 500 },
    ],
    bleeds: false,
  },
};
const PAGE: StoryboardPage = { number: 3, last: false, panels: [PANEL], preview: "" };
const CAST: Cast = { characters: [sampleCharacter()] };
const STYLE = styleOf("manga", "like a woodcut");
const PLOT: Plot = {
  places: [samplePlace({ name: "Ueno" })],
  scenes: [
    {
      ...{ id: "s1", place: "l1", hour: "night", weather: "rain", season: "autumn", mood: "lonely" },
      people: [],
    },
  ],
  pages: [{ number: 3, spread: false, hook: false, beats: [sampleBeat()] }],
  leftOut: [],
};
const CONCEPT: Concept = {
  ...{ title: "Rain", language: "en", genre: "drama", themes: [], mood: "lonely", world: "", audience: "" },
  ...{ style: STYLE, people: [], pages: 3 },
};

function stored({ phase }: StepRef): unknown {
  if (phase === "storyboard") return PAGE;
  if (phase === "plot") return PLOT;
  return phase === "concept" ? CONCEPT : CAST;
}

/** A context whose steps give one page and one character, and whose artist records its requests and adds `notices` to each picture. */
function service(notices?: string[]) {
  const asked: { request: DrawRequest; options: DrawOptions | undefined }[] = [];
  const artist: Artist = {
    id: "artist",
    async draw(request, _desk, options) {
      asked.push({ request, options });
      const box = { x: 0, y: 0, width: 9, height: 9 };
      const content = { kind: "image", bytes: new Uint8Array([1]), contentType: "image/png" } as const;
      return { content, faces: [], keep: [box], ...(notices && { notices }) };
    },
  };
  const none = () => Promise.reject(new Error("not for pictures"));
  const calls = unmeteredContext();
  const context: MangaContext = {
    ...calls,
    ...{ sessionId: "s1", createdAt: "2026-03-04T05:06:08.000Z", take: 0 },
    params: {
      ...{ storyHash: "", language: "en", direction: "ltr", style: "manga", seed: 3, formats: [] },
      ...{
        review: [],
        reviewTimeoutMinutes: 30,
        models: { reader: "reader", director: "director", artist: "artist" },
      },
    },
    tools: {
      ...{
        reader: none,
        director: none,
        artist: async () => artist,
        stories: none,
        drafter: none,
        binder: none,
      },
    },
    ...{ edit: undefined, ownPrompt: async () => undefined, ownReferences: async () => [], asked: () => {} },
    ...{ madeBy: () => {}, beside: [], references: (choose) => choose(), makerOf: () => undefined },
    ...{
      given: new Set<string>(),
      isFinal: () => false,
      madeOf: async () => undefined,
      before: async () => undefined,
    },
    ...{
      story: none,
      givenText: none,
      has: () => false,
      outputHash: () => "",
      putBlob: async () => "blob",
      putBlobStream: none,
      getBlob: none,
    },
    output: async (step, schema) => schema.parse(stored(step)),
  };
  return { asked, context, calls };
}

test("a panel is named by its page and number, a portrait by its character", async () => {
  const { asked, context } = service();
  await artwork.steps.panel?.perform({ phase: "artwork", of: "panel", page: 3, panel: "k2" }, context);
  await characters.steps.character?.perform(
    { phase: "characters", of: "character", character: "c1" },
    context,
  );
  expect(asked.map(({ options }) => options?.label)).toEqual(["page 3, panel k2", "the portrait of Mina"]);
  for (const { request } of asked) expect(JSON.stringify(request)).not.toMatch(/label|panel k2|portrait of/);
});

test("the artist gets the place, characters and style as the earlier phases gave them", async () => {
  const { asked, context } = service();
  await artwork.steps.panel?.perform({ phase: "artwork", of: "panel", page: 3, panel: "k2" }, context);
  await characters.steps.character?.perform(
    { phase: "characters", of: "character", character: "c1" },
    context,
  );
  expect(asked.map(({ request }) => request)).toMatchObject([
    { kind: "panel", place: { id: "l1", name: "Ueno" }, style: STYLE },
    { kind: "portrait", design: CAST.characters[0], style: STYLE },
  ]);
});

test("a picture of a place that is missing from the plot fails the session with the reason", async () => {
  const { context } = service();
  const lost = { ...PLOT, places: [samplePlace({ id: "l7" })] };
  const output: MangaContext["output"] = async (step, schema) =>
    schema.parse(step.phase === "plot" ? lost : stored(step));
  const drawn = artwork.steps.panel?.perform(
    { phase: "artwork", of: "panel", page: 3, panel: "k2" },
    { ...context, output },
  );
  await expect(drawn).rejects.toThrow("The plot has no place l1.");
});

test("the timeline records what an artist draws differently", async () => {
  const notices = ['"halberd" is drawn as a spear.', 'Nothing is drawn for "antimony".'];
  const { context, calls } = service(notices);
  await artwork.steps.panel?.perform({ phase: "artwork", of: "panel", page: 3, panel: "k2" }, context);
  expect(calls.notices).toEqual(notices);
});
