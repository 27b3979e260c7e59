// A panel's frame on the page: the shape that its art is clipped to, and its border, inked as with a ruling pen.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import type { Point } from "../manga/geometry.ts";
import type { Frame } from "../manga/storyboard.ts";

/** Width of a border: 0.8 mm on B5. */
const BORDER = 8;

/** Variation of the line's width, in units to each side. */
const SWELL = 0.7;
/** Length of line over which the pen's pressure changes. */
const STRIDE = 170;

export function framePath(frame: Frame): Path2D {
  return new Path2D(`M${frame.corners.map(({ x, y }) => `${x} ${y}`).join("L")}Z`);
}

/** Inks the border centred on the frame's edge. */
export function paintBorder(ctx: SKRSContext2D, frame: Frame, random: () => number): void {
  ctx.fillStyle = "#000000";
  for (const [i, from] of frame.corners.entries()) {
    const to = frame.corners[(i + 1) % frame.corners.length] ?? from;
    ctx.fill(new Path2D(penLine(from, to, random)));
  }
}

/** Outline of an inked line: its ends extend a little beyond the corners, its sides waver. */
function penLine(from: Point, to: Point, random: () => number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return "";
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const across = { x: -along.y, y: along.x };
  const reach = BORDER / 2 - 0.5;
  const steps = Math.max(2, Math.round(length / STRIDE));
  const near: string[] = [];
  const far: string[] = [];
  for (let step = 0; step <= steps; step++) {
    const t = -reach + ((length + 2 * reach) * step) / steps;
    const middle = { x: from.x + along.x * t, y: from.y + along.y * t };
    const [a, b] = [BORDER / 2 + (random() - 0.5) * 2 * SWELL, BORDER / 2 + (random() - 0.5) * 2 * SWELL];
    near.push(pointAt(middle, across, a));
    far.push(pointAt(middle, across, -b));
  }
  return `M${near.join("L")}L${far.toReversed().join("L")}Z`;
}

function pointAt(from: Point, direction: Point, distance: number): string {
  return `${(from.x + direction.x * distance).toFixed(2)} ${(from.y + direction.y * distance).toFixed(2)}`;
}
