// Smaller things of parlour, shop and smithy: instruments, toys, what is worked with and what is looked into.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const PARLOUR_THINGS = {
  cello: {
    metres: 1.25,
    draw(p) {
      p.line(pts("0,214 0,262"), 2.4, "end");
      const body = pts(
        "0,18 34,22 54,46 52,74 34,92 34,112 58,132 68,170 50,206 0,218 -50,206 -68,170 -58,132 -34,112 -34,92 -52,74 -54,46 -34,22",
      );
      p.shape(body, { tone: 0.4 });
      p.inside(body, (q) => q.fill(pts("30,10! 80,10! 80,230! 10,230! 42,180 26,104"), { tone: 0.6 }));
      for (const x of [-1, 1]) {
        p.line(pts(`${x * 22},88 ${x * 28},112 ${x * 20},136`), 1.6);
        p.stroke(pts(`${x * 44},46 ${x * 40},66`), "white", 1.4);
      }
      p.shape(sharp(pts("-8,-130 8,-130 11,92 -11,92")), "black");
      p.shape(ellipse(0, -140, 13, 14, 11), { tone: 0.5 });
      for (const y of [-122, -110]) p.line(pts(`-22,${y} 22,${y}`), 1.8, "none");
      for (const x of [-5, -1.7, 1.7, 5]) p.line(pts(`${x},-120 ${x * 2},168`), 0.4, "none");
      p.shape(rect(-22, 138, 44, 8), "black", 0.5);
      p.shape(sharp(pts("-8,160 8,160 12,200 -12,200")), "black", 0.5);
      p.line(pts("-104,96 96,136"), 2, "none");
      p.line(pts("-102,104 92,142"), 0.6, "none");
    },
  },
  saxophone: {
    metres: 0.6,
    draw(p) {
      const tube = pts("-66,-86 -40,-96 -24,-80 -14,20 -4,64 24,84 54,66 62,24");
      p.stroke(tube, "black", 10);
      p.stroke(tube, { tone: 0.3 }, 7);
      p.shape(pts("48,34! 76,36! 96,-22 108,-34! 36,-46! 46,-24"), { tone: 0.3 });
      p.shape(ellipse(72, -40, 37, 10, 14), { tone: 0.62 }, 0.9);
      p.stroke(pts("66,20 76,-16"), "white", 2);
      p.shape(sharp(pts("-86,-92 -62,-96 -58,-80 -82,-78")), "black", 0.6);
      for (const [x, y, r] of [
        [-18, -44, 8],
        [-14, -22, 8],
        [-10, 0, 9],
        [-6, 22, 9],
        [2, 46, 10],
        [34, 62, 11],
      ] as const)
        p.shape(ellipse(x, y, r, r, 10), "white", 0.9);
      p.line(pts("2,-52 10,-6 16,34"), 1, "none");
      for (const y of [-34, -10, 14]) p.line(pts(`-8,${y} 8,${y + 2}`), 1.2, "none");
    },
  },
  megaphone: {
    metres: 0.3,
    draw(p) {
      p.shape(pts("-2,14! 18,10! 26,52 14,60 2,54"), { tone: 0.5 });
      p.shape(sharp(pts("-52,-16 30,-36 96,-66 104,44 34,20 -52,8")), "white");
      p.fill(sharp(pts("-52,-2 30,-2 100,4 103,42 34,20 -52,8")), { tone: 0.24 });
      p.shape(sharp(pts("24,-35 40,-40 44,24 28,20")), { tone: 0.6 }, 0.7);
      p.shape(ellipse(100, -11, 14, 56, 16), { tone: 0.5 });
      p.shape(ellipse(100, -11, 6, 28, 12), "black", 0.5);
      p.shape(sharp(pts("-64,-20 -50,-18 -50,10 -64,12")), "black", 0.6);
      p.stroke(pts("-30,-16 20,-28"), "white", 1.6);
    },
  },
  anvil: {
    metres: 0.7,
    draw(p) {
      p.shape(pts("-60,50! 60,50! 68,66 74,124 70,132! -70,132! -74,124 -68,66"), { tone: 0.24 });
      p.shape(ellipse(0, 54, 62, 13, 14), "white", 0.8);
      for (const r of [40, 22]) p.stroke(ellipse(0, 54, r, r * 0.2, 12), "black", 0.6, true);
      for (const x of [-44, -14, 20, 50]) p.line(pts(`${x},74 ${x + 3},126`), 0.6);
      const iron = pts(
        "-68,-40! 66,-40! 128,-34 134,-28! 90,-6 46,0 26,14 34,34 54,46! 54,54! -52,54! -52,46! -32,34 -26,12 -40,2 -68,-4!",
      );
      p.shape(iron, "black");
      p.fill(sharp(pts("-68,-40 66,-40 84,-48 -50,-50")), { tone: 0.24 });
      p.shape(sharp(pts("-68,-40 66,-40 84,-48 -50,-50")), { tone: 0.2 }, 0.6);
      p.stroke(pts("-56,-26 58,-26 104,-24"), "white", 1.8);
      p.stroke(pts("-16,20 -22,40"), "white", 1.6);
      p.fill(rect(-54, -48, 10, 5), "black");
    },
  },
  beehive: {
    metres: 0.6,
    draw(p) {
      for (const [y, w, h] of [
        [44, 74, 26],
        [20, 78, 26],
        [-4, 74, 26],
        [-28, 64, 26],
        [-50, 48, 24],
        [-70, 28, 22],
      ] as const) {
        p.shape(
          pts(
            `${-w + 8},${y - h / 2} ${w - 8},${y - h / 2} ${w},${y} ${w - 8},${y + h / 2} ${8 - w},${y + h / 2} ${-w},${y}`,
          ),
          {
            tone: 0.16,
          },
        );
        p.fill(
          pts(
            `${w * 0.3},${y - h / 2 + 2} ${w - 9},${y - h / 2 + 2} ${w - 3},${y} ${w - 9},${y + h / 2 - 2} ${w * 0.1},${y + h / 2 - 2}`,
          ),
          {
            tone: 0.34,
          },
        );
        for (let x = -w + 14; x < w - 8; x += 17)
          p.line(pts(`${x},${y - h / 3} ${x + 6},${y + h / 3}`), 0.5, "none");
      }
      p.shape(pts("-17,58! -15,38 0,30 15,38 17,58!"), "black", 0.7);
      p.shape(rect(-92, 57, 184, 12), { tone: 0.5 });
      for (const [x, y] of [
        [-92, -40],
        [88, -62],
        [66, 14],
        [-36, 44],
      ] as const) {
        for (const d of [-5, 4]) p.shape(ellipse(x + d, y - 9, 5, 8, 8), "white", 0.5);
        p.shape(ellipse(x, y, 11, 7, 10), "black", 0.5);
        for (const d of [-3, 3]) p.stroke(pts(`${x + d},${y - 5} ${x + d},${y + 5}`), "white", 1.2);
      }
    },
  },
  "cash-register": {
    metres: 0.45,
    draw(p) {
      p.shape(rect(-34, -98, 68, 34), "black");
      for (const x of [-22, -6, 10]) p.fill(rect(x, -90, 12, 18), "white");
      p.shape(pts("-62,-64! 62,-64! 74,-10 88,14! -88,14! -74,-10"), { tone: 0.4 });
      p.fill(pts("-54,-58! 10,-58! 0,8! -76,8! -66,-14"), { tone: 0.24 });
      for (const [row, y] of [-50, -34, -18, -2].entries())
        for (let i = 0; i < 5; i++)
          p.shape(ellipse(-44 - row * 4 + i * (22 + row * 2), y, 8, 5.5, 10), "white", 0.7);
      p.shape(rect(-96, 14, 192, 44), { tone: 0.56 });
      p.shape(rect(-84, 22, 168, 28), { tone: 0.3 }, 0.7);
      p.shape(ellipse(0, 36, 10, 6, 9), "black", 0.6);
      p.line(pts("86,-14 110,-30 112,-52"), 2.4, "none");
      p.shape(ellipse(112, -56, 8, 8, 10), "black", 0.6);
    },
  },
  laptop: {
    metres: 0.26,
    draw(p) {
      p.shape(sharp(pts("-72,-84 62,-90 76,6 -62,14")), { tone: 0.66 });
      p.shape(sharp(pts("-64,-75 54,-81 66,-2 -56,5")), "white", 0.7);
      for (const [y, w] of [
        [-62, 60],
        [-48, 84],
        [-34, 44],
        [-20, 70],
      ] as const)
        p.stroke(pts(`${-52 + (y + 62) * 0.1},${y} ${-52 + w},${y - w * 0.045}`), { tone: 0.5 }, 2);
      p.shape(sharp(pts("-62,14 76,6 104,42 -76,54")), { tone: 0.24 });
      p.shape(sharp(pts("-76,54 104,42 104,50 -76,62")), "black", 0.6);
      for (let row = 0; row < 3; row++)
        p.stroke(
          sharp(pts(`${-54 - row * 4},${20 + row * 8} ${74 + row * 8},${12 + row * 8}`)),
          "black",
          2.2,
        );
      for (let i = 0; i < 9; i++) p.stroke(pts(`${-50 + i * 15},14 ${-58 + i * 17},42`), { tone: 0.24 }, 1);
      p.shape(sharp(pts("-4,44 30,42 34,48 -2,50")), "white", 0.5);
    },
  },
  "crystal-ball": {
    metres: 0.3,
    draw(p) {
      p.shape(pts("-50,34! 50,34! 62,62 70,70! -70,70! -62,62"), { tone: 0.62 });
      p.shape(ellipse(0, 36, 52, 11, 14), "black", 0.8);
      p.stroke(pts("-52,54 0,62 52,54"), "white", 1.4);
      const ball = ellipse(0, -18, 60, 58, 20);
      p.shape(ball, { tone: 0.1 });
      p.inside(ball, (q) => {
        q.fill(pts("-70,20 -30,4 0,24 34,6 70,18 60,60 -60,60"), { tone: 0.4 });
        q.stroke(pts("-44,8 -14,-10 6,8 -6,22 -20,12"), "white", 2.4);
        q.stroke(pts("8,-16 34,-24 44,-4 30,6"), "white", 2);
        q.fill(pts("34,-70! 80,-70! 80,60! 10,60! 46,16"), { veil: 0.3 });
      });
      p.shape(pts("-38,-44 -24,-60 -6,-64 -18,-48 -30,-30"), "white", 0.3);
      for (const [x, y, r] of [
        [62, -82, 12],
        [-74, -66, 9],
        [78, -40, 7],
      ] as const) {
        p.line(pts(`${x - r},${y} ${x + r},${y}`), 1);
        p.line(pts(`${x},${y - r} ${x},${y + r}`), 1);
      }
    },
  },
  syringe: {
    metres: 0.05,
    draw(p) {
      const q = p.at(placed(0, 0, -28));
      q.shape(rect(-22, -13, 78, 26), "white");
      q.fill(rect(4, -11, 50, 22), { tone: 0.26 });
      for (const x of [8, 20, 32, 44]) q.line(pts(`${x},-13 ${x},-3`), 0.6, "none");
      q.shape(rect(-56, -4, 36, 8), { tone: 0.4 }, 0.8);
      q.shape(rect(-64, -16, 9, 32), "black", 0.6);
      q.line(pts("56,0 102,0"), 1.3, "end");
    },
  },
  needle: {
    metres: 0.06,
    draw(p) {
      const q = p.at(placed(0, 0, -34));
      q.shape(pts("-52,-5 -46,-7 20,-4 84,0! 20,4 -46,7 -52,5"), { tone: 0.2 }, 0.9);
      q.fill(ellipse(-40, 0, 8, 2.6, 8), "black");
      q.stroke(pts("-10,-2 60,-1"), "white", 1);
      p.line(pts("-33,22 -50,4 -70,18 -62,46 -30,52 -16,76 -44,92 -72,80"), 1.5, "end");
    },
  },
  "chess-piece": {
    metres: 0.1,
    draw(p) {
      p.shape(rect(-3, -76, 6, 22), "black", 0.6);
      p.shape(rect(-10, -70, 20, 6), "black", 0.6);
      p.shape(pts("-18,-34! -22,-52 -10,-58 10,-58 22,-52 18,-34!"), "black");
      p.shape(ellipse(0, -32, 24, 6, 11), { tone: 0.5 }, 0.8);
      p.shape(pts("-14,-28! 14,-28! 12,0 20,28! -20,28! -12,0"), "black");
      p.stroke(pts("-6,-22 -7,2 -11,22"), "white", 1.8);
      p.shape(ellipse(0, 28, 26, 7, 12), { tone: 0.5 }, 0.8);
      p.shape(pts("-28,32! 28,32! 36,46 36,54! -36,54! -36,46"), "black");
      p.stroke(pts("-26,42 0,46 20,44"), "white", 1.2);
    },
  },
  "toy-boat": {
    metres: 0.24,
    draw(p) {
      p.line(pts("0,-92 0,30"), 2.2, "none");
      p.shape(pts("6,-88! 34,-52 62,6! 6,12!"), "white");
      p.fill(pts("36,-44! 62,6! 6,12! 6,2! 34,-2"), { tone: 0.24 });
      p.shape(pts("-6,-70! -44,10! -6,12!"), { tone: 0.14 });
      for (const y of [-40, -14]) p.line(pts(`8,${y} ${44 + y * 0.4},${y + 2}`), 0.6, "none");
      p.shape(pts("0,-92! 24,-86! 0,-78!"), "black", 0.6);
      p.shape(pts("-74,26! 80,22! 60,50 48,58 -44,58 -60,48"), { tone: 0.6 });
      p.stroke(pts("-62,36 68,32"), "white", 2);
    },
  },
  "toy-car": {
    metres: 0.12,
    draw(p) {
      const body = pts("-80,28! -82,4 -70,-8 -42,-12 -26,-44 -14,-50 26,-50 38,-44 54,-12 76,-6 84,8 84,28!");
      p.shape(body, { tone: 0.44 });
      p.shape(pts("-30,-14! -18,-38 2,-38! 2,-14!"), "white", 0.8);
      p.shape(pts("10,-14! 10,-38! 26,-38 40,-14!"), "white", 0.8);
      p.stroke(pts("-70,-2 -44,-4"), "white", 2.2);
      p.shape(ellipse(78, 8, 7, 8, 9), "white", 0.7);
      p.shape(ellipse(8, 8, 15, 13, 11), "white", 0.6);
      p.line(pts("6,0 10,0 9,16"), 1.2, "none");
      for (const x of [-46, 50]) {
        p.shape(ellipse(x, 30, 23, 23, 14), "black");
        p.shape(ellipse(x, 30, 9, 9, 10), { tone: 0.2 });
      }
      // The key that winds it up.
      p.line(pts("-82,10 -98,10"), 2, "none");
      for (const y of [2, 18]) p.stroke(ellipse(-104, y, 6, 8, 9), "black", 1.6, true);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
