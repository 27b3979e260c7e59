// Things of workshop, ship and police station: hardware, fastenings and machines.
import type { Prop } from "./closed/staging.ts";
import { ellipse, type Pt, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

/** A toothed wheel's outline. */
const cog = (r: number, teeth: number): Pt[] =>
  Array.from({ length: teeth * 4 }, (_, i): Pt => {
    const a = ((i + 0.5) / (teeth * 4)) * Math.PI * 2;
    const out = i % 4 < 2 ? r : r * 0.8;
    return [Math.cos(a) * out, Math.sin(a) * out, 1];
  });

export const WORKSHOP_THINGS = {
  nail: {
    metres: 0.08,
    draw(p) {
      const q = p.at(placed(0, -10, 24));
      q.shape(sharp(pts("-16,-46 16,-46 16,-38 5,-38 5,30 0,48 -5,30 -5,-38 -16,-38")), { tone: 0.3 });
      q.stroke(pts("-2,-32 -2,26"), "white", 1);
    },
  },
  crowbar: {
    metres: 0.12,
    draw(p) {
      const q = p.at(placed(0, 0, -50));
      q.stroke(pts("-60,0 96,0 122,-8 124,-34"), "black", 5.4);
      q.stroke(pts("-56,-2 94,-2 117,-10 120,-28"), { tone: 0.3 }, 1.6);
      q.shape(sharp(pts("112,-32 118,-50 124,-38 130,-50 134,-32")), "black", 0.6);
      q.shape(sharp(pts("-58,-6 -80,-3 -80,5 -58,6")), "black", 0.6);
    },
  },
  plank: {
    metres: 0.3,
    draw(p) {
      const q = p.at(placed(20, 0, -8));
      q.shape(sharp(pts("-120,-22 120,-22 120,20 -120,20")), { tone: 0.14 });
      q.shape(sharp(pts("-120,20 120,20 120,30 -120,30")), { tone: 0.5 });
      for (const y of [-12, 0, 10]) q.line(pts(`-112,${y} -20,${y + 4} 40,${y - 3} 112,${y + 1}`), 0.7);
      q.stroke(ellipse(40, 0, 12, 6, 10), "black", 0.7, true);
    },
  },
  hose: {
    metres: 0.4,
    draw(p) {
      for (const [r, y] of [
        [64, 70],
        [48, 66],
        [32, 62],
      ] as const) {
        p.stroke(ellipse(-30, y, r, r * 0.46, 14), "black", 4.4, true);
        p.stroke(ellipse(-30, y, r, r * 0.46, 14), { tone: 0.3 }, 2.4, true);
      }
      p.stroke(pts("32,64 44,30 10,6 0,0"), "black", 4.4);
      p.stroke(pts("32,64 44,30 10,6 0,0"), { tone: 0.3 }, 2.4);
      p.at(placed(0, 0, 28)).shape(sharp(pts("-14,-9 42,-7 48,-10 48,10 42,7 -14,9")), "black");
      for (const y of [-34, -24, -44])
        p.line(pts(`50,${y + 14} 88,${y - 8} 122,${y + (y + 34) * 1.6}`), 1.1, "end");
    },
  },
  chain: {
    metres: 0.25,
    draw(p) {
      for (const [x, y, turn] of [
        [-60, -10, 20],
        [-32, 8, 50],
        [0, 20, 10],
        [34, 16, -24],
        [60, -4, -50],
      ] as const)
        p.at(placed(x, y, turn)).cutOut(ellipse(0, 0, 24, 14, 12), ellipse(0, 0, 14, 6, 10), { tone: 0.4 });
    },
  },
  anchor: {
    metres: 1,
    draw(p) {
      p.cutOut(ellipse(0, -90, 18, 18, 12), ellipse(0, -90, 9, 9, 10), { tone: 0.5 });
      p.shape(rect(-56, -64, 112, 14), { tone: 0.6 });
      p.shape(
        pts(
          "-8,-72! 8,-72! 10,56! 50,40 66,4! 52,10! 76,-30! 96,12! 82,8! 64,66 0,96! -64,66 -82,8! -96,12! -76,-30! -52,10! -66,4! -50,40 -10,56!",
        ),
        { tone: 0.62 },
      );
      p.stroke(pts("-3,-60 -3,60"), "white", 1.4);
    },
  },
  padlock: {
    metres: 0.1,
    draw(p) {
      p.stroke(pts("-20,0 -20,-34 0,-50 20,-34 20,0"), "black", 5);
      p.stroke(pts("-20,0 -20,-34 0,-50 20,-34 20,0"), { tone: 0.2 }, 2.4);
      p.shape(pts("-36,-4! 36,-4! 38,46 26,54 -26,54 -38,46"), { tone: 0.34 });
      p.fill(ellipse(0, 18, 8, 8, 9), "black");
      p.fill(sharp(pts("-4,20 4,20 7,40 -7,40")), "black");
    },
  },
  handcuffs: {
    metres: 0.12,
    draw(p) {
      for (const x of [-48, 48])
        p.cutOut(ellipse(x, 10, 34, 34, 14), ellipse(x, 10, 25, 25, 14), { tone: 0.3 });
      for (const x of [-12, 0, 12]) p.stroke(ellipse(x, -22, 8, 5, 8), "black", 1.4, true);
      for (const x of [-48, 48]) p.shape(rect(x - 11, -34, 22, 18), { tone: 0.6 });
    },
  },
  match: {
    metres: 0.05,
    draw(p) {
      const q = p.at(placed(0, -6, 16));
      q.shape(rect(-3, -34, 6, 74), "white", 0.8);
      q.shape(ellipse(0, -36, 7, 9, 9), "black");
      p.shape(pts("12,-96! 30,-62 26,-42 10,-34 -4,-44 -4,-62"), "white");
      p.fill(pts("12,-70! 20,-54 14,-42 6,-46"), { tone: 0.4 });
      for (const a of [-60, -20, 20, 60, 100]) p.at(placed(11, -56, a)).line(pts("0,-50 0,-66"), 0.8);
    },
  },
  lighter: {
    metres: 0.08,
    draw(p) {
      p.shape(rect(-22, -14, 44, 62), { tone: 0.4 });
      p.shape(sharp(pts("22,-14 22,-40 56,-28 56,-6")), { tone: 0.24 });
      p.shape(rect(-16, -28, 22, 14), { tone: 0.6 });
      p.shape(pts("-5,-74! 6,-54 2,-34 -12,-34 -16,-52"), "white");
      p.stroke(pts("-14,-4 -14,40"), "white", 1.4);
    },
  },
  tweezers: {
    metres: 0.08,
    draw(p) {
      const q = p.at(placed(0, 0, -36));
      q.shape(pts("-50,-4 0,-12 78,-2! 78,1! 0,-5 -46,2"), { tone: 0.2 });
      q.shape(pts("-50,4 0,12 78,2! 78,-1! 0,5 -46,-2"), { tone: 0.5 });
    },
  },
  gear: {
    metres: 0.12,
    draw(p) {
      p.cutOut(cog(44, 9), ellipse(0, 0, 14, 14, 12), { tone: 0.36 });
      p.stroke(ellipse(0, 0, 27, 27, 14), "black", 0.9, true);
      p.at(placed(58, 36, 8)).cutOut(cog(28, 7), ellipse(0, 0, 9, 9, 10), { tone: 0.16 });
    },
  },
  tape: {
    metres: 0.08,
    draw(p) {
      p.cutOut(ellipse(0, 0, 42, 40, 16), ellipse(0, 0, 25, 24, 14), { tone: 0.24 });
      p.shape(pts("30,30! 76,30! 80,40! 24,42!"), { tone: 0.24 });
      p.stroke(ellipse(0, 0, 33, 31, 14), "black", 0.6, true);
    },
  },
  paintbrush: {
    metres: 0.1,
    draw(p) {
      const q = p.at(placed(0, 0, -50));
      q.shape(pts("-60,-4 30,-6 30,6 -60,4"), { tone: 0.34 });
      q.shape(rect(28, -9, 22, 18), "white");
      q.shape(pts("50,-11! 74,-14 104,0! 74,14 50,11!"), "black");
    },
  },
  typewriter: {
    metres: 0.3,
    draw(p) {
      p.shape(rect(-40, -92, 80, 56), "white");
      for (const y of [-80, -68, -56]) p.stroke(pts(`-30,${y} 26,${y}`), { tone: 0.6 }, 0.9);
      p.shape(rect(-86, -44, 172, 16), "black");
      for (const x of [-94, 86]) p.shape(rect(x, -48, 9, 24), { tone: 0.4 }, 0.7);
      p.shape(pts("-70,-28! 70,-28! 92,44! -92,44!"), { tone: 0.6 });
      for (const [row, y] of [-4, 12, 28].entries())
        for (let i = 0; i < 7; i++) p.shape(ellipse((i - 3) * (18 + row * 2), y, 6.4, 5, 8), "white", 0.6);
      p.fill(rect(-46, -24, 92, 12), "black");
    },
  },
  pliers: {
    metres: 0.1,
    draw(p) {
      const q = p.at(placed(0, 0, -40));
      q.stroke(pts("-70,-20 -10,-16 20,4"), "black", 5);
      q.stroke(pts("-70,20 -10,16 20,-4"), "black", 5);
      q.shape(pts("16,-12! 40,-16 76,-4! 76,-1! 20,0"), { tone: 0.3 });
      q.shape(pts("16,12! 40,16 76,4! 76,1! 20,0"), { tone: 0.5 });
      q.shape(ellipse(22, 0, 7, 7, 9), "white", 0.8);
    },
  },
  screwdriver: {
    metres: 0.1,
    draw(p) {
      const q = p.at(placed(0, 0, -56));
      q.shape(pts("-34,-10 -26,-13 26,-13 32,-7 32,7 26,13 -26,13 -34,10"), { tone: 0.56 });
      for (const y of [-5, 4]) q.stroke(pts(`-24,${y} 22,${y}`), "white", 1.1);
      q.shape(sharp(pts("32,-4 92,-4 98,-7 108,-5 108,5 98,7 92,4 32,4")), { tone: 0.12 });
    },
  },
  rake: {
    metres: 1.5,
    draw(p) {
      p.shape(rect(-5, -250, 10, 330), { tone: 0.24 });
      p.shape(rect(-60, -262, 120, 14), { tone: 0.6 });
      for (let x = -56; x <= 50; x += 21)
        p.shape(sharp(pts(`${x},-262 ${x + 8},-262 ${x + 5},-300`)), "black", 0.5);
    },
  },
  sickle: {
    metres: 0.4,
    draw(p) {
      p.shape(rect(-7, -24, 14, 74), { tone: 0.34 });
      p.shape(pts("-6,-22! 6,-22! 34,-48 40,-84 12,-118! 62,-96 72,-54 40,-16 8,-10!"), { tone: 0.1 });
      p.line(pts("18,-110 52,-88 58,-54 30,-22"), 0.7);
    },
  },
  "light-bulb": {
    metres: 0.12,
    draw(p) {
      p.shape(pts("0,-62 30,-52 38,-24 24,0 16,18! -16,18! -24,0 -38,-24 -30,-52"), "white");
      p.line(pts("-10,14 -8,-12 -14,-26 0,-16 14,-26 8,-12 10,14"), 0.8, "none");
      p.shape(rect(-15, 18, 30, 24), { tone: 0.5 });
      for (const y of [26, 34]) p.line(pts(`-15,${y} 15,${y - 3}`), 0.9, "none");
      p.stroke(pts("-26,-40 -14,-52"), { tone: 0.3 }, 1.6);
    },
  },
  bomb: {
    metres: 0.3,
    draw(p) {
      p.shape(ellipse(0, 12, 52, 52, 18), "black");
      p.stroke(pts("-32,-4 -18,-24 -4,-30"), "white", 3);
      p.at(placed(22, -34, 30)).shape(rect(-15, -10, 30, 18), { tone: 0.5 });
      p.line(pts("28,-46 38,-70 58,-70 64,-86"), 1.8, "none");
      for (let a = 0; a < 360; a += 60) p.at(placed(65, -90, a)).line(pts("0,-6 0,-22"), 1.1, "end");
    },
  },
  tripod: {
    metres: 1.5,
    draw(p) {
      for (const x of [-80, 4, 84]) p.stroke(pts(`0,-60 ${x},180`), "black", 3.4);
      p.line(pts("-40,60 42,60"), 1.2, "none");
      p.shape(rect(-14, -78, 28, 24), { tone: 0.6 });
      p.shape(rect(-50, -140, 100, 62), { tone: 0.65 });
      p.shape(ellipse(0, -109, 24, 24, 12), "white");
      p.shape(ellipse(0, -109, 14, 14, 10), "black", 0.6);
      p.shape(rect(-20, -154, 36, 14), { tone: 0.4 });
    },
  },
  bandage: {
    metres: 0.08,
    draw(p) {
      p.shape(pts("-30,-30! 14,-30! 14,30! -30,30!"), "white");
      p.shape(ellipse(14, 0, 14, 30, 14), { tone: 0.12 });
      p.stroke(ellipse(14, 0, 8, 18, 12), "black", 0.8, true);
      p.stroke(ellipse(14, 0, 3, 8, 9), "black", 0.8, true);
      p.shape(pts("-30,22! 14,30! 84,44 92,62! 20,50 -24,38!"), "white");
      for (const x of [-20, -6]) p.line(pts(`${x},-26 ${x},26`), 0.5);
    },
  },
  crutch: {
    metres: 1.2,
    draw(p) {
      p.shape(pts("-36,-204 0,-214 36,-204 34,-192 -34,-192"), { tone: 0.6 });
      for (const s of [-1, 1]) p.stroke(pts(`${s * 26},-194 ${s * 20},-40 0,60`), "black", 2.6);
      p.shape(rect(-24, -8, 48, 12), { tone: 0.4 });
      p.stroke(pts("0,56 0,120"), "black", 3.4);
      p.shape(rect(-7, 118, 14, 14), "black", 0.6);
    },
  },
  thermometer: {
    metres: 0.06,
    draw(p) {
      const q = p.at(placed(0, 0, -40));
      q.shape(pts("-40,-8 70,-8 90,-3! 90,3! 70,8 -40,8"), "white");
      q.fill(rect(-26, -4, 44, 8), { tone: 0.5 });
      q.fill(pts("72,-6 90,-3! 90,3! 72,6"), "black");
      for (let x = 24; x < 70; x += 9) q.line(pts(`${x},-7 ${x},-1`), 0.8, "none");
    },
  },
  stethoscope: {
    metres: 0.3,
    draw(p) {
      p.stroke(pts("-34,-60 -30,-20 0,0 30,-20 34,-60"), "black", 2.6);
      p.stroke(pts("0,0 4,40 34,62 56,44"), "black", 2.6);
      for (const x of [-34, 34]) p.shape(ellipse(x, -64, 6, 8, 8), "black");
      p.shape(ellipse(60, 34, 19, 19, 12), { tone: 0.3 });
      p.stroke(ellipse(60, 34, 11, 11, 10), "black", 0.8, true);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
