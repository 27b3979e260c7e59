// The cover of a book, made of one of its own pictures when the book is bound.
import { ArtworkSchema } from "../manga/artwork.ts";
import type { Book, BookCover } from "../manga/book.ts";
import { chooseCover } from "../manga/cover.ts";
import { paintedArt } from "./painted-art.ts";
import type { MangaContext } from "./tools.ts";

/** Pixels across, as a page's. */
const WIDTH_PX = 1654;

export async function coverOf(
  { title, pages, cast }: Pick<Book, "title" | "pages" | "cast">,
  context: MangaContext,
): Promise<BookCover | undefined> {
  const key = chooseCover(pages, cast);
  const panel = pages.find(({ number }) => number === key?.page)?.panels.find(({ id }) => id === key?.panel);
  if (key === undefined || panel === undefined) return undefined;
  const { params, tools } = context;
  const artwork = await context.output({ phase: "artwork", of: "panel", ...key }, ArtworkSchema);
  const drafter = await tools.drafter();
  const { bytes, contentType, widthPx, heightPx } = await drafter.cover(
    {
      ...{ title, panel, faces: artwork.faces },
      ...{ language: params.language, colorMode: params.colorMode, models: params.models },
      art: await paintedArt(artwork, context.getBlob),
    },
    WIDTH_PX,
  );
  const image = await context.putBlob(bytes, contentType);
  return { ...key, faces: artwork.faces, image, widthPx, heightPx };
}
