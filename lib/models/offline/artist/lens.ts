// Lenses: they bend what is drawn through them, line weights excepted. A camera over or under somebody, the curve that runs
// through a body which carries its weight on one leg, and a head that nods or turns a little are bent drawings of one figure.
import type { Matrix, Pt } from "./curves.ts";

/** Moves a point in the space of whoever draws; corners stay corners. */
export type Lens = (point: Pt) => Pt;

const at = ([, , corner]: Pt, x: number, y: number): Pt => (corner ? [x, y, 1] : [x, y]);

/** The same lens in the space that `matrix` leads to. */
export function lensIn(matrix: Matrix, lens: Lens): Lens {
  const [a, b, c, d, e, f] = matrix;
  const whole = a * d - b * c;
  return (point) => {
    const [px, py] = [point[0] - e, point[1] - f];
    const [x, y] = lens([(d * px - c * py) / whole, (a * py - b * px) / whole]);
    return at(point, a * x + c * y + e, b * x + d * y + f);
  };
}

interface Overlooked {
  /** How strongly the camera looks down (positive) or up (negative): what is one figure nearer is e to this power larger. */
  above: number;
  /** Height of the figure, and the point that keeps its place and size. */
  tall: number;
  anchor: Pt;
}

/** Seen from above what is high is near and large, and feet are small and far; from below it is the other way round. */
export function overlooked({ above, tall, anchor }: Overlooked): Lens {
  const [ax, ay] = anchor;
  return (point) => {
    const up = (ay - point[1]) / tall;
    const size = Math.exp(above * Math.max(-2, Math.min(1.5, up)));
    return at(point, ax + (point[0] - ax) * size, ay - ((size - 1) / above) * tall);
  };
}

/** The same, for whoever is seen whole: they keep their feet on the ground and their height. */
export function overlookedWhole(above: number, tall: number): Lens {
  const full = Math.expm1(above);
  const middle = Math.exp(above / 2);
  return (point) => {
    const size = Math.exp(above * Math.max(-0.4, Math.min(1.6, -point[1] / tall)));
    return at(point, (point[0] * size) / middle, (-tall * (size - 1)) / full);
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
  return (point) => {
    const up = Math.max(0, Math.min(1.15, -point[1] / tall));
    const below = Math.max(0, Math.min(point[1], waist) - head);
    return at(point, point[0] + hips * Math.sin(Math.PI * 1.35 * up ** 1.3) + below * slant, point[1]);
  };
}

/** A head is a ball: what lies before its middle moves with a turn or a nod, and its outline stays. In head space. */
export function turnedHead(right: number, down: number): Lens {
  return (point) => {
    const [x, y] = point;
    const near = 1 - (x / 58) ** 2 - ((y + 4) / 64) ** 2;
    return near <= 0 ? point : at(point, x + right * near, y + down * near);
  };
}
