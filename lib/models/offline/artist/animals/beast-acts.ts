// What animals do besides sitting and going: arch their backs, lift a paw, wash, leap, lie in wait. The ground is y = 0.

import { limbOutline } from "../figures/body/limbs.ts";
import { corner, ellipse, type Pt, placed, pts, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { type Coat, chest, drawTail, legs, limb, markings, saddle, shaded } from "./beast-parts.ts";

/** A cat in fear or fury: its back an arch, its hair on end, its tail a brush. */
export function drawArched(p: Pen, coat: Coat): void {
  const tail = pts(
    "-64,-72! -92,-96 -98,-118! -90,-118! -102,-138! -92,-138! -98,-158! -86,-154! -82,-172! -74,-154! -66,-150! -72,-138! -62,-126! -72,-118! -58,-98 -48,-78!",
  );
  p.shape(tail, coat.paint, 0.9);
  legs(p, coat, pts("-50,10 50,-6"), 0.9);
  const trunk = pts(
    "-74,-64 -70,-92 -58,-104! -58,-114! -46,-112! -42,-126! -30,-122! -22,-136! -12,-128! -2,-140! 6,-130! 18,-138! 22,-126! 36,-128! 38,-116! 52,-114! 54,-104 74,-92 70,-60 46,-48 8,-76 -24,-76 -48,-48 -72,-52",
  );
  p.shape(trunk, coat.paint);
  shaded(p, coat, trunk, pts("-90,-62! -40,-72 0,-92 44,-66 90,-72! 90,-20! -90,-20!"));
  markings(p, coat, pts("-34,-116 -6,-122 22,-118"), 22);
  legs(p, coat, pts("-60,-6 56,8"), 1);
}

/** A fore paw that beckons, strikes or begs, of somebody who sits. */
export function drawRaisedPaw(p: Pen, coat: Coat): void {
  const [wide, knee, thin] = coat.breed.legs;
  const heavy = coat.breed.form === "heavy" ? 34 : 0;
  const [x, y] = [30, -74 - heavy];
  limb(p, coat, limbOutline([x, y], [x + 30, y + 4], [x + 42, y - 28], [wide, knee + 1, thin + 2]), 0.9);
  limb(p, coat, ellipse(x + 43, y - 34, thin + 5, thin + 5, 10), 0.9);
  if (coat.paint !== "black")
    for (const d of [-3, 3]) p.line(through([x + 43 + d, y - 40], [x + 43 + d, y - 33]), 0.4, "none");
}

/** A paw at the face of somebody who washes it: bent at the wrist, its toes on the cheek. */
export function drawWashingPaw(p: Pen, coat: Coat): void {
  const [wide, knee, thin] = coat.breed.legs;
  const heavy = coat.breed.form === "heavy" ? 30 : 0;
  const y = -78 - heavy;
  limb(p, coat, limbOutline([26, y], [60, y + 8], [50, y - 22], [wide, knee + 1, thin + 2]), 0.9);
  limb(p, coat, ellipse(44, y - 30, thin + 6, thin + 4, 10), 0.9);
  if (coat.paint !== "black")
    for (const d of [-5, 0]) p.line(through([40 + d, y - 36], [38 + d, y - 30]), 0.45, "none");
}

/** A leap: the body an arrow that rises, fore legs ahead of it, hind legs just off the ground, the tail a rudder. */
export function drawLeap(p: Pen, coat: Coat): void {
  const q = p.at(placed(-10, -74, -24));
  drawTail(q, coat, [-88, -70], -34);
  for (const [from, knee, foot, w] of [
    [[-70, -58], [-104, -34], [-138, -16], 0.9],
    [[58, -58], [104, -40], [150, -30], 0.9],
  ] as const)
    leapLeg(q, coat, [from, knee, foot], w);
  const trunk = pts("-92,-70 -66,-90 -10,-88 50,-98 82,-84 72,-54 36,-48 -24,-50 -70,-42 -92,-52");
  q.shape(trunk, coat.paint);
  shaded(q, coat, trunk, pts("-100,-56! -40,-58 0,-62 44,-58 96,-70! 96,-10! -100,-10!"));
  saddle(
    q,
    coat,
    trunk,
    pts("-100,-80! -50,-76 -38,-64! -20,-76 0,-64! 24,-78 48,-66! 96,-76! 96,-130! -100,-130!"),
  );
  chest(q, coat, pts("58,-84 78,-80 72,-54 58,-46! 54,-56 46,-48! 50,-66"));
  markings(q, coat, pts("-50,-82 -18,-80 14,-84"), 20);
  leapLeg(q, coat, through([-78, -54], [-120, -44], [-150, -34]), 1);
  leapLeg(q, coat, through([64, -56], [116, -44], [168, -40]), 1);
}

function leapLeg(p: Pen, coat: Coat, [from, knee, foot]: readonly [Pt, Pt, Pt], weight: number): void {
  const [wide, bend, thin] = coat.breed.legs;
  limb(p, coat, limbOutline(from, knee, foot, [from[0] < 0 ? wide * 1.24 : wide, bend, thin]), weight);
  limb(p, coat, ellipse(foot[0] + Math.sign(foot[0]) * 5, foot[1], thin + 5, thin + 2, 9), weight * 0.8);
}

/** Lying in wait: chest on the ground, hind quarters up, the tail alive. */
export function drawCrouched(p: Pen, coat: Coat): void {
  drawTail(p, coat, [-70, -62], 20);
  legs(p, coat, pts("-42,12"), 0.9);
  limb(p, coat, limbOutline([50, -28], [72, -14], [112, -8], [14, 10, 8]), 0.9);
  limb(p, coat, ellipse(113, -9, 14, 9, 10), 0.9);
  const trunk = pts("-80,-62 -60,-80 -28,-78 10,-58 48,-56 78,-44 82,-20 58,-8 6,-14 -34,-26 -70,-34");
  p.shape(trunk, coat.paint);
  shaded(p, coat, trunk, pts("-90,-44! -40,-42 6,-30 50,-26 92,-34! 92,10! -90,10!"));
  saddle(
    p,
    coat,
    trunk,
    pts("-90,-60! -50,-62 -36,-50! -20,-62 4,-44! 30,-54 54,-40! 92,-52! 92,-120! -90,-120!"),
  );
  markings(p, coat, pts("-46,-74 -18,-66 14,-54"), 18);
  haunchOf(p, coat);
  limb(p, coat, limbOutline([44, -24], [62, -10], [100, -4], [15, 10, 8]), 1);
  limb(p, coat, ellipse(101, -7, 15, 9, 10), 1);
}

/** The hind leg of somebody about to spring: folded under the hip. */
function haunchOf(p: Pen, coat: Coat): void {
  limb(p, coat, pts("-78,-40 -66,-64 -40,-62 -28,-40 -40,-14 -64,-12"), 0.95);
  limb(p, coat, [[-66, -16], [-40, -16], [-24, -9], corner([-22, 0]), corner([-68, 0])], 0.9);
}
