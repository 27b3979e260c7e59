// Instruments in the hands of whoever plays them.

import { measuresOf } from "../../closed/measures.ts";
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

export const INSTRUMENTS: Readonly<Partial<Record<Prop, Instrument>>> = measuresOf("instruments");

export const isPlayed = (prop: Prop): boolean => prop in INSTRUMENTS;

export function played(prop: Prop, { m, view, at, ahead }: Body): Held | undefined {
  const instrument = INSTRUMENTS[prop];
  if (!instrument) return undefined;
  const { on, up, out, turn, near, far, size } = instrument;
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
