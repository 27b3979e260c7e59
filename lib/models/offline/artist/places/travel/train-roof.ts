// The roof of a train that runs: a bowed deck with ribs and vents across the picture, and the land that streaks by beyond its edge.

import type { Picture } from "../../closed/storyboard.ts";
import { chance, hashOf } from "../../pen/chance.ts";
import { lerp, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { setOut } from "../drawers.ts";
import type { Stage } from "../stage.ts";
import { drawSky } from "../weather/sky.ts";

/** Whether a roof is that of something that drives. */
export const isTrainRoof = ({ told, scene }: Pick<Picture, "told" | "scene">): boolean =>
  scene.place.kind === "rooftop" && told.place.trainRoof === true;

export function trainRoof(stage: Stage): void {
  const { camera } = stage;
  drawSky(stage, camera.horizon);
  const z = stage.behind + 0.9;
  const [, rim] = camera.see(0, 0, z);
  drawLand(stage, rim);
  setOut(stage, "travel/train-roof", [0, 0, stage.behind], { given: { reach: 0.4, beyond: 14 } });
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
