// A bus stop: a post with a round board and the timetable under it, and a bench beneath a roof with a pane behind it.

import type { Picture } from "../../closed/storyboard.ts";
import { ellipse } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { build } from "../compositions.ts";
import { edge, front, made, type Stage, solid } from "../stage.ts";

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
  const { camera, pen } = stage;
  const k = camera.focal / z;
  const plain = made(stage, MATERIALS.plain);
  solid(made(stage, MATERIALS.concrete), [x - 0.22, 0, z - 0.2], [0.44, 0.14, 0.4], {
    front: { tone: 0.4 },
    side: { tone: 0.6 },
    top: { tone: 0.2 },
    weight: 0.7,
  });
  front(made(stage, MATERIALS.metal), [x - 0.035, 0.1], [x + 0.035, 2.3], {
    z,
    paint: { tone: 0.62 },
    weight: 0.6,
  });
  // The timetable: a heading and columns of hours.
  front(plain, [x - 0.3, 0.95], [x + 0.3, 1.72], { z: z - 0.02, paint: "white", weight: 0.9 });
  front(plain, [x - 0.26, 1.58], [x + 0.26, 1.68], { z: z - 0.03, paint: "black", weight: 0 });
  for (let i = 0; i < 7; i++) {
    const y = 1.5 - i * 0.075;
    edge(stage, [x - 0.25, y, z - 0.03], [x - 0.17, y, z - 0.03], 0.9);
    edge(stage, [x - 0.11, y, z - 0.03], [x + 0.25 - (i % 3) * 0.09, y, z - 0.03], 0.5);
  }
  const [cx, cy] = camera.see(x, 2.28, z - 0.03);
  const red = made(stage, MATERIALS.red).pen;
  red.shape(ellipse(cx, cy, k * 0.34, k * 0.34, 20), { tone: 0.62 }, 1);
  pen.shape(ellipse(cx, cy, k * 0.27, k * 0.27, 20), "white", 0.6);
  // A bus from its front.
  const at = (u: number, v: number): [number, number, 1] => [cx + u * k, cy + v * k, 1];
  pen.fill([at(-0.14, -0.15), at(0.14, -0.15), at(0.16, 0.1), at(-0.16, 0.1)], "black");
  pen.fill([at(-0.11, -0.1), at(0.11, -0.1), at(0.12, 0), at(-0.12, 0)], "white");
  for (const u of [-0.1, 0.1]) pen.fill(ellipse(cx + u * k, cy + 0.12 * k, k * 0.035, k * 0.045, 8), "black");
  pen.name("sign", [at(-0.35, -0.35), at(0.35, -0.35), at(0.35, 2.2), at(-0.35, 2.2)]);
}
