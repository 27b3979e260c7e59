// What hides show: the patches of cows and horses, the spots of deer, a fleece. Trunk space in halves of its length and depths of its chest.
import type { Paint } from "../../../../../manga/drawing.ts";
import { corner, type Pt, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { coatWord } from "../coats.ts";
import type { HoofedBuild } from "./hoof-builds.ts";

type At = (x: number, y: number) => Pt;

/** Whose hides have markings of their own, as `assets/parts/hoofed` draws them. */
const MARKED: ReadonlySet<string> = new Set(["cow", "deer", "donkey", "goat"]);

export function drawMarkings(p: Pen, { build: { species }, paint, look }: Hide, at: At): void {
  if (!MARKED.has(species)) return;
  drawPart(p, `hoofed/${species}-hide`, {
    is: [coatWord(paint), look % 3 === 1 ? "pied" : "plain"],
    frames: { trunk: ([x, y]) => at(x / 100, y / 100) },
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
