// Stores a page in the webtoon layout, which the reader shows as one scrollable column, with provenance in the images' metadata.
import type { PageBrief } from "../drawing/drafter.ts";
import type { Artwork } from "../manga/artwork.ts";
import { framedMarks } from "../manga/drawn-frame.ts";
import type { Panel } from "../manga/storyboard.ts";
import type { StripImage } from "../manga/strip-image.ts";
import { panelStep } from "./made-by.ts";
import { allPainted } from "./painted-art.ts";
import { storeMarked } from "./store-marked.ts";
import type { MangaContext } from "./tools.ts";

interface StripParts {
  /** The panels as lettered. */
  panels: readonly Panel[];
  art: ReadonlyMap<string, Artwork>;
  /** `credit`: only on the book's last page. */
  page: PageBrief & { credit?: string | undefined };
}

/** Throws the errors of the drafter and the store. */
export async function storeStrip(
  { panels, art, page }: StripParts,
  context: MangaContext,
): Promise<StripImage[]> {
  const drafter = await context.tools.drafter(context.signal);
  const pictures = await allPainted(art, context.getBlob);
  const images = await drafter.column(panels, pictures, marksOf(panels, art), page);
  return Promise.all(
    images.map(async ({ places, ...raster }) => {
      const shown = new Set(places.map(({ panel }) => panel));
      const shows = panels.filter(({ id }) => shown.has(id)).map((panel) => panelStep(page.number, panel));
      const image = await storeMarked({ ...raster, shows }, context);
      return { image, widthPx: raster.widthPx, heightPx: raster.heightPx, places };
    }),
  );
}

/** Areas to keep clear of words, without drawings, which need not be sent to a worker. */
function marksOf(
  panels: readonly Panel[],
  art: ReadonlyMap<string, Artwork>,
): Map<string, Pick<Artwork, "faces" | "keep">> {
  const marks = [...art].map(([id, { faces, keep }]) => [id, { faces, keep }] as const);
  return framedMarks(panels, new Map(marks));
}
