// The files that the studio shows for its choices are those that the program draws now.
import { readdirSync, statSync } from "node:fs";
import sharp from "sharp";
import { expect, it } from "vitest";
import { actingPictures } from "./choices/acting-pictures.ts";
import { bookPictures } from "./choices/book-pictures.ts";
import { CHOICES_FOLDER, type ChoicePicture, encoded, fileOf } from "./choices/picture-file.ts";
import { stylePictures } from "./choices/style-pictures.ts";

/** Mean difference of two pictures' samples, 0 to 255, that encoders of different machines may cause. */
const MOST_DIFFERENCE = 2;

const samples = (image: string | Buffer) => sharp(image).toColourspace("srgb").removeAlpha().raw().toBuffer();

async function differenceOf(picture: ChoicePicture): Promise<number> {
  const [now, stored] = await Promise.all([
    encoded(await picture.draw()).then(samples),
    samples(fileOf(picture).pathname),
  ]);
  if (now.length !== stored.length) return Number.POSITIVE_INFINITY;
  return now.reduce((sum, sample, at) => sum + Math.abs(sample - (stored[at] ?? 0)), 0) / now.length;
}

async function outdated(pictures: readonly ChoicePicture[]): Promise<string[]> {
  const old: string[] = [];
  for (const picture of pictures) {
    const difference = await differenceOf(picture);
    if (difference > MOST_DIFFERENCE) old.push(`${picture.name}: ${difference.toFixed(1)}`);
  }
  return old;
}

it("has a small picture of each choice, and no other file", () => {
  const wanted = [...actingPictures(), ...bookPictures(), ...stylePictures()];
  expect(readdirSync(CHOICES_FOLDER).toSorted()).toEqual(wanted.map(({ name }) => `${name}.webp`).toSorted());
  for (const picture of wanted) {
    expect([picture.name, statSync(fileOf(picture)).size < 16_000]).toEqual([picture.name, true]);
  }
});

it("shows poses and cameras as the artist draws them now", { timeout: 60_000 }, async () => {
  // Every fifth: all take 15 seconds.
  expect(await outdated(actingPictures().filter((_, index) => index % 5 === 0))).toEqual([]);
});

it("shows pages and panels as the program makes them now", { timeout: 120_000 }, async () => {
  expect(await outdated(bookPictures())).toEqual([]);
});

it("shows styles as the artist draws them now", { timeout: 60_000 }, async () => {
  expect(await outdated(stylePictures())).toEqual([]);
});

it("tells a changed picture from a stored one", async () => {
  const [one, other] = actingPictures();
  if (one === undefined || other === undefined) throw new RangeError("two pictures are needed");
  expect(await differenceOf({ name: one.name, draw: other.draw })).toBeGreaterThan(MOST_DIFFERENCE);
});
