// Large things of a household that stand on its floor or hang down its walls.
import type { Prop } from "./closed/staging.ts";
import { ellipse, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const FURNITURE_THINGS = {
  drawer: {
    metres: 0.95,
    draw(p) {
      p.shape(sharp(pts("-100,-110 70,-110 104,-132 -62,-132")), { tone: 0.14 });
      p.shape(sharp(pts("70,-110 104,-132 104,84 70,110")), { tone: 0.6 });
      p.shape(rect(-100, -110, 170, 220), { tone: 0.3 });
      for (const y of [-38, 34]) {
        p.shape(rect(-90, y, 150, 62), { tone: 0.18 }, 0.8);
        p.shape(ellipse(-15, y + 30, 11, 6, 8), "black", 0.6);
      }
      // The uppermost stands open.
      p.fill(rect(-90, -100, 150, 22), "black");
      p.shape(sharp(pts("-90,-100 -110,-76 52,-76 60,-100")), { tone: 0.7 }, 0.7);
      p.shape(rect(-112, -76, 166, 44), "white");
      p.shape(ellipse(-29, -54, 12, 6, 8), "black", 0.6);
    },
  },
  sofa: {
    metres: 0.85,
    draw(p) {
      p.shape(pts("-140,-80 -130,-100 130,-100 140,-80 146,30! -146,30!"), { tone: 0.4 });
      p.line(pts("0,-96 2,-20"), 0.9, "end");
      for (const x of [-128, 4])
        p.shape(pts(`${x},-18 ${x + 124},-18 ${x + 126},16! ${x - 2},16!`), { tone: 0.24 });
      for (const s of [-1, 1])
        p.shape(
          [
            [s * 122, -40],
            [s * 150, -50],
            [s * 176, -34],
            [s * 174, 66, 1],
            [s * 126, 66, 1],
          ],
          { tone: 0.5 },
        );
      p.shape(rect(-126, 16, 252, 50), { tone: 0.56 });
      for (const x of [-150, 138]) p.shape(rect(x, 66, 14, 18), "black", 0.6);
    },
  },
  bed: {
    metres: 0.9,
    draw(p) {
      p.shape(pts("-190,-100! -176,-120 -160,-100! -160,90! -190,90!"), { tone: 0.6 });
      p.shape(rect(170, -20, 24, 110), { tone: 0.6 });
      p.shape(rect(-160, 16, 330, 46), { tone: 0.36 });
      p.shape(pts("-160,-20! 170,-8! 170,24! -160,20!"), "white");
      p.shape(pts("-156,-22 -140,-46 -86,-44 -78,-20 -110,-14"), "white");
      p.shape(pts("-64,-30 40,-36 174,-18! 178,44! -40,40 -72,20"), { tone: 0.16 });
      for (const x of [-10, 60, 120]) p.line(pts(`${x},-26 ${x + 6},0 ${x - 4},38`), 0.8, "end");
    },
  },
  shelf: {
    metres: 1.7,
    draw(p) {
      p.shape(rect(-90, -170, 180, 340), { tone: 0.5 });
      for (const [row, y] of [-160, -76, 8, 92].entries()) {
        p.fill(rect(-78, y, 156, 70), { tone: 0.85 });
        let x = -76;
        for (const [i, w] of [16, 12, 20, 14, 18, 12, 22, 16].entries()) {
          const tall = 62 - ((i * 7 + row * 11) % 20);
          if ((i + row) % 5 !== 4)
            p.shape(rect(x, y + 70 - tall, w, tall), (i + row) % 3 === 0 ? { tone: 0.6 } : "white", 0.7);
          x += w + 3;
        }
      }
    },
  },
  cupboard: {
    metres: 1.8,
    draw(p) {
      p.shape(sharp(pts("-104,-176 104,-176 94,-160 -94,-160")), { tone: 0.5 });
      p.shape(rect(-94, -160, 188, 320), { tone: 0.28 });
      for (const x of [-86, 4]) {
        p.shape(rect(x, -150, 82, 296), { tone: 0.16 }, 0.8);
        p.stroke(rect(x + 12, -136, 58, 118), "black", 0.8, true);
        p.stroke(rect(x + 12, 8, 58, 124), "black", 0.8, true);
      }
      for (const x of [-12, 12]) p.fill(ellipse(x, 0, 4, 9, 8), "black");
      for (const x of [-86, 66]) p.shape(rect(x, 160, 20, 14), "black", 0.6);
    },
  },
  fridge: {
    metres: 1.6,
    draw(p) {
      p.shape(sharp(pts("66,-160 92,-176 92,142 66,160")), { tone: 0.56 });
      p.shape(sharp(pts("-74,-160 66,-160 92,-176 -46,-176")), "white");
      p.shape(rect(-74, -160, 140, 320), { tone: 0.06 });
      p.line(sharp(pts("-74,-62 66,-62")), 1.4, "none");
      for (const y of [-130, -42]) p.shape(rect(40, y, 10, 52), "black", 0.6);
      p.shape(rect(-50, -36, 34, 40), "white", 0.6);
      p.fill(ellipse(-33, -38, 4, 4, 7), "black");
    },
  },
  "washing-machine": {
    metres: 0.9,
    draw(p) {
      p.shape(rect(-90, -100, 180, 200), { tone: 0.08 });
      p.fill(rect(-90, -100, 180, 36), { tone: 0.4 });
      for (const x of [-66, -42, 58]) p.shape(ellipse(x, -82, 9, 9, 10), "white", 0.7);
      p.shape(ellipse(0, 18, 64, 64, 18), { tone: 0.3 });
      p.shape(ellipse(0, 18, 46, 46, 16), "black", 0.6);
      p.shape(pts("-40,26 -14,12 12,30 42,20 30,54 0,62 -30,52"), { tone: 0.2 }, 0.6);
      p.stroke(pts("-30,0 -14,-16"), "white", 1.8);
    },
  },
  curtain: {
    metres: 1.9,
    draw(p) {
      p.shape(rect(-130, -176, 260, 10), "black", 0.7);
      for (const s of [-1, 1]) {
        p.shape(
          [
            [s * 124, -166, 1],
            [s * 14, -166, 1],
            [s * 20, -60],
            [s * 66, 20],
            [s * 58, 170, 1],
            [s * 120, 170, 1],
          ],
          { tone: 0.28 },
        );
        for (const x of [42, 70, 98])
          p.line(pts(`${s * x},-162 ${s * (x + 4)},-40 ${s * (x * 0.4 + 56)},30`), 1, "end");
        for (const x of [72, 92, 108])
          p.line(pts(`${s * x},40 ${s * (x - 2)},110 ${s * (x + 2)},168`), 1, "start");
        p.shape(rect(s > 0 ? 60 : -122, 16, 62, 14), "black", 0.6);
      }
    },
  },
  mattress: {
    metres: 0.4,
    draw(p) {
      p.shape(pts("-180,-20! 130,-20! 184,-56! -110,-56!"), "white");
      p.shape(pts("130,-20! 184,-56! 184,-20! 130,22!"), { tone: 0.5 });
      p.shape(pts("-180,-20! 130,-20! 130,22! -180,22!"), { tone: 0.2 });
      for (let x = -164; x < 130; x += 20) p.line(pts(`${x},-18 ${x},20`), 0.7, "none");
      for (const x of [-110, -40, 30, 100]) p.fill(ellipse(x, -38, 5, 3, 7), "black");
    },
  },
  bath: {
    metres: 0.7,
    draw(p) {
      p.shape(pts("-170,-40! 170,-40! 150,50 110,66 -110,66 -150,50"), { tone: 0.08 });
      p.shape(pts("-180,-50 0,-62 180,-50 0,-30"), { tone: 0.44 });
      for (const [x, r] of [
        [-60, 20],
        [-24, 26],
        [16, 18],
        [44, 14],
      ] as const)
        p.shape(ellipse(x, -56, r, r * 0.8, 10), "white", 0.7);
      p.line(pts("140,-52 140,-96 116,-100 112,-84"), 2.4, "none");
      for (const x of [-110, 96]) p.shape(pts(`${x},64 ${x + 20},64 ${x + 12},86`), "black", 0.6);
    },
  },
  fence: {
    metres: 1.1,
    draw(p) {
      for (const y of [-40, 30]) p.shape(rect(-190, y, 380, 16), { tone: 0.36 });
      for (let x = -176; x < 180; x += 52)
        p.shape(sharp(pts(`${x},-80 ${x + 15},-104 ${x + 30},-80 ${x + 30},90 ${x},90`)), "white");
    },
  },
  mailbox: {
    metres: 1.3,
    draw(p) {
      p.shape(rect(-46, -60, 92, 190), { tone: 0.5 });
      p.shape(pts("-54,-60! -46,-98 0,-116 46,-98 54,-60!"), { tone: 0.5 });
      p.fill(rect(-30, -44, 60, 14), "black");
      p.shape(rect(-28, -14, 56, 40), "white", 0.8);
      for (const y of [-4, 6, 16]) p.line(pts(`-20,${y} 20,${y}`), 0.8, "none");
      p.stroke(pts("-38,-50 -38,110"), "white", 1.8);
      p.shape(rect(-56, 130, 112, 18), "black", 0.7);
    },
  },
  well: {
    metres: 1.9,
    draw(p) {
      for (const x of [-84, 70]) p.shape(rect(x, -120, 14, 150), { tone: 0.5 });
      p.shape(sharp(pts("-120,-112 0,-176 120,-112 104,-104 -104,-104")), { tone: 0.66 });
      p.shape(rect(-72, -84, 144, 10), { tone: 0.4 });
      p.line(pts("0,-76 0,-24"), 1, "none");
      p.shape(sharp(pts("-16,-24 16,-24 12,6 -12,6")), { tone: 0.3 });
      p.shape(pts("-110,16! 110,16! 104,110! -104,110!"), { tone: 0.2 });
      p.shape(ellipse(0, 16, 112, 20, 16), "black");
      for (const [y, off] of [
        [44, 0],
        [70, 24],
        [94, 0],
      ] as const) {
        p.line(pts(`-108,${y} 108,${y}`), 0.8, "none");
        for (let x = -96 + off; x < 104; x += 50) p.line(pts(`${x},${y} ${x},${y + 22}`), 0.8, "none");
      }
    },
  },
  swing: {
    metres: 2.1,
    draw(p) {
      for (const s of [-1, 1]) {
        p.stroke(pts(`${s * 130},180 ${s * 104},-170`), "black", 4);
        p.stroke(pts(`${s * 78},180 ${s * 104},-170`), "black", 3);
      }
      p.shape(rect(-116, -178, 232, 14), { tone: 0.4 });
      for (const x of [-30, 34]) p.line(pts(`${x},-164 ${x + 4},96`), 1.2, "none");
      p.shape(sharp(pts("-44,94 50,94 56,106 -50,106")), { tone: 0.3 });
    },
  },
  trampoline: {
    metres: 0.8,
    draw(p) {
      for (const x of [-150, -60, 54, 146]) p.stroke(pts(`${x},6 ${x * 1.04},80`), "black", 3);
      p.shape(ellipse(0, 0, 190, 38, 20), { tone: 0.3 });
      p.shape(ellipse(0, -2, 150, 26, 18), "black");
      for (let a = 0; a < 16; a++) {
        const t = (a / 16) * Math.PI * 2;
        p.line(
          [
            [Math.cos(t) * 150, Math.sin(t) * 26 - 2],
            [Math.cos(t) * 182, Math.sin(t) * 35],
          ],
          0.7,
          "none",
        );
      }
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
