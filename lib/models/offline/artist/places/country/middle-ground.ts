// The middle ground between people and horizon outdoors, so that a wide picture has three planes: sails, an islet, a buoy on the water; a
// boat and posts on the beach; a haystack, a scarecrow, a barn in a field; a well, logs, a signpost. Each scene has two.
import type { Word } from "../../closed/listed.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { PlaceKind } from "../../closed/staging.ts";
import { type Chance, chance, hashOf } from "../../pen/chance.ts";
import { corner, ellipse, lerp, mix, type Pt, pts } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import type { Sheet } from "../paper.ts";
import { whereIs } from "../places.ts";
import { drawOnSheet } from "../sheets.ts";
import { made, type Stage } from "../stage.ts";

type Thing = Word<"sails islet buoy boat posts haystack scarecrow barn well logs fence signpost cairn">;

/** The things that each kind of place can have in its middle ground. */
const SETS = measuresOf<PlaceKind, { middle?: readonly Thing[] }>("places");

interface Standing {
  /** Metres behind the first things of the setting. */
  away: number;
  /** Range of its random scale. */
  size?: readonly [least: number, most: number];
  /** Can be mirrored. */
  turns?: true;
  /** Least distance in metres from the middle, where a path may run. */
  clear?: number;
}

const THINGS = measuresOf<Thing, Standing>("middle-ground");

/** Two things of the place's choice, one on either side. */
export function drawMiddleGround(stage: Stage, place: PlaceKind): void {
  const rng = chance(hashOf(whereIs(stage.picture.scene), "middle"));
  const { middle: all = [] } = SETS[place];
  const first = rng.int(0, all.length - 1);
  const second = (first + rng.int(1, all.length - 1)) % all.length;
  const side = rng.flip() ? 1 : -1;
  for (const [i, at] of [first, second].entries()) {
    const thing = all[at];
    if (!thing || (i === 1 && thing === all[first])) continue;
    const { away, size, turns, clear = 0 } = THINGS[thing];
    const z = stage.behind + away;
    // Inside the picture, and away from the middle, where the people stand.
    const half = (stage.width * 0.5 * z) / stage.camera.focal;
    const x = Math.max(half * rng.between(0.42, 0.86), clear) * (i === 0 ? side : -side);
    if (thing === "sails" && hasVessel(stage.picture)) continue;
    if (thing === "posts" || thing === "haystack") {
      const [px, foot] = stage.camera.see(x, 0, z);
      OWN[thing](stage, { px, foot, k: stage.camera.focal / z, rng });
      continue;
    }
    const larger = size ? rng.between(...size) : 1;
    const way = !turns || rng.flip() ? 1 : -1;
    build({ ...stage, place: rng }, `country/${thing}`, [x, 0, z], { side: way, size: larger });
    if (thing === "sails") build(stage, "country/ripples", [x, 0, z], { size: larger });
  }
}

/** Whether the story tells of a boat on the water and shows nobody near. It is then the only boat: a second one would be taken for it. */
export const hasVessel = ({ props, figures }: Stage["picture"]): boolean =>
  figures.length === 0 && (props.includes("boat") || props.includes("ship"));

interface Spot {
  px: number;
  foot: number;
  /** Units of a metre at the spot. */
  k: number;
  rng: Chance;
}

/** Things with random parts besides their size. */
const OWN: Readonly<Record<"posts" | "haystack", (stage: Stage, spot: Spot) => void>> = {
  posts(stage, { px, foot, k, rng }) {
    const wood = stage.pen.of(MATERIALS.wood);
    let last: Pt | undefined;
    for (let i = 0; i < 6; i++) {
      const t = i / 5;
      const size = k * lerp(1, 0.5, t);
      const [x, y] = [px + k * (i - 2.5) * 0.75, foot - k * 0.4 * t];
      const h = size * rng.between(0.9, 1.25);
      const post: Sheet = (u, v) => [x + u * size, y - v * h];
      drawOnSheet(wood, "country/mooring-post", post, { rng, given: { side: size / h } });
      const top = post(0, 0.72);
      const [mx, my] = mix(last ?? top, top, 0.5);
      if (last) stage.pen.line([last, [mx, my + size * 0.2], top], 0.8, "none");
      last = top;
    }
  },
  haystack(stage, { px, foot, k, rng }) {
    const u = k * rng.between(0.9, 1.2);
    const at = (x: number, y: number): Pt => [px + x * u, foot - y * u];
    const hay = made(stage, MATERIALS.sand).pen;
    const heap = pts("-1.5,0! -1.4,0.9 -0.7,1.8 0,2.2 0.7,1.8 1.4,0.9 1.5,0!").map(([x, y, sharply]) =>
      sharply ? corner(at(x, y)) : at(x, y),
    );
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
};
