// Makes a page's files for screens: its renditions, and its panels as one scrollable column.
import type { BookPage } from "../manga/book.ts";
import { letteringSeed } from "../manga/seed.ts";
import type { Panel, StoryboardPage } from "../manga/storyboard.ts";
import { shownOn } from "./facing-picture.ts";
import { fontFilesOf } from "./own-fonts.ts";
import { pageArt } from "./painted-art.ts";
import { storeRenditions } from "./store-marked.ts";
import { storeStrip } from "./store-strip.ts";
import type { MangaContext } from "./tools.ts";

type OnScreens = Required<Pick<BookPage, "renditions" | "strip">>;

export interface PrintedPage extends Partial<OnScreens> {
  board: StoryboardPage;
  /** The panels as lettered. */
  panels: readonly Panel[];
  /** sha-256 of the composed page. */
  image: string;
  /** The credit line on the book's last page; undefined on others. */
  credit: string | undefined;
}

/** Makes the files that are missing; existing ones are kept. Throws the errors of the drafter and the store. */
export async function forScreens(page: PrintedPage, context: MangaContext): Promise<OnScreens> {
  const [renditions, strip] = await Promise.all([
    page.renditions ?? renditionsOf(page, context),
    page.strip ?? stripOf(page, context),
  ]);
  return { renditions, strip };
}

async function renditionsOf({ board, image }: PrintedPage, context: MangaContext) {
  const [bytes, shows] = await Promise.all([context.getBlob(image), shownOn(board, context)]);
  return storeRenditions({ bytes, shows }, context);
}

async function stripOf({ board: { number }, panels, credit }: PrintedPage, context: MangaContext) {
  const { language, direction, colorMode, dropPunctuation, seed } = context.params;
  const look = { language, direction, colorMode, dropPunctuation, seed: letteringSeed(seed, number) };
  const [art, fonts] = await Promise.all([
    pageArt(number, panels, context),
    fontFilesOf(panels, context.getBlob),
  ]);
  return storeStrip({ panels, art, page: { number, ...look, credit, ...(fonts && { fonts }) } }, context);
}
