// What hangs into a tall panel between walls: tubes of light on chains, paper flags on a string, a plant, kitchen things on a rail.
import { boxed, corner, ellipse, lerp, type Pt, rowsOf, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Space } from "./overhang-parts.ts";

export type OverRoom = "tubes" | "garland" | "plant" | "utensils";

export const OVER_ROOMS: Readonly<Record<OverRoom, (pen: Pen, space: Space) => void>> = {
  tubes(pen, { at, night }) {
    const metal = pen.of(MATERIALS.metal);
    const lit = pen.of(MATERIALS.lamp);
    for (const [u0, u1, v0, v1, k] of rowsOf([-0.1, 0.62, 0.36, 0.6, 1], [0.3, 0.86, 0.02, 0.16, 0.6])) {
      const tall = Math.abs(at(0, 0.09)[1]) * k;
      const [a, b] = [at(u0, v0), at(u1, v1)];
      const down = ([x, y]: Pt, by: number): Pt => [x, y + tall * by];
      for (const t of [0.3, 0.84]) {
        const [x, y] = [lerp(a[0], b[0], t), lerp(a[1], b[1], t)];
        pen.line(through([x, -50], [x, y]), 0.9, "none");
      }
      metal.shape(sharp([a, b, down(b, 0.5), down(a, 0.5)]), { tone: 0.5 }, 1);
      metal.shape(sharp([down(a, 0.5), down(b, 0.5), down(b, 0.72), down(a, 0.72)]), "black", 0.8);
      lit.shape(sharp([down(a, 0.72), down(b, 0.72), down(b, 1.25), down(a, 1.25)]), "white", 0.8);
      pen.line([down(a, 0.98), down(b, 0.98)], 0.6, "none");
      if (night) {
        const m: Pt = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
        const r = Math.min(Math.abs(b[0] - a[0]), Math.abs(at(0, 1.4)[1]));
        pen.fill(
          sharp([down(a, 1.25), down(b, 1.25), [b[0] + r * 0.3, b[1] + r], [a[0] - r * 0.3, a[1] + r]]),
          {
            light: {
              type: "radial",
              at: [m[0], m[1] + tall, r * 0.1, r].map(Math.round) as [number, number, number, number],
              stops: through([0, 0.5], [1, 0]),
            },
          },
        );
      }
    }
  },
  garland(pen, { at, rng }) {
    for (const [v0, v1, sag, n] of rowsOf([0.06, 0.02, 0.3, 9], [-0.06, 0.3, 0.16, 7])) {
      const on = (t: number): Pt => at(lerp(-0.06, 1.06, t), lerp(v0, v1, t) + sag * 4 * t * (1 - t) * 0.6);
      pen.line([on(0), on(0.25), on(0.5), on(0.75), on(1)], 1.1, "none");
      const cloth = pen.of(MATERIALS.sign);
      for (let i = 0; i < n; i++) {
        const [a, b] = [on((i + 0.16) / n), on((i + 0.8) / n)];
        const long = Math.abs(b[0] - a[0]) * rng.between(1, 1.25);
        const tip: Pt = [(a[0] + b[0]) / 2 + rng.between(-3, 3), (a[1] + b[1]) / 2 + long];
        const paint = i % 3 === 0 ? "black" : i % 3 === 1 ? "white" : ({ tone: 0.34 } as const);
        cloth.shape([corner(a), corner(b), corner(tip)], paint, 0.8);
        if (paint === "white")
          cloth.fill(ellipse((a[0] + b[0]) / 2, a[1] + long * 0.3, long * 0.1), { tone: 0.5 });
      }
    }
  },
  plant(pen, { at, rng }) {
    const [x, y] = at(rng.between(0.16, 0.26), 0.42);
    const r = Math.abs(at(0, 0.2)[1]);
    for (const dx of [-1, 0, 1])
      pen.line(through([x + dx * r * 0.1, -50], [x + dx * r * 0.8, y]), 0.7, "none");
    const leaf = pen.of(MATERIALS.leaf);
    for (let i = 0; i < 11; i++) {
      const t = (i + 0.5) / 11;
      const from: Pt = [x + (t - 0.5) * r * 1.5, y];
      const long = r * rng.between(0.9, 2.6) * (0.6 + Math.sin(t * Math.PI) * 0.5);
      const sway = (t - 0.5) * r * 1.3;
      const end: Pt = [from[0] + sway, from[1] + long];
      pen.line([from, [from[0] + sway * 0.8, from[1] + long * 0.3], end], 0.8, "end");
      for (let k = 0.12; k < 1; k += 0.17) {
        const [lx, ly] = [lerp(from[0], end[0], k) + sway * 0.2 * Math.sin(k * 3), lerp(from[1], end[1], k)];
        const side = Math.round(k * 100) % 2 ? 1 : -1;
        const w = r * rng.between(0.18, 0.28);
        leaf.shape(
          [
            corner([lx, ly]),
            [lx + side * w * 0.6, ly - w * 0.4],
            corner([lx + side * w * 1.4, ly + w * 0.5]),
            [lx + side * w * 0.5, ly + w * 0.5],
          ],
          i % 3 ? "black" : { tone: 0.45 },
          0.5,
        );
      }
    }
    const pot = pen.of(MATERIALS.rose);
    pot.shape(
      [
        corner([x - r, y - r * 0.1]),
        corner([x + r, y - r * 0.1]),
        [x + r * 0.72, y + r * 0.75],
        [x, y + r],
        [x - r * 0.72, y + r * 0.75],
      ],
      { tone: 0.36 },
      1,
    );
    pot.shape(sharp(boxed([x - r * 1.1, y - r * 0.24], [x + r * 1.1, y + r * 0.04])), "white", 0.9);
  },
  utensils(pen, { at, rng }) {
    const metal = pen.of(MATERIALS.metal);
    pen.stroke([at(-0.1, 0.1), at(1.1, 0.1)], "black", 2.2);
    pen.stroke([at(-0.1, 0.09), at(1.1, 0.09)], "white", 0.7);
    for (const [i, u] of [0.06, 0.2, 0.34, 0.5, 0.64].entries()) {
      const [x, y] = at(u + rng.between(-0.01, 0.01), 0.1);
      const r = Math.abs(at(0, 0.13)[1]) * rng.between(0.9, 1.1);
      const long = Math.abs(at(0, 0.34)[1]) * rng.between(0.8, 1.05);
      pen.line(through([x, y - 3], [x - 4, y + 6], [x, y + 12]), 1, "none");
      metal.shape(
        sharp(through([x - 2.5, y + 8], [x + 2.5, y + 8], [x + 3.5, y + long], [x - 3.5, y + long])),
        "white",
        0.8,
      );
      if (i % 3 === 0) {
        metal.shape(ellipse(x, y + long + r, r, r, 14), "black", 0.9);
        metal.stroke(ellipse(x, y + long + r, r * 0.72, r * 0.72, 12), "white", 0.6, true);
      } else if (i % 3 === 1)
        metal.shape(
          [
            corner([x - r * 0.6, y + long]),
            corner([x + r * 0.6, y + long]),
            [x + r * 0.5, y + long + r * 0.8],
            [x, y + long + r],
            [x - r * 0.5, y + long + r * 0.8],
          ],
          { tone: 0.5 },
          0.9,
        );
      else {
        const blade = sharp(boxed([x - r * 0.45, y + long], [x + r * 0.45, y + long + r * 1.4]));
        metal.shape(blade, "white", 0.9);
        for (const dx of [-0.2, 0, 0.2])
          metal.line(
            through([x + r * dx, y + long + r * 0.3], [x + r * dx, y + long + r * 1.1]),
            0.9,
            "none",
          );
      }
    }
  },
};
