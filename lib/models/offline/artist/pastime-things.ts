// Toys, charms, plants and vehicles: what is played with, grown, worn for luck, or ridden away on.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const PASTIME_THINGS = {
  marble: {
    metres: 0.03,
    draw(p) {
      p.shape(ellipse(0, 0, 26, 26, 16), { tone: 0.1 });
      p.fill(pts("-18,10 -6,-14 14,-16 6,4 16,14 -2,20"), { tone: 0.66 });
      p.fill(ellipse(-10, -12, 5, 4, 8), "white");
      p.shape(ellipse(44, 16, 15, 15, 12), { tone: 0.5 });
      p.fill(ellipse(39, 10, 3.6, 3, 7), "white");
    },
  },
  dinosaur: {
    metres: 0.15,
    draw(p) {
      p.shape(
        pts(
          "-86,40! -50,18 -30,-14 6,-24 20,-52 44,-64 66,-52 64,-40! 42,-36 36,-14 34,18 38,50! 20,50! 14,26 -6,28 -4,50! -22,50! -24,26 -48,34",
        ),
        { tone: 0.3 },
      );
      for (const [x, y] of [
        [-44, 8],
        [-28, -14],
        [-6, -26],
        [12, -44],
        [30, -64],
      ] as const)
        p.shape(sharp(pts(`${x - 7},${y + 5} ${x - 4},${y - 13} ${x + 9},${y - 2}`)), "black", 0.5);
      p.fill(ellipse(47, -53, 3.4, 3.4, 7), "black");
      p.line(pts("34,-4 48,4 44,12"), 1.6, "none");
    },
  },
  "toy-train": {
    metres: 0.15,
    draw(p) {
      p.shape(rect(20, -56, 46, 74), { tone: 0.4 });
      p.shape(rect(28, -46, 28, 24), "white", 0.8);
      p.shape(rect(14, -66, 58, 10), "black", 0.6);
      p.shape(rect(-64, -22, 86, 40), { tone: 0.2 });
      p.shape(sharp(pts("-50,-22 -56,-54 -26,-54 -32,-22")), "black", 0.7);
      p.shape(sharp(pts("-64,2 -84,26 -64,26")), { tone: 0.6 });
      for (const [x, r] of [
        [-46, 15],
        [-8, 15],
        [42, 20],
      ] as const) {
        p.shape(ellipse(x, 24, r, r, 12), "black");
        p.fill(ellipse(x, 24, r * 0.4, r * 0.4, 8), "white");
      }
      for (const [x, y, r] of [
        [-38, -70, 9],
        [-22, -86, 13],
      ] as const)
        p.shape(ellipse(x, y, r, r, 9), "white", 0.7);
    },
  },
  "toy-robot": {
    metres: 0.25,
    draw(p) {
      p.line(pts("0,-70 0,-86"), 1.6, "none");
      p.shape(ellipse(0, -88, 5, 5, 8), "black");
      p.shape(rect(-26, -70, 52, 36), { tone: 0.2 });
      for (const x of [-12, 12]) p.shape(ellipse(x, -54, 7, 7, 9), "white", 0.8);
      p.shape(rect(-34, -30, 68, 58), { tone: 0.4 });
      p.shape(rect(-20, -20, 40, 20), "white", 0.7);
      for (const x of [-48, 36]) p.shape(rect(x, -26, 12, 46), { tone: 0.3 });
      for (const x of [-26, 8]) p.shape(rect(x, 28, 18, 30), { tone: 0.6 });
    },
  },
  "yo-yo": {
    metres: 0.08,
    draw(p) {
      p.line(pts("0,-60 4,-20 2,10"), 1, "none");
      p.shape(ellipse(2, 40, 32, 32, 14), { tone: 0.5 });
      p.shape(ellipse(2, 40, 20, 20, 12), "white", 0.8);
      p.fill(ellipse(2, 40, 7, 7, 8), "black");
    },
  },
  puzzle: {
    metres: 0.1,
    draw(p) {
      p.shape(
        pts(
          "-40,-30! -10,-30! -14,-44 0,-54 14,-44 10,-30! 40,-30! 40,-4! 52,-8 60,4 52,14 40,10! 40,40! -40,40!",
        ),
        { tone: 0.24 },
      );
      p.fill(pts("-40,-4! -28,-8 -20,4 -28,14 -40,10!"), "white");
      p.line(pts("-40,-4 -28,-8 -20,4 -28,14 -40,10"), 1, "none");
    },
  },
  "bamboo-copter": {
    metres: 0.15,
    draw(p) {
      p.shape(rect(-3, -46, 6, 100), { tone: 0.3 });
      p.shape(pts("-76,-48 -40,-60 0,-50 40,-44 76,-56 40,-36 0,-42 -40,-44"), "white");
      p.fill(pts("-70,-49 -40,-56 -8,-50 -40,-46"), { tone: 0.4 });
      p.line(pts("-84,-66 0,-74 84,-70"), 0.8);
    },
  },
  cactus: {
    metres: 0.25,
    draw(p) {
      p.shape(pts("-24,8 -24,-60 -12,-80 12,-80 24,-60 24,8"), { tone: 0.4 });
      p.shape(pts("20,-16 40,-20 40,-44 54,-44 56,-8 20,2"), { tone: 0.4 });
      p.shape(pts("-20,-26 -38,-30 -38,-50 -52,-50 -54,-18 -20,-12"), { tone: 0.4 });
      for (const x of [-10, 10]) p.line(pts(`${x},-70 ${x},4`), 0.7, "none");
      for (let y = -64; y < 0; y += 16)
        for (const x of [-24, 0, 24]) p.line(pts(`${x},${y} ${x + 6},${y - 5}`), 0.8, "end");
      p.shape(ellipse(0, -80, 10, 8, 9), "white", 0.8);
      p.shape(sharp(pts("-38,8 38,8 34,22 28,60 -28,60 -34,22")), { tone: 0.16 });
      p.line(pts("-34,22 34,22"), 0.9, "none");
    },
  },
  plant: {
    metres: 0.5,
    draw(p) {
      for (const [x, y] of [
        [-60, -30],
        [-36, -76],
        [0, -96],
        [38, -74],
        [62, -28],
      ] as const)
        p.shape(pts(`0,10! ${x * 0.3 - 12},${y * 0.6} ${x},${y}! ${x * 0.6 + 12},${y * 0.5 + 10}`), {
          tone: x < 0 ? 0.36 : 0.56,
        });
      p.shape(sharp(pts("-40,8 40,8 36,24 28,70 -28,70 -36,24")), { tone: 0.2 });
      p.line(pts("-36,24 36,24"), 0.9, "none");
    },
  },
  acorn: {
    metres: 0.04,
    draw(p) {
      p.shape(pts("-24,-8! 24,-8! 22,20 0,44! -22,20"), { tone: 0.2 });
      p.shape(pts("-30,-6! -26,-26 0,-36 26,-26 30,-6!"), { tone: 0.66 });
      p.line(pts("0,-36 4,-50"), 2.2, "none");
      p.shape(ellipse(42, 22, 16, 18, 10), { tone: 0.3 });
      p.shape(pts("24,18! 30,2 44,-4 56,4 60,18!"), { tone: 0.66 }, 0.8);
    },
  },
  straw: {
    metres: 0.3,
    draw(p) {
      for (const [x, tilt] of [
        [-34, -30],
        [-20, -16],
        [-6, -8],
        [8, 4],
        [20, 18],
        [34, 34],
      ] as const) {
        p.stroke(pts(`${x * 0.3},20 ${x},-40 ${x + tilt},-86`), "black", 2.2);
        p.stroke(pts(`${x * 0.3},20 ${x},-40 ${x + tilt},-86`), { tone: 0.14 }, 1);
        p.line(pts(`${x * 0.3},20 ${x * 0.9},66`), 1.2, "end");
      }
      p.shape(rect(-16, 8, 32, 14), { tone: 0.6 });
    },
  },
  wreath: {
    metres: 0.35,
    draw(p) {
      p.cutOut(ellipse(0, 0, 60, 60, 18), ellipse(0, 0, 36, 36, 16), { tone: 0.5 });
      for (let a = 0; a < 360; a += 24)
        p.at(placed(0, 0, a)).shape(pts("-6,-44! 0,-72! 10,-48!"), { tone: 0.4 }, 0.6);
      for (const a of [20, 110, 250, 320])
        p.at(placed(0, 0, a)).shape(ellipse(0, -50, 7, 7, 8), "white", 0.8);
      p.shape(sharp(pts("0,48 -34,36 -30,66 0,54 30,66 34,36")), "black", 0.6);
    },
  },
  antlers: {
    metres: 0.5,
    draw(p) {
      for (const s of [-1, 1]) {
        p.stroke(pts(`${s * 8},30 ${s * 40},0 ${s * 62},-50 ${s * 54},-96`), "black", 5);
        p.stroke(pts(`${s * 40},0 ${s * 36},-44`), "black", 3.6);
        p.stroke(pts(`${s * 58},-30 ${s * 92},-64`), "black", 3.6);
        p.stroke(pts(`${s * 62},-58 ${s * 34},-88`), "black", 3);
      }
      p.shape(pts("-34,24 0,14 34,24 26,66 0,84! -26,66"), { tone: 0.4 });
    },
  },
  skis: {
    metres: 1.5,
    draw(p) {
      for (const x of [-24, 10]) {
        p.shape(pts(`${x},-190 ${x + 7},-206 ${x + 14},-190 ${x + 14},120! ${x},120!`), { tone: 0.24 });
        p.shape(rect(x - 3, -20, 20, 34), "black", 0.6);
      }
      p.stroke(pts("44,-120 44,126"), "black", 1.6);
      p.shape(ellipse(44, 108, 11, 4, 9), { tone: 0.4 });
    },
  },
  skates: {
    metres: 0.25,
    draw(p) {
      for (const [x, y] of [
        [26, -8],
        [0, 0],
      ] as const) {
        const q = p.at(placed(x, y));
        q.shape(pts("-40,-54! -4,-54! 0,-10 40,6 42,24! -42,24!"), { tone: x ? 0.4 : 0.1 });
        for (const t of [-40, -28, -16]) q.line(pts(`-10,${t} 2,${t + 3}`), 1, "none");
        q.shape(sharp(pts("-46,38 50,38 58,30 58,44 -46,44")), { tone: 0.4 }, 0.8);
        for (const t of [-30, 26]) q.line(pts(`${t},24 ${t},38`), 1.6, "none");
      }
    },
  },
  "fly-swatter": {
    metres: 0.12,
    draw(p) {
      const q = p.at(placed(0, 0, -56));
      q.stroke(pts("-40,0 74,0"), "black", 2.6);
      q.shape(pts("72,-26 80,-30 128,-28 132,-24 132,24 128,28 80,30 72,26"), { tone: 0.12 });
      for (const x of [86, 100, 114]) q.line(pts(`${x},-26 ${x},26`), 0.7, "none");
      for (const y of [-14, 0, 14]) q.line(pts(`76,${y} 130,${y}`), 0.7, "none");
    },
  },
  incense: {
    metres: 0.12,
    draw(p) {
      for (const r of [46, 33, 20]) p.stroke(ellipse(0, 20, r, r * 0.5, 14), "black", 3, true);
      p.fill(ellipse(0, 20, 7, 4, 8), "black");
      p.line(pts("44,14 54,-10 40,-34 56,-58 46,-84"), 1.2);
      p.line(pts("50,6 62,-16 52,-36 66,-56"), 0.8);
      p.shape(pts("-60,42 0,56 60,42 40,60 -40,60"), { tone: 0.3 });
    },
  },
  ashtray: {
    metres: 0.06,
    draw(p) {
      p.shape(pts("-56,-4! 56,-4! 46,26 -46,26"), { tone: 0.3 });
      p.shape(ellipse(0, -6, 57, 14, 14), { tone: 0.7 });
      const q = p.at(placed(26, -12, -20));
      q.shape(rect(-20, -5, 50, 10), "white", 0.8);
      q.fill(rect(-26, -5, 8, 10), "black");
      p.line(pts("2,-12 -6,-34 6,-52 -2,-72"), 0.9);
    },
  },
  charm: {
    metres: 0.1,
    draw(p) {
      p.line(pts("0,-34 -14,-54 0,-66 14,-54 0,-34"), 1.6, "none");
      p.shape(sharp(pts("-26,-22 -12,-36 12,-36 26,-22 26,44 -26,44")), { tone: 0.5 });
      p.shape(rect(-11, -18, 22, 50), "white", 0.7);
      for (const y of [-10, 2, 14, 24]) p.line(pts(`-6,${y} 6,${y - 1}`), 1.4, "none");
    },
  },
  toothbrush: {
    metres: 0.05,
    draw(p) {
      const q = p.at(placed(0, 0, -40));
      q.shape(pts("-56,-5 40,-4 84,-5 84,4 40,4 -56,6"), { tone: 0.3 });
      for (let x = 52; x < 84; x += 6) q.shape(rect(x, -20, 5, 15), "white", 0.6);
      q.shape(pts("50,-20 60,-32 74,-26 86,-30 84,-18"), "white", 0.7);
    },
  },
  perfume: {
    metres: 0.1,
    draw(p) {
      p.shape(pts("-30,-8! 30,-8! 36,10 30,42! -30,42! -36,10"), { tone: 0.16 });
      p.fill(pts("-30,14 32,14 28,39! -28,39!"), { tone: 0.4 });
      p.shape(rect(-9, -22, 18, 14), { tone: 0.6 });
      p.shape(ellipse(0, -34, 14, 13, 10), "black");
      p.stroke(pts("-5,-38 0,-42"), "white", 1.4);
    },
  },
  bracelet: {
    metres: 0.07,
    draw(p) {
      p.cutOut(ellipse(0, 6, 42, 28, 16), ellipse(0, 2, 32, 19, 14), { tone: 0.22 });
      for (const x of [-26, -9, 9, 26]) p.shape(ellipse(x, 27 - Math.abs(x) * 0.3, 7, 7, 8), "black", 0.6);
    },
  },
  badge: {
    metres: 0.08,
    draw(p) {
      p.shape(
        pts("0,-44! 12,-20! 40,-28! 26,-2! 40,24! 12,20! 0,44! -12,20! -40,24! -26,-2! -40,-28! -12,-20!"),
        { tone: 0.24 },
      );
      p.shape(ellipse(0, 0, 15, 15, 12), "white", 0.8);
      p.fill(ellipse(0, 0, 6, 6, 8), "black");
    },
  },
  scooter: {
    metres: 1,
    draw(p) {
      for (const x of [-74, 78]) {
        p.shape(ellipse(x, 62, 34, 34, 16), "black");
        p.shape(ellipse(x, 62, 15, 15, 12), "white", 0.7);
      }
      p.shape(pts("-106,20 -90,-26 -20,-30 -8,20 40,28 66,-60! 84,-60! 98,40! 66,44 30,60 -40,60 -56,30"), {
        tone: 0.36,
      });
      p.shape(pts("-104,-26 -92,-44 -22,-44 -16,-28"), "black");
      p.line(pts("76,-58 66,-100 40,-106"), 3.4, "none");
      p.shape(ellipse(88, -62, 11, 14, 10), "white");
    },
  },
  bus: {
    metres: 2.8,
    draw(p) {
      p.shape(pts("-190,-96 -176,-112 176,-112 190,-96 196,70! -196,70!"), { tone: 0.3 });
      for (let x = -168; x < 110; x += 56) p.shape(rect(x, -86, 46, 56), "white", 0.9);
      p.shape(rect(124, -86, 54, 130), { tone: 0.1 }, 0.9);
      p.line(pts("151,-86 151,44"), 1, "none");
      p.fill(rect(-194, 0, 310, 16), "black");
      for (const x of [-120, 70]) {
        p.shape(ellipse(x, 74, 34, 34, 16), "black");
        p.shape(ellipse(x, 74, 14, 14, 12), "white", 0.6);
      }
    },
  },
  wheelchair: {
    metres: 1,
    draw(p) {
      p.shape(rect(-70, -96, 16, 110), { tone: 0.6 });
      p.line(pts("-64,-92 -92,-98"), 4, "none");
      p.shape(rect(-66, 4, 108, 16), "black");
      p.line(pts("-56,-30 30,-30 34,6"), 3, "none");
      p.line(pts("42,14 62,76 92,76"), 3.4, "none");
      p.stroke(ellipse(-24, 42, 58, 58, 20), "black", 3, true);
      for (let a = 0; a < 180; a += 30) p.at(placed(-24, 42, a)).line(pts("0,-56 0,56"), 0.6, "none");
      p.shape(ellipse(60, 86, 15, 15, 12), { tone: 0.6 });
    },
  },
  scarecrow: {
    metres: 1.7,
    draw(p) {
      p.shape(rect(-7, -20, 14, 190), { tone: 0.4 });
      p.shape(rect(-130, -66, 260, 12), { tone: 0.4 });
      p.shape(
        pts("-100,-76! 100,-76! 104,-40! 44,-36 50,60! 20,52! 0,64! -22,52! -50,60! -44,-36 -104,-40!"),
        {
          tone: 0.5,
        },
      );
      for (const s of [-1, 1])
        for (const y of [-74, -62, -50]) p.line(pts(`${s * 102},${y} ${s * 128},${y + 6}`), 1.2, "end");
      p.shape(ellipse(0, -104, 30, 32, 14), { tone: 0.1 });
      for (const x of [-11, 11]) p.line(pts(`${x - 5},-114 ${x + 5},-104`), 1.4, "none");
      p.line(pts("-14,-92 0,-86 14,-92"), 1.2, "none");
      p.shape(pts("-64,-122! 0,-132 64,-122! 30,-132 4,-172! -30,-132"), { tone: 0.3 });
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
