// Lines of balloons: knots around the balloon's middle joined by curves, tails that are part of the outline, and dashed lines.
import type { Box, Point } from "./geometry.ts";
import type { PathCommand } from "./outline.ts";

/** A point of an outline. Outlines run clockwise. */
export interface Knot extends Point {
  /** A corner; the line is smooth at all other knots. */
  sharp?: boolean;
  /** The edge that ends here is a quadratic curve with this control point. */
  control?: Point;
  /** The edge that ends here bends inwards by this share of its length. */
  hollow?: number;
}

/** A tail, relative to the balloon's middle. */
export interface Tail {
  /** Where the tail leaves the balloon, on its outline. */
  root: Point;
  tip: Point;
  /** Sideways displacement of its middle, in units, positive to the right of its direction. */
  bend: number;
}

/** The control point of the quadratic curve from a tail's root to its tip. */
export function controlOf({ root, tip, bend }: Tail): Point {
  const side = sideOf(root, tip);
  return { x: (root.x + tip.x) / 2 + side.x * bend, y: (root.y + tip.y) / 2 + side.y * bend };
}

/** One coordinate of a quadratic curve, at a share of its length. */
export function onCurve(from: number, control: number, to: number, share: number): number {
  const left = 1 - share;
  return left * left * from + 2 * left * share * control + share * share * to;
}

/** Points on a tail's centre line, from its root to its tip. */
export function alongTail(tail: Tail, steps: number): Point[] {
  const { root, tip } = tail;
  const control = controlOf(tail);
  return Array.from({ length: steps + 1 }, (_, i) => ({
    x: onCurve(root.x, control.x, tip.x, i / steps),
    y: onCurve(root.y, control.y, tip.y, i / steps),
  }));
}

/** The unit vector to the right of a direction. */
function sideOf(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
}

/** A closed path through knots. */
export function closedOutline(knots: readonly Knot[]): PathCommand[] {
  const n = knots.length;
  const at = (i: number): Knot => knots[(i + n) % n] ?? { x: 0, y: 0 };
  const commands: PathCommand[] = [{ type: "M", at: [at(0).x, at(0).y] }];
  for (let i = 0; i < n; i++) {
    const a = at(i);
    const b = at(i + 1);
    if (b.control !== undefined) {
      commands.push({ type: "Q", at: [b.control.x, b.control.y, b.x, b.y] });
    } else if (a.sharp && b.sharp) {
      if (b.hollow === undefined) commands.push({ type: "L", at: [b.x, b.y] });
      else {
        const pull = 1 - b.hollow;
        commands.push({ type: "Q", at: [((a.x + b.x) / 2) * pull, ((a.y + b.y) / 2) * pull, b.x, b.y] });
      }
    } else {
      const [ax, ay] = a.sharp ? [(b.x - a.x) / 3, (b.y - a.y) / 3] : tangent(at(i - 1), b);
      const [bx, by] = b.sharp ? [(b.x - a.x) / 3, (b.y - a.y) / 3] : tangent(a, at(i + 2));
      commands.push({ type: "C", at: [a.x + ax, a.y + ay, b.x - bx, b.y - by, b.x, b.y] });
    }
  }
  commands.push({ type: "Z" });
  return commands;
}

