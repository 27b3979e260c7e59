// What hangs into a tall panel between walls: tubes of light on chains, paper flags on a string, a plant, kitchen things on a rail.
import { corner, ellipse, lerp, type Pt, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { sheetAt } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";
import { ring } from "../stage.ts";
import type { Space } from "./overhang-parts.ts";

export type OverRoom = "tubes" | "garland" | "plant" | "utensils";

export const OVER_ROOMS: Readonly<Record<OverRoom, (pen: Pen, space: Space) => void>> = {
  tubes(pen, { at, rng, night }) {
    const [across, down] = [at(1, 0)[0] - at(0, 0)[0], at(0, 1)[1]];
    /** The light of one, from its left end to its right, and how far down it falls. */
    const beam = (a: Pt, b: Pt, tall: number) => {
      const r = Math.min(Math.abs(b[0] - a[0]), Math.abs(at(0, 1.4)[1]));
      const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + tall];
      const light = ring(
        [Math.round(x), Math.round(y)],
        [Math.round(r * 0.1), Math.round(r)],
        [0, 0.5],
        [1, 0],
      );
      return { paint: { light }, out: (r * 0.3) / across, low: r / down };
    };
    const near = beam(at(-0.1, 0.36), at(0.62, 0.6), Math.abs(at(0, 0.09)[1]));
    const far = beam(at(0.3, 0.02), at(0.86, 0.16), Math.abs(at(0, 0.09)[1]) * 0.6);
    drawOnSheet(pen, "near/tubes", at, {
      ...{ rng, paints: { near: near.paint, far: far.paint }, is: night ? ["night"] : [] },
      given: {
        ...{ outbn: 0.62 + near.out, lowbn: 0.6 + near.low, outan: -0.1 - near.out, lowan: 0.36 + near.low },
        ...{ outbf: 0.86 + far.out, lowbf: 0.16 + far.low, outaf: 0.3 - far.out, lowaf: 0.02 + far.low },
      },
    });
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
    drawOnSheet(pot, "near/pot", sheetAt([x, y], r), { rng });
  },
  utensils(pen, { at, rng }) {
    drawOnSheet(pen, "near/utensils", at, { rng, given: { px: 1 / Math.abs(at(0, 1)[1]) } });
  },
};
