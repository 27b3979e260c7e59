// Things of stable, yard and sea that hands use, throw, wear or find.
import type { Prop } from "./closed/staging.ts";
import { ellipse, type Pt, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const HANDIWORK_THINGS = {
  belt: {
    metres: 0.12,
    draw(p) {
      const coil = pts("14,-6 50,-24 96,-10 104,26 70,48 24,40 2,14 14,-6");
      p.stroke(coil, "black", 12);
      p.stroke(coil, { tone: 0.56 }, 9);
      p.stroke(pts("14,-6 -30,12 -64,54 -58,100"), "black", 12);
      p.stroke(pts("14,-6 -30,12 -64,54 -58,98"), { tone: 0.56 }, 9);
      for (const [x, y] of [
        [-62, 84],
        [-64, 68],
        [-58, 52],
      ] as const)
        p.fill(ellipse(x, y, 3, 3, 7), "black");
      p.stroke(pts("20,-4 52,-18 90,-6 97,22"), "white", 0.9);
      const q = p.at(placed(0, 2, -22));
      q.shape(rect(-22, -24, 44, 48), { tone: 0.1 });
      q.shape(rect(-12, -14, 24, 28), { tone: 0.7 }, 0.8);
      q.stroke(pts("-14,0 20,0"), "black", 2);
    },
  },
  saddle: {
    metres: 0.5,
    draw(p) {
      p.stroke(pts("10,30 16,72 10,96"), "black", 4);
      p.shape(pts("-14,96! -18,128 38,128 34,96! 26,118 -6,118"), { tone: 0.2 }, 0.9);
      p.shape(pts("-72,-18 -78,10 -54,40 -14,52 4,86 44,84 56,36 78,2 72,-20"), { tone: 0.6 });
      p.stroke(pts("-60,14 -44,32 -8,44 8,76"), "white", 0.9);
      p.shape(
        pts(
          "-98,-34 -92,-58 -66,-62 -46,-34 -6,-20 36,-30 54,-64 72,-76 84,-66 78,-34 60,-8 10,6 -50,-2 -84,-14",
        ),
        { tone: 0.4 },
      );
      p.fill(pts("-80,-16 -40,-10 10,-4 56,-14 74,-36 60,-9 10,5 -50,-3"), { tone: 0.7 });
      p.shape(ellipse(74, -74, 12, 9, 10), "black", 0.6);
      p.stroke(pts("-86,-46 -68,-54 -52,-36 -8,-12"), "white", 1.4);
    },
  },
  horseshoe: {
    metres: 0.14,
    draw(p) {
      p.shape(
        pts(
          "-36,60! -56,10 -46,-38 0,-60 46,-38 56,10 36,60! 18,54! 32,6 26,-22 0,-34 -26,-22 -32,6 -18,54!",
        ),
        { tone: 0.36 },
      );
      p.fill(pts("46,-38 56,10 36,60! 28,57! 44,8 36,-28 8,-48 24,-54"), { tone: 0.6 });
      for (const [x, y] of [
        [-44, 16],
        [-42, -8],
        [-30, -32],
        [30, -32],
        [42, -8],
        [44, 16],
      ] as const)
        p.fill(rect(x - 3, y - 4, 6, 8), "black");
      p.stroke(pts("-48,26 -50,0 -42,-28"), "white", 1.4);
    },
  },
  collar: {
    metres: 0.08,
    draw(p) {
      p.cutOut(ellipse(0, 0, 74, 34, 20), ellipse(0, -6, 58, 22, 18), { tone: 0.56 });
      p.fill(pts("-58,-6 -40,-22 0,-28 40,-22 58,-6 40,-18 0,-23 -40,-18"), { tone: 0.76 });
      for (const [x, y] of [
        [-54, 14],
        [-34, 24],
        [34, 24],
        [54, 14],
      ] as const)
        p.shape(ellipse(x, y, 4, 4, 8), "white", 0.6);
      p.shape(rect(-16, 20, 32, 20), { tone: 0.1 }, 0.9);
      p.stroke(pts("0,24 0,36"), "black", 1.6);
      p.stroke(ellipse(0, 46, 7, 8, 10), "black", 1.6, true);
      p.shape(pts("-14,58 0,50 14,58 12,76 0,84 -12,76"), { tone: 0.24 });
    },
  },
  shuriken: {
    metres: 0.1,
    draw(p) {
      const star = Array.from({ length: 8 }, (_, i): Pt => {
        const [a, r] = [(i * Math.PI) / 4 - 0.3, i % 2 ? 22 : 66];
        return [Math.cos(a) * r, Math.sin(a) * r, 1];
      });
      p.shape(star, { tone: 0.3 });
      for (let i = 0; i < 4; i++) {
        const a = (i * Math.PI) / 2 - 0.3;
        p.fill(
          [
            [Math.cos(a) * 64, Math.sin(a) * 64, 1],
            [Math.cos(a + 0.785) * 22, Math.sin(a + 0.785) * 22, 1],
            [0, 0, 1],
          ],
          { tone: 0.66 },
        );
      }
      p.shape(ellipse(0, 0, 13, 13, 14), "white", 0.9);
      p.contour(star);
    },
  },
  dart: {
    metres: 0.16,
    draw(p) {
      const q = p.at(placed(58, -20, -20));
      q.line(pts("40,0 98,0"), 1.6, "end");
      q.shape(pts("-14,-7 30,-9 48,-3! 48,3! 30,9 -14,7"), { tone: 0.4 });
      for (const x of [0, 10, 20]) q.stroke(pts(`${x},-8 ${x},8`), "black", 1);
      q.stroke(pts("-52,0 -14,0"), "black", 2.4);
      q.shape(sharp(pts("-40,0 -58,-24 -92,-26 -80,0 -92,26 -58,24")), { tone: 0.5 });
      q.fill(sharp(pts("-40,0 -58,-24 -92,-26 -80,0")), "white");
      q.stroke(pts("-84,0 -44,0"), "black", 1.2);
    },
  },
  "clothes-peg": {
    metres: 0.08,
    draw(p) {
      const q = p.at(placed(0, 0, -30));
      for (const s of [-1, 1]) {
        q.shape(pts(`-60,${s * 12} 0,${s * 3} 60,${s * 2} 62,${s * 14} 6,${s * 18} -56,${s * 24}`), {
          tone: s < 0 ? 0.14 : 0.4,
        });
        q.fill(ellipse(40, s * 3, 5, 3, 7), "black");
      }
      q.stroke(ellipse(2, 0, 10, 17, 12), "black", 2, true);
      q.stroke(pts("2,-18 -20,-20"), "black", 1.8);
    },
  },
  "life-jacket": {
    metres: 0.6,
    draw(p) {
      p.shape(pts("-26,-58! -50,-54 -64,-30 -58,-4 -62,64! -6,68! -6,-6 -18,-30"), { tone: 0.5 });
      p.shape(pts("26,-58! 50,-54 64,-30 58,-4 62,64! 6,68! 6,-6 18,-30"), { tone: 0.5 });
      p.fill(pts("40,-50 50,-54 64,-30 58,-4 62,63! 40,65! 44,0"), { tone: 0.7 });
      p.stroke(pts("-26,-58 0,-64 26,-58"), "black", 4);
      for (const y of [-2, 30]) {
        p.shape(rect(-60, y, 120, 11), "black", 0.5);
        p.shape(rect(-11, y - 3, 22, 17), "white", 0.8);
      }
      for (const x of [-36, 36]) p.shape(rect(x - 13, -32, 26, 15), "white", 0.6);
      for (const x of [-34, 34]) p.line(pts(`${x},46 ${x},64`), 0.7, "none");
      p.stroke(pts("30,-56 40,-44 36,-34"), "black", 1);
    },
  },
  "fish-hook": {
    metres: 0.08,
    draw(p) {
      p.line(pts("0,-64 -2,-30"), 0.8, "none");
      p.stroke(ellipse(0, -24, 6, 7, 9), "black", 1.8, true);
      p.stroke(pts("0,-16 2,26 -10,52 -34,50 -40,26"), "black", 4);
      p.fill(pts("-40,12! -48,36! -30,34! -26,22!"), "black");
      p.stroke(pts("3,-8 4,20"), "white", 0.9);
      p.stroke(pts("-6,-12 6,-8"), { tone: 0.5 }, 1.4);
      p.shape(ellipse(0, -82, 11, 14, 12), "white");
      p.fill(pts("-11,-82 0,-80 11,-82 8,-72 0,-68 -8,-72"), { tone: 0.6 });
    },
  },
  starfish: {
    metres: 0.12,
    draw(p) {
      const star = Array.from({ length: 10 }, (_, i): Pt => {
        const [a, r] = [-Math.PI / 2 + 0.2 + (i * Math.PI) / 5, i % 2 ? 25 : 62];
        return [Math.cos(a) * r, Math.sin(a) * r];
      });
      p.shape(star, { tone: 0.4 });
      for (let i = 0; i < 5; i++) {
        const a = -Math.PI / 2 + 0.2 + (i * Math.PI * 2) / 5;
        p.line(
          [
            [0, 0],
            [Math.cos(a) * 52, Math.sin(a) * 52],
          ],
          1,
          "end",
        );
        for (const k of [16, 28, 40])
          for (const s of [-1, 1])
            p.fill(
              ellipse(Math.cos(a + (s * 5) / k) * k, Math.sin(a + (s * 5) / k) * k, 2.4, 2.4, 7),
              "white",
            );
      }
    },
  },
  coral: {
    metres: 0.2,
    draw(p) {
      const branch = (d: string, w: number) => {
        p.stroke(pts(d), "black", w + 2);
        p.stroke(pts(d), { tone: 0.44 }, w);
      };
      for (const [d, w] of [
        ["-4,60 -20,16 -54,-18", 8],
        ["-30,8 -34,-40", 6],
        ["4,60 2,-4 -8,-62", 9],
        ["2,6 26,-30 30,-70", 7],
        ["6,40 44,10 64,-30", 8],
        ["46,8 74,4", 5],
        ["0,-20 -22,-46", 5],
      ] as const)
        branch(d, w);
      for (const [d, w] of [
        ["-4,60 -20,16 -54,-18", 8],
        ["4,60 2,-4 -8,-62", 9],
        ["6,40 44,10 64,-30", 8],
      ] as const)
        p.stroke(pts(d), { tone: 0.44 }, w);
      for (const [x, y] of [
        [-40, -6],
        [-14, 30],
        [4, -30],
        [30, -48],
        [36, 16],
        [54, -12],
        [-32, -24],
        [2, 24],
      ] as const)
        p.fill(ellipse(x, y, 2, 2, 6), "white");
      p.shape(pts("-40,64! -24,52 0,58 24,52 44,64!"), { tone: 0.6 });
    },
  },
  yacht: {
    metres: 4,
    draw(p) {
      p.line(pts("-6,-176 -6,70"), 3, "none");
      p.shape(pts("4,-166! 60,-60 96,50! 4,54!"), "white");
      p.fill(pts("4,10! 84,10 96,50! 4,54!"), { tone: 0.3 });
      p.shape(pts("-14,-140! -50,-40 -104,46! -14,52!"), { tone: 0.12 });
      for (const y of [-80, -30])
        p.line(pts(`6,${y} ${40 - y * -0.1 + (y + 80) * 0.36},${y + 4}`), 0.6, "end");
      p.shape(sharp(pts("-6,-178 26,-170 -6,-160")), { tone: 0.66 }, 0.7);
      p.shape(pts("-124,66! 140,60! 116,92 90,104! -80,104! -104,92"), "white");
      p.fill(pts("-114,82! 126,78! 116,92 90,104! -80,104! -104,92"), { tone: 0.6 });
      p.stroke(pts("-116,74 132,69"), "black", 1);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
