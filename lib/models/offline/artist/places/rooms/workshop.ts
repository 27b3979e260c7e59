// A workshop: a bench with a vice under a window, tools on the wall, boards that lean, shavings on the floor.
import { chance, hashOf } from "../../pen/chance.ts";
import type { Pt } from "../../pen/curves.ts";
import { boxed, pts, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { mark, patch, round } from "../flat-shapes.ts";
import { whereIs } from "../places.ts";
import { edge, made, quad, type Stage, solid } from "../stage.ts";
import { frontWall, sideWall, type Wall } from "../walls.ts";
import { wallShelf } from "./clutter.ts";
import { backWindow, halfOf, hangingLamp, heightOf, NEAR, shell } from "./room-parts.ts";
import { upperWall } from "./room-walls.ts";

export function workshop(setting: Stage): void {
  const place = chance(hashOf(whereIs(setting.picture.scene), "workshop"));
  const stage = { ...setting, place };
  const left = place.flip();
  const back = stage.behind + 1.2;
  const half = halfOf(stage, back, 3.2);
  const h = heightOf(stage, back, 2.8);
  shell(stage, { half, least: 3.2, height: h, near: NEAR, back, wall: { tone: 0.16 }, floor: "boards" });
  const rear = frontWall(back - 0.02, [-half, half], [0, h]);
  const wood = made(stage, MATERIALS.wood);
  for (let u = 0.3; u < rear.w; u += 0.34) mark(stage, rear, through([u, 0], [u, Math.min(h, 2.8)]), 0.35);
  if (h > 2.8) upperWall(stage, rear, 2.75);
  const wx = left ? -2.9 : 1.1;
  backWindow(stage, { x: wx, y: 1.15, w: 1.8, h: 1.15, z: back - 0.03, panes: 3 });
  toolBoard(stage, frontWall(back - 0.05, [left ? -0.8 : -1.9, 3], [1.12, h]));
  bench(stage, left ? -2.9 : -2.4, back - 0.85);
  const s = left ? 1 : -1;
  planks(stage, s * 2.7, back - 0.1);
  const wall = sideWall(-s * (half - 0.02), [NEAR, back], [0, h]);
  wallShelf(stage, wall, [Math.max(0.6, stage.camera.distance * 0.7), 1.5], 1.4);
  wallShelf(stage, wall, [Math.max(0.6, stage.camera.distance * 0.7), 1.05], 1.4);
  for (let i = 0; i < 16; i += 1) shaving(stage, [place.between(-2.6, 2.6), back - place.between(0.7, 2.6)]);
  stool(wood, s * 1.5, back - 1.7);
  hangingLamp(stage, place.between(-0.6, 0.6), 2.25, back - 0.9);
}

/** The bench: a thick top on legs, drawers, a vice at its end, a plane and a box of nails on it. */
function bench(stage: Stage, x: number, z: number): void {
  const wood = made(stage, MATERIALS.wood);
  const metal = made(stage, MATERIALS.metal);
  for (const dx of [0.08, 3.3])
    solid(wood, {
      x: x + dx,
      y: 0,
      z: z + 0.06,
      w: 0.16,
      h: 0.82,
      d: 0.5,
      front: { tone: 0.6 },
      side: { tone: 0.74 },
    });
  solid(wood, {
    x: x + 0.3,
    y: 0.16,
    z: z + 0.1,
    w: 2.9,
    h: 0.06,
    d: 0.5,
    front: { tone: 0.5 },
    side: { tone: 0.6 },
  });
  solid(wood, {
    x: x + 2.1,
    y: 0.42,
    z: z + 0.05,
    w: 1,
    h: 0.36,
    d: 0.5,
    front: { tone: 0.42 },
    side: { tone: 0.6 },
  });
  edge(stage, [x + 2.1, 0.6, z + 0.04], [x + 3.1, 0.6, z + 0.04], 0.6);
  for (const y of [0.51, 0.69]) edge(stage, [x + 2.5, y, z + 0.03], [x + 2.7, y, z + 0.03], 1.6);
  solid(wood, {
    x,
    y: 0.8,
    z,
    w: 3.55,
    h: 0.12,
    d: 0.66,
    front: { tone: 0.34 },
    side: { tone: 0.5 },
    top: { tone: 0.1 },
    weight: 0.9,
  });
  for (const t of [0.2, 0.45]) edge(stage, [x + 0.1, 0.925, z + t], [x + 3.4, 0.925, z + t + 0.03], 0.35);
  // The vice: two jaws and the bar that turns them.
  solid(metal, {
    x: x + 0.2,
    y: 0.74,
    z: z - 0.14,
    w: 0.34,
    h: 0.3,
    d: 0.1,
    front: { tone: 0.7 },
    side: { tone: 0.85 },
  });
  solid(metal, {
    x: x + 0.2,
    y: 0.92,
    z: z + 0.02,
    w: 0.34,
    h: 0.13,
    d: 0.08,
    front: { tone: 0.6 },
    side: { tone: 0.8 },
  });
  edge(stage, [x + 0.37, 0.62, z - 0.2], [x + 0.37, 0.9, z - 0.2], 1.8);
  solid(wood, {
    x: x + 1.1,
    y: 0.92,
    z: z + 0.2,
    w: 0.42,
    h: 0.1,
    d: 0.12,
    front: { tone: 0.5 },
    side: { tone: 0.7 },
  });
  solid(wood, { x: x + 1.36, y: 1.02, z: z + 0.22, w: 0.06, h: 0.12, d: 0.06, front: { tone: 0.8 } });
  solid(wood, {
    x: x + 2.3,
    y: 0.92,
    z: z + 0.3,
    w: 0.4,
    h: 0.16,
    d: 0.24,
    front: { tone: 0.3 },
    side: { tone: 0.5 },
    top: { tone: 0.8 },
  });
  solid(metal, {
    x: x + 2.9,
    y: 0.92,
    z: z + 0.3,
    w: 0.16,
    h: 0.22,
    d: 0.16,
    front: { tone: 0.2 },
    side: { tone: 0.5 },
  });
  for (const [dx, top] of pts("2.93,1.36 2.98,1.3 3.03,1.4"))
    edge(wood, [x + dx, 1.14, z + 0.36], [x + dx + 0.02, top, z + 0.36], 1.6);
}

/** A board of pegs with the outlines of tools: saw, hammer, square, pliers, chisels. */
function toolBoard(setting: Stage, wall: Wall): void {
  const wood = made(setting, MATERIALS.wood);
  const metal = made(setting, MATERIALS.metal);
  patch(wood, wall, pts("0,0 2.3,0 2.3,1.2 0,1.2"), { tone: 0.24 }, 0.8);
  patch(metal, wall, pts("0.15,0.78 0.95,0.62 0.95,0.72 0.2,1.04"), { tone: 0.12 }, 0.6);
  patch(wood, wall, pts("0.08,0.74 0.24,0.72 0.26,1.06 0.1,1.1"), { tone: 0.7 }, 0.6);
  for (let u = 0.3; u < 0.92; u += 0.07)
    mark(setting, wall, through([u, 0.745 - (u - 0.3) * 0.2], [u + 0.03, 0.715 - (u - 0.3) * 0.2]), 0.4);
  patch(wood, wall, pts("1.2,0.2 1.27,0.2 1.26,0.9 1.21,0.9"), { tone: 0.56 }, 0.5);
  patch(metal, wall, pts("1.06,0.88 1.42,0.88 1.44,1.02 1.16,1.02 1.04,0.95"), "black", 0.5);
  patch(metal, wall, pts("1.62,0.3 1.7,0.3 1.7,0.92 2.1,0.92 2.1,1 1.62,1"), { tone: 0.3 }, 0.5);
  for (let i = 0; i < 5; i += 1) {
    const u = 0.16 + i * 0.17;
    patch(
      wood,
      wall,
      through([u, 0.36], [u + 0.07, 0.36], [u + 0.06, 0.56], [u + 0.01, 0.56]),
      { tone: 0.6 },
      0.5,
    );
    patch(metal, wall, boxed([u + 0.015, 0.12 + (i % 2) * 0.05], [u + 0.055, 0.36]), { tone: 0.14 }, 0.4);
  }
  patch(metal, wall, round([1.9, 0.5], 0.16), { tone: 0.2 }, 0.7);
  patch(wood, wall, round([1.9, 0.5], 0.1), { tone: 0.24 }, 0.6);
}

/** Boards that lean on the wall. */
function planks(stage: Stage, x: number, z: number): void {
  const wood = made(stage, MATERIALS.wood);
  for (let i = 0; i < 4; i += 1) {
    const at = x - 0.45 + i * 0.24;
    const top = 1.9 + ((i * 7) % 5) * 0.13;
    const corners = rowsOf(
      [at, 0, z - 0.5],
      [at + 0.19, 0, z - 0.5],
      [at + 0.25, top, z],
      [at + 0.06, top, z],
    );
    quad(wood, corners, { tone: 0.22 + (i % 3) * 0.14 }, 0.7);
    edge(stage, [at + 0.09, 0.06, z - 0.5], [at + 0.15, top - 0.1, z], 0.35);
  }
}

function stool(wood: Stage, x: number, z: number): void {
  for (const [dx, dz] of pts("0,0 0.34,0 0.04,0.3 0.3,0.3"))
    edge(wood, [x + dx * 1.2 - 0.04, 0, z + dz], [x + dx, 0.5, z + dz], 1.8);
  solid(wood, {
    x: x - 0.03,
    y: 0.5,
    z: z - 0.03,
    w: 0.42,
    h: 0.06,
    d: 0.38,
    front: { tone: 0.4 },
    side: { tone: 0.6 },
    top: { tone: 0.14 },
  });
}

/** A curl of wood. */
function shaving({ pen, camera, place }: Stage, [x, z]: Pt): void {
  const [px, py] = camera.see(x, 0.02, z);
  const r = (camera.focal / z) * place.between(0.03, 0.07);
  pen.stroke(
    [
      [px - r, py],
      [px - r * 0.4, py - r],
      [px + r * 0.7, py - r * 0.5],
      [px + r * 0.2, py + r * 0.2],
      [px - r * 0.1, py - r * 0.3],
    ],
    "black",
    0.6,
  );
}
