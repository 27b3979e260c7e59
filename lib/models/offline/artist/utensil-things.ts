// Things of work about the house: what bakers and cleaners use, what schools, wards and offices have on their tables.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const UTENSIL_THINGS = {
  "rolling-pin": {
    metres: 0.4,
    draw(p) {
      const q = p.at(placed(0, 0, -58));
      for (const x of [-34, 134])
        q.shape(pts(`${x - 20},-7 ${x + 20},-7 ${x + 20},7 ${x - 20},7`), { tone: 0.5 });
      q.shape(rect(-14, -22, 128, 44), { tone: 0.18 });
      q.fill(rect(-14, 6, 128, 16), { tone: 0.4 });
      q.stroke(pts("0,-12 96,-12"), "white", 2);
    },
  },
  mop: {
    metres: 1.3,
    draw(p) {
      const q = p.at(placed(0, 0, 76));
      q.shape(sharp(pts("-130,-4 140,-4 140,4 -130,4")), { tone: 0.2 });
      q.shape(rect(134, -24, 16, 48), { tone: 0.6 });
      for (let y = -22; y <= 22; y += 8)
        q.shape(
          pts(
            `148,${y - 5} 186,${y * 1.5 - 7} 226,${y * 2 - 2} 224,${y * 2 + 8} 186,${y * 1.5 + 5} 148,${y + 5}`,
          ),
          "white",
          0.8,
        );
    },
  },
  "cutting-board": {
    metres: 0.14,
    draw(p) {
      p.shape(sharp(pts("-70,-18 92,-18 62,30 -100,30")), { tone: 0.16 });
      p.shape(sharp(pts("-100,30 62,30 62,40 -100,40")), { tone: 0.44 });
      p.shape(sharp(pts("62,30 92,-18 92,-8 62,40")), { tone: 0.56 });
      for (const y of [-6, 6, 18]) p.line(pts(`${-70 - y},${y} ${70 - y},${y}`), 0.5, "none");
      p.shape(ellipse(72, -10, 8, 4, 9), "black", 0.6);
    },
  },
  bin: {
    metres: 0.6,
    draw(p) {
      p.shape(pts("-52,-50! 52,-50! 40,80 0,86 -40,80"), { tone: 0.3 });
      p.fill(pts("18,-48! 52,-50! 40,80 20,84"), { tone: 0.56 });
      for (const x of [-30, -10, 10, 30]) p.line(pts(`${x * 1.2},-40 ${x},76`), 0.7, "none");
      p.shape(ellipse(0, -50, 56, 13, 14), { tone: 0.7 });
      p.shape(pts("-30,-52! -22,-82 4,-70 26,-86 34,-54!"), "white");
      p.line(pts("-12,-72 -4,-58 6,-66"), 0.7, "none");
    },
  },
  sandwich: {
    metres: 0.1,
    draw(p) {
      p.shape(sharp(pts("-56,24 0,-40 56,24")), "white");
      p.shape(pts("-58,24! 58,24! 50,34 26,30 6,36 -20,30 -44,36"), { tone: 0.5 });
      p.shape(rect(-54, 34, 108, 10), { tone: 0.66 }, 0.8);
      p.shape(pts("-56,44! 56,44! 52,62! -52,62!"), "white");
      p.stroke(pts("-56,24 0,-40 56,24"), { tone: 0.5 }, 3);
    },
  },
  cookie: {
    metres: 0.07,
    draw(p) {
      p.shape(pts("-44,-6 -32,-34 2,-44 34,-32 45,0 32,34 0,45 -34,32"), { tone: 0.26 });
      for (const [x, y] of [
        [-18, -20],
        [14, -24],
        [26, 4],
        [-2, 2],
        [-26, 10],
        [6, 28],
      ] as const)
        p.fill(ellipse(x, y, 6, 5, 7), "black");
    },
  },
  cabbage: {
    metres: 0.2,
    draw(p) {
      p.shape(pts("-62,6 -54,-36 -14,-58 30,-54 60,-22 60,24 30,54 -20,56 -52,38"), { tone: 0.2 });
      p.shape(pts("-60,10 -30,-34 -4,-30 -8,16 -24,52 -50,38"), { tone: 0.08 }, 0.9);
      p.shape(pts("60,10 38,-34 6,-34 4,14 20,54 44,42"), { tone: 0.32 }, 0.9);
      for (const [a, b] of [
        ["-14,48", "-30,-20"],
        ["-20,30", "-44,6"],
        ["14,48", "34,-20"],
        ["22,24", "46,2"],
      ])
        p.line(pts(`${a} ${b}`), 0.9, "end");
    },
  },
  radish: {
    metres: 0.4,
    draw(p) {
      const q = p.at(placed(0, 0, 62));
      for (const y of [-20, 0, 18])
        q.shape(pts(`-30,${y * 0.3} -62,${y - 9} -104,${y * 1.5} -62,${y + 9}`), { tone: 0.56 }, 0.8);
      q.shape(pts("-34,-22 10,-25 70,-17 116,-6 140,2! 112,10 66,20 4,25 -34,20"), "white");
      q.fill(pts("-30,8 20,12 80,8 110,4 66,18 4,23 -32,19"), { tone: 0.2 });
      for (const x of [14, 48, 82]) q.line(pts(`${x},-12 ${x + 10},-8`), 0.7, "end");
    },
  },
  dumpling: {
    metres: 0.07,
    draw(p) {
      p.shape(pts("-52,22! -46,-10 -20,-32 20,-32 46,-10 52,22! 30,34 -30,34"), "white");
      p.fill(pts("-30,24 10,28 46,12 50,22 30,33 -30,33"), { tone: 0.22 });
      for (const x of [-30, -15, 0, 15, 30])
        p.line(pts(`${x},${-30 + Math.abs(x) * 0.5} ${x * 0.8 + 4},-4`), 0.9, "end");
    },
  },
  goblet: {
    metres: 0.2,
    draw(p) {
      p.shape(pts("-34,-66! 34,-66! 30,-30 8,-8 6,22 30,36! -30,36! -6,22 -8,-8 -30,-30"), { tone: 0.36 });
      p.shape(ellipse(0, -66, 34, 9, 14), { tone: 0.7 });
      p.stroke(pts("-22,-52 -18,-28"), "white", 2.2);
      for (const x of [-16, 0, 16])
        p.fill(sharp(pts(`${x},-46 ${x + 5},-39 ${x},-32 ${x - 5},-39`)), "black");
      p.shape(rect(-32, 34, 64, 8), { tone: 0.56 }, 0.8);
    },
  },
  drip: {
    metres: 1.7,
    draw(p) {
      p.line(pts("0,-170 0,150"), 2.6, "none");
      p.line(pts("-34,-166 34,-166"), 2.6, "none");
      for (const x of [-44, 0, 44]) p.line(pts(`0,140 ${x},168`), 2.4, "none");
      p.shape(pts("14,-160! 58,-160! 60,-80 44,-64 28,-64 12,-80"), { tone: 0.06 });
      p.fill(pts("14,-118 58,-118 59,-82 44,-67 28,-67 13,-82"), { tone: 0.34 });
      p.shape(rect(22, -140, 28, 16), "white", 0.6);
      p.shape(rect(31, -62, 10, 20), "white", 0.7);
      p.stroke(pts("36,-42 34,20 60,80 52,130 76,140"), "black", 1.2);
    },
  },
  clipboard: {
    metres: 0.32,
    draw(p) {
      const q = p.at(placed(14, -26, 8));
      q.shape(rect(-46, -62, 92, 124), { tone: 0.5 });
      q.shape(rect(-38, -50, 76, 104), "white", 0.8);
      q.shape(rect(-20, -70, 40, 18), { tone: 0.7 });
      for (let y = -34; y < 48; y += 14)
        q.stroke(pts(`-28,${y} ${y % 4 === 0 ? 26 : 12},${y}`), { tone: 0.6 }, 1.4);
    },
  },
  chessboard: {
    metres: 0.16,
    draw(p) {
      p.shape(sharp(pts("-70,-20 70,-20 104,36 -104,36")), "white");
      p.shape(sharp(pts("-104,36 104,36 104,46 -104,46")), { tone: 0.56 });
      for (let row = 0; row < 4; row++)
        for (let i = row % 2; i < 6; i += 2) {
          const y = -20 + row * 14;
          const x = (at: number, to: number) => (at / 6 - 0.5) * 2 * (70 + (to + 20) * 0.607);
          p.fill(
            sharp([
              [x(i, y), y],
              [x(i + 1, y), y],
              [x(i + 1, y + 14), y + 14],
              [x(i, y + 14), y + 14],
            ]),
            { tone: 0.7 },
          );
        }
      for (const [x, dark] of [
        [-44, true],
        [-6, false],
        [40, true],
      ] as const) {
        p.shape(
          pts(`${x - 14},12! ${x - 7},-8 ${x - 10},-30 ${x},-44 ${x + 10},-30 ${x + 7},-8 ${x + 14},12!`),
          dark ? "black" : "white",
        );
        p.shape(ellipse(x, -46, 9, 9, 10), dark ? "black" : "white");
      }
    },
  },
  microscope: {
    metres: 0.35,
    draw(p) {
      p.shape(rect(-44, 44, 92, 14), { tone: 0.7 });
      p.stroke(pts("34,46 44,6 30,-34 4,-44"), "black", 9);
      p.shape(rect(-40, 10, 60, 9), { tone: 0.5 });
      const q = p.at(placed(-8, -32, 14));
      q.shape(rect(-12, -48, 24, 66), { tone: 0.24 });
      q.shape(rect(-8, -66, 16, 18), "black");
      q.shape(rect(-7, 18, 14, 18), "black");
    },
  },
  aquarium: {
    metres: 0.35,
    draw(p) {
      p.shape(pts("-30,-60! 30,-60! 34,-50 66,-16 64,30 40,54 -40,54 -64,30 -66,-16 -34,-50"), "white");
      p.fill(pts("-58,-14 58,-14 62,28 38,51 -38,51 -62,28"), { tone: 0.2 });
      p.shape(ellipse(0, -60, 34, 7, 14), "white");
      p.shape(pts("-26,16 -4,2 16,14! 32,2 30,26 16,16 -4,28"), { tone: 0.66 });
      p.fill(ellipse(-12, 13, 2.6, 2.6, 6), "white");
      p.stroke(pts("-30,0 -34,-8"), "white", 2);
      p.stroke(pts("34,50 30,36 38,26 34,14"), "black", 1.4);
    },
  },
  printer: {
    metres: 0.4,
    draw(p) {
      p.shape(sharp(pts("-46,-86 46,-86 50,-40 -50,-40")), "white");
      p.shape(pts("-92,-42! 92,-42! 96,40! -96,40!"), { tone: 0.3 });
      p.fill(rect(-92, 4, 184, 34), { tone: 0.5 });
      p.shape(rect(-62, 2, 124, 12), "black");
      p.shape(sharp(pts("-54,8 54,8 66,62 -66,62")), "white");
      for (const y of [24, 36, 48]) p.stroke(pts(`-42,${y} ${y},${y}`), { tone: 0.5 }, 1.2);
      for (const x of [58, 74]) p.fill(ellipse(x, -24, 5, 5, 8), "black");
    },
  },
  stapler: {
    metres: 0.08,
    draw(p) {
      p.shape(pts("-70,22! 72,22! 72,34! -70,34!"), { tone: 0.6 });
      p.shape(pts("-68,18! -64,-14 -40,-26 60,-10 72,6! 70,14!"), "black");
      p.stroke(pts("-46,-14 40,-4"), "white", 2.2);
      p.shape(rect(-66, 14, 130, 8), { tone: 0.2 }, 0.7);
    },
  },
  calculator: {
    metres: 0.16,
    draw(p) {
      p.shape(rect(-42, -66, 84, 120), { tone: 0.56 });
      p.shape(rect(-32, -56, 64, 26), { tone: 0.1 }, 0.8);
      p.stroke(pts("2,-43 26,-43"), "black", 3);
      for (let row = 0; row < 4; row++)
        for (let i = 0; i < 4; i++)
          p.shape(rect(-32 + i * 17, -20 + row * 18, 12, 11), i === 3 ? "black" : "white", 0.5);
    },
  },
  remote: {
    metres: 0.14,
    draw(p) {
      const q = p.at(placed(0, -20, 12));
      q.shape(pts("-22,-66 22,-66 24,60 -24,60"), "black");
      q.fill(ellipse(0, -48, 8, 8, 9), { tone: 0.3 });
      for (let row = 0; row < 4; row++)
        for (const x of [-12, 0, 12]) q.fill(rect(x - 4, -24 + row * 16, 8, 8), "white");
    },
  },
  vacuum: {
    metres: 1,
    draw(p) {
      p.line(pts("6,-8 -40,108"), 5, "none");
      p.shape(pts("-74,106! -22,106! -16,122! -84,122!"), "black");
      p.stroke(pts("6,-8 40,-20 74,20 84,78"), "black", 4.4);
      p.shape(pts("48,84 66,62 116,62 136,88 136,112! 48,112!"), { tone: 0.4 });
      p.fill(pts("90,66 116,64 134,88 134,110 96,110"), { tone: 0.6 });
      for (const x of [66, 118]) p.shape(ellipse(x, 114, 13, 13, 12), "black");
    },
  },
  "ironing-board": {
    metres: 0.9,
    draw(p) {
      for (const s of [-1, 1]) p.line(pts(`${s * -50},10 ${s * 60},110`), 3, "none");
      p.line(pts("-76,110 -46,110"), 3, "none");
      p.line(pts("46,110 76,110"), 3, "none");
      p.shape(pts("-118,-4 -90,-14! 110,-14! 110,12! -90,12! -114,6"), "white");
      p.fill(pts("-90,2 110,2 110,12 -90,12"), { tone: 0.3 });
      p.shape(pts("34,-14! 100,-14! 94,-40 60,-44"), { tone: 0.5 });
      p.stroke(pts("58,-48 88,-50"), "black", 4);
    },
  },
  "sewing-machine": {
    metres: 0.4,
    draw(p) {
      p.shape(rect(-86, 40, 172, 18), { tone: 0.36 });
      p.shape(pts("-84,-52! 60,-56 84,-40 84,40! 46,40! 44,-14 -50,-16 -52,14! -84,14!"), "black");
      p.stroke(pts("-60,-36 40,-40"), "white", 1.6);
      p.line(pts("-68,14 -68,40"), 1.6, "none");
      p.shape(ellipse(96, -14, 10, 30, 14), { tone: 0.5 });
      p.shape(rect(8, -78, 18, 22), { tone: 0.4 });
      p.stroke(pts("16,-70 -40,-64 -68,-50"), "black", 0.7);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
