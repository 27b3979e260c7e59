// Things of kitchen and sink that cooks stir, scrub and open with, and what the water runs into.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const KITCHEN_THINGS = {
  whisk: {
    metres: 0.3,
    draw(p) {
      const q = p.at(placed(0, 0, -58));
      for (const half of [30, 19, 8])
        q.stroke(
          pts(`36,0 66,${-half} 118,${-half * 0.96} 140,0 118,${half * 0.96} 66,${half} 36,0`),
          "black",
          1.3,
        );
      for (const half of [30, 19, 8])
        q.stroke(pts(`60,${-half * 0.8} 90,${-half} 120,${-half * 0.9}`), "white", 0.6);
      q.shape(pts("-44,-8 34,-9 40,-6! 40,6! 34,9 -44,8 -52,0"), { tone: 0.36 });
      q.stroke(pts("-38,-3 28,-4"), "white", 1.2);
      q.shape(rect(30, -10, 8, 20), { tone: 0.7 }, 0.6);
      q.stroke(ellipse(-58, 0, 7, 6, 9), "black", 1.2, true);
    },
  },
  ladle: {
    metres: 0.34,
    draw(p) {
      const q = p.at(placed(0, 0, 62));
      q.stroke(pts("-64,-12 -56,-2 92,0 112,-8"), "black", 4.2);
      q.stroke(pts("-50,-3 86,-1"), "white", 1.2);
      q.shape(pts("100,-30! 156,-30! 152,2 128,16 104,2"), { tone: 0.3 });
      q.fill(pts("130,-28! 155,-28! 151,2 130,14"), { tone: 0.54 });
      q.shape(ellipse(128, -30, 28, 8, 14), { tone: 0.14 }, 0.9);
    },
  },
  sponge: {
    metres: 0.07,
    draw(p) {
      p.shape(pts("-62,-14 -36,-34 52,-34 66,-22 62,-6 36,10! -58,10!"), { tone: 0.14 });
      p.shape(pts("-62,-12! -58,10 34,10 64,-8! 66,8 38,30 -54,30 -62,20"), { tone: 0.6 });
      for (const [x, y, r] of [
        [-34, -16, 5],
        [-8, -22, 3.4],
        [14, -12, 5.4],
        [36, -22, 4],
        [-20, 0, 3.4],
        [40, -4, 3],
        [6, 2, 2.6],
        [-46, -4, 2.6],
        [54, -16, 2.6],
      ] as const)
        p.shape(ellipse(x, y, r, r * 0.7, 9), { tone: 0.46 }, 0.4);
      for (const [x, y, r] of [
        [58, -44, 11],
        [74, -30, 7],
        [42, -48, 6],
        [76, -50, 4],
      ] as const) {
        p.shape(ellipse(x, y, r, r, 12), "white", 0.6);
        p.stroke(pts(`${x - r * 0.5},${y - r * 0.1} ${x - r * 0.1},${y - r * 0.5}`), { tone: 0.4 }, 0.8);
      }
    },
  },
  "can-opener": {
    metres: 0.2,
    draw(p) {
      const q = p.at(placed(0, 0, -52));
      for (const s of [-1, 1]) {
        q.shape(
          pts(
            `46,${s * 2} 20,${s * 6} -60,${s * 22 - 7} -74,${s * 22} -60,${s * 22 + 7} 24,${s * 16} 50,${s * 14}`,
          ),
          s < 0 ? { tone: 0.7 } : "black",
        );
        q.stroke(pts(`-56,${s * 21} 14,${s * 10}`), "white", 1);
      }
      q.shape(pts("36,-18 66,-20 92,-6 94,12 70,22 36,18"), { tone: 0.28 });
      q.shape(ellipse(66, 1, 15, 15, 14), { tone: 0.5 }, 0.9);
      for (let i = 0; i < 10; i++)
        q.stroke(
          [
            [66 + Math.cos(i * 0.628) * 10, 1 + Math.sin(i * 0.628) * 10],
            [66 + Math.cos(i * 0.628) * 15, 1 + Math.sin(i * 0.628) * 15],
          ],
          "black",
          0.8,
        );
      q.fill(ellipse(66, 1, 4, 4, 8), "black");
      q.shape(pts("84,-10! 112,-22 116,-4! 94,8"), { tone: 0.1 }, 0.9);
      q.stroke(pts("66,-22 66,-46"), "black", 3);
      q.shape(pts("44,-46 48,-58 84,-58 88,-46 66,-42"), "black", 0.6);
    },
  },
  grater: {
    metres: 0.25,
    draw(p) {
      p.stroke(pts("-20,-46 -16,-74 16,-74 20,-46"), "black", 3);
      p.shape(sharp(pts("-34,-46 34,-46 50,76 -50,76")), { tone: 0.14 });
      p.fill(sharp(pts("18,-46 34,-46 50,76 26,76")), { tone: 0.38 });
      for (let row = 0; row < 6; row++)
        for (let i = 0; i < 4; i++) {
          const y = -32 + row * 17;
          const x = (i - 1.5 + (row % 2) * 0.3) * (14 + row * 1.4);
          p.shape(pts(`${x - 5},${y} ${x},${y - 5} ${x + 5},${y} ${x},${y + 3}`), "black", 0.3);
        }
      p.shape(sharp(pts("-52,74 52,74 54,84 -54,84")), { tone: 0.6 }, 0.8);
    },
  },
  "rice-cooker": {
    metres: 0.26,
    draw(p) {
      p.stroke(pts("-72,-22 -64,-62 64,-62 72,-22"), "black", 2.6);
      p.shape(pts("-80,-10! -70,-36 -30,-52 30,-52 70,-36 80,-10!"), { tone: 0.1 });
      p.shape(pts("-80,-10! 80,-10! 84,28 72,66! -72,66! -84,28"), "white");
      p.fill(pts("36,-10! 80,-10! 84,28 72,66! 40,66! 52,28"), { tone: 0.24 });
      p.stroke(pts("-80,-10 80,-10"), "black", 1.8);
      p.shape(rect(-30, 6, 60, 44), { tone: 0.66 });
      p.shape(rect(-20, 12, 40, 16), { tone: 0.1 }, 0.6);
      p.stroke(pts("-12,20 -2,20"), "black", 1.6);
      for (const x of [-14, 0, 14]) p.fill(ellipse(x, 40, 4.4, 4.4, 8), "white");
      p.shape(rect(-14, -14, 28, 9), { tone: 0.5 }, 0.7);
      p.shape(ellipse(34, -44, 9, 4, 9), "black", 0.5);
      for (const d of ["34,-58 26,-74 36,-88 28,-102", "48,-54 44,-68 52,-78"]) p.line(pts(d), 0.9);
      p.shape(rect(-62, 66, 124, 7), "black", 0.5);
    },
  },
  "chopstick-rest": {
    metres: 0.03,
    draw(p) {
      p.shape(pts("-40,14 -34,-8 -18,-10 0,2 18,-10 34,-8 40,14 20,22 -20,22"), "white");
      p.fill(pts("-34,10 0,16 36,8 38,14 20,21 -20,21"), { tone: 0.3 });
      for (const x of [-22, 22]) p.shape(ellipse(x, 2, 4, 4, 8), { tone: 0.6 }, 0.5);
      for (const y of [-4, 6])
        p.at(placed(0, y, -9)).shape(sharp(pts("-70,-3 110,-2 110,2 -70,4")), { tone: 0.56 }, 0.8);
    },
  },
  "scrub-brush": {
    metres: 0.08,
    draw(p) {
      p.shape(sharp(pts("-56,2 56,2 62,26 -62,26")), { tone: 0.14 }, 0.6);
      for (let x = -54; x <= 54; x += 6) p.line(pts(`${x},4 ${x * 1.1},28`), 0.9, "none");
      p.shape(pts("-62,4! -58,-14 -40,-26 -16,-16 16,-16 40,-26 58,-14 62,4!"), { tone: 0.4 });
      p.fill(pts("-60,-2 0,-6 60,-2 61,3! -61,3!"), { tone: 0.6 });
      p.stroke(pts("-50,-12 -38,-19 -24,-14"), "white", 1.4);
    },
  },
  corkscrew: {
    metres: 0.14,
    draw(p) {
      p.shape(pts("-48,-14 -40,-22 40,-22 48,-14 40,0 -40,0"), { tone: 0.46 });
      p.stroke(pts("-36,-16 30,-16"), "white", 1.3);
      p.shape(rect(-6, 0, 12, 22), { tone: 0.3 }, 0.8);
      p.stroke(pts("0,20 12,30 -12,40 12,50 -12,60 12,70 -10,80 6,90 0,100"), "black", 2.6);
    },
  },
  "drinking-straw": {
    metres: 0.2,
    draw(p) {
      p.shape(pts("-6,70! -5,-26! 30,-62! 38,-54! 6,-22! 7,70!"), "white");
      for (let y = -14; y < 66; y += 16)
        p.fill(sharp(pts(`-6,${y + 10} 6,${y} 6,${y + 8} -6,${y + 18}`)), { tone: 0.56 });
      for (const k of [0, 5, 10])
        p.stroke(pts(`${-5 + k * 0.7},${-27 - k * 0.7} ${6 + k * 0.7},${-20 - k * 0.7}`), "black", 0.8);
    },
  },
  cooler: {
    metres: 0.42,
    draw(pen) {
      const p = pen.at(placed(0, 68));
      p.stroke(pts("-82,-10 -76,-74 76,-74 82,-10"), "black", 3);
      p.shape(pts("-90,-20! -84,-40 84,-40 90,-20!"), "white");
      p.shape(rect(-94, -24, 188, 16), { tone: 0.2 });
      p.shape(sharp(pts("-86,-8 86,-8 78,72 -78,72")), { tone: 0.5 });
      p.fill(sharp(pts("48,-8 86,-8 78,72 46,72")), { tone: 0.7 });
      p.shape(sharp(pts("-82,20 82,20 80,38 -80,38")), "white", 0.7);
      p.shape(rect(-14, -26, 28, 24), "black", 0.6);
      p.shape(rect(56, 52, 16, 10), "white", 0.6);
      for (const x of [-84, 84]) p.shape(ellipse(x, -12, 8, 8, 10), "black", 0.6);
    },
  },
  tap: {
    metres: 0.3,
    draw(p) {
      p.shape(rect(-76, -26, 16, 60), { tone: 0.5 });
      p.shape(pts("-62,-10! 10,-12 48,-8 60,20 60,40! 36,40! 34,26 24,14 -62,16!"), { tone: 0.24 });
      p.stroke(pts("-54,-2 10,-4 38,2 48,22"), "white", 2);
      p.shape(rect(32, 38, 32, 11), { tone: 0.56 }, 0.8);
      p.shape(rect(-12, -38, 14, 28), { tone: 0.4 }, 0.9);
      p.shape(pts("-48,-42 -44,-54 34,-54 38,-42 -4,-34"), { tone: 0.16 });
      for (const x of [-44, 34]) p.shape(ellipse(x, -48, 9, 9, 10), { tone: 0.5 }, 0.8);
      p.shape(pts("48,58! 56,74 56,84 48,90 40,84 40,74"), "white", 0.8);
      p.fill(pts("52,72 54,80 49,86 50,76"), { tone: 0.4 });
      p.line(pts("48,50 48,58"), 1.2, "none");
    },
  },
  sink: {
    metres: 0.95,
    draw(p) {
      p.shape(rect(-130, -4, 260, 150), { tone: 0.12 });
      p.fill(rect(60, -4, 70, 150), { tone: 0.26 });
      for (const x of [-126, 4]) p.shape(rect(x, 30, 122, 106), "white", 0.8);
      for (const x of [-18, 14]) p.shape(rect(x, 72, 6, 26), "black", 0.4);
      p.shape(sharp(pts("-142,-30 142,-30 150,0 -150,0")), { tone: 0.24 });
      p.shape(pts("-92,-24! 66,-24! 74,-6! -100,-6!"), { tone: 0.6 }, 0.8);
      p.stroke(pts("-86,-20 40,-20"), { tone: 0.84 }, 2);
      p.shape(rect(-150, 0, 300, 14), { tone: 0.4 });
      p.stroke(pts("-20,-28 -20,-84 -8,-98 20,-96 28,-76"), "black", 4.6);
      p.stroke(pts("-20,-34 -20,-82 -8,-95"), "white", 1.2);
      for (const s of [-1, 1]) p.stroke(pts(`-20,-40 ${-20 + s * 26},-46`), "black", 3);
      p.line(pts("28,-72 28,-22"), 1.4, "end");
      p.line(pts("24,-70 23,-30"), 0.6, "end");
      for (const x of [92, 104, 116]) p.stroke(pts(`${x},-28 ${x - 2},-62`), "black", 1.4);
      p.shape(ellipse(98, -46, 22, 20, 14), "white", 0.9);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
