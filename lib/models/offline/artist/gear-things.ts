// Things of the road, the sea and the machine: what is carried on a back, driven, mounted or flown.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const GEAR_THINGS = {
  "hand-flag": {
    metres: 0.5,
    draw(p) {
      const q = p.at(placed(0, 0, 8));
      q.shape(rect(-3, -130, 6, 170), { tone: 0.3 });
      q.shape(pts("3,-128! 34,-136 64,-122 98,-130! 94,-66! 62,-58 34,-72 3,-64!"), "white");
      q.fill(ellipse(48, -97, 18, 18, 14), { tone: 0.6 });
      q.line(pts("22,-130 24,-72"), 0.7, "end");
    },
  },
  club: {
    metres: 0.9,
    draw(p) {
      const q = p.at(placed(0, 0, -66));
      q.shape(pts("-40,-9 30,-9 100,-24 150,-30 176,-14 176,16 148,30 98,24 30,10 -40,9"), { tone: 0.36 });
      q.fill(pts("30,4 98,14 150,16 172,6 174,16 148,28 98,22 30,9"), { tone: 0.6 });
      for (const [x, y] of [
        [100, -10],
        [126, 6],
        [146, -14],
        [160, 8],
      ] as const)
        q.fill(ellipse(x, y, 6, 5, 7), "black");
    },
  },
  backpack: {
    metres: 0.5,
    draw(p) {
      p.stroke(pts("-16,14 -12,-4 12,-4 16,14"), "black", 3);
      p.shape(pts("-54,40 -40,12 40,12 54,40 60,120 44,134 -44,134 -60,120"), { tone: 0.5 });
      p.shape(pts("-46,24 46,24 52,62 0,72 -52,62"), { tone: 0.36 });
      p.shape(pts("-34,84! 34,84! 38,124 -38,124"), { tone: 0.62 });
      for (const x of [-20, 20]) p.shape(rect(x - 6, 56, 12, 22), "white", 0.7);
    },
  },
  bundle: {
    metres: 0.35,
    draw(p) {
      p.shape(pts("-6,8! -40,-22! -54,-4 -14,20!"), { tone: 0.44 });
      p.shape(pts("6,8! 40,-22! 54,-4 14,20!"), { tone: 0.44 });
      p.shape(pts("-20,14 20,14 70,52 76,92 54,112 -54,112 -76,92 -70,52"), { tone: 0.5 });
      for (const [x, y] of [
        [-40, 66],
        [-8, 46],
        [30, 60],
        [-18, 88],
        [16, 92],
        [54, 86],
      ] as const)
        p.fill(ellipse(x, y, 7, 7, 9), "white");
      p.line(pts("-6,20 -30,46 -44,84"), 0.9, "end");
      p.line(pts("8,20 28,44 40,80"), 0.9, "end");
      p.shape(ellipse(0, 14, 15, 12, 10), { tone: 0.64 });
    },
  },
  boots: {
    metres: 0.4,
    draw(p) {
      for (const [x, y] of [
        [-30, -6],
        [20, 6],
      ] as const) {
        const q = p.at(placed(x, y));
        q.shape(pts("-24,-46! 16,-46! 18,30 56,44 62,66! -26,66! -24,20"), "black");
        q.stroke(pts("-12,-30 -12,24"), "white", 2.2);
        q.shape(rect(-28, 64, 92, 10), { tone: 0.5 }, 0.7);
        q.shape(ellipse(-4, -46, 21, 6, 12), { tone: 0.5 }, 0.8);
      }
    },
  },
  binoculars: {
    metres: 0.14,
    draw(p) {
      for (const s of [-1, 1]) {
        p.shape(
          [
            [s * 10, -40, 1],
            [s * 38, -40, 1],
            [s * 46, 36, 1],
            [s * 6, 36, 1],
          ],
          "black",
        );
        p.shape(ellipse(s * 26, 38, 21, 9, 12), { tone: 0.2 });
        p.shape(rect(s * 24 - 15, -52, 30, 14), { tone: 0.56 });
        p.stroke(pts(`${s * 20},-28 ${s * 18},22`), "white", 1.8);
      }
      p.shape(rect(-10, -20, 20, 30), { tone: 0.5 }, 0.8);
    },
  },
  crab: {
    metres: 0.16,
    draw(p) {
      for (const s of [-1, 1]) {
        for (const y of [6, 18, 30])
          p.stroke(pts(`${s * 36},${y - 6} ${s * 66},${y - 14} ${s * 84},${y + 14}`), "black", 2.6);
        p.stroke(pts(`${s * 36},-10 ${s * 62},-30`), "black", 4);
        p.shape(
          [
            [s * 56, -28],
            [s * 46, -56],
            [s * 58, -74, 1],
            [s * 62, -52, 1],
            [s * 84, -66, 1],
            [s * 80, -36],
          ],
          { tone: 0.5 },
        );
        p.line(pts(`${s * 10},-18 ${s * 12},-32`), 1.6, "none");
        p.fill(ellipse(s * 12, -34, 5, 5, 8), "black");
      }
      p.shape(pts("-48,2 -32,-20 32,-20 48,2 30,30 -30,30"), { tone: 0.44 });
      p.stroke(pts("-26,-6 0,-10 26,-6"), "white", 1.6);
    },
  },
  tub: {
    metres: 0.35,
    draw(p) {
      p.shape(pts("-84,-24! 84,-24! 72,50 0,60 -72,50"), { tone: 0.26 });
      for (const x of [-54, -26, 0, 26, 54]) p.line(pts(`${x * 1.1},-16 ${x},54`), 0.7, "none");
      for (const y of [4, 36])
        p.stroke(pts(`${-82 + y * 0.2},${y - 6} 0,${y + 6} ${82 - y * 0.2},${y - 6}`), "black", 2.4);
      p.shape(ellipse(0, -24, 84, 18, 16), { tone: 0.1 });
      p.fill(ellipse(0, -20, 72, 12, 14), { tone: 0.4 });
    },
  },
  toolbox: {
    metres: 0.3,
    draw(p) {
      p.stroke(pts("-30,22 -26,0 26,0 30,22"), "black", 3.4);
      p.shape(sharp(pts("-70,22 70,22 84,46 -84,46")), { tone: 0.5 });
      p.shape(rect(-84, 46, 168, 62), { tone: 0.36 });
      p.fill(rect(-84, 84, 168, 24), { tone: 0.56 });
      for (const x of [-50, 50]) p.shape(rect(x - 9, 38, 18, 22), "white", 0.7);
    },
  },
  drill: {
    metres: 0.25,
    draw(p) {
      p.shape(pts("-14,-14! 16,-14! 22,48 -6,54"), { tone: 0.6 });
      p.shape(rect(-20, 46, 50, 18), "black");
      p.shape(pts("-40,-56 -30,-64 62,-60! 62,-16! -30,-12 -40,-20"), { tone: 0.3 });
      p.shape(sharp(pts("62,-54 82,-48 82,-28 62,-22")), "black");
      p.shape(sharp(pts("82,-42 138,-39 144,-37 138,-35 82,-33")), { tone: 0.2 }, 0.8);
      for (let x = 92; x < 134; x += 10) p.line(pts(`${x},-42 ${x + 7},-33`), 0.8, "none");
      p.stroke(pts("-26,-46 40,-44"), "white", 1.8);
    },
  },
  "fire-extinguisher": {
    metres: 0.5,
    draw(p) {
      p.stroke(pts("-8,-8 -48,0 -52,60 -44,90"), "black", 3.4);
      p.shape(pts("-32,30 -18,12 18,12 32,30 34,132! -34,132!"), { tone: 0.5 });
      p.fill(pts("12,16 30,30 33,130 14,130"), { tone: 0.7 });
      p.shape(rect(-22, 54, 44, 34), "white", 0.7);
      p.fill(pts("0,58 8,72 6,82 -6,82 -8,72"), "black");
      p.shape(rect(-8, -6, 16, 20), "black");
      p.shape(sharp(pts("-10,-14 44,-22 44,-14 -8,-4")), "black");
      p.shape(sharp(pts("-50,88 -36,88 -32,112 -54,112")), "black");
    },
  },
  antenna: {
    metres: 1.4,
    draw(p) {
      p.line(pts("0,-20 0,150"), 3, "none");
      for (const s of [-1, 1]) p.line(pts(`0,100 ${s * 40},150`), 2, "none");
      const q = p.at(placed(0, -30, -32));
      q.shape(pts("-80,-10! -50,40 0,56 50,40 80,-10! 0,6"), { tone: 0.3 });
      q.shape(ellipse(0, -10, 80, 17, 18), "white");
      q.line(pts("0,-8 0,-70"), 2, "none");
      q.fill(ellipse(0, -72, 7, 7, 9), "black");
    },
  },
  satellite: {
    metres: 1.2,
    draw(p) {
      for (const s of [-1, 1]) {
        p.line(pts(`0,0 ${s * 50},0`), 2.4, "none");
        p.shape(rect(s * 96 - 46, -34, 92, 68), { tone: 0.6 });
        for (const x of [-30, -15, 0, 15, 30])
          p.stroke(pts(`${s * 96 + x},-34 ${s * 96 + x},34`), "white", 0.9);
        p.stroke(pts(`${s * 96 - 46},0 ${s * 96 + 46},0`), "white", 0.9);
      }
      p.shape(rect(-26, -44, 52, 88), { tone: 0.14 });
      p.fill(rect(6, -44, 20, 88), { tone: 0.36 });
      p.shape(pts("-30,-46! 30,-46! 14,-66 -14,-66"), "white");
      p.line(pts("0,-66 0,-92"), 1.6, "none");
      p.fill(ellipse(0, -94, 5, 5, 8), "black");
    },
  },
  "solar-panel": {
    metres: 1,
    draw(p) {
      p.shape(sharp(pts("-70,-60 110,-60 70,50 -110,50")), { tone: 0.66 });
      for (const k of [0.25, 0.5, 0.75]) {
        p.stroke(pts(`${-70 + 180 * k},-60 ${-110 + 180 * k},50`), "white", 1.1);
        p.stroke(pts(`${-70 - 40 * k},${-60 + 110 * k} ${110 - 40 * k},${-60 + 110 * k}`), "white", 1.1);
      }
      p.line(pts("0,50 0,96"), 3, "none");
      p.line(pts("-36,96 36,96"), 3, "none");
    },
  },
  "space-suit": {
    metres: 1.7,
    draw(p) {
      p.shape(
        pts("-50,-90 -34,-100 34,-100 50,-90 56,40! 50,150! 8,150! 0,64 -8,150! -50,150! -56,40!"),
        "white",
      );
      for (const s of [-1, 1])
        p.shape(
          [
            [s * 46, -88],
            [s * 78, -60],
            [s * 92, 20, 1],
            [s * 66, 26, 1],
            [s * 52, -30],
          ],
          "white",
        );
      p.fill(pts("20,-90 50,-88 54,40 48,148 30,148 26,40"), { tone: 0.16 });
      p.shape(ellipse(0, -130, 44, 42, 18), "white");
      p.shape(ellipse(4, -128, 31, 27, 16), "black");
      p.stroke(pts("-12,-140 2,-148"), "white", 2.4);
      p.shape(rect(-26, -64, 52, 40), { tone: 0.3 });
      for (const x of [-12, 0, 12]) p.fill(ellipse(x, -44, 4, 4, 7), "black");
      for (const s of [-1, 1]) p.shape(rect(s * 30 - 22, 148, 44, 22), { tone: 0.56 });
    },
  },
  speaker: {
    metres: 0.5,
    draw(p) {
      p.shape(rect(-46, -74, 92, 148), { tone: 0.7 });
      for (const [y, r] of [
        [-38, 20],
        [24, 36],
      ] as const) {
        p.shape(ellipse(0, y, r, r, 16), { tone: 0.3 });
        p.shape(ellipse(0, y, r * 0.66, r * 0.66, 14), "black");
        p.fill(ellipse(0, y, r * 0.28, r * 0.28, 10), { tone: 0.4 });
      }
    },
  },
  pitchfork: {
    metres: 1.4,
    draw(p) {
      const q = p.at(placed(0, 0, -74));
      q.shape(sharp(pts("-120,-4 104,-4 104,4 -120,4")), { tone: 0.24 });
      q.stroke(pts("104,0 116,-30 130,-32"), "black", 3);
      q.stroke(pts("104,0 116,30 130,32"), "black", 3);
      for (const y of [-32, -11, 11, 32])
        q.shape(sharp(pts(`112,${y - 3} 190,${y - 1} 190,${y + 1} 112,${y + 3}`)), { tone: 0.5 }, 0.8);
    },
  },
  tractor: {
    metres: 2,
    draw(p) {
      p.shape(pts("-10,-20! 104,-14! 112,40! -10,44!"), { tone: 0.5 });
      p.shape(rect(66, -62, 10, 48), "black");
      p.shape(pts("-74,-110! 0,-110! 2,-100! -78,-100!"), "black");
      for (const x of [-68, -8]) p.line(pts(`${x},-100 ${x},-10`), 3, "none");
      p.shape(pts("-76,-30! -40,-34! -36,10! -80,12!"), { tone: 0.62 });
      p.line(pts("-14,-20 -28,-40"), 2.6, "none");
      for (const y of [0, 14, 28]) p.stroke(pts(`60,${y} 100,${y}`), "white", 1.6);
      for (const [x, y, r] of [
        [-56, 34, 58],
        [84, 58, 34],
      ] as const) {
        p.shape(ellipse(x, y, r, r, 20), "black");
        for (let a = 0; a < 360; a += 24) p.at(placed(x, y, a)).fill(rect(-4, -r - 5, 8, 10), "black");
        p.shape(ellipse(x, y, r * 0.5, r * 0.5, 14), { tone: 0.2 });
        p.fill(ellipse(x, y, r * 0.16, r * 0.16, 9), "black");
      }
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
