// Things that are found, eaten or left behind: fruit, a torch, a hat of straw, the prints of feet and hands.
import type { Prop } from "./closed/staging.ts";
import { ellipse, type Pt, placed, pts, rect } from "./curves.ts";
import type { Pen } from "./pen.ts";
import type { Thing } from "./thing.ts";

export const FOUND_THINGS = {
  flashlight: {
    metres: 0.16,
    draw(p) {
      const q = p.at(placed(0, 0, -6));
      q.shape(pts("-50,-9! 28,-11! 28,11! -50,9! -54,5 -54,-5"), { tone: 0.62 });
      q.stroke(pts("-44,-4 20,-5"), "white", 0.9);
      for (const x of [-40, -33, -26]) q.stroke(pts(`${x},-8 ${x},8`), "black", 0.7);
      q.shape(pts("26,-12! 50,-23! 64,-24! 64,24! 50,23! 26,12!"), "black");
      q.stroke(pts("34,-12 50,-18 60,-18"), "white", 0.8);
      q.shape(ellipse(65, 0, 6, 23, 12), "white", 0.8);
      q.shape(rect(0, -16, 14, 6), "black", 0.5);
    },
  },
  apple: {
    metres: 0.1,
    draw(p) {
      const skin = pts("2,-20 16,-29 31,-22 35,-2 27,22 11,32 1,29 -9,32 -25,22 -34,-2 -30,-22 -14,-29");
      p.shape(skin, { tone: 0.6 });
      p.inside(skin, (q) => q.fill(pts("40,-30 18,-8 16,20 -6,40! 50,40!"), { tone: 0.82 }));
      p.fill(pts("-24,-12 -16,-21 -10,-18 -18,-8 -22,2"), "white");
      p.line(pts("2,-18 4,-32 10,-43"), 1.6, "end");
      leaf(p, [6, -36], -18, 26);
    },
  },
  orange: {
    metres: 0.09,
    draw(p) {
      const skin = ellipse(0, 0, 33, 31, 14);
      p.shape(skin, { tone: 0.24 });
      p.inside(skin, (q) => q.fill(pts("36,-28 18,-4 12,18 -14,38! 50,40!"), { tone: 0.46 }));
      for (const [x, y] of [
        [-14, 4],
        [-4, 14],
        [6, 2],
        [-20, 14],
        [12, 18],
        [-6, -6],
      ] as const)
        p.fill(ellipse(x, y, 1.5, 1.5, 6), "black");
      p.fill(pts("-22,-12 -12,-22 -6,-20 -16,-9"), "white");
      for (const turn of [0, 72, 144, 216, 288])
        p.at(placed(4, -26, turn)).fill(pts("0,0! 3,-6 0,-11! -3,-6"), "black");
      leaf(p, [6, -28], -28, 28);
    },
  },
  melon: {
    metres: 0.17,
    draw(p) {
      const skin = ellipse(0, 0, 62, 58, 16);
      p.shape(skin, { tone: 0.3 });
      p.inside(skin, (q) => {
        // The net of its skin: ribs from pole to pole, and rungs that do not quite meet.
        for (const x of [-46, -24, 0, 24, 46])
          q.stroke(pts(`${x * 0.2},-62 ${x},-20 ${x * 1.06},18 ${x * 0.3},62`), "white", 0.9);
        for (const [y, bow] of [
          [-34, 5],
          [-10, 9],
          [14, 10],
          [38, 7],
        ] as const)
          for (const x of [-52, -28, -4, 20, 44])
            q.stroke(pts(`${x},${y} ${x + 8},${y + bow * 0.5} ${x + 16},${y + 2}`), "white", 0.7);
        q.fill(pts("66,-50 34,-10 26,28 -10,66! 80,70!"), { veil: 0.3 });
      });
      p.shape(pts("-16,-66! 18,-66! 18,-72! 4,-72! 3,-54 -3,-54 -4,-72! -16,-72!"), { tone: 0.5 }, 0.8);
    },
  },
  "straw-hat": {
    metres: 0.13,
    draw(pen) {
      const p = pen.at(placed(0, 0, 0, 0.72));
      const brim = pts("-104,18 -56,2 0,-3 56,2 104,18 62,36 0,42 -62,36");
      p.shape(brim, { tone: 0.12 });
      p.inside(brim, (q) => {
        q.fill(pts("14,-6! 110,0! 110,50! 30,50!"), { tone: 0.3 });
        for (const k of [0.9, 0.8])
          q.stroke(pts(`${-104 * k},18 0,${20 + 22 * k} ${104 * k},18`), "black", 0.3);
        for (let u = -0.95; u < 1; u += 0.1)
          q.line(pts(`${u * 70},20 ${u * 104},${42 - Math.abs(u) * 14}`), 0.3, "start");
      });
      const crown = pts("-54,18! -50,-14 -34,-34 0,-40 34,-34 50,-14 54,18! 0,28");
      p.shape(crown, { tone: 0.12 });
      p.inside(crown, (q) => {
        q.fill(pts("14,-50! 70,-50! 70,40! 30,30! 36,-10"), { tone: 0.3 });
        for (const y of [-26, -16, -6]) q.stroke(pts(`-54,${y} 0,${y + 7} 54,${y}`), "black", 0.3);
        q.fill(pts("-58,4! 0,13 58,4! 58,18! 0,28 -58,18!"), "black");
      });
    },
  },
  "sedge-hat": {
    metres: 0.22,
    draw(p) {
      const cone = pts("-92,26! -46,-14 -8,-42 8,-42 46,-14 92,26! 48,36 0,39 -48,36");
      p.shape(cone, { tone: 0.14 });
      p.inside(cone, (q) => {
        q.fill(pts("10,-48! 40,-10 34,40! 120,50! 80,-40!"), { tone: 0.34 });
        for (let x = -84; x <= 84; x += 14)
          q.line(pts(`${x * 0.07},-42 ${x * 0.52},-8 ${x},34`), 0.4, "start");
        for (const k of [0.34, 0.62, 0.86])
          q.line(pts(`${-92 * k},${-42 + 70 * k} 0,${-42 + 82 * k} ${92 * k},${-42 + 70 * k}`), 0.4, "none");
      });
      p.line(pts("-34,36 -26,62 -6,72"), 0.8, "end");
      p.line(pts("34,36 30,60 14,74"), 0.8, "end");
    },
  },
  footprints: {
    metres: 0.5,
    draw(p) {
      // A trail that comes from afar: each print is smaller and nearer to the next.
      for (const [i, [x, y]] of (
        [
          [-34, 60],
          [22, 18],
          [-20, -16],
          [20, -42],
          [-8, -62],
          [18, -78],
        ] as const
      ).entries()) {
        const k = 1.15 - i * 0.16;
        const q = p.at(placed(x, y, i % 2 ? 7 : -5, k * (i % 2 ? 1 : -1), k * 0.62));
        q.shape(pts("-4,-34 10,-30 15,-14 11,4 -8,5 -14,-12"), { tone: 0.8 }, 0.4);
        q.shape(pts("-8,12 10,11 11,26 2,34 -8,27"), { tone: 0.8 }, 0.4);
        for (const dy of [-24, -14, -5]) q.stroke(pts(`-9,${dy} 10,${dy - 1}`), "white", 0.5);
      }
    },
  },
  handprint: {
    metres: 0.2,
    draw(p) {
      // Fingers grow out of the palm, or it would be a paw's.
      p.shape(pts("-23,2 -9,-6 8,-7 21,-2 25,12 22,30 13,45 -5,48 -18,38 -24,20"), "black", 0.3);
      for (const [x, y, turn, long] of [
        [-17, 4, -13, 44],
        [-5, -2, -4, 53],
        [8, -2, 5, 50],
        [19, 4, 16, 39],
      ] as const)
        fingerprint(p.at(placed(x, y, turn)), long);
      fingerprint(p.at(placed(-17, 30, -54, 1.2, 1)), 38);
      // Where the hand is lined.
      p.stroke(pts("-20,14 -4,8 14,12 22,8"), "white", 0.9);
      p.stroke(pts("-18,22 -2,18 10,26 14,42"), "white", 0.9);
      p.stroke(pts("-8,4 -10,20 -2,40"), "white", 0.8);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;

/** What a finger leaves, from its root up, with the lines of its joints. */
function fingerprint(p: Pen, long: number): void {
  const [tip, side] = [-long, 7 - long];
  p.shape(pts(`-4.6,4 -5.4,-16 -4.8,${side} 0,${tip} 4.8,${side} 5.4,-16 4.6,4`), "black", 0.3);
  for (const share of [0.34, 0.64]) p.stroke(pts(`-5,${-long * share} 5,${-long * share - 1}`), "white", 0.6);
}

function leaf(p: Pen, [x, y]: Pt, turn: number, long: number): void {
  const q = p.at(placed(x, y, turn));
  q.shape(
    [
      [0, 0, 1],
      [long * 0.45, -long * 0.28],
      [long, -2, 1],
      [long * 0.5, long * 0.2],
    ],
    { tone: 0.34 },
    0.8,
  );
  q.line(
    [
      [2, 0],
      [long * 0.8, -2],
    ],
    0.5,
    "end",
  );
}

/** The beam of a torch that is held out, in the torch's own space; it shows where it is dark. */
export function drawBeam(p: Pen): void {
  const q = p.at(placed(0, 0, -6));
  const from = q.where([66, 0]);
  const round = (v: number) => Math.round(v * 10) / 10;
  q.fill(pts("66,-22! 620,-190! 620,190! 66,22!"), {
    light: {
      type: "radial",
      at: [round(from[0]), round(from[1]), 1, round(q.scale * 560)],
      stops: [
        [0, 0.85],
        [0.4, 0.4],
        [1, 0],
      ],
    },
  });
}
