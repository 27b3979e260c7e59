// Breath that is seen on a cold day: a cloud before the mouth of whoever speaks in the snow, or of whom it is told.

import type { Composition } from "../camera/composition.ts";
import { toldOf } from "../camera/figure-told.ts";
import type { Standing } from "../camera/standing.ts";
import type { PanelView } from "../camera/view.ts";
import { corner, type Pt, rowsOf } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";

export function drawBreath(pen: Pen, { picture }: PanelView, plan: Composition): void {
  const { scene, shot } = picture;
  if (shot === "detail") return;
  const cold = scene.weather === "snow" && !isIndoors(scene.place.kind);
  for (const standing of plan.standing) {
    const { figure, design, scale } = standing;
    const told = toldOf(picture, figure).breath;
    if (design.kind !== "human" || figure.view === "back" || scale * 100 < 42) continue;
    // Before a reader's eyes it would lie on the face: from the front it is there only where it is told.
    if (told || (cold && figure.speaks && figure.view !== "front" && !LOUD.test(figure.expression)))
      puff(pen, standing, told ? 1 : 0.58);
  }
}

/** Who shouts has lines of force about the head, and no cloud. */
const LOUD = /^(?:shout|furious|shocked|terrified|surprised|pain|cry)$/u;

/** It leaves the mouth thin, swells, and breaks up; its edge is drawn where the light does not fall. */
function puff(pen: Pen, { face: [fx, fy], figure, scale }: Standing, size: number): void {
  const way = figure.facing === "left" ? -1 : 1;
  const from = { front: 20, "three-quarter": 29, profile: 44, back: 0 }[figure.view];
  const at = (dx: number, dy: number): Pt => [
    fx + way * (from + dx * size) * scale,
    fy + (42 + dy * size) * scale,
  ];
  const cloud: Pt[] = [
    corner(at(0, 0)),
    at(16, -9),
    at(28, -7),
    corner(at(34, -12)),
    at(46, -23),
    at(60, -17),
    corner(at(64, -13)),
    at(80, -14),
    at(85, 3),
    corner(at(78, 9)),
    at(72, 22),
    at(54, 22),
    corner(at(48, 14)),
    at(34, 19),
    at(22, 9),
  ];
  pen.fill(cloud, "white");
  pen.line([at(64, -13), at(80, -14), at(85, 3), at(78, 9)], 0.5);
  pen.line([at(78, 9), at(72, 22), at(54, 22), at(48, 14)], 0.7);
  pen.line([at(48, 14), at(34, 19), at(22, 9), at(8, 3)], 0.5);
  pen.line([at(38, -15), at(46, -23), at(58, -18)], 0.35);
  for (const [dx, dy, r] of rowsOf([98, -10, 5], [108, 2, 3]))
    pen.fill([at(dx - r, dy), at(dx, dy - r), at(dx + r, dy), at(dx, dy + r)], "white");
}
