// Draws the marks of a drawing with a pen.
import type { Paint } from "../../../../manga/drawing.ts";
import { corner, ellipse, type Pt, placed, pts } from "../pen/curves.ts";
import { MATERIALS, type Material } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import type { Curve, Laid, Mark } from "./mark.ts";

/** Values that the caller supplies for the names in a drawing. */
export interface Look {
  paints?: Readonly<Record<string, Paint>>;
  /** Conditions that hold, for the `when` of groups. */
  is?: readonly string[];
  /** Degrees. */
  turns?: Readonly<Record<string, number>>;
  draws?: Readonly<Record<string, (pen: Pen) => void>>;
  /** Materials by name, such as a character's own cloth. */
  made?: Readonly<Record<string, Material>>;
  /** Maps for the points of groups that follow a body, such as a turning trunk or a widening mouth. */
  frames?: Readonly<Record<string, Frame>>;
}

type Frame = (point: Pt) => Pt;

const PLAIN: Look = {};

/** Throws `RangeError` if the drawing uses a name that the look lacks. */
export function drawMarks(pen: Pen, marks: readonly Mark[], look = PLAIN, frame?: Frame): void {
  for (const mark of marks) drawMark(pen, mark, look, frame);
}

/** Throws `RangeError` if the drawing uses a paint that is not supplied. */
export const paintBy = (laid: Laid, paints: Look["paints"]): Paint =>
  typeof laid === "object" && "by" in laid ? named(paints, laid.by) : laid;

function named<T>(choices: Readonly<Record<string, T>> | undefined, name: string): T {
  const choice = choices?.[name];
  if (choice === undefined) throw new RangeError(`a drawing names ${name}, which its caller does not supply`);
  return choice;
}

function drawMark(pen: Pen, mark: Mark, look: Look, frame?: Frame): void {
  const on = (text: Curve) => (frame ? framed(text, frame) : curve(text));
  if ("anchor" in mark) return;
  if ("group" in mark) drawGroup(pen, mark, look, frame);
  else if ("draws" in mark) named(look.draws, mark.draws)(pen);
  else if ("line" in mark) pen.line(on(mark.line), mark.weight, mark.taper);
  else if ("scratch" in mark) pen.scratch(on(mark.scratch), mark.weight, mark.taper);
  else if ("contour" in mark) pen.contour(on(mark.contour), mark.weight);
  else {
    const paint = paintBy(mark.paint, look.paints);
    if ("stroke" in mark) pen.stroke(on(mark.stroke), paint, mark.weight, mark.closed);
    else if (mark.hole !== undefined) pen.cutOut(on(mark.area), on(mark.hole), paint);
    else if (mark.weight === undefined) pen.fill(on(mark.area), paint);
    else pen.shape(on(mark.area), paint, mark.weight);
  }
}

function drawGroup(pen: Pen, mark: Extract<Mark, { group: Mark[] }>, look: Look, outer?: Frame): void {
  const { group, matrix, made, clip, turn, when } = mark;
  if (when && !when.every((words) => words.some((word) => look.is?.includes(word)))) return;
  let there = matrix ? pen.at(matrix) : pen;
  if (turn) {
    const [x, y] = turn.about;
    there = there.at(placed(x, y, turn.share * named(look.turns, turn.by))).at(placed(-x, -y));
  }
  const inked = mark.own ? there.of(named(look.made, mark.own)) : made ? there.of(MATERIALS[made]) : there;
  const own = mark.frame === undefined ? outer : named(look.frames, mark.frame);
  const frame = mark.pin && own ? pinned(own(mark.pin)) : own;
  if (clip === undefined) drawMarks(inked, group, look, frame);
  else
    inked.inside(frame ? framed(clip, frame) : curve(clip), (inner) => drawMarks(inner, group, look, frame));
}

/** A map that keeps sizes and moves the origin to a point. */
export const pinned =
  ([x, y]: Pt): Frame =>
  (point) => [point[0] + x, point[1] + y];

/** The points of a curve on a body; circles and ellipses keep their size and shape. */
function framed(text: Curve, frame: Frame): readonly Pt[] {
  if (!text.startsWith("round ")) return pts(text).map((p) => (p[2] ? corner(frame(p)) : frame(p)));
  const [, cx = 0, cy = 0, rx = 0, ry = 0, n = 0] = text.split(" ").map(Number);
  const [x, y] = frame([cx, cy]);
  return ellipse(x, y, rx, ry, n);
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
