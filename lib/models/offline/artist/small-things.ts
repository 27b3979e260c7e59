// Things that lie in a hand.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const SMALL_THINGS = {
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
  letter: {
    metres: 0.2,
    draw(p) {
      const q = p.at(placed(12, -8, -12));
      q.shape(rect(-34, -26, 72, 48), "white");
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
      q.fill(rect(-15, -31, 30, 58), "white");
      q.fill(rect(-11, -24, 22, 8), { tone: 0.35 });
      q.fill(rect(-11, -10, 15, 6), { tone: 0.35 });
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
    metres: 0.26,
    // A stout one with a screw cap: it may be of pepper or of water.
    draw(p) {
      p.shape(pts("-12,-52! 12,-52! 12,-46 26,-34 27,32 22,38 -22,38 -27,32 -26,-34 -12,-46"), { tone: 0.4 });
      p.fill(pts("12,-40 22,-31 23,33 17,36 12,34"), { tone: 0.62 });
      p.shape(pts("-27,-16! 27,-16! 27,20! -27,20!"), "white", 0.6);
      p.stroke(pts("-27,-10 27,-10"), "black", 0.5);
      p.stroke(pts("-27,14 27,14"), "black", 0.5);
      p.stroke(pts("-14,2 14,2"), "black", 1.6);
      p.stroke(pts("-20,-34 -20,-22"), "white", 1);
      p.shape(pts("-15,-68! 15,-68! 16,-52! -16,-52!"), "black", 0.6);
      for (const x of [-8, 0, 8]) p.stroke(pts(`${x},-66 ${x},-55`), "white", 0.4);
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
      p.shape(rect(-14, 22, 28, 7), "white", 0.7);
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
  camera: {
    metres: 0.2,
    draw(p) {
      p.shape(rect(-42, -40, 15, 8), { tone: 0.5 }, 0.7);
      p.shape(rect(27, -40, 13, 7), "black", 0.6);
      p.shape(sharp(pts("-21,-33 -14,-48 14,-48 21,-33")), { tone: 0.3 }, 0.9);
      p.shape(pts("-50,-28 -46,-34 46,-34 50,-28 50,26 46,30 -46,30 -50,26"), { tone: 0.72 });
      p.shape(pts("-50,-28 -46,-34 46,-34 50,-28 50,-18! -50,-18!"), { tone: 0.26 }, 0.8);
      p.shape(pts("-50,-16! -34,-16! -32,26! -46,29 -50,25"), "black", 0.5);
      p.shape(rect(31, -29, 11, 7), "white", 0.6);
      p.shape(ellipse(2, 3, 27, 27, 16), { tone: 0.4 });
      for (let i = 0; i < 16; i++) p.at(placed(2, 3, i * 22.5)).stroke(pts("0,-26 0,-22"), "black", 0.7);
      p.shape(ellipse(2, 3, 21, 21, 16), "white", 0.8);
      p.shape(ellipse(2, 3, 17, 17, 14), "black", 0.5);
      p.fill(ellipse(2, 3, 11, 11, 12), { tone: 0.7 });
      p.fill(ellipse(-4, -4, 4.6, 4, 7), "white");
      p.fill(ellipse(8, 9, 2, 2, 6), "white");
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
      p.stroke(pts("50,-16 78,-22 92,-10"), "black", 1.6);
      for (const x of [-28, 28]) {
        const lens = ellipse(x, -10, 23, 19, 14);
        p.shape(lens, { tone: 0.14 }, 0.6);
        p.inside(lens, (q) => q.stroke(pts(`${x - 14},4 ${x + 4},-26`), "white", 3));
        p.stroke(lens, "black", 2.4, true);
      }
      p.stroke(pts("-6,-14 0,-18 6,-14"), "black", 2);
      p.stroke(pts("-50,-16 -40,-30 4,-40"), "black", 1.6);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
