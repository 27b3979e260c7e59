// The story read into clauses: each unit's text by itself, whatever its kind, with what only the whole story tells of them.
import type { Story } from "../../../../manga/story.ts";
import type { ReadStory } from "../facts.ts";
import { withDiscourse } from "./narration.ts";
import { clauseReader } from "./read-clauses.ts";

/** Loads the language's dictionary on the first call. Its time grows with the length of the text. */
export async function readStory({ language, title, cast = [], units }: Story): Promise<ReadStory> {
  const read = await clauseReader(language);
  const plain = units.map((unit) => ({ unit, sentences: read(unit.text, unit.kind === "speech") }));
  const notes = cast.map((one) => ({ ...one, sentences: read(one.notes, false) }));
  return {
    ...{ language, cast: notes, units: withDiscourse(plain, language) },
    ...(title === undefined ? {} : { title }),
  };
}
