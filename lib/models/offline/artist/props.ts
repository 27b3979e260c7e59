// Things, drawn in a space where a hand is 60 long and its grip is the origin: in a hand, or set down in the scene.
import type { Prop } from "../../../manga/staging.ts";
import { ellipse, type Pt, placed, pts, rect, sharp } from "./curves.ts";
import { type Extent, extentOf, type Pen } from "./pen.ts";

interface Thing {
  /** How tall it stands when set down, in metres. */
  metres: number;
  /** From the grip (held) or from its middle. */
  draw(pen: Pen): void;
}

const box = (x: number, y: number, w: number, h: number): Pt[] => rect(x, y, w, h);

const THINGS: Readonly<Record<Prop, Thing>> = {
  lamp: {
    metres: 0.5,
    draw(p) {
      p.shape(pts("-30,60! 30,60! 22,48 6,44 4,0 -4,0 -6,44 -22,48"), { tone: 0.3 });
      p.shape(pts("-44,4! -26,-50 26,-50 44,4!"), "white");
      p.line(pts("-20,-46 -30,0"), 0.5);
    },
  },
  lantern: {
    metres: 0.6,
    draw(p) {
      p.stroke(pts("0,0 -18,16 -18,26"), "black", 0.9);
      p.stroke(pts("0,0 18,16 18,26"), "black", 0.9);
      p.shape(pts("-24,26! 24,26! 16,16 -16,16"), "black");
      p.shape(pts("-22,28! 22,28! 28,80! -28,80!"), "white");
      p.fill(pts("0,42! 10,62 0,72 -10,62"), { tone: 0.35 });
      p.line(pts("-8,30 -10,78"), 0.6, "none");
      p.line(pts("8,30 10,78"), 0.6, "none");
      p.shape(pts("-32,80! 32,80! 26,92 -26,92"), "black");
    },
  },
  umbrella: {
    metres: 0.9,
    draw(p) {
      p.stroke(pts("0,40 0,-150"), "black", 1.8);
      p.stroke(pts("0,40 6,52 16,48"), "black", 1.8);
      p.shape(
        pts(
          "0,-196! 70,-176 130,-110! 98,-122 66,-108! 34,-120 0,-106! -34,-120 -66,-108! -98,-122 -130,-110! -70,-176",
        ),
        { tone: 0.35 },
      );
      for (const x of [-66, 0, 66])
        p.line(
          [
            [x, -108],
            [x * 0.6, -160],
            [0, -194],
          ],
          0.6,
          "none",
        );
    },
  },
  letter: {
    metres: 0.2,
    draw(p) {
      const q = p.at(placed(12, -8, -12));
      q.shape(box(-34, -26, 72, 48), "white");
      q.line(sharp(pts("-34,-26 2,2 38,-26")), 0.7, "none");
      q.fill(ellipse(2, 4, 6, 6, 7), "black");
    },
  },
  book: {
    metres: 0.3,
    draw(p) {
      const q = p.at(placed(20, -10, -14));
      q.shape(pts("-56,-34! -28,-42 0,-32! 28,-42 56,-34! 56,34! 28,26 0,38! -28,26 -56,34!"), "white");
      q.line(pts("0,-32 0,38"), 0.9, "none");
      for (const y of [-20, -8, 4, 16]) {
        q.stroke(
          [
            [-46, y],
            [-10, y + 3],
          ],
          { tone: 0.5 },
          0.5,
        );
        q.stroke(
          [
            [10, y + 3],
            [46, y],
          ],
          { tone: 0.5 },
          0.5,
        );
      }
      q.shape(
        pts("-58,-32! -62,40! -28,34 0,46! 28,34 62,40! 58,-32! 56,34! 28,26 0,38! -28,26 -56,34!"),
        "black",
        0.5,
      );
    },
  },
  pen: {
    metres: 0.2,
    draw(p) {
      p.at(placed(6, 0, -50)).shape(pts("-40,-4! 34,-5! 34,5! -40,4! -54,0!"), "black", 0.6);
    },
  },
  phone: {
    metres: 0.2,
    draw(p) {
      const q = p.at(placed(2, -16, -10));
      q.shape(pts("-18,-38 18,-38 20,-34 20,34 18,38 -18,38 -20,34 -20,-34"), "black");
      q.fill(box(-15, -31, 30, 58), "white");
      q.fill(box(-11, -24, 22, 8), { tone: 0.35 });
      q.fill(box(-11, -10, 15, 6), { tone: 0.35 });
    },
  },
  cup: {
    metres: 0.2,
    draw(p) {
      p.shape(pts("20,-20 40,-22 40,4 20,6"), "white");
      p.shape(pts("-24,-34! 26,-34! 22,16 14,26 -12,26 -20,16"), "white");
      p.shape(ellipse(1, -34, 25, 7, 10), { tone: 0.55 }, 0.7);
      p.fill(pts("-18,-22 -8,-20 -8,18 -16,12"), { tone: 0.16 });
    },
  },
  bottle: {
    metres: 0.35,
    draw(p) {
      p.shape(pts("-8,-82! 8,-82! 8,-52 22,-34 22,34 18,40 -18,40 -22,34 -22,-34 -8,-52"), { tone: 0.5 });
      p.shape(box(-22, -22, 44, 34), "white", 0.6);
      p.stroke(pts("-14,-36 -14,-26"), "white", 1);
      p.shape(box(-9, -92, 18, 12), "black", 0.5);
    },
  },
  bag: {
    metres: 0.45,
    draw(p) {
      p.stroke(pts("-26,34 -18,0 18,0 26,34"), "black", 2.2);
      p.shape(pts("-56,34! 56,34! 64,118 56,126 -56,126 -64,118"), { tone: 0.6 });
      p.stroke(pts("-56,62 56,62"), "white", 0.7);
      p.shape(box(-10, 54, 20, 18), "white", 0.6);
    },
  },
  box: {
    metres: 0.45,
    draw(p) {
      p.shape(sharp(pts("-64,-60 44,-60 80,-84 -24,-84")), "white");
      p.shape(sharp(pts("44,-60 80,-84 80,4 44,36")), { tone: 0.36 });
      p.shape(sharp(pts("-64,-60 44,-60 44,36 -64,36")), { tone: 0.1 });
      p.fill(sharp(pts("-20,-60 0,-60 0,36 -20,36")), { tone: 0.3 });
      p.line(pts("-20,-60 16,-84"), 0.6, "none");
    },
  },
  key: {
    metres: 0.2,
    draw(p) {
      const q = p.at(placed(0, -18, -70));
      q.cutOut(ellipse(36, 0, 20, 20, 12), ellipse(36, 0, 10, 10, 10), { tone: 0.2 });
      q.shape(sharp(pts("16,-4 16,4 -30,4 -30,16 -22,16 -22,10 -38,10 -38,18 -46,18 -46,-4")), { tone: 0.2 });
    },
  },
  rope: {
    metres: 0.4,
    draw(p) {
      for (const r of [46, 36, 26]) p.stroke(ellipse(6, 26, r, r * 0.72, 12), "black", 2.6, true);
      for (const r of [46, 36, 26]) p.stroke(ellipse(6, 26, r, r * 0.72, 12), "white", 1.4, true);
      p.stroke(pts("48,30 62,60 50,90"), "black", 2.6);
      p.stroke(pts("48,30 62,60 50,90"), "white", 1.4);
    },
  },
  oar: {
    metres: 1.6,
    draw(p) {
      const q = p.at(placed(0, 0, 52));
      q.shape(sharp(pts("-70,-5 190,-5 190,5 -70,5")), "white");
      q.shape(pts("186,-6! 210,-18 262,-16 270,0 262,16 210,18 186,6!"), {
        tone: 0.2,
      });
    },
  },
  boat: {
    metres: 1,
    draw(p) {
      p.shape(pts("-330,-70! -160,-44 120,-44 340,-84! 250,44 120,76 -170,76 -280,30"), { tone: 0.14 });
      p.line(pts("-306,-32 -160,-10 140,-10 300,-38"), 0.9, "none");
      p.line(pts("-290,4 -160,26 140,26 272,6"), 0.6, "none");
      p.fill(pts("-170,76 120,76 250,44 276,0 120,40 -170,46 -300,0 -280,30"), { tone: 0.5 });
    },
  },
  sword: {
    metres: 1,
    draw(p) {
      const q = p.at(placed(0, 0, -62));
      q.shape(sharp(pts("-40,-7 14,-7 14,7 -40,7")), "black", 0.6);
      for (let x = -34; x < 12; x += 9)
        q.stroke(
          [
            [x, -6],
            [x + 6, 6],
          ],
          "white",
          0.5,
        );
      q.shape(sharp(pts("14,-18 22,-18 22,18 14,18")), { tone: 0.4 });
      q.shape(pts("22,-8! 120,-9 228,-4! 236,4! 120,7 22,8!"), "white");
      q.fill(pts("24,1! 120,1 230,3! 120,6 24,7!"), { tone: 0.3 });
    },
  },
  stick: {
    metres: 1,
    draw(p) {
      p.at(placed(0, 0, 82)).shape(pts("-70,-6 60,-5 200,-4 202,4 60,6 -70,7"), { tone: 0.4 });
    },
  },
  flower: {
    metres: 0.4,
    draw(p) {
      p.stroke(pts("0,34 2,-10 -2,-50"), "black", 1.2);
      p.shape(pts("0,6! 22,-10 30,-4! 14,10"), { tone: 0.5 }, 0.6);
      for (let i = 0; i < 6; i++)
        p.at(placed(-2, -58, i * 60)).shape(pts("0,-4 12,-12 16,-26 6,-30 -4,-24"), "white", 0.7);
      p.fill(ellipse(-2, -58, 8, 8, 8), "black");
    },
  },
  ball: {
    metres: 0.25,
    draw(p) {
      p.shape(ellipse(14, -10, 34, 34, 12), "white");
      p.fill(pts("14,-22 25,-14 21,-1 7,-1 3,-14"), "black");
      for (const [x, y] of [
        [44, -20],
        [34, 16],
        [-6, 16],
        [-16, -20],
        [14, -42],
      ] as const)
        p.line(
          [
            [14 + (x - 14) * 0.45, -10 + (y + 10) * 0.45],
            [x, y],
          ],
          0.7,
          "none",
        );
      p.fill(pts("40,-6 32,16 6,22 26,6"), { tone: 0.3 });
    },
  },
  fish: {
    metres: 0.3,
    draw(p) {
      p.shape(pts("-58,0! -20,-24 24,-20 42,-4 68,-22! 60,0 68,22! 42,6 24,20 -20,22"), { tone: 0.2 });
      p.fill(pts("-50,4 -10,6 36,4 20,17 -20,19"), "white");
      p.fill(ellipse(-38, -5, 4.5, 4.5, 7), "black");
      p.line(pts("-26,-14 -20,0 -26,12"), 0.7);
      for (const x of [-6, 8, 22])
        p.line(
          [
            [x, -10],
            [x + 6, -2],
            [x, 5],
          ],
          0.5,
        );
    },
  },
  bread: {
    metres: 0.25,
    draw(p) {
      p.shape(pts("-52,12 -44,-16 0,-28 44,-20 54,8 36,22 -36,24"), { tone: 0.26 });
      for (const x of [-26, 0, 24])
        p.line(
          [
            [x - 6, -16],
            [x + 8, 4],
          ],
          1,
        );
    },
  },
  bowl: {
    metres: 0.2,
    draw(p) {
      p.shape(pts("-46,-22! 46,-22! 38,8 18,24 -18,24 -38,8"), "white");
      p.shape(pts("-42,-22 -20,-44 0,-36 18,-46 42,-22"), "white", 0.8);
      p.line(pts("-20,-30 -8,-34 4,-28"), 0.5);
      p.stroke(pts("-40,-8 40,-8"), "black", 1.1);
      p.shape(box(-14, 22, 28, 7), "white", 0.7);
    },
  },
  bell: {
    metres: 0.25,
    draw(p) {
      p.shape(pts("-6,-24 6,-24 8,4 -8,4"), { tone: 0.5 });
      p.shape(pts("-34,56! -24,30 -18,4 0,-4 18,4 24,30 34,56!"), {
        tone: 0.2,
      });
      p.shape(ellipse(0, 60, 8, 8, 8), "black");
      p.stroke(pts("-10,12 -15,38"), "white", 1.2);
    },
  },
  clock: {
    metres: 0.5,
    draw(p) {
      p.shape(ellipse(0, 0, 50, 50, 14), { tone: 0.6 });
      p.shape(ellipse(0, 0, 40, 40, 14), "white", 0.7);
      for (let i = 0; i < 12; i++) p.at(placed(0, 0, i * 30)).stroke(pts("0,-36 0,-31"), "black", 0.8);
      p.line(sharp(pts("0,0 0,-28")), 1.2, "end");
      p.line(sharp(pts("0,0 18,10")), 1.4, "end");
    },
  },
  candle: {
    metres: 0.3,
    draw(p) {
      p.shape(pts("-12,-30 12,-30 13,34 -13,34"), "white");
      p.line(pts("-4,-30 -6,-12 -2,-6"), 0.6);
      p.stroke(pts("0,-30 0,-40"), "black", 0.9);
      p.shape(pts("0,-74! 9,-50 0,-38 -9,-50"), "white", 0.8);
      p.shape(ellipse(0, 36, 26, 8, 10), { tone: 0.4 });
    },
  },
  bicycle: {
    metres: 1.05,
    draw(p) {
      for (const x of [-120, 120]) {
        p.stroke(ellipse(x, 60, 76, 76, 16), "black", 2.4, true);
        for (let i = 0; i < 6; i++) p.at(placed(x, 60, i * 30)).stroke(pts("-74,0 74,0"), "black", 0.35);
      }
      p.stroke(sharp(pts("-120,60 -60,-50 80,-50 0,60 -120,60")), "black", 2);
      p.stroke(sharp(pts("0,60 -66,-70")), "black", 2);
      p.stroke(pts("120,60 78,-60 70,-90 104,-100"), "black", 2);
      p.shape(pts("-96,-78 -66,-82 -40,-74 -60,-68"), "black");
    },
  },
  car: {
    metres: 1.5,
    draw(p) {
      p.shape(pts("-400,90! -400,10 -330,-20 -230,-40 -140,-126 120,-126 220,-36 370,-10 400,90!"), {
        tone: 0.14,
      });
      p.shape(sharp(pts("-200,-36 -126,-108 -20,-108 -20,-36")), { tone: 0.5 }, 0.7);
      p.shape(sharp(pts("4,-36 4,-108 106,-108 184,-36")), { tone: 0.5 }, 0.7);
      p.line(sharp(pts("-8,-30 -8,80")), 0.8, "none");
      p.shape(pts("340,10 386,14 392,40 340,40"), "white", 0.7);
      for (const x of [-240, 230]) {
        p.shape(ellipse(x, 92, 74, 74, 14), "black");
        p.shape(ellipse(x, 92, 36, 36, 12), { tone: 0.2 });
      }
    },
  },
  chair: {
    metres: 0.9,
    draw(p) {
      p.shape(box(-60, -150, 14, 270), { tone: 0.4 });
      p.shape(box(-60, -150, 104, 40), { tone: 0.25 });
      p.shape(sharp(pts("-64,0 56,0 80,-24 -40,-24")), "white");
      p.shape(box(-64, 0, 120, 16), { tone: 0.35 });
      for (const x of [-60, 42]) p.shape(box(x, 16, 12, 104), { tone: 0.35 });
    },
  },
  table: {
    metres: 0.75,
    draw(p) {
      p.shape(sharp(pts("-190,-50 150,-50 200,-96 -130,-96")), "white");
      p.shape(box(-190, -50, 340, 20), { tone: 0.3 });
      for (const x of [-176, 124]) p.shape(box(x, -30, 18, 130), { tone: 0.35 });
    },
  },
  door: {
    metres: 2,
    draw(p) {
      p.shape(box(-110, -260, 220, 520), { tone: 0.42 });
      p.contour(box(-80, -230, 160, 190), 0.8);
      p.contour(box(-80, 0, 160, 220), 0.8);
      p.shape(ellipse(84, 10, 12, 12, 9), "white");
    },
  },
  window: {
    metres: 1.2,
    draw(p) {
      p.shape(box(-130, -120, 260, 240), "white");
      p.fill(box(-112, -102, 224, 204), { tone: 0.2 });
      p.line(sharp(pts("0,-102 0,102")), 1.4, "none");
      p.line(sharp(pts("-112,0 112,0")), 1.4, "none");
      p.stroke(pts("-90,-20 -30,-80"), "white", 1.4);
    },
  },
  camera: {
    metres: 0.2,
    draw(p) {
      p.shape(box(-50, -34, 100, 64), { tone: 0.65 });
      p.shape(box(-22, -48, 36, 16), { tone: 0.4 });
      p.shape(ellipse(0, 0, 27, 27, 12), "white");
      p.shape(ellipse(0, 0, 18, 18, 12), "black", 0.5);
      p.fill(ellipse(-6, -6, 5, 5, 6), "white");
    },
  },
  guitar: {
    metres: 1,
    draw(p) {
      const q = p.at(placed(0, 20, -32));
      q.shape(sharp(pts("40,-9 210,-7 210,7 40,9")), { tone: 0.6 });
      q.shape(sharp(pts("206,-14 246,-16 246,16 206,14")), "black", 0.6);
      q.shape(pts("-110,0 -96,-52 -46,-58 -8,-36 36,-46 58,0 36,46 -8,36 -46,58 -96,52"), { tone: 0.22 });
      q.shape(ellipse(4, 0, 18, 18, 12), "black", 0.6);
      for (const y of [-5, 0, 5])
        q.stroke(
          [
            [-70, y],
            [206, y],
          ],
          "black",
          0.3,
        );
      q.shape(sharp(pts("-78,-22 -66,-22 -66,22 -78,22")), "black", 0.5);
    },
  },
  ring: {
    metres: 0.15,
    draw(p) {
      p.cutOut(ellipse(10, -16, 18, 20, 12), ellipse(10, -16, 12, 14, 12), "white");
      p.shape(sharp(pts("10,-34 0,-46 4,-52 16,-52 20,-46")), "white", 0.8);
      for (const a of [-60, 0, 60]) p.at(placed(10, -46, a)).line(pts("0,-16 0,-26"), 0.6);
    },
  },
  stone: {
    metres: 0.25,
    draw(p) {
      p.shape(sharp(pts("-40,14 -32,-20 0,-34 34,-22 44,12 20,26 -24,26")), { tone: 0.3 });
      p.fill(sharp(pts("0,-34 34,-22 44,12 20,26 8,-4")), { tone: 0.6 });
    },
  },
  basket: {
    metres: 0.4,
    draw(p) {
      p.stroke(pts("-46,40 -34,0 34,0 46,40"), "black", 2);
      p.shape(pts("-60,40! 60,40! 48,96 -48,96"), { tone: 0.24 });
      for (const y of [54, 70, 84])
        p.line(
          [
            [-54, y],
            [0, y + 4],
            [54, y],
          ],
          0.6,
          "none",
        );
      for (let x = -44; x <= 44; x += 18)
        p.line(
          [
            [x, 42],
            [x * 0.86, 94],
          ],
          0.6,
          "none",
        );
      for (const x of [-28, 4, 32])
        p.shape(ellipse(x, 32, 17, 15, 9), x === 4 ? { tone: 0.5 } : "white", 0.8);
    },
  },
  broom: {
    metres: 1.3,
    draw(p) {
      const q = p.at(placed(0, 0, 76));
      q.shape(sharp(pts("-120,-4 130,-4 130,4 -120,4")), "white");
      q.shape(pts("128,-12! 170,-24 230,-40! 224,-14! 234,4! 222,18! 230,38! 170,24 128,12!"), { tone: 0.4 });
      for (const y of [-16, 0, 16])
        q.line(
          [
            [140, y * 0.4],
            [222, y * 1.5],
          ],
          0.5,
        );
    },
  },
  map: {
    metres: 0.4,
    draw(p) {
      const q = p.at(placed(20, -14, -8));
      q.shape(sharp(pts("-70,-44 -24,-36 24,-46 70,-38 70,44 24,36 -24,46 -70,38")), "white");
      q.line(sharp(pts("-24,-36 -24,46")), 0.5, "none");
      q.line(sharp(pts("24,-46 24,36")), 0.5, "none");
      q.stroke(pts("-56,20 -30,-10 0,6 34,-18"), { tone: 0.6 }, 1.2);
      q.line(sharp(pts("30,-24 42,-12")), 1.4, "none");
      q.line(sharp(pts("42,-24 30,-12")), 1.4, "none");
    },
  },
  mirror: {
    metres: 0.4,
    draw(p) {
      p.shape(pts("-6,0 6,0 7,46 -7,46"), { tone: 0.5 });
      p.shape(ellipse(0, -46, 40, 48, 14), { tone: 0.5 });
      p.shape(ellipse(0, -46, 31, 39, 14), "white", 0.7);
      p.stroke(pts("-16,-40 4,-70"), { tone: 0.3 }, 1.6);
    },
  },
  glasses: {
    metres: 0.15,
    draw(p) {
      for (const x of [-24, 26]) p.shape(ellipse(x, -10, 20, 17, 12), "white");
      p.line(pts("-5,-12 1,-16 7,-12"), 1, "none");
      p.line(pts("46,-12 74,-2"), 0.9, "none");
    },
  },
};

/** Draws a thing with its grip at the origin. */
export const drawProp = (pen: Pen, prop: Prop): void => THINGS[prop].draw(pen);

const extents = new Map<Prop, Extent>();

/** The box round a thing, in its own space, and how many metres tall it stands when set down. */
export function sizeOf(prop: Prop): { extent: Extent; metres: number } {
  const { draw, metres } = THINGS[prop];
  const extent = extents.get(prop) ?? extentOf(draw);
  extents.set(prop, extent);
  return { extent, metres };
}
