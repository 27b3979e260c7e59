// The story read into clauses: each unit's text by itself, whatever its kind, with what only the whole story tells of them.
import type { Story } from "../../../../manga/story.ts";
import type { ReadStory } from "../facts.ts";
import type { Sentence } from "./clause.ts";
import { withComments } from "./narration.ts";
import { clauseReader } from "./read-clauses.ts";

/** Loads the language's dictionary on the first call. Its time grows with the length of the text. */
export async function readStory({ language, title, cast = [], units }: Story): Promise<ReadStory> {
  const read = await clauseReader(language);
  const plain = units.map((unit) => ({ unit, sentences: read(unit.text) }));
  const isNarration = ({ unit }: (typeof plain)[number]) =>
    unit.kind === "narration" && unit.form === undefined;
  const settled =
    language === "en"
      ? withComments(plain.filter(isNarration).flatMap(({ sentences }) => sentences))
      : undefined;
  let next = 0;
  const told = plain.map((one): { unit: typeof one.unit; sentences: Sentence[] } => {
    if (settled === undefined || !isNarration(one)) return one;
    const sentences = settled.slice(next, next + one.sentences.length);
    next += sentences.length;
    return { ...one, sentences };
  });
  return { language, ...(title === undefined ? {} : { title }), cast, units: told };
}
