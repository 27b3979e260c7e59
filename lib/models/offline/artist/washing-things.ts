// Things of bathroom, dressing table and sewing box.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const WASHING_THINGS = {
  toilet: {
    metres: 0.8,
    draw(p) {
      p.shape(rect(20, -92, 72, 86), "white");
      p.shape(rect(14, -102, 84, 14), { tone: 0.14 });
      p.shape(rect(30, -78, 18, 8), { tone: 0.5 }, 0.7);
      p.shape(pts("-84,-4! 84,-6! 78,28 44,52 38,84! -34,84! -40,56 -72,34"), "white");
      p.fill(pts("30,0! 83,-4! 78,28 44,52 38,83! 10,83! 20,40"), { tone: 0.2 });
      p.shape(pts("-90,-8 -70,-20 20,-20 86,-16! 86,-4! -70,2"), { tone: 0.1 });
      p.stroke(pts("-78,-8 20,-10 82,-10"), "black", 0.8);
      p.shape(pts("-42,84! 46,84! 52,98! -48,98!"), { tone: 0.3 }, 0.8);
    },
  },
  "toilet-paper": {
    metres: 0.12,
    draw(p) {
      p.shape(pts("38,-36! 74,-20! 74,70! 56,64 46,72! 38,66!"), "white");
      p.line(pts("38,34 74,38"), 0.6, "none");
      p.shape(pts("-46,-36! 40,-36! 40,34! -46,34! -58,0"), "white");
      p.fill(rect(-40, 14, 80, 20), { tone: 0.18 });
      p.shape(ellipse(-44, 0, 17, 36, 18), "white");
      p.shape(ellipse(-44, 0, 7, 15, 14), { tone: 0.6 }, 0.9);
      for (const k of [0.8, 0.62]) p.stroke(ellipse(-44, 0, 17 * k, 36 * k, 16), { tone: 0.4 }, 0.7, true);
    },
  },
  shower: {
    metres: 0.5,
    draw(p) {
      p.stroke(pts("-70,90 -70,-60 -40,-88 6,-78"), "black", 5);
      p.stroke(pts("-71,84 -71,-54 -46,-80"), "white", 1.2);
      const q = p.at(placed(24, -62, 32));
      q.shape(pts("-12,-20! 12,-20! 46,4! 46,18! -46,18! -46,4!"), { tone: 0.36 });
      q.shape(ellipse(0, 18, 46, 8, 16), { tone: 0.66 }, 0.9);
      for (let i = -3; i <= 3; i++)
        for (const k of [0, 1, 2])
          q.line(
            pts(`${i * 12},${30 + k * 36 + (i % 2) * 8} ${i * 15},${52 + k * 36 + (i % 2) * 8}`),
            1,
            "both",
          );
      p.shape(rect(-86, 40, 32, 22), { tone: 0.5 }, 0.9);
      for (const s of [-1, 1]) p.shape(ellipse(-70 + s * 26, 51, 11, 11, 12), { tone: 0.2 }, 0.9);
    },
  },
  toothpaste: {
    metres: 0.16,
    draw(p) {
      const q = p.at(placed(0, 0, -24));
      q.shape(pts("-76,-30! -72,-30! 44,-17! 52,-13 52,13 44,17! -72,30! -76,30!"), "white");
      q.fill(sharp(pts("-72,8 46,4 46,16 -72,30")), { tone: 0.2 });
      q.fill(sharp(pts("-44,-27 -24,-24.6 -24,24.6 -44,27")), { tone: 0.56 });
      q.shape(rect(-84, -31, 10, 62), { tone: 0.4 }, 0.8);
      q.shape(rect(52, -11, 22, 22), { tone: 0.6 });
      q.stroke(pts("-12,0 30,0"), "black", 3);
      q.shape(pts("76,-6 92,-9 104,-1 116,-6 112,6 94,8 78,6"), "white", 0.8);
    },
  },
  "hot-water-bottle": {
    metres: 0.3,
    draw(p) {
      p.shape(rect(-12, -66, 24, 18), "black", 0.7);
      p.shape(pts("-22,-50! 22,-50! 18,-36 44,-22 52,6 50,62 34,80 -34,80 -50,62 -52,6 -44,-22 -18,-36"), {
        tone: 0.5,
      });
      p.fill(pts("24,-32 44,-22 52,6 50,62 34,79 6,79 30,50"), { tone: 0.7 });
      for (let x = -36; x <= 36; x += 12) p.stroke(pts(`${x},-6 ${x},58`), { tone: 0.26 }, 1.1);
      p.shape(ellipse(0, 26, 22, 18, 14), { tone: 0.2 }, 0.8);
      p.shape(ellipse(0, 90, 8, 8, 10), { tone: 0.5 }, 0.8);
    },
  },
  nappy: {
    metres: 0.2,
    draw(p) {
      p.shape(pts("-74,-36! 74,-36! 66,0 40,14 24,50 0,60 -24,50 -40,14 -66,0"), "white");
      p.fill(pts("30,-34! 74,-36! 66,0 40,14 24,49 4,58 24,14"), { tone: 0.16 });
      for (const s of [-1, 1])
        p.shape(pts(`${s * 74},-34! ${s * 34},-30! ${s * 34},-12! ${s * 70},-10!`), { tone: 0.4 }, 0.8);
      for (const d of ["-36,14 -20,30 -12,48", "36,14 20,30 12,48"]) p.stroke(pts(d), "black", 0.8);
      for (const x of [-10, 0, 10]) p.fill(ellipse(x, -22, 3, 3, 7), { tone: 0.6 });
    },
  },
  wig: {
    metres: 0.34,
    draw(p) {
      p.shape(pts("-20,86! 20,86! 32,104! -32,104!"), { tone: 0.4 });
      p.shape(pts("-14,88! -22,40 -34,10 -26,-34 0,-48 26,-34 34,10 22,40 14,88!"), "white");
      p.shape(
        pts(
          "-34,14! -52,60 -76,82! -70,30 -62,-30 -34,-68 0,-78 34,-68 62,-30 70,30 76,82! 52,60 34,14! 30,-20 6,-30! -14,-18 -30,-10",
        ),
        "black",
      );
      for (const d of [
        "-40,-50 -56,-10 -58,40",
        "-20,-66 -44,-20 -44,30",
        "20,-66 46,-20 46,30",
        "40,-50 56,-10 60,40",
      ])
        p.stroke(pts(d), "white", 1.1);
    },
  },
  "eye-patch": {
    metres: 0.06,
    draw(p) {
      p.stroke(pts("-92,-34 -40,-16 0,-10 44,-18 92,-40"), "black", 2);
      p.stroke(pts("-92,-34 -98,-10 -80,6"), "black", 1.4);
      p.shape(pts("-40,-16! 0,-12 42,-18! 40,12 16,36 -14,36 -36,14"), "black");
      p.stroke(pts("-28,-8 -24,12 -8,26"), "white", 1.2);
    },
  },
  swimsuit: {
    metres: 0.6,
    draw(p) {
      p.stroke(pts("-26,-42 -24,-78 -10,-92"), "black", 3);
      p.stroke(pts("26,-42 24,-78 10,-92"), "black", 3);
      p.shape(
        pts(
          "-34,-44! -14,-36 0,-28 14,-36 34,-44! 40,-10 30,18 44,52! 22,58 8,84! -8,84! -22,58 -44,52! -30,18 -40,-10",
        ),
        { tone: 0.66 },
      );
      for (const x of [-34, -31]) p.stroke(pts(`${x},-30 ${x + 10},18 ${x - 2},48`), "white", 0.9);
      p.shape(rect(-14, 0, 28, 20), "white", 0.7);
      p.line(pts("-8,10 8,10"), 1, "none");
    },
  },
  "cloth-roll": {
    metres: 0.3,
    draw(p) {
      const q = p.at(placed(0, 0, -14));
      q.shape(pts("-30,22! 78,22! 96,92! 60,84 24,94 -10,84!"), { tone: 0.2 });
      const roll = pts("-88,-28! 78,-28! 86,0 78,28! -88,28!");
      q.shape(roll, { tone: 0.4 });
      q.inside(roll, (r) => {
        r.fill(rect(-90, 10, 180, 20), { tone: 0.6 });
        for (let x = -70; x < 76; x += 30)
          for (let i = 0; i < 5; i++)
            r.fill(ellipse(x + Math.cos(i * 1.257) * 7, -8 + Math.sin(i * 1.257) * 7, 4, 4, 7), "white");
      });
      for (const [x, y] of [
        [0, 52],
        [36, 64],
        [66, 48],
      ] as const)
        for (let i = 0; i < 5; i++)
          q.fill(ellipse(x + Math.cos(i * 1.257) * 7, y + Math.sin(i * 1.257) * 7, 4, 4, 7), { tone: 0.6 });
      q.shape(ellipse(-88, 0, 14, 28, 16), "white");
      q.stroke(pts("-88,0 -84,-8 -92,-12 -97,0 -90,16 -81,10 -80,-10"), "black", 1.1);
    },
  },
  "embroidery-hoop": {
    metres: 0.2,
    draw(p) {
      p.shape(ellipse(0, 8, 62, 60, 24), "white");
      for (const [x, y, r] of [
        [-8, 0, 9],
        [20, 14, 7],
      ] as const) {
        for (let i = 0; i < 6; i++)
          p.shape(
            ellipse(
              x + Math.cos(i * 1.047) * r * 1.3,
              y + Math.sin(i * 1.047) * r * 1.3,
              r * 0.66,
              r * 0.66,
              9,
            ),
            { tone: 0.5 },
            0.5,
          );
        p.fill(ellipse(x, y, r * 0.5, r * 0.5, 8), "white");
      }
      p.stroke(pts("-8,14 -14,34 2,48"), "black", 1.4);
      p.shape(pts("-14,34 -30,26 -32,38 -20,42"), { tone: 0.6 }, 0.5);
      p.stroke(ellipse(0, 8, 64, 62, 26), "black", 4.4, true);
      p.stroke(ellipse(0, 8, 64, 62, 26), { tone: 0.24 }, 2.6, true);
      p.shape(rect(-9, -66, 18, 14), { tone: 0.5 }, 0.8);
      p.line(pts("24,14 50,-14 72,-44"), 0.7, "none");
      p.line(pts("66,-36 96,-70"), 2, "end");
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
