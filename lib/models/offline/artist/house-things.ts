// Things of the house: what lies about in a room or stands in it, and what burns there.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Pen } from "./pen.ts";
import type { Thing } from "./thing.ts";

export const HOUSE_THINGS = {
  pillow: {
    metres: 0.3,
    draw(p) {
      const q = p.at(placed(10, 0, -6));
      q.shape(pts("-74,-40! 0,-32 74,-40! 66,0 74,40! 0,32 -74,40! -66,0"), "white");
      q.fill(pts("-66,36! 0,18 60,22 70,-20 74,40! 0,32"), { tone: 0.2 });
      for (const [x, y] of [
        [-58, -28],
        [56, -27],
      ] as const)
        q.line(pts(`${x},${y} ${x * 0.7},${y * 0.5}`), 0.6);
    },
  },
  blanket: {
    metres: 0.2,
    draw(p) {
      for (const [y, tone] of [
        [22, 0.5],
        [4, 0.3],
        [-14, 0.14],
      ] as const) {
        p.shape(pts(`-68,${y}! -66,${y - 18} 60,${y - 18} 72,${y - 8} 62,${y}!`), { tone });
        p.line(pts(`-60,${y - 7} 50,${y - 8}`), 0.6);
      }
    },
  },
  vase: {
    metres: 0.5,
    draw(p) {
      for (const [x, y] of [
        [-26, -96],
        [4, -116],
        [30, -92],
      ] as const) {
        p.stroke(pts(`0,-28 ${x * 0.5},-60 ${x},${y}`), "black", 1.2);
        p.shape(
          pts(`${x * 0.4},-56! ${x * 0.4 + 18},-70 ${x * 0.4 + 26},-62! ${x * 0.4 + 14},-52`),
          { tone: 0.5 },
          0.5,
        );
        for (let i = 0; i < 5; i++)
          p.at(placed(x, y, i * 72)).shape(pts("0,-3 9,-12 6,-22 -4,-21 -9,-10"), "white", 0.7);
        p.fill(ellipse(x, y, 5, 5, 8), "black");
      }
      const body = pts("-15,-32! 15,-32! 12,-14 36,14 32,48 18,62! -18,62! -32,48 -36,14 -12,-14");
      p.shape(body, { tone: 0.24 });
      p.inside(body, (q) => q.fill(pts("8,-40! 50,-40! 50,70! 4,70! 18,20"), { tone: 0.5 }));
      p.stroke(pts("-34,22 0,30 34,22"), "white", 1.6);
    },
  },
  picture: {
    metres: 0.5,
    draw(p) {
      p.shape(rect(-76, -60, 152, 118), { tone: 0.5 });
      p.shape(rect(-62, -46, 124, 90), "white", 0.7);
      p.fill(pts("-62,44! -62,10! -30,-22 0,14 20,-6 62,34! 62,44!"), { tone: 0.4 });
      p.fill(pts("-62,44! -20,26 62,38! 62,44!"), { tone: 0.66 });
      p.fill(ellipse(34, -24, 11, 11, 10), { tone: 0.2 });
    },
  },
  telescope: {
    metres: 0.3,
    draw(p) {
      const q = p.at(placed(0, 0, -18));
      q.shape(rect(-46, -9, 40, 18), { tone: 0.6 });
      q.shape(rect(-8, -13, 58, 26), { tone: 0.4 });
      q.shape(rect(48, -18, 62, 36), { tone: 0.6 });
      for (const [x, r] of [
        [-50, 12],
        [-8, 15],
        [46, 20],
        [106, 22],
      ] as const)
        q.shape(rect(x - 3, -r, 9, r * 2), "black", 0.6);
      q.stroke(pts("54,-11 100,-11"), "white", 1.2);
    },
  },
  magnifier: {
    metres: 0.16,
    draw(p) {
      const q = p.at(placed(0, 0, -52));
      q.shape(sharp(pts("-50,-7 36,-5 36,5 -50,7")), "black");
      q.cutOut(ellipse(72, 0, 40, 40, 16), ellipse(72, 0, 32, 32, 14), { tone: 0.5 });
      q.fill(ellipse(72, 0, 32, 32, 14), { tone: 0.08 });
      q.stroke(pts("50,-8 58,-20 72,-25"), { tone: 0.5 }, 1.4);
    },
  },
  globe: {
    metres: 0.4,
    draw(p) {
      p.stroke(pts("8,-64 52,-40 58,6 36,42 8,54"), "black", 2.4);
      const ball = ellipse(0, -6, 46, 46, 16);
      p.shape(ball, { tone: 0.1 });
      p.inside(ball, (q) => {
        q.fill(pts("-40,-34 -16,-44 2,-30 -8,-10 -24,-6 -20,14 -32,28 -48,4"), { tone: 0.56 });
        q.fill(pts("10,-20 34,-32 50,-12 40,6 28,0 26,24 14,18 16,0"), { tone: 0.56 });
        q.fill(pts("60,-40! 30,6 10,30 -10,50! 60,60!"), { veil: 0.24 });
      });
      p.shape(rect(2, 52, 12, 20), { tone: 0.5 }, 0.8);
      p.shape(ellipse(8, 76, 40, 9, 12), { tone: 0.7 });
    },
  },
  "electric-fan": {
    metres: 0.7,
    draw(p) {
      p.shape(rect(-6, 40, 12, 84), { tone: 0.3 });
      p.shape(ellipse(0, 128, 52, 13, 12), { tone: 0.5 });
      p.shape(ellipse(0, -20, 76, 76, 18), "white");
      for (const turn of [10, 130, 250])
        p.at(placed(0, -20, turn)).shape(pts("6,-4 34,-48 64,-34 58,-6 10,6"), { tone: 0.4 }, 0.8);
      for (let i = 0; i < 16; i++) p.at(placed(0, -20, i * 22.5)).line(pts("16,0 75,0"), 0.45, "none");
      for (const r of [76, 48]) p.stroke(ellipse(0, -20, r, r, 18), "black", r > 60 ? 1.8 : 0.6, true);
      p.shape(ellipse(0, -20, 15, 15, 12), { tone: 0.66 });
    },
  },
  wheel: {
    metres: 0.5,
    draw(p) {
      p.cutOut(ellipse(0, 0, 78, 78, 20), ellipse(0, 0, 62, 62, 18), { tone: 0.7 });
      for (let i = 0; i < 5; i++) p.at(placed(0, 0, i * 36)).stroke(pts("-62,0 62,0"), "black", 1);
      p.shape(ellipse(0, 0, 13, 13, 10), { tone: 0.4 });
    },
  },
  suitcase: {
    metres: 0.5,
    draw(p) {
      p.stroke(pts("-22,26 -20,2 20,2 22,26"), "black", 2.6);
      p.shape(rect(-84, 24, 168, 108), { tone: 0.4 });
      for (const x of [-58, 44]) p.shape(rect(x, 24, 14, 108), { tone: 0.66 }, 0.7);
      for (const [x, y] of [
        [-84, 24],
        [66, 24],
        [-84, 114],
        [66, 114],
      ] as const)
        p.shape(rect(x, y, 18, 18), "white", 0.7);
      p.shape(rect(-9, 40, 18, 14), "white", 0.6);
    },
  },
  computer: {
    metres: 0.3,
    draw(p) {
      p.shape(sharp(pts("-70,-76 70,-76 74,18 -74,18")), { tone: 0.66 });
      p.shape(sharp(pts("-60,-67 60,-67 64,10 -64,10")), "white", 0.7);
      for (const [y, w] of [
        [-54, 70],
        [-42, 46],
        [-30, 82],
        [-18, 58],
      ] as const)
        p.stroke(pts(`-50,${y} ${w - 50},${y}`), { tone: 0.5 }, 1.1);
      p.shape(sharp(pts("-76,18 76,18 98,48 -98,48")), { tone: 0.3 });
      for (const y of [26, 33]) p.stroke(pts(`${-62 - y * 0.3},${y} ${62 + y * 0.3},${y}`), "black", 1.2);
      p.shape(rect(-98, 48, 196, 7), { tone: 0.6 }, 0.7);
    },
  },
  television: {
    metres: 0.7,
    draw(p) {
      for (const s of [-1, 1]) p.line(pts(`0,-62 ${s * 42},-112`), 1.4, "none");
      p.shape(rect(-88, -64, 176, 128), { tone: 0.56 });
      p.shape(pts("-74,-50 -10,-54 48,-50 51,0 48,48 -10,52 -74,48 -77,0"), { tone: 0.14 });
      p.fill(pts("-60,-38! -20,-42! -52,30! -64,26!"), "white");
      for (const y of [-34, -4]) p.shape(ellipse(70, y, 10, 10, 10), "white", 0.8);
      for (const y of [20, 29, 38]) p.stroke(pts(`60,${y} 80,${y}`), "black", 1);
      for (const x of [-60, 48]) p.shape(rect(x, 64, 13, 22), "black", 0.6);
    },
  },
  stove: {
    metres: 1.3,
    draw(p) {
      p.shape(sharp(pts("-14,-200 14,-200 14,-76 -14,-76")), { tone: 0.6 });
      for (const y of [-168, -120]) p.shape(rect(-17, y, 34, 9), "black", 0.5);
      p.shape(pts("-62,-78! 62,-78! 72,-10 60,92! -60,92! -72,-10"), { tone: 0.74 });
      p.shape(ellipse(0, -78, 66, 13, 14), { tone: 0.5 });
      p.shape(rect(-40, -34, 80, 62), "black");
      const mouth = rect(-33, -27, 66, 48);
      p.fill(mouth, { tone: 0.12 });
      p.inside(mouth, (q) => flame(q.at(placed(0, 24, 0, 0.62))));
      p.shape(rect(-30, 46, 60, 20), { tone: 0.6 }, 0.8);
      for (const x of [-52, 40])
        p.shape(sharp(pts(`${x},92 ${x + 13},92 ${x + 15},122 ${x - 1},122`)), "black", 0.6);
      p.shape(ellipse(22, -92, 24, 14, 12), { tone: 0.4 });
      p.stroke(pts("8,-102 22,-122 38,-102"), "black", 1.6);
    },
  },
  campfire: {
    metres: 0.7,
    draw(p) {
      flame(p.at(placed(0, 26)));
      for (const turn of [16, -16]) {
        const q = p.at(placed(0, 40, turn));
        q.shape(rect(-74, -10, 148, 20), { tone: 0.56 });
        for (const x of [-74, 74]) q.shape(ellipse(x, 0, 6, 10, 9), "white", 0.8);
      }
      for (const x of [-86, -52, 54, 86]) p.shape(ellipse(x, 60, 17, 10, 9), { tone: 0.34 }, 0.8);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;

/** A fire of 100 units whose foot is at the origin. */
function flame(p: Pen): void {
  p.shape(pts("0,-112! 14,-78 36,-92! 48,-40 30,0 -30,0 -50,-38 -38,-84! -16,-68 -18,-92"), { tone: 0.34 });
  p.shape(pts("2,-74! 16,-46 30,-52! 28,-14 14,2 -14,2 -30,-18 -22,-50! -8,-38"), "white", 0.7);
}
