// What a page has for screens: its renditions, and its panels as one column to scroll.
import type { BookPage } from "../manga/book.ts";
import { letteringSeed } from "../manga/seed.ts";
import { panelStep } from "./made-by.ts";
import { pageArt } from "./painted-art.ts";
import { storeRenditions } from "./store-marked.ts";
import { storeStrip } from "./store-strip.ts";
import type { MangaContext } from "./tools.ts";

/** A page that was lettered before there were renditions or strips gets them when its book is bound. */
export async function forScreens(
  page: BookPage,
  credit: string | undefined,
  context: MangaContext,
): Promise<BookPage> {
  const { renditions = await renditionsOf(page, context), strip = await stripOf(page, credit, context) } =
    page;
  return { ...page, renditions, strip };
}

async function renditionsOf({ number, panels, image }: BookPage, context: MangaContext) {
  const shows = panels.map(({ id }) => panelStep(number, id));
  return storeRenditions({ bytes: await context.getBlob(image), shows }, context);
}

async function stripOf({ number, panels }: BookPage, credit: string | undefined, context: MangaContext) {
  const { language, direction, colorMode, dropPunctuation, seed } = context.params;
  const look = { language, direction, colorMode, dropPunctuation, seed: letteringSeed(seed, number) };
  const art = await pageArt(number, panels, context);
  return storeStrip({ panels, art, page: { number, ...look, credit } }, context);
}
