// Splines through points, of which every drawn shape is made, and the matrices that place them. Points are in
// the caller's space; y grows downwards.

/** A control point; the third entry marks a corner, where the curve is not smooth. */
export type Pt = readonly [x: number, y: number, corner?: 1];
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply(m: Matrix, [x, y, corner]: Pt): Pt {
  const px = m[0] * x + m[2] * y + m[4];
  const py = m[1] * x + m[3] * y + m[5];
  return corner ? [px, py, 1] : [px, py];
}

export function scaleOf(m: Matrix): number {
  return Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
}

/** A matrix that scales by `sx`, `sy`, rotates by `degrees` clockwise and moves to (x, y). */
export function placed(x: number, y: number, degrees = 0, sx = 1, sy = sx): Matrix {
  const r = (degrees * Math.PI) / 180;
  const cos = Math.cos(r);
  const sin = Math.sin(r);
  return [cos * sx, sin * sx, -sin * sy, cos * sy, x, y];
}

const written = new Map<string, readonly Pt[]>();

/** Parses points written as `x,y`, with `!` after a corner. Shapes as text fit on one line. */
export function pts(text: string): readonly Pt[] {
  const known = written.get(text);
  if (known) return known;
  const points = text.split(" ").map((part): Pt => {
    const [x = Number.NaN, y = Number.NaN] = part.replace("!", "").split(",").map(Number);
    return part.endsWith("!") ? [x, y, 1] : [x, y];
  });
  written.set(text, points);
  return points;
}

/** Points in order, or the two ends of a line. */
export const through = <T extends readonly Pt[]>(...points: T): T => points;

/** The four corners of a rectangle, from two opposite ones. */
export const boxed = ([x0, y0]: Pt, [x1, y1]: Pt): [Pt, Pt, Pt, Pt] =>
  through([x0, y0], [x1, y0], [x1, y1], [x0, y1]);

/** The rows of a table, typed as a tuple. */
export const rowsOf = <const T extends readonly (readonly unknown[])[]>(...rows: T): T => rows;

/** The same point, marked as a corner. */
export const corner = ([x, y]: Pt): Pt => [x, y, 1];
export const sharp = (points: readonly Pt[]): Pt[] => points.map(([x, y]) => [x, y, 1]);
export const rect = (x: number, y: number, w: number, h: number): Pt[] =>
  sharp(boxed([x, y], [x + w, y + h]));

/** The point on an ellipse round a centre at an angle in radians: 0 is right, a quarter turn is down. */
export const polar = ([cx, cy]: Pt, angle: number, rx: number, ry = rx): Pt => [
  cx + Math.cos(angle) * rx,
  cy + Math.sin(angle) * ry,
];

export function ellipse(cx: number, cy: number, rx: number, ry = rx, n = 10): Pt[] {
  const middle: Pt = [cx, cy];
  return Array.from({ length: n }, (_, i) => polar(middle, (i / n) * Math.PI * 2, rx, ry));
}

export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;
export const mix = (a: Pt, b: Pt, t: number): Pt => [lerp(a[0], b[0], t), lerp(a[1], b[1], t)];
export const clamp = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v));

/** A cubic Bézier segment: start, two handles, end. */
export type Cubic = readonly [Pt, Pt, Pt, Pt];

/** Catmull-Rom segments through the points. Handles are shortened, so that unevenly spaced points do not overshoot. */
export function cubics(points: readonly Pt[], closed: boolean): Cubic[] {
  const n = points.length;
  const count = closed ? n : n - 1;
  const pieces: Cubic[] = [];
  for (let i = 0; i < count; i++) {
    const p1 = points[i];
    const p2 = points[(i + 1) % n];
    if (!p1 || !p2) continue;
    const p0 = p1[2] || (!closed && i === 0) ? p1 : points[(i - 1 + n) % n];
    const p3 = p2[2] || (!closed && i === n - 2) ? p2 : points[(i + 2) % n];
    if (!p0 || !p3) continue;
    const chord = Math.hypot(p2[0] - p1[0], p2[1] - p1[1]);
    pieces.push([p1, handle(p0, p1, p2, chord), handle(p3, p2, p1, chord), p2]);
  }
  return pieces;
}

function handle(before: Pt, at: Pt, after: Pt, chord: number): Pt {
  if (before === at) return mix(at, after, 0.3);
  const dx = after[0] - before[0];
  const dy = after[1] - before[1];
  const length = Math.hypot(dx, dy);
  if (length === 0) return at;
  const reach = Math.min(length / 6, chord * 0.4);
  return [at[0] + (dx / length) * reach, at[1] + (dy / length) * reach];
}

/** Largest distance of a chord from its curve, in units of 0.1 mm: under a pixel at 600 dpi. */
const FLATNESS = 0.25;

/** Number of chords that keep a segment within `FLATNESS` (Wang's bound on a cubic's second differences). */
function chordsOf([a, b, c, d]: Cubic): number {
  const bend = Math.max(
    Math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1]),
    Math.hypot(b[0] - 2 * c[0] + d[0], b[1] - 2 * c[1] + d[1]),
  );
  return Math.ceil(Math.sqrt((0.75 * bend) / FLATNESS));
}

/** Points along the curve, at most `step` apart where flatness needs that many. Corners are preserved. */
export function sampled(points: readonly Pt[], closed: boolean, step: number): Pt[] {
  const out: Pt[] = [];
  const pieces = cubics(points, closed);
  for (const piece of pieces) {
    const [a, b, c, d] = piece;
    const straight = a[2] === 1 && d[2] === 1;
    const length = Math.hypot(d[0] - a[0], d[1] - a[1]);
    const n = straight
      ? Math.min(3, Math.max(1, Math.round(length / 60)))
      : clamp(Math.min(Math.round(length / step), chordsOf(piece)), 2, 10);
    out.push(a);
    for (let i = 1; i < n; i++) {
      const t = i / n;
      const u = 1 - t;
      const wa = u * u * u;
      const wb = 3 * u * u * t;
      const wc = 3 * u * t * t;
      const wd = t * t * t;
      out.push([
        wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0],
        wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1],
      ]);
    }
  }
  const last = pieces.at(-1);
  if (!closed && last) out.push(last[3]);
  return out;
}

/** Unit normals at each point of a polyline, to the right of its direction. */
export function normals(points: readonly Pt[], closed: boolean): Pt[] {
  const n = points.length;
  return points.map((p, i) => {
    const before = points[i - 1] ?? (closed ? points[n - 1] : undefined) ?? p;
    const after = points[i + 1] ?? (closed ? points[0] : undefined) ?? p;
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const length = Math.hypot(dx, dy) || 1;
    return [-dy / length, dx / length];
  });
}

export function signedArea(points: readonly Pt[]): number {
  let sum = 0;
  let before = points.at(-1);
  for (const p of points) {
    if (before) sum += before[0] * p[1] - p[0] * before[1];
    before = p;
  }
  return sum / 2;
}
