// How a robot is built: on legs or on wheels, with two eyes on its screen or one lamp.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Design } from "../camera/design.ts";
import type { Skeleton } from "../figures/body/skeleton.ts";
import type { ExpressionLook } from "../figures/face/expressions.ts";
import { ellipse, lerp, type Pt, pts, sharp, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { pinned } from "../things/marks.ts";
import { drawPart } from "../things/parts.ts";

export const isOnWheels = ({ told }: Pick<Design, "told">): boolean => told?.onWheels === true;
export const isOneEyed = ({ told }: Pick<Design, "told">): boolean => told?.oneEyed === true;

/** Whether it stands, so that what carries it is under it. */
export const isUpright = ({ hips, legs }: Skeleton): boolean =>
  Math.abs((legs.near.ankle.p[0] + legs.far.ankle.p[0]) / 2 - hips[0]) < -hips[1] * 0.7 && hips[1] < -90;

/** A column with rings of a bellows, and under it a chassis that rolls on three wheels in a band. */
export function drawWheels(
  pen: Pen,
  { hips, legs }: Skeleton,
  { shell, dark }: Record<"shell" | "dark", Paint>,
): void {
  const x = lerp(hips[0], (legs.near.ankle.p[0] + legs.far.ankle.p[0]) / 2, 0.5);
  const top = hips[1] + 4;
  const deck = -74;
  const at = (t: number): number => lerp(hips[0], x, t);
  const y = (t: number): number => lerp(top, deck, t);
  pen.shape(sharp(through([hips[0] - 26, top], [hips[0] + 26, top], [x + 34, deck], [x - 34, deck])), dark);
  for (const t of [0.2, 0.4, 0.6, 0.8]) {
    const w = lerp(28, 36, t);
    pen.shape(ellipse(at(t), y(t), w, 8, 12), dark, 0.7);
  }
  drawPart(pen, "beings/robot-wheels", { paints: { shell, dark }, frames: { joint: pinned([x, 0]) } });
}

/** The one lamp of a screen, between where two eyes would be: as wide open as they. */
export function drawLampEye(pen: Pen, [x, y]: Pt, { lids, open, gaze, iris }: ExpressionLook): void {
  const r = 15;
  const h = r * (0.35 + 0.65 * Math.min(1.2, open));
  if (lids !== "open") {
    const bow = lids === "happy" ? -8 : 6;
    pen.stroke(pts(`${x - r},${y} ${x},${y + bow} ${x + r},${y}`), "white", 2.4);
    return;
  }
  pen.shape(ellipse(x, y, r * 1.12, h * 1.12, 16), { tone: 0.5 }, 0.7);
  pen.shape(ellipse(x, y, r * 0.9, h * 0.9, 16), "white", 0.5);
  const pupil = iris < 0.7 ? 0.3 : 0.46;
  pen.fill(ellipse(x + gaze[0] * r, y + gaze[1] * r, r * pupil, h * pupil, 12), { tone: 0.6 });
  pen.fill(ellipse(x - r * 0.32, y - h * 0.36, 3.4, 3, 8), "white");
}
