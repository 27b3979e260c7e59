// Where people are carried or camp: a bus with its seats in pairs, a tent with its lamp.

import { ellipse, rowsOf, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { backWindow, NEAR, shell } from "../rooms/room-parts.ts";
import { along, edge, fade, front, level, made, paper, quad, type Stage } from "../stage.ts";

/** Seats in pairs before wide windows, poles with buttons, straps from a rail, notices over the panes. */
export function bus(stage: Stage): void {
  const { camera, pen } = stage;
  const back = stage.behind + 0.2;
  const metal = made(stage, MATERIALS.metal);
  shell(stage, { half: 4.4, height: 2.2, near: NEAR, back, wall: { tone: 0.16 }, floor: "plain" });
  for (let d = back - 0.9; d > NEAR; d -= 0.4) edge(stage, [-4.4, 0.004, d], [4.4, 0.004, d], 0.35);
  for (let i = -2; i < 3; i += 1) {
    const x = i * 1.75 + 0.1;
    backWindow(stage, { x, y: 0.92, w: 1.5, h: 0.86, z: back - 0.02, panes: 1, moon: i === 1 });
    front(metal, [x - 0.18, 0.86], [x - 0.06, 2.2], { z: back - 0.03, paint: { tone: 0.3 }, weight: 0.6 });
    edge(stage, [x, 1.5, back - 0.03], [x + 1.5, 1.5, back - 0.03], 0.7);
    front(stage, [x + 0.1, 1.86], [x + 1.3, 2.14], { z: back - 0.03, paint: "white", weight: 0.5 });
    front(made(stage, MATERIALS.sign), [x + 0.2, 1.9], [x + 0.6, 2.1], {
      z: back - 0.04,
      paint: { tone: 0.4 },
      weight: 0.4,
    });
    for (const y of [1.95, 2.04]) edge(stage, [x + 0.7, y, back - 0.04], [x + 1.2, y, back - 0.04], 0.6);
  }
  for (let x = -4.2; x < 4; x += 1.05) build(stage, "travel/bus-seats", [x, 0, back - 0.95]);
  for (const x of [-2.65, -0.9, 0.85, 2.6]) {
    front(made(stage, MATERIALS.lamp), [x - 0.03, 0], [x + 0.03, 2.2], {
      z: back - 1.15,
      paint: { tone: 0.3 },
      weight: 0.7,
    });
    front(made(stage, MATERIALS.red), [x - 0.06, 1.28], [x + 0.06, 1.44], {
      z: back - 1.16,
      paint: { tone: 0.5 },
      weight: 0.6,
    });
  }
  edge(metal, [-4.4, 2.02, back - 1.2], [4.4, 2.02, back - 1.2], 1.8);
  for (let x = -3.9; x < 4; x += 0.7) {
    const [px, py] = camera.see(x, 2.02, back - 1.2);
    const k = camera.focal / (back - 1.2);
    pen.line(through([px, py], [px + 1, py + k * 0.18]), 1.4, "none");
    pen.stroke(ellipse(px + 1, py + k * 0.27, k * 0.07, k * 0.09, 10), "black", 1.3);
  }
  along(stage, [NEAR, 2.06], [back, 2.2], { x: -4.38, paint: { tone: 0.3 }, weight: 0.5 });
}

/** Canvas over a ridge, the flap open on what the hour shows, a lamp from the pole, blankets and bags along the sides. */
export function tent(stage: Stage): void {
  const { pen, camera, place, night, height, lamp } = stage;
  const back = stage.behind + 0.7;
  const [half, ridge] = [2.6, 2.7];
  const canvas = made(stage, MATERIALS.sand);
  canvas.pen.fill(paper(stage), { tone: 0.3 });
  level(made(stage, MATERIALS.cloth), [-half, NEAR], [half, back], {
    y: 0,
    paint: { tone: 0.34 },
    weight: 0.6,
  });
  const slope = (s: number, from: number, to: number) =>
    rowsOf([s * half, 0, from], [s * half, 0, to], [0, ridge, to], [0, ridge, from]);
  quad(canvas, slope(-1, NEAR, back), { tone: night ? 0.4 : 0.26 }, 0.8);
  quad(canvas, slope(1, NEAR, back), { tone: night ? 0.26 : 0.12 }, 0.8);
  quad(canvas, rowsOf([-half, 0, back], [half, 0, back], [0, ridge, back]), { tone: 0.18 }, 1);
  const opening = sharp(
    camera.outline([
      [-0.62, 0, back - 0.02],
      [0.62, 0, back - 0.02],
      [0.22, 1.9, back - 0.02],
      [-0.22, 1.9, back - 0.02],
    ]),
  );
  pen.shape(opening, night ? { tone: fade(0, height, 0.94, 0.8) } : { tone: 0.04 }, 1.1);
  if (night)
    for (let i = 0; i < 6; i += 1) {
      const [x, y] = camera.see(place.between(-0.25, 0.25), place.between(0.7, 1.7), back - 0.03);
      lamp.fill(ellipse(x, y, 1.6, 1.6, 6), "white");
    }
  for (const s of [-1, 1]) {
    quad(
      canvas,
      [
        [s * 0.62, 0, back - 0.04],
        [s * 1.3, 0, back - 0.2],
        [s * 0.7, 1.4, back - 0.1],
        [s * 0.22, 1.9, back - 0.04],
      ],
      { tone: s < 0 ? 0.3 : 0.06 },
      0.9,
    );
    for (const t of [0.25, 0.5, 0.75])
      edge(
        stage,
        [s * (0.62 + t * 0.6), 0.03, back - 0.05 - t * 0.14],
        [s * (0.3 + t * 0.3), 1.8 - t * 0.4, back - 0.05],
        0.5,
      );
    for (let z = back - 0.9; z > NEAR + 0.4; z -= 1.1) {
      edge(stage, [s * half, 0, z], [0, ridge, z], 0.5);
      edge(stage, [s * half * 0.96, 0.12, z - 0.3], [s * half * 0.6, 1.05, z - 0.44], 0.35);
    }
    roll(stage, s * 1.9, back - 1.2, place.int(0, 1));
  }
  front(made(stage, MATERIALS.wood), [-0.04, 0], [0.04, ridge], {
    z: back - 0.05,
    paint: { tone: 0.6 },
    weight: 0.7,
  });
  build(stage, "travel/tent-lamp", [0, 0, back - 1.3]);
}

/** A sleeping bag that is rolled out, or a rucksack. */
function roll(stage: Stage, x: number, z: number, kind: number): void {
  const cloth = made(stage, kind === 0 ? MATERIALS.slate : MATERIALS.red);
  build(cloth, "travel/bedroll", [x, 0, z]);
}
