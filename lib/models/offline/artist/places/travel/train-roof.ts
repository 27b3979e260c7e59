// The roof of a train that runs: a bowed deck with ribs and vents across the picture, and the land that streaks by beyond its edge.

import type { Picture } from "../../closed/storyboard.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import { lerp, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { edge, front, level, made, type Stage, solid } from "../stage.ts";
import { drawSky } from "../weather/sky.ts";

/** Whether a roof is that of something that drives. */
export const isTrainRoof = ({ told, scene }: Pick<Picture, "told" | "scene">): boolean =>
  scene.place.kind === "rooftop" && told.place.trainRoof === true;

export function trainRoof(stage: Stage): void {
  const { camera, place } = stage;
  drawSky(stage, camera.horizon);
  const z = stage.behind + 0.9;
  const [, rim] = camera.see(0, 0, z);
  drawLand(stage, rim);
  const metal = made(stage, MATERIALS.metal);
  level(metal, [-14, z], [14, 0.4], { y: 0, paint: { tone: 0.34 }, weight: 0.8 });
  // Light lies along the crown of the roof.
  level(metal, [-14, stage.behind + 0.2], [14, stage.behind - 0.5], {
    y: 0.004,
    paint: { tone: 0.16 },
    weight: 0,
  });
  front(metal, [-14, -0.02], [14, 0.07], { z, paint: { tone: 0.55 }, weight: 0.8 });
  const shift = place.between(0, 1.1);
  for (let x = -13; x <= 13; x += 1.1) edge(stage, [x + shift, 0.006, z], [x + shift, 0.006, 0.5], 0.5);
  for (const d of [z - 0.22, stage.behind + 0.2, stage.behind - 0.5])
    edge(stage, [-14, 0.006, d], [14, 0.006, d], 0.4);
  for (let x = -12; x <= 12; x += 3.3) {
    const from = x + shift;
    solid(metal, [from + 0.1, 0, z - 0.5], [0.5, 0.12, 0.36], { front: { tone: 0.7 }, side: { tone: 0.8 } });
    const lid = { front: { tone: 0.26 }, side: { tone: 0.5 }, top: { tone: 0.1 } };
    solid(metal, [from, 0.12, z - 0.5], [0.7, 0.16, 0.36], lid);
  }
}

/** Fields far below, drawn out by the speed into level streaks. */
function drawLand(stage: Stage, rim: number): void {
  const { pen, camera, width, night, picture } = stage;
  const from = Math.min(camera.horizon, rim);
  const land: Pt[] = through(
    [-40, from, 1],
    [width + 40, from, 1],
    [width + 40, rim + 4, 1],
    [-40, rim + 4, 1],
  );
  pen.of(MATERIALS.hill).fill(land, { tone: night ? 0.5 : 0.3 });
  const rng = chance(hashOf(picture.scene.id, "streaks"));
  const lines = pen.of(MATERIALS.plain);
  for (let i = 0; i < 36; i++) {
    const y = lerp(from - (rim - from) * 1.2, rim - 2, rng.next());
    const long = width * rng.between(0.12, 0.6);
    const x = rng.between(-0.2, 1) * width;
    const w = rng.between(0.5, 2.2);
    lines.fill(
      sharp(through([x, y], [x + long * 0.4, y - w], [x + long, y], [x + long * 0.4, y + w])),
      i % 3 === 0 && !night ? "black" : i % 3 === 1 ? { tone: 0.4 } : "white",
    );
  }
}
