// The book's style, as the concept states it, and whether the book is in colour.
import { ConceptSchema } from "../manga/concept.ts";
import type { MangaContext } from "./tools.ts";

/** Input: the concept. */
export async function styleOf(context: MangaContext) {
  const { style } = await context.output({ phase: "concept", of: "book" }, ConceptSchema);
  const { colorMode } = context.params;
  return { style, ...(colorMode && { colorMode }) };
}
