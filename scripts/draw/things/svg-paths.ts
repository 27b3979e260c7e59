// Parses SVG path data to pieces of curves: moves, lines, cubics and their short forms. Arcs and quadratic curves are refused, because
// drawing programs can convert them to cubics.
import type { Pt } from "../../../lib/models/offline/artist/pen/curves.ts";
import type { Piece, Subpath } from "./spline-points.ts";

const TOKEN = /[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g;
const NUMBERS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Z: 0 };

interface Walk {
  at: Pt;
  start: Pt;
  /** The second handle of the previous cubic, for `S`. */
  handle: Pt | undefined;
  pieces: Piece[];
}

/** Throws `RangeError` for a command or number outside of the subset. */
export function subpathsOf(d: string): Subpath[] {
  if (/[^\d\s,.eE+a-zA-Z-]/.test(d)) throw new RangeError(`path data must be commands and numbers: "${d}"`);
  const tokens = d.match(TOKEN) ?? [];
  const found: Subpath[] = [];
  const walk: Walk = { at: [0, 0], start: [0, 0], handle: undefined, pieces: [] };
  const finish = (closed: boolean) => {
    if (walk.pieces.length > 0) found.push({ pieces: walk.pieces, closed });
    walk.pieces = [];
  };
  let command = "";
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] ?? "";
    if (/[a-z]/i.test(token)) {
      command = token;
      i += 1;
    } else if (command === "M" || command === "m") command = command === "M" ? "L" : "l";
    const kind = command.toUpperCase();
    const count = NUMBERS[kind];
    if (count === undefined)
      throw new RangeError(`a path may have M, L, H, V, C, S and Z, not ${command || token}`);
    const numbers = tokens.slice(i, i + count).map(Number);
    if (numbers.length < count || numbers.some((n) => !Number.isFinite(n)))
      throw new RangeError(`${command} needs ${count} numbers: "${d}"`);
    i += count;
    if (kind === "M") finish(false);
    step(walk, kind, absolute(numbers, kind, command === kind ? [0, 0] : walk.at));
    if (kind !== "Z") continue;
    finish(true);
    command = "";
  }
  finish(false);
  return found;
}

const absolute = (numbers: readonly number[], kind: string, [x, y]: Pt): number[] =>
  numbers.map((n, i) => n + (kind === "V" || (kind !== "H" && i % 2 === 1) ? y : x));

function step(walk: Walk, kind: string, numbers: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
  const { at } = walk;
  if (kind === "M") {
    walk.at = [a, b];
    walk.start = [a, b];
  } else if (kind === "C") curveTo(walk, [a, b], [c, d], [e, f]);
  else if (kind === "S") {
    const before = walk.handle ?? at;
    curveTo(walk, [at[0] * 2 - before[0], at[1] * 2 - before[1]], [a, b], [c, d]);
  } else if (kind === "Z") closeTo(walk, walk.start);
  else lineTo(walk, kind === "H" ? [a, at[1]] : kind === "V" ? [at[0], a] : [a, b]);
  if (kind !== "C" && kind !== "S") walk.handle = undefined;
}

/** Adds the line of a `Z`, unless the path is at its start already. */
function closeTo(walk: Walk, to: Pt): void {
  const { at } = walk;
  if (Math.hypot(to[0] - at[0], to[1] - at[1]) > 1e-4) lineTo(walk, to);
  else walk.at = to;
}

function lineTo(walk: Walk, to: Pt): void {
  walk.pieces.push({ cubic: [walk.at, walk.at, to, to], straight: true });
  walk.at = to;
}

function curveTo(walk: Walk, b: Pt, c: Pt, to: Pt): void {
  walk.pieces.push({ cubic: [walk.at, b, c, to], straight: false });
  walk.at = to;
  walk.handle = c;
}
