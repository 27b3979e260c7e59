// A small book with panels, art and words, for tests of the formats.
import { createCanvas } from "@napi-rs/canvas";
import type { PaintedArt } from "../drawing/drafter.ts";
import { encodePng } from "../drawing/png.ts";
import { type Book, BookSchema } from "../manga/book.ts";
import type { Box } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import { samplePicture } from "../manga/sample-picture.ts";
import { styleOf } from "../manga/style-presets.ts";
import type { BookSources } from "./binder.ts";

/** Two panels a page, read from the right; the left one is grey with a black bar. */
const FRAMES: Record<string, Box> = {
  k1: { x: 920, y: 185, width: 740, height: 1000 },
  k2: { x: 160, y: 185, width: 730, height: 1000 },
};
const BALLOON: Box = { x: 1300, y: 260, width: 220, height: 320 };

const PAGE_PX = { widthPx: 182, heightPx: 257 };

/** Every page has a line of dialogue in the first panel and a sound in the second. */
export function sampleBook(lines: readonly string[], change: Partial<Book> = {}): Book {
  return BookSchema.parse({
    schemaVersion: 2,
    sessionId: "sample",
    createdAt: "2026-03-04T05:06:08.000Z",
    title: "灯台 & <嵐>",
    language: "ja",
    direction: "rtl",
    style: "manga",
    artStyle: styleOf("manga"),
    seed: 1,
    models: { reader: "offline-reader@1", director: "code-director@1", artist: "offline-artist@1" },
    cast: { characters: [] },
    places: [],
    scenes: [],
    pages: lines.map((line, index) => ({
      number: index + 1,
      panels: [samplePanel("k1", line), samplePanel("k2", null)],
      texts: [sampleText("k1/w1", line, BALLOON)],
      image: "",
      ...PAGE_PX,
    })),
    sentences: [],
    leftOut: [],
    ...change,
  });
}

function samplePanel(id: "k1" | "k2", line: string | null) {
  const { x = 0, y = 0, width = 0, height = 0 } = FRAMES[id] ?? {};
  const word = { id: "w1", unit: null, kind: "balloon", voice: "speech", speaker: null, guessed: false };
  return {
    id,
    units: [],
    weight: 3,
    picture: samplePicture({ shot: "bust" }),
    words: {
      texts: line === null ? [] : [{ ...word, text: line, ruby: [] }],
      sounds: line === null ? [{ text: "ドン", loudness: 3, hard: true }] : [],
    },
    frame: {
      corners: [
        { x, y },
        { x: x + width, y },
        { x: x + width, y: y + height },
        { x, y: y + height },
      ],
      bleeds: false,
    },
    artwork: "",
  };
}

function sampleText(id: string, text: string, box: Box): LetteredText {
  const { x, y, width, height } = box;
  const textBox = { x: x + 70, y: y + 60, width: width - 140, height: height - 120 };
  return {
    id,
    panel: id.slice(0, id.indexOf("/")),
    kind: "balloon",
    voice: "speech",
    speaker: null,
    guessed: false,
    text,
    lines: [text],
    vertical: true,
    fontSize: 42,
    box,
    textBox,
    outline: `M${x} ${y}h${width}v${height}h${-width}Z`,
    tail: null,
    glyphs: `M${textBox.x} ${textBox.y}h${textBox.width}v${textBox.height}h${-textBox.width}Z`,
    edge: 0,
  };
}

/** The art of every page: white in the first panel, in the second a tone of 40 % with a black bar across its top. */
export function sampleSources(): BookSources & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async loadPage(number) {
      asked.push(`page ${number}`);
      const canvas = createCanvas(PAGE_PX.widthPx, PAGE_PX.heightPx);
      const ctx = canvas.getContext("2d");
      ctx.fillStyle = number % 2 === 0 ? "#888888" : "#ffffff";
      ctx.fillRect(0, 0, canvas.width, canvas.height);
      return { number, png: await encodePng(canvas, { pixelsPerUnit: 0.1, colour: false }), ...PAGE_PX };
    },
    async loadCover() {
      const canvas = createCanvas(PAGE_PX.widthPx, PAGE_PX.heightPx);
      return { png: await encodePng(canvas, { pixelsPerUnit: 0.1, colour: false }), ...PAGE_PX };
    },
    loadMarks: () => Promise.resolve(new Map()),
    loadFonts: () => Promise.resolve(undefined),
    async loadSheet(step) {
      asked.push(`sheet ${step}`);
      const canvas = createCanvas(step.startsWith("artwork/") ? 40 : 30, step.includes(".o") ? 20 : 40);
      const ctx = canvas.getContext("2d");
      ctx.fillStyle = "#99aacc";
      ctx.fillRect(0, 0, canvas.width, canvas.height);
      return canvas.encode("png");
    },
    async loadArt(number) {
      asked.push(`art ${number}`);
      return ART;
    },
    async loadPicture(number, panel) {
      asked.push(`picture ${number}/${panel}`);
      const art = ART.get(panel);
      if (art === undefined) throw new RangeError(`there is no panel ${panel}`);
      return { art, faces: [], keep: [] };
    },
  };
}

const ART: ReadonlyMap<string, PaintedArt> = new Map([
  ["k1", drawing("k1", [{ d: "M0 0H10V10H0Z", fill: "white" }])],
  [
    "k2",
    drawing("k2", [
      { d: "M-30 -30H800V1030H-30Z", fill: { tone: 0.4 } },
      { d: "M-30 -30H800V200H-30Z", fill: "black" },
    ]),
  ],
]);

function drawing(
  id: "k1" | "k2",
  items: { d: string; fill: "black" | "white" | { tone: number } }[],
): PaintedArt {
  const { width = 1, height = 1 } = FRAMES[id] ?? {};
  return { kind: "drawing", drawing: { width, height, margin: 30, items } };
}
