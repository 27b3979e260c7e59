// How large a thing is in somebody's hands: things are drawn as large beside a hand as reads best, which for some is far from true.
import type { Prop } from "../../closed/staging.ts";
import { clamp } from "../../pen/curves.ts";
import { isHeldByEdge, sizeOf } from "../../things/props.ts";

/** Figure units in a metre: a grown person of 660 is 1.6 m tall. */
export const FIGURE_METRE = 412;

/** How much larger a thing would be beside somebody if it had its true size. */
const truthOf = (prop: Prop): number => {
  const { extent, metres } = sizeOf(prop);
  return (metres * FIGURE_METRE) / (extent[3] - extent[1]);
};

type Bounds = readonly [least: number, most: number];

/** Figure units in one of a thing's own in both hands of whoever's hand is so long. */
export const bothScale = (prop: Prop, hand: number, [least, most]: Bounds): number =>
  (hand / 60) * clamp(Math.sqrt(truthOf(prop)), least, most);

/** The same for what stands on the ground beside them, where the eye compares. */
export const standingScale = (prop: Prop, hand: number, [least, most]: Bounds): number =>
  (hand / 60) * clamp(truthOf(prop), least, most);

/** The same in one hand: what is no longer than a hand is not drawn much longer than one, least where the fist is beside it. */
export function oneScale(prop: Prop, hand: number): number {
  const { extent, metres } = sizeOf(prop);
  if (metres > HAND_METRES) return hand / 60;
  const longest = Math.max(extent[2] - extent[0], extent[3] - extent[1]);
  const { power, shown } = isHeldByEdge(prop) ? BESIDE_FIST : IN_FIST;
  return (hand / 60) * clamp(truthOf(prop) ** power, Math.min(1, shown / longest), 1);
}

const HAND_METRES = 0.2;

/** How near to the truth it is, and the length, where a hand is 60 long, under which it does not show what it is. */
const BESIDE_FIST = { power: 0.75, shown: 52 };
const IN_FIST = { power: 0.5, shown: 84 };
