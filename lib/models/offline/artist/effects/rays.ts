// Wedges from beyond the edge of a panel towards a point, in bunches as a hand draws them: focus lines, and what a feeling draws behind a face.
import type { PanelView } from "../camera/view.ts";
import type { Chance } from "../pen/chance.ts";
import type { Pt } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";

interface Rays {
  at: Pt;
  n: number;
  /** Wedges that lie close together; absent: by chance. */
  bunch?: number;
  /** Share of the half diagonal that stays free. */
  from: number;
  /** By chance between these shares of `from`, and of the weight; `far` in diagonals. */
  begin: readonly [number, number];
  wide: readonly [number, number];
  far: number;
  weight: number;
  paint: "black" | "white";
}

export function rays(pen: Pen, { width, height }: PanelView, rng: Chance, told: Rays): void {
  const [cx, cy] = told.at;
  const far = Math.hypot(width, height) * told.far;
  let a = rng.between(0, 1);
  const bunch = told.bunch ?? rng.int(3, 7);
  for (let i = 0; i < told.n; i++) {
    a += (Math.PI * 2 * (i % bunch === 0 ? 0.6 + bunch * 0.4 : 0.6)) / told.n;
    const [ux, uy] = [Math.cos(a), Math.sin(a)];
    const start = told.from * rng.between(...told.begin) * Math.hypot(width * ux, height * uy);
    const w = told.weight * rng.between(...told.wide);
    pen.fill(
      [
        [cx + ux * start, cy + uy * start, 1],
        [cx + ux * far - uy * w * 2, cy + uy * far + ux * w * 2, 1],
        [cx + ux * far + uy * w * 2, cy + uy * far - ux * w * 2, 1],
      ],
      told.paint,
    );
  }
}
