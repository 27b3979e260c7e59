// The features of a face: eyes, brows, nose, mouth, and the marks that manga puts on a feeling.
import { corner, type Pt, placed, through } from "../../pen/curves.ts";
import { MATERIALS, type Material } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { type FaceLook, faceContour, type Rig, skinShape } from "../head/head-rig.ts";
import { drawOpenProfile } from "../head/profiles.ts";
import type { ExpressionLook } from "./expressions.ts";
import { drawEye, type Eye } from "./eyes.ts";
import { drawMarks, drawSkinMarks, roundEye } from "./marks.ts";

interface Feeling {
  feeling: ExpressionLook;
  eyes: Material;
  gaze?: Pt | undefined;
}

export function drawFeatures(pen: Pen, rig: Rig, face: FaceLook, { feeling, eyes, gaze: at }: Feeling): void {
  if (rig.view === "back") return;
  const fine = pen.scale > 0.55;
  const gaze = gazeOf(feeling, at);
  drawSkinMarks(pen, rig, face, feeling);
  // From afar its lines would be dirt on the face.
  if (face.old && pen.scale > 0.42) drawAge(pen, rig, face);
  for (const { x, side, width } of rig.eyes) {
    const eye: Eye = {
      x,
      y: face.eyeY,
      side,
      w: face.eyeWidth * width * (1 + (pen.hand.eyes - 1) * 0.6),
      h: face.eyeHeight * pen.hand.eyes,
      cut: face.eye,
      view: rig.view,
      irisTone: face.irisTone,
    };
    const seen = feeling.wink && side === 1 ? { ...feeling, lids: "shut" as const } : feeling;
    drawEye(pen.of(eyes), eye, seen, { fine, gaze });
    drawBrow(pen, eye, face, feeling, rig);
  }
  drawNose(pen, rig, face);
  const contour = faceContour(rig, face);
  if (rig.gape > 0) drawOpenProfile(pen.of(MATERIALS.blush), contour, feeling.mouth);
  else
    pen.inside(skinShape(rig, contour), (p) => {
      const [mx, my] = [rig.mouth[0], 8 + (rig.mouth[1] - 8) * face.chin];
      const width = rig.mouthWidth * (face.young ? 0.85 : 1);
      drawPart(p.of(MATERIALS.blush), `mouths/${feeling.mouth}`, {
        is: [fine ? "fine" : "far"],
        frames: { mouth: ([x, y]) => [mx + x * width, my + y] },
      });
    });
  drawMarks(pen.of(MATERIALS.tear), rig, face, feeling);
}

/** Eyes follow whoever is spoken to, unless the feeling itself looks away. */
function gazeOf({ gaze }: ExpressionLook, at: Pt | undefined): Pt {
  const averted = gaze[0] < 0 || Math.abs(gaze[1]) > 0.1;
  return at && !averted ? [at[0] * 0.17, at[1] * 0.19] : gaze;
}

/** A stroke of the brush that is heavy within and runs out thin. */
function drawBrow(pen: Pen, eye: Eye, face: FaceLook, feeling: ExpressionLook, rig: Rig): void {
  const base =
    eye.y -
    eye.h * 0.5 -
    (face.masculine && !face.young ? 6.5 : 8) -
    feeling.browUp * 6 -
    (eye.side === -1 ? feeling.browSkew * 4.5 : -feeling.browSkew * 1.5);
  const slope = feeling.browTilt * 7.5;
  const w = face.browWeight;
  const arch = face.browArch;
  const at = (u: number, dy: number): Pt => [eye.x + eye.side * u * eye.w * 1.16, base + dy];
  const start = rig.view === "profile" ? -0.36 : -0.52;
  pen.fill(
    [
      at(start, 1.2 + slope + w * (face.old ? 0.1 : 0.28)),
      at(start + 0.04, 0.7 + slope - w * (face.old ? 0.05 : 0.3)),
      at(-0.08, -1.6 + slope * 0.35 - w * 0.55),
      at(0.32, -2.4 - slope * 0.3 - arch * 0.6 - w * 0.32),
      corner(at(0.66, 2.2 - slope * 0.55 - arch * 1.6)),
      at(0.3, -1.4 - slope * 0.3 - arch * 0.5 + w * 0.3),
      at(-0.06, -0.6 + slope * 0.35 + w * 0.45),
    ],
    "black",
  );
  if (feeling.browTilt > 0.8 && eye.side === -1 && rig.view !== "profile") {
    const x = rig.view === "front" ? 0 : (eye.x + rig.nose[0]) / 2 + 3;
    for (const [dx, lean] of through([-2, 1], [3, -1]))
      pen.line(through([x + dx, base + 3], [x + dx + lean, base + 9]), 0.5);
  }
}

function drawNose(pen: Pen, rig: Rig, face: FaceLook): void {
  const bold = face.masculine && !face.young;
  const sort = bold ? (face.profile === "firm" ? "bold" : "grown") : face.young ? "young" : "soft";
  const y = 8 + (rig.nose[1] - 8) * face.chin;
  const is = [rig.view, sort, pen.scale > 0.5 ? "near" : "far"];
  drawPart(pen.at(placed(0, y)), "heads/nose", { is });
}

function drawAge(pen: Pen, rig: Rig, face: FaceLook): void {
  for (const eye of rig.eyes)
    drawPart(pen, "marks/crow-feet", {
      is: [eye.side < 0 ? "left" : "right"],
      frames: { eye: roundEye(eye, face, face.eyeY) },
    });
  const [mx, my] = rig.mouth;
  drawPart(pen, "marks/age", {
    is: [rig.view],
    frames: { mouth: ([x, y]) => [mx + x * rig.mouthWidth, my + y], brow: ([x, y]) => [rig.faceX + x, y] },
  });
}
