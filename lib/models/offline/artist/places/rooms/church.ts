import { boxed, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { arch, mark, patch } from "../flat-shapes.ts";
import { edge, front, glow, level, made, quad, type Stage, solid } from "../stage.ts";
import { sideWall } from "../walls.ts";
import { NEAR, shell } from "./room-parts.ts";

export function church(stage: Stage): void {
  const { camera } = stage;
  const back = stage.behind + 9;
  const [half, h] = [4.2, 7];
  shell(stage, {
    half,
    height: h,
    near: NEAR,
    back,
    wall: { tone: 0.16 },
    side: { tone: 0.22 },
    floor: "tiles",
  });
  const stone = made(stage, MATERIALS.stone);
  for (const s of [-1, 1]) {
    const wall = sideWall(s * (half - 0.02), [NEAR, back], [0, h]);
    for (let u = 0.9; u + 1.4 < wall.w; u += 2.6) {
      patch(stone, wall, arch([u - 0.18, 1.5], 1.36, 4.1, true), "white", 0.6);
      patch(
        made(stage, MATERIALS.glass),
        wall,
        arch([u, 1.7], 1, 3.7, true),
        stage.night ? { tone: 0.82 } : { tone: 0.12 },
        0.8,
      );
      mark(stage, wall, through([u + 0.5, 1.7], [u + 0.5, 4.6]), 1);
      for (const v of [2.4, 3.1, 3.8]) mark(stage, wall, through([u, v], [u + 1, v]), 0.6);
      for (let k = 0; k < 6; k += 1)
        mark(
          stage,
          wall,
          [
            [u + (k % 2) * 0.5, 1.8 + k * 0.36],
            [u + 0.5 - (k % 2) * 0.5 + (k % 2) * 0.5, 2.1 + k * 0.36],
          ],
          0.35,
        );
      patch(stone, wall, boxed([u + 1.6, 0], [u + 2, h - 1]), { tone: s < 0 ? 0.36 : 0.14 }, 0.6);
      if (!stage.night && s < 0 && stage.picture.scene.weather === "clear")
        quad(
          stage,
          [
            [-half + 0.6, 0.012, u + 0.8],
            [-half + 2.8, 0.012, u + 1.4],
            [-half + 2.8, 0.012, u + 2.2],
            [-half + 0.6, 0.012, u + 1.6],
          ],
          { light: 0.5 },
          0,
        );
    }
  }
  ribs(stage, { half, back, h });
  chancel(stage, back);
  for (let z = back - 3; z > Math.max(NEAR + 0.5, stage.behind - 0.9); z -= 1.05)
    for (const s of [-1, 1]) pew(stage, s, z);
  level(made(stage, MATERIALS.red), [-0.7, NEAR + 0.2], [0.7, back - 2], {
    y: 0.006,
    paint: { tone: 0.4 },
    weight: 0.5,
  });
  glow(stage, camera.see(0, 2.2, back - 1), camera.focal * 0.3, 0.6);
}

/** Beams that rise from the walls and meet over the aisle. */
function ribs(stage: Stage, { half, back, h }: { half: number; back: number; h: number }): void {
  const wood = made(stage, MATERIALS.wood);
  for (let z = back - 0.4; z > NEAR + 1; z -= 2.6) {
    for (const s of [-1, 1])
      quad(
        wood,
        rowsOf([s * half, h - 2, z], [s * half, h - 1.5, z], [0, h - 0.02, z], [0, h - 0.5, z]),
        { tone: 0.6 },
        0.7,
      );
    front(wood, [-half, h - 1.9], [half, h - 1.7], { z: z - 0.02, paint: { tone: 0.5 }, weight: 0.6 });
    edge(stage, [0, h - 1.7, z], [0, h - 0.4, z], 2);
  }
}

/** The altar on its steps with a cross and candles, in a tall arch, and the round window over it. */
function chancel(stage: Stage, back: number): void {
  build(stage, "rooms/chancel", [0, 0, back], {
    paints: {
      rose: stage.night ? { tone: 0.7 } : { tone: 0.1 },
      lancet: stage.night ? { tone: 0.7 } : { tone: 0.2 },
    },
  });
  build(stage, "rooms/altar", [0, 0, back]);
  build(stage, "rooms/altar-candles", [0, 0, back]);
}

/** A bench with a back, its end towards the aisle. */
function pew(stage: Stage, s: number, z: number): void {
  const wood = made(stage, MATERIALS.wood);
  const x = s < 0 ? -3.9 : 0.95;
  solid(wood, [x, 0.36, z], [2.95, 0.06, 0.4], { front: { tone: 0.5 }, top: { tone: 0.24 }, weight: 0.5 });
  front(wood, [x, 0.42], [x + 2.95, 0.95], { z: z + 0.02, paint: { tone: 0.44 }, weight: 0.7 });
  front(wood, [x, 0.91], [x + 2.95, 0.99], { z: z - 0.01, paint: { tone: 0.16 }, weight: 0.5 });
  for (const t of [0.33, 0.66]) edge(stage, [x + 2.95 * t, 0.44, z], [x + 2.95 * t, 0.9, z], 0.4);
  const end = s < 0 ? x + 2.95 : x;
  solid(wood, [end - 0.05, 0, z - 0.06], [0.1, 1.06, 0.5], { front: { tone: 0.6 }, side: { tone: 0.36 } });
}
