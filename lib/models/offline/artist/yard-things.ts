// Things of yard and road: what stands outdoors and is too large for a hand, and what is stored or pulled.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const YARD_THINGS = {
  bench: {
    metres: 0.85,
    draw(p) {
      for (const y of [-96, -62]) p.shape(rect(-180, y, 360, 22), { tone: 0.24 });
      for (const x of [-150, 136]) p.shape(rect(x, -106, 14, 196), "black", 0.6);
      p.shape(sharp(pts("-186,-6 186,-6 206,22 -206,22")), "white");
      p.line(sharp(pts("-196,8 196,8")), 0.6, "none");
      p.shape(rect(-206, 22, 412, 14), { tone: 0.4 });
      for (const x of [-182, 168]) p.shape(rect(x, 36, 15, 58), "black", 0.6);
    },
  },
  gate: {
    metres: 1.9,
    draw(p) {
      for (const x of [-200, 170]) {
        p.shape(rect(x, -150, 34, 300), { tone: 0.3 });
        p.shape(sharp(pts(`${x - 8},-150 ${x + 17},-184 ${x + 42},-150`)), { tone: 0.6 });
      }
      for (let x = -154; x < 160; x += 38) {
        const up = -112 - 26 * Math.cos((x / 170) * 1.4);
        p.shape(
          sharp(pts(`${x},${up} ${x + 10},${up - 18} ${x + 20},${up} ${x + 20},140 ${x},140`)),
          "white",
          0.8,
        );
      }
      for (const y of [-86, 88]) p.shape(rect(-166, y, 336, 17), { tone: 0.4 }, 0.8);
      p.line(sharp(pts("-160,86 166,-68")), 1.8, "none");
    },
  },
  sign: {
    metres: 1.7,
    draw(p) {
      p.shape(rect(-10, -60, 20, 250), { tone: 0.4 });
      p.shape(pts("-104,-146! 92,-152! 118,-106! 94,-58! -104,-62!"), { tone: 0.1 });
      for (const [y, w] of [
        [-124, 136],
        [-104, 96],
        [-84, 120],
      ] as const)
        p.line(pts(`-82,${y} ${-82 + w / 2},${y - 3} ${w - 82},${y - 1}`), 2, "both");
      for (const y of [-138, -74]) p.fill(ellipse(0, y, 4, 4, 7), "black");
    },
  },
  gravestone: {
    metres: 0.9,
    draw(p) {
      const stone = pts("-62,120! -62,-60 -40,-104 0,-118 40,-104 62,-60 62,120!");
      p.shape(stone, { tone: 0.34 });
      p.inside(stone, (q) => q.fill(pts("30,-130! 80,-130! 80,130! 36,130! 44,0"), { tone: 0.6 }));
      p.fill(rect(-6, -84, 12, 58), "black");
      p.fill(rect(-24, -68, 48, 12), "black");
      for (const y of [0, 22, 44]) p.line(pts(`-34,${y} 0,${y + 2} 30,${y}`), 1);
      p.shape(rect(-86, 118, 172, 22), { tone: 0.5 });
      p.line(pts("-50,-40 -40,-22 -48,-4"), 0.7);
    },
  },
  barrel: {
    metres: 0.9,
    draw(p) {
      const body = pts("-56,-90! 56,-90! 74,0 56,90! -56,90! -74,0");
      p.shape(body, { tone: 0.26 });
      p.inside(body, (q) => {
        for (const x of [-38, -16, 8, 32]) q.line(pts(`${x},-92 ${x * 1.3},0 ${x},92`), 0.6, "none");
        q.fill(rect(34, -100, 60, 200), { tone: 0.5 });
      });
      for (const [y, w] of [
        [-62, 66],
        [-24, 73],
        [34, 72],
        [66, 65],
      ] as const)
        p.stroke(pts(`${-w},${y} 0,${y + 9} ${w},${y}`), "black", 2.4);
      p.shape(ellipse(0, -90, 56, 14, 14), { tone: 0.12 });
    },
  },
  cart: {
    metres: 1.2,
    draw(p) {
      p.shape(sharp(pts("110,8 250,-26 250,-14 112,22")), { tone: 0.3 }, 0.8);
      p.shape(sharp(pts("-170,-70 130,-70 108,34 -150,34")), { tone: 0.2 });
      for (const y of [-44, -16, 10]) p.line(sharp(pts(`-164,${y} 124,${y}`)), 0.7, "none");
      p.shape(rect(-176, -80, 316, 14), { tone: 0.4 });
      for (const r of [70, 58]) p.stroke(ellipse(-24, 60, r, r, 18), "black", 3, true);
      for (let i = 0; i < 6; i++) p.at(placed(-24, 60, i * 30)).stroke(pts("-60,0 60,0"), "black", 1.4);
      p.shape(ellipse(-24, 60, 13, 13, 10), { tone: 0.5 });
    },
  },
  tent: {
    metres: 1.5,
    draw(p) {
      p.shape(sharp(pts("0,-150 70,-136 210,100 150,110")), { tone: 0.44 });
      p.shape(sharp(pts("0,-150 150,110 -150,110")), { tone: 0.14 });
      p.shape(sharp(pts("0,-110 44,110 -44,110")), "black");
      p.shape(sharp(pts("0,-110 -44,110 -70,110")), "white", 0.8);
      p.line(sharp(pts("0,-150 0,-168")), 2, "none");
      for (const s of [-1, 1]) p.line(sharp(pts(`${s * 150},110 ${s * 176},118`)), 1.2, "none");
    },
  },
  birdcage: {
    metres: 0.5,
    draw(p) {
      p.stroke(ellipse(0, 4, 9, 10, 9), "black", 1.6, true);
      p.shape(pts("-52,116! -54,52 -34,22 0,12 34,22 54,52 52,116!"), { tone: 0.06 });
      p.shape(pts("-16,88 -20,74 -6,66 4,72 20,66 30,78 16,86 2,94"), { tone: 0.5 }, 0.8);
      for (const x of [-36, -18, 0, 18, 36])
        p.line(pts(`${x * 0.3},14 ${x},46 ${x * 1.05},116`), 0.9, "none");
      p.line(pts("-54,70 54,70"), 0.9, "none");
      p.shape(rect(-62, 114, 124, 15), { tone: 0.6 });
    },
  },
  chest: {
    metres: 0.6,
    draw(p) {
      p.shape(pts("-90,-22! -88,-70 -60,-86 60,-86 88,-70 90,-22!"), { tone: 0.4 });
      p.shape(rect(-90, -22, 180, 90), { tone: 0.28 });
      for (const y of [8, 38]) p.line(sharp(pts(`-88,${y} 88,${y}`)), 0.6, "none");
      for (const x of [-66, 52])
        p.shape(sharp(pts(`${x},-84 ${x + 14},-84 ${x + 14},68 ${x},68`)), "black", 0.6);
      p.shape(rect(-15, -36, 30, 36), "white", 0.9);
      p.fill(ellipse(0, -22, 5, 6, 8), "black");
      p.fill(rect(-2, -18, 4, 11), "black");
    },
  },
  sled: {
    metres: 0.5,
    draw(p) {
      for (const x of [-70, 60]) p.line(sharp(pts(`${x},-8 ${x + 12},42`)), 2.2, "none");
      p.shape(sharp(pts("-110,-22 100,-22 112,-6 -98,-6")), { tone: 0.2 });
      p.line(sharp(pts("-104,-14 106,-14")), 0.6, "none");
      p.stroke(pts("-116,44 90,44 134,30 142,-6 124,-20 112,-8"), "black", 3);
      p.line(pts("124,-18 160,-40 196,-30"), 0.9, "none");
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
