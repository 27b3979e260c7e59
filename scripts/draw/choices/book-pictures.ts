// Pictures of the choices for a new book. Each shows a page or a panel of the Japanese sample story, as the program makes it with that
// choice: the offline reader, the code director, the layout, the offline artist and the lettering.
import "../things/packed.ts";
import { readFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { canvasDrafter } from "../../../lib/drawing/canvas-drafter.ts";
import type { PaintedArt } from "../../../lib/drawing/drafter.ts";
import { paintLine } from "../../../lib/drawing/screen-font.ts";
import { boundingBox, PAPER, type Point } from "../../../lib/manga/geometry.ts";
import type { Direction } from "../../../lib/manga/language.ts";
import type { LetteredText } from "../../../lib/manga/lettering.ts";
import { type Fullness, pagesFor } from "../../../lib/manga/page-fullness.ts";
import { deriveSeed } from "../../../lib/manga/seed.ts";
import { segmentStory } from "../../../lib/manga/segment.ts";
import { storyPages } from "../../../lib/manga/story-pages.ts";
import type { Panel } from "../../../lib/manga/storyboard.ts";
import { drawRequest } from "../../../lib/models/offline/artist/draw-request.ts";
import { STYLE } from "../../../lib/models/offline/artist/sample-panel.ts";
import { closedRequest } from "../../../lib/models/offline/artist/vocabulary/closed-request.ts";
import type { WholeBook } from "../../scores/books/made-book.ts";
import { makeBook } from "../../scores/books/make-book.ts";
import type { ChoiceFile, ChoicePicture } from "./picture-file.ts";

const SEED = 7;
/** Pixels of a page's file, in the paper's proportions. */
const PAGE_WIDTH = 176;
const PAGE_PX = { width: PAGE_WIDTH, height: Math.round((PAGE_WIDTH * PAPER.height) / PAPER.width) };
const PANEL_PX = { width: 176, height: 132 };
/** Pages are composed larger and scaled down, so that lines become thin; those of which a part is cut out, larger still. */
const COMPOSED_PX = 2 * PAGE_WIDTH;
const CUT_FROM_PX = 8 * PAGE_WIDTH;

/** The second page: an ordinary one. The first opens the book. */
const PAGE = 2;

const story = segmentStory(
  readFileSync(new URL("../../../examples/amayadori-no-tokeiya.txt", import.meta.url), "utf8"),
  "ja",
);

const made = new Map<string, Promise<WholeBook>>();
function bookOf(wish: { pages?: number }): Promise<WholeBook> {
  const key = JSON.stringify(wish);
  const book = made.get(key) ?? makeBook("offline-reader", story, wish);
  made.set(key, book);
  return book;
}

/** The page after the first whose number of panels is nearest to the book's mean. */
function usualPage({ boards }: WholeBook): number {
  const counts = boards.map(({ panels }) => panels.length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const [first] = counts
    .map((count, index) => ({ page: index + 1, off: Math.abs(count - mean) }))
    .slice(1)
    .toSorted((a, b) => a.off - b.off || a.page - b.page);
  return first?.page ?? 1;
}

interface Wanted {
  page?: number;
  widthPx?: number;
  direction?: Direction;
  colorMode?: "color";
  dropPunctuation?: boolean;
}

interface DrawnPage {
  panels: Panel[];
  texts: readonly LetteredText[];
  png: Uint8Array;
}

async function drawPage(
  { boards, plot, cast }: WholeBook,
  { page: number = PAGE, widthPx = COMPOSED_PX, direction = "rtl", ...wanted }: Wanted = {},
): Promise<DrawnPage> {
  const board = boards[number - 1];
  if (board === undefined) throw new RangeError(`the book has no page ${number}`);
  const drafter = canvasDrafter();
  const brief = {
    ...({ number, language: "ja", direction, seed: deriveSeed(SEED, "layout", number) } as const),
    ...wanted,
  };
  const { frames } = await drafter.layout(board.panels, brief);
  const panels = board.panels.map((panel, at): Panel => {
    const frame = frames[at];
    if (frame === undefined) throw new RangeError(`${panel.id} has no frame`);
    return { ...panel, frame };
  });
  const drawn = panels.map(({ id, picture, frame }) => {
    const place = plot.places.find((one) => one.id === picture.place);
    if (place === undefined) throw new RangeError(`${id} is at no place`);
    const { width, height } = boundingBox(frame.corners);
    const { request } = closedRequest({
      ...{ kind: "panel", picture, place, references: [], style: STYLE, width, height },
      cast: cast.characters.filter((one) => picture.figures.some(({ character }) => character === one.id)),
      ...(wanted.colorMode && { colorMode: wanted.colorMode }),
      seed: deriveSeed(SEED, "panel", number, id),
    });
    return { id, ...drawRequest(request) };
  });
  const art = new Map(
    drawn.map(({ id, content }): [string, PaintedArt] => {
      if (content.kind !== "drawing") throw new TypeError("the offline artist returned no drawing");
      return [id, content];
    }),
  );
  const marks = new Map(drawn.map(({ id, faces, keep }) => [id, { faces, keep }]));
  const { texts } = await drafter.letter(panels, marks, brief);
  const { bytes } = await drafter.compose(panels, art, texts, { ...brief, widthPx });
  return { panels, texts, png: bytes };
}

/** The page with the panels' numbers in reading order. */
async function numbered({ panels, png }: DrawnPage): Promise<Uint8Array> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const ctx = canvas.getContext("2d");
  ctx.drawImage(image, 0, 0);
  const scale = image.width / PAPER.width;
  for (const [index, { frame }] of panels.entries()) {
    const { x, y, width, height } = boundingBox(frame.corners);
    const [left, top] = [(x + width / 2) * scale, (y + height / 2) * scale];
    ctx.beginPath();
    ctx.arc(left, top, NUMBER_PX * 0.72, 0, 2 * Math.PI);
    ctx.fillStyle = "#ffffff";
    ctx.fill();
    ctx.lineWidth = 5;
    ctx.stroke();
    ctx.fillStyle = "#000000";
    paintLine(ctx, {
      text: String(index + 1),
      x: left,
      y: top,
      size: NUMBER_PX,
      align: "center",
      isMiddle: true,
    });
  }
  return canvas.encode("png");
}
const NUMBER_PX = 50;

/** Two pages, of which the second lies over the first, on white. */
async function overlapping(pages: readonly [Uint8Array, Uint8Array]): Promise<Uint8Array> {
  const [first, second] = await Promise.all([loadImage(pages[0]), loadImage(pages[1])]);
  const canvas = createCanvas(2 * PAGE_PX.width, 2 * PAGE_PX.height);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const [width, height] = [canvas.width * OVERLAPPING, canvas.height * OVERLAPPING];
  for (const [image, x, y] of [
    [first, 0, 0],
    [second, canvas.width - width, canvas.height - height],
  ] as const) {
    ctx.drawImage(image, x, y, width, height);
    ctx.lineWidth = 6;
    ctx.strokeRect(x + 3, y + 3, width - 6, height - 6);
  }
  return canvas.encode("png");
}
/** Width of each page as a share of the picture's. */
const OVERLAPPING = 0.66;

/** The part of a page around a point, with the proportions of a panel's file. `width` in units. */
async function cutOut(png: Uint8Array, { x, y, width }: Point & { width: number }): Promise<Uint8Array> {
  const image = await loadImage(png);
  const scale = image.width / PAPER.width;
  const height = (width * PANEL_PX.height) / PANEL_PX.width;
  const left = Math.max(0, Math.min(PAPER.width - width, x - width / 2));
  const top = Math.max(0, Math.min(PAPER.height - height, y - height / 2));
  const canvas = createCanvas(2 * PANEL_PX.width, 2 * PANEL_PX.height);
  const ctx = canvas.getContext("2d");
  const [w, h] = [width * scale, height * scale];
  ctx.drawImage(image, left * scale, top * scale, w, h, 0, 0, canvas.width, canvas.height);
  return canvas.encode("png");
}

async function fullPage(fullness: Fullness): Promise<ChoiceFile> {
  const pages = pagesFor(fullness, storyPages(story, "whole"));
  const book = await bookOf(fullness === "usual" || pages === undefined ? {} : { pages });
  const { png } = await drawPage(book, { page: usualPage(book) });
  return { png, ...PAGE_PX };
}

const numberedPage = async (direction: Direction) =>
  numbered(await drawPage(await bookOf({}), { direction }));

/** The page's first panel. */
async function panelIn(colorMode: "color" | undefined): Promise<ChoiceFile> {
  const page = await drawPage(await bookOf({}), { widthPx: CUT_FROM_PX, ...(colorMode && { colorMode }) });
  const [first] = page.panels;
  if (first === undefined) throw new RangeError("the page has no panel");
  const { x, y, width, height } = boundingBox(first.frame.corners);
  const png = await cutOut(page.png, { x: x + width / 2, y: y + height / 2, width });
  return { png, ...PANEL_PX, isColour: colorMode === "color" };
}

/** The first text with a full stop, as it is written. */
async function punctuated(dropPunctuation: boolean): Promise<ChoiceFile> {
  const [kept, drawn] = await Promise.all(
    [false, dropPunctuation].map(async (drop) =>
      drawPage(await bookOf({}), { widthPx: CUT_FROM_PX, dropPunctuation: drop }),
    ),
  );
  const text = kept?.texts.find((one) => /[。、]/u.test(one.text));
  if (text === undefined || drawn === undefined) throw new RangeError("no text of the page has punctuation");
  const { x, y, width, height } = text.box;
  const wide = Math.max(width, (height * PANEL_PX.width) / PANEL_PX.height) * 1.15;
  const png = await cutOut(drawn.png, { x: x + width / 2, y: y + height / 2, width: wide });
  return { png, ...PANEL_PX };
}

export const bookPictures = (): ChoicePicture[] => [
  ...(["usual", "airier", "airiest"] as const).map((one) => ({
    name: `pages-${one}`,
    draw: () => fullPage(one),
  })),
  ...(["rtl", "ltr"] as const).map((one) => ({
    name: `direction-${one}`,
    draw: async () => ({ png: await numberedPage(one), ...PAGE_PX }),
  })),
  {
    name: "direction-auto",
    draw: async () => ({
      png: await overlapping([await numberedPage("rtl"), await numberedPage("ltr")]),
      ...PAGE_PX,
    }),
  },
  { name: "colour-monochrome", draw: () => panelIn(undefined) },
  { name: "colour-color", draw: () => panelIn("color") },
  { name: "punctuation-kept", draw: () => punctuated(false) },
  { name: "punctuation-dropped", draw: () => punctuated(true) },
];
