// What a room is lived in with: a bed, a sofa before a screen, a desk, a table with chairs, a low table on mats, a fireplace; or
// waited in with: benches along the wall.
// Each stands at the back wall, from `x` to the right, in metres of the scene.

import type { Purpose } from "../../closed/told.ts";
import { build } from "../compositions.ts";
import { setOut } from "../drawers.ts";
import type { Stage } from "../stage.ts";

export type Furniture = Purpose;

export const FURNITURE: Readonly<Record<Furniture, (stage: Stage, x: number, back: number) => void>> = {
  bed(stage, x, back) {
    const tone = stage.place.pick([0.06, 0.2, 0.36]);
    build(stage, "rooms/bed", [x, 0, back], { paints: { cover: { tone } } });
  },
  sofa(stage, x, back) {
    const covers = stage.place.flip()
      ? { body: { tone: 0.86 }, seat: { tone: 0.7 } }
      : { body: { tone: 0.24 }, seat: { tone: 0.12 } };
    const cushion = stage.place.flip() ? "white" : "black";
    build(stage, "rooms/sofa", [x, 0, back], { paints: { ...covers, cushion } });
  },
  desk: (stage, x, back) => setOut(stage, "rooms/desk", [x, 0, back]),
  table(stage, x, back) {
    for (const dx of [0.1, 1.1]) build(stage, "rooms/chair", [x + dx, 0, back - 0.45]);
    build(stage, "rooms/set-table", [x, 0, back]);
  },
  "low-table": (stage, x, back) => build(stage, "rooms/low-table", [x, 0, back]),
  hearth(stage, x, back) {
    build(stage, "rooms/hearth", [x, 0, back]);
    build(stage, "rooms/mantel-clock", [x + 0.7, 1.24, back - 0.3]);
    if (!stage.picture.props.includes("fireplace")) return;
    const z = back - 0.4;
    stage.pen.name("fireplace", [stage.camera.see(x, 0, z), stage.camera.see(x + 1.7, 1.2, z)]);
  },
  benches: (stage, x, back) => build(stage, "rooms/waiting-benches", [x, 0, back]),
};
