// A market: two rows of stalls under striped awnings along a paved lane, with crates of what they sell, under the roof of a hall.
import type { Paint } from "../../../../../manga/drawing.ts";
import type { Picture } from "../../closed/storyboard.ts";
import { ellipse, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS, SKIES } from "../../pen/materials.ts";
import { hangingLamp } from "../rooms/room-parts.ts";
import { along, edge, fade, front, made, paper, quad, type Stage, solid } from "../stage.ts";
import { floorOf, joints } from "../walls.ts";

/** Whether a shop is a lane of stalls. */
export const hasStalls = ({ told }: Pick<Picture, "told">): boolean => told.place.stalls === true;

/** Metres from the middle of the lane to the stalls, how deep they are, and how high the hall is. */
const LANE = 1.9;
const DEEP = 1.5;
const HALL = 4.4;

export function market(stage: Stage): void {
  const { camera, place, height, behind, picture } = stage;
  const far = behind + 15;
  stage.pen.fill(paper(stage), { tone: 0.12 });
  quad(
    made(stage, MATERIALS.concrete),
    levelCorners(far),
    { tone: fade(camera.horizon, height, 0.3, 0.1) },
    0,
  );
  joints(stage, floorOf(0, [-LANE, LANE], [Math.max(0.6, camera.distance * 0.5), far]), [0.8, 0.8], 0.35);
  hall(stage, far);
  const late = picture.scene.hour === "night" || picture.scene.hour === "dusk";
  const first = place.between(0.2, 1);
  for (let z = far - 2.6; z > 0.8; z -= 2.7)
    for (const side of [-1, 1] as const) stall(stage, { side, z: z + first * side * 0.25, lit: late });
  for (let z = behind + 9; z > behind; z -= 3.2) hangingLamp(stage, place.between(-0.7, 0.7), 2.9, z);
}

const levelCorners = (far: number) => rowsOf([-9, 0, 0.3], [9, 0, 0.3], [9, 0, far], [-9, 0, far]);

/** Walls far at both sides, an arch of light at the end, trusses under a roof with a band of glass. */
function hall(stage: Stage, far: number): void {
  const { hour } = stage.picture.scene;
  const half = LANE + DEEP + 0.7;
  const sky = made(stage, SKIES[hour]);
  const bright: Paint = hour === "night" ? { tone: 0.8 } : hour === "dusk" ? { tone: 0.34 } : "white";
  for (const s of [-1, 1])
    along(stage, [0.3, 0], [far, HALL], { x: s * half, paint: { tone: s < 0 ? 0.34 : 0.24 } });
  front(stage, [-half, 0], [half, HALL + 1.6], { z: far, paint: { tone: 0.3 }, weight: 0.7 });
  front(sky, [-1.5, 0], [1.5, 3.1], { z: far - 0.02, paint: bright, weight: 0.8 });
  for (const x of [-0.5, 0.5]) edge(stage, [x, 2.2, far - 0.03], [x, 3.1, far - 0.03], 0.6);
  edge(stage, [-1.5, 2.2, far - 0.03], [1.5, 2.2, far - 0.03], 0.6);
  for (const s of [-1, 1]) {
    const slope = rowsOf(
      [s * half, HALL, 0.3],
      [0, HALL + 1.6, 0.3],
      [0, HALL + 1.6, far],
      [s * half, HALL, far],
    );
    quad(stage, slope, { tone: s < 0 ? 0.5 : 0.42 }, 0.7);
    const glass = [
      [s * half * 0.66, HALL + 0.54, 0.3],
      [s * half * 0.26, HALL + 1.18, 0.3],
      [s * half * 0.26, HALL + 1.18, far],
      [s * half * 0.66, HALL + 0.54, far],
    ] as const;
    quad(sky, glass, bright, 0.6);
  }
  for (let z = far - 1; z > stage.camera.distance * 0.6; z -= 2.2) {
    for (const s of [-1, 1]) {
      edge(stage, [s * half, HALL, z], [0, HALL + 1.6, z], 1.3);
      edge(stage, [s * half * 0.5, HALL, z], [s * half * 0.5, HALL + 0.8, z], 0.8);
    }
    edge(stage, [-half, HALL, z], [half, HALL, z], 1.3);
    edge(stage, [0, HALL, z], [0, HALL + 1.6, z], 0.8);
  }
}

interface Stall {
  side: 1 | -1;
  z: number;
  lit: boolean;
}

const CLOTHS = [MATERIALS.red, MATERIALS.leaf, MATERIALS.glass, MATERIALS.lamp] as const;
const FRUITS = [MATERIALS.red, MATERIALS.leaf, MATERIALS.lamp, MATERIALS.blossom] as const;

