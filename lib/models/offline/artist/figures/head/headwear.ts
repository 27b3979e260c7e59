// Hats, glasses, and the rain that runs down these, as `assets/parts` draws them in each view.
import type { CharacterDesign } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { Prop, View } from "../../closed/staging.ts";
import { hashOf } from "../../pen/chance.ts";
import { placed } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { isEastern } from "../clothes/armour.ts";
import { fillWord, paintOf } from "../hair/hair-ink.ts";
import type { FaceLook } from "./head-rig.ts";

type Clothes = CharacterDesign["clothes"];

interface HatSort {
  /** Whole crowns of hair are under it. */
  presses: boolean;
  /** It stands above the head. */
  tall: boolean;
  /** The things that it is in a hand. */
  taken: readonly Prop[];
}

export const HATS: Readonly<Record<Clothes["hat"], HatSort>> = measuresOf("hats");

/** Clothes with which a hat is a cone of sedge. */
const WITH_SEDGE: ReadonlySet<Clothes["top"]> = new Set(["kimono", "robe"]);

export function drawHat(pen: Pen, view: View, design: CharacterDesign): void {
  const { hat, top, topFill } = design.clothes;
  const fill = topFill === "white" ? "mid" : topFill;
  const old =
    hat === "helmet" ? isEastern(design) && "kabuto" : hat === "hat" && WITH_SEDGE.has(top) && "sedge-hat";
  drawPart(pen, `hats/${old || hat}`, { paints: { hat: paintOf(fill) }, is: [view, fillWord(fill)] });
}

const drawOn = (pen: Pen, part: string, view: View, { eyeY }: FaceLook): void =>
  drawPart(pen.at(placed(0, eyeY + 1)), `glasses/${part}`, { is: [view] });

/** The sides of glasses run to the ears, under the hair. */
export const drawTemples = (pen: Pen, view: View, face: FaceLook): void => drawOn(pen, "temples", view, face);

/** How a frame lies round an eye: a circle, a rounded square, or a bar over a lens that hardly shows. */
const FRAMES = ["round", "square", "bar"] as const;

export const drawGlasses = (pen: Pen, view: View, face: FaceLook, { look, id }: CharacterDesign): void =>
  drawOn(pen, FRAMES[hashOf(look, id, "frame") % FRAMES.length] ?? "round", view, face);

/** Rain on glasses: drops that hang on the lenses, and two that run down from them over the cheek. */
export function drawRainOn(pen: Pen, view: View, face: FaceLook): void {
  if (pen.scale >= 0.45) drawOn(pen, "rain", view, face);
}
