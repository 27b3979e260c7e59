// The book's own pictures that stand on its cover and its title page, with their art.
import type { CoverBrief, PictureBrief } from "../drawing/drafter.ts";
import type { Book } from "../manga/book.ts";
import { chooseBackPicture, chooseTitlePicture, type KeyPicture } from "../manga/cover.ts";
import { panelId } from "../manga/panel-id.ts";
import { bookMakers } from "../manga/provenance.ts";
import type { BookSources } from "./binder.ts";

type Sources = Pick<BookSources, "loadPicture">;

/** Undefined for a book of before there were covers. Throws what its sources throw. */
export async function coverBrief(book: Book, sources: Sources): Promise<CoverBrief | undefined> {
  const { cover, title, language, colorMode } = book;
  const picture = cover && (await pictureAt(book, cover, sources));
  return picture && { title, language, colorMode, models: bookMakers(book), ...picture };
}

/** The panels that the title page shows. */
export function titleShows({ pages }: Book): string[] {
  const key = chooseTitlePicture(pages);
  return key === undefined ? [] : [panelId(key.page, key.panel)];
}

/** Undefined for a book without a picture. Throws what its sources throw. */
export async function titlePicture(book: Book, sources: Sources): Promise<PictureBrief | undefined> {
  const key = chooseTitlePicture(book.pages);
  return key && pictureAt(book, key, sources);
}

/** Undefined where the book shows no thing by itself. Throws what its sources throw. */
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
