// Heads of four-legged animals, three-quarters to the right: ears, skull, muzzle and markings of each,
// and where its features lie. Head space: the skull is about 84 wide, its middle is (0, 0).
import type { Paint } from "../../../../manga/drawing.ts";
import { corner, ellipse, pts, rowsOf, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import type { Species } from "./breeds.ts";
import { type BeastHead, earPaint, inkOn, turned, whiskers } from "./head-parts.ts";
import { WILD_HEADS } from "./wild-heads.ts";

/** A dog's ears are darker than its coat. */
const earOf = (paint: Paint): Paint => {
  if (paint === "black") return paint;
  return { tone: paint === "white" ? 0.5 : 0.66 };
};
/** The paints of the near and the far ear. */
const earsOf = (p: Pen, paint: Paint, odd: Paint | undefined): readonly [near: Paint, far: Paint] => {
  if (odd === undefined) return [paint, paint];
  return p.matrix[0] < 0 ? [paint, odd] : [odd, paint];
};

export const HEADS: Readonly<Record<Species, BeastHead>> = {
  ...WILD_HEADS,
  cat: {
    draw(p, paint, ears, odd) {
      const [nearPaint, farPaint] = earsOf(p, paint, odd);
      const near = turned(p, [-20, -24], -ears);
      near.shape(pts("-34,-12! -36,-40 -32,-60! -14,-46 2,-34!"), nearPaint);
      near.fill(pts("-28,-26! -28,-48! -12,-36!"), earPaint(nearPaint));
      turned(p, [26, -24], ears).shape(pts("10,-34! 24,-48 38,-58! 40,-36 36,-12!"), farPaint);
      p.shape(pts("-42,2 -36,-24 -10,-40 18,-40 38,-22 44,2 38,22 16,34 -12,34 -36,22"), paint);
      if (paint !== "white") p.fill(pts("-8,12 10,4 32,10 34,24 14,32 -4,28"), "white");
      whiskers(p, rowsOf([-22, 12, -34, -3], [-22, 17, -34, 4], [36, 11, 26, -4], [36, 16, 26, 3]));
      if (paint !== "black")
        for (const x of [-8, 4, 16])
          p.fill([corner([x - 3, -40]), corner([x + 3, -40]), corner([x, -24])], "black");
    },
    face: (paint) => ({
      near: [-12, -4],
      far: [27, -4],
      eye: 11,
      mouth: [13, 18],
      jaw: 11,
      closed: "w",
      ink: inkOn(paint),
      mouthInk: "black",
    }),
    nose: pts("8,10 18,10 14,15 12,15"),
    box: [-44, -42, 46, 36],
  },
  dog: {
    draw(p, paint, ears, odd) {
      const [nearPaint, farPaint] = earsOf(p, earOf(paint), odd);
      p.shape(pts("-42,2 -36,-24 -10,-40 18,-40 38,-22 44,2 38,22 16,34 -12,34 -36,22"), paint);
      if (paint !== "white") p.fill(pts("8,-40! 5,-22 2,-4 4,12 20,8 21,-8 21,-24 20,-40!"), "white");
      // They hang at rest, fly up with joy or alarm, and press to the head in grief.
      const lift = ears < 0 ? -ears * 2.6 : -ears * 0.3;
      for (const [root, turn, own, ear] of [
        [
          [-28, -32],
          lift,
          nearPaint,
          pts("-16,-37! -34,-42 -52,-28 -60,-4 -58,18 -49,27 -40,18 -36,2 -31,-12 -22,-24!"),
        ],
        [[26, -34], -lift, farPaint, pts("20,-39! 34,-40 47,-24 52,-6 51,9 45,14 40,4 37,-9 31,-20 22,-29!")],
      ] as const) {
        const q = turned(p, [root[0], root[1]], turn);
        q.shape(ear, own);
        if (own === "black") q.stroke(ear, "white", 0.5, true);
      }
      p.shape(pts("2,10 18,2 40,6 50,16 44,28 20,34 2,28"), "white", 0.8);
    },
    face: (paint) => ({
      near: [-12, -4],
      far: [24.6, -4],
      eye: 9,
      mouth: [25, 22],
      jaw: 13,
      closed: "w",
      ink: inkOn(paint),
      mouthInk: "black",
      bead: true,
    }),
    nose: pts("20,8 30,8 26,15 24,15"),
    box: [-44, -42, 46, 36],
  },
  fox: {
    draw(paper, paint, ears) {
      const tip: Paint = paint === "black" ? { tone: 0.5 } : "black";
      const far = turned(paper, [27, -18], ears * 0.8);
      far.shape(pts("12,-30! 24,-54 42,-74! 46,-44 38,-8!"), paint);
      far.fill(pts("27,-56! 42,-74! 44,-52!"), tip);
      const near = turned(paper, [-18, -20], -ears * 0.8);
      near.shape(pts("-40,-8! -42,-44 -34,-76! -10,-52 6,-30!"), paint);
      near.fill(pts("-39,-52! -34,-76! -18,-58!"), tip);
      near.fill(pts("-32,-22! -33,-50! -8,-34!"), "white");
      const p = paper;
      const skull = pts(
        "-38,-10 -26,-32 0,-39 26,-34 40,-14 44,4 48,16! 40,18 40,26! 24,32 4,34 -16,34 -28,38! -30,30 -48,30! -40,20 -52,12! -42,4",
      );
      p.shape(skull, paint);
      p.inside(skull, (q) =>
        q.fill(pts("-60,10! -40,10 -24,2 -10,14 4,8 18,0 30,8 44,4 60,20! 40,60! -60,60!"), "white"),
      );
      p.silhouetted(pts("6,6 22,4 40,11 58,20 57,27 38,34 18,34 4,28"), "white");
      p.fill(pts("4,6 22,3 40,10 52,16! 36,17 20,15"), paint);
      p.line(pts("20,4 40,11 58,20"), 0.8, "start");
      p.line(pts("57,27 38,34 20,35 6,32"), 0.9, "end");
    },
    face: (paint) => ({
      near: [-12, -5],
      far: [25, -6],
      eye: 9,
      mouth: [34, 27],
      jaw: 10,
      closed: "w",
      ink: inkOn(paint),
      mouthInk: "black",
      bead: true,
    }),
    nose: pts("50,14 58,16 61,21 55,24 50,20"),
    box: [-46, -40, 60, 38],
  },
  wolf: {
    draw(p, paint, ears) {
      turned(p, [27, -20], ears * 0.8).shape(pts("14,-32! 22,-52 36,-66! 44,-44 40,-10!"), paint);
      const near = turned(p, [-18, -20], -ears * 0.8);
      near.shape(pts("-40,-10! -42,-42 -32,-68! -12,-50 4,-32!"), paint);
      near.fill(pts("-33,-22! -32,-50! -10,-36!"), earPaint(paint));
      const skull = pts(
        "-40,-10 -28,-32 0,-40 28,-36 42,-14 46,2 54,14! 46,16 52,28! 40,28 40,40! 20,36 -4,42! -12,34 -28,46! -32,34 -52,38! -48,24 -62,16! -48,8",
      );
      p.shape(skull, paint);
      p.inside(skull, (q) => {
        q.fill(pts("-70,18! -44,14 -30,22 -20,12 0,22 8,8 44,8 70,16! 40,70! -70,70!"), "white");
        if (paint !== "white") q.fill(pts("-8,-50! 14,-50! 16,-22 10,-6! 4,-20"), "black");
      });
      p.silhouetted(
        pts("4,4 20,0 42,6 62,14 65,22 60,30 38,38 14,37 2,26"),
        paint === "white" ? "white" : { tone: 0.1 },
      );
      p.line(pts("20,0 42,6 62,14"), 0.8, "start");
      p.line(pts("60,30 38,38 16,38 0,34"), 0.9, "end");
      p.fill(pts("6,2! 20,0 42,6 58,13! 40,15 20,14"), paint === "white" ? { tone: 0.2 } : paint);
      p.line(pts("44,14 50,16 54,20"), 0.4);
    },
    face: (paint) => ({
      near: [-12, -5],
      far: [25, -7],
      eye: 7.5,
      mouth: [36, 29],
      jaw: 13,
      closed: "line",
      ink: inkOn(paint),
      mouthInk: "black",
      fierce: true,
    }),
    nose: pts("54,9 64,12 67,18 60,22 54,17"),
    box: [-50, -42, 66, 44],
  },
  rabbit: {
    draw(p, paint, ears) {
      const far = turned(p, [16, -30], ears * 1.2);
      far.shape(pts("6,-30! 8,-66 16,-100 28,-116 36,-102 34,-66 26,-28!"), paint);
      far.fill(pts("14,-40! 16,-70 22,-96 28,-104 30,-90 28,-62 22,-38!"), earPaint(paint));
      const near = turned(p, [-12, -30], -ears * 1.2);
      near.shape(pts("-26,-26! -38,-62 -40,-98 -30,-118 -18,-106 -8,-70 0,-32!"), paint);
      near.fill(pts("-18,-36! -29,-68 -32,-94 -28,-106 -22,-98 -14,-68 -8,-38!"), earPaint(paint));
      p.shape(pts("-42,4 -36,-20 -14,-36 14,-37 34,-22 42,2 40,18 24,32 2,36 -22,32 -38,20"), paint);
      p.fill(ellipse(15, 20, 19, 12, 10), "white");
      for (const x of [10, 16])
        p.shape(through([x, 25, 1], [x + 5.6, 25, 1], [x + 5, 33], [x + 0.6, 33]), "white", 0.5);
      whiskers(p, rowsOf([-4, 18, -34, -4], [-4, 22, -32, 5], [33, 17, 26, -5], [33, 21, 25, 4]));
    },
    face: (paint) => ({
      near: [-14, -2],
      far: [28, -3],
      eye: 10.5,
      mouth: [16, 21],
      jaw: 8,
      closed: "w",
      ink: inkOn(paint),
      mouthInk: "black",
      bead: true,
    }),
    nose: pts("11,12 21,12 17,17 15,17"),
    box: [-44, -38, 44, 38],
  },
  bear: {
    draw(p, paint) {
      for (const [x, y, r] of rowsOf([-32, -32, 17], [33, -33, 14])) {
        p.shape(ellipse(x, y, r, r, 11), paint);
        p.fill(ellipse(x + 2, y + 2, r * 0.55, r * 0.55, 9), earPaint(paint));
      }
      p.shape(pts("-48,4 -44,-22 -20,-40 16,-41 40,-26 48,2 46,22 26,38 -4,40 -34,34 -46,20"), paint);
      p.shape(
        pts("-6,16 4,4 22,0 40,5 48,16 44,30 26,38 4,35"),
        paint === "white" ? "white" : { tone: 0.14 },
        0.8,
      );
    },
    face: (paint) => ({
      near: [-15, -7],
      far: [29, -8],
      eye: 7,
      mouth: [23, 25],
      jaw: 12,
      closed: "w",
      ink: inkOn(paint),
      mouthInk: "black",
      bead: true,
    }),
    nose: pts("14,7 24,4 35,7 33,14 25,18 16,14"),
    box: [-50, -44, 50, 42],
  },
};
