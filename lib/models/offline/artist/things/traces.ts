// Handprints: on a wall, or, if told, on the sole of a shoe seen from below.
import type { Picture } from "../closed/storyboard.ts";
import { chance } from "../pen/chance.ts";
import { placed } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { drawOnSheet } from "../places/sheets.ts";

/** Whether the print is on the sole of a shoe. */
export const isOnSole = ({ told }: Pick<Picture, "told">): boolean => told.things.onSole === true;

/** The visible things of a picture, without a print under a shoe, which is visible only from below. */
export const setIn = (picture: Pick<Picture, "told" | "props">): Picture["props"] =>
  isOnSole(picture) ? picture.props.filter((prop) => prop !== "handprint") : picture.props;

/** Draws the sole of a shoe: 300 long, centred on the origin, with the toe up. */
export const drawSole = (paper: Pen): void =>
  drawOnSheet(paper.of(MATERIALS.slate), "near/sole", (u, v) => [u, v], { rng: chance(0) });

/** Placement of the print on a sole: on the tread of the ball of the foot. */
export const ON_SOLE = placed(-3, -70, 8, 1.12);
