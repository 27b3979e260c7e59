// Rooms where people live and rest: room, kitchen, hospital, stairs.

import { frameOn, pile, pottedPlant, rug, sunOnFloor, wallClock, wallShelf } from "./clutter.ts";
import { corner, ellipse, type Pt } from "./curves.ts";
import { MATERIALS } from "./materials.ts";
import { backWindow, halfOf, hangingLamp, NEAR, shelf, shell, tubes } from "./room-parts.ts";
import { edge, front, level, made, type Stage, solid } from "./stage.ts";
import { bricks, floorOf, frontWall, joints, sideWall } from "./walls.ts";

export function room(stage: Stage): void {
  const { place, camera } = stage;
  const back = stage.behind + 0.9;
  const half = halfOf(stage, back, 2.7);
  const mats = place.flip(0.35);
  shell(stage, {
    half,
    least: 2.7,
    height: 2.6,
    near: NEAR,
    back,
    wall: place.pick([{ tone: 0.08 }, "white", { tone: 0.16 }]),
    floor: mats ? "mats" : "boards",
  });
  const left = place.flip();
  const wx = left ? -1.9 : 0.2;
  sunOnFloor(stage, [wx, wx + 1.7], back);
  rug(stage, [-1.2, back - 2.3], [1.1, back - 1]);
  backWindow(stage, { x: wx, y: 0.95, w: 1.7, h: 1.2, z: back, panes: 2, curtain: !mats });
  const near = Math.max(0.5, camera.distance * 0.75);
  const sides = [
    sideWall(0.02 - half, [NEAR, back], [0, 2.6]),
    sideWall(half - 0.02, [NEAR, back], [0, 2.6]),
  ];
  for (const [i, wall] of sides.entries()) {
    wallShelf(stage, wall, [near + place.between(0, 0.8), place.between(1.4, 1.7)], 1.3);
    frameOn(stage, wall, [near + 1.9 + i * 0.4, 1.3], [0.6, place.between(0.6, 0.9)]);
    if (place.flip(0.6)) wallClock(stage, wall, [near + 3.1, 1.9], 0.17);
  }
  shelf(stage, {
    x: left ? 1 : -2.3,
    z: back - 0.35,
    w: 1.2,
    h: place.between(1.5, 2.1),
    rows: 4,
    goods: "books",
  });
  if (place.flip()) {
    const bx = left ? -2.6 : 0.9;
    solid(made(stage, MATERIALS.cloth), {
      x: bx,
      y: 0,
      z: back - 1.9,
      w: 1.6,
      h: 0.45,
      d: 1.8,
      front: "white",
      side: { tone: 0.3 },
      top: { tone: 0.06 },
    });
    solid(stage, { x: bx + 0.2, y: 0.45, z: back - 0.6, w: 1.1, h: 0.16, d: 0.4 });
  } else {
    const wood = made(stage, MATERIALS.wood);
    solid(wood, {
      x: left ? -2.5 : 0.9,
      y: 0.68,
      z: back - 0.9,
      w: 1.6,
      h: 0.06,
      d: 0.7,
      front: { tone: 0.3 },
    });
    for (const dx of [0.05, 1.45])
      solid(wood, {
        x: (left ? -2.5 : 0.9) + dx,
        y: 0,
        z: back - 0.9,
        w: 0.08,
        h: 0.68,
        d: 0.08,
        front: { tone: 0.3 },
      });
  }
  const rear = frontWall(back - 0.02, [-2.7, 2.7], [0, 2.6]);
  frameOn(stage, rear, [left ? 2.8 : 2, 1.45], [0.55, 0.65]);
  pottedPlant(stage, left ? 2.45 : -2.45, back - 0.7, place.between(0.9, 1.3));
  pile(stage, [left ? 0.5 : -0.3, 0, back - 0.5], place.int(3, 6));
  hangingLamp(stage, 0.3, 2.15, camera.distance + 1.2);
}

