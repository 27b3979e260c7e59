// Things that nobody made: what is picked up on a walk, gathered, or dug out.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const WILD_THINGS = {
  shell: {
    metres: 0.1,
    draw(p) {
      const fan = pts(
        "-8,44! -48,10 -54,-18 -36,-30 -26,-44 -8,-46 0,-52 8,-46 26,-44 36,-30 54,-18 48,10 8,44!",
      );
      p.shape(fan, { tone: 0.1 });
      p.inside(fan, (q) => {
        for (const x of [-46, -28, -10, 10, 28, 46]) q.line(pts(`${x * 0.1},44 ${x},-46`), 0.9, "none");
        q.stroke(pts("-50,-2 0,-22 50,-2"), { tone: 0.4 }, 2.4);
      });
      p.shape(sharp(pts("-18,42 18,42 12,54 -12,54")), { tone: 0.3 });
    },
  },
  feather: {
    metres: 0.12,
    draw(p) {
      const q = p.at(placed(0, 0, -56));
      q.shape(pts("-6,-6 30,-22 96,-18 130,0! 92,16 60,12 54,20! 46,13 10,14"), "white");
      q.fill(pts("10,3 92,6 126,0! 92,15 60,11 12,13"), { tone: 0.3 });
      q.line(pts("-48,2 20,0 126,-1"), 1.2, "none");
      for (const x of [20, 40, 62, 84]) q.line(pts(`${x},0 ${x + 16},-13`), 0.5);
    },
  },
  leaf: {
    metres: 0.08,
    draw(p) {
      const q = p.at(placed(0, 0, -44));
      q.shape(pts("-6,0! 20,-26 56,-28 92,0! 56,28 20,26"), { tone: 0.4 });
      q.line(pts("-40,4 -6,0 84,0"), 1.2, "end");
      for (const x of [14, 34, 54])
        for (const s of [-1, 1]) q.line(pts(`${x},0 ${x + 14},${s * 17}`), 0.6, "end");
    },
  },
  nest: {
    metres: 0.14,
    draw(p) {
      for (const [x, y] of [
        [-20, -18],
        [4, -24],
        [26, -17],
      ] as const)
        p.shape(ellipse(x, y, 14, 18, 10), "white", 0.8);
      const bowl = pts("-66,-14! -52,22 -24,36 24,36 52,22 66,-14! 40,-4 0,2 -40,-4");
      p.shape(bowl, { tone: 0.44 });
      for (const [x, y, turn] of [
        [-44, 4, 14],
        [-16, 14, -8],
        [18, 12, 10],
        [44, 4, -16],
        [0, 26, 4],
        [-68, -12, -20],
        [64, -14, 18],
      ] as const)
        p.at(placed(x, y, turn)).line(pts("-22,0 0,2 22,-1"), 1);
    },
  },
  bone: {
    metres: 0.1,
    draw(p) {
      p.at(placed(0, 0, -18)).shape(
        pts(
          "-44,-9! -50,-24 -66,-24 -70,-8 -64,0 -70,8 -66,24 -50,24 -44,9! 44,9! 50,24 66,24 70,8 64,0 70,-8 66,-24 50,-24 44,-9!",
        ),
        "white",
      );
    },
  },
  skull: {
    metres: 0.2,
    draw(p) {
      p.shape(pts("0,-56 42,-42 52,0 38,22 30,28! 28,50! -28,50! -30,28! -38,22 -52,0 -42,-42"), "white");
      for (const x of [-20, 20]) p.fill(ellipse(x, 0, 14, 15, 10), "black");
      p.fill(sharp(pts("0,14 8,28 -8,28")), "black");
      for (const x of [-16, -6, 4, 14]) p.line(pts(`${x},36 ${x},50`), 1, "none");
      p.fill(pts("34,-36 48,0 36,20 32,0"), { tone: 0.24 });
    },
  },
  firewood: {
    metres: 0.3,
    draw(p) {
      for (const [x, y] of [
        [-44, 30],
        [0, 30],
        [44, 30],
        [-22, -6],
        [22, -6],
      ] as const) {
        p.shape(
          sharp(pts(`${x},${y - 20} ${x + 52},${y - 40} ${x + 62},${y - 6} ${x + 8},${y + 20}`)),
          { tone: 0.56 },
          0.8,
        );
        p.shape(ellipse(x, y, 22, 21, 12), { tone: 0.12 });
        p.stroke(ellipse(x, y, 12, 11, 10), "black", 0.8, true);
        p.fill(ellipse(x, y, 3, 3, 6), "black");
      }
    },
  },
  coal: {
    metres: 0.1,
    draw(p) {
      for (const [x, y, k] of [
        [-32, 6, 1],
        [30, 8, 0.86],
      ] as const) {
        const q = p.at(placed(x, y, 0, k));
        q.shape(sharp(pts("-30,14 -24,-14 -2,-28 24,-18 32,8 12,22 -16,24")), "black");
        q.fill(sharp(pts("-18,-8 -2,-22 4,-8 -8,2")), { tone: 0.5 });
        q.fill(sharp(pts("10,-14 22,-10 24,4 14,2")), { tone: 0.34 });
      }
    },
  },
  crystal: {
    metres: 0.12,
    draw(p) {
      // A cut gem.
      p.shape(sharp(pts("-30,-30 30,-30 52,-6 0,50 -52,-6")), "white");
      p.fill(sharp(pts("30,-30 52,-6 22,-6")), { tone: 0.3 });
      p.fill(sharp(pts("22,-6 52,-6 0,50")), { tone: 0.5 });
      p.fill(sharp(pts("-22,-6 -52,-6 0,50")), { tone: 0.16 });
      p.line(sharp(pts("-52,-6 52,-6")), 0.8, "none");
      p.line(sharp(pts("-30,-30 -22,-6 0,-30 22,-6 30,-30")), 0.7, "none");
      p.line(sharp(pts("-22,-6 0,50 22,-6")), 0.7, "none");
      for (const [x, y] of [
        [48, -44],
        [-52, -34],
      ] as const) {
        p.line(pts(`${x},${y - 10} ${x},${y + 10}`), 0.9);
        p.line(pts(`${x - 10},${y} ${x + 10},${y}`), 0.9);
      }
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