/** Replaces the knots around a tail's root by the tail. `jagged` tails are small lightning bolts. */
export function withTail(
  knots: readonly Knot[],
  tail: Tail,
  style: { width: number; jagged: boolean },
): Knot[] {
  const n = knots.length;
  const at = (i: number): Knot => knots[(i + n * 2) % n] ?? { x: 0, y: 0 };
  const root = nearestByAngle(knots, tail.root);
  const from = at(root);
  const side = sideOf(from, tail.tip);
  const offset = (k: Point): number => (k.x - from.x) * side.x + (k.y - from.y) * side.y;
  let back = 0;
  let ahead = 0;
  while (back < n / 4 && Math.abs(offset(at(root - back))) < style.width / 2) back++;
  while (ahead < n / 4 && Math.abs(offset(at(root + ahead))) < style.width / 2) ahead++;
  const left = at(root - back);
  const right = at(root + ahead);
  const kept: Knot[] = [];
  for (let i = root + ahead + 1; i < root - back + n; i++) kept.push(at(i));
  const start: Knot = { x: right.x, y: right.y, sharp: true };
  const end: Knot = { x: left.x, y: left.y, sharp: true };
  if (style.jagged) {
    // The bolt's shape: `share` along the tail from base to tip, `out` sideways in widths of the base.
    const base = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
    const bolt = (share: number, out: number): Knot => ({
      x: base.x + (tail.tip.x - base.x) * share + side.x * out * style.width,
      y: base.y + (tail.tip.y - base.y) * share + side.y * out * style.width,
      sharp: true,
    });
    const tip: Knot = { ...tail.tip, sharp: true };
    return [start, ...kept, end, bolt(0.64, -0.72), bolt(0.53, -0.22), tip, bolt(0.38, 0.42), bolt(0.44, 0)];
  }
  const bent = (a: Point, b: Point, share: number): Point => ({
    x: a.x + (b.x - a.x) * share + side.x * tail.bend,
    y: a.y + (b.y - a.y) * share + side.y * tail.bend,
  });
  return [
    { ...start, control: bent(tail.tip, start, 0.5) },
    ...kept,
    end,
    { ...tail.tip, sharp: true, control: bent(end, tail.tip, 0.5) },
  ];
}

/** A spike longer than its foot is wide by this factor would look like a needle. */
const SLENDER = 2.5;

/**
 * Extends the spike nearest to the tail's direction to the tail's tip. Knots are valleys and peaks in turn. A long spike gets a wider foot:
 * half of each neighbour's.
 */
