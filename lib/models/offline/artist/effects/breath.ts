// Breath that is seen on a cold day: a cloud before the mouth of whoever speaks in the snow, or of whom it is told.

import type { Composition } from "../camera/composition.ts";
import { toldOf } from "../camera/figure-told.ts";
import type { Standing } from "../camera/standing.ts";
import type { PanelView } from "../camera/view.ts";
import type { Pen } from "../pen/pen.ts";
import { isIndoors } from "../places/places.ts";
import { drawPart } from "../things/parts.ts";

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
  drawPart(pen, "effects/breath", {
    frames: {
      breath: ([x, y]) => [fx + way * (from + x * size) * scale, fy + (42 + y * size) * scale],
    },
  });
}
