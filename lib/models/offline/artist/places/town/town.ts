// Settings in town: station, bridge, city, rooftop.

import { boxed, corner, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { ridge, tree, treeKind } from "../country/nature.ts";
import { water } from "../country/water.ts";
import { along, edge, fade, front, glow, ground, level, type Stage, solid } from "../stage.ts";
import { boards, floorOf } from "../walls.ts";
import { drawSky } from "../weather/sky.ts";
import { roofUnits } from "./roof-units.ts";
import { roof, skyline, windows } from "./town-parts.ts";

export function station(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  ground(stage, { tone: fade(camera.horizon, height, 0.3, 0.5) });
  ridge(stage, place, { base: camera.horizon + 3, height: height * 0.07, rough: 0.2, paint: { tone: 0.3 } });
  const near = 0.35;
  for (const x of [2.9, 3.9]) edge(stage, [x, -0.6, near + 1.6], [x, -0.6, 70], 1.4);
  for (let z = near + 2; z < 26; z += 1.1) edge(stage, [2.5, -0.62, z], [4.3, -0.62, z], 1);
  farPlatform(stage, near);
  level(stage, [-7, 60], [1.9, near], { y: 0, paint: "white", weight: 0.8 });
  level(stage, [1.2, 60], [1.5, near], { y: 0, paint: { tone: 0.35 }, weight: 0.4 });
  along(stage, [near, 0], [60, -0.6], { x: 1.9, paint: { tone: 0.6 }, weight: 0.6 });
  along(stage, [near, 0], [50, 3.2], { x: -3.4, paint: { tone: 0.18 } });
  for (let i = 0; i < 6; i++) {
    const z = stage.behind + i * 3;
    along(stage, [z, 1], [z + 1.8, 2.2], { x: -3.4, paint: i % 2 ? "white" : { tone: 0.5 }, weight: 0.5 });
  }
  level(stage, [-3.4, near], [1.5, 50], { y: 3.2, paint: { tone: 0.55 } });
  for (let i = 6; i >= 0; i--) {
    const z = stage.behind + 0.2 + i * 3.2;
    edge(stage, [-3.4, 3.2, z], [1.5, 3.2, z], 0.8);
    solid(stage, [0.5, 0, z], [0.18, 3.2, 0.18], { front: "white" });
  }
  build(stage, "town/platform-bench", [0, 0, stage.behind + 1.6]);
  build(stage, "town/station-sign", [0, 0, stage.behind]);
  glow(stage, camera.see(-1, 3, stage.behind + 1), camera.focal * 0.6);
}

/** Across the rails: the other platform with its fence and roof, a mast for the wires every few metres, roofs of the town behind. */
function farPlatform(stage: Stage, near: number): void {
  const { camera } = stage;
  skyline(stage, camera.horizon + 2, 0.1, 0.3);
  const [edgeX, farX] = [4.9, 7.6];
  level(stage, [edgeX, near], [farX, 60], { y: 0, paint: { tone: 0.1 }, weight: 0.6 });
  along(stage, [near, -0.6], [60, 0], { x: edgeX, paint: { tone: 0.62 }, weight: 0.6 });
  along(stage, [near, 0], [60, 1.1], { x: farX, paint: { tone: 0.24 }, weight: 0.6 });
  const first = stage.behind - 1;
  for (let i = 8; i >= 0; i--) {
    const z = first + i * 2.6;
    if (z < near + 0.4) continue;
    edge(stage, [farX, 0, z], [farX, 1.1, z], 0.6);
    solid(stage, [6.2, 0, z], [0.14, 2.9, 0.14], { front: { tone: 0.4 }, weight: 0.5 });
    if (i % 3 === 1)
      solid(stage, [5.9, 0, z + 0.8], [0.5, 0.45, 1.3], { front: { tone: 0.5 }, side: { tone: 0.6 } });
  }
  level(stage, [5.3, first], [farX, 50], { y: 2.95, paint: { tone: 0.6 } });
  along(stage, [first, 2.75], [50, 2.98], { x: 5.3, paint: "black", weight: 0.4 });
  for (let i = 5; i >= 0; i--) {
    const z = stage.behind + 1.5 + i * 6;
    edge(stage, [4.6, -0.5, z], [4.6, 5.2, z], 1.6);
    edge(stage, [4.6, 5, z], [2.6, 4.8, z], 1);
    edge(stage, [4.6, 4.4, z], [2.6, 4.8, z], 0.6);
  }
  for (const [x, y] of through([3.4, 4.7], [3.4, 4.3])) edge(stage, [x, y, near + 1], [x, y, 60], 0.5);
}

/** Steel and cables where it is told; else stone posts and rails over a river with houses and trees along it. */
export function bridge(stage: Stage): void {
  const { camera, place, height } = stage;
  const steel = stage.picture.told.place.suspensionBridge === true;
  drawSky(stage, camera.horizon);
  if (steel) skyline(stage, camera.horizon, 0.14, 0.36);
  else {
    ridge(stage, place, {
      base: camera.horizon + 3,
      height: height * 0.15,
      rough: 0.2,
      paint: { tone: 0.26 },
    });
    ridge(stage, place, {
      base: camera.horizon + 3,
      height: height * 0.07,
      rough: 0.2,
      paint: { tone: 0.42 },
    });
  }
  water(stage, place, { from: camera.horizon, to: height + 40, rough: 0.2, tone: 0.32 });
  if (!steel) banks(stage);
  const near = 0.35;
  level(stage, [-2, 70], [2, near], { y: 0, paint: { tone: 0.1 }, weight: 0.8 });
  for (let z = near; z < 40; z *= 1.16) edge(stage, [-2, 0, z], [2, 0, z], 0.4);
  boards(
    stage,
    place,
    floorOf(0.004, [-1.9, 1.9], [Math.max(near, camera.distance * 0.5), stage.behind + 9]),
    0.9,
  );
  for (const side of [-1, 1]) rails(stage, side * 2, steel);
  if (!steel) return;
  for (const side of [-1, 1])
    for (const z of [stage.behind + 15, stage.behind + 4]) {
      const x = side * 2;
      solid(stage, [x - 0.25, 0, z], [0.5, 8, 0.6], { front: { tone: 0.2 } });
      const top = camera.see(x, 8, z);
      for (const dz of [3, 6, 9]) stage.pen.stroke(sharp([top, camera.see(x, 1.1, z + dz)]), "black", 0.5);
    }
  edge(stage, [-2.2, 6.8, stage.behind + 4], [2.2, 6.8, stage.behind + 4], 3);
}

/** Posts with caps, two rails between them; every fourth carries a lantern. */
function rails(stage: Stage, x: number, steel: boolean): void {
  const { camera } = stage;
  const from = Math.max(0.8, camera.distance * 0.55);
  if (stage.picture.props.includes("fence"))
    stage.pen.name("fence", [camera.see(x, 1.1, from), camera.see(x, 0, from + 6)]);
  for (const y of [0.5, 1]) {
    front(stage, [x - 0.04, y], [x + 0.04, y + 0.08], { z: from + 30, paint: "white", weight: 0.4 });
    along(stage, [from - 0.4, y], [60, y + 0.1], { x, paint: "white", weight: 0.7 });
  }
  for (let i = 11; i >= 0; i--) {
    const z = from + i * 1.7;
    solid(stage, [x - 0.09, 0, z], [0.18, 1.2, 0.18], { front: { tone: 0.16 }, side: { tone: 0.5 } });
    if (steel) continue;
    const [cx, cy] = camera.see(x, 1.2, z);
    const k = camera.focal / z;
    stage.pen.shape(
      [
        corner([cx - k * 0.12, cy]),
        [cx - k * 0.1, cy - k * 0.12],
        corner([cx, cy - k * 0.22]),
        [cx + k * 0.1, cy - k * 0.12],
        corner([cx + k * 0.12, cy]),
      ],
      "black",
      0.6,
    );
    if (i % 4 !== 2) continue;
    stage.pen.stroke(sharp(through([cx, cy - k * 0.1], [cx, cy - k * 0.9])), "black", 1.2);
    const pane = sharp([
      [cx - k * 0.14, cy - k * 0.9],
      [cx + k * 0.14, cy - k * 0.9],
      [cx + k * 0.11, cy - k * 1.26],
      [cx - k * 0.11, cy - k * 1.26],
    ]);
    stage.pen.shape(pane, "white", 0.7);
    if (stage.night) stage.lamp.of(MATERIALS.lamp).fill(pane, "white");
    stage.pen.shape(
      [corner([cx - k * 0.2, cy - k * 1.24]), [cx, cy - k * 1.46], corner([cx + k * 0.2, cy - k * 1.24])],
      "black",
      0.6,
    );
    glow(stage, [cx, cy - k * 1.1], k * 1.5, 0.5);
  }
}

/** Both banks of the river: trees, and houses whose lamps are lit after dark. */
function banks(stage: Stage): void {
  const { place } = stage;
  for (const side of [-1, 1]) {
    const x = side > 0 ? 9 : -13;
    level(stage, [x - 8, stage.behind + 30], [x + 12, stage.behind + 15], {
      y: 0,
      paint: { tone: 0.3 },
      weight: 0.6,
    });
    for (let i = 0; i < 3; i++) {
      const z = stage.behind + 17 + i * 3;
      const hx = side * (6.5 + i * 4.4) - 1.8;
      solid(stage, [hx, 0, z], [3.6, 2.3, 3], { front: "white", side: { tone: 0.4 }, weight: 0.5 });
      windows(stage, [hx + 0.3, 0, z - 0.02], [hx + 3.4, 0, z - 0.02], {
        h: 2.1,
        rows: 1,
        columns: 3,
        from: 0.6,
      });
      roof(stage, { x: hx, z, w: 3.6, d: 3, y: 2.2, h: 1.7, over: 0.6, paint: { tone: 0.55 } });
    }
    const kind = treeKind(place, stage.picture.scene.season, true);
    for (let i = 0; i < 3; i++)
      tree(stage, place, {
        x: side * (4.6 + i * 3.6),
        z: stage.behind + 15.5 + i,
        h: place.between(4, 6),
        kind,
        tone: 0.5,
      });
  }
}

export function city(stage: Stage): void {
  const { camera, height } = stage;
  const base = Math.max(camera.horizon, height * 0.5);
  drawSky(stage, base);
  ground(stage, { tone: 0.3 });
  skyline(stage, base, 0.3, stage.night ? 0.3 : 0.12);
  skyline(stage, base + height * 0.05, 0.42, stage.night ? 0.5 : 0.24);
  skyline(stage, base + height * 0.16, 0.3, stage.night ? 0.7 : 0.42);
  stage.pen.fill(sharp(boxed([-40, base + height * 0.15], [stage.width + 40, height + 40])), {
    tone: fade(base, height, 0.34, 0.12),
  });
  const z = stage.behind;
  // The slabs of the terrace that one looks from, with their edge in shade.
  for (let x = -9; x <= 9; x += 1.3) edge(stage, [x, 0, z], [x, 0, 0.5], 0.4);
  for (let d = z; d > 0.6; d *= 0.76) edge(stage, [-12, 0, d], [12, 0, d], 0.4);
  front(stage, [-12, -0.3], [12, 0], { z, paint: { tone: 0.5 }, weight: 0.7 });
  for (let x = -8; x <= 8; x += 1) edge(stage, [x, 0, z], [x, 1, z], 0.8);
  edge(stage, [-9, 1, z], [9, 1, z], 1.8);
  edge(stage, [-9, 0.1, z], [9, 0.1, z], 1);
}

export function rooftop(stage: Stage): void {
  const { pen, camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  skyline(stage, Math.max(camera.horizon, height * 0.3) + height * 0.04, 0.16, 0.22);
  const z = stage.behind + 1.8;
  level(stage, [-12, z], [12, 0.4], { y: 0, paint: { tone: 0.08 }, weight: 0.8 });
  for (let x = -10; x <= 10; x += 1.4) edge(stage, [x, 0, z], [x, 0, 0.5], 0.35);
  for (let d = z; d > 0.7; d *= 0.8) edge(stage, [-12, 0, d], [12, 0, d], 0.35);
  front(stage, [-12, 0], [12, 0.35], { z, paint: { tone: 0.3 } });
  const k = camera.focal / z;
  const [, top] = camera.see(0, 2.1, z);
  const [, low] = camera.see(0, 0.35, z);
  const step = Math.max(11, k * 0.2);
  for (let x = -40; x < stage.width + (low - top); x += step) {
    pen.stroke(sharp(through([x, low], [x - (low - top), top])), "black", 0.22);
    pen.stroke(sharp(through([x - (low - top), low], [x, top])), "black", 0.22);
  }
  for (let x = -9; x <= 9; x += 2) edge(stage, [x, 0.35, z], [x, 2.15, z], 1.4);
  edge(stage, [-12, 2.1, z], [12, 2.1, z], 1.6);
  const side = place.flip() ? -1 : 1;
  solid(stage, [side < 0 ? -6.4 : 3, 0, stage.behind + 0.6], [3.2, 2.9, 3], {
    front: "white",
    side: { tone: 0.34 },
  });
  roofUnits(stage, side < 0 ? 1 : -1);
  const dx = side < 0 ? -4.8 : 3.5;
  front(stage, [dx, 0], [dx + 0.9, 2], { z: stage.behind + 0.58, paint: { tone: 0.5 } });
}