export function longSpike(knots: readonly Knot[], tail: Tail): Knot[] {
  const n = knots.length;
  const at = (i: number): Knot => knots[(i + n) % n] ?? { x: 0, y: 0 };
  const peaks = knots.map((k, i) => (i % 2 === 1 ? k : { x: 0, y: 0 }));
  const chosen = nearestByAngle(peaks, tail.root);
  const [left, right] = [at(chosen - 1), at(chosen + 1)];
  const foot = Math.hypot(right.x - left.x, right.y - left.y);
  const length = Math.hypot(tail.tip.x - (left.x + right.x) / 2, tail.tip.y - (left.y + right.y) / 2);
  const spiked = knots.map((k, i) => (i === chosen ? { ...k, ...tail.tip } : k));
  const set = (i: number, knot: Knot): void => {
    spiked[(i + n) % n] = knot;
  };
  if (length >= foot * SLENDER && n >= 12) {
    for (const way of [-1, 1]) {
      const [valley, peak, beyond] = [at(chosen + way), at(chosen + 2 * way), at(chosen + 3 * way)];
      set(chosen + way, { ...valley, ...between(valley, beyond) });
      set(chosen + 2 * way, { ...peak, ...between(peak, beyond) });
    }
  }
  // Both edges of the spike bend like the tail.
  const side = sideOf(tail.root, tail.tip);
  const control = (valley: Knot | undefined): Point => {
    const middle = between(valley ?? tail.root, tail.tip);
    return { x: middle.x + side.x * tail.bend, y: middle.y + side.y * tail.bend };
  };
  const after = (chosen + 1) % n;
  set(chosen, { ...at(chosen), ...tail.tip, control: control(spiked[(chosen - 1 + n) % n]) });
  set(after, { ...at(after), ...spiked[after], control: control(spiked[after]) });
  return spiked;
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Adds knots on straight edges, so that a tail may start anywhere. */
export function densify(knots: readonly Knot[], step = 6): Knot[] {
  return knots.flatMap((a, i) => {
    const b = knots[(i + 1) % knots.length] ?? a;
    const count = Math.max(1, Math.round(Math.hypot(b.x - a.x, b.y - a.y) / step));
    return Array.from({ length: count }, (_, j) => ({
      x: a.x + ((b.x - a.x) * j) / count,
      y: a.y + ((b.y - a.y) * j) / count,
      sharp: true,
    }));
  });
}

/** The line, then the same line backwards: it can be stroked, but encloses no area under either fill rule. */
export function retraced(commands: readonly PathCommand[]): PathCommand[] {
  const there = flatten(commands, 4);
  return [...there, ...[...there].reverse().slice(1)].map(
    (p, i): PathCommand => ({ type: i === 0 ? "M" : "L", at: [p.x, p.y] }),
  );
}

/** Dashes along a path, each drawn forwards and backwards. */
export function dashesAlong(commands: readonly PathCommand[], dash: number, gap: number): PathCommand[] {
  const points = flatten(commands, 8);
  const lengths = points.map((p, i) => {
    const before = points[i - 1] ?? p;
    return Math.hypot(p.x - before.x, p.y - before.y);
  });
  const total = lengths.reduce((sum, l) => sum + l, 0);
  const count = Math.max(6, Math.round(total / (dash + gap)));
  const period = total / count;
  const drawn = (period * dash) / (dash + gap);
  const out: PathCommand[] = [];
  let walked = 0;
  let current: Point[] = [];
  const close = (): void => {
    if (current.length > 1) {
      const all = [...current, ...[...current].reverse().slice(1)];
      out.push(...all.map((p, i): PathCommand => ({ type: i === 0 ? "M" : "L", at: [p.x, p.y] })));
    }
    current = [];
  };
  for (const [i, b] of points.entries()) {
    const a = points[i - 1];
    const length = lengths[i] ?? 0;
    if (a === undefined || length === 0) continue;
    // Splits the edge where dashes begin and end.
    let done = 0;
    while (done < length - 1e-6) {
      const phase = (walked + done) % period;
      const inDash = phase < drawn - 1e-6;
      const step = Math.min(length - done, Math.max(1e-3, (inDash ? drawn : period) - phase));
      const on = (t: number): Point => ({
        x: a.x + ((b.x - a.x) * t) / length,
        y: a.y + ((b.y - a.y) * t) / length,
      });
      if (inDash) {
        if (current.length === 0) current.push(on(done));
        current.push(on(done + step));
      } else close();
      done += step;
    }
    walked += length;
  }
  close();
  return out;
}

/** The box around a path, from points on its curves. */
export function outlineBox(commands: readonly PathCommand[]): Box {
  const points = flatten(commands, 8);
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function flatten(commands: readonly PathCommand[], steps: number): Point[] {
  const points: Point[] = [];
  for (const command of commands) {
    const pen = points.at(-1) ?? { x: 0, y: 0 };
    if (command.type === "Z") {
      const [start] = points;
      if (start !== undefined) points.push(start);
    } else if (command.type === "M" || command.type === "L") {
      points.push({ x: command.at[0], y: command.at[1] });
    } else {
      const [a, b, c, d, e, f] = command.type === "Q" ? cubicOf(pen, command.at) : command.at;
      for (let i = 1; i <= steps; i++) {
        const t = i / steps;
        const u = 1 - t;
        points.push({
          x: u ** 3 * pen.x + 3 * u * u * t * a + 3 * u * t * t * c + t ** 3 * e,
          y: u ** 3 * pen.y + 3 * u * u * t * b + 3 * u * t * t * d + t ** 3 * f,
        });
      }
    }
  }
  return points;
}

function nearestByAngle(knots: readonly Point[], towards: Point): number {
  let best = 0;
  let bestCosine = -2;
  const length = Math.hypot(towards.x, towards.y) || 1;
  for (const [i, k] of knots.entries()) {
    const own = Math.hypot(k.x, k.y);
    if (own === 0) continue;
    const cosine = (k.x * towards.x + k.y * towards.y) / (own * length);
    if (cosine > bestCosine) {
      best = i;
      bestCosine = cosine;
    }
  }
  return best;
}

function tangent(before: Point, after: Point): [number, number] {
  return [(after.x - before.x) / 6, (after.y - before.y) / 6];
}

function cubicOf(
  pen: Point,
  [cx, cy, x, y]: readonly [number, number, number, number],
): [number, number, number, number, number, number] {
  const third = (from: number, control: number): number => from + ((control - from) * 2) / 3;
  return [third(pen.x, cx), third(pen.y, cy), third(x, cx), third(y, cy), x, y];
}
