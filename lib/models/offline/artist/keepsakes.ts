// Things that stories turn on and that no shelf of common things has: a snowman, a flag, a piano, what is kept or left behind.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Pen } from "./pen.ts";
import type { Thing } from "./thing.ts";

export const KEEPSAKES = {
  snowman: {
    metres: 1.15,
    draw(p) {
      drawBareSnowman(p);
      p.shape(pts("-96,-100! -60,-112 60,-112 96,-100! 60,-90 -60,-90"), { tone: 0.5 });
      p.shape(pts("-52,-110! -44,-158 -16,-172 0,-164 18,-172 44,-156 52,-110!"), { tone: 0.5 });
      p.fill(pts("-53,-112! 0,-108 53,-112! 50,-128! 0,-124 -50,-128!"), "black");
    },
  },
  flag: {
    metres: 2.4,
    draw(p) {
      p.shape(sharp(pts("-6,-260 6,-260 6,200 -6,200")), "white");
      p.shape(ellipse(0, -268, 11, 11, 9), "black");
      p.shape(pts("6,-250! 70,-262 140,-238 214,-252! 204,-170 212,-112! 140,-98 70,-122 6,-108!"), "white");
      p.fill(pts("60,-262 84,-256 80,-116 56,-124"), { tone: 0.16 });
      p.fill(pts("150,-238 176,-244 174,-104 148,-100"), { tone: 0.16 });
      p.fill(
        pts(
          "112,-222! 122,-192! 154,-190! 128,-172! 138,-140! 112,-158! 86,-140! 96,-172! 70,-190! 102,-192!",
        ),
        "black",
      );
    },
  },
  piano: {
    metres: 1.25,
    draw(p) {
      p.shape(sharp(pts("-170,-130 170,-130 170,150 -170,150")), { tone: 0.78 });
      p.shape(sharp(pts("-180,-146 180,-146 180,-128 -180,-128")), "black");
      p.fill(sharp(pts("-150,-112 -20,-112 -20,-22 -150,-22")), { tone: 0.6 });
      p.fill(sharp(pts("20,-112 150,-112 150,-22 20,-22")), { tone: 0.6 });
      p.stroke(pts("-140,-104 -140,-40"), "white", 1.2);
      p.shape(sharp(pts("-176,0 176,0 190,34 -190,34")), "white");
      for (let x = -164; x < 176; x += 16) p.line(pts(`${x},0 ${x * 1.08},34`), 0.5, "none");
      for (let x = -156; x < 170; x += 16)
        if ((x + 156) % 112 !== 32 && (x + 156) % 112 !== 96) p.fill(rect(x - 4, 0, 9, 19), "black");
      p.shape(sharp(pts("-190,34 190,34 190,48 -190,48")), "black");
      for (const x of [-176, 164])
        p.shape(sharp(pts(`${x},48 ${x + 14},48 ${x + 10},150 ${x + 4},150`)), "black");
      p.shape(sharp(pts("-44,-122 44,-122 38,-60 -38,-60")), "white", 0.8);
      for (const y of [-106, -94, -82]) p.line(pts(`-30,${y} 30,${y}`), 0.4, "none");
    },
  },
  hat: {
    metres: 0.16,
    draw(pen) {
      const p = pen.at(placed(0, 0, 0, 0.68));
      p.shape(pts("-52,20! -40,-34 -14,-44 14,-44 40,-34 52,20!"), { tone: 0.5 });
      p.fill(pts("-50,2! 50,2! 52,20! -52,20!"), "black");
      p.shape(pts("-92,16 -50,10 50,10 92,16 60,34 -60,34"), { tone: 0.42 });
      p.line(pts("-16,-42 0,-30 16,-42"), 0.7, "none");
    },
  },
  cap: {
    metres: 0.14,
    draw(pen) {
      const p = pen.at(placed(0, 0, 0, 0.66));
      p.shape(pts("-50,20! -46,-16 -26,-40 6,-46 36,-34 50,-4 52,20! 0,26"), { tone: 0.5 });
      p.shape(pts("-50,20! 0,25 52,20! 52,6! 0,11 -50,6!"), "black", 0.6);
      p.shape(pts("18,20! 52,12! 84,16 104,30! 66,36 30,34"), "black");
      p.line(pts("4,-46 14,-20 14,8"), 0.6, "none");
      p.line(pts("4,-46 -22,-22 -28,6"), 0.5, "none");
      p.fill(ellipse(4, -47, 6, 4, 7), "black");
    },
  },
  comb: {
    metres: 0.1,
    draw(p) {
      const q = p.at(placed(0, 0, -12, 0.5));
      q.shape(pts("-64,6! -50,-22 0,-34 50,-22 64,6!"), { tone: 0.55 });
      for (let x = -58; x <= 58; x += 8)
        q.shape(sharp(pts(`${x},6 ${x + 5},6 ${x + 4},36 ${x + 1},36`)), "white", 0.4);
      for (const [x, y] of [
        [-22, -12],
        [0, -18],
        [22, -12],
      ] as const)
        q.fill(ellipse(x, y, 6, 5, 7), "white");
    },
  },
  photo: {
    metres: 0.22,
    draw(p) {
      const q = p.at(placed(4, -10, 7, 0.68));
      q.shape(rect(-58, -42, 116, 84), "white");
      q.fill(rect(-48, -32, 96, 60), { tone: 0.3 });
      q.fill(pts("-48,28! -20,-2 6,18 24,2 48,28!"), { tone: 0.6 });
      q.fill(ellipse(-12, -6, 13, 14, 10), "white");
      q.fill(pts("-30,28! -26,10 2,10 8,28!"), "black");
      q.fill(pts("-26,-8! -20,-24 -4,-24 2,-8! -12,-14"), "black");
    },
  },
  "rice-ball": {
    metres: 0.14,
    draw(pen) {
      const p = pen.at(placed(0, 0, 0, 0.62));
      p.shape(pts("0,-46 16,-40 50,22 44,36 -44,36 -50,22 -16,-40"), "white");
      p.shape(sharp(pts("-20,36 -20,0 20,0 20,36")), "black");
      for (const [x, y] of [
        [-26, 10],
        [28, 16],
        [0, -24],
        [12, -10],
        [-12, -12],
      ] as const)
        p.line(pts(`${x},${y} ${x + 6},${y + 2}`), 0.5);
    },
  },
  "watering-can": {
    metres: 0.34,
    draw(p) {
      p.stroke(pts("-34,26 -40,0 0,-10 34,8 30,30"), "black", 2.4);
      p.shape(pts("-40,30! 40,30! 46,100! -46,100!"), { tone: 0.24 });
      p.fill(pts("12,32! 38,32! 44,98! 14,98!"), { tone: 0.5 });
      p.shape(pts("40,78! 44,92! 104,24! 94,16!"), { tone: 0.3 });
      p.shape(pts("84,8! 116,26! 108,36! 78,18!"), "white");
      p.line(pts("-42,52 0,58 43,52"), 0.6, "none");
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;

/** A snowman who has no hat yet. */
export function drawBareSnowman(p: Pen): void {
  p.shape(ellipse(0, 70, 92, 84, 18), "white");
  p.fill(pts("20,-4 70,30 84,80 50,140 -20,150! 40,110 46,50"), { tone: 0.2 });
  p.shape(ellipse(0, -58, 62, 60, 16), "white");
  p.fill(pts("16,-110 50,-80 54,-40 30,-8 -8,0! 26,-30 30,-70"), { tone: 0.18 });
  for (const x of [-20, 18]) p.fill(ellipse(x, -72, 7, 8, 8), "black");
  p.shape(pts("-4,-56! 44,-48 -2,-42!"), { tone: 0.5 }, 0.7);
  for (const [x, y] of [
    [-22, -30],
    [-10, -23],
    [4, -21],
    [18, -25],
  ] as const)
    p.fill(ellipse(x, y, 4, 4, 6), "black");
  for (const y of [24, 58, 92]) p.fill(ellipse(-4, y, 7, 7, 8), "black");
  p.line(pts("-80,30 -124,0 -150,-34"), 1.6, "end");
  p.line(pts("-122,2 -150,4"), 1.1, "end");
  p.line(pts("80,34 124,14 152,-22"), 1.6, "end");
  p.line(pts("126,12 152,18"), 1.1, "end");
  p.shape(pts("-58,-12! 0,4 58,-12! 54,8 0,22 -54,8"), { tone: 0.45 });
  p.shape(pts("30,4! 52,2! 60,62! 36,64!"), { tone: 0.45 });
}
