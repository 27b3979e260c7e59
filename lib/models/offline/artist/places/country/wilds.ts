// Settings in the wild: forest, field, garden, mountain.
import { corner, lerp, type Pt, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { setOut } from "../drawers.ts";
import { sheetAt } from "../paper.ts";
import { drawOnPanel, drawOnSheet } from "../sheets.ts";
import { fade, ground, made, paper, type Stage } from "../stage.ts";
import { drawSky } from "../weather/sky.ts";
import { treeKind } from "./nature.ts";

/** Distant undergrowth, so that the ground does not end in a straight line against the light. */
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
  const [far, near] = stage.night ? [0.28, 0.4] : [0.16, 0.3];
  const paints = { far: { tone: far }, near: { tone: near } };
  drawOnPanel(pen, "country/far-trunks", stage, { rng: place, paints });
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
  const { distance } = camera;
  setOut(stage, "country/forest-floor", [0, 0, stage.behind], {
    given: {
      ...{ near: distance * 0.75, from: distance * 1.2, far: distance * 1.9 },
      ...{ first: distance + 1, last: distance + 2.9, sown: distance * 0.8, grown: distance + 9 },
    },
  });
  if (!stage.night && season !== "winter") drawOnPanel(pen, "country/light-shafts", stage, { rng: place });
}

function trunk(setting: Stage, x: number, z: number): void {
  const stage = made(setting, MATERIALS.wood);
  const { pen, camera, place } = stage;
  const [px, foot] = camera.see(x, 0, z);
  const w = Math.min(120, (camera.focal / z) * place.between(0.18, 0.3));
  if (px < -w * 2 || px > stage.width + w * 2) return;
  const tone = stage.night ? 0.8 : lerp(0.7, 0.42, Math.min(1, (z - camera.distance) / 8));
  // The trunk curves slightly, and its roots spread on the ground.
  const bow = (Math.round(x * 3) % 2 ? 0.3 : -0.3) * w;
  drawOnSheet(pen, "country/forest-trunk", sheetAt([px, foot], w), {
    rng: place,
    given: { bow: bow / w, up: (-50 - foot) / w, middle: (-foot * 0.5) / w, tall: foot / w },
    paints: { bark: { tone }, shade: { tone: Math.min(0.94, tone + 0.26) } },
  });
}

export function field(stage: Stage): void {
  const { distance } = stage.camera;
  const kind = treeKind(stage.place, stage.picture.scene.season, false);
  const blades = Math.min(90, Math.round(stage.width / 9));
  const given = { kind, blades, sown: distance * 0.85, grown: distance + 12 };
  setOut(stage, "country/field", [0, 0, stage.behind], { given });
}

export function mountain(stage: Stage): void {
  const { pen, camera, place, height, width } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  const base = horizon + 4;
  const rise = Math.max(60, Math.min(horizon * 0.82, height * 0.6));
  for (const [at, size, tone] of rowsOf([0.2, 0.72, 0.2], [0.78, 0.62, 0.26], [0.5, 1, 0.08])) {
    const cx = width * (at + place.between(-0.08, 0.08));
    drawOnSheet(pen, "country/peak", sheetAt([cx, base], rise * size), {
      ...{ rng: place, paints: { rock: { tone }, shade: { tone: tone + 0.36 } } },
      given: { px: 1 / (rise * size), full: 1 / size },
    });
  }
  const given = { sown: camera.distance * 0.9, grown: camera.distance + 8 };
  setOut(stage, "country/mountain-foot", [0, 0, stage.behind], { given });
}
