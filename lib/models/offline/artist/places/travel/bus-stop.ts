// A bus stop: a post with a round board and the timetable under it, and a bench beneath a roof with a pane behind it.

import type { Picture } from "../../closed/storyboard.ts";
import { boxed } from "../../pen/curves.ts";
import { build } from "../compositions.ts";
import type { Stage } from "../stage.ts";

/** Whether buses stop in a street. */
export const isBusStop = ({ scene, told }: Pick<Picture, "scene" | "told">): boolean =>
  scene.place.kind === "street" && told.place.busStop === true;

/** Behind the people, on the side that their picture leaves it. */
export function busStop(stage: Stage): void {
  const z = stage.behind + 0.35;
  const first = stage.picture.figures[0]?.at ?? 0.3;
  const s = first > 0.5 ? -1 : 1;
  build(stage, "travel/bus-shelter", [s > 0 ? KERB + 0.05 : -KERB - WIDE - 0.05, 0, z + 0.7]);
  post(stage, s * (KERB + 0.2), z);
}

/** Metres from the middle of the road to its kerb, and the width of a shelter on the pavement. */
const KERB = 1.6;
const WIDE = 2;

function post(stage: Stage, x: number, z: number): void {
  build(stage, "travel/bus-stop-post", [x, 0, z]);
  const [cx, cy] = stage.camera.see(x, 2.28, z - 0.03);
  const k = stage.camera.focal / z;
  stage.pen.name("sign", boxed([cx - 0.35 * k, cy - 0.35 * k], [cx + 0.35 * k, cy + 2.2 * k]));
}
