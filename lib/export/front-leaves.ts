// The two pages before the story in files for screens: the cover, and the title page on its inside. There are two, so that a reader that
// shows two pages at a time keeps every page on its side of the fold.
import { composeLeaf } from "../drawing/cover.ts";
import { titlePage } from "../drawing/front-matter.ts";
import type { Book } from "../manga/book.ts";
import { panelId } from "../manga/panel-id.ts";
import type { BookSources, BoundImage } from "./binder.ts";
import { titlePicture, titleShows } from "./cover-art.ts";

export interface FrontLeaf extends BoundImage {
  name: "cover" | "title";
  /** Ids of the panels on it. */
  shows: readonly string[];
}

/** Empty for a book made before covers existed. */
export async function frontLeaves(book: Book, sources: BookSources): Promise<FrontLeaf[]> {
  const [cover, picture] = await Promise.all([sources.loadCover(), titlePicture(book, sources)]);
  if (cover === undefined) return [];
  const painter = await titlePage(book, picture);
  const title = await composeLeaf(painter, cover.widthPx, book);
  return [
    { name: "cover", ...cover, shows: book.cover ? [panelId(book.cover.page, book.cover.panel)] : [] },
    {
      ...{ name: "title", shows: titleShows(book) },
      ...{ png: title.bytes, widthPx: title.widthPx, heightPx: title.heightPx },
    },
  ];
}