export function kitchen(stage: Stage): void {
  const { place, camera } = stage;
  const back = stage.behind + 0.8;
  const half = halfOf(stage, back, 2.6);
  shell(stage, { half, least: 2.6, height: 2.5, near: NEAR, back, wall: "white", floor: "tiles" });
  for (let y = 0.95; y < 1.6; y += 0.16) edge(stage, [-2.6, y, back - 0.01], [2.6, y, back - 0.01], 0.3);
  for (let x = -2.6; x < 2.6; x += 0.2) edge(stage, [x, 0.92, back - 0.01], [x, 1.56, back - 0.01], 0.3);
  backWindow(stage, { x: -0.7, y: 1.2, w: 1.3, h: 0.85, z: back - 0.02, panes: 2 });
  const wood = made(stage, MATERIALS.wood);
  solid(wood, { x: -2.6, y: 0, z: back - 0.6, w: 4, h: 0.88, d: 0.58, front: { tone: 0.12 }, top: "white" });
  for (let i = 0; i < 5; i++) {
    const x = -2.55 + i * 0.8;
    front(wood, [x, 0.1], [x + 0.72, 0.78], { z: back - 0.61, paint: "white", weight: 0.5 });
    edge(stage, [x + 0.6, 0.6, back - 0.62], [x + 0.6, 0.72, back - 0.62], 1.2);
  }
  for (const x of [-2.5, 0.8]) {
    solid(wood, { x, y: 1.62, z: back - 0.35, w: 1.6, h: 0.75, d: 0.35, front: { tone: 0.16 } });
    edge(stage, [x + 0.8, 1.62, back - 0.36], [x + 0.8, 2.37, back - 0.36], 0.6);
  }
  solid(stage, {
    x: 1.6,
    y: 0,
    z: back - 0.75,
    w: 0.85,
    h: 1.85,
    d: 0.7,
    front: "white",
    side: { tone: 0.25 },
  });
  edge(stage, [1.6, 1.15, back - 0.76], [2.45, 1.15, back - 0.76], 0.7);
  edge(stage, [1.7, 1.3, back - 0.77], [1.7, 1.6, back - 0.77], 1.6);
  const [px, py] = camera.see(-1.5, 0.88, back - 0.35);
  const k = camera.focal / (back - 0.35);
  stage.pen.shape(
    [
      [px - k * 0.17, py - k * 0.2],
      [px + k * 0.17, py - k * 0.2],
      [px + k * 0.16, py],
      [px - k * 0.16, py],
    ],
    { tone: 0.62 },
    0.7,
  );
  stage.pen.line(
    [
      [px - k * 0.2, py - k * 0.2],
      [px + k * 0.2, py - k * 0.2],
    ],
    1.1,
    "none",
  );
  for (let i = 0; i < 4; i++) {
    const [hx, hy] = camera.see(-2.1 + i * 0.22, 1.5, back - 0.05);
    stage.pen.line(
      [
        [hx, hy],
        [hx, hy + k * 0.22],
      ],
      0.7,
      "none",
    );
    stage.pen.fill(ellipse(hx, hy + k * 0.27, k * 0.05, k * 0.06, 7), place.flip() ? "black" : { tone: 0.4 });
  }
  hangingLamp(stage, 0, 2.1, camera.distance + 1);
}

