// The front of the house that a door belongs to, where one is told of out of doors: a wall, a show window with what is sold,
// an awning, and a board that hangs out with the sign of the trade.

import type { PanelView } from "../../camera/view.ts";
import type { Trade } from "../../closed/told.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import { boxed, corner, ellipse, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { whereIs } from "../places.ts";
import { lightOf } from "../weather/light.ts";

type Goods = Trade | "shop" | "none";

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
  const wall = pen.of(MATERIALS.plaster);
  wall.shape(box(-1.3, 0, 3.1, 3.5), { tone: 0.12 }, 0.9);
  wall.fill(box(-1.3, 2.95, 3.1, 3.5), { tone: 0.3 });
  wall.shape(sharp([at(-1.5, 3.42), at(3.3, 3.42), at(3.3, 3.6), at(-1.5, 3.6)]), { tone: 0.6 }, 0.8);
  for (let i = 0; i < 26; i++) {
    const [u, v] = [rng.between(-1.2, 2.9), rng.between(0.1, 2.8)];
    const row = Math.round(v / 0.14) * 0.14;
    wall.line([at(u, row), at(u + rng.between(0.12, 0.34), row)], 0.35, "none");
  }
  pen.of(MATERIALS.stone).shape(box(-1.3, 0, 3.1, 0.34), { tone: 0.44 }, 0.6);
  drawWindow(pen, { at, box, late, trade, rng: rng.next });
  if (trade !== "none") {
    drawAwning(pen, at);
    drawSign(pen, at, k, trade);
  }
  const lamp = pen.of(MATERIALS.lamp);
  lamp.shape(box(-0.82, 2.02, -0.66, 2.3), late ? "white" : { tone: 0.2 }, 0.8);
  pen.fill(box(-0.86, 2.3, -0.62, 2.36), "black");
}

interface Window {
  at: Place;
  box: (u0: number, v0: number, u1: number, v1: number) => Pt[];
  late: boolean;
  trade: Goods;
  rng: () => number;
}

function drawWindow(pen: Pen, { at, box, late, trade, rng }: Window): void {
  const wood = pen.of(MATERIALS.wood);
  wood.shape(box(0.86, 0.5, 2.84, 2.1), { tone: 0.5 }, 0.8);
  const glass = box(0.96, 0.6, 2.74, 2);
  pen.of(MATERIALS.glass).shape(glass, late ? "white" : { tone: 0.4 }, 0.6);
  pen.inside(glass, (p) => {
    for (const [i, v] of [0.62, 1.06, 1.5].entries()) {
      wood.fill(box(0.9, v - 0.05, 2.8, v), "black");
      for (let u = 1.02; u < 2.7; u += 0.3) drawGoods(p, at, [u + (i % 2) * 0.1, v], { trade, rng });
    }
    if (!late) p.fill(sharp([at(1.1, 0.5), at(1.34, 0.5), at(1.9, 2.1), at(1.66, 2.1)]), { light: 0.45 });
  });
  wood.shape(box(1.82, 0.6, 1.88, 2), { tone: 0.5 }, 0.5);
  wood.shape(box(0.8, 0.42, 2.9, 0.5), "white", 0.7);
}

/** One thing on a shelf: its middle and where it stands. */
function drawGoods(pen: Pen, at: Place, [u, v]: Pt, { trade, rng }: Pick<Window, "trade" | "rng">): void {
  const [x, y] = at(u + 0.12, v);
  const k = Math.abs(at(0, 1)[1] - at(0, 0)[1]);
  const r = k * (0.1 + rng() * 0.04);
  if (trade === "bakery") {
    const loaf = pen.of(MATERIALS.lamp);
    const long = rng() < 0.4;
    loaf.shape(
      long ? ellipse(x, y - r * 1.2, r * 0.5, r * 1.5, 10) : ellipse(x, y - r * 0.7, r * 1.3, r * 0.8, 10),
      { tone: 0.3 },
      0.5,
    );
    for (const d of [-0.5, 0, 0.5])
      pen.line(
        long
          ? through([x - r * 0.3, y - r * (1.3 + d)], [x + r * 0.3, y - r * (1.1 + d)])
          : through([x + r * d - r * 0.2, y - r * 1.2], [x + r * d + r * 0.2, y - r * 0.5]),
        0.4,
      );
  } else if (trade === "clocks") {
    pen.shape(ellipse(x, y - r * 1.2, r * 1.1, r * 1.1, 12), "white", 0.6);
    pen.line(through([x, y - r * 1.9], [x, y - r * 1.2], [x + r * 0.5, y - r]), 0.5, "none");
  } else if (trade === "flowers") {
    pen.of(MATERIALS.leaf).line(through([x, y], [x - r * 0.2, y - r * 1.6]), 0.6);
    for (const d of [-0.7, 0.1, 0.8])
      pen
        .of(MATERIALS.blossom)
        .shape(ellipse(x + d * r, y - r * (1.9 + (d > 0 ? 0.5 : 0)), r * 0.5, r * 0.5, 7), "white", 0.45);
  } else {
    const h = r * (1.2 + rng());
    pen
      .of(MATERIALS.cloth)
      .shape(
        sharp(boxed([x - r * 0.7, y], [x + r * 0.7, y - h])),
        rng() < 0.5 ? "white" : { tone: 0.4 },
        0.45,
      );
  }
}

