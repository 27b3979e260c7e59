// The requests of the goldens: all books of the project's own twelve stories and both samples, and the specimen sheets. The reader runs
// only when goldens are recorded.
import { readFileSync } from "node:fs";
import { canvasDrafter } from "../../../lib/drawing/canvas-drafter.ts";
import { boundingBox } from "../../../lib/manga/geometry.ts";
import { defaultDirection, type Language } from "../../../lib/manga/language.ts";
import { deriveSeed } from "../../../lib/manga/seed.ts";
import { segmentStory } from "../../../lib/manga/segment.ts";
import type { ProgramRequest as OpenRequest } from "../../../lib/models/artist.ts";
import type { DrawRequest } from "../../../lib/models/offline/artist/closed/request.ts";
import { STYLE } from "../../../lib/models/offline/artist/sample-panel.ts";
import { closedRequest } from "../../../lib/models/offline/artist/vocabulary/closed-request.ts";
import { CAST } from "../../draw/specimen/sample-cast.ts";
import { requestOf, SHEETS } from "../../draw/specimen/sheets.ts";
import { makeBook } from "../../scores/books/make-book.ts";
import { ownStories } from "../../scores/books/own-stories.ts";
import { WIDTH_PX } from "./drawn-pixels.ts";

/** A requested picture. `name` is unique: `comedy/p3/k2`, `comedy/c1` (a portrait), `poses/walk`. */
export interface Asked {
  name: string;
  /** The request in the artist's closed vocabulary. */
  request: DrawRequest;
  /** Width of the stored picture in pixels. */
  widthPx: number;
}

const SEED = 7;
/** Size of phase 2's portraits: 60 × 80 mm. */
const PORTRAIT = { width: 600, height: 800 } as const;

const SAMPLES = [
  { name: "amayadori-no-tokeiya", language: "ja" },
  { name: "the-last-loaf", language: "en" },
] as const;

/** All requests in the order of the pack. */
export async function* collectRequests(): AsyncGenerator<Asked> {
  for (const { name, text, language } of ownStories()) yield* ofBook(name, text, language);
  for (const { name, language } of SAMPLES) {
    const text = readFileSync(new URL(`../../../examples/${name}.txt`, import.meta.url), "utf8");
    yield* ofBook(name, text, language);
  }
  yield* ofSpecimen();
}

/** Portraits and panels with the phases' sizes and seeds. */
async function* ofBook(book: string, text: string, language: Language): AsyncGenerator<Asked> {
  const { cast, plot, boards } = await makeBook("offline-reader", segmentStory(text, language));
  for (const design of cast.characters) {
    const seed = deriveSeed(SEED, "portrait", design.id);
    yield {
      name: `${book}/${design.id}`,
      request: closed({ kind: "portrait", design, style: STYLE, ...PORTRAIT, seed }),
      widthPx: WIDTH_PX,
    };
  }
  const drafter = canvasDrafter();
  for (const [index, { panels }] of boards.entries()) {
    const number = plot.pages[index]?.number ?? index + 1;
    const brief = { number, language, direction: defaultDirection(language) };
    const { frames } = await drafter.layout(panels, { ...brief, seed: deriveSeed(SEED, "layout", number) });
    for (const [at, { id, picture }] of panels.entries()) {
      const frame = frames[at];
      if (frame === undefined) throw new Error(`Page ${number} of ${book} has a panel without a frame.`);
      const place = plot.places.find(({ id: own }) => own === picture.place);
      if (place === undefined) throw new Error(`${id} of page ${number} of ${book} is at no place.`);
      const { width, height } = boundingBox(frame.corners);
      const appears = ({ id: own }: { id: string }) =>
        picture.figures.some(({ character }) => character === own);
      yield {
        name: `${book}/p${number}/${id}`,
        request: closed({
          ...{ kind: "panel", picture, place, cast: cast.characters.filter(appears), references: [] },
          ...{ style: STYLE, width, height, seed: deriveSeed(SEED, "panel", number, id) },
        }),
        widthPx: WIDTH_PX,
      };
    }
  }
}

const closed = (request: OpenRequest): DrawRequest => closedRequest(request).request;

function* ofSpecimen(): Generator<Asked> {
  for (const design of CAST)
    yield {
      name: `portraits/${design.id}`,
      request: { kind: "portrait", design, style: STYLE, ...PORTRAIT, seed: 3 },
      widthPx: WIDTH_PX,
    };
  for (const sheet of SHEETS) {
    const times = new Map<string, number>();
    for (const cell of sheet.cells) {
      const label = cell.label.replaceAll(" ", "-");
      const time = (times.get(label) ?? 0) + 1;
      times.set(label, time);
      // Some sheets show one person several times.
      yield {
        name: `${sheet.name}/${label}${time > 1 ? `-${time}` : ""}`,
        request: requestOf(cell, sheet),
        widthPx: Math.round(WIDTH_PX * Math.min(1, sheet.width / sheet.height)),
      };
    }
  }
}
