// The book's pictures used on its cover and its title page, with their art.
import type { CoverBrief, PictureBrief } from "../drawing/drafter.ts";
import type { Book } from "../manga/book.ts";
import { chooseBackPicture, chooseTitlePicture, type KeyPicture } from "../manga/cover.ts";
import { panelId } from "../manga/panel-id.ts";
import { bookMakers } from "../manga/provenance.ts";
import type { BookSources } from "./binder.ts";

type Sources = Pick<BookSources, "loadPicture">;

/** Undefined for a book made before covers existed. Rethrows errors of its sources. */
export async function coverBrief(book: Book, sources: Sources): Promise<CoverBrief | undefined> {
  const { cover, title, language, colorMode } = book;
  const picture = cover && (await pictureAt(book, cover, sources));
  return picture && { title, language, colorMode, models: bookMakers(book), ...picture };
}

/** Ids of the panels on the title page. */
export function titleShows({ pages }: Book): string[] {
  const key = chooseTitlePicture(pages);
  return key === undefined ? [] : [panelId(key.page, key.panel)];
}

/** Undefined for a book without a picture. Rethrows errors of its sources. */
export async function titlePicture(book: Book, sources: Sources): Promise<PictureBrief | undefined> {
  const key = chooseTitlePicture(book.pages);
  return key && pictureAt(book, key, sources);
}

/** Undefined if no picture of the book shows a thing by itself. Rethrows errors of its sources. */
export async function backPicture(book: Book, sources: Sources): Promise<PictureBrief | undefined> {
  const key = chooseBackPicture(book.pages);
  return key && pictureAt(book, key, sources);
}

async function pictureAt(
  { pages }: Book,
  key: KeyPicture,
  { loadPicture }: Sources,
): Promise<PictureBrief | undefined> {
  const panel = pages.find(({ number }) => number === key.page)?.panels.find(({ id }) => id === key.panel);
  if (panel === undefined) return undefined;
  return { panel, ...(await loadPicture(key.page, key.panel)) };
}
