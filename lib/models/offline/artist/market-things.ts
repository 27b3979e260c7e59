// What a market, a fair and a kitchen counter have: fruit that has a shape of its own, food from a stall, what heats it.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const MARKET_THINGS = {
  cherry: {
    metres: 0.1,
    draw(p) {
      p.line(pts("-26,14 -20,-22 8,-58"), 1.5, "none");
      p.line(pts("30,22 26,-20 8,-58"), 1.5, "none");
      p.shape(pts("8,-58 26,-74 58,-70 40,-52 16,-52"), { tone: 0.4 }, 0.8);
      p.line(pts("12,-57 46,-66"), 0.6, "end");
      for (const [x, y] of [
        [-28, 30],
        [30, 38],
      ] as const) {
        p.shape(ellipse(x, y, 25, 24, 13), { tone: 0.66 });
        p.fill(pts(`${x + 6},${y + 20} ${x + 20},${y + 8} ${x + 20},${y - 8} ${x + 12},${y + 6}`), "black");
        p.shape(ellipse(x - 9, y - 8, 6, 8, 8), "white", 0.3);
        p.line(pts(`${x - 6},${y - 22} ${x + 2},${y - 19} ${x + 8},${y - 22}`), 0.8, "none");
      }
    },
  },
  pear: {
    metres: 0.13,
    draw(p) {
      p.line(pts("0,-50 6,-68 16,-76"), 2.2, "none");
      const body = pts("0,-52 18,-44 22,-16 44,14 40,46 18,60 0,58 -18,60 -40,46 -44,14 -22,-16 -18,-44");
      p.shape(body, { tone: 0.1 });
      p.inside(body, (q) => q.fill(pts("30,-50! 60,-50! 60,70! -10,70! 22,40 26,12 12,-20"), { tone: 0.3 }));
      for (const [x, y] of [
        [-16, 22],
        [-6, 38],
        [-24, 34],
        [4, 14],
        [-4, -10],
      ] as const)
        p.fill(ellipse(x, y, 1.8, 1.8, 5), "black");
      p.stroke(pts("-26,6 -30,26"), "white", 2.4);
      p.shape(pts("16,-60 34,-76 58,-74 42,-58"), { tone: 0.5 }, 0.7);
    },
  },
  pineapple: {
    metres: 0.3,
    draw(p) {
      for (const [x, y] of [
        [-46, -96],
        [46, -96],
        [-26, -116],
        [26, -116],
        [0, -128],
      ] as const)
        p.shape(
          pts(`-12,-36! ${x * 0.5 - 8},-70 ${x},${y}! ${x * 0.5 + 10},-66 12,-36!`),
          { tone: 0.5 },
          0.8,
        );
      const body = pts("0,-40 34,-34 44,4 38,44 20,62 -20,62 -38,44 -44,4 -34,-34");
      p.shape(body, { tone: 0.2 });
      p.inside(body, (q) => {
        // Its eyes lie between spirals that run both ways round it.
        for (const flip of [1, -1])
          for (const [a, b] of [
            ["-44,10", "-14,62"],
            ["-44,-24", "6,62"],
            ["-34,-38", "28,62"],
            ["-12,-40", "42,50"],
            ["10,-40", "44,14"],
          ] as const)
            q.at(placed(0, 0, 0, flip, 1)).stroke(pts(`${a} ${b}`), "black", 0.7);
        q.fill(pts("24,-40! 44,-30! 44,50! 4,62! 28,36"), { veil: 0.4 });
      });
      for (const [x, y] of [
        [-16, -16],
        [4, 8],
        [-18, 28],
        [16, -18],
        [16, 34],
      ] as const)
        p.stroke(pts(`${x - 3},${y} ${x},${y - 6} ${x + 3},${y}`), "black", 0.9);
    },
  },
  watermelon: {
    metres: 0.26,
    draw(p) {
      const skin = ellipse(-8, -6, 74, 66, 18);
      p.shape(skin, { tone: 0.16 });
      p.inside(skin, (q) => {
        // Its stripes run from pole to pole, and their edges are torn.
        for (const x of [-52, -22, 8, 38, 62])
          q.fill(
            pts(
              `${x * 0.2 - 8},-76! ${x - 4},-44 ${x - 10},-26 ${x - 3},-8 ${x - 10},12 ${x - 2},34 ${x * 0.3 - 8},64! ${x * 0.3},64! ${x + 9},34 ${x + 3},14 ${x + 11},-6 ${x + 4},-28 ${x + 8},-46 ${x * 0.2},-76!`,
            ),
            "black",
          );
        q.fill(pts("50,-80! 90,-80! 90,70! 10,70! 50,30"), { veil: 0.35 });
      });
      p.line(pts("-12,-70 -14,-84 -2,-92"), 2, "end");
      const slice = pts("8,18! 120,18! 112,48 92,68 64,76 36,68 16,48");
      p.shape(slice, "white");
      p.fill(pts("20,18! 108,18! 100,42 84,56 64,62 44,56 28,42"), { tone: 0.36 });
      p.stroke(pts("12,34 36,66 64,74 92,66 116,34"), "black", 2.6);
      for (const [x, y] of [
        [44, 30],
        [64, 28],
        [84, 30],
        [54, 44],
        [74, 44],
      ] as const)
        p.fill(ellipse(x, y, 2.4, 4, 6), "black");
    },
  },
  hamburger: {
    metres: 0.13,
    draw(p) {
      p.shape(pts("-62,30! 62,30! 58,46 46,52 -46,52 -58,46"), { tone: 0.22 });
      p.shape(pts("-66,12 -60,4 60,4 66,12 64,26 56,32 -56,32 -64,26"), { tone: 0.72 });
      p.shape(sharp(pts("-60,2 62,2 36,20 8,4")), { tone: 0.08 }, 0.8);
      p.shape(
        pts(
          "-72,0 -54,-10 -36,-4 -18,-12 2,-4 22,-12 40,-4 58,-10 72,0 56,8 38,2 18,10 0,3 -20,10 -40,3 -56,8",
        ),
        {
          tone: 0.4,
        },
      );
      const top = pts("-64,-8! -60,-36 -36,-56 0,-62 36,-56 60,-36 64,-8!");
      p.shape(top, { tone: 0.2 });
      p.inside(top, (q) => q.fill(pts("30,-70! 80,-70! 80,0! 20,0! 44,-26"), { tone: 0.4 }));
      for (const [x, y] of [
        [-36, -36],
        [-14, -48],
        [-10, -28],
        [12, -42],
        [30, -30],
        [-44, -18],
      ] as const)
        p.shape(ellipse(x, y, 5, 3, 7), "white", 0.5);
    },
  },
  "hot-dog": {
    metres: 0.1,
    draw(p) {
      const q = p.at(placed(0, 0, -10));
      q.shape(pts("-84,-6 -70,-24 70,-24 86,-6 80,22 60,34 -60,34 -80,22"), { tone: 0.16 });
      q.shape(pts("-98,-12 -88,-26 -60,-30 60,-30 90,-24 98,-10 88,4 60,8 -60,8 -90,2"), { tone: 0.52 });
      q.stroke(pts("-80,-20 -40,-24 20,-24"), "white", 2);
      const mustard = pts("-76,-12 -60,-2 -42,-16 -24,-2 -6,-16 12,-2 30,-16 48,-2 66,-16 80,-8");
      q.stroke(mustard, "black", 5);
      q.stroke(mustard, "white", 3);
      q.shape(pts("-84,4 -60,12 60,12 86,2 80,26 58,38 -58,38 -80,26"), { tone: 0.22 });
      q.fill(pts("-60,26 60,26 78,14 58,36 -58,36"), { tone: 0.4 });
    },
  },
  pancake: {
    metres: 0.14,
    draw(p) {
      p.shape(ellipse(0, 40, 88, 20, 18), "white");
      p.stroke(pts("-66,42 -30,52 30,52 66,42"), "black", 0.7);
      for (const [y, w] of [
        [30, 62],
        [14, 64],
        [-2, 60],
      ] as const) {
        p.shape(
          pts(
            `${-w},${y - 6} ${w},${y - 6} ${w},${y + 8} ${w - 16},${y + 16} ${16 - w},${y + 16} ${-w},${y + 8}`,
          ),
          {
            tone: 0.1,
          },
        );
        p.fill(pts(`${10 - w},${y + 8} ${w - 10},${y + 8} ${w - 18},${y + 14} ${18 - w},${y + 14}`), {
          tone: 0.3,
        });
      }
      p.shape(ellipse(0, -10, 60, 18, 16), { tone: 0.32 });
      p.shape(
        pts("-44,-12 -20,-22 20,-22 46,-12 52,6 46,20 40,4 20,-2 4,2 0,24 -8,26 -12,0 -30,-2"),
        { tone: 0.6 },
        0.7,
      );
      p.shape(sharp(pts("-16,-22 10,-26 22,-18 22,-8 -4,-4 -16,-12")), "white", 0.9);
      p.line(sharp(pts("-16,-22 -4,-14 22,-18")), 0.6, "none");
      p.line(sharp(pts("-4,-14 -4,-4")), 0.6, "none");
    },
  },
  noodles: {
    metres: 0.2,
    draw(p) {
      for (const x of [6, 18]) p.stroke(sharp(pts(`${x - 20},-8 ${x + 56},-92`)), "black", 2.2);
      p.shape(ellipse(0, -8, 72, 20, 18), { tone: 0.3 });
      p.inside(ellipse(0, -8, 66, 17, 18), (q) => {
        for (let i = 0; i < 6; i++) {
          const y = -18 + i * 5;
          const wave = pts(
            `-70,${y} -44,${y - 6} -20,${y + 4} 4,${y - 5} 28,${y + 4} 50,${y - 4} 72,${y + 2}`,
          );
          q.stroke(wave, "black", 3);
          q.stroke(wave, "white", 1.7);
        }
      });
      p.shape(ellipse(-34, -14, 15, 8, 10), "white", 0.8);
      p.shape(ellipse(-33, -14, 7, 4, 8), { tone: 0.4 }, 0.5);
      p.shape(pts("14,-22 40,-26 46,-12 22,-6"), { tone: 0.5 }, 0.8);
      const bowl = pts("-72,-8! -40,8 0,12 40,8 72,-8! 64,30 36,56 -36,56 -64,30");
      p.shape(bowl, { tone: 0.62 });
      p.inside(bowl, (q) => {
        for (let x = -66; x < 66; x += 22)
          q.stroke(sharp(pts(`${x},18 ${x + 16},18 ${x + 16},30 ${x + 6},30 ${x + 6},24`)), "white", 1.2);
      });
      p.shape(pts("-28,56! 28,56! 24,66! -24,66!"), "black", 0.6);
      for (const x of [-30, 0]) p.line(pts(`${x},-36 ${x - 8},-50 ${x + 6},-64 ${x - 3},-80`), 0.8);
    },
  },
  cauldron: {
    metres: 0.7,
    draw(p) {
      for (const x of [-56, 56])
        p.shape(pts(`${x - 10},50! ${x + 10},50! ${x * 1.2 + 7},92! ${x * 1.2 - 7},92!`), "black");
      const body = pts("-72,-32! 72,-32! 84,-6 88,26 66,60 30,74 -30,74 -66,60 -88,26 -84,-6");
      p.shape(body, "black");
      p.inside(body, (q) => {
        q.fill(pts("-80,10 -60,-22 -34,-26 -56,8 -56,40 -72,40"), { tone: 0.6 });
        q.stroke(pts("60,-10 70,20 52,50"), { tone: 0.5 }, 2);
      });
      p.shape(ellipse(0, -36, 82, 17, 18), { tone: 0.5 });
      p.shape(ellipse(0, -36, 68, 11, 16), { tone: 0.16 }, 0.8);
      for (const [x, y, r] of [
        [-34, -42, 10],
        [-12, -48, 14],
        [20, -42, 11],
        [44, -40, 7],
      ] as const) {
        p.shape(ellipse(x, y, r, r, 11), "white", 0.8);
        p.line(pts(`${x - r * 0.5},${y - r * 0.2} ${x - r * 0.2},${y - r * 0.6}`), 0.5, "none");
      }
      for (const x of [-92, 92]) p.stroke(ellipse(x, -6, 11, 16, 10), "black", 3, true);
      for (const x of [-26, 16, 46]) p.line(pts(`${x},-70 ${x - 12},-90 ${x + 8},-112 ${x - 4},-136`), 1);
    },
  },
  microwave: {
    metres: 0.32,
    draw(p) {
      p.shape(sharp(pts("-92,-50 92,-50 100,-62 -78,-62")), { tone: 0.3 });
      p.shape(rect(-92, -50, 184, 96), "white");
      p.shape(rect(-80, -38, 112, 72), { tone: 0.16 }, 0.9);
      p.shape(pts("-68,-28 20,-28 24,-22 24,18 20,24 -68,24 -72,18 -72,-22"), "black", 0.6);
      p.stroke(pts("-60,12 -36,-18"), "white", 1.6);
      p.stroke(pts("-46,14 -26,-12"), "white", 1);
      p.shape(rect(34, -32, 8, 60), { tone: 0.5 }, 0.7);
      p.shape(rect(52, -36, 32, 18), "black", 0.6);
      p.stroke(pts("58,-27 62,-27"), "white", 1.4);
      p.stroke(pts("68,-31 68,-23"), "white", 1.4);
      p.stroke(pts("74,-31 78,-31 78,-23 74,-23"), "white", 1.2, true);
      for (const y of [-10, 2, 14])
        for (const x of [52, 64, 76]) p.shape(rect(x, y, 8, 8), { tone: 0.2 }, 0.5);
      p.shape(rect(52, 28, 32, 10), { tone: 0.4 }, 0.6);
      for (const x of [-80, 66]) p.shape(rect(x, 46, 16, 7), "black", 0.5);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
