// An alley between two walls, with washing on a line and one lamp; the rest is in `assets/places/town`.
import { type Pt, through } from "../../pen/curves.ts";
import { setOut } from "../drawers.ts";
import { glow, type Stage } from "../stage.ts";
import { turnedAway } from "./road-light.ts";
import { lampCone } from "./town-parts.ts";

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

/** Washing on a line between two points. */
function laundry({ pen, place }: Stage, a: Pt, b: Pt): void {
  const w = (b[0] - a[0]) / 7;
  if (Math.abs(w) < 7) return;
  for (let i = 1; i < 6; i++) {
    const x = a[0] + w * (i + 0.1);
    const y = a[1] + ((b[1] - a[1]) * i) / 7 + 11;
    const h = w * place.between(0.9, 1.6);
    pen.shape(
      [
        [x, y, 1],
        [x + w * 0.8, y + 1, 1],
        [x + w * 0.74, y + h, 1],
        [x + w * 0.4, y + h * 0.93],
        [x + w * 0.04, y + h, 1],
      ],
      i % 2 ? "white" : { tone: 0.24 },
      0.5,
    );
    pen.line(through([x + w * 0.3, y + h * 0.2], [x + w * 0.26, y + h * 0.85]), 0.35);
  }
}
