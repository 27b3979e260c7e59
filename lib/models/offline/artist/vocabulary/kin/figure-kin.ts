// Words for how the body is, where somebody is, what they sit on, and what their face does, by the facts that the artist draws.

import type { FigureTold } from "../../closed/told.ts";
import { factsOf, testsOf } from "../listed-kin.ts";
import type { Tests } from "../phrase.ts";

type Facts = Tests<FigureTold>;
type Manner = NonNullable<FigureTold["manner"]>;

export const MANNERS: Tests<Manner | "curled"> = testsOf("manners");

/** More than one in the same words: the first. */
export const WHERE_FACTS: Facts = factsOf("where-facts");

/** Words of `seats.ts`. */
export const SEATS: ReadonlySet<string> = new Set([
  ...(["stool", "ground", "barrel", "crate", "rock", "log", "step", "berth", "pew", "wheelchair"] as const),
]);

export const SEAT_WORDS: Tests<string> = testsOf("seat-words");

export const FACE_FACTS: Facts = factsOf("face-facts");
