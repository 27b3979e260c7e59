// What Japanese kitchens, cafés and gardens serve and grow: sweets, leeks and seeds, and the wooden box that sake is drunk from.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const LARDER_THINGS = {
  yokan: {
    metres: 0.09,
    draw(p) {
      p.shape(pts("-84,26 -70,14 70,14 84,26 66,40 -66,40"), "white");
      p.line(pts("-74,28 -60,35 60,35 74,28"), 0.8, "none");
      for (const x of [-50, -12, 26]) {
        p.shape(sharp(pts(`${x - 18},-12 ${x - 4},-26 ${x + 30},-26 ${x + 16},-12`)), { tone: 0.5 });
        p.shape(sharp(pts(`${x + 16},-12 ${x + 30},-26 ${x + 30},6 ${x + 16},22`)), "black", 0.8);
        p.shape(sharp(pts(`${x - 18},-12 ${x + 16},-12 ${x + 16},22 ${x - 18},22`)), { tone: 0.72 });
        p.stroke(pts(`${x - 12},-6 ${x - 12},10`), "white", 1.6);
        p.stroke(pts(`${x - 2},-21 ${x + 18},-21`), "white", 1);
      }
      p.stroke(pts("60,30 74,-30"), { tone: 0.5 }, 3);
      p.stroke(pts("60,30 74,-30"), "black", 0.9);
    },
  },
  parfait: {
    metres: 0.26,
    draw(p) {
      p.stroke(pts("20,-62 44,-112"), "black", 3.4);
      for (const [x, y, r] of [
        [-16, -72, 20],
        [16, -70, 19],
        [0, -90, 19],
      ] as const) {
        p.shape(ellipse(x, y, r, r * 0.86, 14), x > 0 ? { tone: 0.18 } : "white");
        p.line(pts(`${x + 4},${y - 10} ${x + 12},${y - 2} ${x + 11},${y + 7}`), 0.8);
      }
      p.shape(ellipse(-4, -112, 9, 9, 10), "black", 0.8);
      p.stroke(pts("-2,-120 6,-136 18,-140"), "black", 1.4);
      p.fill(ellipse(-7, -115, 2.4, 2.4, 6), "white");
      p.shape(sharp(pts("-34,-72 -54,-110 -44,-116 -18,-76")), { tone: 0.3 }, 0.8);
      p.shape(pts("-40,-62! 40,-62! 26,4 12,32 -12,32 -26,4"), { tone: 0.06 });
      p.fill(pts("-36,-48 36,-48 31,-26 10,-31 -12,-24 -32,-28"), { tone: 0.5 });
      p.fill(pts("-29,-8 28,-10 22,8 -22,9"), { tone: 0.66 });
      for (const [x, y] of [
        [-8, 16],
        [3, 20],
        [10, 14],
      ] as const)
        p.fill(ellipse(x, y, 4, 3.4, 7), { tone: 0.4 });
      p.stroke(pts("-28,-52 -20,-6"), "white", 2.2);
      p.shape(ellipse(0, -62, 41, 8, 16), "white", 0.9);
      p.shape(pts("-6,32! 6,32! 6,48 28,56! -28,56! -6,48"), { tone: 0.12 });
    },
  },
  okonomiyaki: {
    metres: 0.08,
    draw(p) {
      p.shape(ellipse(0, 14, 90, 30, 20), "black");
      p.shape(ellipse(0, 10, 84, 26, 20), { tone: 0.4 }, 0.6);
      p.shape(pts("-66,2 -44,-16 0,-24 46,-16 66,2 62,16 0,26 -62,16"), { tone: 0.3 });
      p.shape(pts("-60,0 -40,-14 0,-21 42,-14 60,0 40,10 24,6 8,15 -14,8 -34,14"), { tone: 0.66 }, 0.7);
      for (const x of [-36, -20, -4, 12, 28])
        p.stroke(pts(`${x - 8},${-12 + Math.abs(x) * 0.1} ${x},-2 ${x + 4},-8 ${x + 12},4`), "white", 2.2);
      for (const [x, y, turn] of [
        [-14, -20, 20],
        [6, -24, -30],
        [22, -16, 10],
      ] as const)
        p.at(placed(x, y, turn)).shape(pts("-10,0 -2,-8 10,-3 4,3"), { tone: 0.12 }, 0.8);
      for (const [x, y] of [
        [-42, -4],
        [-28, 4],
        [36, 2],
        [44, -6],
        [0, 6],
      ] as const)
        p.fill(ellipse(x, y, 2.6, 1.8, 6), "black");
      for (const x of [-30, -6, 20]) p.line(pts(`${x},-38 ${x + 7},-50 ${x - 2},-60 ${x + 6},-72`), 0.9);
    },
  },
  leek: {
    metres: 0.5,
    draw(p) {
      const q = p.at(placed(0, 0, 16));
      for (const [x, bend, tone] of [
        [-14, -40, 0.5],
        [16, 44, 0.56],
        [2, 8, 0.4],
      ] as const) {
        q.shape(
          pts(
            `${x - 8},10 ${x + bend * 0.4 - 7},-60 ${x + bend - 4},-118! ${x + bend * 0.5 + 7},-56 ${x + 9},10`,
          ),
          {
            tone,
          },
        );
        q.line(pts(`${x},4 ${x + bend * 0.45},-58 ${x + bend * 0.9},-104`), 0.7);
      }
      for (const x of [-15, 0, 15]) {
        q.shape(pts(`${x - 8},6! ${x + 8},6! ${x + 7},88 ${x + 9},98 ${x - 8},98 ${x - 7},88`), "white");
        q.line(pts(`${x + 3},14 ${x + 3},84`), 0.7);
        for (const d of [-6, 0, 6]) q.line(pts(`${x + d * 0.6},98 ${x + d * 1.3},112`), 0.8, "end");
      }
      q.shape(rect(-26, 34, 52, 10), { tone: 0.6 }, 0.9);
      q.stroke(pts("-22,38 22,38"), "white", 0.9);
    },
  },
  masu: {
    metres: 0.09,
    draw(p) {
      p.shape(sharp(pts("-52,-22 4,-38 54,-22 0,-4")), { tone: 0.2 });
      p.shape(sharp(pts("-40,-21 4,-33 42,-21 0,-8")), { tone: 0.06 }, 0.8);
      p.stroke(pts("-22,-21 6,-27 24,-22"), "white", 2);
      p.shape(sharp(pts("-52,-22 0,-4 0,44 -50,26")), { tone: 0.1 });
      p.shape(sharp(pts("54,-22 0,-4 0,44 52,26")), { tone: 0.34 });
      for (const y of [8, 22]) {
        p.line(pts(`-46,${y - 14} -8,${y - 2}`), 0.7);
        p.line(pts(`8,${y - 2} 46,${y - 14}`), 0.7);
      }
      p.stroke(sharp(pts("-38,-6 -14,2 -14,26 -38,18")), "black", 1.1, true);
      p.stroke(pts("-26,0 -26,20"), "black", 1.2);
      p.stroke(pts("-34,8 -18,13"), "black", 1.2);
    },
  },
  seeds: {
    metres: 0.1,
    draw(p) {
      p.shape(sharp(pts("-46,-40 6,-48 16,36 -36,44")), "white");
      p.shape(sharp(pts("-46,-40 6,-48 8,-34 -44,-26")), { tone: 0.5 }, 0.8);
      p.line(pts("-14,26 -16,2"), 1.4, "none");
      for (const a of [0, 60, 120, 180, 240, 300])
        p.at(placed(-17, -6, a)).shape(pts("0,-4 5,-13 0,-19 -5,-13"), { tone: 0.34 }, 0.6);
      p.fill(ellipse(-17, -6, 4, 4, 8), "black");
      p.shape(pts("-15,18 -2,8 0,16"), { tone: 0.5 }, 0.6);
      for (const [x, y, turn] of [
        [26, 34, 20],
        [40, 24, -30],
        [48, 42, 60],
        [30, 50, -10],
        [60, 34, 10],
        [14, 52, 40],
      ] as const) {
        const q = p.at(placed(x, y, turn));
        q.shape(pts("-9,0 0,-5 10,0! 0,5"), { tone: 0.6 }, 0.9);
        q.stroke(pts("-5,-1 4,-1"), "white", 1);
      }
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
