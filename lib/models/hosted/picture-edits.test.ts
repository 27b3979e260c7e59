// A hosted artist's requests for edits of a part of a picture.
import { expect, test } from "vitest";
import { unmeteredContext } from "../unmetered-context.ts";
import { hostedArtist } from "./artist.ts";
import {
  editOf,
  ended,
  IMAGE_MODEL,
  PANEL,
  partsOf,
  png,
  program,
  promptOf,
  seen,
  VISION_MODEL,
  wide,
} from "./artist-studio.ts";
import { type Line, scriptedModel } from "./scripted-model.ts";

const picture = await png(400, 300);
const EDIT = editOf(picture, {
  instruction: 'Make the "sky" dark.',
  region: [
    [0, 0],
    [0.4, 0],
    [0.4, 0.3],
  ],
});

function studio(lines: readonly Line[]) {
  const image = scriptedModel(IMAGE_MODEL, lines);
  const eye = scriptedModel(VISION_MODEL, [seen(), seen()]);
  const context = unmeteredContext();
  return { artist: hostedArtist("a", { images: [image], visionModels: [eye], program }), image, context };
}

test("a model without masks gets the picture, a copy with the area marked, and the softened instruction", async () => {
  const { artist, image, context } = studio([wide]);
  expect(artist.edits).toBe(true);
  const { asked } = await artist.draw(EDIT, context);
  expect(image.asked).toHaveLength(1);
  const pictures = partsOf(image.asked[0]).flatMap((part) => ("bytes" in part ? part : []));
  expect(pictures).toHaveLength(2);
  expect(pictures[0]?.bytes).toEqual(picture.bytes);
  expect(promptOf(image.asked[0])).toContain(
    "Change this picture: Make the sky dark. Change nothing outside",
  );
  expect(asked).toMatchObject({ model: IMAGE_MODEL, size: "1K", sent: [] });
});

test("a refused edit leaves the picture unchanged", async () => {
  const { artist, context } = studio(Array.from({ length: 6 }, () => ended("SAFETY")));
  const { content } = await artist.draw(EDIT, context);
  expect(content).toEqual({ kind: "image", ...picture });
  expect(context.notices.join()).toContain("it is unchanged");
});

test("a user's own prompt replaces the one that code writes", async () => {
  const { artist, image, context } = studio([wide]);
  await artist.draw({ ...PANEL, prompt: "A cat on a 「wall」" }, context);
  expect(promptOf(image.asked[0])).toContain("A cat on a wall");
  expect(promptOf(image.asked[0])).not.toContain("Exactly ");
});
