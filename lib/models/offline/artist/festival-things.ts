// Things of shrine, fair and season in Japan: what hangs from eaves and poles, what is bought, hung up and prayed at.
import type { Prop } from "./closed/staging.ts";
import { ellipse, type Pt, placed, pts, rect, sharp } from "./curves.ts";
import type { Pen } from "./pen.ts";
import type { Thing } from "./thing.ts";

export const FESTIVAL_THINGS = {
  "wind-chime": {
    metres: 0.34,
    draw(p) {
      p.line(pts("0,-8 2,14 0,30"), 1.3, "none");
      const glass = pts("-30,84! -38,62 -28,38 0,26 28,38 38,62 30,84!");
      p.shape(glass, "white");
      p.inside(glass, (q) => {
        q.fill(pts("8,20! 44,20! 44,90! 16,90! 26,60"), { tone: 0.16 });
        drawGoldfish(q, placed(-4, 60, -14, 0.62));
        q.stroke(pts("-34,76 -10,72 14,78 34,74"), { tone: 0.4 }, 1.1);
      });
      p.stroke(pts("-26,56 -20,42 -12,36"), "white", 2.4);
      p.shape(ellipse(0, 84, 30, 6, 14), { tone: 0.3 }, 0.8);
      p.line(pts("0,84 0,114"), 0.9, "none");
      p.shape(ellipse(0, 100, 5, 5, 9), "black", 0.5);
      p.shape(pts("-14,114! 14,113! 17,178! -10,180!"), "white");
      p.fill(pts("4,114! 14,113! 17,178! 8,179!"), { tone: 0.14 });
      p.stroke(pts("0,126 1,142 -2,150"), "black", 1.5);
      p.stroke(pts("2,156 3,168"), "black", 1.5);
    },
  },
  uchiwa: {
    metres: 0.36,
    draw(p) {
      p.shape(pts("-5,-38! 5,-38! 6,44 0,48 -6,44"), { tone: 0.24 });
      const leaf = pts("-10,-36! -52,-56 -62,-96 -38,-136 0,-148 38,-136 62,-96 52,-56 10,-36!");
      p.shape(leaf, "white");
      p.inside(leaf, (q) => {
        q.fill(pts("-70,-74! -40,-86 -14,-70 16,-84 44,-70 70,-82! 70,-20! -70,-20!"), { tone: 0.5 });
        for (let x = -60; x <= 60; x += 12) q.line(pts(`${x * 0.12},-34 ${x},-150`), 0.35, "none");
        q.shape(ellipse(14, -110, 17, 17, 12), "black", 0.5);
      });
      p.stroke(pts("-30,-46 0,-38 30,-46"), "black", 1.4);
      p.stroke(pts("0,-148 0,-38"), "black", 1);
    },
  },
  "paper-lantern": {
    metres: 0.5,
    draw(p) {
      p.stroke(pts("-26,24 -22,-2 0,-8 22,-2 26,24"), "black", 1.6);
      const paper = pts("-30,30! -56,50 -64,92 -56,134 -30,154! 30,154! 56,134 64,92 56,50 30,30!");
      p.shape(paper, "white");
      p.inside(paper, (q) => {
        q.fill(pts("34,26! 80,26! 80,160! 30,160! 46,120 50,70"), { tone: 0.2 });
        for (let y = 42; y < 152; y += 12) q.line(pts(`-66,${y} 0,${y + 6} 66,${y}`), 0.5, "none");
        q.fill(pts("-70,44! 0,52 70,44! 70,58! 0,66 -70,58!"), { tone: 0.62 });
        q.fill(pts("-70,126! 0,134 70,126! 70,140! 0,148 -70,140!"), { tone: 0.62 });
      });
      for (const y of [22, 150])
        p.shape(pts(`-32,${y}! 0,${y + 3} 32,${y}! 32,${y + 12}! 0,${y + 15} -32,${y + 12}!`), "black", 0.8);
      p.stroke(pts("-20,28 0,31 16,29"), "white", 0.7);
    },
  },
  "goldfish-bag": {
    metres: 0.24,
    draw(p) {
      p.stroke(pts("0,-6 -12,10 -3,30"), "black", 1.6);
      p.stroke(pts("0,-6 12,10 4,30"), "black", 1.6);
      p.shape(pts("-7,30! -22,14 -14,10 0,20 12,8 24,16 8,30!"), "white", 0.8);
      const skin = pts("-8,32! -30,52 -46,92 -42,128 0,144 42,128 46,92 30,52 8,32!");
      p.shape(skin, "white");
      p.inside(skin, (q) => {
        q.fill(pts("-60,76! -20,82 16,74 60,80! 60,150! -60,150!"), { tone: 0.2 });
        q.stroke(pts("-46,78 -20,83 16,75 46,80"), "black", 0.7);
        drawGoldfish(q, placed(-8, 106, -10, 0.9));
        drawGoldfish(q, placed(20, 124, 190, 0.55));
        for (const [x, y] of [
          [26, 92],
          [20, 102],
        ] as const)
          q.stroke(ellipse(x, y, 2.6, 2.6, 7), "black", 0.6, true);
      });
      p.shape(rect(-9, 28, 18, 7), "black", 0.5);
      p.stroke(pts("-34,64 -38,92 -34,116"), "white", 2);
      for (const d of ["-4,38 -18,58", "4,38 16,60", "0,38 -2,56"]) p.line(pts(d), 0.7, "end");
    },
  },
  ema: {
    metres: 0.16,
    draw(p) {
      p.stroke(pts("-20,-18 -8,-44 0,-50 8,-44 20,-18"), { tone: 0.66 }, 2);
      p.shape(sharp(pts("-66,-6 0,-32 66,-6 66,56 -66,56")), { tone: 0.12 });
      p.shape(sharp(pts("-72,-8 0,-38 72,-8 72,2 0,-27 -72,2")), { tone: 0.6 }, 0.8);
      p.fill(ellipse(-20, -12, 3, 3, 7), "black");
      p.fill(ellipse(20, -12, 3, 3, 7), "black");
      for (const [x, to] of [
        [36, 40],
        [20, 34],
        [4, 40],
      ] as const)
        p.stroke(pts(`${x},4 ${x - 2},20 ${x + 1},${to}`), "black", 1.5);
      drawPoise(p, placed(-34, 20));
    },
  },
  "offering-box": {
    metres: 0.7,
    draw(p) {
      p.shape(sharp(pts("-130,-30 -104,-58 104,-58 130,-30")), { tone: 0.7 });
      for (let x = -96; x <= 96; x += 24)
        p.shape(
          sharp(pts(`${x - 5},-58 ${x + 5},-58 ${x * 1.24 + 6},-30 ${x * 1.24 - 6},-30`)),
          { tone: 0.2 },
          0.7,
        );
      p.shape(rect(-134, -34, 268, 16), { tone: 0.3 });
      p.shape(rect(-122, -18, 244, 92), { tone: 0.36 });
      p.fill(rect(70, -18, 52, 92), { tone: 0.56 });
      for (const y of [12, 42]) p.line(pts(`-120,${y} 120,${y}`), 0.5, "none");
      for (const x of [-122, 108]) p.shape(rect(x, -18, 14, 92), { tone: 0.6 }, 0.7);
      for (const x of [-38, 38]) p.stroke(pts(`${x - 12},12 ${x + 12},12`), "white", 2.6);
      for (const x of [-38, 38]) p.stroke(pts(`${x},0 ${x},48`), "white", 2.6);
      for (const x of [-38, 38]) p.stroke(pts(`${x - 14},48 ${x + 14},48`), "white", 2.6);
      p.shape(rect(-134, 74, 268, 14), { tone: 0.62 });
      for (const x of [-118, 92]) p.shape(rect(x, 88, 26, 12), "black", 0.6);
    },
  },
  daruma: {
    metres: 0.24,
    draw(p) {
      const body = pts("-44,-48 0,-66 44,-48 62,0 54,46 26,64! -26,64! -54,46 -62,0");
      p.shape(body, { tone: 0.56 });
      p.inside(body, (q) => {
        q.fill(pts("30,-70! 80,-70! 80,80! 20,80! 46,40 52,0"), { tone: 0.76 });
        for (const s of [-1, 1]) q.stroke(pts(`${s * 34},30 ${s * 22},44 ${s * 30},58`), "white", 2);
        q.stroke(pts("-10,42 0,34 10,42 0,58 -10,42"), "white", 1.8);
      });
      p.shape(pts("-40,-30 -18,-44 0,-38 18,-44 40,-30 44,0 24,24 0,28 -24,24 -44,0"), "white", 0.9);
      for (const s of [-1, 1]) {
        p.fill(pts(`${s * 6},-26! ${s * 20},-38 ${s * 38},-28! ${s * 22},-28`), "black");
        p.shape(ellipse(s * 19, -10, 12, 13, 12), "white", 0.8);
        p.stroke(pts(`${s * 10},12 ${s * 22},10 ${s * 30},18`), "black", 2);
      }
      p.fill(ellipse(-18, -9, 7, 8, 10), "black");
      p.line(pts("-4,2 0,6 4,2"), 0.9, "none");
      p.line(pts("-9,18 0,15 9,18"), 1.2, "none");
    },
  },
  kadomatsu: {
    metres: 1.1,
    draw(p) {
      for (const [x, top, tone] of [
        [-22, -84, 0.3],
        [22, -110, 0.3],
        [0, -142, 0.16],
      ] as const) {
        p.shape(sharp(pts(`${x - 16},30 ${x - 16},${top + 44} ${x + 16},${top} ${x + 16},30`)), { tone });
        p.shape(
          ellipse(x, top + 22, 25, 9, 12).map(([ex, ey]): Pt => [x + (ex - x) * 0.64, ey - (ex - x) * 1.28]),
          "white",
          0.7,
        );
        for (const y of [-40, 4]) p.stroke(pts(`${x - 16},${y} ${x},${y + 4} ${x + 16},${y}`), "black", 1);
      }
      for (const [x, y, turn] of [
        [-34, 12, -56],
        [-44, 24, -88],
        [-20, 2, -30],
        [34, 12, 56],
        [44, 24, 88],
        [20, 2, 30],
        [0, 8, -6],
      ] as const)
        drawPine(p, placed(x, y, turn));
      for (const [x, y] of [
        [-18, 16],
        [24, 14],
      ] as const) {
        for (let i = 0; i < 5; i++)
          p.shape(ellipse(x + Math.cos(i * 1.257) * 8, y + Math.sin(i * 1.257) * 8, 6, 6, 8), "white", 0.6);
        p.fill(ellipse(x, y, 3, 3, 7), "black");
      }
      const mat = pts("-46,28! 46,28! 54,100! -54,100!");
      p.shape(mat, { tone: 0.12 });
      p.inside(mat, (q) => {
        for (let x = -50; x <= 50; x += 7) q.line(pts(`${x * 0.88},28 ${x},102`), 0.5, "none");
      });
      for (const y of [42, 66, 90]) {
        p.stroke(pts(`-50,${y} 0,${y + 7} 50,${y}`), "black", 3.2);
        p.stroke(pts(`-48,${y} 0,${y + 7} 48,${y}`), "white", 1);
      }
    },
  },
  koinobori: {
    metres: 4.2,
    draw(p) {
      p.shape(sharp(pts("-152,-196 -144,-196 -142,190 -154,190")), { tone: 0.5 });
      p.shape(ellipse(-148, -204, 10, 10, 12), "black", 0.6);
      for (let i = 0; i < 4; i++) p.at(placed(-148, -204, i * 45)).stroke(pts("-20,0 20,0"), "black", 1.1);
      for (const [y, k, tone] of [
        [-140, 1, 0.78],
        [-48, 0.86, 0.5],
        [34, 0.7, 0.26],
      ] as const)
        drawStreamer(p.at(placed(-140, y, 0, k)), tone);
    },
  },
  shimenawa: {
    metres: 0.5,
    draw(p) {
      for (const x of [-54, 0, 54]) {
        p.shape(
          sharp(
            pts(
              `${x - 4},16 ${x + 12},16 ${x + 6},36 ${x + 18},36 ${x + 6},60 ${x + 20},60 ${x - 4},92 ${x + 2},66 ${x - 10},66 ${x - 2},42 ${x - 12},42`,
            ),
          ),
          "white",
          0.8,
        );
      }
      for (const x of [-84, -28, 28, 84])
        for (const d of [-6, 0, 6])
          p.line(pts(`${x + d * 0.4},14 ${x + d},36 ${x + d * 1.7},62`), 0.9, "end");
      const rope = pts("-132,-6 -96,-14 -40,-24 0,-26 40,-24 96,-14 132,-6 96,14 40,26 0,28 -40,26 -96,14");
      p.shape(rope, { tone: 0.16 });
      p.inside(rope, (q) => {
        q.fill(pts("-140,4! -60,16 0,18 60,16 140,4! 140,40! -140,40!"), { tone: 0.34 });
        for (let x = -120; x < 130; x += 20)
          q.stroke(pts(`${x - 8},26 ${x},8 ${x + 16},-10 ${x + 22},-28`), "black", 1.2);
        for (let x = -110; x < 130; x += 20) q.line(pts(`${x - 4},18 ${x + 4},2 ${x + 12},-12`), 0.4);
      });
      for (const s of [-1, 1])
        for (const y of [-10, -4, 2]) p.line(pts(`${s * 126},${y * 0.4} ${s * 148},${y * 1.6}`), 0.9, "end");
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;

/** A goldfish seen from its side, its nose to the left, with a tail like a veil. */
function drawGoldfish(pen: Pen, at: ReturnType<typeof placed>): void {
  const p = pen.at(at);
  p.shape(pts("14,0! 26,-14 42,-18! 34,0 44,16! 26,12"), { tone: 0.4 }, 0.7);
  p.shape(pts("-26,2 -14,-12 6,-12 20,0 6,12 -14,13"), { tone: 0.6 }, 0.8);
  p.fill(pts("-8,-12! 2,-22 12,-11!"), { tone: 0.6 });
  p.fill(ellipse(-16, -1, 2.6, 2.6, 7), "white");
}

/** A horse in three strokes of a brush, as votive tablets have it. */
function drawPoise(pen: Pen, at: ReturnType<typeof placed>): void {
  const p = pen.at(at);
  p.shape(pts("-20,6 -8,-4 8,-2 16,-20! 26,-18 24,-10! 18,-6 16,10 -14,14"), { tone: 0.62 }, 0.6);
  for (const d of ["-14,12 -18,28", "-8,13 -6,28", "8,11 6,28", "14,10 20,26"]) p.line(pts(d), 1.3, "end");
  p.line(pts("-20,6 -28,10 -26,22"), 1.2, "end");
}

/** A twig of pine: needles from one root, its middle up. */
function drawPine(pen: Pen, at: ReturnType<typeof placed>): void {
  const p = pen.at(at);
  p.shape(pts("-10,0! -20,-32 -9,-25! -8,-46 0,-32! 8,-46 9,-25! 20,-32 10,0!"), { tone: 0.66 }, 0.7);
  for (const x of [-8, 0, 8]) p.line(pts(`0,0 ${x * 1.2},-34`), 0.6, "end");
}

/** A carp of cloth that the wind fills, its mouth at the pole. */
function drawStreamer(pen: Pen, tone: number): void {
  const body = pts("0,-26! 60,-34 130,-24 190,-36! 250,-52! 232,-22 252,10! 196,6! 130,24 60,30 0,26!");
  pen.shape(body, { tone });
  pen.inside(body, (q) => {
    for (let i = 0; i < 4; i++)
      for (let j = -1; j <= 1; j++)
        q.stroke(
          pts(`${74 + i * 28},${j * 18 - 10} ${86 + i * 28},${j * 18} ${74 + i * 28},${j * 18 + 10}`),
          "white",
          1,
        );
    for (const y of [-38, -24, -10, 0]) q.stroke(pts(`196,${y * 0.4 - 10} 246,${y}`), "white", 0.9);
  });
  pen.shape(ellipse(0, 0, 7, 27, 14), "white", 0.8);
  pen.stroke(pts("46,-30 54,0 46,28"), "white", 2);
  pen.shape(ellipse(28, -8, 11, 11, 12), "white", 0.7);
  pen.fill(ellipse(27, -8, 5.4, 5.4, 9), "black");
  pen.shape(pts("70,12! 100,40 120,30! 104,18"), { tone }, 0.8);
}
