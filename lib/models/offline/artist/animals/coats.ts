// The colour of fur and feathers: as the design says, unless the animal's own look leaves no choice.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Design } from "../camera/design.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";

export const coatOf = ({ told, hair }: Design): Paint => paintOf(told?.coat ?? hair.fill);

/** The paint of the one ear that is unlike the rest of an animal. */
export const oddEarOf = ({ told }: Design): Paint | undefined => told?.oddEar && paintOf(told.oddEar);

/** The word of a coat in drawings: what its paint is called. */
export const coatWord = (paint: Paint): "black" | "white" | "grey" =>
  typeof paint === "string" ? paint : "grey";
