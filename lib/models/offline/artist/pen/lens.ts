// Lenses: they bend what is drawn through them, line weights excepted. A camera over or under somebody, the curve that runs
// through a body which carries its weight on one leg, and a head that nods or turns a little are bent drawings of one figure.
import { clamp, type Matrix, type Pt } from "./curves.ts";

/** A place that lenses move: one is used for all points, since a figure has tens of thousands. */
export interface Spot {
  x: number;
  y: number;
}

/** Moves a place in the space of whoever draws. */
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

/** One lens, and then another. */
export const lensThrough =
  (first: Lens, second: Lens): Lens =>
  (spot) => {
    first(spot);
    second(spot);
  };

interface Overlooked {
  /** How strongly the camera looks down (positive) or up (negative): what is one figure nearer is e to this power larger. */
  above: number;
  /** Height of the figure, and the point that keeps its place and size. */
  tall: number;
  anchor: Pt;
}

/** Seen from above what is high is near and large, and feet are small and far; from below it is the other way round. */
export function overlooked({ above, tall, anchor: [ax, ay] }: Overlooked): Lens {
  return (spot) => {
    const size = Math.exp(above * clamp((ay - spot.y) / tall, -2, 1.5));
    spot.x = ax + (spot.x - ax) * size;
    spot.y = ay - ((size - 1) / above) * tall;
  };
}

/** The same, for whoever is seen whole: they keep their feet on the ground and their height. */
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
  /** How far the hips go to the right, in figure units; the head goes the other way, and the feet stay. */
  hips: number;
  /** How far the trunk leans under the head, which stays: units to the right in each unit that it is longer. */
  slant: number;
  /** Y of the middle of the head, and the height of the figure. */
  head: number;
  tall: number;
}

/** The line that runs through a body: hips over the leg that carries, the chest back, the head over the feet again. */
export function swayed({ hips, slant, head, tall }: Swayed): Lens {
  const waist = -0.52 * tall;
  return (spot) => {
    const up = clamp(-spot.y / tall, 0, 1.15);
    const below = Math.max(0, Math.min(spot.y, waist) - head);
    spot.x += hips * Math.sin(Math.PI * 1.35 * up ** 1.3) + below * slant;
  };
}

/** A head is a ball: what lies before its middle moves with a turn or a nod, and its outline stays. In head space. */
export function turnedHead(right: number, down: number): Lens {
  return (spot) => {
    const near = 1 - (spot.x / 58) ** 2 - ((spot.y + 4) / 64) ** 2;
    if (near <= 0) return;
    spot.x += right * near;
    spot.y += down * near;
  };
}
