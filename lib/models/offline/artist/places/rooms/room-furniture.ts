// What a room is lived in with: a bed, a sofa before a screen, a desk, a table with chairs, a low table on mats, a fireplace; or
// waited in with: benches along the wall.
// Each stands at the back wall, from `x` to the right, in metres of the scene.

import type { Purpose } from "../../closed/told.ts";
import { corner, ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { edge, front, glow, level, made, type Stage, solid } from "../stage.ts";
import { pile } from "./clutter.ts";

export type Furniture = Purpose;

export const FURNITURE: Readonly<Record<Furniture, (stage: Stage, x: number, back: number) => void>> = {
  bed(stage, x, back) {
    const cloth = made(stage, MATERIALS.cloth);
    const tone = stage.place.pick([0.06, 0.2, 0.36]);
    solid(made(stage, MATERIALS.wood), [x - 0.05, 0, back - 0.1], [1.7, 1, 0.08], { front: { tone: 0.76 } });
    solid(cloth, [x, 0.12, back - 1.9], [1.6, 0.36, 1.8], {
      front: "white",
      side: { tone: 0.3 },
      top: { tone },
    });
    level(cloth, [x, back - 0.85], [x + 1.6, back - 0.6], { y: 0.485, paint: "white", weight: 0.5 });
    for (const dx of [0.1, 0.85]) solid(stage, [x + dx, 0.48, back - 0.55], [0.62, 0.15, 0.36]);
    for (const dx of [0.3, 0.8, 1.25])
      edge(stage, [x + dx, 0.12, back - 1.91], [x + dx + 0.05, 0.46, back - 1.91], 0.4);
  },
  sofa(stage, x, back) {
    const cloth = made(stage, MATERIALS.cloth);
    const dark = stage.place.flip();
    const [body, seat] = dark
      ? ([{ tone: 0.86 }, { tone: 0.7 }] as const)
      : ([{ tone: 0.24 }, { tone: 0.12 }] as const);
    const z = back - 0.95;
    solid(cloth, [x, 0.1, back - 0.3], [1.9, 0.78, 0.22], { front: body, top: seat });
    solid(cloth, [x + 0.16, 0.1, z], [1.58, 0.34, 0.65], { front: body, top: seat });
    for (const dx of [0, 1.72]) solid(cloth, [x + dx, 0.1, z], [0.18, 0.56, 0.7], { front: body, top: seat });
    edge(stage, [x + 0.95, 0.1, z - 0.01], [x + 0.95, 0.44, z - 0.01], 0.5);
    edge(stage, [x + 0.95, 0.46, back - 0.31], [x + 0.95, 0.86, back - 0.31], 0.5);
    cushion(stage, [x + 0.3, 0.44, back - 0.4], stage.place.flip() ? "white" : "black");
    cushion(stage, [x + 1.3, 0.44, back - 0.4], { tone: 0.4 });
    const wood = made(stage, MATERIALS.wood);
    solid(wood, [x + 0.35, 0.3, back - 1.9], [1.1, 0.05, 0.5], { front: { tone: 0.7 } });
    for (const dx of [0.4, 1.34])
      solid(wood, [x + dx, 0, back - 1.88], [0.06, 0.3, 0.06], { front: { tone: 0.76 } });
  },
  desk(stage, x, back) {
    const wood = made(stage, MATERIALS.wood);
    const z = back - 0.75;
    solid(wood, [x, 0.7, z], [1.6, 0.06, 0.65], { front: { tone: 0.7 } });
    solid(wood, [x + 1.06, 0, z], [0.5, 0.7, 0.6], { front: { tone: 0.7 }, side: { tone: 0.8 } });
    for (const y of [0.12, 0.34, 0.56]) {
      front(wood, [x + 1.1, y], [x + 1.52, y + 0.16], { z: z - 0.01, paint: { tone: 0.5 }, weight: 0.5 });
      edge(stage, [x + 1.26, y + 0.08, z - 0.02], [x + 1.36, y + 0.08, z - 0.02], 1);
    }
    solid(wood, [x + 0.04, 0, z], [0.06, 0.7, 0.5], { front: { tone: 0.7 } });
    pile(stage, [x + 1.1, 0.76, z + 0.2], stage.place.int(3, 6));
    // A lamp on a jointed arm, bent over the paper.
    const { camera, pen } = stage;
    const [px, py] = camera.see(x + 0.25, 0.76, z + 0.2);
    const k = camera.focal / (z + 0.2);
    pen.line(through([px, py], [px - k * 0.08, py - k * 0.3], [px + k * 0.2, py - k * 0.48]), 1.2, "none");
    pen.shape(
      [
        corner([px + k * 0.12, py - k * 0.5]),
        [px + k * 0.24, py - k * 0.56],
        corner([px + k * 0.42, py - k * 0.34]),
        corner([px + k * 0.14, py - k * 0.36]),
      ],
      "black",
      0.6,
    );
    glow(stage, [px + k * 0.3, py - k * 0.2], k * 0.9, 0.5);
    level(stage, [x + 0.4, z + 0.08], [x + 0.85, z + 0.4], { y: 0.765, paint: "white", weight: 0.4 });
    build(stage, "rooms/chair", [x + 0.45, 0, z - 0.4]);
  },
  table(stage, x, back) {
    const wood = made(stage, MATERIALS.wood);
    const z = back - 1;
    for (const dx of [0.1, 1.1]) build(stage, "rooms/chair", [x + dx, 0, z + 0.55]);
    solid(wood, [x, 0.68, z], [1.7, 0.06, 0.7], { front: { tone: 0.7 } });
    for (const dx of [0.05, 1.57]) solid(wood, [x + dx, 0, z], [0.08, 0.68, 0.08], { front: { tone: 0.7 } });
    const { camera, pen } = stage;
    const [px, py] = camera.see(x + 0.85, 0.74, z + 0.3);
    const k = camera.focal / (z + 0.3);
    pen.shape(
      [
        corner([px - k * 0.06, py - k * 0.2]),
        corner([px + k * 0.06, py - k * 0.2]),
        [px + k * 0.08, py],
        [px - k * 0.08, py],
      ],
      { tone: 0.5 },
      0.6,
    );
    for (const a of [-0.5, 0, 0.5])
      pen.line(
        [
          [px, py - k * 0.2],
          [px + k * a * 0.1, py - k * 0.32],
          [px + k * a * 0.3, py - k * 0.42],
        ],
        0.7,
        "end",
      );
    for (const a of [-0.15, 0, 0.15])
      pen.shape(ellipse(px + k * a, py - k * 0.44 + Math.abs(a) * k * 0.2, k * 0.06), "white", 0.5);
  },
  "low-table"(stage, x, back) {
    const wood = made(stage, MATERIALS.wood);
    const z = back - 1.3;
    const cloth = made(stage, MATERIALS.cloth);
    for (const [dx, dz] of through([0.45, 0.75], [-0.3, 0.1], [1.35, 0.1]))
      solid(cloth, [x + dx, 0, z + dz], [0.55, 0.07, 0.5], {
        front: { tone: 0.5 },
        top: { tone: 0.4 },
        weight: 0.5,
      });
    solid(wood, [x + 0.1, 0.3, z], [1.4, 0.05, 0.75], { front: { tone: 0.82 }, top: { tone: 0.42 } });
    for (const dx of [0.18, 1.34])
      solid(wood, [x + dx, 0, z + 0.06], [0.08, 0.3, 0.08], { front: { tone: 0.86 } });
    const { camera, pen } = stage;
    const [px, py] = camera.see(x + 0.6, 0.35, z + 0.3);
    const k = camera.focal / (z + 0.3);
    pen.shape(ellipse(px, py - k * 0.09, k * 0.13, k * 0.1, 10), { tone: 0.6 }, 0.6);
    pen.line(
      [
        [px + k * 0.12, py - k * 0.12],
        [px + k * 0.2, py - k * 0.14],
        [px + k * 0.22, py - k * 0.2],
      ],
      1.2,
      "none",
    );
    for (const dx of [0.32, 0.46])
      pen.shape(
        [
          corner([px + k * dx, py - k * 0.1]),
          corner([px + k * (dx + 0.1), py - k * 0.1]),
          [px + k * (dx + 0.08), py],
          [px + k * (dx + 0.02), py],
        ],
        "white",
        0.5,
      );
  },
  hearth(stage, x, back) {
    const stone = made(stage, MATERIALS.stone);
    const z = back - 0.4;
    solid(stone, [x, 0, z], [1.7, 1.15, 0.38], { front: { tone: 0.24 }, side: { tone: 0.5 } });
    for (const v of [0.22, 0.46, 0.7, 0.94])
      for (const u of [0.05, 0.2, 1.42, 1.56])
        front(stone, [x + u, v - 0.18], [x + u + 0.12, v], {
          z: z - 0.01,
          paint: { tone: u > 1 ? 0.16 : 0.3 },
          weight: 0.35,
        });
    solid(made(stage, MATERIALS.wood), [x - 0.1, 1.15, z - 0.08], [1.9, 0.09, 0.46], {
      front: { tone: 0.5 },
    });
    front(stage, [x + 0.4, 0], [x + 1.3, 0.82], { z: z - 0.02, paint: "black", weight: 0.8 });
    build(stage, "rooms/mantel-clock", [x + 0.7, 1.24, z + 0.1]);
    if (stage.picture.props.includes("fireplace"))
      stage.pen.name("fireplace", [stage.camera.see(x, 0, z), stage.camera.see(x + 1.7, 1.2, z)]);
    const { camera } = stage;
    const [px, py] = camera.see(x + 0.85, 0.02, z - 0.02);
    const k = camera.focal / z;
    const flame = (dx: number, h: number): Pt[] => [
      [px + (dx - 0.12) * k, py - 0.04 * k],
      [px + (dx - 0.1) * k, py - h * 0.5 * k],
      corner([px + (dx + 0.02) * k, py - h * k]),
      [px + (dx + 0.11) * k, py - h * 0.4 * k],
      [px + (dx + 0.1) * k, py - 0.04 * k],
    ];
    const lamp = stage.lamp.of(MATERIALS.lamp);
    for (const [dx, h] of through([-0.16, 0.36], [0.14, 0.4], [0, 0.55]))
      lamp.shape(flame(dx, h), "white", 0.5);
    glow(stage, [px, py - k * 0.3], k * 2.4, 0.6);
  },
  benches(stage, x, back) {
    const wood = made(stage, MATERIALS.wood);
    for (const dx of [-0.1, 1.05]) {
      for (const y of [0.56, 0.74])
        front(wood, [x + dx, y], [x + dx + 1, y + 0.13], {
          z: back - 0.1,
          paint: { tone: 0.4 },
          weight: 0.6,
        });
      for (const leg of [0.05, 0.86])
        solid(wood, [x + dx + leg, 0, back - 0.5], [0.07, 0.4, 0.4], { front: { tone: 0.76 } });
      solid(wood, [x + dx, 0.4, back - 0.58], [1, 0.06, 0.5], { front: { tone: 0.56 }, top: { tone: 0.16 } });
    }
    // A timetable over them.
    front(stage, [x + 0.4, 1.2], [x + 1.4, 1.9], { z: back - 0.02, paint: "white", weight: 0.9 });
    front(stage, [x + 0.4, 1.76], [x + 1.4, 1.9], { z: back - 0.03, paint: "black", weight: 0 });
    for (const y of [1.28, 1.37, 1.46, 1.55, 1.64])
      edge(stage, [x + 0.48, y, back - 0.03], [x + 1.3, y, back - 0.03], 0.5);
    edge(stage, [x + 0.72, 1.24, back - 0.03], [x + 0.72, 1.72, back - 0.03], 0.4);
  },
};

function cushion(
  { pen, camera }: Stage,
  [x, y, z]: readonly [number, number, number],
  paint: "white" | "black" | { tone: number },
): void {
  const [px, py] = camera.see(x, y, z);
  const k = camera.focal / z;
  pen
    .of(MATERIALS.red)
    .shape(
      [
        corner([px - k * 0.2, py]),
        [px - k * 0.15, py - k * 0.2],
        corner([px - k * 0.18, py - k * 0.4]),
        [px, py - k * 0.36],
        corner([px + k * 0.18, py - k * 0.4]),
        [px + k * 0.15, py - k * 0.2],
        corner([px + k * 0.2, py]),
      ],
      paint,
      0.6,
    );
}
