// A library: stacks of books to both sides, a ladder, a long table with lamps under the window at the end.

import { chance, hashOf } from "../../pen/chance.ts";
import { boxed, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { boarded, mark, patch } from "../flat-shapes.ts";
import { whereIs } from "../places.ts";
import { edge, made, quad, type Stage, solid } from "../stage.ts";
import { sideWall, type Wall } from "../walls.ts";
import { backWindow, hangingLamp, heightOf, NEAR, shelf, shell } from "./room-parts.ts";

export function library(setting: Stage): void {
  const place = chance(hashOf(whereIs(setting.picture.scene), "library"));
  const stage = { ...setting, place };
  const back = stage.behind + 4;
  const half = 3.4;
  const h = Math.max(3.4, heightOf(stage, back, 3.4));
  shell(stage, {
    half,
    height: h,
    near: NEAR,
    back,
    wall: { tone: 0.12 },
    side: { tone: 0.3 },
    floor: "boards",
  });
  const wood = made(stage, MATERIALS.wood);
  backWindow(stage, { x: -0.9, y: 1, w: 1.8, h: 1.9, z: back - 0.03, panes: 3 });
  for (const x of [-3.3, 1.3]) shelf(stage, { x, z: back - 0.4, w: 2, h: 2.9, rows: 7, goods: "books" });
  for (const s of [-1, 1]) {
    const wall = sideWall(s * (half - 0.34), [NEAR, back - 0.5], [0, h]);
    stack(stage, wall);
    solid(wood, [s < 0 ? -half : half - 0.36, 2.86, NEAR + 0.2], [0.36, 0.12, back - 1], {
      front: { tone: 0.5 },
      side: { tone: 0.4 },
    });
  }
  ladder(stage, place.flip() ? 1 : -1, back - 1.6);
  const z = back - 1.9;
  solid(wood, [-1.1, 0.68, z], [2.2, 0.08, 0.8], {
    front: { tone: 0.4 },
    side: { tone: 0.6 },
    top: { tone: 0.1 },
  });
  for (const x of [-1, 0.88]) solid(wood, [x, 0, z + 0.1], [0.12, 0.68, 0.6], { front: { tone: 0.6 } });
  for (const x of [-0.6, 0.5]) build(stage, "rooms/reading-lamp", [x, 0, z + 0.3]);
  for (const x of [-0.25, 0.05])
    quad(
      stage,
      [
        [x, 0.77, z + 0.2],
        [x + 0.26, 0.77, z + 0.22],
        [x + 0.28, 0.77, z + 0.46],
        [x + 0.02, 0.77, z + 0.44],
      ],
      "white",
      0.6,
    );
  hangingLamp(stage, 0, 2.5, stage.behind + 0.8);
}

/** A wall of books along the line of sight. */
function stack(stage: Stage, wall: Wall): void {
  const { place } = stage;
  const wood = made(stage, MATERIALS.wood);
  boarded(wood, wall, 2.9, { tone: 0.84 }, 0.7);
  for (let row = 0; row < 7; row += 1) {
    const v = 0.1 + row * 0.4;
    for (let u = 0.3; u < wall.w - 0.1; ) {
      const w = place.between(0.07, 0.15);
      const paint = place.pick(["white", { tone: 0.2 }, { tone: 0.42 }, "white", "black"] as const);
      const cover = place.pick([MATERIALS.red, MATERIALS.slate, MATERIALS.leaf, MATERIALS.cloth]);
      patch(
        made(stage, cover),
        wall,
        through([u, v], [u + w, v], [u + w, v + place.between(0.22, 0.34)], [u, v + 0.28]),
        paint,
        0.35,
      );
      u += w + (place.flip(0.06) ? 0.2 : 0.01);
    }
    mark(wood, wall, through([0.2, v - 0.03], [wall.w, v - 0.03]), 1);
  }
  for (let u = 0.2; u < wall.w; u += 1.3)
    patch(wood, wall, boxed([u, 0], [u + 0.07, 2.9]), { tone: 0.4 }, 0.6);
}

function ladder(stage: Stage, s: number, z: number): void {
  const wood = made(stage, MATERIALS.wood);
  const [foot, top] = [s * 2.3, s * 2.95];
  for (const dz of [0, 0.44]) edge(wood, [foot, 0, z + dz], [top, 2.9, z + dz], 2.4);
  for (let t = 0.1; t < 0.95; t += 0.11) {
    const [x, y] = [foot + (top - foot) * t, 2.9 * t];
    edge(wood, [x, y, z], [x, y, z + 0.44], 1.8);
  }
}
