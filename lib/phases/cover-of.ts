// Makes the cover from one of the book's pictures: in a step of its own, or, in sessions older than that step, when the book is bound.
import { type Artwork, ArtworkSchema } from "../manga/artwork.ts";
import type { Book, BookCover } from "../manga/book.ts";
import { CastSchema } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import { COVER_FRAME, type KeyPicture, rankCovers } from "../manga/cover.ts";
import { cropTo } from "../manga/crop.ts";
import { pictureSize } from "../manga/drawn-frame.ts";
import type { Makers } from "../manga/model-ids.ts";
import { PlotSchema } from "../manga/plot.ts";
import { bookMakers } from "../manga/provenance.ts";
import { type Panel, StoryboardPageSchema } from "../manga/storyboard.ts";
import { inDirection } from "./as-lettered.ts";
import { drawnBook, panelStep } from "./made-by.ts";
import { paintedArt } from "./painted-art.ts";
import { storePicture } from "./store-marked.ts";
import type { MangaContext } from "./tools.ts";

/** Width in pixels; the same as a page's. */
const WIDTH_PX = 1654;

/** The most pictures that are tried: the first one is taken whose heads stay whole when it is cropped to a cover. */
const MOST_TRIED = 8;

/** The cover by the results of the earlier phases. Undefined for a book without panels. Throws the errors of the drafter and the store. */
export async function coverOfBook(context: MangaContext): Promise<BookCover | undefined> {
  const [{ title }, cast, plot] = await Promise.all([
    context.output({ phase: "concept", of: "book" }, ConceptSchema),
    context.output({ phase: "characters", of: "book" }, CastSchema),
    context.output({ phase: "plot", of: "book" }, PlotSchema),
  ]);
  const pages = await Promise.all(
    plot.pages.map(async ({ number }) => {
      const board = { phase: "storyboard", of: "page", page: number } as const;
      const { panels } = await context.output(board, StoryboardPageSchema);
      return { number, panels: inDirection(panels, context.params) };
    }),
  );
  const panels = pages.flatMap((page) => page.panels.map((panel) => panelStep(page.number, panel)));
  // Sheets are not drawn on the cover, so their artists are not in its credit.
  const models = bookMakers({ ...drawnBook({ panels, sheets: [] }, context), pages });
  return coverOf({ title, pages, cast, models }, context);
}

interface Covered extends Pick<Book, "title" | "cast"> {
  /** With the panels in the book's direction. */
  pages: readonly { number: number; panels: readonly Panel[] }[];
  models: Makers;
}

export async function coverOf(
  { title, pages, cast, models }: Covered,
  context: MangaContext,
): Promise<BookCover | undefined> {
  const chosen = await chooseCover(pages, cast, context);
  if (chosen === undefined) return undefined;
  const { key, panel, artwork } = chosen;
  const { params, tools, signal } = context;
  const drafter = await tools.drafter(signal);
  const raster = await drafter.cover(
    {
      ...{ title, panel, faces: artwork.faces, keep: artwork.keep },
      ...{ language: params.language, colorMode: params.colorMode, models },
      art: await paintedArt(artwork, context.getBlob),
    },
    WIDTH_PX,
  );
  const shows = [panelStep(key.page, panel)];
  return { ...key, faces: artwork.faces, ...(await storePicture({ ...raster, shows }, context)) };
}

interface Chosen {
  key: KeyPicture;
  panel: Panel;
  artwork: Artwork;
}

async function chooseCover(
  pages: Covered["pages"],
  cast: Book["cast"],
  context: MangaContext,
): Promise<Chosen | undefined> {
  let first: Chosen | undefined;
  for (const key of rankCovers(pages, cast).slice(0, MOST_TRIED)) {
    const page = pages.find(({ number }) => number === key.page);
    const panel = page?.panels.find(({ id }) => id === key.panel);
    if (panel === undefined) continue;
    const artwork = await context.output(panelStep(key.page, panel).step, ArtworkSchema);
    const chosen = { key, panel, artwork };
    if (cropTo(pictureSize(panel.frame), artwork.faces, COVER_FRAME).shown === 1) return chosen;
    first ??= chosen;
  }
  return first;
}
