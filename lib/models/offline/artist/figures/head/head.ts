// A human head, assembled: skin, ears, features, beard, hair, glasses and hats, for every view.

import type { CharacterDesign } from "../../closed/cast.ts";
import type { Expression, View } from "../../closed/staging.ts";
import { hashOf } from "../../pen/chance.ts";
import { ellipse, type Pt, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { paletteOf } from "../clothes/palette.ts";
import { feelingOf } from "../face/expressions.ts";
import { drawFeatures } from "../face/face.ts";
import { gapeOf } from "../face/profile-mouth.ts";
import { type FaceTold, withTold } from "../face/told-face.ts";
import { drawBeard, drawMoustache } from "../hair/beard.ts";
import { capOutline, drawFrontHair } from "../hair/hair.ts";
import type { Hair } from "../hair/hair-ink.ts";
import { haircut } from "../hair/haircuts.ts";
import { drawGlasses, drawRainOn, drawTemples } from "./glasses.ts";
import { type FaceLook, faceContour, faceLook, headRig, type Rig, skinShape } from "./head-rig.ts";
import { drawHat } from "./headwear.ts";

export interface HeadSpec {
  design: CharacterDesign;
  view: View;
  expression: Expression;
  swing: number;
  gaze?: Pt | undefined;
  speaks?: boolean | undefined;
  /** What the face is told to do. */
  faceTold?: FaceTold | undefined;
  /** Rain runs down their glasses. */
  wet?: boolean | undefined;
  moment: number;
}

export function hairOf({ design, swing }: Pick<HeadSpec, "design" | "swing">): Hair | null {
  const cut = haircut(design);
  if (!cut) return null;
  const seed = hashOf(design.look, design.id, "hair");
  return { cut, fill: design.hair.fill, seed, swing, pressed: PRESSING.has(design.clothes.hat) };
}

/** Hats that whole crowns of hair are under. */
const PRESSING: ReadonlySet<CharacterDesign["clothes"]["hat"]> = new Set([
  ...(["cap", "hat", "straw-hat", "helmet"] as const),
]);

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
  if (design.glasses && view !== "back") drawTemples(pen.of(MATERIALS.plain), rig, face);
  if (hair && !hooded) drawFrontHair(pen, rig, hair);
  else if (hair) pen.inside(ellipse(rig.faceX * 0.6, -2, 44, 47), (p) => drawFrontHair(p, rig, hair));
  else drawBaldness(pen, rig, face, design);
  if (design.glasses && view !== "back") drawGlasses(pen.of(MATERIALS.plain), rig, face, design);
  if (design.glasses && spec.wet && view !== "back") drawRainOn(pen.of(MATERIALS.tear), rig, face);
  if (view !== "back") wearHat(paper, rig, design);
}

/** Puts on whatever somebody wears on the head; from behind it lies over the hair that hangs down the back, and is drawn after it. */
export function wearHat(paper: Pen, rig: Rig, design: HeadSpec["design"]): void {
  const { hat } = design.clothes;
  if (hat === "none") return;
  const { top, accent } = paletteOf(design);
  drawHat(paper.of(hat === "hood" ? top : accent), rig, design);
}

function drawSkin(pen: Pen, rig: Rig, face: FaceLook, hair: Hair | null): void {
  const contour = faceContour(rig, face);
  const { view } = rig;
  const far = view === "front" || view === "back";
  if (far) {
    drawEar(pen, -43, -1);
    drawEar(pen, 43, 1);
  }
  const skin = skinShape(rig, contour);
  pen.shape(skin, "white", 0.9);
  if (view !== "back" && pen.scale > 0.4) drawShade(pen, rig, skin, hair);
  if (view === "three-quarter" || view === "profile") drawEar(pen, rig.x(-88, 42), 0);
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

/** `side` 0: seen from the side, with its inner fold; ±1: seen edge-on, at that side of the face. */
function drawEar(pen: Pen, x: number, side: -1 | 0 | 1): void {
  const w = side === 0 ? 7.5 : 6;
  const cx = x + side * 1.5;
  pen.shape(
    [
      [cx - w * 0.5, -1],
      [cx + w * 0.4, -2],
      [cx + w, 5],
      [cx + w * 0.6, 15],
      [cx, 22],
      [cx - w * 0.6, 17],
      [cx - w, 6],
    ],
    "white",
    0.8,
  );
  pen.line(through([cx - w * 0.4, 4], [cx + w * 0.35, 4], [cx + w * 0.2, 12], [cx - w * 0.1, 15]), 0.5);
}

function drawBaldness(pen: Pen, rig: Rig, face: FaceLook, design: CharacterDesign): void {
  const [cx, r] = rig.skull;
  pen.line(through([cx - r * 0.4, -40], [cx, -44], [cx + r * 0.3, -42]), 0.5);
  if (!face.old || rig.view === "back") return;
  const paint = design.hair.fill === "black" ? "black" : "white";
  // It grows out of the temple without an edge, lies along the skull and ends in a few points over the ear.
  const fringe = (side: 1 | -1, x: number): void => {
    const points = (
      [
        [7, -34, 1],
        [1, -27],
        [-5, -15],
        [-7, -3],
        [-6, 6],
        [-9, 14, 1],
        [-4, 12],
        [-5, 20, 1],
        [-1, 15],
        [1, 22, 1],
        [4, 12],
        [7, -4],
      ] as const
    ).map(([dx, y, corner]): Pt => (corner ? [x + side * dx, y, 1] : [x + side * dx, y]));
    pen.fill(points, paint);
    pen.line(points.slice(0, 10), 0.8, "none");
    if (paint === "white") pen.line(points.slice(9), 0.4, "end");
  };
  fringe(1, rig.x(-100) - 1);
  const tx = rig.x(-100) - 3;
  if (paint === "white")
    for (const out of [0, -3])
      pen.line(through([tx - out, -14 - out], [tx - 1.4 - out, -3], [tx - 1 - out, 7 + out]), 0.35);
  if (rig.view === "front") fringe(-1, rig.x(100) + 1);
}
