// What is left of a story's things: more food, what sails, flies or is ridden, and instruments that are struck.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const SUNDRY_THINGS = {
  cucumber: {
    metres: 0.2,
    draw(p) {
      const q = p.at(placed(0, 0, -40));
      q.shape(pts("-70,0 -58,-18 0,-24 58,-20 72,-2 58,14 0,16 -58,16"), { tone: 0.5 });
      for (const [x, y] of [
        [-40, -8],
        [-10, -14],
        [22, -10],
        [46, -4],
        [4, 4],
        [-28, 6],
      ] as const)
        q.fill(ellipse(x, y, 2.6, 2.6, 6), "black");
      q.stroke(pts("-46,-14 40,-18"), "white", 1.6);
    },
  },
  peach: {
    metres: 0.1,
    draw(p) {
      p.shape(pts("0,-44! 34,-36 46,0 24,32 0,44! -24,32 -46,0 -34,-36"), { tone: 0.14 });
      p.fill(pts("12,-40 36,-30 44,2 22,32 4,40 26,6"), { tone: 0.34 });
      p.line(pts("2,-38 -12,-6 2,34"), 1.1, "end");
      p.shape(pts("0,-40! 20,-62 46,-58! 26,-42"), { tone: 0.5 }, 0.8);
    },
  },
  dango: {
    metres: 0.18,
    draw(p) {
      const q = p.at(placed(0, 0, -62));
      q.line(pts("-46,0 112,0"), 2.2, "none");
      for (const [x, tone] of [
        [28, 0.5],
        [58, 0],
        [88, 0.28],
      ] as const) {
        q.shape(ellipse(x, 0, 19, 19, 14), tone === 0 ? "white" : { tone });
        q.fill(ellipse(x - 6, -7, 4, 3, 7), "white");
      }
    },
  },
  shrimp: {
    metres: 0.12,
    draw(p) {
      p.shape(pts("-40,34! -64,44! -58,20! -34,10 -34,-24 0,-46 40,-36 62,-12! 36,-14 6,-14 -6,14 -24,28"), {
        tone: 0.3,
      });
      for (const d of ["-34,-16 -8,-6", "-18,-38 4,-14", "12,-44 18,-14"]) p.line(pts(d), 1, "none");
      for (const x of [6, 18, 30]) p.line(pts(`${x},-14 ${x - 4},6`), 1.2, "end");
      p.stroke(pts("56,-18 84,-40 80,-66"), "black", 1);
      p.fill(ellipse(44, -26, 3.6, 3.6, 7), "black");
    },
  },
  octopus: {
    metres: 0.3,
    draw(p) {
      for (const [a, b] of [
        ["-30,20 -62,44", "-50,70 -74,64"],
        ["-14,26 -30,60", "-18,80 -40,84"],
        ["14,26 30,60", "18,80 40,84"],
        ["30,20 62,44", "50,70 74,64"],
      ])
        p.stroke(pts(`${a} ${b}`), { tone: 0.7 }, 8);
      p.shape(pts("-40,16 -46,-30 0,-68 46,-30 40,16 20,32 -20,32"), { tone: 0.44 });
      for (const x of [-16, 16]) {
        p.shape(ellipse(x, 4, 9, 9, 10), "white");
        p.fill(ellipse(x, 5, 4, 4, 7), "black");
      }
      p.shape(ellipse(0, 24, 9, 7, 9), { tone: 0.7 });
    },
  },
  "pepper-mill": {
    metres: 0.18,
    draw(p) {
      p.shape(pts("-14,-26! 14,-26! 12,0 26,50! -26,50! -12,0"), { tone: 0.4 });
      p.shape(pts("-22,-28 -20,-56 0,-64 20,-56 22,-28"), { tone: 0.56 });
      p.shape(ellipse(0, -68, 8, 8, 9), "black");
      p.shape(rect(-28, 48, 56, 10), "black", 0.7);
      p.stroke(pts("-8,-18 -14,40"), "white", 1.8);
    },
  },
  cymbals: {
    metres: 0.4,
    draw(p) {
      for (const [x, turn] of [
        [-34, -14],
        [38, 14],
      ] as const) {
        const q = p.at(placed(x, 0, turn));
        q.shape(ellipse(0, 0, 26, 70, 20), { tone: 0.26 });
        for (const k of [0.7, 0.4]) q.stroke(ellipse(0, 0, 26 * k, 70 * k, 16), "black", 0.7, true);
        q.shape(ellipse(0, 0, 9, 16, 12), { tone: 0.56 });
      }
    },
  },
  xylophone: {
    metres: 0.3,
    draw(p) {
      for (const s of [-1, 1])
        p.shape(sharp(pts(`-96,${s * 34 - 4} 96,${s * 20 - 4} 96,${s * 20 + 4} -96,${s * 34 + 4}`)), {
          tone: 0.6,
        });
      for (let i = 0; i < 8; i++) {
        const tall = 50 - i * 3.4;
        p.shape(rect(-92 + i * 23, -tall, 17, tall * 2), { tone: (i % 3) * 0.22 + 0.08 });
      }
      p.line(pts("-20,-86 30,-10"), 2, "none");
      p.fill(ellipse(32, -8, 8, 8, 9), "black");
    },
  },
  dumbbell: {
    metres: 0.2,
    draw(p) {
      p.shape(rect(-40, -8, 80, 16), { tone: 0.3 });
      for (const s of [-1, 1]) {
        p.shape(rect(s * 50 - 12, -38, 24, 76), "black");
        p.shape(rect(s * 74 - 10, -28, 20, 56), "black");
        p.stroke(pts(`${s * 50 - 5},-28 ${s * 50 - 5},24`), "white", 1.8);
      }
    },
  },
  surfboard: {
    metres: 1.8,
    draw(p) {
      p.shape(pts("0,-180! 40,-90 42,60 22,160 0,170 -22,160 -42,60 -40,-90"), "white");
      p.fill(pts("-38,-40 40,-60 41,-30 -40,-10"), { tone: 0.5 });
      p.fill(pts("-41,4 42,-16 42,0 -41,20"), { tone: 0.5 });
      p.line(pts("0,-172 0,164"), 0.8, "none");
    },
  },
  hanger: {
    metres: 0.25,
    draw(p) {
      p.stroke(pts("0,0 0,-18 14,-26 8,-42 -8,-40"), "black", 2.2);
      p.stroke(pts("0,0 70,46 64,54 -64,54 -70,46 0,0"), { tone: 0.6 }, 4.4);
    },
  },
  stretcher: {
    metres: 0.7,
    draw(p) {
      p.shape(sharp(pts("-120,-16 110,-16 130,12 -140,12")), "white");
      p.fill(sharp(pts("-60,-16 110,-16 130,12 -70,12")), { tone: 0.2 });
      p.shape(pts("-116,-18 -80,-26 -66,-12 -80,-2 -120,-4"), "white");
      for (const y of [-16, 14]) p.line(pts(`${-150 - y * 0.4},${y} ${142 + y * 0.4},${y}`), 3, "none");
      for (const x of [-90, 90]) {
        p.line(pts(`${x},14 ${-x * 0.4},66`), 2.4, "none");
        p.shape(ellipse(x, 72, 9, 9, 10), "black");
        p.line(pts(`${x},14 ${x},64`), 2.4, "none");
      }
    },
  },
  blackboard: {
    metres: 1,
    draw(p) {
      p.shape(rect(-130, -84, 260, 148), { tone: 0.3 });
      p.shape(rect(-120, -74, 240, 128), { tone: 0.84 });
      p.stroke(pts("-96,-46 -60,-50 -30,-44"), "white", 2);
      p.stroke(pts("-96,-20 20,-22"), "white", 2);
      p.stroke(pts("-96,6 -20,4"), "white", 2);
      p.stroke(ellipse(70, -8, 28, 28, 16), "white", 2, true);
      p.shape(rect(-124, 60, 248, 10), { tone: 0.5 });
      p.shape(rect(60, 52, 36, 12), "white", 0.7);
    },
  },
  paperclip: {
    metres: 0.04,
    draw(p) {
      p.at(placed(0, 0, -30)).stroke(
        pts("40,-12 -36,-12 -46,0 -36,14 52,14 64,-2 52,-22 -30,-22 -54,-8 -56,4"),
        "black",
        3,
      );
    },
  },
  dustpan: {
    metres: 0.3,
    draw(p) {
      const q = p.at(placed(0, 0, -70));
      q.shape(rect(-44, -8, 96, 16), { tone: 0.5 });
      q.shape(pts("48,-40! 60,-52! 132,-58! 132,58! 60,52! 48,40!"), { tone: 0.3 });
      q.shape(sharp(pts("60,-40 128,-46 128,46 60,40")), { tone: 0.1 }, 0.7);
    },
  },
  ship: {
    metres: 6,
    draw(p) {
      p.shape(pts("-150,10! 150,-6! 124,70! -116,70!"), { tone: 0.6 });
      p.stroke(pts("-138,30 140,18"), "white", 2.4);
      p.shape(sharp(pts("-70,-40 60,-40 66,4 -76,8")), "white");
      p.shape(sharp(pts("-40,-78 24,-78 28,-40 -44,-40")), "white");
      for (const x of [-52, -24, 4, 32]) p.shape(ellipse(x, -18, 8, 8, 10), "black", 0.7);
      p.shape(sharp(pts("-26,-130 10,-130 8,-78 -24,-78")), { tone: 0.5 });
      p.fill(rect(-25, -116, 34, 12), "black");
      p.shape(pts("-8,-134 -30,-160 -6,-176 18,-166 40,-184 24,-150"), "white", 0.8);
      p.line(pts("84,-4 84,-90"), 2, "none");
      p.stroke(pts("84,-90 140,-6"), "black", 0.8);
    },
  },
  aeroplane: {
    metres: 5,
    draw(p) {
      const q = p.at(placed(0, 0, -8));
      q.shape(pts("-140,-4 -110,-18 120,-18 156,-6 160,8 120,18 -110,14"), "white");
      q.fill(pts("-110,6 120,8 158,6 120,18 -110,14"), { tone: 0.26 });
      q.shape(sharp(pts("-138,-6 -160,-60 -132,-60 -96,-16")), { tone: 0.5 });
      q.shape(sharp(pts("10,2 -46,72 -14,72 64,6")), { tone: 0.36 });
      q.shape(sharp(pts("20,-16 -20,-56 0,-56 60,-18")), { tone: 0.2 });
      for (let x = -80; x < 110; x += 20) q.fill(rect(x, -8, 9, 8), "black");
      q.shape(pts("128,-14! 150,-8 144,0! 126,-4!"), "black", 0.7);
    },
  },
  rocket: {
    metres: 4,
    draw(p) {
      p.shape(pts("0,-170! 40,-110 42,90! -42,90! -40,-110"), "white");
      p.fill(pts("0,-168! 38,-110 -38,-110"), { tone: 0.6 });
      p.fill(pts("16,-110 39,-108 41,88 20,88"), { tone: 0.24 });
      p.shape(ellipse(0, -58, 18, 18, 14), "black");
      for (const s of [-1, 1])
        p.shape(
          sharp([
            [s * 41, 20],
            [s * 84, 110],
            [s * 40, 90],
          ]),
          { tone: 0.6 },
        );
      p.shape(rect(-26, 90, 52, 16), "black");
      p.shape(pts("-22,108! -30,140 0,184! 30,140 22,108!"), { tone: 0.1 });
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
