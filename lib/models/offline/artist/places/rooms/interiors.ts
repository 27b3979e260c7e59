// Rooms where people work and travel: corridor, office, train.

import { sharp, through } from "../../pen/curves.ts";
import { MATERIALS, SKIES } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { isInSpace } from "../places.ts";
import { along, edge, front, glow, level, made, quad, type Stage, solid } from "../stage.ts";
import { shipCorridor } from "../travel/ship-corridor.ts";
import { frontWall } from "../walls.ts";
import { wainscot } from "./classroom.ts";
import { otherWall } from "./other-wall.ts";
import { backWindow, firstWindow, halfOf, heightOf, NEAR, shelf, shell } from "./room-parts.ts";
import { upperWall } from "./room-walls.ts";

/** Windows on one side, on the other what the building is for: doors, lockers, or doors with benches and notices between. */
export function corridor(stage: Stage): void {
  if (isInSpace(stage.picture)) {
    shipCorridor(stage);
    return;
  }
  const { camera, place } = stage;
  const s = place.flip() ? 1 : -1;
  const kind = place.pick(["doors", "lockers", "benches"] as const);
  const back = stage.behind + 13;
  const near = firstWindow(stage);
  shell(stage, { half: 1.6, height: 2.6, near, back, wall: { tone: 0.4 }, floor: "tiles" });
  wainscot(stage, { half: 1.6, back });
  const { hour } = stage.picture.scene;
  for (let i = 0; i < 6; i++) {
    const z = near + 0.6 + i * 2.3;
    if (z + 1.6 > back) break;
    along(made(stage, hour === "night" ? SKIES.night : MATERIALS.glass), [z, 0.9], [z + 1.5, 2.2], {
      x: -1.59 * s,
      paint: hour === "night" ? { tone: 0.88 } : hour === "dusk" ? { tone: 0.3 } : "white",
      weight: 0.7,
    });
    stage.pen.name(
      "window",
      camera.outline([
        [-1.59 * s, 0.9, z],
        [-1.59 * s, 0.9, z + 1.5],
        [-1.59 * s, 2.2, z + 1.5],
        [-1.59 * s, 2.2, z],
      ]),
    );
    edge(stage, [-1.58 * s, 0.9, z + 0.75], [-1.58 * s, 2.2, z + 0.75], 0.6);
    edge(stage, [-1.58 * s, 0.84, z - 0.1], [-1.58 * s, 0.84, z + 1.6], 1);
    if (kind === "lockers") build(stage, "rooms/lockers", [1.59 * s, 0, z], { side: s });
    else build(stage, "rooms/corridor-door", [1.59 * s, 0, z], { side: s });
    if (kind === "benches") build(stage, "rooms/bench-and-notices", [0, 0, z + 1.25], { side: s });
    level(stage, [-0.25, z], [0.25, z + 1], { y: 2.59, paint: "white", weight: 0.5 });
    if (hour !== "night")
      quad(
        stage,
        [
          [-1.5 * s, 0.005, z + 0.3],
          [-0.2 * s, 0.005, z + 0.8],
          [-0.2 * s, 0.005, z + 1.8],
          [-1.5 * s, 0.005, z + 1.4],
        ],
        "white",
        0,
      );
  }
  front(stage, [-0.7, 0], [0.7, 2.1], {
    z: back - 0.05,
    paint: hour === "night" ? { tone: 0.8 } : "white",
    weight: 0.6,
  });
  glow(stage, camera.see(0, 2.4, stage.behind + 1), camera.focal * 0.4, 0.5);
}

