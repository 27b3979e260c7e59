// Converts the curves of an SVG path to points of the pen's splines, which have no handles (`lib/models/offline/artist/pen/curves.ts`). A
// path whose handles equal the spline's keeps its points. In any other path, each curve gets as many points as the spline needs to fit it.
import { type Cubic, cubics, type Pt } from "../../../lib/models/offline/artist/pen/curves.ts";

/** One piece of a subpath. `straight`: a line, whose handles are ignored. */
export interface Piece {
  cubic: Cubic;
  straight: boolean;
}

export interface Subpath {
  pieces: readonly Piece[];
  closed: boolean;
}

/** Maximum distance between a handle and the spline's, in the thing's units. */
const NEAR = 0.02;
/** Maximum distance between the spline and a freely drawn curve, in the thing's units. */
const STRAY = 0.15;
/** Angle between directions, in radians, from which on there is a corner. */
const SHARP = 0.12;

/** The points of a subpath; throws `RangeError` for one of zero length. */
export function splinePoints(subpath: Subpath): Pt[] {
  if (subpath.pieces.length === 0) throw new RangeError("a path has only one point");
  const points = ownPoints(subpath);
  return isSame(subpath, points) ? points : freePoints(subpath);
}

/** The start of each piece, and the end of an open path. Corners are beside straight pieces, or where a handle points at its neighbour. */
function ownPoints({ pieces, closed }: Subpath): Pt[] {
  const points: Pt[] = [];
  const [only, more] = pieces;
  if (!closed && only && !more && only.straight) return [only.cubic[0], only.cubic[3]];
  const count = closed ? pieces.length : pieces.length + 1;
  for (let i = 0; i < count; i += 1) {
    const after = pieces[i];
    const before = pieces[i - 1] ?? (closed ? pieces.at(-1) : undefined);
    const [x, y] = after ? after.cubic[0] : (before?.cubic[3] ?? [0, 0]);
    const isCorner =
      after?.straight === true ||
      before?.straight === true ||
      (after !== undefined && before !== undefined && aimsAhead(after.cubic) && aimsBack(before.cubic));
    points.push(isCorner ? [x, y, 1] : [x, y]);
  }
  return points;
}

const aimsAhead = ([a, b, , d]: Cubic): boolean => isThird(a, b, d);
const aimsBack = ([a, , c, d]: Cubic): boolean => isThird(d, c, a);

/** Whether a handle is three tenths of the way to the next point, as the spline has it at a corner. */
const isThird = (from: Pt, handle: Pt, to: Pt): boolean =>
  Math.hypot(handle[0] - from[0] - (to[0] - from[0]) * 0.3, handle[1] - from[1] - (to[1] - from[1]) * 0.3) <
  NEAR;

function isSame({ pieces, closed }: Subpath, points: readonly Pt[]): boolean {
  const drawn = cubics(points, closed);
  return pieces.every(({ cubic, straight }, i) => {
    const own = drawn[i];
    if (!own) return false;
    return straight || [1, 2].every((at) => distance(cubic[at] ?? [0, 0], own[at] ?? [0, 0]) < NEAR);
  });
}

const distance = (a: Pt, b: Pt): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Points along each piece, with a corner wherever the direction changes abruptly. */
function freePoints({ pieces, closed }: Subpath): Pt[] {
  const points = pieces.flatMap(({ cubic, straight }, i): Pt[] => {
    const before = pieces[i - 1] ?? (closed ? pieces.at(-1) : undefined);
    const [x, y] = cubic[0];
    const breaks = straight || before === undefined || before.straight || turn(before.cubic, cubic) > SHARP;
    return [breaks ? [x, y, 1] : [x, y], ...(straight ? [] : between(cubic))];
  });
  const last = pieces.at(-1);
  if (closed || !last) return points;
  return [...points, [last.cubic[3][0], last.cubic[3][1], 1]];
}

/** Angle between the end of one curve and the start of the next, in radians. */
function turn(a: Cubic, b: Cubic): number {
  const [from, to] = [direction(a[3], a[2], a[1], a[0]), direction(b[0], b[1], b[2], b[3])];
  const angle = Math.abs(from + Math.PI - to) % (2 * Math.PI);
  return Math.min(angle, 2 * Math.PI - angle);
}

/** The direction in which a curve leaves a point, towards the first of its other points that differs. */
function direction(from: Pt, ...others: readonly Pt[]): number {
  const to = others.find((point) => distance(from, point) > 1e-6) ?? from;
  return Math.atan2(to[1] - from[1], to[0] - from[0]);
}

/** Points within a curve, dense enough for the spline to follow it. */
function between([a, b, c, d]: Cubic): Pt[] {
  const bend = Math.max(
    Math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1]),
    Math.hypot(b[0] - 2 * c[0] + d[0], b[1] - 2 * c[1] + d[1]),
  );
  const parts = Math.min(12, Math.max(3, Math.ceil(Math.sqrt(bend / STRAY / 4))));
  return Array.from({ length: parts - 1 }, (_, i): Pt => {
    const t = (i + 1) / parts;
    const u = 1 - t;
    const [wa, wb, wc, wd] = [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3];
    const at = (k: 0 | 1) => Math.round((wa * a[k] + wb * b[k] + wc * c[k] + wd * d[k]) * 1000) / 1000;
    return [at(0), at(1)];
  });
}
