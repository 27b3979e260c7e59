// Things of one's own: what is worn, or carried in a pocket.
import type { Prop } from "./closed/staging.ts";
import { ellipse, type Pt, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const OWN_THINGS = {
  watch: {
    metres: 0.08,
    draw(pen) {
      const p = pen.at(placed(0, 4, 0, 0.9));
      p.stroke(pts("0,-8 -34,-20 -52,8 -40,40"), "black", 1.6);
      p.shape(rect(-5, -2, 10, 10), { tone: 0.4 }, 0.7);
      p.shape(ellipse(0, 42, 37, 37, 16), { tone: 0.44 });
      p.shape(ellipse(0, 42, 29, 29, 14), "white", 0.7);
      for (let i = 0; i < 12; i++) p.at(placed(0, 42, i * 30)).line(pts("0,-26 0,-21"), 0.8, "none");
      p.line(sharp(pts("0,42 0,22")), 1.4, "end");
      p.line(sharp(pts("0,42 14,50")), 1.5, "end");
    },
  },
  necklace: {
    metres: 0.1,
    draw(p) {
      const bead = (x: number, y: number, r: number) => p.shape(ellipse(x, y, r, r, 9), "white", 0.7);
      for (const s of [-1, 1])
        for (const [x, y] of [
          [8, 4],
          [19, 14],
          [27, 28],
          [29, 43],
          [24, 57],
          [14, 68],
        ] as const)
          bead(x * s, y, 6);
      p.shape(sharp(pts("0,66 14,80 0,104 -14,80")), { tone: 0.5 });
      p.fill(sharp(pts("0,70 9,80 0,82 -9,80")), "white");
    },
  },
  crown: {
    metres: 0.18,
    draw(p) {
      p.shape(pts("-56,24! -64,-38! -34,-6! 0,-52! 34,-6! 64,-38! 56,24! 0,34"), { tone: 0.2 });
      p.shape(pts("-56,22! 0,31 56,22! 54,38! 0,48 -54,38!"), { tone: 0.5 });
      for (const [x, y] of [
        [-64, -42],
        [0, -56],
        [64, -42],
      ] as const)
        p.shape(ellipse(x, y, 7, 7, 9), "white", 0.8);
      for (const x of [-32, 0, 32]) p.shape(ellipse(x, 12, 7, 8, 8), "black", 0.6);
    },
  },
  helmet: {
    metres: 0.22,
    draw(p) {
      const bowl = pts("-60,20! -56,-22 -26,-52 16,-52 50,-24 58,20!");
      p.shape(bowl, { tone: 0.46 });
      p.inside(bowl, (q) => q.fill(pts("20,-60! 70,-60! 70,30! 26,30! 36,-10"), { tone: 0.68 }));
      p.stroke(pts("-34,-26 -14,-42"), "white", 1.8);
      p.shape(pts("-66,18 0,28 78,20 84,30 0,40 -70,30"), { tone: 0.6 });
      p.stroke(pts("-44,34 -30,62 -10,66"), "black", 1.2);
    },
  },
  mask: {
    metres: 0.22,
    draw(p) {
      p.stroke(pts("-44,-12 -66,-2 -72,22"), "black", 1.4);
      p.stroke(pts("44,-12 66,-2 72,22"), "black", 1.4);
      p.shape(pts("0,-58 40,-46 48,-6 34,38 0,58 -34,38 -48,-6 -40,-46"), "white");
      p.fill(pts("26,-46 44,-8 30,36 8,54 22,10"), { tone: 0.16 });
      for (const s of [-1, 1]) {
        p.fill(
          [
            [s * 8, -10],
            [s * 20, -19],
            [s * 36, -12],
            [s * 22, -6],
          ],
          "black",
        );
        p.line(
          [
            [s * 8, -28],
            [s * 22, -36],
            [s * 38, -27],
          ],
          1.2,
        );
        p.fill(ellipse(s * 26, 12, 8, 5, 8), { tone: 0.34 });
      }
      p.line(pts("0,-4 5,10 -3,13"), 0.8);
      p.fill(pts("-15,27 0,22 15,27 0,36"), "black");
    },
  },
  glove: {
    metres: 0.22,
    draw(p) {
      p.shape(pts("-22,-20 -46,-44 -56,-34 -38,0 -24,22!"), { tone: 0.5 });
      p.shape(pts("-28,28! -30,-30 -22,-62 0,-74 22,-62 30,-30 28,28!"), { tone: 0.5 });
      p.shape(rect(-32, 26, 64, 26), "white");
      for (let x = -26; x < 32; x += 9) p.line(pts(`${x},28 ${x},50`), 0.6, "none");
      for (const [x, y] of [
        [0, -34],
        [-12, -18],
        [12, -18],
        [0, -4],
      ] as const)
        p.shape(sharp(pts(`${x},${y - 7} ${x + 7},${y} ${x},${y + 7} ${x - 7},${y}`)), "white", 0.5);
    },
  },
  scarf: {
    metres: 0.4,
    draw(p) {
      for (const [x, low, turn] of [
        [-16, 118, 8],
        [14, 138, -7],
      ] as const) {
        const q = p.at(placed(x, 0, turn));
        q.shape(rect(-17, 4, 34, low), { tone: 0.36 });
        for (const y of [26, 62, 98]) q.fill(rect(-17, y, 34, 13), "white");
        for (let f = -15; f < 17; f += 6) q.line(pts(`${f},${low + 4} ${f + 1},${low + 18}`), 0.9, "none");
      }
      p.shape(pts("-40,-10 0,-22 40,-10 44,10 0,20 -44,10"), { tone: 0.36 });
      p.line(pts("-30,0 0,-8 32,2"), 0.7);
    },
  },
  handkerchief: {
    metres: 0.2,
    draw(p) {
      p.shape(pts("0,-14! 22,14 54,40! 26,46 12,82! -4,50 -44,56! -26,22"), "white");
      p.fill(pts("4,0 20,26 40,40 20,44 8,66 4,36"), { tone: 0.2 });
      p.line(pts("0,-8 2,26 10,62"), 0.6, "end");
      p.line(pts("-2,-4 -16,26 -34,48"), 0.6, "end");
    },
  },
  shoe: {
    metres: 0.14,
    draw(p) {
      p.shape(pts("-46,-30! -14,-36! -4,-12 30,0 60,10 66,26! -48,26! -52,0"), { tone: 0.6 });
      p.fill(pts("34,4 58,12 62,24! 40,24! 30,12"), { tone: 0.36 });
      p.shape(sharp(pts("-52,25 68,25 66,37 -12,37 -14,33 -20,37 -50,37")), "white");
      p.shape(ellipse(-30, -31, 18, 6, 10), "black", 0.6);
      for (const [x, y] of [
        [-8, -20],
        [2, -12],
        [13, -7],
      ] as const)
        p.stroke(pts(`${x - 6},${y + 6} ${x + 9},${y - 3}`), "white", 1.2);
    },
  },
  ribbon: {
    metres: 0.14,
    draw(p) {
      for (const s of [-1, 1]) {
        p.shape(
          [
            [s * 4, 4],
            [s * 14, 30],
            [s * 34, 62, 1],
            [s * 20, 58, 1],
            [s * 12, 68, 1],
            [s * 2, 30],
          ],
          { tone: 0.56 },
        );
        p.shape(
          [
            [s * 6, -4],
            [s * 34, -30],
            [s * 58, -26],
            [s * 60, 4],
            [s * 54, 22],
            [s * 30, 18],
            [s * 6, 5],
          ],
          { tone: 0.44 },
        );
        p.line(
          [
            [s * 12, 0],
            [s * 28, -6],
            [s * 42, -6],
          ],
          0.8,
          "end",
        );
      }
      p.shape(ellipse(0, 0, 11, 13, 10), { tone: 0.7 });
    },
  },
  fan: {
    metres: 0.25,
    draw(p) {
      const rim = Array.from({ length: 11 }, (_, i): Pt => {
        const a = Math.PI * (1.12 + (i / 10) * 0.76);
        return [Math.cos(a) * 96, Math.sin(a) * 96 + 20, 1];
      });
      const inner = rim.toReversed().map(([x, y]): Pt => [x * 0.46, (y - 20) * 0.46 + 20, 1]);
      p.shape([...rim, ...inner], "white");
      for (const [x, y] of rim)
        p.line(
          sharp([
            [0, 20],
            [x, y],
          ]),
          0.6,
          "none",
        );
      p.fill(ellipse(24, -48, 15, 15, 12), { tone: 0.5 });
      p.fill(ellipse(0, 20, 5, 5, 8), "black");
    },
  },
  whistle: {
    metres: 0.06,
    draw(pen) {
      const p = pen.at(placed(6, 0, -10, 0.85));
      p.stroke(pts("-30,10 -60,34 -44,70"), "black", 1.2);
      p.shape(ellipse(-6, 6, 31, 29, 14), { tone: 0.42 });
      p.shape(sharp(pts("-8,-23 58,-23 58,0 14,4")), { tone: 0.42 });
      p.fill(sharp(pts("10,-21 26,-21 20,-9 8,-9")), "black");
      p.shape(ellipse(-8, 8, 11, 11, 10), "white", 0.7);
    },
  },
  pipe: {
    metres: 0.12,
    draw(p) {
      p.stroke(pts("-44,-14 -20,-4 24,14"), "black", 3.2);
      p.shape(pts("22,-22! 52,-22! 50,16 36,28 22,18"), { tone: 0.62 });
      p.shape(ellipse(37, -22, 15, 5, 10), "black", 0.7);
      p.line(pts("36,-30 28,-46 42,-60 34,-78"), 0.9);
    },
  },
  cigarette: {
    metres: 0.06,
    draw(p) {
      const q = p.at(placed(10, -2, -16));
      q.shape(rect(-32, -5, 24, 10), { tone: 0.36 }, 0.7);
      q.shape(rect(-9, -5, 44, 10), "white", 0.8);
      q.fill(rect(33, -5, 6, 10), "black");
      p.line(pts("50,-16 42,-34 56,-52 48,-74"), 0.8);
    },
  },
  medicine: {
    metres: 0.14,
    draw(p) {
      p.shape(rect(-26, -24, 52, 68), { tone: 0.34 });
      p.shape(rect(-22, -4, 44, 34), "white", 0.7);
      p.fill(rect(-4, 1, 8, 24), "black");
      p.fill(rect(-12, 9, 24, 8), "black");
      p.shape(rect(-29, -42, 58, 20), "white");
      for (let x = -24; x < 28; x += 8) p.line(pts(`${x},-40 ${x},-24`), 0.5, "none");
      for (const [x, y] of [
        [42, 38],
        [56, 42],
      ] as const)
        p.shape(ellipse(x, y, 8, 5, 9), "white", 0.8);
    },
  },
  wallet: {
    metres: 0.1,
    draw(p) {
      for (const y of [-38, -32]) p.shape(rect(-42, y, 78, 20), "white", 0.6);
      p.shape(rect(-50, -26, 100, 62), { tone: 0.62 });
      p.stroke(rect(-45, -21, 90, 52), "white", 0.5, true);
      p.shape(pts("22,-8! 54,-8! 54,18! 22,18! 14,5"), { tone: 0.76 });
      p.fill(ellipse(30, 5, 5, 5, 8), "white");
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
