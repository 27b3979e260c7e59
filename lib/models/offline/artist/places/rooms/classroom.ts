// A classroom: from behind its rows of desks with the blackboard at the end, or across them to its windows or its doors.

import type { Side } from "../../camera/turned.ts";
import { rowsOf } from "../../pen/curves.ts";
import { MATERIALS, SKIES } from "../../pen/materials.ts";
import { takeWall } from "../../things/wall-spots.ts";
import { build } from "../compositions.ts";
import { along, edge, front, made, quad, type Stage, solid } from "../stage.ts";
import { cornersOf, frontWall, panel, type Wall } from "../walls.ts";
import { sunOnFloor } from "./clutter.ts";
import { backWindow, firstWindow, halfOf, heightOf, NEAR, shell, tubes } from "./room-parts.ts";
import { upperWall } from "./room-walls.ts";

export function classroom(stage: Stage): void {
  const { camera, place, side } = stage;
  if (side !== "main") {
    otherSide(stage, side);
    return;
  }
  const back = stage.behind + 3.2;
  const h = heightOf(stage, back, 3);
  shell(stage, { half: 3.6, height: h, near: NEAR, back, wall: { tone: 0.06 }, floor: "boards" });
  if (h > 3) upperWall(stage, frontWall(back - 0.02, [-3.6, 3.6], [0, h]), 2.95);
  wainscot(stage, { half: 3.6, back });
  tubes(stage, { xs: [-1.7, 1.7], y: 3, back });
  front(made(stage, MATERIALS.board), [-2.4, 0.9], [2.4, 2.2], {
    z: back - 0.02,
    paint: { tone: 0.9 },
    weight: 1,
  });
  for (const [x0, y0, x1, y1] of rowsOf([-2.5, 0.82, 2.5, 2.2], [-0.2, 2.35, 0.2, 2.75]))
    takeWall(stage, cornersOf(frontWall(back, [x0, x1], [y0, y1])));
  if (stage.picture.props.includes("blackboard"))
    stage.pen.name("blackboard", [camera.see(-2.4, 0.9, back), camera.see(2.4, 2.2, back)]);
  for (let i = 0; i < 5; i++)
    edge(
      stage,
      [-2 + place.next() * 0.4, 1.2 + i * 0.19, back - 0.03],
      [-0.4 + place.next() * 1.2, 1.2 + i * 0.19, back - 0.03],
      0.7,
      "white",
    );
  front(stage, [-2.5, 0.82], [2.5, 0.9], { z: back - 0.05, paint: "white", weight: 0.5 });
  build(stage, "rooms/school-clock", [0, 0, back]);
  const hour = stage.picture.scene.hour;
  for (let i = 0; i < 4; i++) {
    const z = firstWindow(stage) + 1 + i * 1.6;
    if (z + 1.2 > back) break;
    along(made(stage, hour === "night" ? SKIES.night : MATERIALS.glass), [z, 0.95], [z + 1.3, 2.5], {
      x: -3.59,
      paint: hour === "night" ? { tone: 0.86 } : hour === "dusk" ? { tone: 0.34 } : "white",
      weight: 0.8,
    });
    edge(stage, [-3.58, 1.7, z], [-3.58, 1.7, z + 1.3], 0.6);
    edge(stage, [-3.58, 0.95, z + 0.65], [-3.58, 2.5, z + 0.65], 0.6);
    if (hour === "night" || stage.picture.scene.weather !== "clear") continue;
    const sun = [
      [-3.2, 0.012, z + 0.4],
      [-1.5, 0.012, z + 0.9],
      [-1.5, 0.012, z + 1.8],
      [-3.2, 0.012, z + 1.5],
    ] as const;
    quad(stage, sun, { light: 0.5 }, 0);
  }
  solid(made(stage, MATERIALS.wood), [-0.6, 0, back - 0.9], [1.2, 1, 0.5], {
    front: { tone: 0.66 },
    side: { tone: 0.76 },
  });
  for (let row = 3; row >= 0; row--) {
    const z = stage.behind - 0.6 + row * 0.95;
    if (z > back - 1.2) continue;
    for (let i = 0; i < 5; i++) desk(stage, -2.9 + i * 1.25, z);
  }
}

function desk(setting: Stage, x: number, z: number): void {
  const stage = made(setting, MATERIALS.wood);
  if (stage.picture.props.includes("table"))
    stage.pen.name("table", [stage.camera.see(x, 0, z), stage.camera.see(x + 0.65, 0.78, z)]);
  build(stage, "rooms/pupils-desk", [x, 0, z]);
}

