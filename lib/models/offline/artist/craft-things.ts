// Tools and arms: what somebody works, fishes, hunts or fights with.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const CRAFT_THINGS = {
  hammer: {
    metres: 0.35,
    draw(p) {
      const q = p.at(placed(0, 0, -68));
      q.shape(sharp(pts("-52,-6 84,-5 84,6 -52,7")), { tone: 0.22 });
      q.shape(pts("76,-34! 104,-34! 104,18! 98,22! 100,44 88,48! 86,30 80,22! 76,18!"), { tone: 0.7 });
      q.shape(sharp(pts("72,-46 108,-46 108,-32 72,-32")), { tone: 0.5 });
    },
  },
  axe: {
    metres: 0.8,
    draw(p) {
      const q = p.at(placed(0, 0, -72));
      q.shape(pts("-86,-5! -92,8 -74,8 110,6! 110,-6!"), { tone: 0.24 });
      q.shape(pts("82,-14! 112,-14! 116,10 132,52! 104,62 70,54! 80,12"), { tone: 0.5 });
      q.fill(pts("74,44! 104,52 130,44! 132,52! 104,62 70,54!"), "white");
    },
  },
  saw: {
    metres: 0.3,
    draw(p) {
      const q = p.at(placed(0, 0, -16));
      const teeth = Array.from(
        { length: 13 },
        (_, i) => `${150 - i * 12},${8 + i * 1.4}! ${144 - i * 12},${17 + i * 1.3}!`,
      );
      q.shape(pts(`4,-26! 154,-14! 156,2! ${teeth.join(" ")} 2,28!`), "white");
      q.fill(pts("6,-22! 150,-11! 150,-6! 6,-12!"), { tone: 0.26 });
      q.cutOut(
        pts("-52,-26 -14,-30 8,-24! 6,28! -18,32 -52,26"),
        pts("-38,-12 -18,-15 -14,0 -20,16 -38,13"),
        {
          tone: 0.5,
        },
      );
    },
  },
  scissors: {
    metres: 0.14,
    draw(p) {
      for (const s of [-1, 1]) {
        const q = p.at(placed(0, -14, 13 * s, s, 1));
        q.shape(pts("-4,16! -7,-70! 0,-84! 5,-10! 4,16!"), "white");
        q.cutOut(ellipse(-4, 34, 15, 20, 12), ellipse(-4, 34, 8, 13, 10), { tone: 0.7 });
      }
      p.shape(ellipse(0, -12, 4, 4, 8), "black");
    },
  },
  shovel: {
    metres: 1,
    draw(p) {
      const q = p.at(placed(0, 0, 78));
      q.shape(sharp(pts("-104,-5 96,-4 96,5 -104,5")), { tone: 0.24 });
      q.shape(sharp(pts("-114,-20 -102,-20 -102,20 -114,20")), "black");
      q.shape(pts("92,-9! 108,-30! 150,-28 182,0! 150,28 108,30! 92,9!"), { tone: 0.46 });
      q.stroke(pts("110,-16 146,-15"), "white", 1.5);
    },
  },
  bucket: {
    metres: 0.35,
    draw(p) {
      p.stroke(pts("-46,36 -40,6 0,-8 40,6 46,36"), "black", 1.8);
      const body = pts("-50,36! 50,36! 38,112! 0,118 -38,112!");
      p.shape(body, { tone: 0.28 });
      p.inside(body, (q) => q.fill(rect(14, 30, 50, 100), { tone: 0.5 }));
      for (const y of [58, 94]) p.stroke(pts(`-47,${y} 0,${y + 8} 47,${y}`), "black", 1.6);
      p.shape(ellipse(0, 36, 50, 12, 14), { tone: 0.62 });
      p.fill(ellipse(0, 40, 40, 7, 12), { tone: 0.14 });
    },
  },
  ladder: {
    metres: 2.2,
    draw(p) {
      for (const y of [-190, -140, -90, -40, 10, 60, 110, 160])
        p.shape(rect(-44, y, 92, 10), { tone: 0.3 }, 0.8);
      for (const x of [-54, 42])
        p.shape(sharp(pts(`${x},-220 ${x + 12},-220 ${x + 14},200 ${x - 2},200`)), { tone: 0.16 });
    },
  },
  wrench: {
    metres: 0.22,
    draw(p) {
      const q = p.at(placed(0, 0, -58));
      q.shape(pts("-60,-7 -66,0 -60,7 50,8! 64,26 92,22! 76,8! 76,-8! 92,-22! 64,-26 50,-8!"), { tone: 0.4 });
      q.stroke(pts("-50,-2 48,-3"), "white", 1);
    },
  },
  thread: {
    metres: 0.08,
    draw(p) {
      p.shape(rect(-22, -24, 44, 44), { tone: 0.5 });
      for (let y = -19; y < 18; y += 6) p.line(pts(`-22,${y} 22,${y + 3}`), 0.5, "none");
      for (const y of [-34, 20]) p.shape(ellipse(0, y + 5, 30, 8, 12), { tone: 0.14 });
      p.line(pts("22,10 46,20 40,-10 60,-40"), 0.6, "none");
      p.line(pts("52,-4 66,-66"), 1.4, "start");
    },
  },
  "fishing-rod": {
    metres: 1.6,
    draw(p) {
      const q = p.at(placed(0, 0, -56));
      q.shape(sharp(pts("-60,-6 20,-5 20,5 -60,6")), "black");
      q.shape(ellipse(12, 12, 12, 12, 10), { tone: 0.4 });
      q.line(pts("18,0 140,-6 300,-2"), 2.4, "end");
      p.line(pts("167,-250 176,-120 172,-10"), 0.5, "none");
      p.shape(ellipse(172, -4, 7, 10, 9), "white", 0.8);
      p.fill(pts("165,-4! 179,-4! 177,4 172,6 167,4"), "black");
    },
  },
  net: {
    metres: 1.2,
    draw(p) {
      p.at(placed(0, 0, -68)).shape(sharp(pts("-90,-4 130,-4 130,4 -90,4")), { tone: 0.24 });
      const bag = pts("22,-150! 92,-166! 108,-120 100,-72 84,-58 60,-84 34,-112");
      p.shape(bag, { tone: 0.06 }, 0.7);
      p.inside(bag, (q) => {
        for (let x = -120; x < 160; x += 12) {
          q.line(pts(`${x},-180 ${x + 90},-40`), 0.35, "none");
          q.line(pts(`${x + 90},-180 ${x},-40`), 0.35, "none");
        }
      });
      p.stroke(ellipse(57, -158, 38, 16, 14), "black", 2, true);
    },
  },
  spear: {
    metres: 1.9,
    draw(p) {
      const q = p.at(placed(0, 0, -80));
      q.shape(sharp(pts("-170,-4 170,-4 170,4 -170,4")), { tone: 0.3 });
      q.shape(pts("166,-7! 178,-16! 244,0! 178,16! 166,7!"), "white");
      q.fill(pts("178,2! 236,0! 178,14!"), { tone: 0.34 });
      q.shape(sharp(pts("156,-8 168,-8 168,8 156,8")), "black", 0.6);
    },
  },
  bow: {
    metres: 1.2,
    draw(p) {
      p.stroke(pts("-34,-150 2,-90 12,0 2,90 -34,150"), "black", 3.4);
      p.line(pts("-34,-150 -34,150"), 0.7, "none");
      p.shape(rect(4, -18, 14, 36), { tone: 0.7 }, 0.7);
      p.line(pts("-36,0 84,0"), 1.4, "none");
      p.shape(sharp(pts("80,-8 106,0 80,8")), "black");
      for (const y of [-1, 1])
        p.shape(sharp(pts(`-36,0 -52,${y * 9} -32,${y * 9} -16,0`)), { tone: 0.3 }, 0.6);
    },
  },
  shield: {
    metres: 0.8,
    draw(p) {
      const face = pts("-62,-66! 0,-80 62,-66! 62,6 36,56 0,84! -36,56 -62,6");
      p.shape(face, { tone: 0.3 });
      p.inside(face, (q) => {
        q.fill(rect(-12, -100, 24, 200), "white");
        q.fill(rect(-80, -24, 160, 22), "white");
        q.fill(pts("66,-80! 40,0 26,70 10,100! 90,100!"), { veil: 0.3 });
      });
      p.stroke(
        face.map(([x, y, c]) => (c ? [x * 0.88, y * 0.88, c] : [x * 0.88, y * 0.88])),
        "black",
        1,
        true,
      );
    },
  },
  gun: {
    metres: 0.16,
    draw(p) {
      p.shape(pts("-16,-20! 8,-20! 0,34! -26,34!"), { tone: 0.6 });
      for (const y of [-8, 2, 12, 22]) p.line(pts(`-18,${y} -4,${y + 3}`), 0.5, "none");
      p.stroke(pts("8,-16 22,-4 12,4"), "black", 1.4);
      p.shape(sharp(pts("-24,-40 92,-40 92,-22 20,-18 -24,-18")), "black");
      p.stroke(pts("-14,-34 86,-34"), "white", 0.9);
      p.shape(rect(78, -46, 8, 8), "black", 0.5);
    },
  },
  torch: {
    metres: 0.6,
    draw(p) {
      p.shape(sharp(pts("-8,-60 8,-60 6,90 -6,90")), { tone: 0.4 });
      p.shape(sharp(pts("-16,-64 16,-64 11,-26 -11,-26")), "black");
      p.shape(
        pts("0,-150! 18,-118 14,-104 30,-112! 32,-78 14,-58 -14,-58 -32,-78 -26,-104! -12,-100 -16,-122"),
        "white",
      );
      p.shape(pts("0,-112! 12,-88 8,-66 -8,-66 -13,-86"), { tone: 0.3 }, 0.5);
    },
  },
  wand: {
    metres: 0.35,
    draw(p) {
      const q = p.at(placed(0, 0, -54));
      q.shape(sharp(pts("-40,-4 96,-3 96,3 -40,4")), "black", 0.7);
      const star = Array.from({ length: 10 }, (_, i): [number, number, 1] => {
        const [a, r] = [(i / 10) * Math.PI * 2 - Math.PI / 2, i % 2 ? 11 : 27];
        return [66 + Math.cos(a) * r, -92 + Math.sin(a) * r, 1];
      });
      p.shape(star, "white");
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
