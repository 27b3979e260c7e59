// How the book is drawn: the style that the concept chose, and whether it is in colour.
import { ConceptSchema } from "../manga/concept.ts";
import type { MangaContext } from "./tools.ts";

/** Input: the concept. */
export async function styleOf(context: MangaContext) {
  const { style } = await context.output({ phase: "concept", of: "book" }, ConceptSchema);
  const { colorMode } = context.params;
  return { style, ...(colorMode && { colorMode }) };
}
