// A bough that hangs into a picture: in leaf, in blossom, or bare with twigs, and snow on it where snow falls.
import type { Chance } from "../../pen/chance.ts";
import { corner, lerp, type Pt, rowsOf } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { blossoms, leaves, type Space } from "./overhang-parts.ts";

export function branch(pen: Pen, { at, rng, season, snow, night }: Space): void {
  const bark = pen.of(MATERIALS.wood);
  const limb = (a: Pt, b: Pt, c: Pt, thick: number) => {
    const up = (p: Pt, k: number): Pt => [p[0], p[1] - thick * k];
    bark.fill(
      [corner(up(a, 1)), up(b, 0.62), corner(c), [b[0], b[1] + thick * 0.5], corner([a[0], a[1] + thick])],
      "black",
    );
    if (!snow) return;
    // It lies where the bough is level enough, and bulges over its edge.
    const t = Math.max(thick, 9);
    const on = (k: number, dy: number): Pt => {
      const [p, q] = k < 0.5 ? [up(a, 1), up(b, 0.62)] : [up(b, 0.62), c];
      const u = k < 0.5 ? k * 2 : k * 2 - 1;
      return [lerp(p[0], q[0], u), lerp(p[1], q[1], u) + dy * t];
    };
    pen.shape(
      [
        corner(on(0.06, 0.1)),
        on(0.16, -0.62),
        on(0.4, -0.7),
        on(0.62, -0.5),
        corner(on(0.86, -0.05)),
        on(0.66, 0.12),
        on(0.52, 0.3),
        on(0.4, 0.1),
        on(0.24, 0.36),
      ],
      night ? { tone: 0.1 } : "white",
      0.5,
    );
  };
  const thick = Math.abs(at(0, 0.09)[1]);
  limb(at(-0.08, 0.16), at(0.36, 0.34), at(0.86, 0.3), thick);
  limb(at(0.22, 0.26), at(0.42, 0.6), at(0.58, 0.86), thick * 0.5);
  limb(at(0.44, 0.32), at(0.6, 0.1), at(0.82, 0.02), thick * 0.42);
  limb(at(0.08, 0.2), at(0.14, 0.5), at(0.12, 0.8), thick * 0.4);
  const tips = [
    at(0.86, 0.3),
    at(0.58, 0.86),
    at(0.82, 0.02),
    at(0.12, 0.8),
    at(0.5, 0.34),
    at(0.3, 0.4),
    at(0.7, 0.3),
    at(0.2, 0.02),
    at(0.44, 0.66),
  ];
  const size = Math.abs(at(0, 0.24)[1]);
  if (season === "winter") {
    const way = Math.sign(at(1, 0)[0] - at(0, 0)[0]);
    for (const [i, tip] of tips.entries()) {
      const a = (TWIGS[i] ?? 0.6) + rng.between(-0.16, 0.16);
      twig(bark, tip, { a, long: size * rng.between(0.9, 1.3), way, rng });
    }
    return;
  }
  for (const [i, tip] of tips.entries()) {
    if (season === "spring") blossoms(pen, rng, tip, size * (i < 4 ? 1 : 0.8));
    else leaves(pen, rng, tip, size, season === "autumn" || night);
  }
}

/** Which way the twigs at a bough's tips point, in radians from along the bough. */
const TWIGS = [0.1, 0.9, -0.4, 1.5, 0.7, 1.2, -0.7, -0.9, 1.9] as const;

/** A bare twig: it runs out thin, and forks to one side and the other. */
function twig(
  pen: Pen,
  [x, y]: Pt,
  { a, long, way, rng }: { a: number; long: number; way: number; rng: Chance },
): void {
  const on = (from: Pt, angle: number, far: number): Pt => [
    from[0] + Math.cos(angle) * far * way,
    from[1] + Math.sin(angle) * far,
  ];
  const bend = rng.between(-0.2, 0.2);
  const [mid, end] = [on([x, y], a, long * 0.5), on([x, y], a + bend, long)];
  pen.line([[x, y], mid, end], 1.5, "end");
  for (const [t, lean, far] of rowsOf([0.34, 0.62, 0.5], [0.52, -0.6, 0.42], [0.72, 0.5, 0.3])) {
    const from: Pt = [lerp(x, end[0], t), lerp(y, end[1], t)];
    pen.line([from, on(from, a + lean * 0.8, long * far * 0.5), on(from, a + lean, long * far)], 0.9, "end");
  }
}
