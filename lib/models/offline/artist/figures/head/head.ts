// A human head, assembled: skin, ears, features, beard, hair, glasses and hats, for every view.

import type { View } from "../../closed/staging.ts";
import { hashOf } from "../../pen/chance.ts";
import { ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { paletteOf } from "../clothes/palette.ts";
import { feelingOf, withTold } from "../face/expressions.ts";
import { drawFeatures } from "../face/face.ts";
import type { FigureSpec } from "../figure-job.ts";
import { drawBeard, drawMoustache } from "../hair/beard.ts";
import { capOutline, drawFrontHair } from "../hair/hair.ts";
import { type Hair, haircut } from "../hair/hair-ink.ts";
import { type FaceLook, faceContour, faceLook, headRig, type Rig, skinShape } from "./head-rig.ts";
import { drawGlasses, drawHat, drawRainOn, drawTemples, HATS } from "./headwear.ts";
import { gapeOf } from "./profiles.ts";

type Shown = "design" | "view" | "expression" | "swing" | "gaze" | "speaks" | "faceTold" | "wet" | "moment";
export type HeadSpec = Pick<FigureSpec, Shown>;

export function hairOf({ design, swing }: Pick<HeadSpec, "design" | "swing">): Hair | null {
  const cut = haircut(design);
  if (!cut) return null;
  const seed = hashOf(design.look, design.id, "hair");
  return { cut, fill: design.hair.fill, seed, swing, pressed: HATS[design.clothes.hat].presses };
}

/** Draws everything of the head but the hair behind the shoulders. */
export function drawHead(paper: Pen, spec: HeadSpec): void {
  const { design, view, expression, speaks, moment } = spec;
  const feeling = withTold(feelingOf(expression, speaks, moment), spec.faceTold);
  const colours = paletteOf(design);
  const pen = paper.of(colours.hair);
  const rig = headRig(view, view === "profile" ? gapeOf(feeling.mouth) : 0);
  const face = faceLook(design);
  const hair = hairOf(spec);
  const hooded = design.clothes.hat === "hood";
  drawSkin(pen.of(colours.skin), rig, face, hooded ? null : hair);
  if (view !== "back") {
    drawBeard(pen, rig, face, design);
    drawFeatures(pen.of(colours.skin), rig, face, { ...{ feeling, eyes: colours.eyes, gaze: spec.gaze } });
    if (design.beard === "moustache" || design.beard === "full") drawMoustache(pen, rig, face, design);
  }
  if (design.glasses && view !== "back") drawTemples(pen.of(MATERIALS.plain), view, face);
  if (hair && !hooded) drawFrontHair(pen, rig, hair);
  else if (hair) pen.inside(ellipse(rig.faceX * 0.6, -2, 44, 47), (p) => drawFrontHair(p, rig, hair));
  else {
    const fringe = design.hair.fill === "black" ? "black" : "white";
    drawPart(pen, "heads/bald", { paints: { fringe }, is: [view, fringe, face.old ? "old" : "smooth"] });
  }
  if (design.glasses && view !== "back") drawGlasses(pen.of(MATERIALS.plain), view, face, design);
  if (design.glasses && spec.wet && view !== "back") drawRainOn(pen.of(MATERIALS.tear), view, face);
  if (view !== "back") wearHat(paper, view, design);
}

/** Puts on whatever somebody wears on the head; from behind it lies over the hair that hangs down the back, and is drawn after it. */
export function wearHat(paper: Pen, view: View, design: HeadSpec["design"]): void {
  const { hat } = design.clothes;
  if (hat === "none") return;
  const { top, accent } = paletteOf(design);
  drawHat(paper.of(hat === "hood" ? top : accent), view, design);
}

function drawSkin(pen: Pen, rig: Rig, face: FaceLook, hair: Hair | null): void {
  const contour = faceContour(rig, face);
  const { view } = rig;
  // Seen edge-on they are behind the face.
  const behind = view === "front" || view === "back";
  const ears = () => drawPart(pen, "heads/ears", { is: [view] });
  if (behind) ears();
  const skin = skinShape(rig, contour);
  pen.shape(skin, "white", 0.9);
  if (view !== "back" && pen.scale > 0.4) drawShade(pen, rig, skin, hair);
  if (!behind) ears();
}

/** What the hair keeps the light from, and the cheek that turns away from it. */
function drawShade(pen: Pen, rig: Rig, skin: readonly Pt[], hair: Hair | null): void {
  pen.inside(skin, (p) => {
    if (hair) {
      const shadow = capOutline(rig, hair).map(
        ([x, y, corner]): Pt => (corner ? [x + 1, y + 6, 1] : [x + 1, y + 6]),
      );
      p.fill(shadow, { tone: 0.2 });
    }
    if (rig.view !== "three-quarter") return;
    p.fill(through([-36, -6, 1], [-24, 4], [-21, 18], [-13, 32], [2, 43], [14, 52, 1], [-36, 52, 1]), {
      tone: 0.1,
    });
  });
}
