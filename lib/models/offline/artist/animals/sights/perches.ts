// What animals perch on that no other part of a picture draws: wires, the edge of a roof, a bough; and water about those that swim.

import type { PanelView } from "../../camera/view.ts";
import { corner, ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";

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

/** The corner of a tiled roof that reaches into the picture. */
export function drawEaves(pen: Pen, { width, height, picture }: PanelView, left: boolean): void {
  const down = picture.room * 0.03;
  const at = (u: number, v: number): Pt => [width * (left ? u : 1 - u), height * (v + down)];
  const p = pen.of(MATERIALS.slate).withNib(Math.max(2, height / 240));
  const edge: Pt[] = [at(-0.04, 0.29), at(0.4, 0.12)];
  const roof = [
    corner(edge[0] ?? [0, 0]),
    corner(edge[1] ?? [0, 0]),
    corner(at(0.44, 0.15)),
    corner(at(0.3, 0.34)),
    corner(at(-0.04, 0.5)),
  ];
  p.shape(roof, { tone: 0.5 }, 1);
  p.inside(roof, (q) => {
    for (let i = 0; i < 9; i += 1)
      q.line([at(-0.04 + i * 0.055, 0.29 - i * 0.021), at(-0.1 + i * 0.055, 0.56 - i * 0.021)], 0.6, "none");
    for (let i = 1; i < 5; i += 1)
      q.line([at(-0.04, 0.29 + i * 0.05), at(0.44, 0.105 + i * 0.05)], 0.5, "none");
  });
  p.shape(
    [corner(at(-0.04, 0.275)), corner(at(0.405, 0.105)), corner(at(0.415, 0.135)), corner(at(-0.04, 0.31))],
    { tone: 0.24 },
    0.9,
  );
}

/** A bough from the side, with twigs and leaves, bare in winter. */
export function drawBough(pen: Pen, { width, height, picture }: PanelView, left: boolean): void {
  const down = picture.room * 0.03;
  const at = (u: number, v: number): Pt => [width * (left ? u : 1 - u), height * (v + down)];
  const p = pen.of(MATERIALS.wood).withNib(Math.max(2, height / 240));
  p.shape(
    [
      corner(at(-0.03, 0.2)),
      at(0.12, 0.235),
      at(0.3, 0.26),
      corner(at(0.46, 0.235)),
      at(0.3, 0.278),
      at(0.12, 0.268),
      corner(at(-0.03, 0.27)),
    ],
    "black",
    0.8,
  );
  for (const [a, b, c] of [
    through([0.24, 0.26], [0.34, 0.32], [0.42, 0.34]),
    through([0.3, 0.26], [0.38, 0.2], [0.44, 0.17]),
    through([0.06, 0.24], [0.12, 0.32], [0.18, 0.37]),
  ] as const)
    p.line([at(a[0], a[1]), at(b[0], b[1]), at(c[0], c[1])], 1.6, "end");
  if (picture.scene.season === "winter") return;
  const leaf = pen
    .of(picture.scene.season === "autumn" ? MATERIALS.autumn : MATERIALS.leaf)
    .withNib(Math.max(1.6, height / 300));
  for (const [u, v, turn] of [
    [0.43, 0.34, 0.6],
    [0.4, 0.33, 2],
    [0.45, 0.17, -0.6],
    [0.42, 0.18, 1],
    [0.46, 0.235, 0.2],
    [0.18, 0.37, 1.4],
    [0.15, 0.35, 2.6],
  ] as const) {
    const [x, y] = at(u, v);
    const l = height * 0.045;
    const d = left ? turn : Math.PI - turn;
    const tip: Pt = [x + Math.cos(d) * l, y + Math.sin(d) * l];
    const [nx, ny] = [-Math.sin(d) * l * 0.3, Math.cos(d) * l * 0.3];
    leaf.shape(
      [
        corner([x, y]),
        [(x + tip[0]) / 2 + nx, (y + tip[1]) / 2 + ny],
        corner(tip),
        [(x + tip[0]) / 2 - nx, (y + tip[1]) / 2 - ny],
      ],
      { tone: 0.4 },
      0.7,
    );
  }
}

/** Rings about whoever is in water; where the place has none, a pool of it. */
export function drawPool(pen: Pen, [x, y]: Pt, wide: number, wet: boolean): void {
  if (!wet) pen.of(MATERIALS.water).shape(ellipse(x, y, wide * 0.9, wide * 0.16, 16), { tone: 0.1 }, 0.7);
  for (const [dy, w] of through([0, 0.62], [wide * 0.05, 0.8], [-wide * 0.05, 0.5]))
    pen.line(
      [
        [x - wide * w, y + dy],
        [x - wide * w * 0.3, y + dy + 3],
        [x + wide * w * 0.3, y + dy - 1],
        [x + wide * w, y + dy + 2],
      ],
      0.8,
    );
}
