// A book in which a person joins two pages to a spread, by the real phases: one picture, drawn once, complete across both pages in either
// direction.
import { readFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Book, BookSchema } from "../manga/book.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { boundingBox, PAPER } from "../manga/geometry.ts";
import { PlotSchema } from "../manga/plot.ts";
import { canSpread, crossingPanel, spreadsOf } from "../manga/spread.ts";
import type { WorkRef } from "../pipeline/step-kinds.ts";
import { sampleBook } from "../sample-book.ts";

// Whole books take long on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const STORY = readFileSync(new URL("../../stories/own/animal.en.txt", import.meta.url), "utf8");

const PLOT: WorkRef = { phase: "plot", of: "book" };

let service: ReturnType<typeof sampleBook>;

beforeAll(async () => {
  service = sampleBook(undefined, { isFullSize: true });
  await service.start(STORY, { pages: 6, language: "en", direction: "ltr", seed: 0 });
  const { pages } = PlotSchema.parse(await service.output("plot"));
  expect(canSpread(pages, 4)).toBe(true);
  const joined = pages.map(({ spreadShare: _share, ...page }) =>
    page.number === 4 || page.number === 5
      ? { ...page, spread: true, spreadShare: 0.5 }
      : { ...page, spread: false },
  );
  await service.follow(() =>
    service.revisions.editStep({ sessionId: "s1", by: "ann", step: PLOT, patch: { pages: joined } }),
  );
});

async function bookOf(): Promise<Book> {
  const finished = FinishedBookSchema.parse(await service.output("finish"));
  return BookSchema.parse(await service.output(finished.book));
}

/** Lightness along a page's fold, beside the picture. */
async function alongFold(book: Book, number: number): Promise<number[]> {
  const page = book.pages[number - 1];
  const image = await loadImage(await service.services.blobs.get("s1", page?.image ?? ""));
  const canvas = createCanvas(image.width, image.height);
  const ctx = canvas.getContext("2d");
  ctx.drawImage(image, 0, 0);
  const isLeft = (number % 2 === 0) === (book.direction === "ltr");
  const height = Math.floor((pictureHeight(book) / PAPER.height) * image.height) - 20;
  const { data } = ctx.getImageData(isLeft ? image.width - 1 : 0, 0, 1, height);
  return Array.from({ length: height }, (_, y) => data[y * 4] ?? 0);
}

function pictureHeight(book: Book): number {
  const [first = 0] = spreadsOf(book.pages);
  const crossing = crossingPanel(book.pages[first - 1]?.panels ?? []);
  const { y, height } = boundingBox(crossing?.frame.corners ?? []);
  return y + height;
}

async function expectOnePicture(book: Book) {
  const [first = 0] = spreadsOf(book.pages);
  const [near, far] = [await alongFold(book, first), await alongFold(book, first + 1)];
  const apart = near.filter((level, y) => Math.abs(level - (far[y] ?? 0)) > 40).length;
  expect(near.length).toBeGreaterThan(500);
  expect(new Set(near).size).toBeGreaterThan(3);
  expect(apart / near.length).toBeLessThan(0.05);
}

describe("a book with a spread", () => {
  test("shares the picture between the two facing pages, without findings", async () => {
    const book = await bookOf();
    expect(spreadsOf(book.pages)).toEqual([4]);
    expect(book.quality?.findings).toEqual([]);
    await expectOnePicture(book);
  });

  test("has its words on the page on which they are read, off the fold", async () => {
    const book = await bookOf();
    for (const { texts } of book.pages.slice(3, 5)) {
      for (const { box } of texts.filter(({ kind }) => kind !== "sound")) {
        expect(box.x).toBeGreaterThanOrEqual(PAPER.safe.x - 12);
        expect(box.x + box.width).toBeLessThanOrEqual(PAPER.safe.x + PAPER.safe.width + 12);
      }
    }
  });

  test("is complete when mirrored, too, and no picture is drawn again", async () => {
    const { drawn, ran } = await service.follow(() =>
      service.revisions.reletter({
        ...{ sessionId: "s1", by: "ann", translates: false, direction: "rtl" },
      }),
    );
    expect(drawn).toEqual([]);
    expect(ran).toContain("lettering/p005");
    const turned = await bookOf();
    expect([turned.direction, spreadsOf(turned.pages)]).toEqual(["rtl", [4]]);
    await expectOnePicture(turned);
  });
});
