// The two pages that lie before the story in the files for screens: the cover, and the title page on its inside. They are two,
// so that readers who show two pages at a time keep every page on its side of the fold.
import { composeLeaf } from "../drawing/cover.ts";
import { titlePage } from "../drawing/front-matter.ts";
import type { Book } from "../manga/book.ts";
import type { BookSources, BoundImage } from "./binder.ts";

/** None for a book of before there were covers. */
export async function frontLeaves(
  book: Book,
  { loadCover }: Pick<BookSources, "loadCover">,
): Promise<BoundImage[]> {
  const cover = await loadCover();
  if (cover === undefined) return [];
  const title = await composeLeaf(await titlePage(book), cover.widthPx);
  return [cover, { png: title.bytes, widthPx: title.widthPx, heightPx: title.heightPx }];
}
