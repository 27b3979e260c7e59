// What hides show: the patches of cows and horses, the spots of deer, a fleece. Trunk space in halves of its length and depths of its chest.
import type { Paint } from "../../../../../manga/drawing.ts";
import { corner, ellipse, type Pt, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { HoofedBuild } from "./hoof-builds.ts";

type At = (x: number, y: number) => Pt;

/** Patches of a cow, each as points round it. */
const PATCHES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [-1.5, -0.2],
    [-0.72, -0.2],
    [-0.6, 0.22],
    [-0.78, 0.5],
    [-1.05, 0.42],
    [-1.3, 0.6],
    [-1.6, 0.4],
  ],
  [
    [-0.2, -0.2],
    [0.34, -0.2],
    [0.4, 0.2],
    [0.2, 0.36],
    [0.16, 0.62],
    [-0.12, 0.72],
    [-0.34, 0.5],
    [-0.24, 0.28],
  ],
  through([0.86, -0.7], [1.9, -0.9], [1.9, 0.3], [1.2, 0.42], [1.02, 0.24], [0.9, 0.02]),
];

export function drawMarkings(p: Pen, { build: { species }, paint, look }: Hide, at: At): void {
  if (species === "cow" && (paint === "white" || paint === "black")) {
    for (const patch of PATCHES)
      p.fill(
        patch.map(([x, y]) => at(x, y)),
        paint === "white" ? "black" : "white",
      );
    return;
  }
  if (species === "deer" && paint !== "white") {
    for (const [x, y] of [
      [-0.9, 0.16],
      [-0.7, 0.34],
      [-0.56, 0.12],
      [-0.36, 0.3],
      [-0.24, 0.1],
      [-0.02, 0.28],
      [0.12, 0.12],
      [0.3, 0.3],
      [-0.5, 0.52],
      [-0.16, 0.5],
      [-0.96, 0.42],
      [0.5, 0.16],
    ] as const) {
      const [cx, cy] = at(x, y);
      p.fill(ellipse(cx, cy, 7.5, 5.5, 8), "white");
    }
    // The light patch about the tail.
    p.fill([at(-1.7, 0.1), at(-1.22, 0.1), at(-1.2, 0.36), at(-1.34, 0.62), at(-1.7, 0.7)], "white");
    return;
  }
  if (species === "donkey" && paint !== "white")
    p.fill([at(-1.2, 0.9), at(-0.4, 0.78), at(0.3, 0.9), at(0.6, 1.2), at(-1.2, 1.2)], "white");
  if (species === "goat" && paint === "white" && look % 3 === 1)
    p.fill([at(-1.7, -0.3), at(-0.2, -0.3), at(-0.1, 0.3), at(-0.5, 0.7), at(-0.7, 1.1), at(-1.7, 1.1)], {
      tone: 0.5,
    });
}

/** A coat of wool: rounds along the outline, and curls on it. */
export function drawFleece(p: Pen, { paint }: Hide, outline: readonly Pt[]): void {
  p.shape(tufted(outline, 34, 11), paint);
  const middle = centre(outline);
  for (const [i, [x, y]] of outline.entries()) {
    if (i % 2) continue;
    for (const t of [0.24, 0.52]) {
      const [cx, cy] = [x + (middle[0] - x) * t, y + (middle[1] - y) * t];
      p.line(through([cx - 12, cy - 3], [cx - 6, cy + 8], [cx + 6, cy + 7], [cx + 10, cy - 4]), 0.55);
    }
  }
}

const centre = (points: readonly Pt[]): Pt => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];

/** The same outline in rounds of about this length that stand out by `out`. */
export function tufted(points: readonly Pt[], every: number, out: number): Pt[] {
  return points.flatMap((from, i): Pt[] => {
    const to = points[(i + 1) % points.length] ?? from;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const n = Math.max(1, Math.round(length / every));
    const [nx, ny] = [(to[1] - from[1]) / length, -(to[0] - from[0]) / length];
    return Array.from({ length: n }, (_, k): Pt[] => {
      const at = (t: number, up: number): Pt => [
        from[0] + (to[0] - from[0]) * t + nx * up,
        from[1] + (to[1] - from[1]) * t + ny * up,
      ];
      return [corner(at(k / n, 0)), at((k + 0.25) / n, out), at((k + 0.75) / n, out)];
    }).flat();
  });
}
/** What an animal on hooves is drawn with. */
export interface Hide {
  build: HoofedBuild;
  paint: Paint;
  /** What the hide shows where the light does not reach. */
  shade: Paint;
  /** Which of its breed's markings it has. */
  look: number;
}
