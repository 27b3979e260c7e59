// Things of the joiner's and the tinkerer's bench.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const BENCH_THINGS = {
  disc: {
    metres: 0.14,
    draw(p) {
      p.shape(ellipse(0, 0, 60, 60, 26), { tone: 0.14 });
      for (const a of [0.5, 2.1, 3.64, 5.24])
        p.fill(
          [
            [0, 0, 1],
            [Math.cos(a) * 58, Math.sin(a) * 58, 1],
            [Math.cos(a + 0.3) * 58, Math.sin(a + 0.3) * 58],
            [Math.cos(a + 0.6) * 58, Math.sin(a + 0.6) * 58, 1],
          ],
          { tone: a > 3 ? 0.44 : 0.3 },
        );
      for (const r of [50, 38]) p.stroke(ellipse(0, 0, r, r, 22), "white", 0.6, true);
      p.shape(ellipse(0, 0, 20, 20, 18), "white", 0.9);
      p.shape(ellipse(0, 0, 8, 8, 12), "black", 0.6);
    },
  },
  battery: {
    metres: 0.06,
    draw(p) {
      const q = p.at(placed(0, 0, -24));
      q.shape(rect(58, -9, 12, 18), { tone: 0.3 }, 0.9);
      q.shape(rect(-60, -25, 118, 50), { tone: 0.6 });
      q.fill(rect(-60, 8, 118, 17), { tone: 0.82 });
      q.shape(rect(24, -25, 34, 50), { tone: 0.16 }, 0.8);
      q.stroke(pts("36,0 48,0"), "black", 2.2);
      q.stroke(pts("42,-6 42,6"), "black", 2.2);
      q.stroke(pts("-48,0 -36,0"), "white", 2.4);
      q.fill(sharp(pts("-14,-16 6,-16 -2,-3 10,-3 -14,18 -8,2 -20,2")), "white");
      q.stroke(pts("-52,-16 18,-17"), "white", 1);
    },
  },
  "circuit-board": {
    metres: 0.12,
    draw(p) {
      p.shape(rect(-74, -52, 148, 104), { tone: 0.6 });
      p.shape(rect(-26, -24, 48, 46), "black", 0.7);
      for (let i = 0; i < 5; i++)
        for (const s of [-1, 1]) {
          p.stroke(
            pts(`${-22 + i * 10},${s > 0 ? 24 : -26} ${-22 + i * 10},${s > 0 ? 32 : -34}`),
            "white",
            1.6,
          );
          p.stroke(
            pts(`${s > 0 ? 24 : -28},${-20 + i * 10} ${s > 0 ? 32 : -36},${-20 + i * 10}`),
            "white",
            1.6,
          );
        }
      for (const d of [
        "-36,-20 -60,-20 -60,-44",
        "-36,0 -66,0 -66,38",
        "32,-10 58,-10 58,-40",
        "32,10 66,10",
        "-12,32 -12,46 20,46",
        "18,32 40,32 40,46",
      ])
        p.stroke(
          pts(d).map(([x, y]) => [x, y, 1] as const),
          "white",
          0.9,
        );
      for (const [x, y] of [
        [-60, -44],
        [-66, 38],
        [58, -40],
        [66, 10],
        [20, 46],
        [40, 46],
      ] as const)
        p.shape(ellipse(x, y, 4, 4, 8), "white", 0.5);
      for (const [x, y] of [
        [52, 26],
        [-50, 26],
      ] as const)
        p.shape(rect(x - 9, y - 7, 18, 14), { tone: 0.2 }, 0.7);
      p.shape(ellipse(36, -34, 9, 9, 12), { tone: 0.3 }, 0.8);
    },
  },
  drone: {
    metres: 0.35,
    draw(p) {
      for (const s of [-1, 1]) {
        p.stroke(pts(`${s * 20},-4 ${s * 84},-24`), "black", 4);
        p.stroke(pts(`${s * 20},4 ${s * 60},22`), "black", 4);
        for (const [x, y, w] of [
          [s * 86, -36, 44],
          [s * 62, 12, 36],
        ] as const) {
          p.shape(rect(x - 5, y - 2, 10, 16), { tone: 0.5 }, 0.8);
          p.shape(ellipse(x, y - 4, w, 6, 16), { tone: 0.1 }, 0.7);
          p.fill(ellipse(x, y - 4, 4, 4, 8), "black");
        }
      }
      p.shape(pts("-34,-8 -22,-22 22,-22 34,-8 28,14 -28,14"), "white");
      p.fill(pts("-30,2 0,6 33,-4 28,13 -28,13"), { tone: 0.26 });
      p.shape(ellipse(0, 22, 12, 12, 12), "black", 0.7);
      p.fill(ellipse(-3, 19, 3, 3, 7), "white");
      for (const s of [-1, 1]) p.stroke(pts(`${s * 18},14 ${s * 30},44 ${s * 40},44`), "black", 2);
    },
  },
  "wood-plane": {
    metres: 0.1,
    draw(p) {
      p.shape(rect(-90, -14, 180, 38), { tone: 0.3 });
      p.fill(rect(-90, 8, 180, 16), { tone: 0.5 });
      p.line(pts("-84,-4 -30,-6"), 0.6);
      p.line(pts("30,0 84,-2"), 0.6);
      p.shape(sharp(pts("-8,-14 20,-14 36,-52 16,-56")), { tone: 0.66 });
      p.shape(sharp(pts("14,-14 24,-14 38,-44 32,-48")), { tone: 0.2 }, 0.8);
      p.stroke(pts("-12,-16 -30,-30 -22,-46 -8,-36 -18,-28"), "black", 1.4);
      p.stroke(pts("-36,-14 -58,-26 -56,-42 -42,-38"), "black", 1.2);
      p.shape(rect(-120, 24, 240, 12), { tone: 0.14 }, 0.9);
    },
  },
  file: {
    metres: 0.24,
    draw(p) {
      const q = p.at(placed(0, 0, -56));
      q.shape(pts("-56,-10 -20,-13 24,-8! 24,8! -20,13 -56,10 -64,0"), { tone: 0.4 });
      q.stroke(pts("-50,-4 16,-5"), "white", 1.2);
      q.shape(rect(22, -10, 9, 20), "black", 0.6);
      const blade = sharp(pts("31,-10 146,-10 154,0 146,10 31,10"));
      q.shape(blade, { tone: 0.24 });
      q.inside(blade, (r) => {
        for (let x = 30; x < 160; x += 6) {
          r.line(pts(`${x},-12 ${x + 12},12`), 0.4, "none");
          r.line(pts(`${x + 12},-12 ${x},12`), 0.4, "none");
        }
      });
    },
  },
  vise: {
    metres: 0.3,
    draw(p) {
      p.shape(sharp(pts("-50,60 60,60 70,84 -60,84")), { tone: 0.7 });
      p.shape(pts("-40,62! -44,0! -4,0! -4,28 60,28! 60,62!"), { tone: 0.5 });
      p.shape(rect(-46, -34, 40, 36), { tone: 0.36 });
      p.shape(pts("26,-34! 66,-34! 66,44! 40,44! 26,10!"), { tone: 0.36 });
      p.fill(pts("50,-34! 66,-34! 66,44! 54,44!"), { tone: 0.6 });
      for (const x of [-6, 18]) p.shape(rect(x, -38, 9, 28), "black", 0.5);
      p.shape(rect(66, 8, 40, 13), { tone: 0.3 }, 0.9);
      p.stroke(pts("98,-30 98,58"), "black", 3.4);
      for (const y of [-32, 60]) p.shape(ellipse(98, y, 7, 7, 10), "black", 0.5);
      p.shape(rect(3, -50, 15, 30), { tone: 0.14 }, 0.8);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
