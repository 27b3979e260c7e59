// A picture of the book in another frame than its panel's: on the cover, and round on the title page.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { cropTo } from "../manga/crop.ts";
import { pictureSize } from "../manga/drawn-frame.ts";
import type { Box, Point } from "../manga/geometry.ts";
import type { PictureBrief } from "./drafter.ts";
import { type Plane, paintDrawing } from "./paint.ts";
import { type ReadyArt, readyArt } from "./paint-page.ts";

export interface KeyPicture extends Omit<PictureBrief, "art"> {
  art: ReadyArt;
}

/** Options for painting it. */
export interface PaintKind {
  plane: Plane;
  colour: boolean;
}

/** Throws the decoder's error for a broken image. */
export async function readyPicture({ art, ...picture }: PictureBrief): Promise<KeyPicture> {
  const ready = (await readyArt(new Map([["", art]]))).get("");
  if (ready === undefined) throw new RangeError("a picture has art");
  return { ...picture, art: ready };
}

/** The share of its heads that are fully visible if `hidden` units at the frame's top are covered. */
export function headsShown(picture: KeyPicture, { width, height }: Box, hidden: number): number {
  return cropTo(pictureSize(picture.panel.frame), picture.faces, { width, height, hidden }).shown;
}

/** The areas that must be visible: faces, or without faces its things. */
function subjectsOf({ faces, keep }: KeyPicture): readonly { box: Box }[] {
  if (faces.length > 0) return faces;
  return keep.filter(({ weight = 1 }) => weight === 1).map((box) => ({ box }));
}

/** Fills the frame; the rest is cut off, and heads are placed below the covered top. */
export function paintKeyPicture(
  ctx: SKRSContext2D,
  picture: KeyPicture,
  { frame, hidden, paint }: { frame: Box; hidden: number; paint: PaintKind },
): void {
  const { panel, art } = picture;
  const whole = pictureSize(panel.frame);
  const { part } = cropTo(whole, subjectsOf(picture), { ...frame, hidden });
  const scale = frame.width / part.width;
  ctx.save();
  ctx.beginPath();
  ctx.rect(frame.x, frame.y, frame.width, frame.height);
  ctx.clip();
  ctx.translate(frame.x - part.x * scale, frame.y - part.y * scale);
  ctx.scale(scale, scale);
  if (art.kind === "drawing") {
    const enlarged = Math.max(1, whole.width / art.drawing.width, whole.height / art.drawing.height);
    ctx.scale(enlarged, enlarged);
    paintDrawing(ctx, art.drawing, paint);
  } else {
    ctx.imageSmoothingQuality = "high";
    ctx.drawImage(art.picture(paint.plane, paint.colour), 0, 0, whole.width, whole.height);
  }
  ctx.restore();
}

/** Paints it in a round frame with an inked edge and a thin line around it. */
export function paintMedallion(
  ctx: SKRSContext2D,
  picture: KeyPicture,
  { centre, radius, paint }: { centre: Point; radius: number; paint: PaintKind },
): void {
  const { x, y } = centre;
  const frame = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
  ctx.save();
  ctx.clip(circle(centre, radius));
  // Heads must not be in the corners of the surrounding square.
  paintKeyPicture(ctx, picture, { frame, hidden: radius * 0.3, paint });
  ctx.restore();
  if (paint.plane === "tone") return;
  ctx.strokeStyle = "#000000";
  ctx.lineWidth = 10;
  ctx.stroke(circle(centre, radius));
  ctx.lineWidth = 3;
  ctx.stroke(circle(centre, radius + 18));
}

function circle({ x, y }: Point, radius: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, radius, 0, 2 * Math.PI);
  return path;
}
