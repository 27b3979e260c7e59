// Clothes that nobody wears: hung up, folded or held; and what is fastened to them or cleans them.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Pen } from "./pen.ts";
import type { Thing } from "./thing.ts";

/** The hanger that a garment hangs on, its shoulders at y = 0. */
function hanger(p: Pen): void {
  p.line(pts("0,-4 0,-22 10,-30 16,-22 8,-14"), 1.2, "none");
  p.line(pts("-58,16! 0,-6! 58,16!"), 1.4, "none");
}

/** The two sleeves of what hangs on one, `long` down. */
function sleeves(p: Pen, long: number, tone: number): void {
  for (const s of [-1, 1])
    p.shape(
      [
        [s * 50, 6, 1],
        [s * 76, 26],
        [s * 92, long, 1],
        [s * 66, long + 4, 1],
        [s * 54, 60],
      ],
      { tone },
    );
}

export const GARMENT_THINGS = {
  coat: {
    metres: 1.1,
    draw(p) {
      hanger(p);
      sleeves(p, 156, 0.62);
      p.shape(pts("-56,8! -22,-2 22,-2 56,8! 62,90 70,236! 0,244 -70,236! -62,90"), { tone: 0.62 });
      p.line(pts("0,40 2,140 -2,242"), 1, "end");
      p.shape(sharp(pts("-24,-2 0,48 -20,62 -44,20")), { tone: 0.36 }, 0.8);
      p.shape(sharp(pts("24,-2 0,48 20,62 44,20")), { tone: 0.36 }, 0.8);
      for (const y of [84, 118, 152]) p.shape(ellipse(-12, y, 4, 4, 8), "white", 0.6);
      for (const x of [-44, 20]) p.line(pts(`${x},150 ${x + 26},146`), 1.4, "none");
      for (const x of [-40, 34]) p.line(pts(`${x},190 ${x + 4},232`), 0.9, "end");
    },
  },
  uniform: {
    metres: 0.9,
    draw(p) {
      hanger(p);
      sleeves(p, 138, 0.5);
      p.shape(pts("-56,8! -20,-4 20,-4 56,8! 58,90 60,160! -60,160! -58,90"), { tone: 0.5 });
      p.shape(rect(-20, -10, 40, 18), "black", 0.7);
      p.line(pts("0,8 0,158"), 1, "none");
      for (const y of [26, 52, 78, 104, 130]) p.shape(ellipse(9, y, 5, 5, 8), "white", 0.6);
      for (const s of [-1, 1]) {
        p.shape(rect(s > 0 ? 34 : -60, 2, 26, 10), "white", 0.7);
        p.stroke(pts(`${s * 66},118 ${s * 88},112`), "white", 1.4);
      }
      p.shape(rect(20, 46, 24, 16), { tone: 0.1 }, 0.7);
      p.fill(rect(-60, 118, 120, 12), "black");
      p.shape(rect(-10, 115, 20, 18), "white", 0.7);
    },
  },
  dress: {
    metres: 1.1,
    draw(p) {
      hanger(p);
      p.shape(pts("-40,6! -18,2 0,22 18,2 40,6! 32,76 84,210 40,224 0,214 -40,224 -84,210 -32,76"), {
        tone: 0.18,
      });
      p.fill(sharp(pts("-33,66 33,66 36,82 -36,82")), "black");
      for (const x of [-46, -20, 12, 40]) p.line(pts(`${x * 0.4},86 ${x},150 ${x * 1.4},212`), 0.9, "end");
      p.shape(pts("26,66 48,56 44,74 58,92 34,82"), "black", 0.6);
    },
  },
  shirt: {
    metres: 0.7,
    draw(p) {
      hanger(p);
      sleeves(p, 76, 0.06);
      p.shape(pts("-54,6! -20,-4 20,-4 54,6! 54,60 56,140! -56,140! -54,60"), "white");
      p.shape(sharp(pts("-22,-6 0,18 -12,32 -32,6")), "white", 0.8);
      p.shape(sharp(pts("22,-6 0,18 12,32 32,6")), "white", 0.8);
      p.line(pts("0,20 0,138"), 0.9, "none");
      for (const y of [44, 70, 96, 122]) p.fill(ellipse(6, y, 3, 3, 7), "black");
      p.fill(pts("38,60 54,50 55,138 40,138"), { tone: 0.22 });
    },
  },
  apron: {
    metres: 0.8,
    draw(p) {
      p.stroke(pts("-28,0 -20,-40 20,-40 28,0"), "black", 1.2);
      p.shape(pts("-30,0! 30,0! 40,56 66,66! 60,170! -60,170! -66,66! -40,56"), { tone: 0.12 });
      p.shape(pts("-30,96! 30,96! 26,132! -26,132!"), { tone: 0.3 }, 0.8);
      for (const s of [-1, 1]) p.line(pts(`${s * 64},68 ${s * 88},84 ${s * 96},120`), 1.4, "end");
    },
  },
  sock: {
    metres: 0.2,
    draw(p) {
      p.shape(pts("-22,-30! 22,-30! 22,24 60,50 58,72 14,72 -22,48"), { tone: 0.14 });
      for (const y of [-30, -8]) p.fill(rect(-22, y, 44, 9), "black");
      p.fill(pts("44,42 62,50 58,72 44,72"), { tone: 0.6 });
    },
  },
  towel: {
    metres: 0.4,
    draw(p) {
      p.shape(pts("-46,-16 0,-26 46,-16 52,70! 44,64! 36,70! -36,74! -44,66! -52,72!"), "white");
      for (const y of [40, 52]) p.stroke(pts(`-50,${y} 0,${y + 4} 50,${y}`), { tone: 0.6 }, 2);
      for (const x of [-22, 4, 26]) p.line(pts(`${x},-18 ${x - 2},0 ${x + 4},34`), 0.8, "end");
      for (let x = -46; x < 50; x += 12) p.line(pts(`${x},70 ${x - 1},82`), 0.7, "none");
    },
  },
  veil: {
    metres: 0.5,
    draw(p) {
      p.shape(pts("-40,-20 0,-36 40,-20 70,90 30,80 0,96 -34,82 -72,92"), { tone: 0.08 });
      for (const x of [-40, -14, 12, 38]) p.line(pts(`${x * 0.6},-20 ${x},30 ${x * 1.3},82`), 0.6, "both");
      for (const x of [-30, -10, 10, 30]) p.shape(ellipse(x, -28, 10, 9, 8), "white", 0.8);
    },
  },
  tie: {
    metres: 0.35,
    draw(p) {
      p.shape(sharp(pts("-16,-22 16,-22 9,4 -9,4")), { tone: 0.6 });
      p.shape(sharp(pts("-9,4 9,4 24,92 0,118 -24,92")), { tone: 0.6 });
      for (const y of [26, 50, 74]) p.stroke(pts(`-16,${y + 12} 16,${y - 6}`), "white", 1.6);
    },
  },
  button: {
    metres: 0.04,
    draw(p) {
      p.shape(ellipse(4, 4, 30, 30, 14), { tone: 0.6 });
      p.shape(ellipse(0, 0, 30, 30, 14), { tone: 0.12 });
      p.stroke(ellipse(0, 0, 21, 21, 12), "black", 0.9, true);
      for (const [x, y] of [
        [-7, -7],
        [7, -7],
        [-7, 7],
        [7, 7],
      ] as const)
        p.fill(ellipse(x, y, 3.6, 3.6, 8), "black");
    },
  },
  hairpin: {
    metres: 0.1,
    draw(p) {
      const q = p.at(placed(0, -10, -30));
      q.stroke(pts("60,-6 -50,-6 -56,0 -50,6 60,4"), "black", 2);
      q.shape(pts("-56,-20 -44,-14 -34,-22 -36,-8 -24,0 -36,6 -36,20 -48,12 -62,18 -58,4 -70,-4 -58,-8"), {
        tone: 0.3,
      });
      q.fill(ellipse(-47, 0, 5, 5, 8), "black");
    },
  },
  knitting: {
    metres: 0.3,
    draw(p) {
      for (const s of [-1, 1]) {
        p.stroke(pts(`${s * 70},-64 ${-s * 60},16`), "black", 3.4);
        p.stroke(pts(`${s * 70},-64 ${-s * 60},16`), "white", 1.8);
        p.shape(ellipse(s * 70, -64, 7, 7, 8), "black");
      }
      p.shape(pts("-40,-6! 40,-6! 46,76 20,70 -2,80 -44,72"), { tone: 0.3 });
      for (let y = 8; y < 70; y += 14)
        for (let x = -32; x < 40; x += 16)
          p.line(pts(`${x - 5},${y - 4}! ${x},${y + 4}! ${x + 5},${y - 4}!`), 0.7, "none");
    },
  },
  soap: {
    metres: 0.06,
    draw(p) {
      p.shape(pts("-38,-10 -30,-22 30,-22 38,-10 36,16 28,22 -28,22 -36,16"), { tone: 0.06 });
      p.line(pts("-36,0 0,6 36,0"), 0.6);
      for (const [x, y, r] of [
        [-20, -32, 9],
        [0, -44, 13],
        [24, -34, 8],
        [34, -54, 6],
      ] as const)
        p.shape(ellipse(x, y, r, r, 10), "white", 0.7);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
