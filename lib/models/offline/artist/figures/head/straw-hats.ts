// Hats that are plaited: of straw with a brim and a ribbon, and the old cone of sedge.
import { corner, type Pt, placed, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Rig } from "./head-rig.ts";

/** A low crown with a dark ribbon over a brim as wide as the shoulders of a child, plaited in rings. */
export function drawStrawHat(pen: Pen, { skull: [cx, r], faceX, view }: Rig): void {
  const w = r + 6;
  const wide = r + 38;
  const x = cx + faceX * 0.2;
  const brow = -20;
  const brim = (k: number): Pt[] => [
    [x - wide * k, brow + 4 * k],
    [x - wide * 0.6 * k, brow - 11 * k],
    [x, brow - 15 * k],
    [x + wide * 0.6 * k, brow - 11 * k],
    [x + wide * k, brow + 4 * k],
    [x + wide * 0.56 * k, brow + 15 * k],
    [x, brow + 19 * k],
    [x - wide * 0.56 * k, brow + 15 * k],
  ];
  pen.shape(brim(1), { tone: 0.12 });
  pen.inside(brim(1), (p) => {
    p.fill(
      [
        corner([x + 4, brow - 20]),
        [x + wide, brow - 20],
        corner([x + wide, brow + 24]),
        [x + wide * 0.5, brow + 10],
      ],
      { tone: 0.3 },
    );
    for (const k of [0.9, 0.8]) p.stroke(brim(k), "black", 0.3, true);
    for (let u = -0.95; u < 1; u += 0.1)
      p.line(
        through([x + wide * u * 0.72, brow + 4], [x + wide * u, brow + 22 - Math.abs(u) * 14]),
        0.3,
        "start",
      );
  });
  const crown: Pt[] = [
    corner([cx - w, brow - 1]),
    [cx - w + 4, brow - 26],
    [cx - w * 0.62, brow - 45],
    [cx, brow - 50],
    [cx + w * 0.62, brow - 45],
    [cx + w - 5, brow - 26],
    corner([cx + w - 2, brow - 1]),
    [cx, brow + 9],
  ];
  pen.shape(crown, { tone: 0.12 });
  pen.inside(crown, (p) => {
    p.fill(
      [
        corner([cx + 10, brow - 60]),
        corner([cx + w + 8, brow - 60]),
        corner([cx + w + 8, brow + 12]),
        [cx + w * 0.5, brow + 8],
        [cx + w * 0.62, brow - 24],
      ],
      { tone: 0.3 },
    );
    for (const up of [20, 30, 40])
      p.stroke(through([cx - w, brow - up + 6], [cx, brow - up + 13], [cx + w, brow - up + 6]), "black", 0.3);
    p.fill(
      [
        corner([cx - w - 4, brow - 15]),
        [cx, brow - 6],
        corner([cx + w + 4, brow - 15]),
        corner([cx + w + 4, brow]),
        [cx, brow + 10],
        corner([cx - w - 4, brow]),
      ],
      "black",
    );
  });
  if (view !== "front") return;
  pen.line(through([cx - w + 6, brow + 12], [cx - w * 0.7, 26], [faceX - 3, 52]), 0.5, "none");
  pen.line(through([cx + w - 8, brow + 12], [cx + w * 0.7, 26], [faceX + 3, 52]), 0.5, "none");
}

/** A cone of plaited sedge whose brim shades the brow, tied under the chin. */
export function drawSedgeHat(pen: Pen, { skull: [cx, r], view, faceX }: Rig): void {
  const wide = r + 40;
  const x = cx + faceX * 0.3;
  const brim = (u: number): Pt => [x + wide * u, -12 + (1 - u * u) * 9];
  if (view !== "back")
    for (const s of [-1, 1] as const)
      pen.line(through([x + s * r * 0.86, -8], [x + s * r * 0.66, 26], [faceX + s * 3, 53]), 0.6, "none");
  const outline: Pt[] = [
    corner(brim(-1)),
    [x - wide * 0.5, -46],
    [x - 6, -80],
    [x + 6, -80],
    [x + wide * 0.5, -46],
    corner(brim(1)),
    brim(0.5),
    brim(0),
    brim(-0.5),
  ];
  // High enough for the eyes to be seen under the brim.
  const up = pen.at(placed(0, -9));
  up.shape(outline, { tone: 0.14 });
  up.inside(outline, (p) => {
    p.fill(
      [
        corner([x + 4, -84]),
        [x + wide * 0.3, -40],
        corner(brim(0.42)),
        corner([x + wide * 1.1, 0]),
        corner([x + wide * 0.5, -84]),
      ],
      { tone: 0.36 },
    );
    for (let u = -0.85; u < 0.9; u += 0.17)
      p.line(
        [[x + u * 6, -78], [x + u * wide * 0.52, -46 - (0.5 - Math.abs(u) * 0.5) * 3], brim(u)],
        0.35,
        "start",
      );
    for (const k of [0.35, 0.62, 0.86])
      p.line(through([x - wide * k, -80 + 68 * k], [x, -80 + 77 * k], [x + wide * k, -80 + 68 * k]), 0.35);
  });
}
