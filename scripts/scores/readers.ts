// The readers that `npm run scores -- reader` can score, by the name of their option, and the book that one of them makes with the code
// director.
import { drawStoryboard } from "../../lib/direction/storyboard.ts";
import { defaultDirection } from "../../lib/manga/language.ts";
import type { Story } from "../../lib/manga/story.ts";
import type { Brief, ReadingProgram } from "../../lib/models/reader.ts";
import type { WholeBook } from "./made-book.ts";

const READERS: Readonly<Record<string, () => Promise<ReadingProgram>>> = {
  "offline-author": async () => (await import("../../lib/models/offline/author/author.ts")).offlineAuthor(),
};

export const READER_NAMES: readonly string[] = Object.keys(READERS);
export const DEFAULT_READER = "offline-author";

/** As the defaults of the command make it: seed 0 has no meaning of its own, and the pages are as many as the reader wants. */
const SEED = 7;

/** Throws a `RangeError` for a name that is no reader, and what the reader throws. */
export async function makeBook(name: string, story: Story): Promise<WholeBook> {
  const reader = await READERS[name]?.();
  if (reader === undefined) throw new RangeError(`there is no reader "${name}"`);
  const brief: Brief = { seed: SEED, direction: defaultDirection(story.language), style: "manga" };
  const { signal } = new AbortController();
  const concept = (await reader.read("concept", { story, brief }, signal)).output;
  const cast = (await reader.read("characters", { story, brief, concept }, signal)).output;
  const plot = (await reader.read("plot", { story, brief, concept }, signal)).output;
  const boards = plot.pages.map(({ number: page }) => drawStoryboard({ brief, concept, cast, plot, page }));
  return { concept, cast, plot, boards };
}
