// Things of kitchen and table: what cooks, what is eaten from, and what is eaten.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Pen } from "./pen.ts";
import type { Thing } from "./thing.ts";

export const TABLE_THINGS = {
  pot: {
    metres: 0.3,
    draw(p) {
      for (const x of [0, 128]) p.stroke(ellipse(x, -8, 14, 9, 10), "black", 2, true);
      const body = pts("8,-28! 120,-28! 116,38 104,48 24,48 12,38");
      p.shape(body, { tone: 0.36 });
      p.inside(body, (q) => q.fill(pts("84,-30! 130,-30! 130,60! 70,60! 90,20"), { tone: 0.58 }));
      p.stroke(pts("24,-16 26,30"), "white", 1.4);
      p.shape(pts("2,-28! 30,-46 64,-52 98,-46 126,-28! 64,-22"), { tone: 0.2 });
      p.shape(ellipse(64, -56, 9, 6, 8), "black");
      for (const x of [44, 84]) p.line(pts(`${x},-66 ${x - 7},-80 ${x + 5},-94 ${x - 2},-110`), 0.8);
    },
  },
  kettle: {
    metres: 0.28,
    draw(p) {
      p.stroke(pts("-36,40 -34,8 0,-6 34,8 36,40"), "black", 2.6);
      p.shape(pts("44,62! 72,46! 84,30! 94,36! 78,70! 50,92!"), { tone: 0.3 });
      const body = pts("-30,36! 30,36! 50,60 58,92 44,104 -44,104 -58,92 -50,60");
      p.shape(body, { tone: 0.42 });
      p.inside(body, (q) => q.fill(pts("14,30! 70,30! 70,110! 20,110! 34,76"), { tone: 0.66 }));
      p.stroke(pts("-38,66 -42,90"), "white", 1.6);
      p.shape(ellipse(0, 36, 30, 8, 12), { tone: 0.6 });
      p.shape(ellipse(0, 28, 7, 6, 8), "black");
    },
  },
  teapot: {
    metres: 0.2,
    draw(p) {
      p.stroke(pts("24,-14 0,-18 -12,4 2,26 26,24"), "black", 2.4);
      p.shape(pts("100,16! 118,-4 126,-30! 142,-26! 132,14 106,32!"), "white");
      const body = ellipse(62, 6, 46, 40, 14);
      p.shape(body, "white");
      p.inside(body, (q) => {
        q.fill(pts("84,-40! 120,-40! 120,60! 60,60! 92,20"), { tone: 0.26 });
        q.stroke(pts("10,8 62,16 116,8"), "black", 1.2);
      });
      p.shape(pts("38,-30! 62,-44 86,-30! 62,-24"), { tone: 0.14 });
      p.shape(ellipse(62, -47, 7, 6, 8), "black");
    },
  },
  pan: {
    metres: 0.14,
    draw(p) {
      p.shape(sharp(pts("-44,-7 46,-6 46,7 -44,8")), "black");
      p.shape(ellipse(104, 4, 64, 25, 14), { tone: 0.74 });
      p.shape(ellipse(104, -2, 54, 18, 14), { tone: 0.5 }, 0.6);
      p.shape(pts("74,-4 90,-14 118,-13 134,-2 120,8 96,10 78,5"), "white", 0.6);
      p.shape(ellipse(106, -3, 12, 6, 9), { tone: 0.36 }, 0.5);
    },
  },
  knife: {
    metres: 0.12,
    draw(p) {
      const q = p.at(placed(0, 0, -32));
      q.shape(sharp(pts("-38,-7 22,-8 22,9 -38,7")), "black");
      for (const x of [-24, -4, 12]) q.fill(ellipse(x, 0, 2.6, 2.6, 6), "white");
      q.shape(pts("22,-10! 124,-10! 120,4 100,17! 22,17!"), "white");
      q.fill(pts("22,6! 112,6! 100,16! 22,16!"), { tone: 0.22 });
    },
  },
  spoon: {
    metres: 0.1,
    draw(p) {
      const q = p.at(placed(0, 0, -58));
      q.shape(pts("-46,-5! -40,-6 44,-3! 44,3! -40,6 -46,5!"), { tone: 0.3 });
      q.shape(ellipse(62, 0, 24, 15, 12), "white");
      q.fill(pts("46,4 62,11 80,4 62,14"), { tone: 0.4 });
    },
  },
  chopsticks: {
    metres: 0.1,
    draw(p) {
      for (const turn of [-64, -54])
        p.at(placed(0, 0, turn)).shape(sharp(pts("-70,-4 96,-2 96,2 -70,4")), { tone: 0.7 }, 0.8);
    },
  },
  plate: {
    metres: 0.1,
    draw(p) {
      p.shape(ellipse(0, 0, 64, 22, 16), "white");
      p.shape(ellipse(0, -2, 44, 13, 14), { tone: 0.12 }, 0.6);
      p.stroke(pts("-54,4 -20,17 20,17 54,4"), "black", 0.8);
    },
  },
  glass: {
    metres: 0.16,
    draw(p) {
      const body = pts("-24,-46! 24,-46! 18,38! -18,38!");
      p.shape(body, "white");
      p.inside(body, (q) => q.fill(pts("-30,-14! 30,-14! 30,40! -30,40!"), { tone: 0.26 }));
      p.shape(ellipse(0, -14, 21, 5, 10), { tone: 0.12 }, 0.5);
      p.shape(ellipse(0, -46, 24, 6, 12), "white", 0.7);
      p.stroke(pts("-13,-34 -10,24"), "white", 1.6);
    },
  },
  cake: {
    metres: 0.2,
    draw(p) {
      p.shape(ellipse(0, 36, 76, 15, 14), { tone: 0.16 });
      p.shape(pts("-56,-10! 56,-10! 56,30! 0,42 -56,30!"), { tone: 0.24 });
      p.shape(
        pts("-56,-12! 0,2 56,-12! 56,6 46,14 38,2 26,18 14,6 0,20 -14,8 -26,18 -38,4 -46,14 -56,6"),
        "white",
        0.7,
      );
      p.shape(ellipse(0, -12, 56, 15, 14), "white");
      for (const [x, y] of [
        [-34, -14],
        [-8, -8],
        [18, -9],
        [38, -15],
        [4, -20],
      ] as const)
        berry(p.at(placed(x, y)));
    },
  },
  egg: {
    metres: 0.08,
    draw(p) {
      const shell = pts("0,-36 17,-22 25,4 18,25 0,33 -18,25 -25,4 -17,-22");
      p.shape(shell, "white");
      p.inside(shell, (q) => q.fill(pts("30,-30! 10,4 -12,24 -10,44! 40,44!"), { tone: 0.2 }));
    },
  },
  "ice-cream": {
    metres: 0.18,
    draw(p) {
      const cone = pts("-24,-26! 24,-26! 0,54!");
      p.shape(cone, { tone: 0.3 });
      p.inside(cone, (q) => {
        for (let x = -60; x < 60; x += 14) {
          q.line(pts(`${x},-30 ${x + 44},60`), 0.4, "none");
          q.line(pts(`${x},60 ${x + 44},-30`), 0.4, "none");
        }
      });
      p.shape(pts("-32,-30 -30,-58 0,-76 30,-58 32,-30 24,-18 14,-28 4,-16 -8,-28 -20,-18"), "white");
      p.fill(pts("12,-66 28,-50 28,-30 16,-34 20,-50"), { tone: 0.18 });
      berry(p.at(placed(0, -80)));
    },
  },
  candy: {
    metres: 0.08,
    draw(pen) {
      const p = pen.at(placed(14, 0, -14, 0.8));
      for (const s of [-1, 1])
        p.shape(
          [
            [20 * s, 0],
            [46 * s, -20, 1],
            [40 * s, 0],
            [46 * s, 20, 1],
          ],
          { tone: 0.16 },
          0.8,
        );
      const sweet = ellipse(0, 0, 25, 21, 12);
      p.shape(sweet, "white");
      p.inside(sweet, (q) => {
        for (const x of [-22, -2, 18])
          q.fill(sharp(pts(`${x},-30 ${x + 9},-30 ${x - 3},30 ${x - 12},30`)), { tone: 0.6 });
      });
    },
  },
  pudding: {
    metres: 0.12,
    draw(p) {
      p.shape(ellipse(0, 34, 66, 15, 14), "white");
      p.shape(pts("-30,-26! 30,-26! 42,30! 0,38 -42,30!"), { tone: 0.12 });
      p.fill(pts("18,-20! 30,-26! 42,30! 16,35!"), { tone: 0.26 });
      p.shape(pts("-31,-27! 31,-27! 34,-10 24,-4 16,-14 2,-2 -12,-14 -24,-4 -34,-10"), "black", 0.6);
      p.shape(ellipse(0, -27, 31, 9, 12), { tone: 0.68 }, 0.7);
      p.stroke(pts("-20,-29 -6,-32"), "white", 1.2);
    },
  },
  carrot: {
    metres: 0.12,
    draw(p) {
      const q = p.at(placed(0, 0, 24));
      for (const [x, y] of [
        [-82, -22],
        [-90, -2],
        [-82, 16],
      ] as const)
        q.shape(pts(`-46,0! -62,${y * 0.4 - 6} ${x},${y}! -64,${y * 0.6 + 6}`), { tone: 0.6 }, 0.7);
      q.shape(pts("-48,-15 -54,0 -48,15 0,13 78,2! 78,-2! 0,-13"), { tone: 0.34 });
      for (const [x, y] of [
        [-32, -10],
        [-8, 4],
        [14, -7],
        [36, 2],
      ] as const)
        q.line(pts(`${x},${y} ${x + 3},${y + 8}`), 0.6);
    },
  },
  pumpkin: {
    metres: 0.3,
    draw(p) {
      p.shape(pts("-6,-34! -8,-54! 8,-58! 8,-34!"), { tone: 0.66 });
      for (const [x, w] of [
        [-36, 26],
        [36, 26],
        [-17, 27],
        [17, 27],
        [0, 24],
      ] as const)
        p.shape(ellipse(x, 4, w, 42 - Math.abs(x) * 0.15, 12), { tone: x > 10 ? 0.5 : 0.32 });
      p.stroke(pts("-34,-18 -40,2"), "white", 1.5);
    },
  },
  mushroom: {
    metres: 0.1,
    draw(p) {
      p.shape(pts("-15,0! 15,0! 13,26 19,46 -19,46 -13,26"), "white");
      const cap = pts("-54,4! -46,-30 0,-50 46,-30 54,4! 24,12 -24,12");
      p.shape(cap, { tone: 0.62 });
      for (const [x, y, r] of [
        [-24, -18, 9],
        [6, -32, 8],
        [28, -12, 9],
        [0, -6, 6],
      ] as const)
        p.fill(ellipse(x, y, r, r * 0.8, 9), "white");
    },
  },
  cheese: {
    metres: 0.12,
    draw(p) {
      p.shape(sharp(pts("-56,-4 50,-34 56,-6 -56,10")), "white");
      p.shape(sharp(pts("-56,8 56,-8 56,34 -56,34")), { tone: 0.2 });
      for (const [x, y, r] of [
        [-30, 22, 8],
        [6, 12, 9],
        [34, 22, 7],
        [20, -16, 6],
      ] as const)
        p.shape(ellipse(x, y, r, r * 0.8, 9), { tone: 0.5 }, 0.5);
    },
  },
  meat: {
    metres: 0.16,
    draw(p) {
      p.shape(pts("-60,-7! -6,-7! -6,7! -60,7! -68,13 -76,6 -72,0 -76,-6 -68,-13"), "white");
      const joint = pts("-8,-12 10,-34 44,-38 70,-16 72,14 48,34 12,30 -8,12");
      p.shape(joint, { tone: 0.5 });
      p.inside(joint, (q) => q.fill(pts("80,-30! 50,4 10,20 0,40! 90,50!"), { tone: 0.74 }));
      p.stroke(pts("16,-22 38,-26 52,-16"), "white", 1.8);
    },
  },
  rice: {
    metres: 0.5,
    draw(p) {
      // A straw bale, tied in three places.
      const bale = pts("-70,-36! 70,-36! 80,0 70,42! -70,42! -80,0");
      p.shape(bale, { tone: 0.16 });
      p.inside(bale, (q) => {
        for (let y = -30; y < 42; y += 8) q.line(pts(`-72,${y} 0,${y + 2} 74,${y}`), 0.4);
        q.fill(rect(-90, 22, 180, 30), { tone: 0.4 });
      });
      for (const x of [-42, 0, 42]) p.stroke(pts(`${x},-38 ${x + 5},2 ${x},44`), "black", 2.2);
      p.shape(ellipse(78, 3, 16, 38, 14), { tone: 0.28 });
      for (const r of [0.72, 0.42]) p.stroke(ellipse(78, 3, 16 * r, 38 * r, 12), "black", 0.6, true);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;

function berry(p: Pen): void {
  p.shape(pts("0,9 -9,-2 -6,-10 6,-10 9,-2"), { tone: 0.66 }, 0.6);
  p.fill(pts("-7,-9! 0,-5! 7,-9! 2,-14! -2,-14!"), "black");
}
