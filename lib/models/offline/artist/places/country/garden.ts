// A garden: wall or fence, trees, stepping stones, flowers; a pond if one is told of; or a greenhouse.
import { farthestStep } from "../../camera/spacing.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import { ellipse, type Pt, rowsOf, sharp } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { drawPart } from "../../things/parts.ts";
import { build } from "../compositions.ts";
import { setOut } from "../drawers.ts";
import { outerSpace } from "../far-places.ts";
import { type Sheet, sheetAt } from "../paper.ts";
import { isInSpace, isUnderGlass, whereIs } from "../places.ts";
import { drawOnSheet } from "../sheets.ts";
import { fade, glow, ground, level, made, type Stage } from "../stage.ts";
import { boards, floorOf } from "../walls.ts";
import { drawSky } from "../weather/sky.ts";
import { grass, scuffs, treeShade } from "./ground-cover.ts";
import { bush, tree, treeKind } from "./nature.ts";

export function garden(stage: Stage): void {
  if (isUnderGlass(stage.picture)) {
    greenhouse(stage);
    return;
  }
  const { pen, camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  ground(stage, { tone: fade(camera.horizon, height, 0.2, 0.06) });
  const z = stage.behind + 1.6;
  setOut(stage, "country/garden-end", [0, 0, stage.behind]);
  const kind = treeKind(place, stage.picture.scene.season, false);
  tree(stage, place, { x: -2.6, z: z - 0.3, h: 4.2, kind, tone: 0.24 });
  tree(stage, place, { x: 3.3, z: z + 0.6, h: 5, kind, tone: 0.4 });
  // Clumps of bushes of different sizes with gaps between them.
  const beds = chance(hashOf(whereIs(stage.picture.scene), "bushes"));
  for (let x = -4.2; x < 4.4; ) {
    const w = beds.between(0.6, 1.8);
    const far = beds.between(0.2, 0.9);
    const tone = beds.pick([0.2, 0.28, 0.4]);
    x += w * 0.5;
    bush(stage, chance(hashOf(whereIs(stage.picture.scene), Math.round(x * 10))), {
      ...{ x, z: z - far, w, h: w * beds.between(0.5, 0.72), tone },
      flowers: stage.picture.scene.season !== "winter" && beds.flip(0.6),
    });
    x += w * 0.5 + (beds.flip(0.4) ? beds.between(0.5, 1.4) : -0.16);
  }
  const bank = stage.picture.told.pond ? bankOf(stage) : undefined;
  for (let i = 0; i < 6; i++) {
    const far = camera.distance + 2.6 - i * 0.55;
    if (bank !== undefined && far > bank - 0.3) continue;
    const [x, y] = camera.see(-0.9 + i * 0.25, 0, far);
    const k = camera.focal / far;
    const [rx, ry] = [k * 0.26, Math.max(2, k * 0.26 * (camera.eye / (camera.distance + 2)))];
    const stone: Sheet = (u, v) => [x + u * rx, y + v * ry];
    drawOnSheet(pen.of(MATERIALS.stone), "country/stepping-stone", stone, {
      rng: place,
      given: { flat: ry / rx },
    });
  }
  if (bank !== undefined) pond(stage, bank);
  treeShade(stage, place, { x: place.flip() ? -1.9 : 1.8, z: camera.distance * 0.86, r: 1.2 });
  // Omitted at a pond, where the shade would look like more water.
  if (bank === undefined)
    treeShade(stage, place, { x: place.between(-1, 1), z: camera.distance + 1.6, r: 1.5 });
  flowerBed(stage);
  scuffs(stage, place, 18);
  grass(stage, place, { n: 40, from: camera.distance * 0.9, to: camera.distance + 3, h: 0.18 });
}

/** A row of flowers in front of the people: stems, leaves, heads with a centre. */
function flowerBed(setting: Stage): void {
  const stage = made(setting, MATERIALS.leaf);
  const { pen, camera, place } = stage;
  if (stage.picture.scene.season === "winter" || stage.picture.scene.weather === "snow") return;
  const side = place.flip() ? -1 : 1;
  for (let i = 0; i < 9; i++) {
    const z = camera.distance * place.between(0.72, 1.3);
    const [x, y] = camera.see(side * place.between(1.2, 2.6), 0, z);
    const h = Math.min(70, (camera.focal / z) * place.between(0.22, 0.42));
    const lean = place.between(-0.15, 0.15);
    const paints = { leaf: i % 2 ? "black" : { tone: 0.4 } } as const;
    drawOnSheet(pen, "country/flower-stalk", sheetAt([x, y], h), { rng: place, given: { lean }, paints });
    const top: Pt = [x + h * lean, y - h];
    const r = h * 0.15;
    const head = pen.of(MATERIALS.blossom);
    for (let p = 0; p < 5; p++) {
      const a = (p / 5) * 6.28 + i;
      head.shape(
        ellipse(top[0] + Math.cos(a) * r, top[1] + Math.sin(a) * r * 0.8, r * 0.72, r * 0.6, 7),
        "white",
        0.4,
      );
    }
    head.fill(ellipse(top[0], top[1], r * 0.5, r * 0.42, 7), { tone: 0.6 });
  }
}

/** Distance of a pond's near bank: behind everybody's feet. */
const bankOf = ({ camera, picture }: Stage): number => camera.distance + farthestStep(picture) + 0.45;

/** A pond with stones round it; after dark it reflects the moon. */
function pond(setting: Stage, bank: number): void {
  const stage = made(setting, MATERIALS.water);
  const { pen, camera, place, night } = stage;
  const z = bank + 0.85;
  const [near, far] = [camera.see(0.5, 0, bank)[1], camera.see(0.5, 0, bank + 1.9)[1]];
  const [x] = camera.see(0.5, 0, z);
  const k = camera.focal / z;
  const [rx, ry] = [k * 1.15, Math.max(k * 0.05, (near - far) / 2)];
  const y = near - ry;
  const rim = Array.from({ length: 14 }, (_, i): Pt => {
    const a = (i / 14) * 6.283;
    const far = 1 + Math.sin(i * 2.3) * 0.06;
    return [x + Math.cos(a) * rx * far, y + Math.sin(a) * ry * far];
  });
  pen.shape(rim, { tone: night ? 0.34 : 0.2 }, 1.1);
  pen.inside(rim, (p) => {
    const water: Sheet = (u, v) => [x + rx * u, y + ry * v];
    drawOnSheet(p, "country/pond-glints", water, { rng: place, given: { px: 1 / ry } });
    if (!night) return;
    const moon = stage.lamp.of(MATERIALS.lamp);
    for (const [dx, dy, s] of rowsOf([0, 0, 1], [0.24, 0.3, 0.34], [-0.28, 0.36, 0.3], [0.12, 0.58, 0.22]))
      moon.fill(ellipse(x + rx * dx, y + ry * dy, rx * 0.24 * s, ry * 0.42 * s, 11), "white");
  });
  const rocks = stage.pen.of(MATERIALS.stone);
  for (let i = 0; i < 15; i++) {
    const a = (i / 15) * 6.283 + place.between(-0.1, 0.1);
    const s = k * place.between(0.07, 0.14);
    const [cx, cy] = [x + Math.cos(a) * rx * 1.04, y + Math.sin(a) * ry * 1.08];
    const paints = { rock: i % 3 ? "white" : { tone: 0.4 } } as const;
    drawOnSheet(rocks, "country/pond-rock", sheetAt([cx, cy], s), { rng: place, paints });
  }
}

/** Glass on iron ribs, beds on trestles, plants tied to canes. */
function greenhouse(stage: Stage): void {
  const { camera, place, pen, lamp, height } = stage;
  const dark = isInSpace(stage.picture);
  if (dark) outerSpace({ ...stage, pen: lamp.of(MATERIALS.hill) });
  else drawSky(stage, camera.horizon);
  const stone = made(stage, MATERIALS.stone);
  ground(stage, {
    tone: dark ? fade(camera.horizon, height, 0.62, 0.24) : fade(camera.horizon, height, 0.14, 0.04),
  });
  const back = stage.behind + 6;
  const half = Math.max(3, ((stage.width * 0.5 * stage.behind) / camera.focal) * 0.8);
  const rib = (z: number): Pt[] =>
    Array.from({ length: 13 }, (_, i): Pt => {
      const a = Math.PI * (1 - i / 12);
      return camera.see(Math.cos(a) * half, 0.6 + Math.sin(a) * 3.4, z);
    });
  const hoops: Pt[][] = [];
  for (let z = back; z > Math.max(0.8, camera.distance * 0.55); z -= 1.5) hoops.push(rib(z));
  for (const hoop of hoops) {
    pen.stroke(hoop, "black", 1.5);
    pen.stroke(hoop, "white", dark ? 1.2 : 0.6);
  }
  for (let i = 0; i <= 12; i += 2) {
    const run = hoops.flatMap((hoop) => hoop.slice(i, i + 1));
    if (run.length > 1) pen.stroke(run, dark ? "white" : "black", 0.6);
  }
  const glass = hoops[0] ?? [];
  for (let i = 1; i < 12; i += 2) {
    const [a, b] = [glass[i], camera.see(Math.cos(Math.PI * (1 - i / 12)) * half, 0, back)];
    if (a) pen.stroke([a, b], dark ? "white" : "black", 0.6);
  }
  for (const s of dark ? [] : [0.2, 0.62]) {
    const a = glass[Math.round(s * 12)];
    if (a)
      lamp.fill(sharp([a, [a[0] + 26, a[1]], [a[0] - 40, height * 0.7], [a[0] - 74, height * 0.7]]), {
        light: 0.3,
      });
  }
  drawCrack(stage, dark);
  level(stone, [-0.9, 0.4], [0.9, back], { y: 0.003, paint: { tone: 0.1 }, weight: 0.6 });
  boards(stone, place, floorOf(0.005, [-0.9, 0.9], [Math.max(0.5, camera.distance * 0.5), back]), 0.6, true);
  for (const side of [-1, 1])
    for (let i = 4; i >= 0; i--) {
      const z = camera.distance * 0.85 + i * 1.5;
      const x = side > 0 ? 1.35 : -2.85;
      build(stage, "country/trestle", [x, 0, z]);
      for (let c = 0; c < 3; c++) crop(stage, { x: x + 0.25 + c * 0.5, y: 0.62, z: z + 0.4 });
    }
  glow(stage, camera.see(0, 2.6, stage.behind), camera.focal * 0.3, 0.4);
}

/** A tomato plant on its cane: pairs of leaves with fruit between them. */
function crop(setting: Stage, { x, y, z }: { x: number; y: number; z: number }): void {
  const stage = made(setting, MATERIALS.leaf);
  const { pen, camera, place } = stage;
  const [px, foot] = camera.see(x, y, z);
  const k = camera.focal / z;
  const tall = k * place.between(0.6, 1);
  if (k < 9) return;
  const dark = isInSpace(stage.picture);
  drawOnSheet(pen, "country/tomato", sheetAt([px, foot], k), {
    ...{ rng: place, given: { tall: tall / k }, bold: Math.min(0.8, k / 130), is: k > 26 ? ["fruit"] : [] },
    paints: { stem: dark ? "white" : "black", dark: dark ? { tone: 0.56 } : "black" },
  });
}

/** A forked crack across the panes. */
function drawCrack({ pen, width, height, picture }: Stage, dark: boolean): void {
  if (!picture.told.crackedGlass) return;
  drawPart(pen, "effects/crack", {
    is: [dark ? "dark" : "light"],
    frames: { panel: ([x, y]) => [(x / 100) * width, (y / 100) * height] },
  });
}
