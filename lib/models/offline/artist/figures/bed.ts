// A bed and the quilt over whoever lies in it, as `assets/parts/beds` draws them: from the side (the ground is y = 0, the head lies to
// the left), and from above.

import { mix, type Pt, placed } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { bodyAs } from "./body/bodies.ts";
import type { FigureSpec } from "./figure-job.ts";

/** How far a bed raises whoever lies in it, in figure units. */
export const BED_HEIGHT = 84;

export function drawBed(pen: Pen, spec: FigureSpec): void {
  const { head, legs } = bodyAs(spec);
  const [from, to] = [head[0] - 66, Math.max(legs.near.ankle.p[0], legs.far.ankle.p[0]) + 72];
  // It is drawn 400 long: both ends keep their shape, and its middle stays the middle.
  const along = (x: number) => (x < 200 ? from + x : x > 200 ? to + x - 400 : (from + to) / 2);
  drawPart(pen, "beds/bed", { frames: { length: ([x, y]) => [along(x), y] } });
}

/** The quilt over somebody in bed, from the chest to the foot of the bed, with the sheet turned down over its edge. */
export function drawQuilt(pen: Pen, spec: FigureSpec): void {
  const { neck, hips, arms, legs, measures: m } = bodyAs(spec);
  const hands = [arms.near, arms.far];
  const over = (p: Pt, half: number): Pt => [p[0], p[1] - half];
  const highest = (p: Pt, joints: readonly Pt[]): Pt => [
    p[0],
    Math.min(p[1], ...joints.map(([, y]) => y - 20)),
  ];
  const chest = highest(
    over(mix(neck, hips, 0.3), m.shoulders * 0.9),
    hands.map(({ elbow }) => elbow.p),
  );
  const hip = highest(
    over(hips, m.hips * 1.1),
    hands.map(({ wrist }) => wrist.p),
  );
  const { near, far } = legs;
  const knee = near.knee.p[1] < far.knee.p[1] ? near.knee.p : far.knee.p;
  const foot: Pt = [Math.max(near.ankle.p[0], far.ankle.p[0]), Math.min(near.ankle.p[1], far.ankle.p[1])];
  /**
   * What lies near each of these is drawn 1000 apart: so far over the body as they are from −1000 up, about −500 halfway down to the bed,
   * else over the bed.
   */
  const spots = [chest, mix(chest, hip, 0.5), hip, knee, mix(over(knee, 44), over(foot, 36), 0.5), foot];
  const sleeper = ([x, y]: Pt): Pt => {
    const spot = Math.round(x / 1000);
    const [sx, sy] = spots[spot] ?? foot;
    return [sx + x - spot * 1000, y > -250 ? y : y > -750 ? sy / 2 + y + 500 : sy + y + 1000];
  };
  drawPart(pen, "beds/quilt", { frames: { sleeper } });
}

/** The pillow under a head that is seen from above, pressed in by it; drawn before the figure. */
export function drawPillow(paper: Pen, spec: FigureSpec): void {
  const { head, headSize, headTilt } = bodyAs(spec);
  const tilt = headTilt * 0.45;
  const pen = paper.of(MATERIALS.cloth).at(placed(head[0], head[1], tilt, headSize * 1.12));
  drawPart(pen, "beds/pillow");
}

/** The quilt from above, from the chest down, with the sheet turned over its edge; drawn over the figure. */
export function drawQuiltFromAbove(pen: Pen, spec: FigureSpec): void {
  const { neck, hips, measures: m } = bodyAs(spec);
  const [dx, dy] = [hips[0] - neck[0], hips[1] - neck[1]];
  const long = Math.hypot(dx, dy) || 1;
  const across: Pt = [-dy / long, dx / long];
  // What a hand holds before the chest stays over it.
  const edge = mix(neck, hips, spec.holds ? 0.74 : 0.3);
  /** So many hundredths of the shoulders to a side of the body's middle, and so many units down from the edge. */
  const body = ([u, down]: Pt): Pt => [
    edge[0] + across[0] * (u / 100) * m.shoulders + (dx / long) * down,
    edge[1] + across[1] * (u / 100) * m.shoulders + (dy / long) * down,
  ];
  drawPart(pen, "beds/quilt-from-above", { frames: { body } });
}
