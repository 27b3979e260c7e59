// The features of a face: eyes, brows, nose, mouth; and manga's emotion marks: blush lines, tears, drops of
// sweat, the vein of anger, the vertical lines of gloom.

import { clamp, corner, lerp, type Pt, placed, through } from "../../pen/curves.ts";
import { MATERIALS, type Material } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { drawOpenProfile, type FaceLook, faceContour, type Rig, skinShape } from "../head/head-rig.ts";
import type { ExpressionLook } from "./expressions.ts";
import { drawEye, type Eye } from "./eyes.ts";

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
  // Lines of age are omitted at a distance, where they would look like dirt.
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

/** Eyes look at the person spoken to, unless the expression itself looks away. */
function gazeOf({ gaze }: ExpressionLook, at: Pt | undefined): Pt {
  const averted = gaze[0] < 0 || Math.abs(gaze[1]) > 0.1;
  return at && !averted ? [at[0] * 0.17, at[1] * 0.19] : gaze;
}

/** An eyebrow: a brush stroke, heavy at the inner end and tapering. */
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

/** Maps x in hundredths of an eye's width from its middle, and y down from a height. */
const roundEye =
  ({ x, width }: Rig["eyes"][number], { eyeWidth }: FaceLook, height: number) =>
  ([u, v]: Pt): Pt => [x + (u * eyeWidth * width) / 100, height + v];

/** Marks on the skin, under the features. */
function drawSkinMarks(pen: Pen, rig: Rig, face: FaceLook, { marks }: ExpressionLook): void {
  const deep = marks.includes("deep-blush");
  const cheekY = face.eyeY + face.eyeHeight * 0.5 + 7;
  if (deep || (marks.includes("blush") && !(face.masculine && !face.young) && !face.old))
    for (const { x, side, width } of rig.eyes)
      drawPart(pen, "marks/blush", {
        is: [deep ? "deep" : "light"],
        frames: { cheek: ([u, v]) => [x + (side * 4 + u) * width, cheekY + v] },
      });
  const gloom = marks.includes("gloom");
  if (!gloom && !marks.includes("shade")) return;
  const left = rig.x(-62);
  const right = rig.view === "three-quarter" ? 36 : rig.view === "profile" ? 34 : 38;
  pen.inside(skinShape(rig, faceContour(rig, face)), (p) =>
    drawPart(p, "marks/shade", {
      is: [gloom || face.bald ? "gloom" : "shade"],
      // Across the brow from side to side (0 … 100), and further out in units.
      frames: { brow: ([u, v]) => [lerp(left, right, clamp(u, 0, 100) / 100) + u - clamp(u, 0, 100), v] },
    }),
  );
}

/** Marks over everything: drops, veins, flashes. */
export function drawMarks(pen: Pen, rig: Rig, face: FaceLook, feeling: ExpressionLook): void {
  const draw = (part: string, ...at: Parameters<typeof placed>) =>
    drawPart(pen.at(placed(...at)), `marks/${part}`);
  const { view } = rig;
  for (const mark of feeling.marks) {
    if (mark === "tear") draw("drop", rig.eyes[0]?.x ?? 0, face.eyeY + 17, 0, 0.7);
    if (mark === "tears") tears(pen, rig, face);
    if (mark === "sweat" || mark === "sweats") draw("drop", rig.x(-58) - 1, -8, 12, 1.05);
    if (mark === "sweats") {
      draw("drop", view === "three-quarter" ? 31 : rig.x(52) - 2, 22, -6, 0.8);
      draw("drop", rig.x(-66), 22, 8, 0.75);
    }
    if (mark === "vein") draw("vein", rig.x(-46), -28, 0, 1.1);
    if (mark === "bags")
      for (const eye of rig.eyes) {
        const under = face.eyeY + face.eyeHeight * 0.5 + 3;
        drawPart(pen, "marks/bags", { frames: { eye: roundEye(eye, face, under) } });
      }
    // The bubble of deep sleep is at the nose; the breath of a sigh is in front of the mouth.
    if (mark === "snooze") draw("snooze", rig.nose[0] + 11, rig.nose[1] + 6, 0, 1);
    // A large face has a burst in its background instead.
    if (mark === "flash" && pen.scale < 1) draw("flash", view === "front" ? 0 : -2, 0);
    if (mark === "puff") draw("puff", rig.mouth[0] + 17 * rig.mouthWidth + 17, rig.mouth[1] - 1, 10, 0.9);
  }
}

/** Tears: water under the lid that runs over the cheek as a clear band and ends in a drop above the jaw. */
function tears(pen: Pen, rig: Rig, face: FaceLook): void {
  const skin = skinShape(rig, faceContour(rig, face));
  for (const { x, side, width } of rig.eyes) {
    const y = face.eyeY + face.eyeHeight * 0.3;
    // Shorter on a short face.
    const long = Math.min(23, (8 + 42 * face.chin - y) * 0.56);
    const tear = ([across, down]: Pt): Pt => [
      x - side * width + across * 3 * width + side * width * 2.4 * Math.sin((down / 100) * 2.2),
      y + (down / 100) * long,
    ];
    // Without shade at a distance, where it would look like dirt.
    const is = [pen.scale > 0.45 ? "fine" : "far"];
    pen.inside(skin, (p) => drawPart(p, "marks/tears", { is, frames: { tear } }));
  }
}
