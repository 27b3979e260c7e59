// What rolls on the ground beside somebody who walks with it.
import type { Prop } from "../closed/staging.ts";
import type { Pt } from "../pen/curves.ts";

export interface Wheeled {
  /** Its handle, in its own space, and how far down its wheels stand. */
  handle: Pt;
  ground: number;
  /** How its handle is held: level before the hips, with arms that hang, or behind the back by one hand. */
  by: "waist" | "low" | "behind";
  /** A handle that comes out of it, as long as reaches the hand; it is as large as this many units of the figure. */
  rod?: number;
}

export const WHEELED = {
  bicycle: { handle: [76, -92], ground: 136, by: "waist" },
  motorcycle: { handle: [34, -78], ground: 114, by: "waist" },
  scooter: { handle: [50, -96], ground: 96, by: "waist" },
  "kick-scooter": {
    ...{ handle: [44, -94], ground: 116, by: "waist" },
  },
  pram: {
    ...{ handle: [-149, -48], ground: 122, by: "waist" },
  },
  wheelchair: { handle: [-84, -96], ground: 101, by: "waist" },
  wheelbarrow: { handle: [-163, -28], ground: 96, by: "low" },
  cart: {
    ...{ handle: [246, -20], ground: 129, by: "behind" },
  },
  suitcase: {
    ...{ handle: [0, 2], ground: 132, by: "behind", rod: 1.35 },
  },
} as const satisfies Partial<Record<Prop, Wheeled>>;

export type Rolling = keyof typeof WHEELED;