export function office(stage: Stage): void {
  const { place, side } = stage;
  if (side !== "main") {
    otherWall(stage, side, {
      ...{ floor: "tiles", wall: { tone: 0.12 }, dress: "plain", height: 2.7, door: "right", goods: "books" },
    });
    return;
  }
  const back = stage.behind + 2;
  const half = halfOf(stage, back, 3.4);
  const h = heightOf(stage, back, 2.7);
  shell(stage, {
    ...{ half, least: 3.4, height: h, near: NEAR, back },
    ...{ wall: { tone: 0.12 }, floor: "tiles" },
  });
  if (h > 2.7) upperWall(stage, frontWall(back - 0.02, [-half, half], [0, h]), 2.65);
  backWindow(stage, { x: -2.6, y: 0.9, w: 3.6, h: 1.5, z: back - 0.02, panes: 4 });
  for (let i = 0; i < 7; i++)
    front(stage, [-2.6, 2.35 - i * 0.1], [1, 2.4 - i * 0.1], { z: back - 0.04, paint: "white", weight: 0.3 });
  shelf(stage, { x: 1.5, z: back - 0.4, w: 1.7, h: 2, rows: 4, goods: "books" });
  for (const [x, dz] of through([-2.9, 1.1], [-0.7, 1.3], [1.3, 1])) {
    const z = back - dz;
    solid(made(stage, MATERIALS.wood), [x, 0, z], [1.5, 0.7, 0.7], { front: { tone: 0.62 }, top: "white" });
    solid(stage, [x + 0.45, 0.82, z + 0.2], [0.62, 0.42, 0.06], { front: { tone: 0.92 } });
    edge(stage, [x + 0.76, 0.7, z + 0.22], [x + 0.76, 0.84, z + 0.22], 1.8);
    const n = place.int(2, 5);
    for (let i = 0; i < n; i++)
      solid(stage, [x + 0.06, 0.7 + i * 0.04, z + 0.1], [0.3, 0.04, 0.3], { weight: 0.35 });
  }
  for (const x of [-1.6, 0.9])
    level(stage, [x, back - 1.6], [x + 0.9, back - 0.6], { y: 2.69, paint: "white", weight: 0.5 });
}

export function train(stage: Stage): void {
  const { pen, camera, place } = stage;
  const back = stage.behind;
  shell(stage, { half: 4, height: 2.3, near: NEAR, back, wall: { tone: 0.12 }, floor: "plain" });
  for (let d = back - 0.7; d > NEAR; d -= 0.34) edge(stage, [-4, 0.004, d], [4, 0.004, d], 0.35);
  for (const x of [-2.4, 2.4])
    for (const [from, to, paint] of [
      [x - 0.035, x + 0.035, "white"],
      [x + 0.01, x + 0.035, { tone: 0.5 }],
    ] as const)
      front(made(stage, MATERIALS.metal), [from, 0], [to, 2.3], { z: back - 0.95, paint, weight: 0.7 });
  // Light from the windows lies on the floor between the shades of the seats.
  level(stage, [-4, back - 0.9], [4, back - 0.5], { y: 0.006, paint: { veil: 0.4 }, weight: 0 });
  for (let i = -2; i < 3; i++) {
    const fall = [
      [i * 1.5 + 0.3, 0.008, back - 1],
      [i * 1.5 + 1.4, 0.008, back - 1],
      [i * 1.5 + 1.9, 0.008, back - 2.2],
      [i * 1.5 + 0.8, 0.008, back - 2.2],
    ] as const;
    if (!stage.night) quad(stage, fall, { light: 0.4 }, 0);
    backWindow(stage, {
      x: i * 1.5 + 0.15,
      y: 0.95,
      w: 1.2,
      h: 0.8,
      z: back - 0.02,
      panes: 1,
      moon: i === 1,
    });
    edge(stage, [i * 1.5, 0, back - 0.02], [i * 1.5, 2.3, back - 0.02], 0.7);
  }
  const seats = made(stage, MATERIALS.red);
  solid(seats, [-4, 0, back - 0.55], [8, 0.42, 0.5], { front: { tone: 0.5 }, top: { tone: 0.3 } });
  front(seats, [-4, 0.42], [4, 0.85], { z: back - 0.08, paint: { tone: 0.38 }, weight: 0.7 });
  for (let x = -3.6; x < 4; x += 0.6) edge(stage, [x, 0.42, back - 0.09], [x, 0.85, back - 0.09], 0.5);
  edge(stage, [-4, 2.05, back - 0.7], [4, 2.05, back - 0.7], 1.6);
  for (let x = -3.3; x < 4; x += 0.6) {
    const [px, py] = camera.see(x, 2.05, back - 0.7);
    const k = camera.focal / (back - 0.7);
    pen.stroke(through([px, py], [px + 2, py + k * 0.2]), "black", 1.1);
    pen.stroke(
      sharp(through([px - k * 0.07, py + k * 0.34], [px + 2, py + k * 0.2], [px + k * 0.09, py + k * 0.34])),
      "black",
      0.9,
      true,
    );
  }
  for (let i = 0; i < 5; i++) {
    const x = -3.6 + i * 1.5 + place.next() * 0.2;
    front(stage, [x, 1.9], [x + 0.9, 2.2], { z: back - 0.04, paint: "white", weight: 0.5 });
  }
}
