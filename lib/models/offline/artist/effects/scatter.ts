// Small stuff that flies all over a place because it is told: grains, powder, paper, feathers.

import type { Composition } from "../camera/composition.ts";
import type { PanelView } from "../camera/view.ts";
import type { Stuff } from "../closed/told.ts";
import { type Chance, chance, hashOf } from "../pen/chance.ts";
import { ellipse, type Pt, placed, pts } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";

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
  if (stuff === "powder") for (let i = 0; i < 9; i++) puffOf(pen, away(from, view, rng, 0.6), size, rng);
  for (let i = 0; i < MANY[stuff]; i++) {
    const at = away(from, view, rng);
    if (plan.standing.some(({ face, scale }) => Math.hypot(at[0] - face[0], at[1] - face[1]) < scale * 62))
      continue;
    bit(pen, { at, stuff, size, rng });
  }
}

/** Somewhere about a point, oftener near it, but no nearer than a share of the way to the frame. */
function away([x, y]: Pt, { width, height }: PanelView, rng: Chance, least = 0): Pt {
  const turn = rng.between(0, Math.PI * 2);
  const far = least + (1 - least) * rng.next() ** 0.7;
  return [x + Math.cos(turn) * far * width * 0.6, y + Math.sin(turn) * far * height * 0.68];
}

interface Bit {
  at: Pt;
  stuff: Stuff;
  /** The shorter side of the panel. */
  size: number;
  rng: Chance;
}

function bit(pen: Pen, { at: [x, y], stuff, size, rng }: Bit): void {
  const turn = rng.between(0, 360);
  const placedAt = (from: number, to: number) => pen.at(placed(x, y, turn, size * rng.between(from, to)));
  switch (stuff) {
    case "powder": {
      const r = size * rng.between(0.0012, 0.0052);
      pen.fill(ellipse(x, y, r, r, 5), "black");
      return;
    }
    case "grains":
      placedAt(0.0008, 0.0015).shape(pts("-15,0! -6,-6 8,-5 15,1 7,6 -7,5"), "white", 0.55);
      return;
    case "sheets": {
      const p = placedAt(0.003, 0.0055);
      p.shape(pts("-10,-13! 8,-11! 11,2 9,14! -9,12! -7,0"), "white", 0.7);
      for (const v of [-6, -1, 4]) p.line(pts(`-5,${v} 6,${v + 0.6}`), 0.4, "none");
      return;
    }
    case "feathers": {
      const p = placedAt(0.002, 0.004);
      p.shape(pts("-16,1! -7,-5 6,-5 15,0! 5,4 -6,4"), "white", 0.6);
      p.line(pts("-21,2 -6,0 11,0"), 0.5, "end");
    }
  }
}

/** A puff of powder: three round heads, light, their foot in the shade. */
function puffOf(pen: Pen, [x, y]: Pt, size: number, rng: Chance): void {
  const r = size * rng.between(0.03, 0.075);
  const p = pen.at(placed(x, y, 0, r / 100, r / 100));
  const heads = pts(
    "-110,34! -128,-10 -84,-52! -62,-104 14,-112 44,-66! 96,-74 128,-22 104,34! 40,58 -50,58",
  );
  p.shape(heads, "white", 0.6);
  p.inside(heads, (q) =>
    q.fill(pts("-140,80! -120,30 -40,36 20,10 70,14 110,-20 150,-30! 150,90!"), { tone: 0.16 }),
  );
  p.line(pts("-60,-30 -30,-50 0,-36"), 0.45);
}
