// Settings away from town: forest, field, garden, mountain.
import { corner, lerp, type Pt, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { sheetAt } from "../paper.ts";
import { drawOnSheet } from "../sheets.ts";
import { edge, fade, ground, made, paper, type Stage } from "../stage.ts";
import { drawSky } from "../weather/sky.ts";
import { grass, path, rock, scuffs, treeShade } from "./ground-cover.ts";
import { drawMiddleGround } from "./middle-ground.ts";
import { bush, ridge, tree, treeKind } from "./nature.ts";

/** What grows far off where the ground meets the light, or it would end in a ruled line. */
function thicket({ pen, camera, place, width, height, night }: Stage): void {
  for (const [high, tone] of through([0.05, night ? 0.34 : 0.4], [0.028, night ? 0.5 : 0.56])) {
    const edge: Pt[] = [corner([-40, camera.horizon + height * 0.012])];
    for (let x = -40; x < width + 40; ) {
      const w = Math.max(width, height) * place.between(0.02, 0.05);
      const top = camera.horizon - height * high * place.between(0.3, 1);
      edge.push(corner([x, camera.horizon - height * 0.006]), [x + w * 0.25, top], [x + w * 0.75, top + 3]);
      x += w;
    }
    edge.push(corner([width + 80, camera.horizon + height * 0.012]));
    pen.fill(edge, { tone });
  }
}

export function forest(stage: Stage): void {
  const { pen, camera, place, width, height, picture } = stage;
  const { horizon } = camera;
  const season = picture.scene.season;
  pen.fill(paper(stage), { tone: fade(0, horizon, stage.night ? 0.5 : 0.34, stage.night ? 0.16 : 0.04) });
  for (let layer = 0; layer < 2; layer++) {
    const shade = stage.night ? [0.28, 0.4][layer] : [0.16, 0.3][layer];
    for (let i = 0; i < 9; i++) {
      const x = width * ((i + place.next()) / 9);
      const w = width * (0.008 + 0.008 * layer) * place.between(0.7, 1.5);
      pen.fill(
        [
          corner([x - w, -40]),
          corner([x + w, -40]),
          [x + w * 1.1, horizon * 0.6],
          corner([x + w * 1.9, horizon + 12 * layer]),
          corner([x - w * 1.9, horizon + 12 * layer]),
        ],
        { tone: shade ?? 0.2 },
      );
    }
  }
  ground(stage, { tone: fade(horizon, height, 0.12, 0.42) });
  thicket(stage);
  const canopy: Pt[] = [[-60, -60, 1]];
  for (let i = 0; i <= 9; i++) {
    const x = -60 + ((width + 120) * i) / 9;
    const low = height * place.between(0.04, 0.15);
    canopy.push(corner([x, low * 0.6]), [x + width * 0.04, low]);
  }
  canopy.push([width + 60, -60, 1]);
  for (const [x, z] of through([-3.4, 3.4], [3.6, 3], [-1.9, 6.4], [2.2, 7.4], [5.4, 6], [-5.6, 5.2]))
    trunk(stage, x, camera.distance + z);
  pen.of(MATERIALS.leaf).fill(canopy, { tone: stage.night ? 0.8 : 0.6 });
  for (let i = 0; i < 4; i++)
    bush(stage, place, { x: place.between(-4, 4), z: stage.behind + i * 0.6, w: 1.4, h: 0.7, tone: 0.5 });
  for (const [x, z] of through([-1.6, 0.75], [1.9, 1.2], [0.2, 1.9]))
    treeShade(stage, place, {
      x: x + place.between(-0.5, 0.5),
      z: camera.distance * z,
      r: place.between(0.8, 1.4),
    });
  for (let i = 0; i < 3; i++)
    rock(stage, place, {
      x: place.between(-3, 3),
      z: camera.distance + 1 + i * 0.9,
      w: 0.5,
      h: 0.28,
      tone: 0.3,
    });
  scuffs(stage, place, 20);
  grass(stage, place, { n: 60, from: camera.distance * 0.8, to: camera.distance + 9, h: 0.15 });
  if (!stage.night && season !== "winter") {
    for (let i = 0; i < 3; i++) {
      const x = width * place.between(0.1, 0.8);
      pen.fill(
        [
          [x, -40, 1],
          [x + width * 0.06, -40, 1],
          [x - width * 0.02, horizon * 1.2, 1],
          [x - width * 0.16, horizon * 1.2, 1],
        ],
        { light: 0.24 },
      );
    }
  }
}

function trunk(setting: Stage, x: number, z: number): void {
  const stage = made(setting, MATERIALS.wood);
  const { pen, camera, place } = stage;
  const [px, foot] = camera.see(x, 0, z);
  const w = Math.min(120, (camera.focal / z) * place.between(0.18, 0.3));
  if (px < -w * 2 || px > stage.width + w * 2) return;
  const tone = stage.night ? 0.8 : lerp(0.7, 0.42, Math.min(1, (z - camera.distance) / 8));
  // It bows a little, and its roots grip the ground.
  const bow = (Math.round(x * 3) % 2 ? 0.3 : -0.3) * w;
  drawOnSheet(pen, "country/forest-trunk", sheetAt([px, foot], w), {
    rng: place,
    given: { bow: bow / w, up: (-50 - foot) / w, middle: (-foot * 0.5) / w },
    paints: { bark: { tone }, shade: { tone: Math.min(0.94, tone + 0.26) } },
  });
  for (let i = 0; i < 6; i++) {
    const bx = px + w * place.between(-0.7, 0.5);
    const by = foot * place.between(0, 0.86);
    pen.line(through([bx, by], [bx + w * 0.1, by + w * 0.8], [bx - w * 0.08, by + w * 1.5]), 0.7);
  }
}

export function field(stage: Stage): void {
  const { camera, place, height, width } = stage;
  const { horizon } = camera;
  const season = picture(stage).season;
  drawSky(stage, horizon);
  ridge(stage, place, { base: horizon + 3, height: height * 0.14, rough: 0.2, paint: { tone: 0.22 } });
  ridge(stage, place, { base: horizon + 3, height: height * 0.06, rough: 0.2, paint: { tone: 0.38 } });
  ground(stage, { tone: fade(horizon, height, 0.1, 0.26) });
  path(stage, place, { from: 2.2, to: place.flip() ? -0.8 : 0.9, half: 1 });
  const kind = treeKind(place, season, false);
  tree(stage, place, { x: place.flip() ? -5 : 5.4, z: stage.behind + 6, h: 6, kind });
  tree(stage, place, { x: place.flip() ? 9 : -9, z: stage.behind + 12, h: 6, kind, tone: 0.45 });
  for (let i = 0; i < 9; i++) {
    const x = -6 + i * 1.5;
    const z = stage.behind + 2.4;
    edge(stage, [x, 0, z], [x, 0.8, z], 1);
  }
  for (const y of [0.35, 0.68]) edge(stage, [-7, y, stage.behind + 2.4], [7, y, stage.behind + 2.4], 0.7);
  drawMiddleGround(stage, "field");
  scuffs(stage, place, 14);
  grass(stage, place, {
    n: Math.min(90, Math.round(width / 9)),
    from: camera.distance * 0.85,
    to: camera.distance + 12,
    h: 0.16,
  });
}

const picture = (stage: Stage) => stage.picture.scene;

export function mountain(stage: Stage): void {
  const { pen, camera, place, height, width } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  const base = horizon + 4;
  const rise = Math.max(60, Math.min(horizon * 0.82, height * 0.6));
  for (const [at, size, tone] of rowsOf([0.2, 0.72, 0.2], [0.78, 0.62, 0.26], [0.5, 1, 0.08])) {
    const cx = width * (at + place.between(-0.08, 0.08));
    const half = rise * size * 1.15;
    drawOnSheet(pen, "country/peak", sheetAt([cx, base], rise * size), {
      ...{ rng: place, paints: { rock: { tone }, shade: { tone: tone + 0.36 } } },
    });
    for (let i = 0; i < 6; i++) {
      const x = cx - half * place.between(0.05, 0.6);
      const y = base - rise * size * place.between(0.05, 0.4);
      pen.line(through([x, y], [x + 6, y + rise * 0.06], [x + 4, y + rise * 0.14]), 0.5);
    }
  }
  ridge(stage, place, { base: base + 6, height: height * 0.1, rough: 0.2, paint: { tone: 0.55 } });
  ground(stage, { tone: fade(horizon, height, 0.3, 0.08) });
  for (let i = 0; i < 7; i++)
    tree(stage, place, {
      x: (i - 3) * 2.4 + place.next(),
      z: stage.behind + 4 + (i % 3) * 2,
      h: 3.6,
      kind: "pine",
      tone: 0.5,
    });
  for (let i = 0; i < 4; i++)
    rock(stage, place, { x: place.between(-4, 4), z: stage.behind + i * 0.4, w: 1, h: 0.6 });
  drawMiddleGround(stage, "mountain");
  scuffs(stage, place, 14);
  grass(stage, place, { n: 40, from: camera.distance * 0.9, to: camera.distance + 8, h: 0.13 });
}