/** Boards round a room, as high as a desk, with a rail over them. */
export function wainscot(stage: Stage, { half, back }: { half: number; back: number }): void {
  const wood = made(stage, MATERIALS.wood);
  for (const s of [-1, 1]) {
    const x = s * (half - 0.015);
    along(wood, [NEAR, 0.13], [back, 0.86], { x, paint: { tone: 0.4 }, weight: 0.5 });
    along(wood, [NEAR, 0.86], [back, 0.93], { x, paint: { tone: 0.14 }, weight: 0.5 });
  }
  front(wood, [-half, 0.13], [half, 0.8], { z: back - 0.018, paint: { tone: 0.34 }, weight: 0.5 });
}

/** Across the rows of desks: the windows are at the left of who looks at the blackboard, the doors to the corridor at the right. */
function otherSide(stage: Stage, side: Exclude<Side, "main">): void {
  const back = stage.behind + 1.9;
  const half = halfOf(stage, back, 3.6);
  const h = heightOf(stage, back, 3);
  shell(stage, { half, height: h, near: NEAR, back, wall: { tone: 0.06 }, floor: "boards" });
  const rear = frontWall(back - 0.02, [-half, half], [0, h]);
  if (h > 3) upperWall(stage, rear, 2.95);
  wainscot(stage, { half, back });
  if (side === "left") windowWall(stage, { half, back });
  else corridorWall(stage, { half, rear });
  for (let row = 1; row >= 0; row--) {
    const z = stage.behind - 0.3 + row * 1.05;
    for (let x = -half + 0.3; x < half - 0.9; x += 1.35) desk(stage, x, z);
  }
}

/** Windows side by side, with curtains drawn back between them. */
function windowWall(stage: Stage, { half, back }: { half: number; back: number }): void {
  const n = Math.max(3, Math.round((half * 2) / 1.75));
  const step = (half * 2 - 0.3) / n;
  for (let i = 0; i < n; i++) {
    const x = -half + 0.15 + i * step;
    backWindow(stage, {
      x: x + 0.14,
      y: 0.98,
      w: step - 0.28,
      h: 1.5,
      z: back - 0.02,
      panes: 2,
      moon: i === 1,
    });
    sunOnFloor(stage, [x + 0.2, x + step - 0.3], back - 0.2);
    const cloth = made(stage, MATERIALS.cloth);
    front(cloth, [x - 0.1, 0.85], [x + 0.13, 2.6], { z: back - 0.07, paint: { tone: 0.08 }, weight: 0.6 });
    for (const dx of [-0.04, 0.04]) edge(stage, [x + dx, 0.9, back - 0.08], [x + dx, 2.58, back - 0.08], 0.4);
  }
  front(stage, [-half, 2.6], [half, 2.68], { z: back - 0.08, paint: { tone: 0.5 }, weight: 0.5 });
}

/** Sliding doors with panes, high windows between them, a board of notices. */
function corridorWall(stage: Stage, { half, rear }: { half: number; rear: Wall }): void {
  const wood = made(stage, MATERIALS.wood);
  const glass = made(stage, MATERIALS.glass);
  for (const x of [-half + 0.5, half - 2.2]) {
    panel(wood, rear, [x + half - 0.08, 0, x + half + 1.78, 2.12], { tone: 0.5 }, 0.7);
    for (const dx of [0, 0.86]) {
      panel(wood, rear, [x + half + dx, 0, x + half + dx + 0.84, 2.04], { tone: 0.14 }, 0.7);
      panel(glass, rear, [x + half + dx + 0.14, 1.1, x + half + dx + 0.7, 1.9], { tone: 0.34 }, 0.5);
    }
  }
  for (let x = -half + 2.5; x < half - 3; x += 1.1)
    panel(glass, rear, [x + half, 2.2, x + half + 0.95, 2.7], { tone: 0.26 }, 0.6);
  const u = half - 0.75;
  panel(wood, rear, [u, 1.05, u + 1.5, 1.95], { tone: 0.42 }, 0.7);
  for (const [du, v, w] of [
    [0.12, 1.45, 0.3],
    [0.5, 1.2, 0.36],
    [0.98, 1.5, 0.36],
    [0.56, 1.62, 0.26],
    [1.06, 1.14, 0.28],
  ] as const)
    panel(stage, rear, [u + du, v, u + du + w, v + 0.27], "white", 0.4);
}
