// Lenses: warps of what is drawn through them; line weights do not change. They give one figure the foreshortening of a camera
// above or below, the contrapposto of a body on one leg, and a small turn or nod of the head.
import { clamp, type Matrix, type Pt } from "./curves.ts";

/** A mutable point that a lens moves. One object serves all points, because a figure has tens of thousands. */
export interface Spot {
  x: number;
  y: number;
}

/** Moves a point in the space of the caller. */
export type Lens = (spot: Spot) => void;

/** The same lens in the space that `matrix` leads to. */
export function lensIn([a, b, c, d, e, f]: Matrix, lens: Lens): Lens {
  const whole = a * d - b * c;
  return (spot) => {
    const px = spot.x - e;
    const py = spot.y - f;
    spot.x = (d * px - c * py) / whole;
    spot.y = (a * py - b * px) / whole;
    lens(spot);
    const { x, y } = spot;
    spot.x = a * x + c * y + e;
    spot.y = b * x + d * y + f;
  };
}

/** The composition of two lenses: `first`, then `second`. */
export const lensThrough =
  (first: Lens, second: Lens): Lens =>
  (spot) => {
    first(spot);
    second(spot);
  };

interface Overlooked {
  /**
   * Strength and direction of the view: positive from above, negative from below. What is one figure height
   * nearer appears e^above times as large.
   */
  above: number;
  /** Height of the figure, and the point that keeps its place and size. */
  tall: number;
  anchor: Pt;
}

/** Foreshortening from above enlarges the upper body and reduces the feet; from below the reverse. */
export function overlooked({ above, tall, anchor: [ax, ay] }: Overlooked): Lens {
  return (spot) => {
    const size = Math.exp(above * clamp((ay - spot.y) / tall, -2, 1.5));
    spot.x = ax + (spot.x - ax) * size;
    spot.y = ay - ((size - 1) / above) * tall;
  };
}

/** The same for a figure that is seen whole: its feet stay on the ground and its height does not change. */
export function overlookedWhole(above: number, tall: number): Lens {
  const full = Math.expm1(above);
  const middle = Math.exp(above / 2);
  return (spot) => {
    const size = Math.exp(above * clamp(-spot.y / tall, -0.4, 1.6));
    spot.x = (spot.x * size) / middle;
    spot.y = (-tall * (size - 1)) / full;
  };
}

interface Swayed {
  /** How far the hips move to the right, in figure units; the head moves to the left, and the feet stay. */
  hips: number;
  /** Slope of the trunk under the fixed head: units to the right for each unit of length. */
  slant: number;
  /** Y of the centre of the head, and the height of the figure. */
  head: number;
  tall: number;
}

/** The S-curve of contrapposto: hips over the supporting leg, chest back, head over the feet. */
export function swayed({ hips, slant, head, tall }: Swayed): Lens {
  const waist = -0.52 * tall;
  return (spot) => {
    const up = clamp(-spot.y / tall, 0, 1.15);
    const below = Math.max(0, Math.min(spot.y, waist) - head);
    spot.x += hips * Math.sin(Math.PI * 1.35 * up ** 1.3) + below * slant;
  };
}

/** Treats the head as a ball, in head space: features in front of its centre move with a turn or nod, and the outline stays. */
export function turnedHead(right: number, down: number): Lens {
  return (spot) => {
    const near = 1 - (spot.x / 58) ** 2 - ((spot.y + 4) / 64) ** 2;
    if (near <= 0) return;
    spot.x += right * near;
    spot.y += down * near;
  };
}