/** A counter with sloping crates along the lane, four posts and an awning that hangs out over whoever buys. */
function stall(setting: Stage, { side, z, lit }: Stall): void {
  const { place } = setting;
  const wood = made(setting, MATERIALS.wood);
  const cloth = made(setting, place.pick(CLOTHS));
  const [x, d] = [side * LANE, 2.2];
  const outer = side * (LANE + DEEP);
  const left = Math.min(x, outer);
  if (z > 0.5)
    front(wood, [left, 0.8], [left + DEEP, 2.3], {
      z: z + d,
      paint: { tone: lit ? 0.2 : 0.62 },
      weight: 0.6,
    });
  along(wood, [z, 0.8], [z + d, 2.3], { x: outer, paint: { tone: lit ? 0.14 : 0.66 }, weight: 0.6 });
  shelves(wood, { outer, side, z, d });
  solid(wood, [left, 0, z], [DEEP, 0.74, d], { front: { tone: 0.42 }, side: { tone: 0.36 }, top: "white" });
  for (let t = 0.24; t < d; t += 0.36) edge(wood, [x, 0.02, z + t], [x, 0.72, z + t], 0.4);
  crates(wood, { x, side, z, d });
  for (const dz of [0.04, d - 0.04]) {
    edge(wood, [x, 0, z + dz], [x, 2.5, z + dz], 1.5);
    edge(wood, [outer, 0, z + dz], [outer, 2.9, z + dz], 1.1);
  }
  awning(cloth, { x, outer, side, z, d });
}

type Lot = { side: 1 | -1; z: number; d: number };

/** Jars and bundles at the back of a stall, under the awning. */
function shelves(stage: Stage, { outer, side, z, d }: Lot & { outer: number }): void {
  const { place } = stage;
  const x = outer - side * 0.03;
  for (const y of [1.15, 1.62]) {
    edge(stage, [x, y, z], [x, y, z + d], 1);
    for (let t = 0.1; t < d - 0.25; t += place.between(0.26, 0.42))
      along(stage, [z + t, y], [z + t + 0.2, y + place.between(0.16, 0.34)], {
        x,
        paint: place.pick<Paint>(["white", { tone: 0.4 }, "black"]),
        weight: 0.4,
      });
  }
}

/** Three crates that lean towards the lane, heaped with round things. */
function crates(stage: Stage, { x, side, z, d }: Lot & { x: number }): void {
  const { place, camera } = stage;
  const n = 3;
  const wide = d / n;
  for (let i = n - 1; i >= 0; i--) {
    const [from, to] = [z + i * wide + 0.05, z + (i + 1) * wide - 0.05];
    const slope = [
      [x - side * 0.06, 0.76, from],
      [x - side * 0.06, 0.76, to],
      [x + side * 0.7, 1.02, to],
      [x + side * 0.7, 1.02, from],
    ] as const;
    quad(stage, slope, { tone: 0.5 }, 0.6);
    const fruit = made(stage, place.pick(FRUITS));
    const tone = place.pick([0, 0.3, 0.5]);
    for (const [up, y] of through([0.62, 1.0], [0.36, 0.92], [0.1, 0.85]))
      for (let t = to - 0.12; t > from; t -= 0.17) {
        if (t < 0.5) continue;
        const [px, py] = camera.see(x + side * up, y, t);
        const r = (camera.focal / t) * 0.1;
        if (r < 1) continue;
        fruit.pen.shape(ellipse(px, py, r, r * 0.92, 9), tone === 0 ? "white" : { tone }, 0.4);
      }
    along(stage, [from, 0.7], [to, 0.84], { x: x - side * 0.07, paint: { tone: 0.16 }, weight: 0.6 });
  }
}

/** Stripes from the ridge at the back down to a scalloped edge over the lane. */
function awning(stage: Stage, { x, outer, side, z, d }: Lot & { x: number; outer: number }): void {
  const n = 6;
  const inner = x - side * 0.5;
  for (let i = n - 1; i >= 0; i--) {
    const [a, b] = [z - 0.1 + ((d + 0.2) * i) / n, z - 0.1 + ((d + 0.2) * (i + 1)) / n];
    const paint: Paint = i % 2 ? { tone: 0.56 } : "white";
    const cloth = rowsOf([outer, 2.95, a], [outer, 2.95, b], [inner, 2.4, b], [inner, 2.4, a]);
    quad(stage, cloth, paint, 0.5);
    const hem = [
      [inner, 2.4, a],
      [inner, 2.4, b],
      [inner, 2.2, b],
      [inner, 2.12, (a + b) / 2],
      [inner, 2.2, a],
    ] as const;
    quad(stage, hem, paint, 0.5);
  }
  // The end that the reader sees of it.
  const gable = [
    [outer, 2.95, z - 0.1],
    [inner, 2.4, z - 0.1],
    [inner, 2.2, z - 0.1],
    [outer, 2.5, z - 0.1],
  ] as const;
  if (z > 0.9) quad(stage, gable, { tone: 0.3 }, 0.5);
}
