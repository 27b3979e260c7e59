// Hands that touch the own body: targets on head or trunk, and the elbow that follows (two-bone inverse kinematics).
import type { Word } from "../../closed/listed.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { View } from "../../closed/staging.ts";
import { apply, lerp, type Pt, placed, polar } from "../../pen/curves.ts";

export type Touch =
  | Word<"chin mouth cheek eyes ear temple nape chest belly hip pocket across clasp behind knee beside">
  | Word<"aloft">;

/** The target of the far hand seen from the front; the near hand is mirrored. */
type Place = Record<"way" | "z" | "back", number> &
  Partial<Record<"ahead" | "slim" | "farDown" | "right", number>> & {
    on: "face" | "head" | "trunk" | "knee";
    at: Pt;
    profile?: Pt;
    turned?: Pt;
    fixed?: true;
  };

const PLACES: Readonly<Record<Touch, Place>> = measuresOf("touches");

/** The body that targets refer to, before the whole figure is rotated. */
export interface Ground {
  view: View;
  head: Pt;
  headSize: number;
  headTilt: number;
  neck: Pt;
  hips: Pt;
  /** Half the visible width of the hips, and of the chest. */
  wide: number;
  chest: number;
  hand: number;
  knee: Pt;
}

export interface Goal {
  /** The middle of the palm. */
  at: Pt;
  /** Direction of the hand in degrees, 0 right, 90 down. */
  way: number;
  /** Depth towards the reader. */
  z: number;
}

/** X of the middle of the face in each view, in head space; and how far the middle of the trunk has turned. */
const FACE_X: Readonly<Record<View, number>> = { front: 0, "three-quarter": 12, profile: 30, back: 0 };
const AHEAD: Readonly<Record<View, number>> = { front: 0, "three-quarter": 0.3, profile: 0.8, back: 0 };

export function goalOf(touch: Touch, side: 1 | -1, g: Ground): Goal {
  const { view, neck, hips } = g;
  const {
    on,
    at,
    profile,
    turned,
    ahead = 0,
    slim = 1,
    right = 0,
    farDown,
    way,
    fixed,
    z,
    back,
  } = PLACES[touch];
  const s = view === "back" ? -side : side;
  const own = view === "profile" ? profile : undefined;
  const [x, y] = own ?? (view === "three-quarter" && side === 1 ? turned : undefined) ?? at;
  const aside = own ? x : right + s * x * (view === "profile" ? slim : 1);
  const place = (): Pt => {
    if (on === "knee") return [g.knee[0] + x, g.knee[1] + y];
    if (on !== "trunk") {
      const middle = on === "face" && !own ? FACE_X[view] : 0;
      return apply(placed(g.head[0], g.head[1], g.headTilt, g.headSize), [middle + aside, y]);
    }
    const v = side === 1 ? (farDown ?? y) : y;
    const u = ahead * AHEAD[view] + aside;
    return [lerp(neck[0], hips[0], v) + u * (v > 0.6 ? g.wide : g.chest), lerp(neck[1], hips[1], v)];
  };
  return { at: place(), way: fixed || s === -1 ? way : 180 - way, z: view === "back" ? back : z };
}

/** The arm in front of the body: the upper arm hangs as close to the trunk as the forearm, which comes towards the reader, allows. */
export function hung(shoulder: Pt, goal: Goal, arm: ArmReach): Bent {
  const { upper, fore, out } = arm;
  const wrist = wristAt(goal, arm.hand);
  for (let degrees = 14; degrees <= 56; degrees += 6) {
    const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    const elbow: Pt = [shoulder[0] + sin * upper * Math.sign(out), shoulder[1] + cos * upper * 0.94];
    const far = Math.hypot(wrist[0] - elbow[0], wrist[1] - elbow[1]);
    if (far <= fore && far >= fore * 0.22) return { elbow, wrist };
  }
  return bent(shoulder, goal, arm);
}

const wristAt = ({ at, way }: Goal, hand: number): Pt => polar(at, (way * Math.PI) / 180, -hand * 0.5);

/** Greatest turn in degrees of a wrist that holds something up; beyond it, hand and sleeve would separate. */
const MOST_TURN = 30;

/** Direction of a hand in degrees: one that holds something up beside the face continues the forearm; others lie on what they touch. */
export function wristWay(touch: Touch | undefined, { way }: Goal, { elbow, wrist }: Bent): number {
  if (touch !== "beside" && touch !== "aloft") return way;
  const arm = (Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]) * 180) / Math.PI;
  const turn = ((way - arm + 540) % 360) - 180;
  return arm + Math.max(-MOST_TURN, Math.min(MOST_TURN, turn));
}

/** Lengths of an arm, and the side of the elbow; `raised`: beside the head, for a hand behind it. */
interface ArmReach {
  upper: number;
  fore: number;
  hand: number;
  out: number;
  raised?: boolean;
}

type Bent = Record<"elbow" | "wrist", Pt>;

/** The wrist that brings a palm to its target, and the elbow: low, and away from the trunk. */
export function bent(shoulder: Pt, goal: Goal, arm: ArmReach): Bent {
  const { upper, fore, out, raised = false } = arm;
  const wrist = wristAt(goal, arm.hand);
  const [dx, dy] = [wrist[0] - shoulder[0], wrist[1] - shoulder[1]];
  const d = Math.hypot(dx, dy) || 1;
  if (dy < 15 && !raised) return hanging(shoulder, wrist, arm);
  const full = upper + fore;
  const k = d < full * 0.72 ? 0.86 : 1;
  if (d >= full * k) {
    const share = upper / full;
    const reach = Math.min(1, (full * 1.04) / d);
    return {
      elbow: [shoulder[0] + dx * share * reach, shoulder[1] + dy * share * reach + 4],
      wrist: [shoulder[0] + dx * reach, shoulder[1] + dy * reach],
    };
  }
  const [a, b] = [upper * k, fore * k];
  const along = (a * a - b * b + d * d) / (2 * d);
  const height = Math.sqrt(Math.max(0, a * a - along * along));
  const foot: Pt = [shoulder[0] + (dx / d) * along, shoulder[1] + (dy / d) * along];
  const [nx, ny] = [-dy / d, dx / d];
  const low = raised ? -0.5 : 0.8;
  const score = (sign: 1 | -1) => sign * (ny * low + nx * out);
  const sign = score(1) > score(-1) ? 1 : -1;
  const elbow: Pt = [foot[0] + nx * height * sign, foot[1] + ny * height * sign];
  // For a wrist right below the shoulder, the elbow would stick out at shoulder height, so the upper arm hangs instead.
  if (!raised && elbow[1] - shoulder[1] < upper * HANGS) return hanging(shoulder, wrist, arm);
  return { elbow, wrist };
}

/** Least depth of the elbow below the shoulder for a hand on the own body, as a share of the upper arm. */
export const HANGS = 0.42;

/** A hanging upper arm, foreshortened so that the forearm has its length. */
function hanging(shoulder: Pt, wrist: Pt, { upper, fore, out }: ArmReach): Bent {
  const [dx, dy] = [wrist[0] - shoulder[0], wrist[1] - shoulder[1]];
  const down: Pt = [out * 0.36, Math.sqrt(1 - (out * 0.36) ** 2)];
  const across = dx * down[0] + dy * down[1];
  const t = across + Math.sqrt(Math.max(0, across * across - dx * dx - dy * dy + fore * fore));
  const reach = Math.min(upper, Math.max(upper * 0.5, t));
  return { elbow: [shoulder[0] + down[0] * reach, shoulder[1] + down[1] * reach], wrist };
}
