// Glasses, and the rain that runs down them.

import type { CharacterDesign } from "../../closed/cast.ts";
import { hashOf } from "../../pen/chance.ts";
import { corner, ellipse, type Pt, through } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { FaceLook, Rig } from "./head-rig.ts";

/** The sides of glasses run to the ears, under the hair. */
export function drawTemples(pen: Pen, rig: Rig, face: FaceLook): void {
  const y = face.eyeY + 1;
  for (const { x, side, width } of rig.eyes)
    if (side === -1 || rig.view === "front")
      pen.line(through([x + side * 13 * width, y - 2], [rig.x(side * 84), y - 4]), 0.8, "none");
}

/** How a frame lies round an eye: a circle, a rounded square, or a bar over a lens that hardly shows. */
const FRAMES = ["round", "square", "bar"] as const;

export function drawGlasses(pen: Pen, rig: Rig, face: FaceLook, design: CharacterDesign): void {
  const y = face.eyeY + 1;
  const frame = FRAMES[hashOf(design.look, design.id, "frame") % FRAMES.length] ?? "round";
  for (const { x, width } of rig.eyes) {
    const at = (u: number, v: number): Pt => [x + u * 14 * width, y + v * 11.5];
    if (frame === "round") pen.contour(ellipse(x, y, 13.5 * width, 12, 12), 0.8);
    else {
      const upper = [
        at(-1, 0.1),
        at(-1.02, -0.62),
        at(-0.8, -0.92),
        at(0.8, -0.92),
        at(1.02, -0.62),
        at(1, 0.1),
      ];
      const lower = [at(0.84, 0.72), at(0.5, 0.96), at(-0.5, 0.96), at(-0.84, 0.72)];
      if (frame === "square") pen.contour([...upper, ...lower], 0.85);
      else {
        pen.line(upper, 1.5, "none");
        pen.line([at(1, 0.1), ...lower, at(-1, 0.1)], 0.35, "none");
      }
    }
  }
  const [near, far] = rig.eyes;
  if (near && far)
    pen.line(
      [
        [near.x + 13 * near.width, y - 1],
        [(near.x + far.x) / 2 + 1.5, y - 3],
        [far.x - 13 * far.width, y - 1],
      ],
      0.8,
      "none",
    );
  for (const eye of rig.eyes) {
    pen.stroke(through([eye.x - 8 * eye.width, y - 4], [eye.x - 4 * eye.width, y - 8]), "white", 1.1);
  }
}

/** Rain on glasses: drops that hang on the lenses, and two that run down from them over the cheek. */
export function drawRainOn(pen: Pen, rig: Rig, face: FaceLook): void {
  if (pen.scale < 0.45) return;
  const y = face.eyeY + 1;
  const drop = (cx: number, cy: number, r: number, long: number) =>
    pen.shape([corner([cx, cy - r * long]), [cx + r, cy], [cx, cy + r], [cx - r, cy]], "white", 0.4);
  for (const { x, side, width } of rig.eyes) {
    const at = (u: number) => x + side * u * 14 * width;
    drop(at(-0.72), y - 6, 1.5, 1.4);
    drop(at(0.34), y - 8.4, 1.2, 1.2);
    drop(at(0.82), y - 1, 1.8, 2);
    drop(at(0.5), y + 9.6, 1.9, 2.6);
    pen.line(through([at(-0.5), y + 3], [at(-0.46), y + 8], [at(-0.5), y + 15]), 0.35, "start");
    drop(at(-0.5), y + 18.4, 2.1, 2.2);
  }
}
