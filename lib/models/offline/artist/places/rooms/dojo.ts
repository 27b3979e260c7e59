// A hall where people train with swords: boards that shine, white walls between posts, a shrine over a scroll, racks of swords.

import { chance, hashOf } from "../../pen/chance.ts";
import { boxed, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { boarded, mark, patch, round } from "../flat-shapes.ts";
import { whereIs } from "../places.ts";
import { edge, front, glow, made, quad, type Stage, solid } from "../stage.ts";
import { frontWall, sideWall, type Wall } from "../walls.ts";
import { halfOf, heightOf, NEAR, shell } from "./room-parts.ts";

export function dojo(setting: Stage): void {
  const { camera } = setting;
  const place = chance(hashOf(whereIs(setting.picture.scene), "dojo"));
  const stage = { ...setting, place };
  const back = stage.behind + 3.4;
  const half = halfOf(stage, back, 4);
  const h = heightOf(stage, back, 3.2);
  shell(stage, {
    half,
    least: half,
    height: h,
    near: NEAR,
    back,
    wall: "white",
    side: { tone: 0.1 },
    floor: "boards",
  });
  const wood = made(stage, MATERIALS.wood);
  const rear = frontWall(back - 0.03, [-half, half], [0, h]);
  boarded(wood, rear, 0.95, { tone: 0.36 }, 0.7);
  for (let u = 0.22; u < rear.w; u += 0.22) mark(stage, rear, through([u, 0.02], [u, 0.93]), 0.35);
  for (let x = -Math.floor(half); x <= half; x += 2)
    solid(wood, {
      x: x - 0.09,
      y: 0,
      z: back - 0.14,
      w: 0.18,
      h,
      d: 0.12,
      front: { tone: 0.66 },
      side: { tone: 0.8 },
    });
  for (const y of [2.15, 3.05])
    front(wood, [-half, y], [half, y + 0.13], { z: back - 0.1, paint: { tone: 0.6 }, weight: 0.6 });
  lattice(stage, back);
  shrine(stage, back);
  swordRack(stage, frontWall(back - 0.12, [place.flip() ? 1.9 : -3.9, half], [0, h]));
  plates(stage, frontWall(back - 0.12, [place.flip() ? -3.8 : -3.7, half], [0, h]));
  for (const s of [-1, 1]) {
    const wall = sideWall(s * (half - 0.02), [NEAR, back], [0, h]);
    boarded(wood, wall, 0.95, { tone: s < 0 ? 0.5 : 0.3 }, 0.6);
    for (let u = 0.6; u < wall.w; u += 1.9) {
      patch(wood, wall, boxed([u, 0], [u + 0.16, h]), { tone: 0.7 }, 0.5);
      for (let v = 1.15; v < 2.1; v += 0.18) mark(stage, wall, through([u + 0.3, v], [u + 1.7, v]), 0.5);
      for (let k = 0.3; k < 1.75; k += 0.2) mark(stage, wall, through([u + k, 1.1], [u + k, 2.1]), 0.5);
    }
  }
  // The floor is waxed: what stands at the end of the hall lies in it.
  for (let x = -half + 0.5; x < half; x += 1)
    quad(
      stage,
      [
        [x, 0.008, back],
        [x + 0.34, 0.008, back],
        [x + 0.28, 0.008, back - 1.5],
        [x + 0.06, 0.008, back - 1.5],
      ],
      { light: 0.35 },
      0,
    );
  glow(stage, camera.see(0, 2.4, back - 1), camera.focal * 0.3, 0.4);
}

/** Windows under the eaves with upright bars. */
function lattice(stage: Stage, back: number): void {
  const { hour } = stage.picture.scene;
  for (const x of [-3.7, -1.7, 0.3, 2.3]) {
    front(made(stage, MATERIALS.glass), [x, 2.36], [x + 1.4, 2.96], {
      z: back - 0.05,
      paint: hour === "night" ? { tone: 0.8 } : { tone: 0.06 },
      weight: 0.7,
    });
    for (let k = 0.14; k < 1.4; k += 0.14)
      edge(stage, [x + k, 2.36, back - 0.06], [x + k, 2.96, back - 0.06], 1);
  }
}

/** A small shrine on its shelf, with a rope and paper, and a scroll with a word under it. */
function shrine(setting: Stage, back: number): void {
  const z = back - 0.2;
  const wood = made(setting, MATERIALS.wood);
  solid(wood, {
    x: -0.7,
    y: 2.24,
    z: z - 0.2,
    w: 1.4,
    h: 0.07,
    d: 0.3,
    front: { tone: 0.3 },
    side: { tone: 0.5 },
  });
  solid(wood, { x: -0.26, y: 2.31, z, w: 0.52, h: 0.34, d: 0.16, front: { tone: 0.2 }, side: { tone: 0.4 } });
  quad(wood, rowsOf([-0.4, 2.62, z], [0.4, 2.62, z], [0.12, 2.84, z], [-0.12, 2.84, z]), { tone: 0.56 }, 0.7);
  edge(setting, [0, 2.33, z - 0.01], [0, 2.62, z - 0.01], 0.6);
  for (const x of [-0.56, 0.44])
    solid(made(setting, MATERIALS.leaf), { x, y: 2.31, z, w: 0.1, h: 0.3, d: 0.08, front: { tone: 0.5 } });
  edge(setting, [-0.62, 2.2, z - 0.2], [0.62, 2.2, z - 0.2], 2.2);
  for (const x of [-0.4, -0.05, 0.3])
    quad(
      setting,
      [
        [x, 2.18, z - 0.21],
        [x + 0.1, 2.18, z - 0.21],
        [x + 0.07, 2.02, z - 0.21],
        [x + 0.14, 1.94, z - 0.21],
        [x + 0.02, 1.98, z - 0.21],
      ],
      "white",
      0.5,
    );
  front(setting, [-0.34, 0.85], [0.34, 1.9], { z: back - 0.13, paint: "white", weight: 0.7 });
  front(setting, [-0.34, 1.78], [0.34, 1.9], { z: back - 0.14, paint: { tone: 0.5 }, weight: 0.5 });
  front(setting, [-0.34, 0.85], [0.34, 0.95], { z: back - 0.14, paint: { tone: 0.5 }, weight: 0.5 });
  const at = back - 0.15;
  for (const [a, b, w] of [
    [[-0.17, 1.62], [0.18, 1.65], 3.4],
    [[0.01, 1.72], [-0.02, 1.38], 3],
    [[-0.02, 1.5], [-0.2, 1.34], 2.6],
    [[0.03, 1.5], [0.2, 1.36], 3.2],
    [[-0.16, 1.24], [0.17, 1.26], 3],
    [[0.02, 1.3], [0, 1.02], 3.4],
    [[-0.2, 1.04], [0.21, 1.06], 3.6],
  ] as const)
    edge(setting, [a[0], a[1], at], [b[0], b[1], at], w);
}

/** Wooden and bamboo swords lying across a rack. */
function swordRack(stage: Stage, wall: Wall): void {
  const wood = made(stage, MATERIALS.wood);
  for (const u of [0.2, 1.5]) patch(wood, wall, boxed([u, 0.5], [u + 0.13, 1.95]), { tone: 0.76 }, 0.7);
  for (let i = 0; i < 6; i += 1) {
    const v = 0.66 + i * 0.22;
    const bow = i % 2 ? 0.04 : 0;
    patch(
      wood,
      wall,
      [
        [-0.05, v],
        [0.85, v + bow + 0.01],
        [1.78, v],
        [1.8, v + 0.045],
        [0.85, v + bow + 0.055],
        [-0.05, v + 0.05],
      ],
      { tone: i % 2 ? 0.2 : 0.5 },
      0.7,
    );
    patch(
      stage,
      wall,
      through([-0.05, v - 0.008], [0.36, v - 0.004], [0.36, v + 0.055], [-0.05, v + 0.058]),
      i % 2 ? "white" : "black",
      0.5,
    );
    if (i % 2) patch(wood, wall, round([0.4, v + 0.025], 0.07), { tone: 0.6 }, 0.5);
  }
}

/** Plates with the names of those who train, in rows. */
function plates(stage: Stage, wall: Wall): void {
  const wood = made(stage, MATERIALS.wood);
  for (const v of [1.64, 1.28])
    for (let i = 0; i < 9; i += 1) {
      const u = i * 0.15;
      patch(wood, wall, boxed([u, v], [u + 0.12, v + 0.32]), { tone: 0.08 }, 0.5);
      mark(stage, wall, through([u + 0.06, v + 0.05], [u + 0.06, v + 0.27]), 0.9);
    }
}
