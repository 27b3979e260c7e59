// Adapts a story whole, read by the author and drawn up by the code director, for tests that judge books.

import { drawStoryboard } from "../../../../direction/storyboard.ts";
import type { Language } from "../../../../manga/language.ts";
import { type StoryboardDraft, StoryboardDraftSchema } from "../../../../manga/storyboard.ts";
import type { Brief } from "../../../reader.ts";
import { type ReadBook, readBook } from "./read-book.ts";

export interface Adapted extends ReadBook {
  boards: StoryboardDraft[];
}

/** The book that `readBook` reads, with its panels; it keeps every schema. */
export async function adapt(text: string, language: Language, wish: Partial<Brief> = {}): Promise<Adapted> {
  const book = await readBook(text, language, wish);
  const boards = book.plot.pages.map(({ number: page }) => drawStoryboard({ ...book, page }));
  for (const board of boards) StoryboardDraftSchema.parse(board);
  return { ...book, boards };
}
