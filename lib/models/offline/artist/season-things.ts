// Things of seasons and processions, and what is hung, popped, carried and set out for them.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const SEASON_THINGS = {
  mikoshi: {
    metres: 2,
    draw(p) {
      for (const y of [86, 104])
        p.shape(sharp(pts(`-200,${y} 200,${y} 200,${y + 11} -200,${y + 11}`)), { tone: 0.3 });
      p.shape(sharp(pts("-84,62 84,62 92,88 -92,88")), { tone: 0.66 });
      p.shape(rect(-64, -30, 128, 92), { tone: 0.2 });
      for (const x of [-64, -24, 12, 52]) p.shape(rect(x, -30, 12, 92), { tone: 0.6 }, 0.7);
      p.shape(rect(-10, -8, 20, 56), "black", 0.6);
      for (const y of [10, 40]) p.stroke(pts(`-74,${y + 14} 74,${y + 14}`), "black", 1.6);
      p.shape(pts("-128,-26! -70,-52 -40,-96! 40,-96! 70,-52 128,-26! 84,-28 0,-34 -84,-28"), "black");
      for (const x of [-30, 0, 30]) p.stroke(pts(`${x * 0.9},-92 ${x * 1.5},-60 ${x * 2.4},-34`), "white", 1);
      p.shape(ellipse(0, -62, 14, 14, 14), { tone: 0.2 }, 0.8);
      for (const s of [-1, 1]) {
        p.stroke(pts(`${s * 124},-28 ${s * 140},-44 ${s * 132},-54`), "black", 2.6);
        p.stroke(pts(`${s * 110},-26 ${s * 104},20 ${s * 92},60`), { tone: 0.5 }, 4);
        p.shape(pts(`${s * 98},54 ${s * 84},54 ${s * 86},80 ${s * 102},80`), { tone: 0.5 }, 0.7);
      }
      p.shape(rect(-46, -104, 92, 10), { tone: 0.4 }, 0.8);
      p.stroke(pts("0,-104 0,-122"), "black", 2.4);
      p.shape(
        pts(
          "-2,-122 -26,-132 -44,-158! -20,-150 -4,-148 4,-166 16,-170 12,-158 24,-150! 44,-162! 30,-134 8,-120",
        ),
        { tone: 0.2 },
      );
    },
  },
  palanquin: {
    metres: 1.3,
    draw(p) {
      p.shape(pts("-220,-84! -110,-94 0,-97 110,-94 220,-84! 220,-72! 110,-82 0,-85 -110,-82 -220,-72!"), {
        tone: 0.5,
      });
      p.shape(sharp(pts("-84,-62 84,-62 92,84 -92,84")), { tone: 0.24 });
      p.fill(sharp(pts("54,-62 84,-62 92,84 58,84")), { tone: 0.44 });
      p.shape(pts("-98,-60! -88,-80 0,-90 88,-80 98,-60! 0,-68"), "black", 0.8);
      p.shape(rect(-52, -44, 86, 76), { tone: 0.06 }, 0.9);
      for (let y = -38; y < 30; y += 7) p.line(pts(`-50,${y} 32,${y}`), 0.4, "none");
      for (const x of [-26, 8]) p.stroke(pts(`${x},-44 ${x},32`), { tone: 0.6 }, 1.4);
      p.shape(sharp(pts("-96,78 96,78 92,94 -92,94")), { tone: 0.6 }, 0.9);
      for (const x of [-60, 60]) p.stroke(pts(`${x},-62 ${x},-84`), "black", 2.4);
    },
  },
  rickshaw: {
    metres: 1.7,
    draw(p) {
      p.stroke(pts("40,36 120,44 200,8 224,6"), "black", 3.4);
      p.stroke(pts("60,46 130,58 206,24 224,6"), "black", 2.2);
      p.shape(pts("-88,-16! -84,-92 -40,-128 24,-112 44,-70! 8,-74 -20,-52 -30,-16!"), "black");
      for (const d of ["-84,-84 -34,-66", "-66,-112 -22,-72", "-36,-126 -6,-76"])
        p.stroke(pts(d), "white", 1);
      p.shape(pts("-92,-18! -30,-18! -20,8 50,8! 44,40 -60,44 -88,20"), { tone: 0.5 });
      p.stroke(pts("-80,-6 -40,-6 -26,20 40,20"), "white", 1.3);
      p.shape(pts("-34,6! 46,2! 48,12! -30,18!"), { tone: 0.2 }, 0.8);
      p.shape(sharp(pts("40,36 96,74 92,84 36,48")), { tone: 0.4 }, 0.8);
      const [x, y, r] = [-26, 76, 74];
      p.stroke(ellipse(x, y, r, r, 26), "black", 4, true);
      p.stroke(ellipse(x, y, r - 8, r - 8, 24), "black", 0.8, true);
      for (let i = 0; i < 8; i++)
        p.at(placed(x, y, i * 22.5)).stroke(
          [
            [-r, 0],
            [r, 0],
          ],
          "black",
          0.7,
        );
      p.shape(ellipse(x, y, 10, 10, 12), { tone: 0.4 });
    },
  },
  "stone-lantern": {
    metres: 1.5,
    draw(p) {
      p.shape(pts("-70,150! -64,128 64,128 70,150!"), { tone: 0.44 });
      p.shape(pts("-24,130! -20,44! 20,44! 24,130!"), { tone: 0.3 });
      p.fill(sharp(pts("6,44 20,44 24,130 8,130")), { tone: 0.54 });
      p.shape(pts("-56,30! 56,30! 44,50 -44,50"), { tone: 0.4 });
      p.shape(sharp(pts("-44,-34 44,-34 46,30 -46,30")), { tone: 0.24 });
      p.shape(rect(-20, -22, 40, 42), "black", 0.8);
      p.fill(pts("0,-18 9,-2 6,14 -6,14 -9,-2"), "white");
      p.shape(pts("-98,-22! -84,-40 -46,-62 -16,-82! 16,-82! 46,-62 84,-40 98,-22! 0,-32"), { tone: 0.36 });
      p.fill(pts("8,-82 16,-82! 46,-62 84,-40 98,-22! 40,-28 30,-52"), { tone: 0.58 });
      p.shape(pts("-12,-82! -16,-100 0,-122! 16,-100 12,-82!"), { tone: 0.36 });
      for (const d of ["-80,-36 -50,-44", "-14,70 -8,84", "10,96 16,108", "-50,138 -20,140"])
        p.line(pts(d), 0.9);
    },
  },
  "teru-teru-bozu": {
    metres: 0.2,
    draw(p) {
      p.line(pts("0,-10 0,22"), 1.2, "none");
      p.shape(
        pts("-12,68! -34,110 -46,134! -24,128 -10,142! 6,130 22,142! 30,128 48,132! 32,104 12,68!"),
        "white",
      );
      for (const d of ["-8,76 -20,122", "2,78 4,126", "10,76 26,120"]) p.line(pts(d), 0.8, "end");
      p.shape(ellipse(0, 44, 28, 27, 16), "white");
      p.stroke(pts("-14,68 0,72 14,68"), "black", 2.8);
      p.stroke(pts("12,70 26,78 22,86"), "black", 1.2);
      for (const x of [-10, 10]) p.fill(ellipse(x, 42, 3, 4, 8), "black");
      p.line(pts("-9,54 0,59 9,54"), 1, "none");
      p.fill(pts("12,24 26,36 26,54 14,66 20,46"), { tone: 0.2 });
    },
  },
  "kagami-mochi": {
    metres: 0.26,
    draw(p) {
      p.shape(sharp(pts("-44,62 44,62 52,100 -52,100")), { tone: 0.2 });
      p.shape(ellipse(0, 80, 12, 11, 12), "black", 0.6);
      p.shape(sharp(pts("-84,48 84,48 80,64 -80,64")), { tone: 0.14 });
      p.shape(sharp(pts("-30,46 30,46 20,76 8,66 0,84 -8,66 -20,76")), "white", 0.8);
      p.shape(pts("-66,44! -72,20 -50,4 0,-2 50,4 72,20 66,44!"), "white");
      p.fill(pts("30,2 52,6 71,20 66,43! 20,43! 48,28"), { tone: 0.18 });
      p.shape(pts("-46,4! -50,-14 -30,-28 0,-31 30,-28 50,-14 46,4!"), "white");
      p.fill(pts("20,-29 32,-27 49,-14 46,3! 16,3! 34,-8"), { tone: 0.18 });
      p.shape(ellipse(0, -46, 22, 19, 14), { tone: 0.4 });
      p.shape(pts("0,-62! 16,-82 38,-78! 22,-62"), { tone: 0.66 }, 0.7);
      p.fill(ellipse(-8, -51, 4, 3, 7), "white");
    },
  },
  "pampas-grass": {
    metres: 1.1,
    draw(p) {
      for (const [turn, long] of [
        [-26, 150],
        [-8, 190],
        [8, 170],
        [26, 146],
        [40, 112],
      ] as const) {
        const q = p.at(placed(0, 40, turn));
        q.stroke(
          [
            [0, 0],
            [0, -long],
          ],
          "black",
          1.2,
        );
        const top = -long;
        q.shape(
          [
            [0, top + 8, 1],
            [-12, top - 20],
            [-9, top - 56],
            [4, top - 84, 1],
            [12, top - 48],
            [11, top - 14],
          ],
          { tone: 0.1 },
          0.8,
        );
        for (const [x, y] of [
          [-10, -16],
          [-10, -34],
          [-6, -54],
          [11, -14],
          [12, -34],
          [9, -56],
        ] as const)
          q.line(
            [
              [0, top + y + 16],
              [x * 1.4, top + y - 4],
            ],
            0.7,
            "end",
          );
      }
      for (const [turn, side] of [
        [-44, -1],
        [-14, -1],
        [18, 1],
        [50, 1],
      ] as const)
        p.at(placed(0, 42, turn)).shape(
          pts(`-4,0! ${-2 + side * 6},-60 ${side * 34},-104! ${side * 16 + 4},-56 5,0!`),
          { tone: 0.5 },
          0.7,
        );
    },
  },
  "party-popper": {
    metres: 0.2,
    draw(p) {
      const q = p.at(placed(0, 0, -46));
      q.line(pts("-40,0 -62,8 -70,-2"), 1.2, "none");
      const cone = sharp(pts("-40,0 44,-32 44,32"));
      q.shape(cone, { tone: 0.5 });
      q.inside(cone, (r) => {
        for (const x of [-22, 2, 26])
          r.fill(sharp(pts(`${x},-40 ${x + 10},-40 ${x + 10},40 ${x},40`)), "white");
      });
      q.shape(ellipse(44, 0, 9, 32, 14), "black", 0.8);
      for (const d of ["50,-14 70,-34 88,-26 106,-50", "54,0 78,-8 92,8 122,-4", "50,14 66,34 90,30 100,54"])
        q.stroke(pts(d), "black", 1.6);
      for (const [x, y, turn] of [
        [76, -52, 20],
        [104, -28, 60],
        [116, 24, 10],
        [80, 48, 40],
        [132, -14, 30],
        [96, 14, 70],
        [70, 12, 0],
      ] as const)
        q.at(placed(x, y, turn)).shape(rect(-5, -4, 10, 8), turn > 30 ? { tone: 0.6 } : "white", 0.6);
    },
  },
  frisbee: {
    metres: 0.06,
    draw(p) {
      const q = p.at(placed(0, 0, -12));
      q.shape(ellipse(0, 0, 78, 27, 22), { tone: 0.5 });
      q.fill(pts("-76,4 -40,20 20,24 76,4 60,20 0,28 -60,20"), { tone: 0.76 });
      q.shape(ellipse(0, -5, 58, 17, 20), { tone: 0.2 }, 0.8);
      q.stroke(ellipse(0, -5, 34, 9, 16), "black", 0.8, true);
    },
  },
  "puzzle-cube": {
    metres: 0.06,
    draw(p) {
      p.shape(sharp(pts("0,-56 56,-30 0,-4 -56,-30")), "black");
      p.shape(sharp(pts("-56,-30 0,-4 0,58 -56,30")), "black");
      p.shape(sharp(pts("56,-30 0,-4 0,58 56,30")), "black");
      for (let a = 0; a < 3; a++)
        for (let b = 0; b < 3; b++) {
          const face = (
            o: readonly [number, number],
            u: readonly [number, number],
            v: readonly [number, number],
            tone: number,
          ) => {
            const at = (i: number, j: number) =>
              [o[0] + u[0] * i + v[0] * j, o[1] + u[1] * i + v[1] * j, 1] as const;
            p.fill(
              [
                at(a + 0.12, b + 0.12),
                at(a + 0.88, b + 0.12),
                at(a + 0.88, b + 0.88),
                at(a + 0.12, b + 0.88),
              ],
              tone === 0 ? "white" : { tone },
            );
          };
          face([0, -56], [18.7, 8.7], [-18.7, 8.7], [0, 0.3, 0, 0.6, 0.14][(a * 2 + b) % 5] ?? 0);
          face([-56, -30], [18.7, 8.7], [0, 20.3], [0.3, 0.14, 0.6, 0, 0.3][(a + b * 3) % 5] ?? 0);
          face([0, -4], [18.7, -8.7], [0, 20.3], [0.6, 0.5, 0.3, 0.66, 0.14][(a * 3 + b) % 5] ?? 0);
        }
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
