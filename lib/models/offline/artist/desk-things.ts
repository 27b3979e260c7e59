// Things of desk and parlour: paper, instruments of writing and measuring, what plays music, what stands on a mantelpiece.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const DESK_THINGS = {
  envelope: {
    metres: 0.12,
    draw(p) {
      const q = p.at(placed(14, -8, -8));
      q.shape(rect(-62, -40, 124, 78), "white");
      q.line(sharp(pts("-62,-40 0,10 62,-40")), 1, "none");
      for (const x of [-62, 62]) q.line(pts(`${x},38 ${x * 0.25},-2`), 0.6, "none");
      q.shape(ellipse(0, 8, 11, 11, 10), { tone: 0.62 });
    },
  },
  stamp: {
    metres: 0.04,
    draw(p) {
      const edge = (x: number, y: number) => p.fill(ellipse(x, y, 4, 4, 6), "white");
      p.shape(rect(-30, -38, 60, 76), "white");
      p.fill(rect(-22, -30, 44, 60), { tone: 0.5 });
      p.fill(pts("-14,22 -6,-2 4,8 14,-10 20,22"), "white");
      p.fill(ellipse(8, -18, 7, 7, 9), "white");
      for (let y = -34; y <= 34; y += 11) {
        edge(-31, y);
        edge(31, y);
      }
    },
  },
  eraser: {
    metres: 0.05,
    draw(p) {
      const q = p.at(placed(0, 0, -14));
      q.shape(pts("-44,-16 -38,-18 46,-18! 46,18! -38,18 -44,14"), "white");
      q.shape(rect(-16, -19, 62, 38), { tone: 0.6 });
      q.stroke(pts("-2,0 32,0"), "white", 2.4);
      for (const x of [-60, -70, -56]) q.fill(ellipse(x, 16 + (x % 7), 4, 2, 6), "black");
    },
  },
  ruler: {
    metres: 0.08,
    draw(p) {
      const q = p.at(placed(20, -10, -34));
      q.shape(rect(-90, -15, 180, 30), { tone: 0.08 });
      for (let x = -84, i = 0; x < 88; x += 9, i++)
        q.line(pts(`${x},-15 ${x},${i % 5 === 0 ? 2 : -6}`), 0.9, "none");
      q.stroke(ellipse(80, 5, 4, 4, 8), "black", 0.8, true);
    },
  },
  abacus: {
    metres: 0.16,
    draw(p) {
      p.cutOut(rect(-84, -42, 168, 84), rect(-75, -33, 150, 66), { tone: 0.5 });
      p.shape(rect(-76, -14, 152, 6), { tone: 0.5 }, 0.7);
      for (let x = -64, i = 0; x <= 66; x += 18, i++) {
        p.line(pts(`${x},-33 ${x},33`), 0.6, "none");
        const up = i % 3 === 1;
        p.fill(
          sharp(
            pts(
              `${x - 8},${up ? -20 : -27} ${x},${up ? -25 : -32} ${x + 8},${up ? -20 : -27} ${x},${up ? -15 : -22}`,
            ),
          ),
          "black",
        );
        for (let n = 0; n < 4; n++) {
          const y = (n < (i * 2) % 5 ? -2 : 4) + n * 7.4;
          p.fill(sharp(pts(`${x - 8},${y} ${x},${y - 3.6} ${x + 8},${y} ${x},${y + 3.6}`)), "black");
        }
      }
    },
  },
  chalk: {
    metres: 0.06,
    draw(p) {
      for (const [x, y, turn] of [
        [0, 0, -50],
        [26, 16, -8],
      ] as const)
        p.at(placed(x, y, turn)).shape(pts("-36,-8! 34,-8 40,0 34,8 -36,8!"), "white");
    },
  },
  calendar: {
    metres: 0.4,
    draw(p) {
      p.shape(rect(-60, -70, 120, 140), "white");
      p.fill(rect(-60, -70, 120, 34), "black");
      for (const x of [-36, 0, 36]) p.shape(rect(x - 4, -80, 8, 20), "white", 0.7);
      for (let row = 0; row < 5; row++)
        for (let i = 0; i < 6; i++)
          p.fill(rect(-50 + i * 18, -24 + row * 18, 10, 9), { tone: (row + i) % 6 === 0 ? 0.7 : 0.3 });
      p.stroke(ellipse(9, 16, 13, 12, 10), "black", 1.6, true);
    },
  },
  passport: {
    metres: 0.13,
    draw(p) {
      p.shape(pts("-38,-50! 36,-50 40,-46 40,50 36,54 -38,54!"), { tone: 0.66 });
      p.line(pts("-30,-48 -30,52"), 0.7, "none");
      p.stroke(ellipse(4, -4, 19, 19, 14), "white", 1.3, true);
      p.stroke(ellipse(4, -4, 8, 19, 12), "white", 0.9, true);
      p.stroke(pts("-15,-4 23,-4"), "white", 0.9);
      p.stroke(pts("-14,30 22,30"), "white", 1.8);
    },
  },
  palette: {
    metres: 0.3,
    draw(p) {
      p.shape(pts("-80,4 -60,-34 0,-44 60,-34 82,0 66,30 30,26 14,42 -40,44"), { tone: 0.14 });
      p.shape(ellipse(22, 16, 11, 8, 10), "white");
      for (const [x, y, tone] of [
        [-54, -8, 0.7],
        [-34, -24, 0.4],
        [-4, -28, 0.9],
        [28, -24, 0.26],
        [54, -6, 0.6],
      ] as const)
        p.shape(ellipse(x, y, 12, 9, 9), { tone }, 0.6);
    },
  },
  easel: {
    metres: 1.5,
    draw(p) {
      for (const x of [-70, 74]) p.stroke(pts(`0,-170 ${x},180`), "black", 3.4);
      p.stroke(pts("4,-160 14,150"), "black", 2.4);
      p.shape(rect(-76, -120, 152, 170), "white");
      p.fill(pts("-66,40! -66,0 -30,-30 0,4 34,-40 66,-4 66,40!"), { tone: 0.4 });
      p.fill(ellipse(-34, -74, 16, 16, 12), { tone: 0.6 });
      p.shape(rect(-86, 50, 172, 14), { tone: 0.5 });
    },
  },
  hourglass: {
    metres: 0.2,
    draw(p) {
      for (const y of [-64, 50]) p.shape(rect(-42, y, 84, 14), { tone: 0.6 });
      for (const x of [-36, 30]) p.shape(rect(x, -50, 6, 100), { tone: 0.4 }, 0.6);
      p.shape(pts("-28,-50! 28,-50! 24,-24 4,0 24,24 28,50! -28,50! -24,24 -4,0 -24,-24"), "white", 0.9);
      p.fill(pts("-20,-26 20,-26 4,-4 -4,-4"), { tone: 0.6 });
      p.fill(pts("-26,48! 0,20 26,48!"), { tone: 0.6 });
      p.line(pts("0,-4 0,26"), 0.9, "none");
    },
  },
  compass: {
    metres: 0.1,
    draw(p) {
      p.stroke(ellipse(0, -54, 10, 10, 10), "black", 2, true);
      p.shape(ellipse(0, 0, 46, 46, 18), { tone: 0.44 });
      p.shape(ellipse(0, 0, 35, 35, 16), "white", 0.8);
      for (let a = 0; a < 360; a += 45) p.at(placed(0, 0, a)).line(pts("0,-33 0,-25"), 1, "none");
      const q = p.at(placed(0, 0, 32));
      q.shape(sharp(pts("0,-28 7,0 -7,0")), "black", 0.5);
      q.shape(sharp(pts("0,28 7,0 -7,0")), "white", 0.7);
    },
  },
  gramophone: {
    metres: 0.7,
    draw(p) {
      p.shape(sharp(pts("-80,20 60,20 88,2 -50,2")), { tone: 0.2 });
      p.shape(sharp(pts("60,20 88,2 88,62 60,84")), { tone: 0.6 });
      p.shape(rect(-80, 20, 140, 64), { tone: 0.36 });
      p.shape(ellipse(-4, 8, 54, 9, 14), "black");
      p.stroke(pts("52,8 66,-30 34,-44"), "black", 3.4);
      p.shape(pts("44,-36! 26,-50! -30,-130! -78,-100! -92,-50! -60,-14! 30,-32!"), { tone: 0.3 });
      p.shape(pts("-30,-132 -68,-114 -94,-56 -62,-12 -34,-50"), { tone: 0.66 });
      for (const [x, y] of [
        [-50, -116],
        [-80, -82],
        [-84, -36],
      ] as const)
        p.line(pts(`${x},${y} -30,-62`), 0.7, "end");
      p.line(pts("72,50 100,54 102,70"), 2, "none");
    },
  },
  "music-box": {
    metres: 0.16,
    draw(p) {
      p.shape(sharp(pts("-54,-22 54,-22 66,-86 -40,-86")), { tone: 0.3 });
      p.shape(sharp(pts("-44,-28 46,-28 55,-78 -34,-78")), "white", 0.6);
      p.shape(rect(-54, -22, 108, 56), { tone: 0.4 });
      p.shape(sharp(pts("-46,-22 46,-22 40,-10 -40,-10")), "black", 0.6);
      p.shape(rect(-22, -26, 44, 12), { tone: 0.12 }, 0.7);
      for (const x of [-12, -2, 8, 16]) p.fill(ellipse(x, -20 + (x % 3), 1.8, 1.8, 5), "black");
      p.stroke(rect(-42, 0, 84, 24), "white", 0.9, true);
      p.line(pts("54,10 72,10 72,24"), 2, "none");
      for (const [x, y] of [
        [70, -60],
        [92, -86],
      ] as const) {
        p.fill(ellipse(x, y, 6, 5, 8), "black");
        p.line(pts(`${x + 5},${y} ${x + 5},${y - 24} ${x + 15},${y - 18}`), 1.1, "none");
      }
    },
  },
  harp: {
    metres: 1.4,
    draw(p) {
      p.shape(pts("-60,140! -76,120! 40,-120! 62,-112! -40,140!"), { tone: 0.4 });
      p.shape(pts("40,-122 10,-150 -36,-128 -70,-150 -86,-132 -34,-108 8,-126 52,-96"), { tone: 0.3 });
      p.shape(pts("-86,-140! -70,-142! -58,140! -76,140!"), { tone: 0.5 });
      for (let i = 0; i < 9; i++)
        p.line(pts(`${-64 + i * 12},${-126 + (i % 2) * 4} ${-58 + i * 10},${118 - i * 24}`), 0.6, "none");
      p.shape(rect(-92, 138, 66, 16), "black", 0.7);
    },
  },
  accordion: {
    metres: 0.35,
    draw(p) {
      p.shape(rect(-92, -50, 40, 100), { tone: 0.6 });
      p.shape(rect(52, -54, 40, 104), { tone: 0.6 });
      for (let x = -52, i = 0; x < 50; x += 13, i++)
        p.shape(rect(x, -44, 13, 88), i % 2 ? "white" : { tone: 0.4 }, 0.7);
      for (let y = -46; y < 46; y += 12) p.shape(rect(60, y, 24, 10), "white", 0.6);
      for (const [x, y] of [
        [-80, -30],
        [-66, -16],
        [-80, -2],
        [-66, 12],
        [-80, 26],
      ] as const)
        p.fill(ellipse(x, y, 4, 4, 7), "white");
    },
  },
  shamisen: {
    metres: 0.9,
    draw(p) {
      const q = p.at(placed(0, 0, -48));
      q.shape(rect(-190, -6, 200, 12), { tone: 0.6 });
      q.shape(pts("6,-38! 84,-34 88,0 84,34 6,38! 2,0"), "white");
      q.stroke(pts("6,-38 84,-34 88,0 84,34 6,38 2,0"), "black", 2.2, true);
      for (const y of [-3, 0, 3]) q.line(pts(`-186,${y} 70,${y}`), 0.5, "none");
      q.shape(sharp(pts("-190,-8 -226,-14 -226,14 -190,8")), "black", 0.6);
      for (const [x, y] of [
        [-200, -26],
        [-212, 26],
        [-220, -24],
      ] as const)
        q.shape(rect(x, Math.min(y, 0), 7, 26), { tone: 0.4 }, 0.7);
      q.shape(rect(62, -10, 6, 20), "black", 0.5);
    },
  },
  harmonica: {
    metres: 0.04,
    draw(p) {
      p.shape(pts("-56,-16 -50,-20 50,-20 56,-16 56,16 50,20 -50,20 -56,16"), { tone: 0.16 });
      p.fill(rect(-50, -5, 100, 12), "black");
      for (let x = -42; x < 46; x += 12) p.shape(rect(x, -4, 7, 10), "white", 0.4);
      p.stroke(pts("-40,-13 40,-13"), { tone: 0.6 }, 1.2);
    },
  },
  headphones: {
    metres: 0.2,
    draw(p) {
      p.stroke(pts("-46,10 -44,-30 0,-56 44,-30 46,10"), "black", 4.4);
      for (const s of [-1, 1]) {
        p.shape(ellipse(s * 46, 16, 15, 24, 12), "black");
        p.shape(ellipse(s * 37, 16, 8, 20, 10), { tone: 0.3 }, 0.7);
      }
    },
  },
  candlestick: {
    metres: 0.4,
    draw(p) {
      p.shape(pts("-40,64 -10,50 -7,6 -14,-4 14,-4 7,6 10,50 40,64 40,72! -40,72!"), { tone: 0.34 });
      p.line(pts("0,2 -48,-6 -50,-34"), 3, "none");
      p.line(pts("0,2 48,-6 50,-34"), 3, "none");
      for (const [x, y] of [
        [-50, -34],
        [0, -10],
        [50, -34],
      ] as const) {
        p.shape(rect(x - 13, y, 26, 9), { tone: 0.5 }, 0.8);
        p.shape(rect(x - 7, y - 46, 14, 46), "white", 0.8);
        p.shape(pts(`${x},${y - 78}! ${x + 7},${y - 58} ${x},${y - 48} ${x - 7},${y - 58}`), "white", 0.8);
      }
    },
  },
  statue: {
    metres: 0.35,
    draw(p) {
      p.shape(rect(-40, 52, 80, 22), "black");
      p.shape(
        pts("-28,52! -34,20 -20,-10 -26,-34 -26,-62! -14,-50 10,-50 22,-62! 22,-30 16,-10 32,20 30,52!"),
        { tone: 0.2 },
      );
      p.fill(pts("12,-8 30,20 28,50 8,50 20,20"), { tone: 0.5 });
      p.stroke(pts("30,46 50,34 48,4 38,-2"), "black", 3.4);
      for (const x of [-12, 8]) p.line(pts(`${x - 4},-36 ${x},-33 ${x + 4},-36`), 1.2, "none");
      p.line(pts("-2,-26 -8,-22"), 0.8, "none");
      p.line(pts("-2,-26 4,-22"), 0.8, "none");
      p.line(pts("-16,52 -14,24"), 0.9);
      p.line(pts("4,52 4,24"), 0.9);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
