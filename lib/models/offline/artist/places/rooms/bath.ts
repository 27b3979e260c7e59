// A public bath: tiles, a mountain painted over the pool, taps under mirrors, stools and tubs, steam.

import { chance, hashOf } from "../../pen/chance.ts";
import { boxed, type Pt, pts, rect, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { mark, patch, round } from "../flat-shapes.ts";
import { isSwumIn, whereIs } from "../places.ts";
import { level, made, type Stage, solid } from "../stage.ts";
import { floorOf, frontWall, joints, sideWall, type Wall } from "../walls.ts";
import { halfOf, heightOf, NEAR, shell } from "./room-parts.ts";
import { swimmingPool } from "./swimming-pool.ts";

export function bath(setting: Stage): void {
  if (isSwumIn(setting.picture)) {
    swimmingPool(setting);
    return;
  }
  const place = chance(hashOf(whereIs(setting.picture.scene), "bath"));
  const stage = { ...setting, place };
  const back = stage.behind + 2.4;
  const half = halfOf(stage, back, 3.4);
  const h = Math.max(3.6, heightOf(stage, back, 3.6));
  shell(stage, {
    half,
    least: half,
    height: h,
    near: NEAR,
    back,
    wall: "white",
    side: { tone: 0.08 },
    floor: "tiles",
  });
  const rear = frontWall(back - 0.03, [-half, half], [0, h]);
  joints(stage, { ...rear, h: 1.2 }, [0.2, 0.2], 0.35);
  mural(stage, rear, h);
  for (const s of [-1, 1]) {
    const wall = sideWall(s * (half - 0.02), [NEAR, back], [0, h]);
    joints(stage, { ...wall, h: 1.6 }, [0.25, 0.25], 0.3);
    for (let u = Math.max(0.7, stage.camera.distance * 0.55); u < wall.w - 1.6; u += 0.9) {
      patch(made(stage, MATERIALS.glass), wall, boxed([u, 0.75], [u + 0.55, 1.35]), { tone: 0.14 }, 0.7);
      mark(stage, wall, through([u + 0.1, 0.85], [u + 0.32, 1.25]), 0.5);
      for (const du of [0.14, 0.38])
        patch(made(stage, MATERIALS.metal), wall, round([u + du, 0.58], 0.05, 8), "black", 0.5);
      build(stage, "rooms/stool-and-tub", [s * (half - 0.75), 0, NEAR + u]);
    }
  }
  pool(stage, half, back);
  steam(stage, back);
}

/** The mountain with snow on its head, pines and a bay. */
function mural(stage: Stage, rear: Wall, h: number): void {
  const [w, low, top] = [rear.w, 1.25, Math.min(h - 0.15, 3.5)];
  patch(made(stage, MATERIALS.water), rear, boxed([0.1, low], [w - 0.1, top]), { tone: 0.16 }, 0.8);
  const [c, peak] = [w * 0.52, top - 0.3];
  patch(
    made(stage, MATERIALS.hill),
    rear,
    [
      [c - 2.1, low + 0.55],
      [c - 0.9, low + 1],
      [c - 0.26, peak],
      [c - 0.08, peak - 0.06],
      [c + 0.1, peak],
      [c + 0.28, peak - 0.03],
      [c + 0.95, low + 1],
      [c + 2.2, low + 0.55],
    ],
    { tone: 0.5 },
    0.8,
  );
  patch(
    stage,
    rear,
    [
      [c - 0.58, peak - 0.55],
      [c - 0.26, peak],
      [c - 0.08, peak - 0.06],
      [c + 0.1, peak],
      [c + 0.28, peak - 0.03],
      [c + 0.6, peak - 0.56],
      [c + 0.4, peak - 0.42],
      [c + 0.24, peak - 0.66],
      [c + 0.05, peak - 0.44],
      [c - 0.12, peak - 0.7],
      [c - 0.34, peak - 0.42],
    ],
    "white",
    0.6,
  );
  patch(
    made(stage, MATERIALS.water),
    rear,
    through([0.1, low], [w - 0.1, low], [w - 0.1, low + 0.5], [0.1, low + 0.58]),
    { tone: 0.34 },
    0.6,
  );
  for (let i = 0; i < 7; i += 1)
    mark(
      stage,
      rear,
      [
        [0.4 + i * w * 0.13, low + 0.12 + (i % 3) * 0.13],
        [0.9 + i * w * 0.13, low + 0.12 + (i % 3) * 0.13],
      ],
      0.8,
      "white",
    );
  for (const u of [0.5, 1.1, w - 1.2]) {
    mark(stage, rear, through([u + 0.1, low], [u + 0.2, low + 0.9]), 2.4);
    for (const [du, dv, r] of rowsOf([0.1, 0.95, 0.24], [0.36, 0.78, 0.2], [-0.08, 0.7, 0.18]))
      patch(made(stage, MATERIALS.pine), rear, round([u + du + 0.1, low + dv], r, 9), { tone: 0.7 }, 0.5);
  }
}

/** The pool behind its rim. */
function pool(stage: Stage, half: number, back: number): void {
  const z = back - 1.7;
  solid(made(stage, MATERIALS.stone), [-half, 0, z], [half * 2, 0.5, 0.3], {
    front: { tone: 0.2 },
    top: "white",
    weight: 0.8,
  });
  const face = frontWall(z - 0.01, [-half, half], [0, 0.46]);
  joints(stage, face, [0.22, 0.22], 0.35);
  const water = made(stage, MATERIALS.water);
  level(water, [-half, z + 0.3], [half, back - 0.05], { y: 0.44, paint: { tone: 0.26 }, weight: 0.6 });
  const top = floorOf(0.445, [-half, half], [z + 0.35, back - 0.1]);
  for (let i = 0; i < 9; i += 1) {
    const u = ((i * 0.37) % 1) * (top.w - 1) + 0.2;
    const v = (i / 9) * top.h;
    mark(stage, top, through([u, v], [u + 0.7, v + 0.02]), 0.9, "white");
  }
}

function steam({ lamp, pen, camera, place, width }: Stage, back: number): void {
  for (let i = 0; i < 8; i += 1) {
    const [px, py] = camera.see(place.between(-2.8, 2.8), place.between(0.5, 1.3), back - 0.8);
    const [x, y] = [Math.round(px), Math.round(py)];
    const r = Math.round(Math.min(width * 0.14, (camera.focal / back) * place.between(0.5, 0.9)));
    lamp.fill(rect(x - r, y - r, r * 2, r * 2), { light: { type: "radial", at: [x, y, 1, r], stops: HAZE } });
    const s = i % 2 ? 1 : -1;
    const wisp: Pt[] = pts("0,0.3 0.14,0 -0.1,-0.3 0.08,-0.62").map(([u, v]) => [x + s * r * u, y + r * v]);
    pen.stroke(wisp, "black", 0.45);
  }
}

const HAZE: [number, number][] = through([0, 0.6], [0.5, 0.3], [1, 0]);