function drawAwning(pen: Pen, at: Place): void {
  const cloth = pen.of(MATERIALS.red);
  const n = 9;
  for (let i = 0; i < n; i++) {
    const [a, b] = [0.7 + (2.3 * i) / n, 0.7 + (2.3 * (i + 1)) / n];
    const out = (u: number) => 0.7 + (u - 0.7) * 1.06 - 0.05;
    cloth.shape(
      [
        corner(at(a, 2.62)),
        corner(at(b, 2.62)),
        corner(at(out(b), 2.16)),
        at((out(a) + out(b)) / 2, 2.06),
        corner(at(out(a), 2.16)),
      ],
      i % 2 ? "white" : { tone: 0.6 },
      0.6,
    );
  }
}

/** A board on an arm, with a picture on it that whoever cannot read knows. */
function drawSign(pen: Pen, at: Place, k: number, trade: Goods): void {
  pen.stroke([at(-1.3, 2.9), at(-0.1, 2.9)], "black", 2.2);
  for (const u of [-1.05, -0.3]) pen.stroke([at(u, 2.9), at(u, 2.74)], "black", 1);
  const [x, y] = at(-0.68, 2.58);
  pen.of(MATERIALS.wood).shape(ellipse(x, y, k * 0.52, k * 0.2, 14), "white", 1.1);
  pen.contour(ellipse(x, y, k * 0.46, k * 0.16, 14), 0.4);
  const r = k * 0.13;
  if (trade === "bakery") {
    pen.of(MATERIALS.lamp).shape(ellipse(x, y, r * 2, r * 0.9, 12), { tone: 0.34 }, 0.8);
    for (const d of [-0.9, 0, 0.9])
      pen.line(through([x + r * d - r * 0.3, y - r * 0.6], [x + r * d + r * 0.3, y + r * 0.2]), 0.7);
  } else if (trade === "clocks") {
    pen.shape(ellipse(x, y, r, r, 12), "white", 0.8);
    pen.line(through([x, y - r * 0.7], [x, y], [x + r * 0.5, y + r * 0.2]), 0.7, "none");
  } else if (trade === "books") {
    pen.shape(
      sharp([
        [x - r * 1.6, y - r * 0.7],
        [x, y - r * 0.4],
        [x + r * 1.6, y - r * 0.7],
        [x + r * 1.6, y + r * 0.6],
        [x, y + r * 0.9],
        [x - r * 1.6, y + r * 0.6],
      ]),
      "white",
      0.8,
    );
    pen.line(through([x, y - r * 0.4], [x, y + r * 0.9]), 0.6, "none");
  } else if (trade === "flowers") {
    for (let i = 0; i < 5; i++) {
      const a = (i / 5) * Math.PI * 2;
      pen
        .of(MATERIALS.blossom)
        .shape(
          ellipse(x + Math.cos(a) * r * 0.6, y + Math.sin(a) * r * 0.6, r * 0.5, r * 0.45, 7),
          "white",
          0.6,
        );
    }
  } else
    for (const d of [-1.6, -0.4, 0.8])
      pen.fill(sharp(boxed([x + r * d, y - r * 0.5], [x + r * (d + 0.8), y + r * 0.5])), { tone: 0.6 });
}
