// The front of the house that a door belongs to, where one is told of out of doors: a wall, a show window with what is sold,
// an awning, and a board that hangs out with the sign of the trade.

import type { PanelView } from "../../camera/view.ts";
import type { Trade } from "../../closed/told.ts";
import { type Chance, chance, hashOf } from "../../pen/chance.ts";
import { boxed, type Pt, sharp } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { sheetAt } from "../paper.ts";
import { whereIs } from "../places.ts";
import { drawOnSheet } from "../sheets.ts";
import { lightOf } from "../weather/light.ts";

/** Metres from the middle of the door: right and up. */
type Place = (u: number, v: number) => Pt;

interface Front {
  /** Where the middle of the door's foot is, in units, and units in a metre. */
  foot: Pt;
  k: number;
}

export function drawHouseFront(paper: Pen, view: PanelView, { foot: [x, floor], k }: Front): void {
  const { scene, told } = view.picture;
  const rng = chance(hashOf(whereIs(scene), "front"));
  const trade = told.place.doorTrade ?? "none";
  const side = x < view.width / 2 ? 1 : -1;
  const at: Place = (u, v) => [x + u * k * side, floor - v * k];
  const box = (u0: number, v0: number, u1: number, v1: number): Pt[] =>
    sharp([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)]);
  const pen = paper.withNib(Math.max(2, Math.min(3, view.height / 220))).inLight(lightOf(view, false));
  const late = scene.hour === "night" || scene.hour === "dusk";
  const look = {
    rng,
    paints: { glass: late ? "white" : { tone: 0.4 }, lamp: late ? "white" : { tone: 0.2 } } as const,
  };
  const wall = pen.of(MATERIALS.plaster);
  drawOnSheet(pen, "town/house-front", at, look);
  for (let i = 0; i < 26; i++) {
    const [u, v] = [rng.between(-1.2, 2.9), rng.between(0.1, 2.8)];
    const row = Math.round(v / 0.14) * 0.14;
    wall.line([at(u, row), at(u + rng.between(0.12, 0.34), row)], 0.35, "none");
  }
  drawOnSheet(pen, "town/house-window", at, look);
  pen.inside(box(0.96, 0.6, 2.74, 2), (p) => {
    for (const [i, v] of [0.62, 1.06, 1.5].entries()) {
      pen.of(MATERIALS.wood).fill(box(0.9, v - 0.05, 2.8, v), "black");
      for (let u = 1.02; u < 2.7; u += 0.3)
        drawGoods(p, { at: at(u + (i % 2) * 0.1 + 0.12, v), k, trade, rng });
    }
    if (!late) p.fill(sharp([at(1.1, 0.5), at(1.34, 0.5), at(1.9, 2.1), at(1.66, 2.1)]), { light: 0.45 });
  });
  drawOnSheet(pen, "town/house-sill", at, look);
  if (trade !== "none") {
    drawOnSheet(pen, "town/house-awning", at, look);
    drawOnSheet(pen, `town/sign-${trade}`, sheetAt(at(-0.68, 2.58), k * 0.13), look);
  }
  drawOnSheet(pen, "town/house-lamp", at, look);
}

interface Goods {
  /** The middle of its foot. */
  at: Pt;
  k: number;
  trade: Trade | "shop" | "none";
  rng: Chance;
}

/** One thing on a shelf. */
function drawGoods(pen: Pen, { at: [x, y], k, trade, rng }: Goods): void {
  const r = k * (0.1 + rng.next() * 0.04);
  const sheet = sheetAt([x, y], r);
  if (trade === "bakery") drawOnSheet(pen, rng.next() < 0.4 ? "town/long-loaf" : "town/loaf", sheet, { rng });
  else if (trade === "clocks") drawOnSheet(pen, "town/small-clock", sheet, { rng });
  else if (trade === "flowers") drawOnSheet(pen, "town/cut-flowers", sheet, { rng });
  else {
    const h = r * (1.2 + rng.next());
    const paint = rng.next() < 0.5 ? "white" : { tone: 0.4 };
    pen.of(MATERIALS.cloth).shape(sharp(boxed([x - r * 0.7, y], [x + r * 0.7, y - h])), paint, 0.45);
  }
}
