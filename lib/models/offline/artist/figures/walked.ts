// What is under somebody as they go: the bench that they step onto, the railing, the wall that a cat lies on.

import { placed, rect, sharp, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { drawProp } from "../things/props.ts";
import { bodyAs } from "./body/bodies.ts";
import type { Manner } from "./body/manner.ts";
import type { FigureSpec } from "./figure-job.ts";
import { standingAt } from "./seats.ts";

/** What whoever climbs has under them, by how they do. */
export const CLIMBED: Readonly<Partial<Record<Manner, (pen: Pen, spec: FigureSpec) => void>>> = {
  /** The bench under the foot of whoever climbs onto it. */
  onto(pen, spec) {
    const { legs, measures } = bodyAs(spec);
    const [x, y] = legs.far.ankle.p;
    const top = y + measures.foot + 10;
    drawPart(pen, "seats/bench", { frames: { standing: standingAt(x, top) } });
    if (spec.beside.includes("bench")) pen.name("bench", rect(x - 80, top, 410, -top));
  },
  /** The railing under their foot: two beams between posts with caps; it reaches beyond every panel. */
  rail(pen, spec) {
    const { legs, measures } = bodyAs(spec);
    const [x, y] = legs.far.ankle.p;
    const top = y + measures.foot + 6;
    for (const from of [top, top * 0.45]) drawPart(pen.at(placed(x, from)), "seats/rail");
    for (let post = x - 92; post < x + 1700; post += 330)
      drawPart(pen, "seats/rail-post", { frames: { standing: standingAt(post, top) } });
  },
  /** The ladder under them, from the ground to over their hands, and its rungs under hand and foot. */
  ladder(pen, spec) {
    const { arms, hips, measures } = bodyAs(spec);
    const hands = Math.min(arms.near.wrist.p[1], arms.far.wrist.p[1]);
    const k = (-hands + measures.hand * 2.4) / LADDER_HIGH;
    const x = spec.view === "profile" ? hips[0] + measures.hand * 0.5 : hips[0];
    drawProp(pen.at(placed(x + 3 * k, -LADDER_FOOT * k, 0, k)), "ladder");
  },
};

/** How high a ladder is in its own space, and how far under its middle it stands. */
const [LADDER_HIGH, LADDER_FOOT] = [420, 200];

/** The wall under whoever lies on it, with its coping; it reaches beyond every panel. */
export function drawLedge(pen: Pen, night: boolean): void {
  const stone = pen.of(MATERIALS.plaster);
  const half = 2400;
  stone.shape(rect(-half, 10, half * 2, 1400), { tone: night ? 0.56 : 0.2 }, 0.9);
  stone.fill(rect(-half, 20, half * 2, 18), { tone: night ? 0.8 : 0.5 });
  for (let row = 0; row < 9; row++)
    for (let i = -16; i < 16; i++) {
      if ((i * 5 + row * 3 + ((i * row) % 4)) % 7 > 3) continue;
      const [x, y] = [i * 96 + (row % 2) * 48, 46 + row * 44];
      stone.line(sharp(through([x, y], [x, y + 44], [x + 92, y + 44])), 0.5, "none");
    }
  stone.shape(rect(-half, -6, half * 2, 26), night ? { tone: 0.24 } : "white", 0.9);
}
