// How far behind each other people stand, and what that does to their size and to where their feet are: as the camera sees it.

import type { Picture } from "../closed/storyboard.ts";
import { horizonOver } from "../things/still-life.ts";
import { focalOf, horizonOf } from "./camera.ts";
import type { Person } from "./person.ts";
import type { Size } from "./word-room.ts";

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
