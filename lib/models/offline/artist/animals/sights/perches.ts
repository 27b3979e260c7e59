// What animals perch on that no other part of a picture draws: wires, the edge of a roof, a bough; and water about those that swim.

import type { PanelView } from "../../camera/view.ts";
import { ellipse, type Pt, placed, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";

/** Two wires across the sky, the nearer one bearing. */
export function drawWires(pen: Pen, { width, height, picture }: PanelView): void {
  const down = picture.room * 0.03;
  const p = pen.withNib(Math.max(1.6, height / 300));
  for (const [drop, weight] of through([0, 1.1], [-0.05, 0.7], [0.09, 0.6])) {
    const wire = Array.from({ length: 7 }, (_, i): Pt => {
      const u = -0.02 + (i / 6) * 1.04;
      return [u * width, (0.17 + Math.sin(Math.PI * u) * 0.035 + drop + down) * height];
    });
    p.line(wire, weight, "none");
  }
}

/** The frame of a panel in hundredths of its sides, on its left or on its right. */
const onSide =
  ({ width, height, picture }: PanelView, left: boolean) =>
  (u: number, v: number): Pt => [width * (left ? u : 1 - u), height * (v + picture.room * 0.03)];

function drawOnSide(pen: Pen, view: PanelView, left: boolean, part: string): void {
  const at = onSide(view, left);
  const look = { frames: { panel: ([x, y]: Pt) => at(x / 100, y / 100) } };
  drawPart(pen.withNib(Math.max(2, view.height / 240)), `perches/${part}`, look);
}

/** The corner of a tiled roof that reaches into the picture. */
export const drawEaves = (pen: Pen, view: PanelView, left: boolean): void =>
  drawOnSide(pen.of(MATERIALS.slate), view, left, "eaves");

/** A bough from the side, with twigs and leaves, bare in winter. */
export function drawBough(pen: Pen, view: PanelView, left: boolean): void {
  const { height, picture } = view;
  const at = onSide(view, left);
  drawOnSide(pen.of(MATERIALS.wood), view, left, "bough");
  if (picture.scene.season === "winter") return;
  const leaf = pen
    .of(picture.scene.season === "autumn" ? MATERIALS.autumn : MATERIALS.leaf)
    .withNib(Math.max(1.6, height / 300));
  for (const [u, v, turn] of [
    [0.43, 0.34, 34.3774677],
    [0.4, 0.33, 114.591559],
    [0.45, 0.17, -34.3774677],
    [0.42, 0.18, 57.2957795],
    [0.46, 0.235, 11.4591559],
    [0.18, 0.37, 80.2140913],
    [0.15, 0.35, 148.9690267],
  ] as const) {
    const [x, y] = at(u, v);
    const k = height * 0.00045;
    drawPart(leaf.at(placed(x, y, left ? turn : 180 - turn, k)), "perches/leaf");
  }
}

/** Rings about whoever is in water; where the place has none, a pool of it. */
export function drawPool(pen: Pen, [x, y]: Pt, wide: number, wet: boolean): void {
  if (!wet) pen.of(MATERIALS.water).shape(ellipse(x, y, wide * 0.9, wide * 0.16, 16), { tone: 0.1 }, 0.7);
  for (const [dy, w] of through([0, 0.62], [wide * 0.05, 0.8], [-wide * 0.05, 0.5]))
    pen.line(
      [-1, -0.3, 0.3, 1].map((u, i): Pt => [x + wide * w * u, y + dy + ([0, 3, -1, 2][i] ?? 0)]),
      0.8,
    );
}
