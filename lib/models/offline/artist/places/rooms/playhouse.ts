// A stage as those who watch see it: boards under lamps, a painted cloth at the back, curtains at the sides and over it.
import { chance, hashOf } from "../../pen/chance.ts";
import { boxed, ellipse, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { mark, patch, round } from "../flat-shapes.ts";
import { whereIs } from "../places.ts";
import { edge, fade, front, glow, level, made, paper, quad, type Stage, solid } from "../stage.ts";
import { boards, floorOf, frontWall } from "../walls.ts";
import { halfOf, NEAR } from "./room-parts.ts";

export function playhouse(setting: Stage): void {
  const { pen, camera, height } = setting;
  const place = chance(hashOf(whereIs(setting.picture.scene), "stage"));
  const stage = { ...setting, place };
  const back = stage.behind + 2.6;
  const half = halfOf(stage, back, 3.6);
  pen.fill(paper(stage), { tone: fade(0, height, 0.9, 0.7) });
  const wood = made(stage, MATERIALS.wood);
  level(wood, [-half - 3, NEAR], [half + 3, back], { y: 0, paint: { tone: 0.3 }, weight: 0 });
  boards(stage, place, floorOf(0, [-half - 3, half + 3], [Math.max(NEAR, camera.distance * 0.5), back]), 0.3);
  backcloth(stage, half, back);
  for (const s of [-1, 1]) wing(stage, s, half, back);
  pelmet(stage, half, back - 1.9);
  for (const x of [-1.6, 1.4]) spot(stage, x, back);
  footlights(stage, half);
}

/** A cloth on which a town at evening is painted. */
function backcloth(stage: Stage, half: number, back: number): void {
  const { place } = stage;
  const wall = frontWall(back, [-half - 1, half + 1], [0, 5.4]);
  patch(made(stage, MATERIALS.slate), wall, boxed([0, 0], [wall.w, 5.4]), { tone: 0.34 }, 0.8);
  patch(made(stage, MATERIALS.lamp), wall, round([wall.w * 0.68, 3.5], 0.6, 20), "white", 0.8);
  for (let u = 0.2; u < wall.w; ) {
    const [w, h] = [place.between(0.6, 1.1), place.between(1.2, 2.4)];
    patch(
      stage,
      wall,
      through([u, 0], [u + w, 0], [u + w, h], [u + w / 2, h + 0.35], [u, h]),
      { tone: place.pick([0.56, 0.68, 0.78]) },
      0.7,
    );
    for (let v = 0.6; v < h - 0.2; v += 0.5)
      for (const du of [0.16, 0.58])
        if (place.flip(0.5))
          patch(
            made(stage, MATERIALS.lamp),
            wall,
            boxed([u + w * du, v], [u + w * du + 0.14, v + 0.2]),
            "white",
            0.4,
          );
    u += w + 0.04;
  }
  for (let u = 0.5; u < wall.w; u += 1.2) mark(stage, wall, through([u, 2.6], [u + 0.05, 5.2]), 0.3);
}

/** Curtains drawn to a side, in deep folds, tied with a rope. */
function wing(stage: Stage, s: number, half: number, back: number): void {
  const cloth = made(stage, MATERIALS.red);
  for (const [i, z] of [back - 0.7, back - 1.7].entries()) {
    const inner = s * (half - 0.2 + i * 0.5);
    const outer = s * (half + 4);
    quad(
      cloth,
      [
        [inner, 0, z],
        [outer, 0, z],
        [outer, 5.6, z],
        [inner - s * 0.5, 5.6, z],
        [inner - s * 0.3, 2.6, z],
        [inner + s * 0.3, 1.5, z],
      ],
      { tone: 0.56 },
      1,
    );
    for (let k = 0; k < 7; k += 1) {
      const x = inner + s * (0.2 + k * 0.32);
      edge(stage, [x + s * 0.1, 0.02, z - 0.01], [x + s * 0.24, 1.5, z - 0.01], 0.9);
      edge(stage, [x + s * 0.24, 1.5, z - 0.01], [x - s * 0.3, 5.6, z - 0.01], 0.9);
      quad(
        cloth,
        [
          [x + s * 0.12, 0, z - 0.02],
          [x + s * 0.22, 0, z - 0.02],
          [x + s * 0.34, 1.5, z - 0.02],
          [x + s * 0.26, 1.5, z - 0.02],
        ],
        { tone: 0.84 },
        0,
      );
    }
    edge(made(stage, MATERIALS.lamp), [inner + s * 0.24, 1.5, z - 0.03], [outer, 1.62, z - 0.03], 3.4);
  }
}

/** The short curtain over all, with a fringe. */
function pelmet(stage: Stage, half: number, z: number): void {
  const cloth = made(stage, MATERIALS.red);
  const gold = made(stage, MATERIALS.lamp);
  for (let x = -half - 3; x < half + 3; x += 1.2) {
    quad(
      cloth,
      [
        [x, 6.4, z],
        [x, 4.5, z],
        [x + 0.3, 4.16, z],
        [x + 0.6, 4.06, z],
        [x + 0.9, 4.16, z],
        [x + 1.2, 4.5, z],
        [x + 1.2, 6.4, z],
      ],
      { tone: 0.66 },
      1,
    );
    for (const dx of [0.25, 0.6, 0.95]) edge(stage, [x + dx, 4.2, z - 0.01], [x + dx, 6.2, z - 0.01], 0.6);
    for (let dx = 0.1; dx < 1.15; dx += 0.12)
      edge(
        gold,
        [x + dx, 4.5 - Math.sin((dx / 1.2) * Math.PI) * 0.42, z - 0.02],
        [x + dx, 4.34 - Math.sin((dx / 1.2) * Math.PI) * 0.42, z - 0.02],
        1,
      );
  }
}

/** A cone of light, and the round that it throws on the boards. */
function spot(stage: Stage, x: number, back: number): void {
  const { camera, lamp } = stage;
  const z = Math.min(back - 0.6, camera.distance + 0.6);
  const from = camera.see(x * 1.8, 5.8, z);
  const [px, py] = camera.see(x * 0.45, 0, z);
  const k = camera.focal / z;
  lamp.fill(
    sharp([
      [from[0] - k * 0.1, from[1]],
      [from[0] + k * 0.1, from[1]],
      [px + k * 1.1, py],
      [px - k * 1.1, py],
    ]),
    { light: 0.16 },
  );
  lamp.fill(ellipse(px, py, k * 1.1, k * 0.26, 22), { light: 0.3 });
  glow(stage, [px, py - k], k * 2.4, 0.25);
}

function footlights(stage: Stage, half: number): void {
  const z = Math.max(NEAR + 0.6, stage.camera.distance - 1.1);
  for (let x = -half; x <= half; x += 0.8) {
    solid(made(stage, MATERIALS.metal), [x - 0.1, 0, z], [0.2, 0.1, 0.12], { front: { tone: 0.8 } });
    const [px, py] = stage.camera.see(x, 0.1, z);
    const r = (stage.camera.focal / z) * 0.07;
    stage.lamp.of(MATERIALS.lamp).shape(ellipse(px, py, r, r * 0.8, 8), "white", 0.5);
  }
  front(stage, [-half - 3, -0.02], [half + 3, 0.05], { z: z - 0.02, paint: "black", weight: 0.4 });
}
