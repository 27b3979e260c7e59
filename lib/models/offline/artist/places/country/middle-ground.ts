// What stands between the people and the horizon out of doors, so that a wide picture has three planes: sails, an islet, a buoy on the
// water; a boat and posts on the beach; a haystack, a scarecrow, a barn in a field; a well, logs, a signpost. Each scene has its own two.
import { type Chance, chance, hashOf } from "../../pen/chance.ts";
import { corner, ellipse, lerp, type Pt, rect, rowsOf, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { build } from "../compositions.ts";
import { whereIs } from "../places.ts";
import { drawOnSheet } from "../sheets.ts";
import { made, type Stage } from "../stage.ts";

type CountryThing = "well" | "logs" | "fence" | "signpost" | "cairn";

const COUNTRY_THINGS: Readonly<Record<CountryThing, (stage: Stage, spot: Spot) => void>> = {
  well: (stage, { x, z }) => build(stage, "country/well", [x, 0, z]),
  logs: (stage, { x, z, rng }) => build({ ...stage, place: rng }, "country/logs", [x, 0, z]),
  fence: (stage, { x, z, rng }) => build({ ...stage, place: rng }, "country/fence", [x, 0, z]),
  signpost(stage, { px, foot, k, rng, x, z }) {
    const wood = stage.pen.of(MATERIALS.wood);
    wood.shape(rect(px - k * 0.05, foot - k * 2.1, k * 0.1, k * 2.1), { tone: 0.5 }, 0.8);
    for (const [y, side] of through([1.95, rng.flip() ? 1 : -1], [1.58, rng.flip() ? 1 : -1])) {
      build(stage, "country/sign-arm", [x, y, z], { side });
    }
  },
  cairn(stage, { px, foot, k, rng }) {
    const stone = stage.pen.of(MATERIALS.stone);
    stone.fill(ellipse(px, foot, k * 0.7, k * 0.1, 12), { veil: 0.3 });
    let y = foot;
    for (const w of [0.56, 0.46, 0.38, 0.26, 0.16]) {
      const [half, h] = [w * k, w * k * 0.62];
      const x = px + k * rng.between(-0.05, 0.05);
      drawOnSheet(stone, "country/cairn-stone", (u, v) => [x + u * half, y + v * h], {
        rng,
        paints: { stone: w > 0.4 ? { tone: 0.16 } : "white" },
      });
      y -= h * 0.92;
    }
  },
};
interface Spot {
  px: number;
  foot: number;
  /** Units of a metre there. */
  k: number;
  rng: Chance;
  /** Metres to the right, and away. */
  x: number;
  z: number;
}

type Thing = "sails" | "islet" | "buoy" | "boat" | "posts" | "haystack" | "scarecrow" | "barn" | CountryThing;

const SETS = {
  sea: ["sails", "islet", "buoy", "sails"],
  shore: ["boat", "posts", "sails", "islet"],
  field: ["haystack", "scarecrow", "barn", "haystack"],
  village: ["well", "logs", "fence", "well"],
  mountain: ["signpost", "cairn", "fence", "logs"],
} as const satisfies Record<string, readonly Thing[]>;

export type MiddleGround = keyof typeof SETS;

/** Metres behind the first things of the setting that each stands at. */
const AWAY: Readonly<Record<Thing, number>> = {
  ...{ sails: 26, islet: 60, buoy: 12, boat: 0.2, posts: 1.6, haystack: 5, scarecrow: 3.4, barn: 17 },
  ...{ well: 0.6, logs: 1.2, fence: 0.5, signpost: 0.8, cairn: 1.4 },
};

/** Metres from the middle, where a path may run, at which what is long must stand at least. */
const CLEAR: Readonly<Partial<Record<Thing, number>>> = { fence: 4.2 };

/** Two of what the place may have, one on either side. */
export function drawMiddleGround(stage: Stage, place: MiddleGround): void {
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
    DRAW[thing](stage, { px, foot, k: stage.camera.focal / z, rng, x, z });
  }
}

/** Words that tell of a boat on the water with nobody near tell of the only one: another beside it would be theirs as well. */
export const hasVessel = ({ props, figures }: Stage["picture"]): boolean =>
  figures.length === 0 && (props.includes("boat") || props.includes("ship"));

const DRAW: Readonly<Record<Thing, (stage: Stage, spot: Spot) => void>> = {
  ...COUNTRY_THINGS,
  sails(stage, { px, foot, k, rng, x, z }) {
    const size = rng.between(1.1, 1.6);
    build(stage, "country/sails", [x, 0, z], { side: rng.flip() ? 1 : -1, size });
    ripples(stage.pen, [px, foot], k * size);
  },
  islet: (stage, { rng, x, z }) => build(stage, "country/islet", [x, 0, z], { size: rng.between(1.4, 2) }),
  buoy: (stage, { x, z }) => build(stage, "country/buoy", [x, 0, z]),
  boat: (stage, { rng, x, z }) =>
    build(stage, "country/beached-boat", [x, 0, z], { side: rng.flip() ? 1 : -1, size: 0.9 }),
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
  scarecrow: (stage, { x, z }) => build(stage, "country/scarecrow", [x, 0, z]),
  barn: (stage, { rng, x, z }) => build(stage, "country/barn", [x, 0, z], { side: rng.flip() ? 1 : -1 }),
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
