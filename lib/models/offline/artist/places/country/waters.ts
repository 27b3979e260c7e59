// Settings by the water: river, sea, shore, harbour, lighthouse.

import { isOnWater } from "../../figures/crew.ts";
import { boxed, ellipse, type Pt, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { setOut } from "../drawers.ts";
import { sheetAt } from "../paper.ts";
import { isHarbour } from "../places.ts";
import { drawOnSheet } from "../sheets.ts";
import { band, fade, glow, graded, ground, made, type Stage, solid } from "../stage.ts";
import { drawSky } from "../weather/sky.ts";
import { grass, rock, scuffs } from "./ground-cover.ts";
import { drawMiddleGround } from "./middle-ground.ts";
import { ridge, treeKind } from "./nature.ts";
import { water } from "./water.ts";

function harbour(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  water(stage, place, { from: camera.horizon, to: height + 40, rough: 0.25, tone: stage.night ? 0.4 : 0.26 });
  const side = place.flip() ? 1 : -1;
  // A row of gabled houses on the far side of the quay; some windows are lit.
  for (let i = 5; i >= 0; i--) {
    const [w, h] = [place.between(2.6, 3.4), place.between(2.6, 4)];
    const x = side > 0 ? 1.9 + i * 0.4 : -1.9 - i * 0.4 - w;
    const even = i % 2 === 0;
    const front = made(stage, even ? MATERIALS.rose : MATERIALS.plaster);
    setOut(front, "town/quay-house", [x, 0, stage.behind + 1.9 + i * 3.4], {
      ...{ given: { w, h, rows: h > 3.2 ? 2 : 1 }, paints: { face: even ? { tone: 0.16 } : "white" } },
      is: even ? ["lamp"] : [],
    });
  }
  for (const [x, dz, size] of [
    [-side * 5.5, 13, 1.1],
    [-side * 2.4, 9, 0.9],
    [-side * 6.4, 6, 1],
    [-side * 3.6, 3.6, 0.8],
  ] as const)
    mooredBoat(stage, { x: x + place.between(-0.6, 0.6), z: stage.behind + dz, size, towards: side });
  quay(stage, side);
}

/** A plank deck with bollards, ropes, crates and a coil. */
function quay(setting: Stage, side: 1 | -1): void {
  const stage = made(setting, MATERIALS.wood);
  const { camera, pen } = stage;
  const far = stage.behind + 18;
  const [x0, x1] = side > 0 ? [-1.9, 9] : [-9, 1.9];
  const from = Math.max(0.4, camera.distance * 0.45);
  const given = { left: x0, right: x1, far, from, till: stage.behind + 7 };
  setOut(stage, "town/quay", [0, 0, 0], { given });
  const lip = side > 0 ? x0 : x1;
  for (let i = 5; i >= 0; i--) {
    const z = Math.max(0.8, camera.distance * 0.7) + i * 1.9;
    solid(stage, [lip - 0.12, 0, z], [0.24, 0.75, 0.24], { front: { tone: 0.5 }, side: { tone: 0.7 } });
    const a = camera.see(lip, 0.6, z);
    const b = camera.see(lip, 0.6, z + 1.9);
    if (i < 5)
      pen.line([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + (camera.focal / z) * 0.2], b], 0.9, "none");
  }
  const cx = side > 0 ? 1.7 : -2.5;
  build(stage, "town/crates", [cx, 0, stage.behind]);
  build(stage, "town/coil", [side > 0 ? -1.2 : 1.2, 0, camera.distance + 1.5]);
}

function mooredBoat(
  setting: Stage,
  { x, z, size, towards }: { x: number; z: number; size: number; towards: 1 | -1 },
): void {
  const stage = made(setting, MATERIALS.wood);
  const [px] = stage.camera.see(x, -0.25, z);
  const k = (stage.camera.focal / z) * size;
  if (k < 6 || px < -k * 3 || px > stage.width + k * 3) return;
  const bold = Math.min(1, Math.max(0.4, k / 60));
  build(stage, "town/moored-boat", [x, 0, z], { side: towards, size, bold, given: { foot: -0.25 } });
}

export function river(stage: Stage): void {
  const { pen, camera, place, height } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  ridge(stage, place, { base: horizon + 4, height: height * 0.16, paint: { tone: 0.34 } });
  ground(stage, { tone: 0.1 });
  const far = camera.see(0, 0, stage.behind + 9)[1];
  const near = camera.see(0, 0, stage.behind * 0.94)[1];
  const to = isOnWater(stage.picture) ? height + 40 : near;
  water(stage, place, { from: far, to, rough: 0.15, tone: 0.28 });
  pen.line(through([-40, far], [stage.width * 0.5, far + 4], [stage.width + 40, far]), 0.8, "none");
  const kind = treeKind(place, stage.picture.scene.season, false);
  setOut(stage, "country/river-far", [0, 0, stage.behind], { given: { kind } });
  // Figures in a boat are seen from the water, without the bank.
  if (isOnWater(stage.picture)) return;
  setOut(stage, "country/river-near", [0, 0, stage.behind], {
    given: {
      ...{ low: near, near: stage.behind * 0.9 },
      ...{ sown: camera.distance * 0.85, grown: stage.behind * 0.93 },
    },
  });
}

const roughOf = (stage: Stage) =>
  ({ clear: 0.5, cloudy: 0.5, rain: 0.7, storm: 1, snow: 0.5, wind: 0.8, fog: 0.3 })[
    stage.picture.scene.weather
  ];

