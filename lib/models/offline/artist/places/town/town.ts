// Settings in town: station, bridge, city, rooftop, alley. Their parts are in `assets/places/town`.
import { type Pt, sharp, through } from "../../pen/curves.ts";
import { treeKind } from "../country/nature.ts";
import { setOut } from "../drawers.ts";
import { drawOnSheet } from "../sheets.ts";
import { band, edge, fade, glow, ground, type Stage, solid } from "../stage.ts";
import { drawSky } from "../weather/sky.ts";
import { turnedAway } from "./street-parts.ts";
import { lampCone, skyline } from "./town-parts.ts";

/** Range in metres from the eye of things beside a way. */
const WAY = { near: 0.35, far: 60 } as const;

export function station(stage: Stage): void {
  const posts = Math.max(stage.behind - 1.0001, WAY.near + 0.4 - 1e-9);
  setOut(stage, "town/station", [0, 0, stage.behind], { given: { ...WAY, posts } });
}

/** A suspension bridge if told; else stone posts and rails over a river with houses and trees along it. */
export function bridge(stage: Stage): void {
  const { camera, place, behind, picture } = stage;
  const steel = picture.told.place.suspensionBridge === true;
  const is = [steel ? "steel" : "stone"];
  const from = Math.max(0.8, camera.distance * 0.55);
  const given = { ...WAY, from, planks: Math.max(WAY.near, camera.distance * 0.5) };
  setOut(stage, "town/bridge", [0, 0, behind], { is });
  for (const side of steel ? [] : [-1, 1]) {
    setOut(stage, "town/bridge-bank", [0, 0, behind], { is: [side < 0 ? "left" : "right"] });
    const kind = treeKind(place, picture.scene.season, true);
    setOut(stage, "town/bridge-trees", [0, 0, behind], { side, given: { kind } });
  }
  setOut(stage, "town/bridge-deck", [0, 0, behind], { given, is });
  if (!steel) return;
  for (const x of [-2, 2])
    for (const z of [behind + 15, behind + 4]) {
      solid(stage, [x - 0.25, 0, z], [0.5, 8, 0.6], { front: { tone: 0.2 } });
      const top = camera.see(x, 8, z);
      for (const dz of [3, 6, 9]) stage.pen.stroke(sharp([top, camera.see(x, 1.1, z + dz)]), "black", 0.5);
    }
  edge(stage, [-2.2, 6.8, behind + 4], [2.2, 6.8, behind + 4], 3);
}

export function city(stage: Stage): void {
  const { camera, height, behind } = stage;
  const base = Math.max(camera.horizon, height * 0.5);
  drawSky(stage, base);
  ground(stage, { tone: 0.3 });
  skyline(stage, base, 0.3, stage.night ? 0.3 : 0.12);
  skyline(stage, base + height * 0.05, 0.42, stage.night ? 0.5 : 0.24);
  skyline(stage, base + height * 0.16, 0.3, stage.night ? 0.7 : 0.42);
  stage.pen.fill(band(stage, base + height * 0.15, height + 40), { tone: fade(base, height, 0.34, 0.12) });
  setOut(stage, "town/terrace", [0, 0, behind], { given: { ...WAY, behind } });
}

export function rooftop(stage: Stage): void {
  const { pen, camera, place, height, behind } = stage;
  drawSky(stage, camera.horizon);
  skyline(stage, Math.max(camera.horizon, height * 0.3) + height * 0.04, 0.16, 0.22);
  const z = behind + 1.8;
  setOut(stage, "town/rooftop", [0, 0, behind], { given: { ...WAY, slabs: z } });
  const k = camera.focal / z;
  const [, top] = camera.see(0, 2.1, z);
  const [, low] = camera.see(0, 0.35, z);
  const step = Math.max(11, k * 0.2);
  for (let x = -40; x < stage.width + (low - top); x += step) {
    pen.stroke(sharp(through([x, low], [x - (low - top), top])), "black", 0.22);
    pen.stroke(sharp(through([x - (low - top), low], [x, top])), "black", 0.22);
  }
  const side = place.flip() ? -1 : 1;
  setOut(stage, "town/rooftop-fence", [0, 0, behind], { side: 1, is: [side < 0 ? "left" : "right"] });
}

export function alley(stage: Stage): void {
  const { pen, camera, behind } = stage;
  const [near, first] = [0.3, camera.distance * 0.62];
  setOut(stage, "town/alley", [0, 0, behind], {
    given: {
      ...{ near, far: behind + 11, first: 1, reach: 0.4, hatched: first * 0.7 },
      ...{ from: near + first, last: near + first + 10.5 },
    },
    paints: { turned: { veil: turnedAway(stage) } },
  });
  for (const y of [3.6, 4.9]) {
    const a = camera.see(-1.75, y, behind + 2);
    const b = camera.see(1.75, y + 0.2, behind + 2.4);
    pen.line([a, [(a[0] + b[0]) / 2, a[1] + 14], b], 0.7, "none");
    if (y < 4) laundry(stage, a, b);
  }
  lampCone(stage, { x: 1.3, y: 3.2, z: behind + 0.6 });
  glow(stage, camera.see(1.3, 3.1, behind + 0.6), camera.focal * 0.22, 0.7);
}

/** Laundry on a line between two points. */
function laundry({ pen, place }: Stage, a: Pt, b: Pt): void {
  const w = (b[0] - a[0]) / 7;
  if (Math.abs(w) < 7) return;
  for (let i = 1; i < 6; i++) {
    const x = a[0] + w * (i + 0.1);
    const y = a[1] + ((b[1] - a[1]) * i) / 7 + 11;
    const h = w * place.between(0.9, 1.6);
    const paints = { cloth: i % 2 ? "white" : { tone: 0.24 } } as const;
    drawOnSheet(pen, "town/laundry", (u, v) => [x + w * u, y + h * v], {
      rng: place,
      given: { px: 1 / h },
      paints,
    });
  }
}
