// The branches of a tree without leaves: limbs that fork and thin out to twigs, with snow on what lies flat.
import type { Chance } from "../../pen/chance.ts";
import { ellipse, type Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";

interface Branch {
  from: Pt;
  /** Radians; upwards is −π/2. */
  angle: number;
  length: number;
  /** In nibs. */
  weight: number;
  forks: number;
}

export interface Crown {
  /** Where the trunk ends, and how high the whole tree is. */
  from: Pt;
  size: number;
  weight: number;
  snow: boolean;
}

export function drawBareCrown(pen: Pen, rng: Chance, { from, size, weight, snow }: Crown): void {
  const limbs = [-0.62, -0.24, 0.14, 0.56];
  for (const lean of limbs)
    drawBranch(pen, rng, snow, {
      from: [from[0] + lean * size * 0.03, from[1] + Math.abs(lean) * size * 0.1],
      angle: -Math.PI / 2 + lean * rng.between(1, 1.35),
      length: size * rng.between(0.2, 0.27),
      weight,
      forks: size > 60 ? 3 : 2,
    });
}

function drawBranch(
  pen: Pen,
  rng: Chance,
  snow: boolean,
  { from, angle, length, weight, forks }: Branch,
): void {
  const bend = rng.between(-0.28, 0.28);
  const along = (t: number): Pt => [
    from[0] + Math.cos(angle + bend * t) * length * t,
    from[1] + Math.sin(angle + bend * t) * length * t,
  ];
  const [middle, tip] = [along(0.5), along(1)];
  pen.line([from, middle, tip], Math.max(0.4, weight), "end");
  // A limb comes out of the wood round, not as a board that was sawn off.
  const r = (weight * pen.nib) / 2;
  if (weight > 0.7) pen.fill(ellipse(from[0], from[1], r, r, 10), "black");
  if (snow && weight > 0.7) {
    const up = weight * pen.nib * 0.4;
    pen.stroke(
      [along(0.25), middle, along(0.8)].map(([x, y]): Pt => [x, y - up]),
      "white",
      weight * 0.5,
    );
  }
  if (forks === 0) return;
  for (const side of [-1, 1] as const)
    drawBranch(pen, rng, snow, {
      from: along(rng.between(0.55, 0.95)),
      angle: angle + bend + side * rng.between(0.3, 0.62),
      length: length * rng.between(0.56, 0.74),
      weight: weight * 0.58,
      forks: forks - 1,
    });
}
