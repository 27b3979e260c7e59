// What rolls on the ground beside somebody who walks with it.
import type { Prop } from "../closed/staging.ts";
import type { Pt } from "../pen/curves.ts";
import { anchorOf } from "../things/props.ts";

interface Rolled {
  /** How its handle is held: level before the hips, with arms that hang, or behind the back by one hand. */
  by: "waist" | "low" | "behind";
  /** A handle that comes out of it, as long as reaches the hand; it is as large as this many units of the figure. */
  rod?: number;
}

export interface Wheeled extends Rolled {
  /** Its handle, in its own space, and how far down its wheels stand. */
  handle: Pt;
  ground: number;
}

const WHEELED = {
  bicycle: { by: "waist" },
  motorcycle: { by: "waist" },
  scooter: { by: "waist" },
  "kick-scooter": { by: "waist" },
  pram: { by: "waist" },
  wheelchair: { by: "waist" },
  wheelbarrow: { by: "low" },
  cart: { by: "behind" },
  suitcase: { by: "behind", rod: 1.35 },
} as const satisfies Partial<Record<Prop, Rolled>>;

export type Rolling = keyof typeof WHEELED;

export const isWheeled = (prop: string): prop is Rolling => prop in WHEELED;

export const wheeledOf = (prop: Rolling): Wheeled => ({
  ...WHEELED[prop],
  handle: anchorOf(prop, "handle"),
  ground: anchorOf(prop, "base")[1],
});
