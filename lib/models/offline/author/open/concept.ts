// The concept in open words.
import type { Concept } from "../../../../manga/concept.ts";
import type { Style } from "../../../../manga/style.ts";
import type * as closed from "../../closed/concept.ts";

/** The author's concept with the style that a brief asks for. */
export const openConcept = ({ people, ...concept }: closed.Concept, style: Style): Concept => ({
  ...concept,
  style,
  people: people.map(({ gender, ...person }) => ({ ...person, sex: gender })),
});
