// Landmarks: what stands along roads and before shrines, what rolls and flies there, and a screen that parts a room.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import { drawLampPost } from "./standing-lamps.ts";
import type { Thing } from "./thing.ts";

export const LANDMARK_THINGS = {
  streetlamp: {
    metres: 3.3,
    draw(p) {
      drawLampPost(p.at(placed(0, 165)), "day");
    },
  },
  torii: {
    metres: 3.4,
    draw(p) {
      for (const s of [-1, 1]) {
        p.shape(
          sharp(pts(`${s * 100 - 13},-96 ${s * 100 + 13},-96 ${s * 112 + 15},170 ${s * 112 - 15},170`)),
          { tone: 0.56 },
        );
        p.fill(sharp(pts(`${s * 100 + 3},-96 ${s * 100 + 13},-96 ${s * 112 + 15},170 ${s * 112 + 4},170`)), {
          tone: 0.74,
        });
        p.shape(
          sharp(pts(`${s * 112 - 21},146 ${s * 112 + 21},146 ${s * 112 + 24},172 ${s * 112 - 24},172`)),
          "black",
          0.7,
        );
      }
      p.shape(rect(-144, -76, 288, 22), { tone: 0.5 });
      p.shape(rect(-18, -124, 36, 52), { tone: 0.2 });
      p.stroke(pts("-8,-114 -8,-84"), "black", 1.6);
      p.stroke(pts("8,-114 8,-84"), "black", 1.6);
      p.shape(
        pts("-168,-152! -80,-134 0,-130 80,-134 168,-152! 162,-118! 80,-108 0,-106 -80,-108 -162,-118!"),
        { tone: 0.56 },
      );
      p.shape(
        pts("-180,-172! -90,-152 0,-148 90,-152 180,-172! 170,-148! 80,-132 0,-129 -80,-132 -170,-148!"),
        "black",
        0.8,
      );
      p.stroke(pts("-164,-160 -80,-146 0,-142 60,-144"), "white", 1.1);
      p.stroke(pts("-98,-36 -50,-18 0,-12 50,-18 98,-36"), { tone: 0.2 }, 5);
      p.stroke(pts("-98,-36 -50,-18 0,-12 50,-18 98,-36"), "black", 0.8);
      for (const x of [-52, 0, 52])
        p.shape(
          sharp(pts(`${x - 5},-12 ${x + 6},-12 ${x + 2},2 ${x + 10},2 ${x - 4},26 ${x},8 ${x - 8},8`)),
          "white",
          0.6,
        );
    },
  },
  "phone-box": {
    metres: 2.4,
    draw(p) {
      p.shape(sharp(pts("-70,-140 70,-140 70,170 -70,170")), { tone: 0.56 });
      p.shape(sharp(pts("-78,-166 78,-166 82,-140 -82,-140")), { tone: 0.4 });
      p.shape(rect(-58, -160, 116, 15), "white", 0.6);
      p.stroke(pts("-42,-152 42,-152"), "black", 2);
      p.shape(rect(-54, -126, 108, 276), { tone: 0.1 }, 0.9);
      p.shape(rect(0, -60, 34, 60), "black", 0.5);
      p.stroke(pts("8,-52 8,-20"), "white", 3);
      for (const y of [-44, -32, -20]) p.fill(ellipse(24, y, 3, 3, 7), "white");
      p.stroke(pts("8,-18 -4,10 14,22 6,40"), "black", 1.2);
      p.shape(rect(-6, 4, 50, 9), { tone: 0.5 }, 0.6);
      for (const y of [-76, 40, 96]) p.stroke(pts(`-54,${y} 54,${y}`), { tone: 0.56 }, 2.4);
      p.stroke(pts("-18,-126 -18,150"), { tone: 0.56 }, 2);
      p.stroke(pts("-44,-110 -26,-120"), "white", 2.6);
      p.stroke(pts("-46,100 -24,74"), "white", 2.6);
      p.shape(rect(44, 0, 6, 34), "black", 0.4);
      p.shape(rect(-76, 168, 152, 12), "black", 0.7);
    },
  },
  hydrant: {
    metres: 0.8,
    draw(p) {
      p.shape(rect(-40, 84, 80, 16), { tone: 0.66 });
      p.shape(pts("-30,84! -30,-34! 30,-34! 30,84!"), { tone: 0.5 });
      p.fill(rect(10, -34, 20, 118), { tone: 0.72 });
      p.stroke(pts("-20,-20 -20,70"), "white", 2);
      p.shape(pts("-38,-34! -34,-66 0,-84 34,-66 38,-34!"), { tone: 0.56 });
      p.shape(rect(-7, -98, 14, 16), "black", 0.6);
      p.shape(rect(-44, -38, 88, 12), { tone: 0.3 }, 0.8);
      for (const s of [-1, 1]) {
        p.shape(rect(s * 46 - 17, -8, 34, 26), { tone: 0.4 }, 0.9);
        p.shape(rect(s * 62 - 6, -12, 12, 34), "black", 0.6);
      }
      p.shape(ellipse(0, 22, 19, 19, 14), { tone: 0.3 });
      p.shape(ellipse(0, 22, 9, 9, 10), "black", 0.5);
      p.stroke(pts("12,32 20,50 8,58"), "black", 1);
    },
  },
  "traffic-cone": {
    metres: 0.7,
    draw(p) {
      p.shape(sharp(pts("-66,84 66,84 78,100 -78,100")), "black");
      p.shape(pts("-52,84! -10,-74 0,-80 10,-74 52,84! 0,92"), { tone: 0.5 });
      p.fill(pts("4,-79 10,-74 52,84! 22,90"), { tone: 0.7 });
      for (const [y, h] of [
        [-34, 26],
        [22, 28],
      ] as const) {
        const half = (at: number) => 10 + (at + 74) * 0.266;
        p.shape(
          pts(
            `${-half(y)},${y}! 0,${y + 5} ${half(y)},${y}! ${half(y + h)},${y + h}! 0,${y + h + 6} ${-half(y + h)},${y + h}!`,
          ),
          "white",
          0.7,
        );
      }
    },
  },
  "hot-air-balloon": {
    metres: 6,
    draw(p) {
      const skin = pts(
        "-24,74! -74,16 -104,-48 -92,-116 -48,-156 0,-166 48,-156 92,-116 104,-48 74,16 24,74!",
      );
      p.shape(skin, "white");
      p.inside(skin, (q) => {
        for (const [a, b] of [
          [-1, -0.66],
          [-0.3, 0.3],
          [0.66, 1],
        ] as const)
          q.fill(
            pts(
              `${a * 8},-170! ${a * 78},-110 ${a * 108},-40 ${a * 70},20 ${a * 24},80! ${b * 24},80! ${b * 70},20 ${b * 108},-40 ${b * 78},-110 ${b * 8},-170!`,
            ),
            { tone: 0.56 },
          );
        q.fill(pts("60,-170! 130,-170! 130,90! 30,90! 66,10 76,-60"), { veil: 0.2 });
        for (const k of [-0.66, -0.3, 0.3, 0.66])
          q.stroke(
            pts(`${k * 8},-168 ${k * 78},-110 ${k * 108},-40 ${k * 70},20 ${k * 24},76`),
            "black",
            0.7,
          );
      });
      p.contour(skin);
      p.shape(pts("-24,72! 24,72! 20,84! -20,84!"), "black", 0.5);
      for (const s of [-1, 1])
        for (const k of [0.4, 1]) p.line(pts(`${s * 20 * k},84 ${s * 24 * k},132`), 0.9, "none");
      p.shape(pts("0,84! -7,98 0,110 7,98"), { tone: 0.2 }, 0.6);
      const basket = pts("-28,132! 28,132! 24,172! -24,172!");
      p.shape(basket, { tone: 0.36 });
      p.inside(basket, (q) => {
        for (const y of [142, 152, 162]) q.line(pts(`-30,${y} 30,${y}`), 0.6, "none");
        for (let x = -24; x <= 24; x += 9) q.line(pts(`${x},132 ${x},174`), 0.5, "none");
      });
      p.stroke(pts("-30,132 30,132"), "black", 2.4);
    },
  },
  tank: {
    metres: 2.4,
    draw(p) {
      p.shape(sharp(pts("50,-66 210,-84 210,-72 52,-48")), { tone: 0.5 });
      p.shape(rect(198, -90, 20, 24), "black", 0.6);
      p.shape(pts("-76,-30! -68,-72 -40,-86 36,-86 64,-60 70,-30!"), { tone: 0.42 });
      p.shape(rect(-40, -98, 48, 14), { tone: 0.6 }, 0.9);
      p.line(pts("-58,-80 -66,-140"), 1.2, "none");
      p.shape(sharp(pts("-160,-4 -128,-32 116,-32 164,2 150,26 -150,26")), { tone: 0.3 });
      p.fill(sharp(pts("-156,6 162,6 150,26 -150,26")), { tone: 0.5 });
      p.shape(pts("-150,20 -164,40 -142,76 -110,86 110,86 146,74 166,38 152,20"), "black");
      for (const x of [-112, -68, -24, 20, 64, 108]) {
        p.shape(ellipse(x, 56, 20, 20, 14), { tone: 0.5 }, 0.6);
        p.fill(ellipse(x, 56, 7, 7, 9), "white");
      }
      for (let x = -140; x <= 140; x += 14) p.stroke(pts(`${x},84 ${x + 3},90`), "white", 0.9);
      p.stroke(pts("-120,-22 90,-22"), "white", 1.4);
      p.fill(ellipse(20, -58, 11, 11, 12), "white");
      p.fill(sharp(pts("20,-67 22,-61 29,-61 24,-56 26,-50 20,-54 14,-50 16,-56 11,-61 18,-61")), "black");
    },
  },
  "folding-screen": {
    metres: 1.5,
    draw(p) {
      const folds = [
        [-160, -120, 14],
        [-80, -106, -14],
        [0, -120, 14],
        [80, -106, -14],
      ] as const;
      for (const [x, top, slope] of folds) {
        p.shape(
          sharp(pts(`${x},${top} ${x + 80},${top + slope} ${x + 80},${top + slope + 218} ${x},${top + 218}`)),
          "black",
          0.6,
        );
        const leaf = sharp(
          pts(
            `${x + 7},${top + 9} ${x + 73},${top + slope + 7} ${x + 73},${top + slope + 209} ${x + 7},${top + 209}`,
          ),
        );
        p.fill(leaf, slope > 0 ? { tone: 0.08 } : { tone: 0.22 });
      }
      p.inside(sharp(pts("-153,-111 -87,-99 -87,103 -153,89")), (q) =>
        q.stroke(pts("-160,60 -120,20 -110,-30 -80,-50"), "black", 4),
      );
      p.stroke(pts("-150,62 -124,34 -112,-10 -90,-36"), "black", 4.4);
      p.stroke(pts("-72,-44 -40,-56 -8,-40"), "black", 3.4);
      p.stroke(pts("8,-42 40,-70 70,-64"), "black", 2.4);
      for (const [x, y, r] of [
        [-112, -58, 20],
        [-64, -66, 17],
        [-30, -80, 20],
        [24, -84, 17],
        [54, -52, 15],
        [-130, -14, 14],
      ] as const) {
        p.shape(
          pts(
            `${x - r},${y} ${x - r * 0.5},${y - r * 0.6} ${x + r * 0.5},${y - r * 0.6} ${x + r},${y} ${x},${y + r * 0.3}`,
          ),
          { tone: 0.6 },
          0.6,
        );
      }
      p.shape(ellipse(118, -64, 22, 22, 16), { tone: 0.36 }, 0.7);
      for (const d of ["-60,84 -30,74 -8,80", "10,78 36,66 72,74", "90,76 120,64 150,70"])
        p.stroke(pts(d), { tone: 0.56 }, 1.6);
      p.stroke(pts("96,30 110,40 118,30 128,42 140,30"), "black", 1.2);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
