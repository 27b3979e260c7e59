// Hats, as `assets/parts/hats` draws them in each view.
import type { CharacterDesign } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { Prop, View } from "../../closed/staging.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { isEastern } from "../clothes/armour.ts";
import { fillWord, paintOf } from "../hair/hair-ink.ts";

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
