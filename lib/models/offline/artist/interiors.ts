// Rooms where people work and travel: classroom, corridor, office, train.
import { ellipse, sharp } from "./curves.ts";
import { MATERIALS, SKIES } from "./materials.ts";
import { isInSpace } from "./places.ts";
import { backWindow, firstWindow, halfOf, heightOf, NEAR, shelf, shell, tubes } from "./room-parts.ts";
import { upperWall } from "./room-walls.ts";
import { along, edge, front, glow, level, made, quad, type Stage, solid } from "./stage.ts";
import { frontWall } from "./walls.ts";

export function classroom(stage: Stage): void {
  const { camera, place } = stage;
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
  const [cx, cy] = camera.see(0, 2.55, back);
  const r = (camera.focal / back) * 0.18;
  stage.pen.shape(ellipse(cx, cy, r, r, 12), "white", 0.7);
  stage.pen.stroke(
    [
      [cx, cy - r * 0.7],
      [cx, cy],
      [cx + r * 0.5, cy],
    ],
    "black",
    0.6,
  );
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
  solid(made(stage, MATERIALS.wood), {
    x: -0.6,
    y: 0,
    z: back - 0.9,
    w: 1.2,
    h: 1,
    d: 0.5,
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
  for (const dx of [0.03, 0.6]) edge(stage, [x + dx, 0, z], [x + dx, 0.68, z], 0.8);
  level(stage, [x, z - 0.3], [x + 0.7, z + 0.45], { y: 0.007, paint: { veil: 0.24 }, weight: 0 });
  solid(stage, {
    x,
    y: 0.6,
    z,
    w: 0.65,
    h: 0.18,
    d: 0.45,
    front: { tone: 0.56 },
    top: "white",
    weight: 0.55,
  });
  for (const dx of [0.12, 0.5]) edge(stage, [x + dx, 0, z - 0.25], [x + dx, 0.85, z - 0.25], 0.8);
  solid(stage, { x: x + 0.1, y: 0.4, z: z - 0.25, w: 0.42, h: 0.04, d: 0.3, front: { tone: 0.6 } });
  front(stage, [x + 0.1, 0.68], [x + 0.52, 0.88], { z: z - 0.25, paint: { tone: 0.74 }, weight: 0.5 });
}

/** Boards round a room, as high as a desk, with a rail over them. */
function wainscot(stage: Stage, { half, back }: { half: number; back: number }): void {
  const wood = made(stage, MATERIALS.wood);
  for (const s of [-1, 1]) {
    const x = s * (half - 0.015);
    along(wood, [NEAR, 0.13], [back, 0.86], { x, paint: { tone: 0.4 }, weight: 0.5 });
    along(wood, [NEAR, 0.86], [back, 0.93], { x, paint: { tone: 0.14 }, weight: 0.5 });
  }
  front(wood, [-half, 0.13], [half, 0.8], { z: back - 0.018, paint: { tone: 0.34 }, weight: 0.5 });
}

/** Windows on one side, on the other what the building is for: doors, lockers, or doors with benches and notices between. */
export function corridor(stage: Stage): void {
  const { camera, place } = stage;
  const s = place.flip() ? 1 : -1;
  const kind = place.pick(["doors", "lockers", "benches"] as const);
  const back = stage.behind + 13;
  const near = firstWindow(stage);
  shell(stage, { half: 1.6, height: 2.6, near, back, wall: { tone: 0.4 }, floor: "tiles" });
  wainscot(stage, { half: 1.6, back });
  const { scene } = stage.picture;
  const hour = isInSpace(scene) ? "night" : scene.hour;
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
    if (isInSpace(scene))
      for (let star = 0; star < 9; star++) {
        const [up, on] = [((star * 0.37) % 1) * 1.14, ((star * 0.61) % 1) * 1.34];
        const [x, y] = camera.see(-1.58 * s, 0.98 + up, z + 0.08 + on);
        const r = Math.max(0.9, (camera.focal / z) * (star % 4 ? 0.006 : 0.012));
        stage.lamp.fill(ellipse(x, y, r, r, 6), "white");
      }
    edge(stage, [-1.58 * s, 0.9, z + 0.75], [-1.58 * s, 2.2, z + 0.75], 0.6);
    edge(stage, [-1.58 * s, 0.84, z - 0.1], [-1.58 * s, 0.84, z + 1.6], 1);
    if (kind === "lockers") lockers(stage, 1.59 * s, z);
    else doorway(stage, 1.59 * s, z);
    if (kind === "benches") bench(stage, s, z + 1.25);
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

function doorway(stage: Stage, x: number, z: number): void {
  const inner = x - Math.sign(x) * 0.01;
  along(stage, [z - 0.08, 0], [z + 1.08, 2.14], { x, paint: "white", weight: 0.6 });
  along(made(stage, MATERIALS.wood), [z, 0], [z + 1, 2.05], { x: inner, paint: { tone: 0.42 }, weight: 0.7 });
  along(stage, [z + 0.2, 1.3], [z + 0.5, 1.8], { x: inner, paint: "white", weight: 0.4 });
  edge(stage, [inner, 0.95, z + 0.86], [inner, 1.08, z + 0.86], 1.4);
  // The plate over the door that says what is behind it.
  along(stage, [z + 0.2, 2.2], [z + 0.8, 2.38], { x: inner, paint: "black", weight: 0.5 });
}

function lockers(stage: Stage, x: number, z: number): void {
  const metal = made(stage, MATERIALS.metal);
  const inner = x - Math.sign(x) * 0.01;
  for (let i = 0; i < 5; i++) {
    const from = z + i * 0.42;
    along(metal, [from, 0.06], [from + 0.4, 1.9], {
      x,
      paint: i % 3 === 1 ? { tone: 0.5 } : { tone: 0.34 },
      weight: 0.6,
    });
    for (const y of [1.6, 1.68, 1.76]) edge(stage, [inner, y, from + 0.1], [inner, y, from + 0.3], 0.6);
    edge(stage, [inner, 0.95, from + 0.34], [inner, 1.1, from + 0.34], 1.2);
  }
  along(stage, [z, 1.9], [z + 2.1, 1.98], { x, paint: "black", weight: 0.4 });
}

/** A bench against the wall, and a board of notices over it. */
function bench(stage: Stage, s: 1 | -1, z: number): void {
  const wood = made(stage, MATERIALS.wood);
  solid(wood, {
    x: s > 0 ? 1.16 : -1.56,
    y: 0.36,
    z,
    w: 0.4,
    h: 0.08,
    d: 0.9,
    front: { tone: 0.4 },
    side: { tone: 0.5 },
  });
  for (const dz of [0.05, 0.8])
    solid(wood, {
      x: s > 0 ? 1.2 : -1.5,
      y: 0,
      z: z + dz,
      w: 0.3,
      h: 0.36,
      d: 0.06,
      front: { tone: 0.6 },
      weight: 0.5,
    });
  along(wood, [z + 0.02, 1.1], [z + 0.92, 1.8], { x: 1.58 * s, paint: { tone: 0.3 }, weight: 0.7 });
  for (const [dz, y] of [
    [0.12, 1.42],
    [0.5, 1.5],
    [0.3, 1.18],
    [0.66, 1.2],
  ] as const)
    along(stage, [z + dz, y], [z + dz + 0.2, y + 0.22], { x: 1.57 * s, paint: "white", weight: 0.4 });
}

export function office(stage: Stage): void {
  const { place } = stage;
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
  for (const [x, dz] of [
    [-2.9, 1.1],
    [-0.7, 1.3],
    [1.3, 1],
  ] as const) {
    const z = back - dz;
    solid(made(stage, MATERIALS.wood), {
      x,
      y: 0,
      z,
      w: 1.5,
      h: 0.7,
      d: 0.7,
      front: { tone: 0.62 },
      top: "white",
    });
    solid(stage, { x: x + 0.45, y: 0.82, z: z + 0.2, w: 0.62, h: 0.42, d: 0.06, front: { tone: 0.92 } });
    edge(stage, [x + 0.76, 0.7, z + 0.22], [x + 0.76, 0.84, z + 0.22], 1.8);
    const n = place.int(2, 5);
    for (let i = 0; i < n; i++)
      solid(stage, { x: x + 0.06, y: 0.7 + i * 0.04, z: z + 0.1, w: 0.3, h: 0.04, d: 0.3, weight: 0.35 });
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
    backWindow(stage, { x: i * 1.5 + 0.15, y: 0.95, w: 1.2, h: 0.8, z: back - 0.02, panes: 1 });
    edge(stage, [i * 1.5, 0, back - 0.02], [i * 1.5, 2.3, back - 0.02], 0.7);
  }
  const seats = made(stage, MATERIALS.red);
  solid(seats, {
    x: -4,
    y: 0,
    z: back - 0.55,
    w: 8,
    h: 0.42,
    d: 0.5,
    front: { tone: 0.5 },
    top: { tone: 0.3 },
  });
  front(seats, [-4, 0.42], [4, 0.85], { z: back - 0.08, paint: { tone: 0.38 }, weight: 0.7 });
  for (let x = -3.6; x < 4; x += 0.6) edge(stage, [x, 0.42, back - 0.09], [x, 0.85, back - 0.09], 0.5);
  edge(stage, [-4, 2.05, back - 0.7], [4, 2.05, back - 0.7], 1.6);
  for (let x = -3.3; x < 4; x += 0.6) {
    const [px, py] = camera.see(x, 2.05, back - 0.7);
    const k = camera.focal / (back - 0.7);
    pen.stroke(
      [
        [px, py],
        [px + 2, py + k * 0.2],
      ],
      "black",
      1.1,
    );
    pen.stroke(
      sharp([
        [px - k * 0.07, py + k * 0.34],
        [px + 2, py + k * 0.2],
        [px + k * 0.09, py + k * 0.34],
      ]),
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
