// The bones of a great beast on a plinth, seen from the side: skull, neck, ribs, legs and a long tail.
import { type Pt, pts, rowsOf, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import { mark, patch, round } from "./flat-shapes.ts";
import { made, type Stage, solid } from "./stage.ts";
import type { Wall } from "./walls.ts";

export function bones(stage: Stage, back: number): void {
  const z = back - 1.3;
  // Small enough that its head is seen over those who look at it.
  const wall: Wall = { at: (u, v) => [-2.5 + u * 0.84, 0.34 + (v - 0.34) * 0.76, z], w: 5, h: 4 };
  const bone = made(stage, MATERIALS.sand);
  solid(made(stage, MATERIALS.stone), {
    x: -2.9,
    y: 0,
    z: z - 0.3,
    w: 5.8,
    h: 0.34,
    d: 0.9,
    front: { tone: 0.5 },
    side: { tone: 0.6 },
    top: { tone: 0.2 },
  });
  const spine = pts("0.1,1.5 0.7,1.75 1.4,2.05 2.1,2.35 2.8,2.6 3.4,2.75 3.9,2.95 4.25,3.3 4.5,3.7");
  for (const [i, point] of spine.entries()) {
    const next = spine[i + 1];
    if (!next) break;
    mark(bone, wall, [point, next], 3.4);
    mark(bone, wall, [point, next], 1.8, "white");
    const [mu, mv] = [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2];
    for (const t of [-0.14, 0.02, 0.18])
      mark(stage, wall, through([mu + t, mv + 0.02], [mu + t - 0.06, mv + 0.17]), 1);
  }
  for (let i = 0; i < 8; i += 1) {
    const [u, v] = [2.2 + i * 0.19, 2.36 + i * 0.055];
    const low = 0.86 - Math.abs(i - 4) * 0.09;
    const rib: Pt[] = [
      [u, v],
      [u + 0.16, v - low * 0.5],
      [u + 0.04, v - low],
      [u - 0.02, v - low],
      [u + 0.09, v - low * 0.5],
      [u - 0.05, v],
    ];
    patch(bone, wall, rib, "white", 0.7);
  }
  for (const [u, v, knee] of rowsOf([1.75, 2.1, 0.32], [2.1, 2.2, 0.5])) {
    patch(
      bone,
      wall,
      through([u - 0.12, v], [u + 0.14, v], [u + knee + 0.08, 1.22], [u + knee - 0.1, 1.2]),
      "white",
      0.8,
    );
    patch(
      bone,
      wall,
      through([u + knee - 0.09, 1.24], [u + knee + 0.08, 1.22], [u + 0.1, 0.6], [u - 0.02, 0.6]),
      "white",
      0.8,
    );
    patch(
      bone,
      wall,
      through([u - 0.04, 0.62], [u + 0.1, 0.62], [u + 0.42, 0.36], [u - 0.06, 0.36]),
      "white",
      0.7,
    );
    for (const t of [0.1, 0.22]) mark(stage, wall, through([u + t, 0.37], [u + t - 0.02, 0.5]), 0.6);
  }
  for (const u of [3.5, 3.66]) {
    mark(bone, wall, through([u, 2.6], [u + 0.12, 2.25]), 2.4);
    mark(bone, wall, through([u + 0.12, 2.25], [u + 0.32, 2.3]), 2);
  }
  const skull = pts("4.3,3.62 4.42,4 4.9,4.06 5.5,3.84 5.62,3.62 5.5,3.5 4.8,3.5");
  patch(bone, wall, skull, "white", 1);
  patch(bone, wall, pts("4.36,3.56 5.4,3.34 5.46,3.24 5.3,3.14 4.6,3.22 4.32,3.4"), "white", 1);
  patch(stage, wall, round([4.76, 3.84], 0.1, 9), "black", 0.5);
  patch(stage, wall, round([5.3, 3.74], 0.05, 7), "black", 0.4);
  patch(stage, wall, pts("4.96,3.66 5.14,3.78 5.12,3.62"), "black", 0.4);
  for (let u = 4.84; u < 5.5; u += 0.09) {
    patch(bone, wall, through([u, 3.5], [u + 0.07, 3.5], [u + 0.035, 3.37]), "white", 0.5);
    patch(
      bone,
      wall,
      [
        [u - 0.02, 3.34 - (u - 4.84) * 0.1],
        [u + 0.05, 3.33 - (u - 4.84) * 0.1],
        [u + 0.02, 3.44 - (u - 4.84) * 0.06],
      ],
      "white",
      0.5,
    );
  }
  for (const u of [1.9, 3.3]) mark(stage, wall, through([u, 0.34], [u, u < 2 ? 2.1 : 2.7]), 1.2);
}
