// What stalls and kitchens sell hot, fried, sweet or cold.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const STALL_THINGS = {
  taiyaki: {
    metres: 0.1,
    draw(p) {
      p.shape(
        pts(
          "-78,2 -58,-26 -16,-38 26,-28 46,-10! 74,-36 92,-34! 82,0 92,36! 72,36 46,14! 22,32 -20,38 -60,24",
        ),
        { tone: 0.3 },
      );
      p.fill(pts("-70,12 -20,22 30,16 46,10! 74,30 90,34! 72,36 46,14! 22,32 -20,38 -58,25"), { tone: 0.5 });
      p.stroke(pts("-38,-34 -28,-4 -38,32"), "black", 1.6);
      p.shape(ellipse(-54, -8, 7, 7, 10), "white", 0.7);
      p.fill(ellipse(-54, -8, 3.4, 3.4, 7), "black");
      p.line(pts("-78,4 -68,8 -60,6"), 1.2, "none");
      for (const [x, y] of [
        [-16, -16],
        [6, -18],
        [28, -10],
        [-18, 6],
        [4, 6],
        [24, 8],
        [-12, 24],
        [10, 24],
      ] as const)
        p.stroke(pts(`${x},${y - 7} ${x + 7},${y} ${x},${y + 7}`), "black", 1.1);
      for (const y of [-20, -2, 16]) p.line(pts(`58,${y * 0.7} 82,${y * 1.3}`), 1, "end");
      p.shape(pts("-10,-38! 4,-54 30,-46 34,-28!"), { tone: 0.4 }, 0.9);
    },
  },
  takoyaki: {
    metres: 0.1,
    draw(p) {
      for (const [x, y] of [
        [-44, -6],
        [0, -10],
        [44, -6],
        [-24, 10],
        [22, 10],
      ] as const) {
        p.shape(ellipse(x, y, 25, 23, 14), { tone: 0.34 });
        p.fill(
          pts(
            `${x - 22},${y - 8} ${x - 8},${y - 22} ${x + 10},${y - 21} ${x + 21},${y - 6} ${x + 10},${y + 2} ${x + 2},${y - 6} ${x - 8},${y + 2}`,
          ),
          { tone: 0.7 },
        );
        p.stroke(
          pts(`${x - 14},${y - 12} ${x - 4},${y - 8} ${x + 4},${y - 15} ${x + 14},${y - 9}`),
          "white",
          1.2,
        );
        for (const d of [-8, 3, 11]) p.fill(ellipse(x + d, y - 3 + (d % 2), 1.8, 1.4, 6), "black");
      }
      p.shape(pts("-92,14! 92,14! 70,46! -70,46!"), { tone: 0.14 });
      p.fill(pts("-84,28! 84,28! 70,45! -70,45!"), { tone: 0.3 });
      p.line(pts("-78,22 78,22"), 0.6, "none");
      p.line(pts("34,-2 80,-64"), 1.8, "none");
      for (const d of ["-30,-38 -38,-52 -28,-64", "4,-42 -4,-58 8,-70"]) p.line(pts(d), 0.9);
    },
  },
  "candy-apple": {
    metres: 0.2,
    draw(p) {
      p.shape(rect(-4, -28, 8, 88), { tone: 0.14 });
      p.shape(pts("0,-100 26,-110 46,-90 48,-62 30,-34 0,-26 -30,-34 -48,-62 -46,-90 -26,-110"), {
        tone: 0.6,
      });
      p.fill(pts("24,-108 46,-90 48,-62 30,-34 4,-27 30,-56"), { tone: 0.8 });
      p.fill(pts("-34,-84 -22,-98 -12,-96 -26,-80 -30,-64"), "white");
      p.fill(ellipse(-24, -54, 4, 5, 8), "white");
      p.line(pts("0,-100 2,-112"), 1.8, "none");
      p.shape(pts("-24,-32! -12,-24 0,-28 12,-22 26,-33!"), { tone: 0.74 }, 0.6);
    },
  },
  fries: {
    metres: 0.14,
    draw(p) {
      for (const [x, y, turn] of [
        [-34, -28, -14],
        [-20, -40, -6],
        [-4, -50, 2],
        [12, -42, 5],
        [28, -34, 12],
        [-12, -28, -9],
        [6, -30, 8],
        [38, -20, 18],
      ] as const) {
        const q = p.at(placed(x, 10, turn));
        q.shape(rect(-6, y - 18, 12, 60 - y * 0.3), { tone: 0.16 }, 0.9);
        q.fill(rect(2, y - 17, 4, 50), { tone: 0.36 });
      }
      p.shape(pts("-50,-12! -30,4 0,8 30,4 50,-12! 40,64! -40,64!"), { tone: 0.56 });
      p.fill(pts("16,7 30,4 50,-12! 40,64! 20,64!"), { tone: 0.76 });
      p.shape(ellipse(-4, 36, 15, 13, 12), "white", 0.6);
    },
  },
  popcorn: {
    metres: 0.2,
    draw(p) {
      for (const [x, y] of [
        [-38, -24],
        [-20, -38],
        [2, -46],
        [24, -38],
        [40, -24],
        [-8, -26],
        [14, -24],
        [-28, -18],
        [30, -16],
        [62, -40],
        [-58, -46],
      ] as const)
        for (const [dx, dy] of [
          [-7, 2],
          [7, 3],
          [0, -6],
        ] as const)
          p.shape(ellipse(x + dx, y + dy, 9, 8, 9), "white", 0.7);
      for (const [x, y] of [
        [-20, -36],
        [4, -44],
        [26, -34],
        [-4, -24],
        [62, -38],
      ] as const)
        p.fill(ellipse(x, y, 3, 2.4, 7), { tone: 0.5 });
      const cup = pts("-54,-12! 54,-12! 40,76! -40,76!");
      p.shape(cup, "white");
      p.inside(cup, (q) => {
        for (const x of [-46, -14, 18, 50])
          q.fill(sharp(pts(`${x - 9},-14 ${x + 7},-14 ${x * 0.74 + 5},78 ${x * 0.74 - 6},78`)), {
            tone: 0.56,
          });
        q.fill(pts("36,-14! 60,-14! 46,80! 26,80!"), { veil: 0.2 });
      });
      p.contour(cup);
    },
  },
  omelette: {
    metres: 0.08,
    draw(p) {
      p.shape(ellipse(0, 26, 98, 26, 22), "white");
      p.stroke(ellipse(0, 24, 80, 18, 20), { tone: 0.34 }, 1, true);
      p.shape(pts("-76,18 -54,-14 -10,-32 36,-26 68,-4 78,18 40,32 -40,32"), { tone: 0.16 });
      p.fill(pts("-70,18 -10,24 50,12 72,4 77,18 40,31 -40,31"), { tone: 0.34 });
      p.shape(
        pts("-40,-10 -28,-18 -14,-6 2,-20 16,-6 32,-16 42,-4 34,4 18,4 2,-4 -14,8 -30,0"),
        { tone: 0.66 },
        0.7,
      );
      p.stroke(pts("-52,2 -36,-8"), "white", 1.6);
      p.shape(pts("56,24 62,8 76,12 84,4 94,14 90,26 74,30"), { tone: 0.5 }, 0.8);
    },
  },
  croquette: {
    metres: 0.07,
    draw(p) {
      for (const [x, y, turn] of [
        [-24, 0, -14],
        [28, 6, 10],
      ] as const) {
        const q = p.at(placed(x, y, turn));
        q.shape(pts("-48,0 -38,-20 0,-26 38,-20 48,0 38,20 0,25 -38,20"), { tone: 0.38 });
        q.fill(pts("-40,8 0,14 44,4 38,19 0,24 -38,19"), { tone: 0.58 });
        for (const [dx, dy] of [
          [-28, -8],
          [-12, -16],
          [6, -10],
          [22, -14],
          [-4, 0],
          [16, 2],
          [-22, 4],
          [32, -4],
          [-36, -2],
        ] as const)
          q.line(pts(`${dx - 3},${dy} ${dx + 4},${dy - 2}`), 1.1);
      }
      p.shape(
        pts("-74,22 -56,10 -40,24 -20,14 0,28 24,18 44,30 66,20 78,32 40,42 -50,40"),
        { tone: 0.2 },
        0.8,
      );
    },
  },
  tofu: {
    metres: 0.08,
    draw(p) {
      p.shape(ellipse(0, 36, 96, 20, 20), { tone: 0.24 });
      p.shape(rect(-60, -12, 96, 48), "white");
      p.shape(sharp(pts("-60,-12 -34,-34 62,-34 36,-12")), "white", 0.9);
      p.shape(sharp(pts("36,-12 62,-34 62,12 36,36")), { tone: 0.2 }, 0.9);
      for (const [x, y] of [
        [-14, -24],
        [-2, -27],
        [8, -22],
        [-6, -20],
      ] as const)
        p.shape(pts(`${x - 8},${y} ${x},${y - 5} ${x + 8},${y} ${x},${y + 4}`), { tone: 0.56 }, 0.5);
      p.line(pts("-44,6 -40,24"), 0.7);
    },
  },
  ice: {
    metres: 0.1,
    draw(p) {
      for (const [x, y, k] of [
        [-30, 8, 1],
        [38, 14, 0.86],
        [4, -30, 0.8],
      ] as const) {
        const q = p.at(placed(x, y, 0, k));
        q.shape(pts("-34,-18! -14,-32! 36,-28! 38,20! 16,36! -32,30!"), "white");
        q.fill(pts("14,-14! 36,-28! 38,20! 16,36!"), { tone: 0.3 });
        q.fill(pts("-34,-18! -14,-32! 36,-28! 14,-14!"), { tone: 0.1 });
        q.stroke(sharp(pts("-34,-18 14,-14 36,-28")), "black", 0.8);
        q.stroke(sharp(pts("14,-14 16,36")), "black", 0.8);
        q.stroke(pts("-24,-4 -20,18"), { tone: 0.4 }, 1.6);
        q.stroke(pts("-12,-6 -10,4"), { tone: 0.4 }, 1.2);
      }
      p.shape(pts("-84,44 -50,38 10,42 70,40 86,46 40,56 -50,56"), { tone: 0.12 }, 0.7);
    },
  },
  icicle: {
    metres: 0.5,
    draw(p) {
      p.shape(pts("-86,-14! -60,-26 0,-30 60,-26 86,-14! 80,0! -80,0!"), "white");
      for (const [x, long, wide] of [
        [-64, 60, 11],
        [-38, 104, 14],
        [-6, 146, 17],
        [26, 84, 13],
        [52, 118, 13],
        [74, 44, 8],
      ] as const) {
        p.shape(
          pts(
            `${x - wide},-4! ${x - wide * 0.5},${long * 0.5} ${x},${long}! ${x + wide * 0.6},${long * 0.45} ${x + wide},-4!`,
          ),
          "white",
          0.9,
        );
        p.fill(
          pts(
            `${x + wide * 0.2},-2! ${x + wide * 0.2},${long * 0.4} ${x},${long - 2}! ${x + wide * 0.56},${long * 0.42} ${x + wide - 1},-2!`,
          ),
          { tone: 0.3 },
        );
        p.stroke(pts(`${x - wide * 0.4},6 ${x - wide * 0.2},${long * 0.4}`), { tone: 0.16 }, 1.2);
      }
      p.shape(pts("-6,152! 0,162 -6,170 -12,162"), "white", 0.7);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
