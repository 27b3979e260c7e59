// The pictures of a book are named to the artist in words that people know, apart from what decides the picture.
import { expect, test } from "vitest";
import type { Cast, CharacterDesign } from "../manga/cast.ts";
import type { Panel, StoryboardPage } from "../manga/storyboard.ts";
import type { Artist, DrawOptions, DrawRequest } from "../models/artist.ts";
import { openDesk } from "../models/open-desk.ts";
import { characters } from "./2-characters.ts";
import { artwork } from "./5-artwork.ts";
import type { MangaContext } from "./tools.ts";

const MINA: CharacterDesign = {
  ...{ id: "c1", name: "Mina", kind: "human", age: "teen", gender: "female", build: "slim" },
  ...{ hair: { style: "bob", fill: "black" }, beard: "none", glasses: true, look: 1 },
  clothes: { top: "coat", topFill: "mid", bottom: "skirt", bottomFill: "dark", hat: "none" },
  description: "A girl in a coat",
};
const PANEL: Panel = {
  ...{ id: "k2", units: [], weight: 3, words: { texts: [], sounds: [] } },
  picture: {
    ...{ shot: "half", angle: "level", figures: [], props: [], effects: [], action: "", room: 0 },
    scene: {
      ...{ id: "s1", hour: "night", weather: "rain", season: "autumn", mood: "lonely" },
      place: { kind: "station", name: "" },
    },
  },
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
const CAST: Cast = { characters: [MINA] };

/** A context whose steps give one page and one person, and whose artist keeps what it was asked. */
function service() {
  const asked: { request: DrawRequest; options: DrawOptions | undefined }[] = [];
  const artist: Artist = {
    id: "artist",
    async draw(request, _desk, options) {
      asked.push({ request, options });
      const box = { x: 0, y: 0, width: 9, height: 9 };
      const content = { kind: "image", bytes: new Uint8Array([1]), contentType: "image/png" } as const;
      return { content, faces: [], keep: [box] };
    },
  };
  const none = () => Promise.reject(new Error("not for pictures"));
  const context: MangaContext = {
    ...openDesk(),
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
    ...{ madeBy: () => {}, makerOf: () => undefined },
    ...{ story: none, outputHash: () => "", putBlob: async () => "blob", putBlobStream: none, getBlob: none },
    output: async (step, schema) => schema.parse(step.phase === "storyboard" ? PAGE : CAST),
  };
  return { asked, context };
}

test("a panel is named by its page and its number, a portrait by its person", async () => {
  const { asked, context } = service();
  await artwork.steps.panel?.perform({ phase: "artwork", of: "panel", page: 3, panel: "k2" }, context);
  await characters.steps.character?.perform(
    { phase: "characters", of: "character", character: "c1" },
    context,
  );
  expect(asked.map(({ options }) => options?.label)).toEqual(["page 3, panel k2", "the portrait of Mina"]);
  for (const { request } of asked) expect(JSON.stringify(request)).not.toMatch(/label|panel k2|portrait of/);
});
