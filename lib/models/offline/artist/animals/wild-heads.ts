// Heads of mice, squirrels, monkeys, raccoon dogs, lions and tigers, three-quarters to the right.

import { corner, ellipse, pts, rowsOf } from "../pen/curves.ts";
import type { Species } from "./breeds.ts";
import { type BeastHead, earPaint, inkOn, turned, whiskers } from "./head-parts.ts";

type Wild = Extract<Species, "mouse" | "squirrel" | "monkey" | "raccoon" | "lion" | "tiger">;

export const WILD_HEADS: Readonly<Record<Wild, BeastHead>> = {
  mouse: {
    draw(p, paint, ears) {
      for (const [x, y, r, turn] of rowsOf([30, -34, 24, ears * 0.7], [-26, -36, 27, -ears * 0.7])) {
        const q = turned(p, [x * 0.6, -20], turn);
        q.shape(ellipse(x, y, r, r * 1.04, 12), paint);
        q.fill(ellipse(x + 2, y + 3, r * 0.66, r * 0.7, 11), earPaint(paint));
      }
      p.shape(pts("-40,4 -36,-18 -16,-34 12,-35 32,-22 42,-4 56,14 50,24 30,30 4,34 -22,30 -36,20"), paint);
      p.fill(pts("10,20 30,14 50,18 48,24 30,29 8,30"), paint === "white" ? { tone: 0.1 } : "white");
      whiskers(p, rowsOf([24, 20, -40, 4], [24, 23, -34, 14], [46, 17, 24, -8], [46, 20, 26, 4]));
    },
    face: (paint) => ({
      near: [-8, -4],
      far: [25, -5],
      eye: 9.5,
      mouth: [36, 25],
      jaw: 8,
      closed: "w",
      ink: inkOn(paint),
      mouthInk: "black",
      bead: true,
    }),
    nose: pts("49,12 56,12 58,17 53,20 48,17"),
    box: [-44, -38, 58, 38],
  },
  squirrel: {
    draw(p, paint, ears) {
      const far = turned(p, [22, -28], ears);
      far.shape(pts("12,-28! 20,-48 34,-70! 38,-46 34,-18!"), paint);
      const near = turned(p, [-16, -28], -ears);
      near.shape(pts("-34,-16! -36,-48 -24,-74! -12,-54 2,-32!"), paint);
      near.fill(pts("-26,-26! -28,-48 -22,-60! -14,-46 -6,-32!"), earPaint(paint));
      p.shape(pts("-42,6 -36,-20 -14,-35 14,-36 34,-22 44,2 44,18 28,32 2,36 -22,32 -40,22"), paint);
      p.fill(pts("-30,18 -10,10 10,12 24,8 40,12 42,20 26,31 2,34 -20,30"), "white");
      if (paint !== "black") p.line(pts("-32,4 -8,-4 20,-5"), 0.5);
      whiskers(p, rowsOf([-2, 18, -34, -4], [-2, 22, -32, 6], [36, 17, 22, -5], [36, 21, 22, 4]));
    },
    face: (paint) => ({
      near: [-12, -3],
      far: [27, -4],
      eye: 11,
      mouth: [17, 21],
      jaw: 8,
      closed: "w",
      ink: inkOn(paint),
      mouthInk: "black",
      bead: true,
    }),
    nose: pts("12,11 22,11 18,16 16,16"),
    box: [-44, -38, 46, 38],
  },
  monkey: {
    draw(p, paint) {
      for (const [x, y, r] of rowsOf([-44, -2, 14], [46, -4, 10])) {
        p.shape(ellipse(x, y, r, r * 1.1, 11), paint);
        p.fill(ellipse(x + 1, y, r * 0.56, r * 0.64, 9), { tone: 0.24 });
      }
      const skull = pts(
        "-46,4! -50,-10 -42,-18! -42,-32 -24,-38! -10,-50 8,-46 22,-46! 38,-36 40,-22! 48,-10 44,6! 46,22 30,36! 6,42 -22,38! -40,30 -42,16!",
      );
      p.shape(skull, paint);
      // The bare face: two rounds about the eyes, and the muzzle.
      p.shape(
        pts("-26,-2 -20,-20 -4,-22 8,-14 18,-22 34,-18 38,-2 34,10 40,22 30,36 10,40 -12,36 -20,22 -18,12"),
        { tone: paint === "white" ? 0.16 : 0.08 },
        0.8,
      );
      p.line(pts("-16,22 -10,16 0,15"), 0.45);
      p.line(pts("24,14 32,16 35,22"), 0.45);
    },
    face: () => ({
      near: [-8, -4],
      far: [24, -5],
      eye: 8,
      mouth: [12, 27],
      jaw: 14,
      closed: "line",
      ink: "black",
      mouthInk: "black",
    }),
    nose: pts("8,12! 14,13 10,17 5,16!"),
    box: [-50, -48, 48, 42],
  },
  raccoon: {
    draw(p, paint, ears) {
      for (const [x, y, r, turn] of rowsOf([30, -32, 15, ears * 0.6], [-30, -32, 18, -ears * 0.6])) {
        const q = turned(p, [x * 0.7, -24], turn);
        q.shape(ellipse(x, y, r, r, 11), paint);
        q.fill(ellipse(x + 1, y + 2, r * 0.58, r * 0.6, 9), "black");
      }
      const skull = pts(
        "-30,-28 0,-38 28,-32 42,-14 46,4 56,14! 44,18 46,28! 28,34 4,36 -16,34 -34,40! -34,30 -52,28! -42,16 -50,6! -42,-10",
      );
      p.shape(skull, paint);
      p.inside(skull, (q) =>
        q.fill(pts("-60,14! -34,8 -14,16 4,8 34,4 60,12! 60,60! -60,60!"), { tone: 0.14 }),
      );
      // The mask about the eyes.
      p.fill(pts("-30,8 -26,-10 -12,-14 0,-4 -2,8 -14,16"), "black");
      p.fill(pts("18,2 22,-12 32,-13 40,-2 38,10 28,10"), "black");
      p.silhouetted(pts("2,8 16,2 34,7 48,14 48,22 34,31 14,32 0,24"), "white");
      p.line(pts("16,2 34,7 48,14"), 0.7, "start");
      p.line(pts("48,24 34,31 14,32 0,25"), 0.8, "end");
    },
    face: () => ({
      near: [-12, -2],
      far: [28, -3],
      eye: 7.5,
      mouth: [30, 24],
      jaw: 10,
      closed: "w",
      ink: "white",
      mouthInk: "black",
    }),
    nose: pts("41,9 50,11 52,16 46,19 41,15"),
    box: [-46, -40, 54, 40],
  },
  lion: {
    draw(p, paint, ears) {
      const mane = pts(
        "-2,-60! -20,-74 -26,-56! -48,-62 -46,-40! -70,-36 -58,-18! -78,-4 -60,6! -74,26 -54,30! -60,52 -38,46! -34,66 -14,52! -2,68 10,52! 26,62 32,46! 52,46 50,28! 66,20 56,6! 70,-10 54,-18! 60,-40 42,-42! 40,-62 22,-56! 14,-72",
      );
      p.shape(mane, paint === "white" ? { tone: 0.2 } : { tone: 0.6 });
      for (const x of [-30, 32]) {
        const q = turned(p, [x * 0.8, -30], x < 0 ? -ears * 0.5 : ears * 0.5);
        q.shape(ellipse(x, -36, 14, 14, 10), paint);
        q.fill(ellipse(x + 1, -35, 7, 7, 8), { tone: 0.44 });
      }
      p.shape(pts("-40,2 -36,-22 -12,-38 18,-38 38,-22 43,2 40,22 24,38 -2,38 -32,24"), paint);
      p.shape(pts("-4,14 8,6 30,8 38,18 32,32 16,38 0,32"), "white", 0.7);
      p.line(pts("4,-14 6,0 8,8"), 0.6);
      p.line(pts("22,-14 24,-2 24,8"), 0.6);
    },
    face: (paint) => ({
      near: [-13, -6],
      far: [29, -7],
      eye: 7.4,
      mouth: [17, 23],
      jaw: 12,
      closed: "w",
      ink: inkOn(paint),
      mouthInk: "black",
      fierce: true,
    }),
    nose: pts("8,8 24,8 20,16 13,16"),
    box: [-46, -42, 46, 40],
  },
  tiger: {
    draw(p, paint, ears) {
      for (const x of [-31, 33]) {
        const q = turned(p, [x * 0.8, -28], x < 0 ? -ears * 0.5 : ears * 0.5);
        q.shape(ellipse(x, -34, 15, 15, 10), paint);
        q.fill(ellipse(x, -34, 8, 8, 8), "black");
      }
      const skull = pts(
        "-44,-4 -36,-24 -12,-40 18,-40 38,-24 46,-2 54,14! 42,20 42,32! 20,38 -6,40 -28,34! -34,38 -38,26! -54,20!",
      );
      p.shape(skull, paint);
      p.inside(skull, (q) => {
        for (const [x, y, dx, dy] of [
          [-44, -8, 18, 3],
          [-48, 8, 18, 2],
          [-44, 22, 16, -3],
          [46, -8, -12, 3],
          [48, 8, -12, 2],
          [46, 22, -10, -3],
        ] as const)
          q.fill([corner([x, y - 4]), corner([x, y + 4]), corner([x + dx, y + dy])], "black");
        for (const x of [-6, 4, 14])
          q.fill([corner([x - 3, -42]), corner([x + 4, -42]), corner([x + 1, -22])], "black");
      });
      p.shape(pts("-4,14 8,6 30,8 38,18 32,32 16,37 0,32"), "white", 0.7);
      whiskers(p, rowsOf([-2, 20, -26, 2], [-2, 24, -24, 8], [34, 20, 20, 0]));
    },
    face: (paint) => ({
      near: [-13, -6],
      far: [29, -7],
      eye: 7.8,
      mouth: [17, 23],
      jaw: 12,
      closed: "w",
      ink: inkOn(paint),
      mouthInk: "black",
      fierce: true,
    }),
    nose: pts("8,8 24,8 20,16 13,16"),
    box: [-48, -42, 50, 40],
  },
};
