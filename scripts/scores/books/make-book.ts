// Makes the book of a story up to the storyboard with any reader and the code director, as a session's phases do.
import { drawStoryboard } from "../../../lib/direction/storyboard.ts";
import { defaultDirection } from "../../../lib/manga/language.ts";
import { plotForPage } from "../../../lib/manga/page-plot.ts";
import { rebalancePages } from "../../../lib/manga/rebalance-pages.ts";
import { withSpreads } from "../../../lib/manga/spread.ts";
import type { Story } from "../../../lib/manga/story.ts";
import type { Brief } from "../../../lib/models/reader.ts";
import { findReaders } from "../../../lib/models/readers.ts";
import { unmeteredContext } from "../../../lib/models/unmetered-context.ts";
import type { WholeBook } from "./made-book.ts";

/** Any seed works: readings do not depend on it, only variants of looks. */
const SEED = 7;

/**
 * Makes as many pages as the reader proposes unless `wish` says otherwise. Throws a `TerminalError` for an unknown reader, and errors of
 * the reader.
 */
export async function makeBook(reader: string, story: Story, wish: Partial<Brief> = {}): Promise<WholeBook> {
  const { read } = await findReaders()(reader);
  const brief: Brief = {
    ...{ seed: SEED, direction: defaultDirection(story.language), style: "manga" },
    ...wish,
  };
  const context = unmeteredContext();
  const concept = await read("concept", { story, brief }, context);
  const cast = await read("characters", { story, brief, concept }, context);
  const written = await read("plot", { story, brief, concept }, context);
  const plot = { ...written, pages: withSpreads(rebalancePages(written.pages)) };
  const boards = plot.pages.map(({ number }) =>
    drawStoryboard({ brief, concept, cast, plot: plotForPage(plot, number).plot, page: number }),
  );
  return { concept, cast, plot, boards };
}
