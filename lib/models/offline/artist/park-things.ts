// Things of playground, park and holiday: what children climb and slide on, what stands where people rest.
import type { Prop } from "./closed/staging.ts";
import { ellipse, type Pt, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const PARK_THINGS = {
  slide: {
    metres: 2.1,
    draw(p) {
      for (const x of [-118, -70]) p.stroke(pts(`${x + 18},-150 ${x - 8},150`), "black", 3);
      for (let y = -72; y < 140; y += 36)
        p.stroke(pts(`${-107 - y * 0.06},${y} ${-61 - y * 0.06},${y}`), { tone: 0.5 }, 3);
      p.stroke(pts("-100,-74 -100,-146 -60,-150 -30,-128 -26,-78"), "black", 2.6);
      p.shape(rect(-112, -84, 90, 12), { tone: 0.56 });
      const chute = pts("-26,-90! 10,-66 70,30 128,108 196,126! 198,146! 116,134 54,52 -4,-50 -26,-66!");
      p.shape(chute, { tone: 0.16 });
      p.inside(chute, (q) => q.stroke(pts("-26,-70 0,-56 60,42 122,122 196,138"), { tone: 0.5 }, 5));
      p.stroke(pts("-26,-92 12,-68 72,28 130,104 196,122"), "black", 2.4);
      p.stroke(pts("74,70 74,150"), "black", 3);
      p.stroke(pts("188,146 188,154"), "black", 3);
    },
  },
  seesaw: {
    metres: 0.8,
    draw(p) {
      p.shape(sharp(pts("-34,70 -10,-6 10,-6 34,70")), { tone: 0.5 });
      p.fill(sharp(pts("2,-6 10,-6 34,70 14,70")), { tone: 0.76 });
      const q = p.at(placed(0, -10, -13));
      q.shape(sharp(pts("-190,-9 190,-9 190,8 -190,8")), { tone: 0.24 });
      q.line(pts("-188,-1 188,-1"), 0.5, "none");
      for (const s of [-1, 1]) {
        q.shape(
          pts(`${s * 158 - 24},-9! ${s * 158 - 20},-19 ${s * 158 + 20},-19 ${s * 158 + 24},-9!`),
          "black",
          0.6,
        );
        q.stroke(pts(`${s * 122},-9 ${s * 122},-46`), "black", 2.2);
        q.stroke(pts(`${s * 122 - 15},-46 ${s * 122 + 15},-46`), "black", 3.4);
      }
      p.shape(ellipse(0, -10, 11, 11, 12), "white", 0.9);
      p.fill(ellipse(0, -10, 4, 4, 8), "black");
      for (const x of [-164, 164])
        p.shape(pts(`${x - 20},70! ${x - 14},58 ${x + 14},58 ${x + 20},70!`), "black", 0.6);
    },
  },
  sandbox: {
    metres: 0.55,
    draw(p) {
      p.shape(sharp(pts("-150,-28 150,-28 196,58 -196,58")), { tone: 0.36 });
      p.shape(sharp(pts("-132,-16 132,-16 166,42 -166,42")), { tone: 0.08 }, 0.8);
      p.fill(sharp(pts("-132,-16 132,-16 140,-4 -140,-4")), { tone: 0.34 });
      p.shape(pts("-80,22! -54,-14 -30,-36 -8,-30 16,0 40,22!"), "white", 0.8);
      p.fill(pts("-24,-30 -6,-28 16,0 38,20 -6,20! -2,0"), { tone: 0.24 });
      for (const [x, y] of [
        [-120, 24],
        [-106, 30],
        [70, 32],
        [88, 26],
        [-96, 4],
        [100, 2],
      ] as const)
        p.fill(ellipse(x, y, 2, 1.4, 6), "black");
      p.shape(pts("80,-22! 118,-22! 112,14! 86,14!"), { tone: 0.6 });
      p.stroke(pts("80,-22 99,-46 118,-22"), "black", 1.4);
      const q = p.at(placed(-60, -26, 24));
      q.shape(rect(-4, -46, 8, 46), "black", 0.5);
      q.stroke(pts("-10,-48 10,-48"), "black", 2.4);
      p.shape(sharp(pts("-196,58 196,58 196,76 -196,76")), { tone: 0.56 });
      for (const x of [-90, 10, 110]) p.line(pts(`${x},59 ${x},75`), 0.8, "none");
    },
  },
  fountain: {
    metres: 2.2,
    draw(p) {
      for (const s of [-1, 1]) {
        for (const [out, high] of [
          [92, -150],
          [60, -176],
          [26, -190],
        ] as const)
          p.stroke(
            pts(
              `0,-122 ${s * out * 0.34},${high} ${s * out * 0.78},${high + 30} ${s * out},${out > 80 ? 20 : -48}`,
            ),
            "white",
            3.4,
          );
        for (const [out, high] of [
          [92, -150],
          [60, -176],
          [26, -190],
        ] as const)
          p.line(
            pts(
              `0,-122 ${s * out * 0.34},${high} ${s * out * 0.78},${high + 30} ${s * out},${out > 80 ? 20 : -48}`,
            ),
            0.8,
            "end",
          );
      }
      p.shape(pts("-14,40! -10,-20 -16,-44! 16,-44! 10,-20 14,40!"), { tone: 0.3 });
      p.shape(pts("-78,-60! 78,-60! 58,-40 16,-30! -16,-30! -58,-40"), { tone: 0.24 });
      p.shape(ellipse(0, -60, 78, 12, 16), { tone: 0.1 });
      p.shape(pts("-8,-60! -5,-116 5,-116 8,-60!"), { tone: 0.36 });
      for (const x of [-70, 70])
        for (const d of [-4, 4]) p.line(pts(`${x + d},-52 ${x * 1.06 + d},0 ${x * 1.1 + d},38`), 0.8, "end");
      p.shape(pts("-176,50! 176,50! 164,104! -164,104!"), { tone: 0.3 });
      p.fill(pts("92,52! 174,52! 164,104! 80,104!"), { tone: 0.5 });
      p.shape(ellipse(0, 50, 176, 26, 22), "white");
      p.shape(ellipse(0, 50, 158, 19, 22), { tone: 0.2 }, 0.7);
      for (const [x, r] of [
        [0, 40],
        [-88, 20],
        [88, 20],
      ] as const)
        for (const k of [1, 0.55]) p.stroke(ellipse(x, 50, r * k, r * k * 0.18, 14), "white", 1, true);
      p.shape(pts("-14,50! -12,30 12,30 14,50!"), { tone: 0.3 }, 0.7);
      for (const x of [-110, -40, 40, 110])
        p.line(pts(`${x},${78 - Math.abs(x) * 0.04} ${x * 0.96},102`), 0.6, "none");
      p.shape(sharp(pts("-180,104 180,104 186,120 -186,120")), { tone: 0.5 }, 0.9);
    },
  },
  hammock: {
    metres: 1,
    draw(p) {
      for (const s of [-1, 1]) {
        p.shape(sharp(pts(`${s * 196 - 8},-100 ${s * 196 + 8},-100 ${s * 200 + 9},120 ${s * 200 - 9},120`)), {
          tone: 0.6,
        });
        for (const y of [-8, 0, 8]) p.stroke(pts(`${s * 194},-66 ${s * 138},${-12 + y * 1.8}`), "black", 0.9);
      }
      const cloth = pts(
        "-140,-26! -100,14 -50,40 0,46 50,40 100,14 140,-26! 128,26 60,78 0,86 -60,78 -128,26",
      );
      p.shape(cloth, { tone: 0.3 });
      p.inside(cloth, (q) => {
        for (const k of [-0.72, -0.4, -0.06, 0.28, 0.62])
          q.fill(pts(`${k * 140},-30! ${k * 140 + 20},-30! ${k * 140 + 20},100! ${k * 140},100!`), "white");
        q.stroke(pts("-134,0 -60,60 0,68 60,60 134,0"), "black", 0.6);
      });
      p.contour(cloth);
      p.shape(pts("-118,-8! -104,-30 -72,-20 -62,14! -84,12"), "white", 0.9);
    },
  },
  lifebuoy: {
    metres: 0.7,
    draw(p) {
      const at = (a: number, r: number): Pt => [Math.cos(a) * r, Math.sin(a) * r];
      p.cutOut(ellipse(0, 0, 84, 84, 24), ellipse(0, 0, 44, 44, 20), "white");
      for (let i = 0; i < 4; i++) {
        const a = Math.PI / 4 + (i * Math.PI) / 2;
        const part = (from: number, to: number): Pt[] => {
          const steps = [0, 0.25, 0.5, 0.75, 1];
          return [
            ...steps.map((t): Pt => {
              const [x, y] = at(a + from + (to - from) * t, 84);
              return t === 0 || t === 1 ? [x, y, 1] : [x, y];
            }),
            ...steps.toReversed().map((t): Pt => {
              const [x, y] = at(a + from + (to - from) * t, 44);
              return t === 0 || t === 1 ? [x, y, 1] : [x, y];
            }),
          ];
        };
        p.shape(part(-0.3, 0.3), { tone: 0.6 }, 0.9);
        p.stroke([at(a + 0.3, 88), at(a + 0.78, 102), at(a + 1.27, 88)], "black", 1.6);
      }
      p.stroke([at(2.5, 68), at(3.3, 70), at(4, 68)], "white", 2);
      p.line([at(0.1, 52), at(0.7, 50), at(1.2, 52)], 0.7);
    },
  },
  "christmas-tree": {
    metres: 1.8,
    draw(p) {
      p.shape(rect(-12, 116, 24, 24), { tone: 0.6 });
      p.shape(pts("-40,134! 40,134! 32,174! -32,174!"), { tone: 0.34 });
      p.fill(pts("10,136! 40,136! 32,173! 12,173!"), { tone: 0.56 });
      for (const [top, low, half] of [
        [-20, 124, 108],
        [-86, 56, 84],
        [-150, -20, 58],
      ] as const) {
        const tier = pts(
          `0,${top}! ${half * 0.5},${(top + low) / 2 - 4} ${half},${low}! ${half * 0.66},${low - 10} ${half * 0.34},${low + 6}! 0,${low - 8} ${-half * 0.34},${low + 6}! ${-half * 0.66},${low - 10} ${-half},${low}! ${-half * 0.5},${(top + low) / 2 - 4}`,
        );
        p.shape(tier, { tone: 0.5 });
        p.inside(tier, (q) => {
          q.fill(
            pts(
              `6,${top - 10}! ${half + 20},${top - 10}! ${half + 20},${low + 10}! 24,${low + 10}! 34,${(top + low) / 2}`,
            ),
            { tone: 0.7 },
          );
          for (const k of [-0.6, -0.2, 0.3, 0.7])
            q.line(pts(`${half * k * 0.6},${low - 46} ${half * k},${low - 14}`), 0.8, "end");
        });
      }
      for (const d of ["-50,-34 0,-24 44,-44", "-74,38 -10,54 66,26", "-96,104 -10,116 90,88"]) {
        p.stroke(pts(d), "white", 2.2);
        p.line(pts(d), 0.4, "none");
      }
      for (const [x, y, tone] of [
        [-24, -48, 0],
        [22, -66, 0.3],
        [-46, 14, 0.3],
        [36, 4, 0],
        [0, 26, 0],
        [-66, 84, 0],
        [-14, 84, 0.3],
        [44, 74, 0],
        [78, 98, 0.3],
      ] as const) {
        p.shape(ellipse(x, y, 10, 10, 12), tone ? { tone } : "white", 0.8);
        p.fill(ellipse(x - 3, y - 3, 2.4, 2.4, 6), "white");
      }
      const star = Array.from({ length: 10 }, (_, i): Pt => {
        const [a, r] = [-Math.PI / 2 + (i * Math.PI) / 5, i % 2 ? 9 : 22];
        return [Math.cos(a) * r, -152 + Math.sin(a) * r, 1];
      });
      p.shape(star, "white");
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
