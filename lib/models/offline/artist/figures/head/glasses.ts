// Glasses, and the rain that runs down them, as `assets/parts/glasses` draws them in each view.

import type { CharacterDesign } from "../../closed/cast.ts";
import type { View } from "../../closed/staging.ts";
import { hashOf } from "../../pen/chance.ts";
import { placed } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import type { FaceLook } from "./head-rig.ts";

const draw = (pen: Pen, part: string, view: View, { eyeY }: FaceLook): void =>
  drawPart(pen.at(placed(0, eyeY + 1)), `glasses/${part}`, { is: [view] });

/** The sides of glasses run to the ears, under the hair. */
export const drawTemples = (pen: Pen, view: View, face: FaceLook): void => draw(pen, "temples", view, face);

/** How a frame lies round an eye: a circle, a rounded square, or a bar over a lens that hardly shows. */
const FRAMES = ["round", "square", "bar"] as const;

export const drawGlasses = (pen: Pen, view: View, face: FaceLook, { look, id }: CharacterDesign): void =>
  draw(pen, FRAMES[hashOf(look, id, "frame") % FRAMES.length] ?? "round", view, face);

/** Rain on glasses: drops that hang on the lenses, and two that run down from them over the cheek. */
export function drawRainOn(pen: Pen, view: View, face: FaceLook): void {
  if (pen.scale >= 0.45) draw(pen, "rain", view, face);
}