export function stairs(stage: Stage): void {
  const { pen, place } = stage;
  const back = stage.behind + 4.4;
  shell(stage, {
    half: 2.6,
    height: 6,
    near: NEAR,
    back,
    wall: { tone: 0.14 },
    side: { tone: 0.34 },
    floor: "plain",
  });
  const from = stage.behind - 1.5;
  const n = 14;
  const stone = made(stage, MATERIALS.stone);
  const sides = [sideWall(-2.58, [NEAR, back], [0, 5.5]), sideWall(2.58, [NEAR, back], [0, 5.5])];
  for (const each of sides) bricks(stone, place, each, 16);
  bricks(stone, place, frontWall(back - 0.03, [-2.6, 2.6], [0, 6]), 12);
  const wall: Pt[] = [];
  for (let i = n - 1; i >= 0; i--)
    solid(made(stage, MATERIALS.wood), {
      x: -2.2,
      y: i * 0.2,
      z: from + i * 0.36,
      w: 3.6,
      h: 0.2,
      d: 0.4,
      front: { tone: 0.36 },
      top: "white",
      weight: 0.55,
    });
  joints(stage, floorOf(0, [-2.6, 2.6], [NEAR, from]), [0.6, 0.6], 0.45);
  for (let i = 0; i < n; i += 2)
    edge(stage, [1.2, i * 0.2 + 0.2, from + i * 0.36], [1.2, i * 0.2 + 1.1, from + i * 0.36], 1.1);
  for (const [x, y, z] of [
    [1.2, 1.1, from],
    [1.2, 1.1 + n * 0.2, from + n * 0.36],
  ] as const)
    wall.push(corner(stage.camera.see(x, y, z)));
  pen.stroke(wall, "black", 3);
  pen.stroke(wall, "white", 1.2);
  backWindow(stage, { x: -1.4, y: 3.3, w: 1.6, h: 1.5, z: back - 0.02, panes: 2 });
  for (let i = 0; i < 20; i++) {
    const [y, z] = [place.between(0.4, 5), place.between(from, back)];
    edge(stage, [-2.59, y, z], [-2.59, y, z + 0.3], 0.4);
  }
}

export function hospital(stage: Stage): void {
  const { pen, camera, place } = stage;
  const back = stage.behind + 1.2;
  shell(stage, {
    half: halfOf(stage, back, 2.8),
    least: 2.8,
    height: 2.6,
    near: NEAR,
    back,
    wall: "white",
    side: { tone: 0.1 },
    floor: "tiles",
  });
  tubes(stage, { xs: [-1, 1.2], y: 2.6, back });
  const left = place.flip();
  backWindow(stage, {
    x: left ? 0.2 : -2.1,
    y: 0.9,
    w: 1.9,
    h: 1.3,
    z: back - 0.02,
    panes: 2,
    curtain: true,
  });
  const x = left ? -2.4 : 0.9;
  solid(stage, {
    x,
    y: 0.3,
    z: back - 2,
    w: 1.2,
    h: 0.32,
    d: 1.9,
    front: "white",
    side: { tone: 0.16 },
    top: "white",
  });
  solid(stage, { x: x + 0.15, y: 0.62, z: back - 0.55, w: 0.9, h: 0.16, d: 0.4 });
  front(stage, [x, 0.3], [x + 1.2, 1.15], { z: back - 0.05, paint: { tone: 0.12 }, weight: 0.9 });
  level(stage, [x, back - 1.95], [x + 1.2, back - 0.9], { y: 0.63, paint: { tone: 0.14 }, weight: 0.5 });
  const px = x + (left ? 1.5 : -0.25);
  edge(stage, [px, 0, back - 0.8], [px, 1.9, back - 0.8], 1.2);
  const [bx, by] = camera.see(px, 1.9, back - 0.8);
  const k = camera.focal / (back - 0.8);
  pen.shape(
    [
      [bx - k * 0.1, by],
      [bx + k * 0.1, by],
      [bx + k * 0.08, by + k * 0.26],
      [bx, by + k * 0.32],
      [bx - k * 0.08, by + k * 0.26],
    ],
    "white",
    0.6,
  );
  pen.fill(
    [
      [bx - k * 0.09, by + k * 0.12],
      [bx + k * 0.09, by + k * 0.12],
      [bx, by + k * 0.3],
    ],
    { tone: 0.25 },
  );
  pen.stroke(
    [
      [bx, by + k * 0.3],
      [bx + k * 0.1, by + k * 0.7],
      [bx - k * 0.2, by + k * 1.2],
    ],
    "black",
    0.4,
  );
  edge(stage, [-2.8, 2.3, back - 2.1], [2.8, 2.3, back - 2.1], 0.9);
  const cx = left ? -2.8 : 2.2;
  front(stage, [cx, 0.3], [cx + 0.6, 2.3], { z: back - 2.1, paint: { tone: 0.1 }, weight: 0.6 });
  for (const t of [0.15, 0.3, 0.45])
    edge(stage, [cx + t, 0.32, back - 2.11], [cx + t, 2.28, back - 2.11], 0.45);
}
