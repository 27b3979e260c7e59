// Things of small children and of old games: what is stacked, ridden indoors, saved in, blown and swung.
import type { Prop } from "./closed/staging.ts";
import { ellipse, type Pt, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const NURSERY_THINGS = {
  blocks: {
    metres: 0.18,
    draw(p) {
      p.shape(rect(-70, 14, 62, 50), { tone: 0.24 });
      p.shape(sharp(pts("-70,14 -58,2 4,2 -8,14")), "white", 0.8);
      p.shape(sharp(pts("-8,14 4,2 4,52 -8,64")), { tone: 0.6 }, 0.8);
      p.shape(rect(12, 14, 50, 50), "white");
      p.shape(sharp(pts("12,14 24,2 74,2 62,14")), { tone: 0.2 }, 0.8);
      p.shape(sharp(pts("62,14 74,2 74,52 62,64")), { tone: 0.66 }, 0.8);
      p.stroke(pts("24,54 37,24 50,54"), "black", 2.2);
      p.stroke(pts("29,43 45,43"), "black", 1.8);
      p.shape(sharp(pts("-30,2 30,2 0,-52")), { tone: 0.5 });
      p.shape(sharp(pts("0,-52 10,-60 42,-6 30,2")), { tone: 0.74 }, 0.8);
      p.shape(ellipse(-88, 50, 15, 15, 14), { tone: 0.5 });
      p.fill(ellipse(-93, 45, 4, 4, 8), "white");
      const star = (k: number): Pt[] =>
        Array.from({ length: 10 }, (_, i): Pt => {
          const [a, r] = [-Math.PI / 2 + (i * Math.PI) / 5, (i % 2 ? 7 : 15) * k];
          return [-39 + Math.cos(a) * r, 40 + Math.sin(a) * r, 1];
        });
      p.shape(star(1), "white", 0.6);
    },
  },
  "rocking-horse": {
    metres: 0.8,
    draw(p) {
      p.stroke(pts("-120,72 -70,102 0,114 70,102 120,72"), "black", 5);
      p.stroke(pts("-100,82 0,110 100,82"), { tone: 0.4 }, 2);
      for (const d of ["-52,30 -70,100", "-34,34 -26,108", "34,34 26,108", "52,28 72,98"])
        p.stroke(pts(d), { tone: 0.56 }, 5.4);
      p.shape(
        pts(
          "-70,-6 -60,-30 -20,-26 20,-30 38,-76 62,-104 76,-92 104,-62 96,-48 72,-54 62,-24 64,22 46,42 -44,44 -66,28",
        ),
        { tone: 0.24 },
      );
      p.fill(pts("-64,16 -20,26 30,24 62,4 62,24 46,41 -44,43 -64,28"), { tone: 0.46 });
      p.shape(pts("36,-84 58,-108 60,-88 46,-58 34,-24 22,-30 30,-58"), "black", 0.6);
      p.shape(pts("-66,-18 -92,-14 -104,24 -94,52! -84,16 -64,2"), "black", 0.6);
      p.shape(pts("-34,-26 -26,-40 8,-36 18,-28! 12,-10 -26,-10"), { tone: 0.7 }, 0.9);
      p.stroke(pts("-10,-10 -8,26"), "black", 2);
      p.fill(ellipse(74, -78, 4, 4.6, 8), "black");
      p.fill(ellipse(95, -58, 2.4, 2.4, 6), "black");
      p.stroke(pts("62,-66 84,-48"), "black", 1.6);
      p.stroke(pts("72,-58 40,-36 8,-32"), "black", 1.3);
      p.stroke(pts("38,-60 60,-54"), "black", 4);
    },
  },
  "piggy-bank": {
    metres: 0.16,
    draw(p) {
      for (const x of [-34, -14, 22, 40]) p.shape(rect(x - 8, 34, 17, 24), { tone: 0.34 }, 0.9);
      p.shape(pts("-62,4 -52,-28 -14,-44 28,-42 58,-18 78,-18! 84,12! 60,18 42,38 0,46 -44,38"), {
        tone: 0.14,
      });
      p.fill(pts("-58,16 -20,30 30,26 58,14 42,37 0,45 -44,37"), { tone: 0.34 });
      p.shape(pts("22,-40! 30,-64 50,-36!"), { tone: 0.4 }, 0.9);
      p.fill(ellipse(52, -14, 4, 5, 8), "black");
      for (const y of [-8, 2]) p.fill(ellipse(79, y, 2.4, 3, 7), "black");
      p.stroke(pts("-62,2 -76,-8 -72,-20 -84,-22"), "black", 2.2);
      p.shape(pts("-20,-43! 10,-46! 10,-40! -20,-37!"), "black", 0.4);
      p.shape(ellipse(-6, -60, 15, 15, 14), { tone: 0.3 });
      p.stroke(ellipse(-6, -60, 9, 9, 12), "black", 0.8, true);
      p.stroke(pts("-46,-16 -30,-30 -14,-34"), "white", 2.2);
    },
  },
  "snow-globe": {
    metres: 0.14,
    draw(p) {
      const glass = ellipse(0, -10, 56, 54, 18);
      p.shape(glass, { tone: 0.14 });
      p.inside(glass, (q) => {
        q.fill(pts("-70,24! -20,14 20,20 70,12! 70,60! -70,60!"), "white");
        q.shape(rect(-28, -4, 38, 26), { tone: 0.5 }, 0.8);
        q.shape(sharp(pts("-36,-2 -9,-26 18,-2")), "white", 0.8);
        q.fill(rect(-16, 6, 10, 16), "black");
        for (const k of [0, 1])
          q.shape(
            sharp(pts(`${14},${14 - k * 14} 29,${-16 - k * 14} 44,${14 - k * 14}`)),
            { tone: 0.66 },
            0.6,
          );
        for (const [x, y] of [
          [-38, -26],
          [-22, -42],
          [4, -44],
          [22, -34],
          [38, -18],
          [-44, 4],
          [-4, -34],
          [16, -50],
        ] as const)
          q.fill(ellipse(x, y, 3.4, 3.4, 7), "white");
      });
      p.contour(glass);
      p.stroke(pts("-42,-20 -34,-40 -18,-50"), "white", 2.6);
      p.shape(pts("-44,36! 44,36! 56,66! -56,66!"), "black");
      p.stroke(pts("-40,48 40,48"), "white", 1.2);
    },
  },
  kendama: {
    metres: 0.22,
    draw(p) {
      p.shape(pts("-6,60! -9,0 -5,-66 0,-76! 5,-66 9,0 6,60!"), { tone: 0.24 });
      p.shape(pts("-22,58! 22,58! 14,74 -14,74"), { tone: 0.5 });
      p.shape(pts("-52,-32! -42,-8 -12,-14 12,-14 42,-8 52,-32! 60,0 44,16 12,8 -12,8 -44,16 -60,0"), {
        tone: 0.36,
      });
      p.shape(ellipse(-55, -14, 8, 19, 12), { tone: 0.66 }, 0.8);
      p.shape(ellipse(55, -14, 8, 19, 12), { tone: 0.66 }, 0.8);
      p.stroke(pts("0,10 40,34 54,74 40,96"), "black", 1);
      p.shape(ellipse(36, 118, 28, 28, 16), { tone: 0.56 });
      p.fill(pts("40,92 62,108 62,130 42,144 52,120"), { tone: 0.76 });
      p.fill(ellipse(26, 108, 6, 5, 8), "white");
      p.fill(ellipse(36, 96, 6, 3.6, 8), "black");
    },
  },
  "soap-bubbles": {
    metres: 0.5,
    draw(p) {
      const q = p.at(placed(0, 0, -52));
      q.stroke(pts("-50,0 44,0"), { tone: 0.6 }, 3.6);
      q.stroke(ellipse(60, 0, 17, 15, 14), "black", 2.4, true);
      for (const [x, y, r] of [
        [66, -76, 26],
        [112, -112, 17],
        [96, -46, 12],
        [62, -138, 20],
        [124, -74, 9],
        [22, -110, 11],
        [104, -160, 9],
      ] as const) {
        p.shape(ellipse(x, y, r, r, 18), "white", 0.8);
        p.stroke(
          pts(`${x - r * 0.62},${y + r * 0.1} ${x - r * 0.46},${y - r * 0.44} ${x},${y - r * 0.64}`),
          { tone: 0.34 },
          r > 14 ? 1.8 : 1,
        );
        p.stroke(pts(`${x + r * 0.66},${y + r * 0.1} ${x + r * 0.4},${y + r * 0.56}`), { tone: 0.5 }, 0.9);
      }
    },
  },
  "game-console": {
    metres: 0.1,
    draw(p) {
      p.shape(pts("-86,-30 -70,-42 70,-42 86,-30 86,30 70,42 -70,42 -86,30"), { tone: 0.2 });
      p.shape(rect(-44, -32, 88, 64), "black", 0.7);
      p.fill(rect(-38, -26, 76, 52), { tone: 0.12 });
      p.fill(pts("-38,14! -10,2 10,10 38,-4! 38,26! -38,26!"), { tone: 0.5 });
      p.fill(ellipse(20, -12, 7, 7, 10), { tone: 0.6 });
      p.shape(rect(-22, -4, 10, 14), "black", 0.3);
      p.fill(rect(-70, -17, 8, 26), "black");
      p.fill(rect(-79, -8, 26, 8), "black");
      for (const [x, y] of [
        [66, -16],
        [66, 6],
        [56, -5],
        [76, -5],
      ] as const)
        p.shape(ellipse(x, y, 5.4, 5.4, 9), "black", 0.4);
      for (const x of [-74, 56]) p.stroke(pts(`${x},28 ${x + 14},28`), "black", 1.6);
    },
  },
  pacifier: {
    metres: 0.05,
    draw(p) {
      p.shape(pts("-10,-6 -16,-36 0,-48 16,-36 10,-6"), { tone: 0.16 });
      p.stroke(pts("-8,-24 -6,-38"), "white", 1.6);
      p.shape(pts("-46,0 -34,-12 0,-6 34,-12 46,0 34,12 0,8 -34,12"), { tone: 0.46 });
      for (const x of [-28, 28]) p.fill(ellipse(x, 0, 5, 4, 8), "white");
      p.shape(ellipse(0, 12, 11, 8, 10), "white", 0.8);
      p.stroke(ellipse(0, 34, 19, 20, 16), "black", 3, true);
    },
  },
  rattle: {
    metres: 0.16,
    draw(p) {
      const q = p.at(placed(0, 0, -60));
      q.shape(rect(-26, -5, 66, 10), { tone: 0.3 }, 0.9);
      q.stroke(ellipse(-42, 0, 16, 15, 14), "black", 3, true);
      const ball = ellipse(76, 0, 40, 38, 16);
      q.shape(ball, "white");
      q.inside(ball, (r) => {
        r.fill(rect(66, -44, 20, 88), { tone: 0.5 });
        for (const [x, y] of [
          [52, -14],
          [54, 14],
          [102, -12],
          [100, 16],
        ] as const)
          r.fill(ellipse(x, y, 5, 5, 9), { tone: 0.66 });
      });
      q.contour(ball);
      for (const [a, b] of ["118,-30 132,-36", "122,-6 138,-8"].map((d) => d.split(" ")))
        q.line(pts(`${a} ${b}`), 1);
    },
  },
  "rubber-duck": {
    metres: 0.1,
    draw(p) {
      p.shape(pts("-58,6! -70,-16 -48,-10 -20,-8 0,-8! 46,-6 56,18 40,42 -30,44 -54,30"), { tone: 0.16 });
      p.fill(pts("-50,26 0,34 50,22 40,41 -30,43"), { tone: 0.38 });
      p.shape(ellipse(22, -32, 30, 29, 14), { tone: 0.16 });
      p.shape(pts("44,-32 72,-36 78,-28! 70,-20 46,-18"), { tone: 0.6 });
      p.line(pts("48,-26 76,-28"), 0.8, "none");
      p.fill(ellipse(28, -40, 5, 6, 9), "black");
      p.fill(ellipse(29.5, -42, 1.8, 1.8, 6), "white");
      p.shape(pts("-32,8 -10,2 14,8 8,24 -14,28 -30,20"), { tone: 0.28 }, 0.8);
      p.stroke(pts("4,-50 12,-56 22,-57"), "white", 1.8);
    },
  },
  "string-phone": {
    metres: 0.1,
    draw(p) {
      p.stroke(pts("12,0 60,18 120,10"), "black", 1);
      for (const [x, y, turn] of [
        [-22, -4, 8],
        [154, 4, 186],
      ] as const) {
        const q = p.at(placed(x, y, turn));
        q.shape(sharp(pts("36,-20 -34,-32 -34,32 36,20")), "white");
        q.fill(sharp(pts("36,4 -34,12 -34,32 36,20")), { tone: 0.26 });
        q.fill(sharp(pts("14,-24 0,-26 0,26 14,24")), { tone: 0.56 });
        q.shape(ellipse(-34, 0, 8, 32, 14), { tone: 0.5 }, 0.9);
      }
    },
  },
  kaleidoscope: {
    metres: 0.22,
    draw(p) {
      const q = p.at(placed(0, 0, -24));
      const tube = rect(-52, -24, 150, 48);
      q.shape(tube, { tone: 0.5 });
      q.inside(tube, (r) => {
        r.fill(rect(-60, 6, 170, 22), { tone: 0.7 });
        for (let x = -40; x < 96; x += 22) {
          r.fill(ellipse(x, -4, 6, 6, 8), "white");
          for (let i = 0; i < 5; i++)
            r.fill(ellipse(x + Math.cos(i * 1.257) * 8, -4 + Math.sin(i * 1.257) * 8, 3, 3, 6), "white");
        }
      });
      q.shape(rect(-62, -20, 14, 40), "black", 0.6);
      q.shape(rect(92, -28, 14, 56), { tone: 0.2 }, 0.9);
      q.shape(ellipse(107, 0, 9, 28, 14), "white", 0.9);
      q.stroke(pts("107,-22 107,22"), { tone: 0.5 }, 1);
      q.stroke(pts("101,-10 113,10"), { tone: 0.5 }, 1);
      q.stroke(pts("113,-10 101,10"), { tone: 0.5 }, 1);
    },
  },
  "hula-hoop": {
    metres: 0.9,
    draw(p) {
      const ring = ellipse(110, 0, 108, 112, 26);
      p.stroke(ring, "black", 5.4, true);
      p.stroke(ring, "white", 3, true);
      for (let i = 0; i < 12; i++) {
        const arc = [0, 0.13, 0.26].map(
          (t): Pt => [110 + Math.cos(i * 0.5236 + t) * 108, Math.sin(i * 0.5236 + t) * 112],
        );
        p.stroke(arc, { tone: 0.6 }, 3.2);
      }
    },
  },
  stilts: {
    metres: 1.7,
    draw(p) {
      for (const [x, y] of [
        [-10, 0],
        [44, -10],
      ] as const) {
        p.shape(
          sharp(pts(`${x - 6},${y - 110} ${x + 6},${y - 110} ${x + 7},${y + 180} ${x - 7},${y + 180}`)),
          { tone: 0.2 },
        );
        for (const dy of [-60, -8, 46, 140])
          p.stroke(pts(`${x - 7},${y + dy} ${x},${y + dy + 3} ${x + 7},${y + dy}`), "black", 1);
        p.shape(
          sharp(pts(`${x - 10},${y + 84} ${x + 36},${y + 80} ${x + 36},${y + 94} ${x - 10},${y + 100}`)),
          { tone: 0.5 },
        );
        for (const dy of [82, 90, 98])
          p.stroke(pts(`${x - 10},${y + dy} ${x + 10},${y + dy - 2}`), "black", 1);
      }
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
