// Instruments in the hands of whoever plays them.

import type { Prop } from "../../closed/staging.ts";
import { apply, type Pt, placed } from "../../pen/curves.ts";
import { anchorOf } from "../../things/props.ts";
import { bothScale } from "./held-size.ts";
import type { Body, Held, Hold } from "./hold.ts";

interface Instrument {
  /** What of it is on the trunk, and how far up (0 the hips, 1 the neck); absent: its `mouth` is at the player's. */
  on?: Pt;
  up?: number;
  /** So far ahead of there. */
  out: number;
  turn: number;
  near: Hold;
  far: Hold;
  size: readonly [number, number];
}

const INSTRUMENTS = {
  guitar: {
    ...{ on: [0, 20], up: 0.3, out: 6, turn: 4, size: [1, 1.12] },
    near: { p: [-14, 16], way: 16, shape: "relaxed" },
    far: { p: [112, -60], way: -126, shape: "grip" },
  },
  shamisen: {
    ...{ on: [40, -30], up: 0.3, out: 0, turn: 184, size: [1, 1.1] },
    near: { p: [48, -38], way: 16, shape: "pinch" },
    far: { p: [-78, 84], way: -126, shape: "grip" },
  },
  violin: {
    ...{ on: [0, 146], up: 1.02, out: 14, turn: 82, size: [0.86, 1] },
    near: { p: [58, 144], way: -20, shape: "pinch" },
    far: { p: [0, -18], way: -110, shape: "grip" },
  },
  flute: {
    ...{ out: 2, turn: 58, size: [0.9, 1] },
    near: { p: [4, 2], way: -42, shape: "pinch" },
    far: { p: [70, -6], way: 204, shape: "pinch" },
  },
  trumpet: {
    ...{ out: 4, turn: 4, size: [0.86, 0.96] },
    near: { p: [8, -2], way: -58, shape: "grip" },
    far: { p: [34, 4], way: 236, shape: "cup" },
  },
  accordion: {
    ...{ on: [0, 0], up: 0.56, out: 8, turn: 0, size: [1, 1.15] },
    near: { p: [-82, 2], way: 12, shape: "cup" },
    far: { p: [84, 2], way: 168, shape: "cup" },
  },
} as const satisfies Partial<Record<Prop, Instrument>>;

type Played = keyof typeof INSTRUMENTS;

export const isPlayed = (prop: Prop): prop is Played => prop in INSTRUMENTS;

export function played(prop: Played, { m, view, at, ahead }: Body): Held {
  const { on, up, out, turn, near, far, size }: Instrument = INSTRUMENTS[prop];
  const k = bothScale(prop, m.hand, size);
  const [x, y] = up === undefined ? mouthOf({ m, view, at }) : at(up);
  const aside = view === "back" ? -1 : 1;
  const [px, py] = apply(placed(0, 0, turn, k), on ?? anchorOf(prop, "mouth"));
  const front = up === undefined ? 0 : ahead;
  return { at: [x + (front + out) * aside - px, y - py], turn, k, near, far };
}

/** The mouth as seen from the hips, of a head that is carried upright. */
function mouthOf({ m, view, at }: Pick<Body, "m" | "view" | "at">): Pt {
  const [x, y] = at(1);
  const ahead = view === "profile" ? 48 : view === "three-quarter" ? 24 : 0;
  return [x + ahead, y - m.neck - 12];
}
