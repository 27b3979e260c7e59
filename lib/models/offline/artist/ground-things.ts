// Things that stand on sports grounds, in yards and gardens.
import type { Prop } from "./closed/staging.ts";
import { ellipse, type Pt, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const GROUND_THINGS = {
  "climbing-frame": {
    metres: 2,
    draw(p) {
      const at = (x: number, y: number, z: number): Pt => [x * 62 + z * 34, -y * 62 - z * 20 + 100];
      const bar = (a: Pt, b: Pt, back: boolean) =>
        p.stroke([a, b], back ? { tone: 0.5 } : "black", back ? 1.6 : 2.4);
      const joint = ([x, y]: Pt) => p.fill(ellipse(x, y, 5, 5, 8), "black");
      for (const z of [1, 0]) {
        for (let x = -1; x <= 2; x++)
          bar(at(x - 0.5, 0, z), at(x - 0.5, x === -1 || x === 2 ? 2 : 3, z), z === 1);
        for (let y = 1; y <= 3; y++)
          bar(at(y === 3 ? -0.5 : -1.5, y, z), at(y === 3 ? 0.5 : 1.5, y, z), z === 1);
      }
      for (let y = 1; y <= 3; y++)
        for (let x = -1; x <= 2; x++)
          if (y < 3 || (x > -1 && x < 2)) bar(at(x - 0.5, y, 0), at(x - 0.5, y, 1), false);
      for (let y = 1; y <= 3; y++)
        for (let x = -1; x <= 2; x++) if (y < 3 || (x > -1 && x < 2)) joint(at(x - 0.5, y, 0));
    },
  },
  goal: {
    metres: 2.3,
    draw(p) {
      const net = sharp(pts("-160,-96 160,-96 130,86 -130,86"));
      p.fill(net, { tone: 0.1 });
      p.inside(net, (q) => {
        for (let x = -200; x < 200; x += 18) {
          q.line(pts(`${x},-100 ${x + 60},90`), 0.4, "none");
          q.line(pts(`${x + 60},-100 ${x},90`), 0.4, "none");
        }
      });
      for (const s of [-1, 1])
        p.shape(sharp(pts(`${s * 160},-100 ${s * 128},84 ${s * 160},100`)), { tone: 0.2 }, 0.7);
      p.stroke(pts("-130,86 130,86"), { tone: 0.6 }, 2);
      p.stroke(sharp(pts("-160,104 -160,-98 160,-98 160,104")), "black", 5.4);
      p.stroke(sharp(pts("-160,102 -160,-98 160,-98 160,102")), "white", 3);
    },
  },
  "basketball-hoop": {
    metres: 3.1,
    draw(p) {
      p.shape(pts("16,196! 22,182 98,182 104,196!"), "black", 0.6);
      p.stroke(pts("60,186 60,-40 40,-80"), "black", 6);
      p.stroke(pts("58,170 58,-36"), "white", 1.2);
      p.shape(sharp(pts("-96,-176 84,-176 84,-68 -96,-68")), "white");
      p.stroke(sharp(pts("-36,-80 -36,-126 24,-126 24,-80 -36,-80")), { tone: 0.6 }, 2.6);
      const net = pts("-42,-74! 30,-74! 16,-14 -28,-14");
      p.inside(net, (q) => {
        for (let x = -60; x < 60; x += 13) {
          q.line(pts(`${x},-76 ${x + 28},-10`), 0.7, "none");
          q.line(pts(`${x + 28},-76 ${x},-10`), 0.7, "none");
        }
      });
      p.stroke(ellipse(-6, -74, 36, 8, 16), "black", 3, true);
      p.stroke(ellipse(-6, -74, 36, 8, 16), { tone: 0.5 }, 1.2, true);
    },
  },
  target: {
    metres: 1.3,
    draw(p) {
      for (const s of [-1, 1]) p.line(pts(`${s * 24},-60 ${s * 74},126`), 3.4, "none");
      p.line(pts("0,-40 4,112"), 2.6, "none");
      p.shape(ellipse(0, -14, 88, 88, 24), "white");
      for (const [r, paint] of [
        [70, "black"],
        [54, "white"],
        [38, "black"],
        [22, "white"],
      ] as const)
        p.fill(ellipse(0, -14, r, r, 22), paint === "black" ? { tone: 0.62 } : "white");
      p.shape(ellipse(0, -14, 9, 9, 12), "black", 0.5);
      const q = p.at(placed(14, -22, -28));
      q.line(pts("0,0 78,0"), 1.8, "none");
      q.shape(sharp(pts("58,0 72,-10 92,-10 80,0 92,10 72,10")), "white", 0.8);
    },
  },
  punchbag: {
    metres: 1.9,
    draw(p) {
      for (const x of [-26, 0, 26]) p.line(pts(`0,-164 ${x},-104`), 1.6, "none");
      p.stroke(ellipse(0, -172, 7, 9, 10), "black", 2, true);
      const bag = pts("-40,-104! 40,-104! 46,60 40,130 0,140 -40,130 -46,60");
      p.shape(bag, { tone: 0.56 });
      p.inside(bag, (q) => {
        q.fill(pts("12,-110! 60,-110! 60,150! 8,150! 26,60"), { tone: 0.78 });
        for (const y of [-70, 96]) q.stroke(pts(`-50,${y} 0,${y + 8} 50,${y}`), "white", 2.4);
        q.stroke(pts("-20,-4 -4,6 -18,18"), "black", 1.3);
        q.stroke(pts("-24,-92 -28,40"), "white", 1.8);
      });
      p.shape(ellipse(0, -104, 40, 10, 14), { tone: 0.3 });
    },
  },
  stump: {
    metres: 0.45,
    draw(p) {
      p.shape(
        pts(
          "-74,-26! 74,-26! 78,20 92,44 132,58! 60,62 44,54! 20,72 -10,60! -36,74 -56,56! -120,64! -84,40 -78,10",
        ),
        { tone: 0.5 },
      );
      p.fill(pts("30,-20! 74,-26! 78,20 92,44 128,57! 60,60 46,40 36,10"), { tone: 0.74 });
      for (const d of ["-50,0 -54,40", "-20,4 -22,48", "10,4 12,50", "-66,-6 -68,18"])
        p.line(pts(d), 1.1, "end");
      p.shape(ellipse(0, -28, 75, 26, 20), { tone: 0.12 });
      for (const k of [0.74, 0.5, 0.26])
        p.stroke(ellipse(-6 * k, -28, 75 * k, 26 * k, 18), { tone: 0.5 }, 1, true);
      p.line(pts("10,-28 60,-22"), 1, "end");
      p.line(pts("-8,-34 -26,-48"), 0.8, "end");
      p.shape(pts("70,-12 84,-46 96,-50! 98,-30 84,-4"), { tone: 0.3 }, 0.8);
    },
  },
  kennel: {
    metres: 0.9,
    draw(p) {
      p.shape(sharp(pts("-90,-30 70,-30 70,100 -90,100")), { tone: 0.2 });
      p.shape(sharp(pts("70,-30 112,-44 112,82 70,100")), { tone: 0.56 });
      for (const y of [-4, 22, 48, 74]) p.line(pts(`-88,${y} 68,${y}`), 0.6, "none");
      p.shape(sharp(pts("-10,-112 -90,-30 70,-30")), { tone: 0.2 }, 0.9);
      p.shape(sharp(pts("-10,-126 36,-138 128,-44 74,-22")), { tone: 0.66 });
      p.shape(sharp(pts("-10,-126 74,-22 62,-14 -10,-104 -82,-14 -94,-22")), { tone: 0.46 }, 0.9);
      for (const k of [0.3, 0.6])
        p.line(pts(`${-10 + 84 * k},${-126 + 104 * k} ${36 + 92 * k},${-138 + 94 * k}`), 0.7, "none");
      p.shape(pts("-48,100! -48,30 -30,2 -10,-6 10,2 28,30 28,100!"), "black");
      p.shape(rect(-44, -42, 68, 22), "white", 0.7);
      for (const x of [-30, -10, 10]) p.stroke(pts(`${x - 5},-31 ${x + 5},-31`), "black", 1.8);
      p.shape(pts("88,104! 84,88 130,88 126,104!"), { tone: 0.3 }, 0.8);
    },
  },
  clothesline: {
    metres: 1.8,
    draw(p) {
      for (const s of [-1, 1]) {
        p.stroke(pts(`${s * 180},-120 ${s * 180},160`), "black", 4);
        p.stroke(pts(`${s * 180 - 16},-116 ${s * 180 + 16},-116`), "black", 3.4);
        p.stroke(pts(`${s * 180 - 26},160 ${s * 180 + 26},160`), "black", 4);
      }
      p.stroke(pts("-190,-112 0,-106 190,-112"), { tone: 0.4 }, 3);
      p.stroke(pts("-190,-112 0,-106 190,-112"), "black", 0.8);
      p.shape(
        pts("-150,-108! -94,-107! -84,-78! -98,-70! -102,-84! -104,0! -144,0! -144,-84! -148,-72! -164,-80!"),
        "white",
      );
      p.shape(pts("-60,-106! 40,-105! 42,26 20,20 -8,28 -36,20 -62,26"), { tone: 0.12 });
      for (const x of [-36, -8, 20]) p.line(pts(`${x},-96 ${x + 3},0`), 0.6, "end");
      p.stroke(pts("-60,-84 40,-83"), { tone: 0.5 }, 2.4);
      p.shape(pts("74,-107! 126,-108! 130,-20! 106,-20! 101,-64! 96,-20! 72,-20!"), { tone: 0.5 });
      for (const x of [-140, -106, -50, 30, 82, 118]) p.shape(rect(x - 3, -116, 7, 16), "black", 0.4);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
