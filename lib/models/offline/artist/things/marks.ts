// The marks that a thing's drawing is made of, as they are packed from its SVG (`scripts/things/svg-marks.ts`), and how a pen draws them.
import type { Paint } from "../../../../manga/drawing.ts";
import { ellipse, type Matrix, type Pt, pts } from "../pen/curves.ts";
import { MATERIALS, type MaterialName } from "../pen/materials.ts";
import type { Taper } from "../pen/outlines.ts";
import type { Pen } from "../pen/pen.ts";

/** Points as `pts` of `curves.ts` reads them, or `round` and the numbers of an ellipse: its middle, its radii, how many points. */
type Curve = string;

/** Where one sits or stands on it, has its handlebars or its handle in the hands, how far down it stands, and where it is blown. */
export const ANCHORS = ["seat", "handlebar", "handle", "base", "mouth"] as const;
export type Anchor = (typeof ANCHORS)[number];

export type Mark =
  /** An area; with a weight it has a contour. */
  | { area: Curve; hole?: Curve; paint: Paint; weight?: number }
  /** The contour of a closed curve, heavier away from the light. */
  | { contour: Curve; weight: number }
  /** A stroke of ink whose ends may run out thin. */
  | { line: Curve; weight: number; taper: Taper }
  /** An even stroke in any paint. */
  | { stroke: Curve; paint: Paint; weight: number; closed?: true }
  /** A place on the thing, which is not drawn. */
  | { anchor: Anchor; at: Pt }
  /** Marks in a space of their own, made of something else, or inside a closed curve. */
  | { group: Mark[]; matrix?: Matrix; made?: MaterialName; clip?: Curve };

export function drawMarks(pen: Pen, marks: readonly Mark[]): void {
  for (const mark of marks) drawMark(pen, mark);
}

function drawMark(pen: Pen, mark: Mark): void {
  if ("anchor" in mark) return;
  if ("group" in mark) drawGroup(pen, mark);
  else if ("line" in mark) pen.line(curve(mark.line), mark.weight, mark.taper);
  else if ("contour" in mark) pen.contour(curve(mark.contour), mark.weight);
  else if ("stroke" in mark) pen.stroke(curve(mark.stroke), mark.paint, mark.weight, mark.closed);
  else if (mark.hole !== undefined) pen.cutOut(curve(mark.area), curve(mark.hole), mark.paint);
  else if (mark.weight === undefined) pen.fill(curve(mark.area), mark.paint);
  else pen.shape(curve(mark.area), mark.paint, mark.weight);
}

function drawGroup(pen: Pen, { group, matrix, made, clip }: Extract<Mark, { group: Mark[] }>): void {
  const there = matrix ? pen.at(matrix) : pen;
  const inked = made ? there.of(MATERIALS[made]) : there;
  if (clip === undefined) drawMarks(inked, group);
  else inked.inside(curve(clip), (inner) => drawMarks(inner, group));
}

const rounds = new Map<Curve, readonly Pt[]>();

/** The points of a curve. */
export function curve(text: Curve): readonly Pt[] {
  if (!text.startsWith("round ")) return pts(text);
  const known = rounds.get(text);
  if (known) return known;
  const [, cx = 0, cy = 0, rx = 0, ry = 0, n = 0] = text.split(" ").map(Number);
  const points = ellipse(cx, cy, rx, ry, n);
  rounds.set(text, points);
  return points;
}
