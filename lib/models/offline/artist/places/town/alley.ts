// An alley between two walls: back doors and barred windows, coolers, washing, bins, one lamp.
import { type Pt, through } from "../../pen/curves.ts";
import { build } from "../compositions.ts";
import { scuffs } from "../country/ground-cover.ts";
import { along, edge, fade, front, glow, ground, level, type Stage, solid } from "../stage.ts";
import {
  boards,
  bricks,
  floorOf,
  frontWall,
  hatch,
  joints,
  panel,
  plaster,
  scratch,
  sideWall,
} from "../walls.ts";
import { drawSky } from "../weather/sky.ts";
import { sheen, turnedAway } from "./road-light.ts";
import { lampCone } from "./town-parts.ts";

export function alley(stage: Stage): void {
  const { pen, camera, place, height, lamp } = stage;
  drawSky(stage, camera.horizon);
  ground(stage, { tone: fade(camera.horizon, height, 0.5, 0.22) });
  const near = 0.3;
  const far = stage.behind + 11;
  sheen(stage, 1.75, far);
  front(stage, [-1.75, 0], [1.75, 5.2], { z: far, paint: { tone: 0.36 } });
  plaster(stage, place, frontWall(far, [-1.75, 1.75], [0, 5.2]), 3);
  for (const side of [-1, 1] as const) {
    const x = side * 1.75;
    const h = side < 0 ? 9 : 7.4;
    const wall = sideWall(x, [near, far], [0, h]);
    along(stage, [near, 0], [far, h], { x, paint: side < 0 ? { tone: 0.08 } : { tone: 0.38 } });
    if (side > 0 && !stage.night)
      along(stage, [near, 0], [far, h], { x, paint: { veil: turnedAway(stage) }, weight: 0 });
    const first = camera.distance * 0.62;
    const reach = { ...wall, h: 4.6 };
    if (place.flip()) bricks(stage, place, reach, 60);
    else {
      plaster(stage, place, reach, 16);
      boards(stage, place, { ...reach, h: 1.1 }, 0.3);
      scratch(stage, wall, through([0, 1.1], [wall.w, 1.1]), 0.7);
    }
    hatch(stage, place, wall, { u: first * 0.7, v: 5, w: 9, h: 1.2, step: 0.13 });
    panel(stage, wall, [0, 0, wall.w, 0.18], "black", 0.4);
    for (let i = 0; i < 5; i++) {
      const u = first + i * 2.6;
      if (i === 1 && side < 0) {
        panel(stage, wall, [u, 0, u + 0.95, 2.1], "black", 0.7);
        panel(stage, wall, [u + 1.1, 1.2, u + 1.3, 1.6], "white", 0.5);
        continue;
      }
      const lit = stage.night && place.flip(0.5);
      panel(stage, wall, [u - 0.1, 1.5 + (i % 2) * 1.7, u + 1.1, 2.7 + (i % 2) * 1.7], "white", 0.6);
      panel(
        lit ? { ...stage, pen: lamp } : stage,
        wall,
        [u, 1.6 + (i % 2) * 1.7, u + 1, 2.6 + (i % 2) * 1.7],
        lit ? "white" : { tone: 0.74 },
        0.6,
      );
      for (let b = 0.14; b < 1; b += 0.14)
        scratch(stage, wall, through([u + b, 1.6 + (i % 2) * 1.7], [u + b, 2.6 + (i % 2) * 1.7]), 0.5);
    }
    edge(stage, [x * 0.97, 0, stage.behind + 0.4], [x * 0.97, 8, stage.behind + 0.4], 1.8);
    edge(stage, [x * 0.97, 0, stage.behind + 0.55], [x * 0.97, 8, stage.behind + 0.55], 0.5);
    solid(stage, [side < 0 ? x : x - 0.55, 2.5, stage.behind + 1.5], [0.55, 0.55, 0.8], {
      side: { tone: 0.2 },
      weight: 0.7,
    });
  }
  joints(stage, floorOf(0, [-1.75, 1.75], [1, stage.behind + 5]), [0.9, 1.1], 0.35);
  level(stage, [-0.16, far], [0.16, 0.4], { y: 0.005, paint: { tone: 0.6 }, weight: 0.45 });
  build(stage, "town/dustbin", [0, 0, stage.behind]);
  solid(stage, [0.95, 0, stage.behind + 0.9], [0.7, 0.5, 0.5], { weight: 0.7 });
  boards(stage, place, frontWall(stage.behind + 0.89, [0.95, 1.65], [0, 0.5]), 0.17, true);
  solid(stage, [1.02, 0.5, stage.behind + 1], [0.5, 0.42, 0.4], { front: { tone: 0.16 } });
  scuffs(stage, place, 22);
  for (const y of [3.6, 4.9]) {
    const a = camera.see(-1.75, y, stage.behind + 2);
    const b = camera.see(1.75, y + 0.2, stage.behind + 2.4);
    pen.line([a, [(a[0] + b[0]) / 2, a[1] + 14], b], 0.7, "none");
    if (y < 4) laundry(stage, a, b);
  }
  lampCone(stage, { x: 1.3, y: 3.2, z: stage.behind + 0.6 });
  glow(stage, camera.see(1.3, 3.1, stage.behind + 0.6), camera.focal * 0.22, 0.7);
}

/** Washing on a line between two points. */
function laundry({ pen, place }: Stage, a: Pt, b: Pt): void {
  const w = (b[0] - a[0]) / 7;
  if (Math.abs(w) < 7) return;
  for (let i = 1; i < 6; i++) {
    const x = a[0] + w * (i + 0.1);
    const y = a[1] + ((b[1] - a[1]) * i) / 7 + 11;
    const h = w * place.between(0.9, 1.6);
    pen.shape(
      [
        [x, y, 1],
        [x + w * 0.8, y + 1, 1],
        [x + w * 0.74, y + h, 1],
        [x + w * 0.4, y + h * 0.93],
        [x + w * 0.04, y + h, 1],
      ],
      i % 2 ? "white" : { tone: 0.24 },
      0.5,
    );
    pen.line(through([x + w * 0.3, y + h * 0.2], [x + w * 0.26, y + h * 0.85]), 0.35);
  }
}