export function sea(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  const tone = stage.night ? 0.45 : stage.picture.scene.weather === "storm" ? 0.55 : 0.3;
  water(stage, place, { from: camera.horizon, to: height + 40, rough: roughOf(stage), tone });
  drawMiddleGround(stage, "sea");
  const afloat =
    stage.picture.props.includes("boat") ||
    stage.picture.figures.some(({ pose, holds }) => pose === "row" || holds === "oar");
  if (stage.picture.figures.length > 0 && !afloat)
    build(stage, "country/deck", [0, 0, stage.behind - 0.5], {
      given: { near: 0.4, planks: Math.max(0.4, camera.distance * 0.5) },
    });
}

export function shore(stage: Stage): void {
  if (isHarbour(stage.picture)) {
    harbour(stage);
    return;
  }
  const { pen, camera, place, height, width } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  const line = camera.see(0, 0, stage.behind + 1.4)[1];
  water(stage, place, {
    from: horizon,
    to: line,
    rough: roughOf(stage) * 0.6,
    tone: stage.night ? 0.4 : 0.26,
  });
  pen.fill(band(stage, line - 2, height + 40), { tone: fade(line, height, 0.04, 0.16) });
  for (const [dy, paint] of rowsOf([0, "white"], [height * 0.03, "white"])) {
    const points: Pt[] = [];
    for (let i = 0; i <= 8; i++)
      points.push([-40 + ((width + 80) * i) / 8, line + dy + Math.sin(i * 1.7 + dy) * height * 0.012]);
    pen.fill([...points, ...points.toReversed().map(([x, y]): Pt => [x, y + height * 0.014])], paint);
    pen.line(points, 0.6, "none");
  }
  drawMiddleGround(stage, "shore");
  setOut(stage, "country/shore-rocks", [0, 0, stage.behind]);
  for (let i = 0; i < 30; i++) {
    const [x, y] = camera.see(place.between(-4, 4), 0, camera.distance + place.between(-0.3, 1.2));
    pen.stroke(through([x, y], [x + 4, y + 0.5]), "black", 0.5);
  }
}

const isUnlit = ({ told }: Stage["picture"]): boolean => told.lighthouseUnlit === true;

export function lighthouse(stage: Stage): void {
  const { pen, camera, place, height, width } = stage;
  const { horizon } = camera;
  // No moon while the lighthouse is lit, because it would hang in the beam.
  drawSky(stage, horizon, !isUnlit(stage.picture));
  water(stage, place, {
    from: horizon,
    to: height + 40,
    rough: roughOf(stage),
    tone: stage.night ? 0.45 : 0.32,
  });
  const off = stage.picture.angle === "tilted" ? 0.14 : 0.26;
  const cx = width * (place.flip() ? 0.5 - off : 0.5 + off);
  const foot = horizon + height * 0.05;
  const tall = Math.max(
    height * 0.16,
    Math.min(height * 0.6, foot - height * (stage.picture.angle === "tilted" ? 0.34 : 0.22)),
  );
  const w = tall * 0.13;
  const unlit = isUnlit(stage.picture);
  const look = {
    rng: place,
    given: {
      ...{ low: 20 / w, lower: 22 / w, deep: 34 / w, top: -tall / w, px: 1 / w },
      ...{ first: (-tall * 0.22) / w, second: (-tall * 0.39) / w, third: (-tall * 0.62) / w },
      fourth: (-tall * 0.79) / w,
    },
    paints: { lantern: unlit ? { tone: 0.62 } : "white" } as const,
  };
  drawOnSheet(pen, "town/lighthouse-rock", sheetAt([cx, foot], w), look);
  const base = foot - w * 0.9;
  const top = base - tall;
  const lampY = top - w * 0.75;
  drawOnSheet(pen, "town/lighthouse", sheetAt([cx, base], w), look);
  stage.landmarks.push(boxed([cx - w * 0.9, top - w * 2.1], [cx + w * 0.9, top + w]));
  if (stage.picture.figures.length > 0) headland(stage);
  if ((!stage.night && stage.picture.scene.hour !== "dusk") || unlit) return;
  const { lamp } = stage;
  const aim = cx < width / 2 ? 1 : -1;
  stage.lights.push(() => {
    lamp.fill(
      [
        [cx, lampY - w * 0.25, 1],
        [cx + aim * width * 1.1, lampY - height * 0.2, 1],
        [cx + aim * width * 1.1, lampY + height * 0.1, 1],
        [cx, lampY + w * 0.3, 1],
      ],
      {
        light: graded([cx, 0], [cx + aim * width * 0.9, 0], [0, 0.92], [1, 0.12]),
      },
    );
    lamp.fill(ellipse(cx, lampY, w * 0.42, w * 0.42, 8), "white");
  });
  glow(stage, [cx, lampY], w * 4, 0.7);
}

/** A headland of rock and grass in front of the sea. */
function headland(setting: Stage): void {
  const stage = made(setting, MATERIALS.grass);
  const { pen, camera, place, height, width } = stage;
  const edge = camera.see(0, 0, stage.behind)[1];
  const brow: Pt[] = [];
  for (let i = 0; i <= 8; i++)
    brow.push([-50 + ((width + 100) * i) / 8, edge + place.between(-0.016, 0.016) * height]);
  const land: Pt[] = [...brow, [width + 60, height + 60, 1], [-60, height + 60, 1]];
  pen.fill(land, { tone: fade(edge, height, 0.22, 0.06) });
  pen.line(brow, 1.2, "none");
  for (let i = 0; i < 5; i++)
    rock(stage, place, { x: place.between(-4, 4), z: stage.behind * 0.97, w: 0.7, h: 0.4, tone: 0.4 });
  scuffs(stage, place, 14);
  grass(stage, place, { n: 40, from: camera.distance * 0.8, to: stage.behind * 0.98, h: 0.14 });
}
