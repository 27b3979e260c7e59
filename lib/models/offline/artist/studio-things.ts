// Things of cockpit, music room and potter: what is pulled, struck, read from and shaped.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const STUDIO_THINGS = {
  lever: {
    metres: 0.6,
    draw(p) {
      p.shape(sharp(pts("-60,84 60,84 74,116 -74,116")), { tone: 0.62 });
      p.shape(pts("-48,86! -40,58 40,58 48,86!"), { tone: 0.4 });
      p.shape(rect(-32, 66, 64, 10), "black", 0.6);
      p.shape(sharp(pts("-8,70 8,70 24,-14 10,-16")), { tone: 0.2 });
      p.stroke(pts("-1,62 15,-8"), "white", 1.2);
      p.shape(pts("0,-12 2,-44 22,-54 40,-40 38,-10 20,-2"), "black");
      p.stroke(pts("10,-34 16,-44"), "white", 2);
      for (const [x, lit] of [
        [-50, true],
        [50, false],
      ] as const)
        p.shape(ellipse(x, 100, 7, 7, 10), lit ? "white" : "black", 0.6);
      p.stroke(pts("-30,40 -52,20"), { tone: 0.6 }, 1.4);
    },
  },
  "control-panel": {
    metres: 1.2,
    draw(p) {
      p.shape(sharp(pts("-140,30 140,30 128,120 -128,120")), { tone: 0.56 });
      p.shape(sharp(pts("-120,-34 120,-34 150,36 -150,36")), { tone: 0.26 });
      p.shape(sharp(pts("-128,-120 128,-120 122,-34 -122,-34")), { tone: 0.44 });
      p.shape(rect(-110, -108, 96, 62), "black", 0.8);
      p.stroke(pts("-104,-70 -84,-70 -76,-94 -66,-56 -58,-70 -24,-70"), "white", 1.6);
      for (const x of [20, 62]) {
        p.shape(ellipse(x, -78, 18, 18, 16), "white", 0.9);
        for (let i = 0; i < 5; i++)
          p.stroke(
            [
              [x + Math.cos(3.4 + i * 0.64) * 12, -78 + Math.sin(3.4 + i * 0.64) * 12],
              [x + Math.cos(3.4 + i * 0.64) * 16, -78 + Math.sin(3.4 + i * 0.64) * 16],
            ],
            "black",
            0.7,
          );
        p.stroke(
          [
            [x, -76],
            [x + (x < 40 ? 9 : -6), -88],
          ],
          "black",
          1.5,
        );
      }
      for (const [y, on] of [
        [-98, true],
        [-78, false],
        [-58, true],
      ] as const)
        p.shape(ellipse(100, y, 8, 8, 10), on ? "white" : "black", 0.7);
      for (let row = 0; row < 3; row++)
        for (let i = 0; i < 6; i++) {
          const y = -22 + row * 18;
          p.shape(
            rect(-104 + i * 20 - row * 5, y, 14, 10),
            (i + row) % 3 === 0 ? "white" : (i * row) % 4 === 1 ? "black" : { tone: 0.6 },
            0.5,
          );
        }
      for (const [x, y] of [
        [46, -30],
        [78, -20],
        [110, -32],
      ] as const) {
        p.stroke(pts(`${x},18 ${x + 2},${y}`), "black", 2.6);
        p.shape(ellipse(x + 2, y, 9, 8, 10), "black", 0.6);
      }
      for (const x of [-90, -30, 30, 90]) p.line(pts(`${x},40 ${x * 0.94},116`), 0.6, "none");
    },
  },
  "music-stand": {
    metres: 1.25,
    draw(p) {
      p.stroke(pts("0,-10 0,110"), "black", 3.4);
      for (const x of [-52, 0, 52]) p.stroke(pts(`0,96 ${x},${x === 0 ? 150 : 140}`), "black", 2.8);
      p.shape(ellipse(0, 40, 6, 8, 9), { tone: 0.5 }, 0.8);
      p.shape(sharp(pts("-84,-104 84,-104 92,-6 -92,-6")), { tone: 0.66 });
      p.shape(sharp(pts("-74,-116 -4,-110 -2,-10 -78,-14")), "white");
      p.shape(sharp(pts("74,-116 4,-110 2,-10 78,-14")), "white");
      for (const s of [-1, 1])
        for (const y of [-96, -70, -44]) {
          for (const d of [0, 4, 8, 12])
            p.line(pts(`${s * 12},${y + d + 2} ${s * 66},${y + d - 2}`), 0.3, "none");
          for (const k of [22, 38, 54]) {
            p.fill(ellipse(s * k, y + 8 - (k % 3) * 3, 3.4, 2.6, 7), "black");
            p.line(pts(`${s * k + 3},${y + 8} ${s * k + 3},${y - 8}`), 0.6, "none");
          }
        }
      p.shape(rect(-94, -12, 188, 10), "black", 0.6);
    },
  },
  metronome: {
    metres: 0.22,
    draw(p) {
      p.shape(sharp(pts("-18,-74 18,-74 48,62 -48,62")), { tone: 0.5 });
      p.fill(sharp(pts("10,-74 18,-74 48,62 30,62")), { tone: 0.74 });
      p.shape(sharp(pts("-11,-62 11,-62 26,30 -26,30")), { tone: 0.08 }, 0.8);
      for (let y = -48; y < 28; y += 11) p.line(pts(`-6,${y} 6,${y}`), 0.6, "none");
      p.line(pts("0,34 34,-86"), 1.8, "none");
      p.shape(sharp(pts("12,-34 30,-29 27,-11 9,-16")), "black", 0.6);
      p.shape(rect(-52, 60, 104, 14), { tone: 0.66 });
      p.line(pts("52,-74 62,-66 66,-54"), 0.9);
      p.line(pts("-30,-80 -40,-70 -44,-58"), 0.9);
    },
  },
  castanets: {
    metres: 0.08,
    draw(p) {
      p.stroke(pts("-20,-34 -8,-52 12,-52 22,-34"), "black", 1.8);
      for (const [x, y, turn, tone] of [
        [-4, 0, -24, 0.6],
        [8, 4, 14, 0.4],
      ] as const) {
        const q = p.at(placed(x, y, turn));
        q.shape(pts("-16,-34! 16,-34! 40,-6 34,32 0,46 -34,32 -40,-6"), { tone });
        q.shape(ellipse(0, 8, 20, 20, 14), { tone: tone + 0.24 }, 0.8);
        q.stroke(pts("-26,-6 -22,-18"), "white", 1.6);
      }
      for (const d of ["54,-30 66,-40", "60,-10 76,-14"]) p.line(pts(d), 1.2);
    },
  },
  triangle: {
    metres: 0.24,
    draw(p) {
      p.line(pts("0,-8 0,26"), 1.2, "none");
      p.stroke(pts("30,108 -56,108! 0,20! 54,100"), "black", 6);
      p.stroke(pts("28,106 -52,106! 0,25! 51,98"), { tone: 0.2 }, 3);
      const q = p.at(placed(60, 56, 62));
      q.line(pts("-50,0 42,0"), 2.4, "none");
      for (const d of ["72,112 84,122", "82,96 98,98"]) p.line(pts(d), 1.1);
    },
  },
  clay: {
    metres: 0.12,
    draw(p) {
      p.shape(sharp(pts("-98,34 98,34 112,48 -112,48")), { tone: 0.24 });
      p.shape(pts("-66,36! -72,0 -50,-26 -18,-30 2,-44 34,-38 44,-14 68,0 68,36!"), { tone: 0.34 });
      p.fill(pts("20,-40 34,-38 44,-14 68,0 68,35! 20,35! 34,10"), { tone: 0.54 });
      for (const d of [
        "-44,-8 -30,-16 -20,-10",
        "-8,-20 4,-26 14,-18",
        "-50,16 -34,8 -22,16",
        "0,8 16,0 30,8",
      ])
        p.line(pts(d), 1.2);
      p.shape(ellipse(88, 20, 16, 15, 12), { tone: 0.3 });
      p.line(pts("-92,30 -70,-30"), 2.2, "none");
      p.shape(pts("-74,-24 -70,-48 -62,-46 -62,-22"), { tone: 0.6 }, 0.7);
    },
  },
  "potters-wheel": {
    metres: 0.7,
    draw(p) {
      p.shape(sharp(pts("-24,34 24,34 40,120 -40,120")), { tone: 0.6 });
      p.shape(pts("-100,14! 100,14! 92,36 0,44 -92,36"), { tone: 0.56 });
      p.shape(ellipse(0, 14, 100, 22, 22), { tone: 0.2 });
      for (const k of [0.8, 0.62]) p.stroke(ellipse(0, 14, 100 * k, 22 * k, 20), "black", 0.6, true);
      p.shape(pts("-34,14! -54,-20 -46,-52 -24,-70! 24,-70! 46,-52 54,-20 34,14! 0,20"), { tone: 0.32 });
      p.fill(pts("10,-70! 24,-70! 46,-52 54,-20 34,14! 14,18 34,-20"), { tone: 0.54 });
      p.shape(ellipse(0, -70, 25, 7, 14), { tone: 0.7 });
      for (const y of [-50, -34, -16, 0])
        p.line(pts(`${-46 + Math.abs(y + 26) * 0.2},${y} 0,${y + 6} 30,${y + 3}`), 0.6, "end");
      for (const s of [-1, 1]) p.line(pts(`${s * 112},4 ${s * 122},16 ${s * 112},30`), 1.1);
    },
  },
  mortar: {
    metres: 0.6,
    draw(p) {
      p.shape(pts("-76,-24! 76,-24! 66,30 44,50 58,92! -58,92! -44,50 -66,30"), { tone: 0.3 });
      p.fill(pts("34,-22! 76,-24! 66,30 44,50 58,91! 24,91! 26,40"), { tone: 0.54 });
      p.shape(ellipse(0, -24, 76, 19, 20), { tone: 0.6 });
      p.shape(pts("-52,-26 -30,-44 4,-40 36,-44 54,-26 20,-14 -24,-14"), "white", 0.9);
      for (const d of ["-52,6 -44,40", "-24,10 -22,80", "8,10 8,82"]) p.line(pts(d), 0.9, "end");
      const q = p.at(placed(18, -58, -34));
      q.shape(rect(-34, -20, 68, 40), { tone: 0.44 });
      q.stroke(pts("-26,-10 24,-10"), "white", 1.6);
      q.shape(rect(-6, -96, 12, 76), { tone: 0.2 });
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
