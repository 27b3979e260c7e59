import { expect, test } from "vitest";
import {
  type ClientPage,
  type ClientSession,
  charactersIn,
  isDrawnOffline,
  isMakingFile,
  picturesOf,
  placesIn,
  plotPagesIn,
  sharpUrl,
  sideIn,
  viewsOf,
} from "./documents.ts";

test("a file is being made if one was requested and the session is running", () => {
  expect(isMakingFile({ status: "running", exports: { epub: { state: "running" } } })).toBe(true);
  expect(isMakingFile({ status: "running", exports: { epub: { state: "done" } } })).toBe(false);
  // A change of the book: its bound version does not exist yet.
  expect(isMakingFile({ status: "running" })).toBe(false);
  // Cancelled while the file was being made.
  expect(isMakingFile({ status: "cancelled", exports: { epub: { state: "running" } } })).toBe(false);
});

test("a cast of the earlier format is shown without fields that were not text", () => {
  const before = {
    characters: [
      {
        ...{ id: "c1", name: "Mina", kind: "human", age: "child", gender: "female", build: "small" },
        ...{ hair: { style: "bob", fill: "dark" }, clothes: { top: "shirt" }, description: "Mina." },
      },
    ],
  };
  const [mina] = charactersIn(before);
  expect(mina).toMatchObject({ name: "Mina", sex: "female", build: "small", marks: [], outfits: [] });
  expect(mina).not.toHaveProperty("hair");
  expect(charactersIn(undefined)).toEqual([]);
});

test("a plot of the earlier format has no places, and beats without figures", () => {
  const beat = { id: "b1", people: [{ character: "c1", expression: "calm" }], props: ["lamp"], lines: [] };
  const before = { scenes: [], pages: [{ number: 1, beats: [beat] }] };
  expect(placesIn(before)).toEqual([]);
  expect(plotPagesIn(before)[0]?.beats[0]).toMatchObject({ id: "b1", figures: [], things: [], effects: [] });
});

test("a person's place in a panel is read from earlier documents too", () => {
  expect(sideIn({ side: 0.2 })).toBe(0.2);
  expect(sideIn({ at: 0.8 })).toBe(0.8);
});

test("the offline artist draws data written by a hosted model", () => {
  const drawn = (artist: string) =>
    isDrawnOffline({ params: { models: { artist } } as unknown as ClientSession["params"] });
  expect(drawn("offline-artist@3")).toBe(true);
  expect(drawn("simulated-artist@1")).toBe(true);
  expect(drawn("gemini:gemini-3-image")).toBe(false);
});

const RENDITIONS = [360, 1080, 1654].map((widthPx) => ({
  ...{ image: `webp-${widthPx}`, hash: `webp-${widthPx}`, url: `/webp-${widthPx}` },
  ...{ widthPx, heightPx: widthPx },
}));
const panels = [
  { id: "k1", image: "panel-1" },
  { id: "k2", image: "panel-2", frame: { crosses: true } },
];
const lettered = {
  ...{ number: 2, state: "done", image: "png", preview: "rough", panels, renditions: RENDITIONS },
} as unknown as ClientPage;

test("a page is shown by the smallest picture that is sharp at its size, else by the largest", () => {
  for (const [px, width] of [
    [240, 360],
    [480, 360],
    [481, 1080],
    [1440, 1080],
    [1441, 1654],
    [4000, 1654],
  ]) {
    expect(picturesOf(lettered, { px: px ?? 0 }), `${px} px`).toEqual([`webp-${width}`, "panel-2"]);
  }
});

test("a page whose panels are edited is shown with each of them, and a page without lettering by its rough", () => {
  expect(picturesOf(lettered, { px: 660, open: 2 })).toEqual(["webp-1080", "rough", "panel-1", "panel-2"]);
  expect(picturesOf(lettered, { px: 660, open: 1 })).toEqual(["webp-1080", "panel-2"]);
  const drawn = { ...lettered, state: "artwork", image: undefined, renditions: undefined } as ClientPage;
  expect(picturesOf(drawn, { px: 240 })).toEqual(["rough", "panel-1", "panel-2"]);
});

test("while its renditions are made, a single page is shown as PNG, and in a list by its earlier picture", () => {
  const first = { ...lettered, renditions: undefined, rendering: true } as ClientPage;
  expect(picturesOf(first, { px: 240 })).toEqual(["rough", "panel-1", "panel-2"]);
  expect(picturesOf(first, { px: 660, open: 1 })).toEqual(["png", "panel-2"]);
  expect(viewsOf(first)).toEqual(["png"]);
  const again = { ...lettered, image: "new png", rendering: true } as ClientPage;
  expect(picturesOf(again, { px: 240 })).toEqual(["webp-360", "panel-2"]);
  expect(picturesOf(again, { px: 660, open: 1 })).toEqual(["new png", "panel-2"]);
  // The new picture as soon as it exists.
  expect(viewsOf(again)[0]).toBe("new png");
  // A session that was cancelled now never gets the renditions.
  for (const page of [first, again]) {
    expect(picturesOf(page, { px: 240, isEnded: true })).toEqual([page.image, "panel-2"]);
  }
});

test("a page lettered before renditions existed is shown as PNG", () => {
  const before = { ...lettered, renditions: undefined };
  expect(picturesOf(before, { px: 240 })).toEqual(["png", "panel-2"]);
  expect(viewsOf(before)).toEqual(["png"]);
  expect(viewsOf(lettered)).toEqual(["webp-1654", "webp-1080", "webp-360", "png"]);
  const image = { hash: "png", url: "/png" };
  expect(sharpUrl({ image }, 300)).toBe("/png");
  expect(sharpUrl({ image, renditions: RENDITIONS }, 300)).toBe("/webp-360");
  expect(sharpUrl({}, 300)).toBeUndefined();
});
