// What a book's cover is painted of: its key picture, with the panel that it is cut to.
import type { CoverBrief } from "../drawing/drafter.ts";
import type { Book } from "../manga/book.ts";
import type { BookSources } from "./binder.ts";

/** Undefined for a book of before there were covers. Throws what `loadArt` throws. */
export async function coverBrief(
  book: Book,
  loadArt: BookSources["loadArt"],
): Promise<CoverBrief | undefined> {
  const { cover, title, language, colorMode, models, pages } = book;
  if (cover === undefined) return undefined;
  const page = pages.find(({ number }) => number === cover.page);
  const panel = page?.panels.find(({ id }) => id === cover.panel);
  const art = (await loadArt(cover.page)).get(cover.panel);
  if (panel === undefined || art === undefined) return undefined;
  return { title, language, colorMode, models, panel, faces: cover.faces, art };
}
