// Tokens: what is paid with, read, given or won.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const TOKEN_THINGS = {
  coin: {
    metres: 0.06,
    draw(pen) {
      const p = pen.at(placed(8, -6, 0, 0.8));
      p.shape(ellipse(5, 5, 32, 32, 16), { tone: 0.6 });
      p.shape(ellipse(0, 0, 32, 32, 16), { tone: 0.2 });
      p.stroke(ellipse(0, 0, 25, 25, 14), "black", 0.8, true);
      p.fill(pts("0,-16! 5,-5! 16,-4! 7,3! 10,15! 0,8! -10,15! -7,3! -16,-4! -5,-5!"), "black");
    },
  },
  money: {
    metres: 0.1,
    draw(p) {
      for (const turn of [-22, -8, 8]) {
        const q = p.at(placed(0, 0, turn));
        q.shape(rect(-58, -30, 116, 52), { tone: 0.1 });
        q.stroke(rect(-52, -25, 104, 42), "black", 0.6, true);
        q.shape(ellipse(0, -4, 17, 17, 12), { tone: 0.4 }, 0.6);
      }
      const q = p.at(placed(0, 0, 8));
      q.fill(ellipse(0, -9, 5, 6, 8), "white");
      q.fill(pts("-10,9! -8,-1 8,-1 10,9!"), "white");
    },
  },
  ticket: {
    metres: 0.08,
    draw(p) {
      const q = p.at(placed(20, -12, -16));
      q.shape(pts("-46,-24! 46,-24! 46,-8! 38,0 46,8! 46,24! -46,24! -46,8! -38,0 -46,-8!"), "white");
      for (let y = -20; y < 22; y += 8) q.line(pts(`20,${y} 20,${y + 4}`), 0.9, "none");
      q.fill(rect(-32, -14, 40, 9), "black");
      for (const y of [4, 12]) q.stroke(pts(`-32,${y} 8,${y}`), { tone: 0.5 }, 0.8);
    },
  },
  newspaper: {
    metres: 0.35,
    draw(p) {
      const q = p.at(placed(6, -8, -6));
      q.shape(sharp(pts("-70,-64 0,-56 70,-64 70,60 0,68 -70,60")), "white");
      q.line(sharp(pts("0,-56 0,68")), 0.8, "none");
      q.fill(sharp(pts("-60,-52 -10,-46 -10,-30 -60,-36")), "black");
      q.fill(sharp(pts("12,-12 60,-18 60,22 12,27")), { tone: 0.5 });
      for (let y = -22; y < 56; y += 9) q.stroke(pts(`-60,${y} -10,${y + 6}`), { tone: 0.5 }, 0.8);
      for (const y of [-44, -34, -24, 36, 46]) q.stroke(pts(`12,${y + 5} 60,${y}`), { tone: 0.5 }, 0.8);
    },
  },
  scroll: {
    metres: 0.3,
    draw(p) {
      p.shape(rect(-44, -58, 88, 118), "white");
      for (const x of [-26, -8, 10, 28])
        p.line(pts(`${x},-44 ${x + 3},-20 ${x - 2},6 ${x + 1},${x % 4 === 0 ? 40 : 28}`), 1.3);
      for (const y of [-62, 62]) {
        p.shape(rect(-58, y - 9, 116, 18), { tone: 0.34 });
        for (const x of [-66, 58]) p.shape(rect(x, y - 6, 9, 12), "black", 0.6);
      }
    },
  },
  gift: {
    metres: 0.3,
    draw(p) {
      p.shape(rect(-56, -12, 112, 78), { tone: 0.16 });
      p.shape(rect(-62, -32, 124, 24), { tone: 0.08 });
      p.shape(rect(-11, -32, 22, 98), { tone: 0.62 }, 0.7);
      for (const s of [-1, 1])
        p.shape(
          [
            [0, -34],
            [s * 16, -62],
            [s * 44, -64],
            [s * 42, -40],
          ],
          { tone: 0.62 },
        );
      p.shape(ellipse(0, -37, 10, 9, 9), "black");
    },
  },
  trophy: {
    metres: 0.4,
    draw(p) {
      for (const s of [-1, 1])
        p.stroke(
          [
            [s * 38, -48],
            [s * 64, -52],
            [s * 60, -18],
            [s * 26, -8],
          ],
          "black",
          2.2,
        );
      const cup = pts("-44,-60! 44,-60! 38,-18 14,8! -14,8! -38,-18");
      p.shape(cup, { tone: 0.2 });
      p.inside(cup, (q) => q.fill(rect(14, -70, 40, 90), { tone: 0.44 }));
      p.stroke(pts("-28,-48 -22,-18"), "white", 1.8);
      p.shape(sharp(pts("-8,8 8,8 10,34 -10,34")), { tone: 0.3 });
      p.shape(rect(-36, 34, 72, 26), "black");
      p.fill(rect(-18, 41, 36, 11), "white");
    },
  },
  medal: {
    metres: 0.12,
    draw(p) {
      p.shape(sharp(pts("-26,-40 -8,-40 8,24 -6,30")), { tone: 0.6 });
      p.shape(sharp(pts("26,-40 8,-40 -8,24 6,30")), { tone: 0.36 });
      p.shape(ellipse(0, 50, 30, 30, 14), { tone: 0.16 });
      p.stroke(ellipse(0, 50, 23, 23, 12), "black", 0.8, true);
      p.fill(pts("0,34! 5,45! 16,46! 7,53! 10,65! 0,58! -10,65! -7,53! -16,46! -5,45!"), "black");
    },
  },
  poster: {
    metres: 0.6,
    draw(p) {
      p.shape(sharp(pts("-52,-74 52,-74 52,66 34,66 52,74 52,76 -52,76")), "white");
      p.fill(rect(-42, -62, 84, 15), "black");
      for (const [y, w] of [
        [-38, 70],
        [-28, 56],
      ] as const)
        p.fill(rect(-w / 2, y, w, 4), { tone: 0.5 });
      p.shape(rect(-40, -18, 80, 62), { tone: 0.2 }, 0.6);
      p.fill(ellipse(0, 4, 13, 14, 12), "black");
      p.fill(pts("-28,43! -22,24 -8,18 8,18 22,24 28,43!"), "black");
      for (const y of [52, 61]) p.fill(rect(-38, y, 58, 3.6), { tone: 0.6 });
      // A pin in each upper corner.
      for (const x of [-45, 45]) p.shape(ellipse(x, -68, 4, 4, 8), { tone: 0.6 }, 0.6);
    },
  },
  "paper-bag": {
    metres: 0.36,
    draw(p) {
      p.line(pts("-20,12 -18,-10 0,-16 18,-10 20,12"), 2.4, "none");
      p.shape(sharp(pts("-44,10 32,10 36,108 -48,108")), { tone: 0.1 });
      p.shape(sharp(pts("32,10 52,2 58,96 36,108")), { tone: 0.4 });
      p.line(sharp(pts("42,6 46,102")), 0.7, "none");
      p.line(sharp(pts("-44,10 -24,2 52,2")), 0.9, "none");
      p.stroke(pts("-40,22 28,22"), { tone: 0.4 }, 1);
      p.stroke(pts("-10,60 -6,76 -12,90"), { tone: 0.4 }, 0.9);
      p.line(pts("-8,-14 0,-16 10,-14"), 2.4, "none");
    },
  },
  sack: {
    metres: 0.42,
    draw(p) {
      p.shape(pts("-16,8! -26,-10 -12,-20 2,-14 14,-22 26,-8 16,8!"), { tone: 0.1 });
      p.shape(pts("-14,6! -40,30 -54,66 -50,100 -36,110! 38,110! 52,98 54,64 38,28 14,6!"), { tone: 0.14 });
      p.fill(pts("20,14! 40,36 52,66 50,98 38,109! 12,109! 30,84 34,52!"), { tone: 0.38 });
      for (const fold of [
        "-8,12 -16,28 -30,44",
        "0,12 2,30 -2,46",
        "8,12 18,28 22,40",
        "-38,92 -26,98 -12,98",
      ])
        p.line(pts(fold), 0.9, "both");
      p.stroke(pts("-17,8 0,12 17,8"), "black", 2.6);
      p.line(pts("12,10 26,18 24,32"), 1.3, "none");
      p.line(pts("12,10 34,12 40,24"), 1.3, "none");
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
