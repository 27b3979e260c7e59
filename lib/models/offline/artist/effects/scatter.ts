// Small stuff that flies all over a place because it is told: grains, powder, paper, feathers.

import type { Composition } from "../camera/composition.ts";
import type { PanelView } from "../camera/view.ts";
import type { Stuff } from "../closed/told.ts";
import { type Chance, chance, hashOf } from "../pen/chance.ts";
import { ellipse, type Pt, placed } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";

const SIZES: Readonly<Record<Stuff, readonly [least: number, most: number]>> = {
  ...{
    grains: [0.0008, 0.0015],
    powder: [0.0012, 0.0052],
    sheets: [0.003, 0.0055],
    feathers: [0.002, 0.004],
  },
};
const MANY: Readonly<Record<Stuff, number>> = { grains: 150, powder: 420, sheets: 13, feathers: 16 };

/** Draws it before everything else, the faces left clear; nothing where nothing is told to fly about. */
export function drawScatter(pen: Pen, view: PanelView, plan: Composition): void {
  const { picture, width, height, seed } = view;
  if (picture.shot === "close") return;
  const stuff = picture.told.scattered;
  if (stuff === undefined) return;
  const rng = chance(hashOf(seed, "scatter"));
  const size = Math.min(width, height);
  // It comes from one place near the ground, and is thickest there.
  const from: Pt = [width * rng.between(0.35, 0.65), height * 0.72];
  // Powder is in puffs as well: round heads, light, their foot in the shade.
  for (let i = 0; i < (stuff === "powder" ? 9 : 0); i++) {
    const [x, y] = away(from, view, rng, 0.6);
    drawPart(pen.at(placed(x, y, 0, (size * rng.between(0.03, 0.075)) / 100)), "effects/powder");
  }
  for (let i = 0; i < MANY[stuff]; i++) {
    const at = away(from, view, rng);
    if (plan.standing.some(({ face, scale }) => Math.hypot(at[0] - face[0], at[1] - face[1]) < scale * 62))
      continue;
    bit(pen, at, stuff, { size, rng });
  }
}

/** Somewhere about a point, oftener near it, but no nearer than a share of the way to the frame. */
function away([x, y]: Pt, { width, height }: PanelView, rng: Chance, least = 0): Pt {
  const turn = rng.between(0, Math.PI * 2);
  const far = least + (1 - least) * rng.next() ** 0.7;
  return [x + Math.cos(turn) * far * width * 0.6, y + Math.sin(turn) * far * height * 0.68];
}

/** A grain of powder is a speck; all else is a part, so large beside the shorter side of the panel. */
function bit(pen: Pen, [x, y]: Pt, stuff: Stuff, { size, rng }: { size: number; rng: Chance }): void {
  const turn = rng.between(0, 360);
  const [least, most] = SIZES[stuff];
  const r = size * rng.between(least, most);
  if (stuff === "powder") pen.fill(ellipse(x, y, r, r, 5), "black");
  else drawPart(pen.at(placed(x, y, turn, r)), `effects/${stuff}`);
}
