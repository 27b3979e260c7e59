// Where people stand beside and behind each other: neighbours do not overlap, two who talk are near, nobody leaves a path.

import type { Picture } from "../closed/storyboard.ts";
import { clamp } from "../pen/curves.ts";
import { horizonOver } from "../things/still-life.ts";
import { focalOf, horizonOf } from "./camera.ts";
import type { Person } from "./person.ts";
import type { Size } from "./word-room.ts";

/** Half of the width in metres of a path that people keep to. */
const HALF_PATH = 1.25;

/** Draws people in to the middle, as far as their path is narrower than the panel; they keep their order. */
export function keepOnPath(xs: number[], width: number, metre: number): void {
  const reach = Math.max(...xs.map((x) => Math.abs(x - width / 2)));
  const most = Math.max(HALF_PATH, xs.length * 0.34) * metre;
  if (reach <= most) return;
  for (const [i, x] of xs.entries()) xs[i] = width / 2 + ((x - width / 2) * most) / reach;
}

/** Two who have to do with each other stand no farther apart than so, however wide the panel is. */
export function drawTogether(xs: number[], most: number): void {
  const [a, b] = xs;
  if (a === undefined || b === undefined || b - a <= most) return;
  const give = (b - a - most) / 2;
  xs[0] = a + give;
  xs[1] = b - give;
}

/** The share of a panel that people keep free at its sides: a page may be trimmed there. */
const MARGIN = 0.02;

/** Moves neighbours apart until they do not overlap, or shares what room there is, and keeps all inside. */
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

/** Who does something to the other, or with them, is as near as they are. */
const TOUCHES = /^(?:fight|embrace|push|offer|reach|carry|dance|sit|eat|write|row|ride|lie|sleep|kneel)$/u;

/** The steps back at which people stand, in their order; all the same where one has to do with another's body or seat. */
export function stepsBack(people: readonly Person[]): number[] {
  const steps = people.map(({ figure }) => figure.depth);
  const bound = people.some(({ figure: { pose }, seen }) => TOUCHES.test(pose) || seen.grips === true);
  return bound ? steps.map(() => Math.min(...steps)) : steps;
}

/** Metres from the nearest ground to whoever stands farthest back. */
export const farthestStep = ({ figures }: Picture): number =>
  STEP * Math.max(0, ...figures.map(({ depth }) => depth));

/** Of somebody so many steps behind the nearest ground: the share of their size that is left, and how far up their feet are. */
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
