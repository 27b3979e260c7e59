// Manga's marks of feeling: blush lines, tears, drops of sweat, the vein of anger, the blue lines of gloom.
import { clamp, lerp, type Pt, placed } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { type FaceLook, faceContour, type Rig, skinShape } from "../head/head-rig.ts";
import type { ExpressionLook } from "./expressions.ts";

/** In hundredths of an eye's width from its middle, and down from a height. */
export const roundEye =
  ({ x, width }: Rig["eyes"][number], { eyeWidth }: FaceLook, height: number) =>
  ([u, v]: Pt): Pt => [x + (u * eyeWidth * width) / 100, height + v];

/** What lies on the skin, under the features. */
export function drawSkinMarks(pen: Pen, rig: Rig, face: FaceLook, { marks }: ExpressionLook): void {
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
      // From side to side (0 … 100), and beyond in units.
      frames: { brow: ([u, v]) => [lerp(left, right, clamp(u, 0, 100) / 100) + u - clamp(u, 0, 100), v] },
    }),
  );
}

/** What lies over everything: drops, veins, flashes. */
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
    // The bubble of deep sleep is at the nose, the breath of a sigh before the mouth.
    if (mark === "snooze") draw("snooze", rig.nose[0] + 11, rig.nose[1] + 6, 0, 1);
    // A face this large has a burst behind it already.
    if (mark === "flash" && pen.scale < 1) draw("flash", view === "front" ? 0 : -2, 0);
    if (mark === "puff") draw("puff", rig.mouth[0] + 17 * rig.mouthWidth + 17, rig.mouth[1] - 1, 10, 0.9);
  }
}

/** Water that stands under the lid, runs over the cheek as one clear band and gathers in a drop before the jaw. */
function tears(pen: Pen, rig: Rig, face: FaceLook): void {
  const skin = skinShape(rig, faceContour(rig, face));
  for (const { x, side, width } of rig.eyes) {
    const y = face.eyeY + face.eyeHeight * 0.3;
    // A short face has less of a cheek to run over.
    const long = Math.min(23, (8 + 42 * face.chin - y) * 0.56);
    const tear = ([across, down]: Pt): Pt => [
      x - side * width + across * 3 * width + side * width * 2.4 * Math.sin((down / 100) * 2.2),
      y + (down / 100) * long,
    ];
    // From afar a shade in it would be dirt on the cheek.
    const is = [pen.scale > 0.45 ? "fine" : "far"];
    pen.inside(skin, (p) => drawPart(p, "marks/tears", { is, frames: { tear } }));
  }
}
