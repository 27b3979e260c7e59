// The size of a balloon for its text, and the form that its voice gives it. Every form is built around a core, a superellipse (or a
// rectangle) that contains all of the text; all ink lies outside the core.
import type { Box, Point } from "./geometry.ts";
import type { Shape, Word } from "./page.ts";

export type BalloonForm = Shape;

/** The form of a text's balloon: the chosen one, or that of its kind and voice. */
export function formOf({ kind, voice, set }: Pick<Word, "kind" | "voice" | "set">): BalloonForm {
  return set?.shape ?? (kind === "caption" ? "caption" : voice);
}

export interface Body {
  form: BalloonForm;
  /** Half the core's width and height, in units. */
  rx: number;
  ry: number;
  /** Exponent of the superellipse: 2 is an ellipse, higher values approach a rectangle, Infinity is a rectangle. */
  exponent: number;
  /** Half the width and height of all ink without the tail, in units. */
  outerX: number;
  outerY: number;
  fontSize: number;
  /** Size of spikes, lobes and waves, as a share of the usual size for the voice. */
  flourish: number;
}

/** How tightly a body encloses its letters: as its form prefers, with less padding, or as a rounded box with small spikes or lobes. */
export type Tightness = "ample" | "snug" | "boxed";

interface Build {
  exponent: number;
  /** Padding between letters and core, in ems. */
  padding: number;
  /** Outer size divided by core size, and an addition in ems. */
  swell: number;
  extra: number;
}

const BUILDS: Record<BalloonForm, Build> = {
  caption: { exponent: Infinity, padding: 0.42, swell: 1, extra: 0 },
  none: { exponent: Infinity, padding: 0.1, swell: 1, extra: 0 },
  speech: { exponent: 2.08, padding: 0.3, swell: 1.035, extra: 0 },
  whisper: { exponent: 2.08, padding: 0.34, swell: 1.035, extra: 0 },
  thought: { exponent: 2.2, padding: 0.22, swell: 1, extra: 0.5 },
  unease: { exponent: 2.35, padding: 0.38, swell: 1.02, extra: 0.24 },
  machine: { exponent: 3.2, padding: 0.4, swell: 1.02, extra: 0.08 },
  phone: { exponent: 3, padding: 0.62, swell: 1.03, extra: 0 },
  shout: { exponent: 2.2, padding: 0.24, swell: 1.1, extra: 0.75 },
  cry: { exponent: 2.1, padding: 0.3, swell: 1.16, extra: 0.95 },
};

const TIGHTNESS: Record<Tightness, { least: number; padding: number; roundness: number; flourish: number }> =
  {
    ample: { least: 0, padding: Infinity, roundness: 0.44, flourish: 1 },
    snug: { least: 2.5, padding: 0.34, roundness: 0.36, flourish: 1 },
    boxed: { least: 4.5, padding: 0.26, roundness: 0, flourish: 0.4 },
  };

/** Wanted width and height of a body in units; a body that needs more is larger. */
export interface Extent {
  width?: number | undefined;
  height?: number | undefined;
}

/**
 * The smallest body that encloses lines, given as boxes in ems around the text's middle, at a font size in units; with an extent, one that
 * fills it.
 */
export function fitBody(
  form: BalloonForm,
  lineBoxes: readonly Box[],
  { fontSize, tightness, extent }: { fontSize: number; tightness: Tightness; extent?: Extent | undefined },
): Body {
  const build = BUILDS[form];
  const { flourish, ...limits } = TIGHTNESS[tightness];
  const swell = 1 + (build.swell - 1) * flourish;
  const extra = build.extra * flourish;
  const exponent = Math.max(build.exponent, limits.least);
  const padding = Math.min(build.padding, limits.padding);
  let halfWidth = 0;
  let halfHeight = 0;
  for (const b of lineBoxes) {
    halfWidth = Math.max(halfWidth, Math.abs(b.x), Math.abs(b.x + b.width));
    halfHeight = Math.max(halfHeight, Math.abs(b.y), Math.abs(b.y + b.height));
  }
  const px = halfWidth + padding;
  const py = halfHeight + padding;
  let scale = 1;
  if (exponent !== Infinity) {
    let farthest = 0;
    for (const corner of corners(lineBoxes, padding)) {
      farthest = Math.max(farthest, reach(corner, px, py, exponent));
    }
    scale = Math.max(1, farthest);
  }
  // Very narrow texts get a rounder balloon than their own proportions; a box has the size of its lines.
  const roundness = exponent === Infinity ? 0 : limits.roundness;
  const more = extra * fontSize;
  const filling = (wanted = 0) => (wanted / 2 - more) / swell;
  const rx = Math.max(Math.max(px * scale, py * scale * roundness) * fontSize, filling(extent?.width));
  const ry = Math.max(Math.max(py * scale, px * scale * roundness) * fontSize, filling(extent?.height));
  const outer = { outerX: rx * swell + more, outerY: ry * swell + more };
  return { form, rx, ry, exponent, ...outer, fontSize, flourish };
}

/**
 * Distance of a point from the centre of a superellipse, as a multiple of the outline's distance in that direction: 1 is on the outline.
 */
export function reach(p: Point, rx: number, ry: number, exponent: number): number {
  const x = Math.abs(p.x) / rx;
  const y = Math.abs(p.y) / ry;
  if (exponent === Infinity) return Math.max(x, y);
  return (x ** exponent + y ** exponent) ** (1 / exponent);
}

/** Points whose distance to the outline, as a share, is below this are decided by `reach` itself. */
const ROUNDING = 1e-12;

/**
 * Whether `reach` of a point is below 1. Bounds without a power decide most points, because no function is called more often by the
 * searches.
 */
export function isWithinReach(x: number, y: number, size: Pick<Body, "rx" | "ry" | "exponent">): boolean {
  const { rx, ry, exponent } = size;
  const across = Math.abs(x) / rx;
  const down = Math.abs(y) / ry;
  if (across >= 1 || down >= 1) return false;
  if (across + down < 1 - ROUNDING || exponent === Infinity) return true;
  const sum = across ** exponent + down ** exponent;
  if (sum < 1 - ROUNDING) return true;
  return sum <= 1 + ROUNDING && sum ** (1 / exponent) < 1;
}

/** The point on a superellipse at an angle in radians, clockwise from the right. */
export function onSuperellipse(angle: number, rx: number, ry: number, exponent: number): Point {
  const direction = { x: Math.cos(angle), y: Math.sin(angle) };
  const far = reach(direction, rx, ry, exponent);
  return { x: direction.x / far, y: direction.y / far };
}

/** Exponent of the superellipse that stands for the outline in collision tests. A machine's balloon is a rectangle with cut corners. */
export function silhouetteExponent(body: Body): number {
  return body.exponent === Infinity || body.form === "machine" ? 12 : body.exponent;
}

function corners(boxes: readonly Box[], padding: number): Point[] {
  return boxes.flatMap((b) => {
    const left = b.x - padding * 0.8;
    const right = b.x + b.width + padding * 0.8;
    const top = b.y - padding * 0.8;
    const bottom = b.y + b.height + padding * 0.8;
    return [
      { x: left, y: top },
      { x: right, y: top },
      { x: left, y: bottom },
      { x: right, y: bottom },
    ];
  });
}
