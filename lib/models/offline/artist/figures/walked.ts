// What is under somebody as they go: the bench that they step onto, the railing, the wall that a cat lies on.

import { placed, rect, sharp, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { drawProp } from "../things/props.ts";
import { bodyAs } from "./body/bodies.ts";
import type { FigureSpec } from "./figure-job.ts";

/** The bench under the foot of whoever climbs onto it. */
export function drawStep(pen: Pen, spec: FigureSpec): void {
  const { legs, measures } = bodyAs(spec);
  const [x, y] = legs.far.ankle.p;
  const top = y + measures.foot + 10;
  const [from, to] = [x - 80, x + 330];
  for (const leg of [from + 60, to - 40]) pen.shape(rect(leg, top - 20, 16, -top + 2), { tone: 0.72 }, 0.8);
  pen.shape(sharp(through([from, top], [to, top], [to + 34, top - 30], [from + 34, top - 30])), "white", 0.9);
  pen.line(sharp(through([from + 16, top - 14], [to + 16, top - 14])), 0.5, "none");
  pen.shape(rect(from, top, to - from, 18), { tone: 0.4 }, 0.9);
  for (const leg of [from + 22, to - 42]) pen.shape(rect(leg, top + 18, 18, -top - 18), { tone: 0.5 }, 0.9);
  if (spec.beside.includes("bench")) pen.name("bench", rect(from, top, to - from, -top));
}

/** The railing under the foot of whoever climbs onto it: two beams between posts with caps; it reaches beyond every panel. */
export function drawRailing(pen: Pen, spec: FigureSpec): void {
  const { legs, measures } = bodyAs(spec);
  const [x, y] = legs.far.ankle.p;
  const top = y + measures.foot + 6;
  for (const from of [top, top * 0.45]) {
    pen.shape(rect(x - 60, from, 1800, 26), { tone: 0.3 }, 0.9);
    pen.fill(rect(x - 60, from + 17, 1800, 9), { tone: 0.6 });
  }
  for (let post = x - 92; post < x + 1700; post += 330) {
    pen.shape(rect(post, top - 62, 44, 64 - top), { tone: 0.42 }, 0.9);
    pen.fill(rect(post + 28, top - 60, 14, 60 - top), { tone: 0.7 });
    pen.shape(
      [
        [post - 6, top - 62, 1],
        [post - 8, top - 86],
        [post + 10, top - 104],
        [post + 22, top - 122, 1],
        [post + 34, top - 104],
        [post + 52, top - 86],
        [post + 50, top - 62, 1],
      ],
      "black",
      0.8,
    );
  }
}

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

/** The ladder under whoever climbs it, from the ground to over their hands, and its rungs under hand and foot. */
export function drawRungs(pen: Pen, spec: FigureSpec): void {
  const { arms, hips, measures } = bodyAs(spec);
  const hands = Math.min(arms.near.wrist.p[1], arms.far.wrist.p[1]);
  const k = (-hands + measures.hand * 2.4) / LADDER_HIGH;
  const x = spec.view === "profile" ? hips[0] + measures.hand * 0.5 : hips[0];
  drawProp(pen.at(placed(x + 3 * k, -LADDER_FOOT * k, 0, k)), "ladder");
}

/** How high a ladder is in its own space, and how far under its middle it stands. */
const [LADDER_HIGH, LADDER_FOOT] = [420, 200];
