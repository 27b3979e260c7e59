// Prints that hands leave: on a wall, or, where it is told, on the sole of a shoe that is looked at from below.
import type { Picture } from "../closed/storyboard.ts";
import { chance } from "../pen/chance.ts";
import { placed } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { drawOnSheet } from "../places/sheets.ts";

/** Whether what is printed lies under a shoe, which no wall shows. */
export const isOnSole = ({ told }: Pick<Picture, "told">): boolean => told.things.onSole === true;

/** The things that stand or hang in a picture: a print under a shoe is in none that shows the shoe from above. */
export const setIn = (picture: Pick<Picture, "told" | "props">): Picture["props"] =>
  isOnSole(picture) ? picture.props.filter((prop) => prop !== "handprint") : picture.props;

/** The sole of a shoe from its toe, which is up, to its heel. It is 300 long, its middle is at 0, 0. */
export const drawSole = (paper: Pen): void =>
  drawOnSheet(paper.of(MATERIALS.slate), "near/sole", (u, v) => [u, v], { rng: chance(0) });

/** Where on a sole the print lies, and how large: over the tread of the ball. */
export const ON_SOLE = placed(-3, -70, 8, 1.12);
