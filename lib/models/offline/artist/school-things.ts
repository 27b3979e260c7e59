// Things of classroom, laboratory, bathroom and training hall.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const SCHOOL_THINGS = {
  magnet: {
    metres: 0.12,
    draw(p) {
      p.shape(pts("-52,50! -52,-10 -36,-48 0,-62 36,-48 52,-10 52,50! 20,50! 20,-8 0,-30 -20,-8 -20,50!"), {
        tone: 0.56,
      });
      p.fill(pts("36,-48 52,-10 52,24! 36,24! 38,-10 26,-40"), { tone: 0.76 });
      for (const x of [-52, 20]) p.shape(rect(x, 24, 32, 28), "white", 0.9);
      p.stroke(pts("-40,4 -38,-18 -24,-40"), "white", 2.6);
      for (const d of [
        "-60,66 -54,76",
        "-36,64 -36,78",
        "-12,66 -18,76",
        "12,66 18,76",
        "36,64 36,78",
        "60,66 54,76",
      ])
        p.line(pts(d), 1.1);
    },
  },
  plug: {
    metres: 0.1,
    draw(p) {
      for (const y of [-13, 13]) {
        p.shape(rect(38, y - 5, 34, 10), { tone: 0.16 }, 0.9);
        p.fill(ellipse(62, y, 2.6, 2.6, 7), "black");
      }
      p.shape(pts("-24,-24 30,-34! 40,-34! 40,34! 30,34! -24,24 -36,0"), "black");
      p.stroke(pts("-12,-16 28,-22"), "white", 1.6);
      p.shape(rect(32, -34, 8, 68), { tone: 0.5 }, 0.6);
      for (const x of [-34, -44, -54]) p.shape(rect(x - 4, -11, 7, 22), { tone: 0.6 }, 0.7);
      p.stroke(pts("-56,0 -84,4 -104,26 -92,54 -60,50 -52,70 -20,82 20,70"), "black", 3.4);
    },
  },
  "hair-dryer": {
    metres: 0.24,
    draw(p) {
      p.stroke(pts("-8,64 -4,86 -26,100 -16,120"), "black", 2.2);
      p.shape(pts("-20,-22! 14,-22! 10,60 -2,66 -14,60"), { tone: 0.62 });
      p.shape(rect(-10, 2, 14, 22), "white", 0.7);
      p.shape(pts("-54,-56 -34,-86 0,-90 44,-80! 88,-86! 88,-36! 44,-40! 4,-26 -34,-28"), { tone: 0.34 });
      p.fill(pts("-46,-46 0,-46 44,-54 88,-54! 88,-36! 44,-40! 4,-27 -34,-29"), { tone: 0.56 });
      p.shape(sharp(pts("80,-90 100,-92 100,-30 80,-34")), "black", 0.7);
      for (const y of [-72, -62, -52, -42]) p.stroke(pts(`-46,${y} -24,${y}`), "black", 1.2);
      p.stroke(pts("-20,-78 20,-80 44,-74"), "white", 2);
      for (const y of [-80, -61, -42]) p.line(pts(`112,${y} 134,${y - 3} 158,${y + 1}`), 1.1, "end");
    },
  },
  "board-eraser": {
    metres: 0.07,
    draw(p) {
      p.shape(pts("-66,8! 66,8! 62,30! -62,30!"), "white");
      for (let x = -58; x < 62; x += 9) p.line(pts(`${x},12 ${x - 1},28`), 0.6, "none");
      p.shape(sharp(pts("-70,-14 58,-20 72,-8 72,10 -70,10")), { tone: 0.44 });
      p.shape(sharp(pts("-70,-14 58,-20 72,-8 -60,-4")), { tone: 0.2 }, 0.8);
      p.stroke(pts("-46,-12 -40,-34 44,-38 50,-16"), { tone: 0.7 }, 5);
      p.stroke(pts("-46,-12 -40,-34 44,-38 50,-16"), "black", 0.8);
      for (const [x, y, r] of [
        [-78, 34, 8],
        [-92, 26, 5],
        [80, 32, 9],
        [96, 24, 5],
        [70, 40, 5],
      ] as const)
        p.shape(ellipse(x, y, r, r * 0.8, 9), "white", 0.5);
    },
  },
  "test-tubes": {
    metres: 0.2,
    draw(p) {
      for (const [i, level] of [-6, 16, -22].entries()) {
        const x = -46 + i * 46;
        const tube = pts(`${x - 13},-66! ${x + 13},-66! ${x + 13},40 ${x},56 ${x - 13},40`);
        p.shape(tube, "white");
        p.inside(tube, (q) =>
          q.fill(sharp(pts(`${x - 20},${level} ${x + 20},${level} ${x + 20},70 ${x - 20},70`)), {
            tone: [0.34, 0.6, 0.2][i] ?? 0.3,
          }),
        );
        p.contour(tube);
        p.shape(ellipse(x, -66, 16, 5, 12), "white", 0.8);
        p.stroke(pts(`${x - 6},-54 ${x - 6},30`), "white", 1.6);
        for (const dy of [10, 22]) p.stroke(ellipse(x + 3, level + dy, 2.4, 2.4, 7), "black", 0.5, true);
      }
      p.shape(rect(-84, -28, 168, 13), { tone: 0.4 });
      for (const x of [-84, 72]) p.shape(rect(x, -34, 12, 98), { tone: 0.54 }, 0.8);
      p.shape(rect(-90, 58, 180, 15), { tone: 0.4 });
    },
  },
  "bathroom-scale": {
    metres: 0.1,
    draw(p) {
      p.shape(pts("-66,-26! 66,-26! 96,22! -96,22!"), "white");
      p.shape(pts("-96,22! 96,22! 92,40 -92,40"), { tone: 0.5 });
      p.fill(sharp(pts("-52,-4 52,-4 66,18 -66,18")), { tone: 0.2 });
      for (let x = -44; x <= 44; x += 11) p.stroke(pts(`${x},-2 ${x * 1.28},17`), "black", 0.5);
      p.shape(pts("-30,-8! -26,-22 26,-22 30,-8!"), { tone: 0.12 }, 0.9);
      for (const x of [-18, -9, 9, 18]) p.line(pts(`${x},-20 ${x * 0.9},-15`), 0.7, "none");
      p.stroke(pts("0,-9 7,-19"), "black", 1.4);
    },
  },
  "pencil-case": {
    metres: 0.08,
    draw(p) {
      for (const [x, y, turn] of [
        [46, -24, -34],
        [62, -18, -14],
        [30, -26, -52],
      ] as const) {
        const q = p.at(placed(x, y, turn));
        q.shape(sharp(pts("0,-5 34,-5 46,0 34,5 0,5")), { tone: 0.3 }, 0.8);
        q.fill(sharp(pts("40,-2.4 46,0 40,2.4")), "black");
      }
      p.shape(pts("-88,-14 -74,-26 70,-26 84,-14 86,22 72,34 -74,34 -88,22"), { tone: 0.5 });
      p.fill(pts("-80,12 80,8 84,22 72,33 -74,33 -86,22"), { tone: 0.68 });
      p.stroke(pts("-80,-12 20,-12 76,-14"), "white", 3);
      p.stroke(pts("-80,-12 20,-12 76,-14"), "black", 1);
      p.shape(pts("14,-16! 28,-16! 30,2 20,8 12,2"), "white", 0.8);
    },
  },
  glue: {
    metres: 0.13,
    draw(p) {
      p.shape(pts("-12,-44! 12,-44! 8,-76 0,-84 -8,-76"), { tone: 0.62 });
      p.shape(rect(-20, -46, 40, 14), "black", 0.7);
      p.shape(pts("-34,-32! 34,-32! 38,-16 38,60! -38,60! -38,-16"), "white");
      p.fill(pts("16,-31! 34,-32! 38,-16 38,60! 16,60!"), { tone: 0.2 });
      p.shape(rect(-38, -6, 76, 42), { tone: 0.5 }, 0.7);
      p.stroke(pts("-22,16 -12,6 0,22 12,8 24,18"), "white", 2.6);
      p.shape(pts("-58,62 -42,52 -24,58 -8,54 6,64 -20,70 -46,70"), "white", 0.8);
    },
  },
  "bamboo-sword": {
    metres: 1.15,
    draw(p) {
      const q = p.at(placed(0, 0, -58));
      q.line(pts("32,-15 120,-19 196,-12"), 0.8, "none");
      q.shape(pts("26,-12! 120,-11 206,-9! 206,9! 120,11 26,12!"), { tone: 0.1 });
      q.fill(pts("26,3! 206,2! 206,9! 120,11 26,12!"), { tone: 0.34 });
      q.stroke(pts("30,2 204,1"), "black", 0.7);
      for (const x of [70, 124, 176]) q.stroke(pts(`${x},-11 ${x + 1},11`), "black", 0.9);
      q.shape(rect(144, -12, 16, 24), { tone: 0.62 }, 0.8);
      q.shape(pts("200,-11! 222,-9 230,0 222,9 200,11!"), "white", 0.9);
      q.shape(pts("-74,-10! 24,-12! 24,12! -74,10! -82,0"), "white");
      q.fill(pts("-76,2! 24,3! 24,12! -74,10!"), { tone: 0.22 });
      q.shape(ellipse(27, 0, 7, 26, 12), { tone: 0.6 });
    },
  },
  "kendo-mask": {
    metres: 0.36,
    draw(p) {
      p.shape(pts("-56,8! -92,44 -104,86! -58,76 -40,60!"), { tone: 0.7 });
      p.shape(pts("56,8! 92,44 104,86! 58,76 40,60!"), { tone: 0.7 });
      for (const s of [-1, 1])
        for (const k of [0, 1, 2])
          p.stroke(
            pts(`${s * (62 + k * 12)},${24 + k * 8} ${s * (52 + k * 12)},${70 + k * 4}`),
            "white",
            0.6,
          );
      p.shape(pts("-54,20 -60,-34 -40,-72 0,-84 40,-72 60,-34 54,20 36,54 -36,54"), { tone: 0.8 });
      p.shape(pts("-40,16 -44,-30 -26,-58 0,-64 26,-58 44,-30 40,16 24,44 -24,44"), "black");
      for (let y = -46; y <= 38; y += 11) {
        const half = 41 - Math.max(0, -y - 22) * 0.7 - Math.max(0, y - 12) * 0.6;
        p.stroke(pts(`${-half},${y} 0,${y + 4} ${half},${y}`), "white", 1.5);
      }
      p.stroke(pts("0,-62 0,46"), "white", 2);
      p.shape(pts("-30,46! 30,46! 22,90 0,98 -22,90"), { tone: 0.4 });
      for (const x of [-10, 0, 10]) p.line(pts(`${x},52 ${x * 0.8},90`), 0.8, "none");
      p.stroke(pts("-52,-46 -30,-78 0,-88"), "white", 1);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
