// Spacing of people: neighbours do not overlap, two who talk stand near each other, and everybody stays on a path.

import type { Picture } from "../closed/storyboard.ts";
import { clamp } from "../pen/curves.ts";
import { horizonOver } from "../things/still-life.ts";
import { focalOf, horizonOf } from "./camera.ts";
import type { Person } from "./person.ts";
import type { Size } from "./word-room.ts";

/** Half the width in metres of a path that people keep to. */
const HALF_PATH = 1.25;

/** Moves people towards the middle as far as their path is narrower than the panel; their order stays. */
export function keepOnPath(xs: number[], width: number, metre: number): void {
  const reach = Math.max(...xs.map((x) => Math.abs(x - width / 2)));
  const most = Math.max(HALF_PATH, xs.length * 0.34) * metre;
  if (reach <= most) return;
  for (const [i, x] of xs.entries()) xs[i] = width / 2 + ((x - width / 2) * most) / reach;
}

/** Moves two figures that belong together to at most this distance, however wide the panel is. */
export function drawTogether(xs: number[], most: number): void {
  const [a, b] = xs;
  if (a === undefined || b === undefined || b - a <= most) return;
  const give = (b - a - most) / 2;
  xs[0] = a + give;
  xs[1] = b - give;
}

/** Share of the width that stays free at each side, because a page may be trimmed there. */
const MARGIN = 0.02;

/** Moves neighbours apart until they do not overlap, or divides the width among them, and keeps all inside the panel. */
export function spread(spans: readonly { half: number; wanted: number }[], width: number): number[] {
  const total = spans.reduce((sum, { half }) => sum + half * 2, 0);
  const squeeze = Math.min(1, (width * 0.98) / Math.max(1, total));
  const halves = spans.map(({ half }) => half * squeeze);
  const edge = spans.map(({ half }) => Math.min(half * 0.96 + width * MARGIN, width / 2));
  const xs = spans.map(({ wanted }, i) => clamp(wanted, edge[i] ?? 0, width - (edge[i] ?? 0)));
  for (let i = 1; i < xs.length; i++) {
    xs[i] = Math.max(xs[i] ?? 0, (xs[i - 1] ?? 0) + (halves[i - 1] ?? 0) + (halves[i] ?? 0));
  }
  let limit = Number.POSITIVE_INFINITY;
  for (let i = xs.length - 1; i >= 0; i--) {
    xs[i] = Math.min(xs[i] ?? 0, width - (edge[i] ?? 0), limit);
    limit = (xs[i] ?? 0) - (halves[i] ?? 0) - (halves[i - 1] ?? 0);
  }
  return xs;
}

/** Metres from one step of depth to the next. */
const STEP = 0.6;

/** Poses in which one figure acts on or with another at the same depth. */
const TOUCHES = /^(?:fight|embrace|push|offer|reach|carry|dance|sit|eat|write|row|ride|lie|sleep|kneel)$/u;

/** The depth steps of people, in order; all equal if one of them touches another or shares a seat. */
export function stepsBack(people: readonly Person[]): number[] {
  const steps = people.map(({ figure }) => figure.depth);
  const bound = people.some(({ figure: { pose }, seen }) => TOUCHES.test(pose) || seen.grips === true);
  return bound ? steps.map(() => Math.min(...steps)) : steps;
}

/** Metres from the nearest ground to the figure that stands farthest back. */
export const farthestStep = ({ figures }: Picture): number =>
  STEP * Math.max(0, ...figures.map(({ depth }) => depth));

/** For a figure so many steps behind the nearest ground: its remaining scale, and how far up its feet are. */
export function setBack(
  steps: number,
  picture: Picture,
  ground: Size & { groundY: number; metre: number },
): { share: number; up: number } {
  const { width, height, groundY, metre } = ground;
  const distance = focalOf({ width, height }) / metre;
  const share = distance / (distance + steps * STEP);
  const horizon = horizonOver(picture, height) ?? horizonOf({ ...ground, angle: picture.angle });
  return { share, up: Math.max(0, groundY - horizon) * (1 - share) };
}
