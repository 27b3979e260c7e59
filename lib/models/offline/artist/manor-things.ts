// What stands or hangs in a great house, a chapel or at the corner of a street: large, and too heavy to carry about.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const MANOR_THINGS = {
  chandelier: {
    metres: 0.9,
    draw(p) {
      p.line(pts("0,-120 0,-40"), 2, "none");
      for (let y = -112; y < -50; y += 14) p.stroke(ellipse(0, y, 4, 6, 8), "black", 1, true);
      p.shape(pts("-14,-44 14,-44 20,0 0,34! -20,0"), { tone: 0.44 });
      for (const [x, y] of [
        [-92, 0],
        [-50, 14],
        [50, 14],
        [92, 0],
      ] as const) {
        p.stroke(pts(`0,10 ${x * 0.5},36 ${x},${y}`), "black", 2.6);
        p.shape(pts(`${x - 14},${y - 6}! ${x + 14},${y - 6}! ${x},${y + 8}`), { tone: 0.5 });
        p.shape(rect(x - 5, y - 34, 10, 28), "white", 0.8);
        p.shape(
          pts(`${x},${y - 58}! ${x + 7},${y - 42} ${x},${y - 34} ${x - 7},${y - 42}`),
          { tone: 0.1 },
          0.8,
        );
        p.shape(
          sharp(pts(`${x},${y + 10} ${x + 5},${y + 22} ${x},${y + 34} ${x - 5},${y + 22}`)),
          "white",
          0.7,
        );
      }
    },
  },
  safe: {
    metres: 0.8,
    draw(p) {
      p.shape(sharp(pts("72,-80 96,-94 96,74 72,88")), { tone: 0.76 });
      p.shape(sharp(pts("-80,-80 72,-80 96,-94 -56,-94")), { tone: 0.3 });
      p.shape(rect(-80, -80, 152, 168), { tone: 0.56 });
      p.shape(rect(-64, -64, 120, 136), { tone: 0.44 });
      p.shape(ellipse(-12, -6, 30, 30, 16), "white");
      p.shape(ellipse(-12, -6, 17, 17, 14), "black");
      for (let a = 0; a < 360; a += 30) p.at(placed(-12, -6, a)).line(pts("0,-29 0,-22"), 1, "none");
      p.shape(rect(28, -20, 10, 44), "white", 0.7);
      for (const x of [-74, 50]) p.shape(rect(x, 88, 18, 10), "black", 0.6);
    },
  },
  carpet: {
    metres: 0.5,
    draw(p) {
      p.shape(sharp(pts("-110,-26 130,-26 90,34 -150,34")), { tone: 0.44 });
      p.stroke(sharp(pts("-100,-18 112,-18 82,26 -132,26")), "white", 2, true);
      p.shape(sharp(pts("-8,-14 30,4 -14,22 -52,4")), "white", 0.8);
      for (let k = 0; k <= 1; k += 0.1) {
        p.line(pts(`${-110 - 40 * k},${-26 + 60 * k} ${-122 - 40 * k},${-25 + 60 * k}`), 0.9, "none");
        p.line(pts(`${130 - 40 * k},${-26 + 60 * k} ${142 - 40 * k},${-27 + 60 * k}`), 0.9, "none");
      }
    },
  },
  fireplace: {
    metres: 1.2,
    draw(p) {
      p.shape(rect(-112, -104, 224, 22), { tone: 0.56 });
      p.shape(rect(-98, -82, 196, 190), { tone: 0.26 });
      for (let y = -64; y < 104; y += 20)
        for (const x of [-96, -74, 62, 84])
          p.stroke(rect(x + (y % 40 === 0 ? 4 : 0), y, 18, 14), "black", 0.7, true);
      p.shape(pts("-56,108! -56,-10 -30,-46 30,-46 56,-10 56,108!"), "black");
      p.shape(pts("-30,96 -36,58 -18,30! -8,52 4,6! 18,46 28,26! 36,62 28,96"), { tone: 0.1 });
      p.fill(pts("-14,96 -16,70 0,44! 14,70 14,96"), "white");
      for (const turn of [10, -10]) p.at(placed(0, 98, turn)).shape(rect(-42, -7, 84, 14), { tone: 0.6 });
      p.shape(rect(-118, 106, 236, 14), { tone: 0.5 });
    },
  },
  cannon: {
    metres: 0.9,
    draw(p) {
      const q = p.at(placed(-10, -10, -14));
      q.shape(pts("-80,-30 -70,-34 90,-22! 104,-26! 104,26! 90,22! -70,34 -80,30"), "black");
      q.stroke(pts("-60,-18 80,-10"), "white", 2.4);
      q.fill(ellipse(-90, 0, 11, 11, 10), "black");
      p.shape(pts("-100,64! -20,10 20,30 10,60!"), { tone: 0.36 });
      p.shape(ellipse(0, 40, 42, 42, 18), { tone: 0.3 });
      p.shape(ellipse(0, 40, 30, 30, 16), "white");
      for (let a = 0; a < 180; a += 45) p.at(placed(0, 40, a)).line(pts("0,-30 0,30"), 2.4, "none");
      p.fill(ellipse(0, 40, 8, 8, 9), "black");
    },
  },
  cradle: {
    metres: 0.7,
    draw(p) {
      p.shape(pts("-84,-60 -60,-84 -34,-60 -30,0! -84,0!"), { tone: 0.4 });
      p.shape(pts("-50,-16 20,-28 66,-12 70,4! -50,4!"), "white");
      p.shape(pts("-88,-4! 84,-4! 70,52! -74,52!"), { tone: 0.26 });
      for (const x of [-50, -18, 14, 46]) p.line(pts(`${x * 1.1},2 ${x},48`), 0.8, "none");
      p.stroke(pts("-96,54 -50,72 0,78 50,72 92,54"), "black", 5);
    },
  },
  "vending-machine": {
    metres: 1.8,
    draw(p) {
      p.shape(sharp(pts("64,-170 92,-184 92,150 64,168")), { tone: 0.7 });
      p.shape(rect(-84, -170, 148, 338), { tone: 0.46 });
      p.shape(rect(-70, -150, 120, 150), "white");
      for (let row = 0; row < 3; row++)
        for (let i = 0; i < 5; i++) {
          p.shape(
            rect(-64 + i * 23, -142 + row * 48, 15, 28),
            { tone: ((i * 3 + row) % 4) * 0.2 + 0.14 },
            0.7,
          );
          p.fill(rect(-62 + i * 23, -110 + row * 48, 11, 5), "black");
        }
      p.shape(rect(30, 20, 16, 40), { tone: 0.2 }, 0.7);
      p.shape(rect(-60, 100, 90, 40), "black");
    },
  },
  armour: {
    metres: 1.5,
    draw(p) {
      p.shape(pts("-30,-116 -24,-148 0,-158 24,-148 30,-116 24,-96 -24,-96"), { tone: 0.5 });
      p.fill(rect(-22, -128, 44, 10), "black");
      p.line(pts("0,-116 0,-98"), 1.2, "none");
      p.stroke(pts("0,-158 14,-176 44,-172"), { tone: 0.7 }, 5);
      p.shape(pts("-48,-84! 48,-84! 52,-30 36,26! -36,26! -52,-30"), { tone: 0.3 });
      p.line(pts("0,-80 0,22"), 1.2, "none");
      p.stroke(pts("-34,-70 -36,-30"), "white", 2.6);
      for (const s of [-1, 1]) {
        p.shape(ellipse(s * 58, -72, 24, 22, 14), { tone: 0.5 });
        p.shape(rect(s * 64 - 13, -52, 26, 74), { tone: 0.3 });
        p.shape(rect(s * 20 - 17, 40, 34, 96), { tone: 0.36 });
        p.shape(ellipse(s * 20, 86, 19, 13, 12), { tone: 0.56 });
        p.shape(
          pts(
            `${s * 20 - 17},136! ${s * 20 + 17},136! ${s * 20 + 17 + (s > 0 ? 14 : 0)},156! ${s * 20 - 17 - (s < 0 ? 14 : 0)},156!`,
          ),
          "black",
        );
      }
      p.shape(pts("-42,26! 42,26! 54,52! -54,52!"), { tone: 0.6 });
    },
  },
  cross: {
    metres: 0.3,
    draw(p) {
      p.shape(
        sharp(pts("-10,-74 10,-74 10,-36 44,-36 44,-16 10,-16 10,70 -10,70 -10,-16 -44,-16 -44,-36 -10,-36")),
        { tone: 0.44 },
      );
      p.stroke(pts("-4,-66 -4,60"), "white", 1.4);
    },
  },
  scale: {
    metres: 0.4,
    draw(p) {
      p.line(pts("0,-70 0,60"), 3, "none");
      p.shape(rect(-40, 58, 80, 12), { tone: 0.6 });
      p.line(pts("-80,-52 80,-60"), 2.6, "none");
      p.fill(ellipse(0, -72, 7, 7, 9), "black");
      for (const [x, y] of [
        [-80, -52],
        [80, -60],
      ] as const) {
        for (const s of [-1, 1]) p.line(pts(`${x},${y} ${x + s * 32},${y + 66}`), 0.9, "none");
        p.shape(pts(`${x - 36},${y + 64}! ${x + 36},${y + 64}! ${x + 20},${y + 82} ${x - 20},${y + 82}`), {
          tone: 0.36,
        });
      }
    },
  },
  "traffic-light": {
    metres: 2.6,
    draw(p) {
      p.shape(rect(-5, -60, 10, 220), { tone: 0.5 });
      p.shape(rect(-28, -170, 56, 124), "black");
      for (const [y, tone] of [
        [-150, 0.1],
        [-108, 0.6],
        [-66, 0.6],
      ] as const)
        p.shape(ellipse(0, y, 16, 16, 14), { tone });
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
