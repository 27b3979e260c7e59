// What stands between the people and the horizon out of doors, so that a wide picture has three planes: sails, an islet, a buoy
// on the water; a boat and posts on the beach; a haystack, a scarecrow, a barn in a field. Each scene has its own two.

import { chance, hashOf } from "../../pen/chance.ts";
import { corner, ellipse, lerp, type Pt, rowsOf, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { whereIs } from "../places.ts";
import { made, type Stage } from "../stage.ts";
import type { Spot } from "./country-things.ts";
import { COUNTRY_THINGS, type CountryThing } from "./country-things.ts";

type Thing = "sails" | "islet" | "buoy" | "boat" | "posts" | "haystack" | "scarecrow" | "barn" | CountryThing;

const SETS = {
  sea: ["sails", "islet", "buoy", "sails"],
  shore: ["boat", "posts", "sails", "islet"],
  field: ["haystack", "scarecrow", "barn", "haystack"],
  village: ["well", "logs", "fence", "well"],
  mountain: ["signpost", "cairn", "fence", "logs"],
} as const satisfies Record<string, readonly Thing[]>;

/** Metres behind the first things of the setting that each stands at. */
const AWAY: Readonly<Record<Thing, number>> = {
  ...{ sails: 26, islet: 60, buoy: 12, boat: 0.2, posts: 1.6, haystack: 5, scarecrow: 3.4, barn: 17 },
  ...{ well: 0.6, logs: 1.2, fence: 0.5, signpost: 0.8, cairn: 1.4 },
};

/** Metres from the middle, where a path may run, at which what is long must stand at least. */
const CLEAR: Readonly<Partial<Record<Thing, number>>> = { fence: 4.2 };

/** Two of what the place may have, one on either side. */
export function drawMiddleGround(stage: Stage, place: keyof typeof SETS): void {
  const rng = chance(hashOf(whereIs(stage.picture.scene), "middle"));
  const all: readonly Thing[] = SETS[place];
  const first = rng.int(0, all.length - 1);
  const second = (first + rng.int(1, all.length - 1)) % all.length;
  const side = rng.flip() ? 1 : -1;
  for (const [i, at] of [first, second].entries()) {
    const thing = all[at];
    if (!thing || (i === 1 && thing === all[first])) continue;
    const z = stage.behind + AWAY[thing];
    // Within the picture, and off its middle, where the people stand.
    const half = (stage.width * 0.5 * z) / stage.camera.focal;
    const x = Math.max(half * rng.between(0.42, 0.86), CLEAR[thing] ?? 0) * (i === 0 ? side : -side);
    const [px, foot] = stage.camera.see(x, 0, z);
    if (thing === "sails" && hasVessel(stage.picture)) continue;
    DRAW[thing](stage, { px, foot, k: stage.camera.focal / z, rng });
  }
}

/** Words that tell of a boat on the water with nobody near tell of the only one: another beside it would be theirs as well. */
export const hasVessel = ({ props, figures }: Stage["picture"]): boolean =>
  figures.length === 0 && (props.includes("boat") || props.includes("ship"));

const DRAW: Readonly<Record<Thing, (stage: Stage, spot: Spot) => void>> = {
  ...COUNTRY_THINGS,
  sails(stage, { px, foot, k, rng }) {
    const s = k * rng.between(1.1, 1.6) * (rng.flip() ? 1 : -1);
    const u = Math.abs(s);
    const at = (x: number, y: number): Pt => [px + x * s, foot - y * u];
    const cloth = stage.pen.of(MATERIALS.cloth);
    cloth.shape([corner(at(-0.1, 0.7)), at(-0.7, 2.2), corner(at(-0.1, 4.6))], "white", 0.7);
    cloth.shape(
      [corner(at(0.12, 0.7)), corner(at(1.9, 0.8)), at(1, 2.6), corner(at(0.12, 4.4))],
      { tone: 0.24 },
      0.7,
    );
    stage.pen.line([at(0, 0.4), at(0, 4.9)], 0.9, "none");
    const hull = stage.pen.of(MATERIALS.wood);
    hull.shape([corner(at(-1.4, 0.62)), corner(at(2.1, 0.66)), at(1.7, 0.06), at(-0.9, 0)], "black", 0.6);
    hull.stroke([at(-1.2, 0.46), at(1.9, 0.5)], "white", 0.6);
    ripples(stage.pen, [px, foot], u);
  },
  islet(stage, { px, foot, k, rng }) {
    const u = k * rng.between(1.4, 2);
    const at = (x: number, y: number): Pt => [px + x * u, foot - y * u];
    stage.pen
      .of(MATERIALS.stone)
      .shape(
        [corner(at(-5, 0)), at(-3.6, 1), at(-1, 1.8), at(1.6, 1.3), at(3.4, 0.9), corner(at(4.8, 0))],
        { tone: 0.5 },
        0.7,
      );
    const pine = stage.pen.of(MATERIALS.pine);
    for (const [x, h] of through([-1.6, 2.4], [-0.4, 3.2], [0.9, 2.2]))
      pine.shape(
        [
          corner(at(x - 0.9, 1.4)),
          corner(at(x - 0.3, 1.5 + h * 0.5)),
          corner(at(x, 1.5 + h)),
          corner(at(x + 0.34, 1.5 + h * 0.45)),
          corner(at(x + 0.9, 1.4)),
        ],
        "black",
        0.4,
      );
    ripples(stage.pen, [px, foot], u * 2);
  },
  buoy(stage, { px, foot, k }) {
    const at = (x: number, y: number): Pt => [px + x * k, foot - y * k];
    const paint = stage.pen.of(MATERIALS.red);
    paint.shape(sharp([at(-0.36, 0.3), at(0.36, 0.3), at(0.14, 1.5), at(-0.14, 1.5)]), { tone: 0.5 }, 0.7);
    paint.fill(sharp([at(-0.27, 0.8), at(0.27, 0.8), at(0.21, 1.1), at(-0.21, 1.1)]), "white");
    paint.shape(ellipse(px, foot - k * 0.24, k * 0.6, k * 0.2, 12), "black", 0.6);
    stage.pen.shape(ellipse(px, foot - k * 1.66, k * 0.16, k * 0.16, 9), "white", 0.6);
    ripples(stage.pen, [px, foot], k);
  },
  boat(stage, { px, foot, k, rng }) {
    const s = k * (rng.flip() ? 0.9 : -0.9);
    const u = Math.abs(s);
    const at = (x: number, y: number): Pt => [px + x * s, foot - y * u];
    stage.pen.fill(ellipse(px, foot, u * 1.9, u * 0.2, 12), { veil: 0.4 });
    const wood = stage.pen.of(MATERIALS.wood);
    wood.shape(
      [corner(at(-1.7, 0.86)), at(0, 0.62), corner(at(1.9, 1.05)), at(1.5, 0.5), at(0, 0.4), at(-1.4, 0.44)],
      "black",
      0.6,
    );
    wood.shape(
      [
        corner(at(-1.7, 0.86)),
        at(0, 0.52),
        corner(at(1.9, 1.05)),
        at(1.35, 0.1),
        at(0, -0.04),
        at(-1.3, 0.06),
      ],
      { tone: 0.34 },
      0.9,
    );
    for (const y of [0.34, 0.16]) wood.line([at(-1.5, y + 0.26), at(0, y), at(1.6, y + 0.34)], 0.5, "none");
    wood.line([at(-0.7, 0.6), at(0.9, 1), at(2.3, 1.2)], 1.2, "none");
  },
  posts(stage, { px, foot, k, rng }) {
    const wood = stage.pen.of(MATERIALS.wood);
    const tops: Pt[] = [];
    for (let i = 0; i < 6; i++) {
      const t = i / 5;
      const size = k * lerp(1, 0.5, t);
      const [x, y] = [px + k * (i - 2.5) * 0.75, foot - k * 0.4 * t];
      const h = size * rng.between(0.9, 1.25);
      wood.shape(
        sharp([
          [x - size * 0.09, y],
          [x + size * 0.09, y],
          [x + size * 0.08, y - h],
          [x - size * 0.08, y - h],
        ]),
        "black",
        0.5,
      );
      wood.stroke(through([x - size * 0.03, y - size * 0.1], [x - size * 0.03, y - h * 0.8]), "white", 0.4);
      tops.push([x, y - h * 0.72]);
      const next = tops.at(-2);
      if (next)
        stage.pen.line(
          [next, [(next[0] + x) / 2, (next[1] + y - h * 0.72) / 2 + size * 0.2], [x, y - h * 0.72]],
          0.8,
          "none",
        );
    }
  },
  haystack(stage, { px, foot, k, rng }) {
    const u = k * rng.between(0.9, 1.2);
    const at = (x: number, y: number): Pt => [px + x * u, foot - y * u];
    const hay = made(stage, MATERIALS.sand).pen;
    const heap: Pt[] = [
      corner(at(-1.5, 0)),
      at(-1.4, 0.9),
      at(-0.7, 1.8),
      at(0, 2.2),
      at(0.7, 1.8),
      at(1.4, 0.9),
      corner(at(1.5, 0)),
    ];
    stage.pen.fill(ellipse(px + u * 0.3, foot, u * 2, u * 0.22, 12), { veil: 0.36 });
    hay.shape(heap, { tone: 0.2 }, 0.9);
    hay.inside(heap, (p) => {
      p.fill([at(0.5, 2.4), at(0.8, 1.2), at(0.7, 0.5), at(1, -0.1), at(2, -0.1), at(2, 2)], { tone: 0.6 });
      for (let i = 0; i < 26; i++) {
        const [x, y] = [rng.between(-1.4, 1.3), rng.between(0.05, 1.8)];
        p.line([at(x * (1 - y * 0.3), y), at(x * (1.08 - y * 0.3), y - 0.22)], 0.5);
      }
    });
  },
  scarecrow(stage, { px, foot, k }) {
    const at = (x: number, y: number): Pt => [px + x * k, foot - y * k];
    const wood = stage.pen.of(MATERIALS.wood);
    wood.shape(sharp([at(-0.05, 0), at(0.05, 0), at(0.05, 1.7), at(-0.05, 1.7)]), { tone: 0.5 }, 0.6);
    wood.shape(sharp([at(-0.95, 1.26), at(0.95, 1.3), at(0.95, 1.38), at(-0.95, 1.34)]), { tone: 0.5 }, 0.6);
    const coat = stage.pen.of(MATERIALS.cloth);
    coat.shape(
      [
        corner(at(-0.8, 1.44)),
        at(0, 1.5),
        corner(at(0.8, 1.46)),
        corner(at(0.74, 1.16)),
        at(0.32, 1.1),
        corner(at(0.4, 0.5)),
        corner(at(0.16, 0.62)),
        corner(at(0, 0.46)),
        corner(at(-0.2, 0.6)),
        corner(at(-0.4, 0.5)),
        at(-0.3, 1.1),
        corner(at(-0.74, 1.12)),
      ],
      "black",
      0.6,
    );
    stage.pen.shape(ellipse(px, foot - k * 1.7, k * 0.2, k * 0.22, 10), "white", 0.8);
    made(stage, MATERIALS.sand).pen.shape(
      [corner(at(-0.46, 1.78)), at(-0.1, 2.14), at(0.1, 2.14), corner(at(0.46, 1.8)), at(0, 1.72)],
      { tone: 0.4 },
      0.8,
    );
  },
  barn(stage, { px, foot, k, rng }) {
    const s = k * (rng.flip() ? 1 : -1);
    const at = (x: number, y: number): Pt => [px + x * s, foot - y * k];
    const wood = stage.pen.of(MATERIALS.red);
    wood.shape(sharp([at(-1.6, 0), at(3.6, 0), at(3.6, 2.3), at(-1.6, 2.3)]), { tone: 0.4 }, 0.8);
    wood.shape(
      sharp([at(-4, 0), at(-1.6, 0), at(-1.6, 2.3), at(-2.8, 3.7), at(-4, 2.3)]),
      { tone: 0.16 },
      0.8,
    );
    stage.pen
      .of(MATERIALS.slate)
      .shape(sharp([at(-2.8, 3.9), at(2.6, 3.9), at(3.9, 2.2), at(-1.4, 2.2)]), "black", 0.8);
    for (const x of [-1.4, -0.2, 1, 2.2])
      stage.pen.stroke([at(x - 0.5, 3.8), at(x + 0.6, 2.3)], "white", 0.5);
    stage.pen.shape(sharp([at(-3.3, 0), at(-2.3, 0), at(-2.3, 1.5), at(-3.3, 1.5)]), "black", 0.6);
    stage.pen.stroke([at(-3.3, 0), at(-2.3, 1.5)], "white", 0.6);
    stage.pen.stroke([at(-2.3, 0), at(-3.3, 1.5)], "white", 0.6);
    for (const x of [-0.6, 1.2, 2.6])
      stage.pen.shape(sharp([at(x, 1), at(x + 0.6, 1), at(x + 0.6, 1.6), at(x, 1.6)]), "black", 0.5);
  },
};

/** Where something stands in the water. */
function ripples(pen: Pen, [x, y]: Pt, u: number): void {
  for (const [dx, dy, w] of rowsOf([-0.4, 0.06, 1.6], [0.5, 0.16, 1.1], [-0.1, 0.26, 0.7]))
    pen.stroke(
      [
        [x + (dx - w) * u, y + dy * u],
        [x + dx * u, y + (dy + 0.05) * u],
        [x + (dx + w) * u, y + dy * u],
      ],
      "white",
      0.8,
    );
}
