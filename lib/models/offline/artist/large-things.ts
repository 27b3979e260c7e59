// Things that are carried, stood on the ground, hung on a wall or ridden.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Extent } from "./extent.ts";
import type { Pen } from "./pen.ts";
import type { Thing } from "./thing.ts";

/** The side of a rowing boat, in its own space. */
export const HULL = pts("-330,-70! -160,-44 120,-44 340,-84! 250,44 120,76 -170,76 -280,30");

export const LARGE_THINGS = {
  umbrella: {
    metres: 0.9,
    draw(p) {
      p.stroke(pts("0,40 0,-300"), "black", 1.8);
      p.stroke(pts("0,40 6,52 16,48"), "black", 1.8);
      p.shape(
        pts(
          "0,-372! 104,-342 190,-250! 142,-268 96,-248! 48,-266 0,-246! -48,-266 -96,-248! -142,-268 -190,-250! -104,-342",
        ),
        { tone: 0.35 },
      );
      for (const x of [-96, 0, 96])
        p.line(
          [
            [x, -248],
            [x * 0.62, -320],
            [0, -370],
          ],
          0.6,
          "none",
        );
    },
  },
  bag: {
    metres: 0.45,
    draw(p) {
      p.stroke(pts("-26,34 -18,0 18,0 26,34"), "black", 2.2);
      p.shape(pts("-56,34! 56,34! 64,118 56,126 -56,126 -64,118"), { tone: 0.6 });
      p.stroke(pts("-56,62 56,62"), "white", 0.7);
      p.shape(rect(-10, 54, 20, 18), "white", 0.6);
    },
  },
  box: {
    metres: 0.45,
    draw(p) {
      p.shape(sharp(pts("-64,-60 44,-60 80,-84 -24,-84")), "white");
      p.shape(sharp(pts("44,-60 80,-84 80,4 44,36")), { tone: 0.36 });
      p.shape(sharp(pts("-64,-60 44,-60 44,36 -64,36")), { tone: 0.1 });
      p.fill(sharp(pts("-20,-60 0,-60 0,36 -20,36")), { tone: 0.3 });
      p.line(pts("-20,-60 16,-84"), 0.6, "none");
    },
  },
  rope: {
    metres: 0.4,
    draw(p) {
      for (const r of [46, 36, 26]) p.stroke(ellipse(6, 26, r, r * 0.72, 12), "black", 2.6, true);
      for (const r of [46, 36, 26]) p.stroke(ellipse(6, 26, r, r * 0.72, 12), "white", 1.4, true);
      p.stroke(pts("48,30 62,60 50,90"), "black", 2.6);
      p.stroke(pts("48,30 62,60 50,90"), "white", 1.4);
    },
  },
  oar: {
    metres: 1.6,
    draw(p) {
      const q = p.at(placed(0, 0, 52));
      q.shape(sharp(pts("-70,-5 190,-5 190,5 -70,5")), "white");
      q.shape(pts("186,-6! 210,-18 262,-16 270,0 262,16 210,18 186,6!"), {
        tone: 0.2,
      });
    },
  },
  boat: {
    metres: 1,
    draw(p) {
      p.shape(HULL, { tone: 0.14 });
      p.line(pts("-306,-32 -160,-10 140,-10 300,-38"), 0.9, "none");
      p.line(pts("-290,4 -160,26 140,26 272,6"), 0.6, "none");
      p.fill(pts("-170,76 120,76 250,44 276,0 120,40 -170,46 -300,0 -280,30"), { tone: 0.5 });
    },
  },
  sword: {
    metres: 1,
    draw(p) {
      const q = p.at(placed(0, 0, -62));
      q.shape(sharp(pts("-40,-7 14,-7 14,7 -40,7")), "black", 0.6);
      for (let x = -34; x < 12; x += 9)
        q.stroke(
          [
            [x, -6],
            [x + 6, 6],
          ],
          "white",
          0.5,
        );
      q.shape(sharp(pts("14,-18 22,-18 22,18 14,18")), { tone: 0.4 });
      q.shape(pts("22,-8! 120,-9 228,-4! 236,4! 120,7 22,8!"), "white");
      q.fill(pts("24,1! 120,1 230,3! 120,6 24,7!"), { tone: 0.3 });
    },
  },
  stick: {
    metres: 1,
    draw(p) {
      p.at(placed(0, 0, 82)).shape(pts("-70,-6 60,-5 200,-4 202,4 60,6 -70,7"), { tone: 0.4 });
    },
  },
  bicycle: {
    metres: 1.05,
    draw(p) {
      for (const x of [-120, 120]) {
        p.stroke(ellipse(x, 60, 76, 76, 16), "black", 2.4, true);
        for (let i = 0; i < 6; i++) p.at(placed(x, 60, i * 30)).stroke(pts("-74,0 74,0"), "black", 0.35);
      }
      p.stroke(sharp(pts("-120,60 -60,-50 80,-50 0,60 -120,60")), "black", 2);
      p.stroke(sharp(pts("0,60 -66,-70")), "black", 2);
      p.stroke(pts("120,60 78,-60 70,-90 104,-100"), "black", 2);
      p.shape(pts("-96,-78 -66,-82 -40,-74 -60,-68"), "black");
    },
  },
  car: {
    metres: 1.5,
    draw(p) {
      p.shape(pts("-400,90! -400,10 -330,-20 -230,-40 -140,-126 120,-126 220,-36 370,-10 400,90!"), {
        tone: 0.14,
      });
      p.shape(sharp(pts("-200,-36 -126,-108 -20,-108 -20,-36")), { tone: 0.5 }, 0.7);
      p.shape(sharp(pts("4,-36 4,-108 106,-108 184,-36")), { tone: 0.5 }, 0.7);
      p.line(sharp(pts("-8,-30 -8,80")), 0.8, "none");
      p.shape(pts("340,10 386,14 392,40 340,40"), "white", 0.7);
      for (const x of [-240, 230]) {
        p.shape(ellipse(x, 92, 74, 74, 14), "black");
        p.shape(ellipse(x, 92, 36, 36, 12), { tone: 0.2 });
      }
    },
  },
  chair: {
    metres: 0.9,
    draw(p) {
      // The legs behind are shorter to the eye, and the back stands over them.
      for (const x of [-40, 68]) p.shape(rect(x, -8, 11, 100), { tone: 0.62 }, 0.8);
      for (const x of [-42, 68]) p.shape(rect(x, -146, 12, 126), { tone: 0.42 });
      for (const y of [-150, -104]) {
        p.shape(rect(-44, y, 126, y === -150 ? 30 : 20), { tone: 0.25 });
        p.line(sharp(pts(`-38,${y + 11} 60,${y + 11}`)), 0.5);
      }
      p.shape(sharp(pts("-64,0 56,0 80,-24 -40,-24")), "white");
      p.line(sharp(pts("-30,-6 44,-6")), 0.5);
      p.shape(rect(-64, 0, 120, 16), { tone: 0.35 });
      p.shape(sharp(pts("56,0 80,-24 80,-10 56,16")), { tone: 0.6 }, 0.8);
      for (const x of [-60, 42]) p.shape(rect(x, 16, 12, 104), { tone: 0.35 });
      p.shape(rect(-48, 66, 90, 8), { tone: 0.35 }, 0.7);
    },
  },
  table: {
    metres: 0.75,
    draw(p) {
      for (const x of [-126, 172]) p.shape(rect(x, -60, 14, 118), { tone: 0.6 }, 0.8);
      p.shape(sharp(pts("-190,-50 150,-50 200,-96 -130,-96")), "white");
      for (const y of [-62, -80]) p.line(sharp(pts(`${-150 - y * 0.2},${y} ${90 - y * 0.4},${y}`)), 0.45);
      p.shape(rect(-190, -50, 340, 20), { tone: 0.3 });
      p.shape(sharp(pts("150,-50 200,-96 200,-78 150,-30")), { tone: 0.55 }, 0.8);
      for (const x of [-176, 124]) p.shape(rect(x, -30, 18, 130), { tone: 0.35 });
    },
  },
  door: {
    metres: 2,
    draw(p) {
      p.shape(rect(-110, -260, 220, 520), { tone: 0.42 });
      p.contour(rect(-80, -230, 160, 190), 0.8);
      p.contour(rect(-80, 0, 160, 220), 0.8);
      p.shape(ellipse(84, 10, 12, 12, 9), "white");
    },
  },
  window: {
    metres: 1.2,
    draw(p) {
      p.shape(rect(-130, -120, 260, 240), "white");
      p.fill(rect(-112, -102, 224, 204), { tone: 0.2 });
      p.line(sharp(pts("0,-102 0,102")), 1.4, "none");
      p.line(sharp(pts("-112,0 112,0")), 1.4, "none");
      p.stroke(pts("-90,-20 -30,-80"), "white", 1.4);
    },
  },
  guitar: {
    metres: 1,
    draw(p) {
      const q = p.at(placed(0, 20, -32));
      q.shape(sharp(pts("40,-9 210,-7 210,7 40,9")), { tone: 0.6 });
      q.shape(sharp(pts("206,-14 246,-16 246,16 206,14")), "black", 0.6);
      q.shape(pts("-110,0 -96,-52 -46,-58 -8,-36 36,-46 58,0 36,46 -8,36 -46,58 -96,52"), { tone: 0.22 });
      q.shape(ellipse(4, 0, 18, 18, 12), "black", 0.6);
      for (const y of [-5, 0, 5])
        q.stroke(
          [
            [-70, y],
            [206, y],
          ],
          "black",
          0.3,
        );
      q.shape(sharp(pts("-78,-22 -66,-22 -66,22 -78,22")), "black", 0.5);
    },
  },
  basket: {
    metres: 0.4,
    draw(p) {
      const rim = pts("-62,38! 62,38! 60,50! -60,50!");
      const body = pts("-58,46! 58,46! 46,98 -46,98");
      p.stroke(pts("-50,40 -38,0 0,-8 38,0 50,40"), "black", 3.4);
      p.stroke(pts("-50,40 -38,0 0,-8 38,0 50,40"), { tone: 0.24 }, 1.6);
      p.shape(body, { tone: 0.24 });
      p.inside(body, (q) => {
        // Wicker: staves, and rods that go over the one and under the next.
        for (let row = 0; row < 5; row++)
          for (let i = -5; i <= 5; i++) {
            const x = i * 12 + (row % 2) * 6;
            const y = 52 + row * 10;
            q.line(
              [
                [x - 7, y + 5],
                [x, y],
                [x + 7, y + 5],
              ],
              0.5,
            );
          }
        q.fill(pts("18,44! 70,44! 70,100! 30,100! 36,74"), { veil: 0.24 });
      });
      p.shape(rim, { tone: 0.14 }, 0.8);
      for (let x = -56; x < 58; x += 8)
        p.line(
          [
            [x, 39],
            [x + 5, 49],
          ],
          0.4,
          "none",
        );
    },
  },
  broom: {
    metres: 1.3,
    draw(p) {
      const q = p.at(placed(0, 0, 76));
      q.shape(sharp(pts("-120,-4 130,-4 130,4 -120,4")), "white");
      q.shape(pts("128,-12! 170,-24 230,-40! 224,-14! 234,4! 222,18! 230,38! 170,24 128,12!"), { tone: 0.4 });
      for (const y of [-16, 0, 16])
        q.line(
          [
            [140, y * 0.4],
            [222, y * 1.5],
          ],
          0.5,
        );
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;

/** Loaves that stick out of a basket under a corner of cloth; the basket is drawn over them. */
export function drawLoaves(p: Pen): void {
  for (const [x, y, turn, long] of [
    [-20, 28, -112, 34],
    [4, 30, -82, 36],
    [30, 28, -52, 50],
  ] as const) {
    const loaf = p.at(placed(x, y, turn));
    loaf.shape(ellipse(10, 0, long, 15, 12), { tone: 0.08 });
    loaf.fill(ellipse(8, 7, long * 0.8, 5, 10), { tone: 0.3 });
    for (const dx of [-6, 10, 26])
      loaf.line(
        [
          [dx - 4, -10],
          [dx + 4, 3],
        ],
        1.1,
      );
  }
  p.shape(pts("-60,44! -50,26 -30,34 -10,28 12,38! 30,30 52,34 60,44!"), "white", 0.8);
}

/** How far over its grip an umbrella's rim is, and over the middle of the head of whoever is under it. */
export const UMBRELLA_RIM = 250;
export const RIM_OVER_HEAD = 92;

/** The box round a rolled umbrella. */
export const FURLED: Extent = [-26, -212, 26, 204];

/** An umbrella that is rolled up, held in its middle, the crook on top. */
export function drawFurled(p: Pen): void {
  p.stroke(pts("0,-120 0,-196 6,-212 20,-212 26,-196"), "black", 3);
  p.stroke(pts("0,160 0,204"), "black", 1.8);
  p.shape(pts("-7,-124! 7,-124! 23,-96 20,50 7,168! -7,168! -20,50 -23,-96"), { tone: 0.35 });
  for (const x of [-9, 6]) p.line(pts(`${x * 0.6},-118 ${x},-60 ${x * 0.5},150`), 0.6, "none");
  p.shape(pts("-23,-60! 23,-66! 23,-52! -23,-46!"), "black", 0.6);
}
