// Instruments and toys: what is played, in either sense.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Pen } from "./pen.ts";
import type { Thing } from "./thing.ts";

export const PLAY_THINGS = {
  violin: {
    metres: 0.6,
    draw(p) {
      p.shape(sharp(pts("-5,-40 5,-40 4,56 -4,56")), "black");
      p.shape(ellipse(0, -46, 9, 11, 10), { tone: 0.5 });
      const body = pts(
        "0,40 24,46 30,66 18,86 20,98 36,116 32,142 0,154 -32,142 -36,116 -20,98 -18,86 -30,66 -24,46",
      );
      p.shape(body, { tone: 0.46 });
      p.inside(body, (q) => q.fill(pts("12,30! 50,30! 50,160! 6,160! 24,110"), { tone: 0.66 }));
      for (const x of [-15, 15]) p.line(pts(`${x},86 ${x * 0.8},98 ${x * 1.1},112`), 1.2);
      for (const x of [-3, 0, 3]) p.line(pts(`${x},-40 ${x * 1.6},124`), 0.35, "none");
      p.shape(rect(-12, 118, 24, 5), "black", 0.5);
      p.line(pts("-70,30 64,150"), 1.5, "none");
      p.line(pts("-66,36 60,150"), 0.5, "none");
    },
  },
  drum: {
    metres: 0.5,
    draw(p) {
      const body = pts("-66,-10! 66,-10! 66,58! 0,76 -66,58!");
      p.shape(body, { tone: 0.3 });
      p.inside(body, (q) => {
        for (let x = -66; x < 66; x += 33)
          q.stroke(sharp(pts(`${x},0 ${x + 16},66 ${x + 33},0`)), "black", 1.1);
      });
      p.stroke(pts("-66,52 0,70 66,52"), "black", 2);
      p.shape(ellipse(0, -10, 66, 20, 16), "white");
      p.stroke(pts("-66,-4 0,16 66,-4"), "black", 1.6);
      for (const [x, turn] of [
        [-10, -24],
        [30, -46],
      ] as const) {
        const q = p.at(placed(x, -24, turn));
        q.shape(sharp(pts("-20,-3 70,-3 70,3 -20,3")), "white", 0.8);
        q.shape(ellipse(-22, 0, 7, 6, 8), "black", 0.6);
      }
    },
  },
  flute: {
    metres: 0.1,
    draw(p) {
      const q = p.at(placed(0, 0, -8));
      q.shape(sharp(pts("-60,-8 140,-7 140,7 -60,8")), "white");
      q.fill(rect(-60, 2, 200, 5), { tone: 0.3 });
      for (const x of [-40, 24, 44, 64, 86, 106, 124]) q.fill(ellipse(x, -1, x < 0 ? 6 : 4, 3.6, 8), "black");
      for (const x of [-14, 132]) q.shape(rect(x, -10, 7, 20), { tone: 0.5 }, 0.6);
    },
  },
  trumpet: {
    metres: 0.25,
    draw(p) {
      const q = p.at(placed(0, 0, -10));
      q.stroke(pts("-50,-14 60,-14 78,4 60,22 -10,22 -28,4 -10,-14"), "black", 3.4);
      q.stroke(pts("-50,-14 60,-14 78,4 60,22 -10,22 -28,4 -10,-14"), "white", 1.6);
      q.shape(pts("54,-20! 96,-22 128,-46! 136,-14 128,18! 96,-6 54,-8!"), { tone: 0.24 });
      q.shape(ellipse(131, -14, 7, 32, 12), { tone: 0.5 }, 0.8);
      for (const x of [4, 22, 40]) q.shape(rect(x, -36, 11, 60), "white", 0.8);
      q.shape(sharp(pts("-66,-22 -48,-17 -48,-11 -66,-6")), "black", 0.6);
    },
  },
  microphone: {
    metres: 0.25,
    draw(p) {
      const q = p.at(placed(0, 0, -64));
      q.shape(sharp(pts("-60,-8 44,-13 44,13 -60,8")), "black");
      q.stroke(pts("-40,-4 36,-7"), "white", 1);
      q.shape(rect(42, -15, 9, 30), { tone: 0.3 }, 0.7);
      const head = ellipse(70, 0, 23, 22, 12);
      q.shape(head, { tone: 0.36 });
      q.inside(head, (r) => {
        for (let x = 44; x < 96; x += 8) r.line(pts(`${x},-26 ${x},26`), 0.5, "none");
        for (let y = -22; y < 24; y += 8) r.line(pts(`44,${y} 96,${y}`), 0.5, "none");
      });
    },
  },
  radio: {
    metres: 0.3,
    draw(p) {
      p.stroke(pts("-60,2 -56,-14 56,-14 60,2"), "black", 2);
      p.line(pts("52,2 84,-70"), 1.3, "none");
      p.shape(rect(-74, 0, 148, 84), { tone: 0.42 });
      p.shape(ellipse(-32, 42, 30, 30, 14), { tone: 0.72 });
      for (const r of [22, 13, 5]) p.stroke(ellipse(-32, 42, r, r, 12), "white", 0.7, true);
      p.shape(rect(12, 14, 52, 20), "white", 0.7);
      p.line(pts("40,14 40,34"), 1, "none");
      for (const x of [24, 50]) p.shape(ellipse(x, 58, 9, 9, 10), "black");
    },
  },
  doll: {
    metres: 0.35,
    draw(p) {
      for (const x of [-12, 12]) p.shape(rect(x - 5, 62, 10, 34), "white", 0.8);
      for (const x of [-12, 12]) p.shape(ellipse(x + 2, 98, 9, 6, 8), "black");
      p.shape(pts("-14,6! 14,6! 42,68! 0,74 -42,68!"), { tone: 0.5 });
      p.stroke(pts("-36,58 0,64 36,58"), "white", 1.6);
      for (const s of [-1, 1])
        p.shape(pts(`${s * 12},10 ${s * 40},30 ${s * 38},40 ${s * 10},24`), "white", 0.8);
      p.shape(pts("-38,-26 -30,-62 0,-72 30,-62 38,-26 34,6 22,12 -22,12 -34,6"), "black");
      p.shape(ellipse(0, -22, 27, 28, 12), "white");
      p.fill(pts("-27,-28! -16,-50 0,-38! 16,-50 27,-28! 14,-38 0,-34! -14,-38"), "black");
      for (const x of [-10, 10]) p.fill(ellipse(x, -18, 4, 5.5, 8), "black");
      p.line(pts("-6,-5 0,-2 6,-5"), 0.7);
    },
  },
  "teddy-bear": {
    metres: 0.35,
    draw(p) {
      const fur = { tone: 0.32 } as const;
      for (const s of [-1, 1]) {
        p.shape(ellipse(s * 30, 84, 22, 17, 10), fur);
        p.shape(ellipse(s * 31, 85, 11, 9, 9), "white", 0.5);
        p.shape(ellipse(s * 42, 34, 15, 23, 10), fur);
        p.shape(ellipse(s * 27, -52, 15, 15, 10), fur);
        p.fill(ellipse(s * 27, -51, 7, 7, 8), "black");
      }
      p.shape(ellipse(0, 46, 37, 41, 12), fur);
      p.shape(ellipse(0, 52, 21, 25, 10), "white", 0.6);
      p.shape(ellipse(0, -22, 40, 36, 14), fur);
      p.shape(ellipse(0, -10, 18, 14, 10), "white", 0.6);
      for (const x of [-15, 15]) p.fill(ellipse(x, -28, 4.5, 5, 8), "black");
      p.fill(ellipse(0, -15, 6, 4.5, 8), "black");
      p.line(pts("-8,-3 0,-8 8,-3"), 0.8);
      p.shape(pts("-24,12! 0,16! 24,12! 24,26! 0,20! -24,26!"), "black", 0.6);
    },
  },
  kite: {
    metres: 0.8,
    draw(p) {
      p.shape(sharp(pts("0,-150 56,-80 0,20 -56,-80")), "white");
      p.fill(sharp(pts("0,-150 56,-80 0,-80")), { tone: 0.5 });
      p.fill(sharp(pts("0,20 -56,-80 0,-80")), { tone: 0.5 });
      p.line(sharp(pts("0,-150 0,20")), 0.9, "none");
      p.line(sharp(pts("-56,-80 56,-80")), 0.9, "none");
      p.line(pts("0,20 18,50 -6,84 16,118 4,146"), 0.9, "none");
      for (const [x, y] of [
        [12, 48],
        [0, 82],
        [12, 116],
      ] as const)
        p.shape(
          sharp(
            pts(
              `${x},${y} ${x - 15},${y - 9} ${x - 15},${y + 9} ${x},${y} ${x + 15},${y - 9} ${x + 15},${y + 9}`,
            ),
          ),
          "black",
          0.5,
        );
    },
  },
  balloon: {
    metres: 0.9,
    draw(p) {
      p.line(pts("0,30 8,-30 -6,-80 0,-124"), 0.8, "none");
      const skin = pts("0,-122 -30,-146 -46,-184 -38,-222 0,-240 38,-222 46,-184 30,-146");
      p.shape(skin, { tone: 0.42 });
      p.inside(skin, (q) => q.fill(pts("60,-220! 24,-176 0,-140 -8,-110! 60,-110!"), { tone: 0.62 }));
      p.fill(pts("-28,-206 -18,-224 -10,-220 -20,-202"), "white");
      p.shape(sharp(pts("0,-126 -9,-112 9,-112")), "black", 0.6);
    },
  },
  "spinning-top": {
    metres: 0.1,
    draw(p) {
      p.shape(sharp(pts("-4,-62 4,-62 4,-20 -4,-20")), { tone: 0.24 });
      p.shape(pts("-54,-16! 54,-16! 36,10 6,42! -6,42! -36,10"), { tone: 0.3 });
      p.fill(pts("14,-12! 52,-14! 36,10 6,40!"), { tone: 0.56 });
      p.shape(ellipse(0, -17, 54, 13, 14), "white");
      p.stroke(ellipse(0, -17, 34, 8, 12), "black", 1.4, true);
      p.shape(sharp(pts("-3,40 3,40 0,54")), "black", 0.5);
      for (const s of [-1, 1]) p.line(pts(`${s * 66},-20 ${s * 74},-6 ${s * 66},6`), 0.8);
    },
  },
  cards: {
    metres: 0.1,
    draw(p) {
      for (const [turn, red] of [
        [-24, false],
        [0, true],
        [24, false],
      ] as const) {
        const q = p.at(placed(0, 22, turn));
        q.shape(rect(-25, -86, 50, 74), "white");
        const at = q.at(placed(0, -52, 0, 0.9));
        if (red) at.fill(pts("0,16! -16,-2 -12,-14 0,-7! 12,-14 16,-2"), { tone: 0.5 });
        else at.fill(pts("0,-18! 16,0 11,10 3,6! 6,18! -6,18! -3,6! -11,10 -16,0"), "black");
        q.fill(ellipse(-17, -77, 3.4, 4, 7), red ? { tone: 0.5 } : "black");
      }
    },
  },
  dice: {
    metres: 0.06,
    draw(pen) {
      const p = pen.at(placed(0, 0, 0, 0.8));
      p.shape(sharp(pts("0,-44 40,-24 0,-4 -40,-24")), "white");
      p.shape(sharp(pts("-40,-24 0,-4 0,42 -40,22")), { tone: 0.14 });
      p.shape(sharp(pts("0,-4 40,-24 40,22 0,42")), { tone: 0.34 });
      p.fill(ellipse(0, -24, 10, 6, 9), "black");
      for (const [x, y] of [
        [-30, -4],
        [-10, 24],
        [-20, 10],
      ] as const)
        p.fill(ellipse(x, y, 4, 5.4, 8), "black");
      for (const [x, y] of [
        [10, 6],
        [30, -4],
        [10, 28],
        [30, 18],
      ] as const)
        p.fill(ellipse(x, y, 4, 5.4, 8), "black");
    },
  },
  bat: {
    metres: 0.85,
    draw(p) {
      const q = p.at(placed(0, 0, -66));
      q.shape(pts("-44,-9! -38,-6! 30,-6 110,-15 176,-16 186,0 176,16 110,15 30,6 -38,6! -44,9!"), {
        tone: 0.16,
      });
      q.fill(pts("40,3 112,8 178,6 174,14 110,14 40,6"), { tone: 0.4 });
      for (let x = -34; x < 22; x += 9) q.line(pts(`${x},-6 ${x + 6},6`), 0.8, "none");
    },
  },
  racket: {
    metres: 0.7,
    draw(p) {
      const q = p.at(placed(0, 0, -66));
      q.shape(sharp(pts("-50,-7 26,-6 26,6 -50,7")), "black");
      q.stroke(sharp(pts("24,-3 66,-26")), "black", 1.8);
      q.stroke(sharp(pts("24,3 66,26")), "black", 1.8);
      const face = ellipse(114, 0, 56, 42, 16);
      q.inside(face, (r) => {
        for (let x = 60; x < 170; x += 11) r.line(pts(`${x},-44 ${x},44`), 0.5, "none");
        for (let y = -40; y < 44; y += 11) r.line(pts(`58,${y} 170,${y}`), 0.5, "none");
      });
      q.cutOut(ellipse(114, 0, 62, 48, 16), face, { tone: 0.5 });
    },
  },
  "paper-crane": {
    metres: 0.1,
    draw(p) {
      p.shape(sharp(pts("-14,8 -70,-40 -62,-46 -4,-10")), "white", 0.8);
      p.shape(sharp(pts("8,8 60,-56 76,-46 74,-40 62,-42 18,14")), "white", 0.8);
      p.shape(sharp(pts("-16,10 0,-14 20,12 4,34")), { tone: 0.3 }, 0.8);
      p.shape(sharp(pts("0,-14 -46,-66 -8,16")), { tone: 0.14 }, 0.8);
      p.shape(sharp(pts("0,-12 26,-78 22,14 4,20")), "white", 0.8);
      p.line(sharp(pts("0,-12 6,22")), 0.6, "none");
    },
  },
  "paper-plane": {
    metres: 0.12,
    draw(p) {
      p.shape(sharp(pts("-56,-8 74,-34 -30,10")), "white");
      p.shape(sharp(pts("-30,10 74,-34 -12,36")), { tone: 0.42 });
      p.shape(sharp(pts("-30,10 74,-34 -44,26 -56,-8")), { tone: 0.14 });
      p.line(sharp(pts("-30,10 74,-34")), 0.7, "none");
    },
  },
  pinwheel: {
    metres: 0.4,
    draw(p) {
      p.shape(sharp(pts("-3,-60 3,-60 3,96 -3,96")), { tone: 0.3 }, 0.8);
      for (const turn of [0, 90, 180, 270]) {
        const q = p.at(placed(0, -60, turn));
        q.shape(sharp(pts("0,0 8,-58 52,-44")), "white", 0.9);
        q.shape(sharp(pts("0,0 52,-44 30,-8")), { tone: 0.5 }, 0.9);
      }
      p.shape(ellipse(0, -60, 7, 7, 9), "black");
    },
  },
  firework: {
    metres: 0.3,
    draw(p) {
      const q = p.at(placed(0, 0, 64));
      q.line(pts("-40,0 84,0"), 1.6, "none");
      q.shape(ellipse(90, 0, 8, 7, 9), "black");
      const [x, y] = [39, 81];
      for (let i = 0; i < 14; i++) {
        const r = p.at(placed(x, y, (i * 360) / 14));
        const long = i % 2 ? 34 : 56;
        r.line(
          [
            [13, 0],
            [long, 0],
          ],
          1.1,
          "end",
        );
        r.shape(ellipse(long + 8, i % 3 ? 0 : 4, 3.4, 3.4, 7), "white", 0.7);
      }
    },
  },
  skateboard: {
    metres: 0.14,
    draw(p) {
      p.shape(pts("-104,-16! -84,-6 84,-6 104,-16! 106,-9! 86,4 -86,4 -106,-9!"), { tone: 0.5 });
      for (const x of [-62, 62]) wheel(p, x);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;

function wheel(p: Pen, x: number): void {
  p.shape(rect(x - 14, 3, 28, 9), { tone: 0.3 }, 0.6);
  p.shape(ellipse(x, 18, 14, 14, 12), "black");
  p.fill(ellipse(x, 18, 5, 5, 8), "white");
}
