// Where hands go that touch somebody's own body: a target on head or trunk, and the elbow that follows from it.
import type { Word } from "../../closed/listed.ts";
import type { View } from "../../closed/staging.ts";
import { apply, type Pt, placed } from "../../pen/curves.ts";

export type Touch =
  | Word<"chin mouth cheek eyes ear temple nape chest belly hip pocket across clasp behind knee beside">
  | Word<"aloft">;

/** The body that a hand finds its way on, before the whole figure turns. */
export interface Ground {
  view: View;
  head: Pt;
  headSize: number;
  headTilt: number;
  neck: Pt;
  hips: Pt;
  /** Half the width of the hips as seen, and of the chest. */
  wide: number;
  chest: number;
  hand: number;
  knee: Pt;
}

export interface Goal {
  /** The middle of the palm. */
  at: Pt;
  /** Degrees that the hand points, 0 to the right, 90 down. */
  way: number;
  /** Towards the reader. */
  z: number;
}

/** The middle of the face in each view, in head space. */
const FACE_X: Readonly<Record<View, number>> = { front: 0, "three-quarter": 12, profile: 30, back: 0 };

export function goalOf(touch: Touch, side: 1 | -1, g: Ground): Goal {
  const flip = g.view === "back" ? -1 : 1;
  const s = side * flip;
  const fx = FACE_X[g.view];
  const slim = g.view === "profile" ? 0.3 : 1;
  const onHead = (x: number, y: number): Pt =>
    apply(placed(g.head[0], g.head[1], g.headTilt, g.headSize), [x, y]);
  const onTrunk = (u: number, v: number): Pt => [
    g.neck[0] + (g.hips[0] - g.neck[0]) * v + u * (v > 0.6 ? g.wide : g.chest),
    g.neck[1] + (g.hips[1] - g.neck[1]) * v,
  ];
  /** Mirrors the direction of a near hand for a far one. */
  const way = (degrees: number) => (s === -1 ? degrees : 180 - degrees);
  const z = g.view === "back" ? -40 : 60;
  const ahead = g.view === "profile" ? 0.8 : g.view === "three-quarter" ? 0.3 : 0;
  switch (touch) {
    case "chin":
      // Under the chin, where it leaves the mouth to be seen.
      return { at: onHead(fx + s * 6 * slim, 69), way: way(-66), z };
    case "mouth":
      return { at: onHead(fx + s * 7 * slim, 50), way: way(-56), z };
    case "cheek":
      return { at: onHead(fx + s * 34 * slim - 1, 47), way: way(-78), z };
    case "beside":
      // Before the shoulder, beside the jaw, where a close picture of the face has it in it and nothing of the face is covered.
      return { at: onHead(g.view === "profile" ? 78 : fx + s * 72, 30), way: way(-66), z };
    case "aloft":
      // The same, so high that what hangs from the hand is beside the face.
      return {
        at: onHead(g.view === "profile" ? 84 : fx + s * 80, g.view === "profile" ? 34 : -8),
        way: way(-70),
        z,
      };
    case "eyes":
      return { at: onHead(fx + s * 24 * slim - 1, 22), way: way(-60), z };
    case "ear":
      return { at: onHead(g.view === "profile" ? -4 : s * 43, 20), way: -82, z };
    case "temple":
      return { at: onHead(g.view === "profile" ? 8 : s * 44, -6), way: -84, z };
    case "nape":
      return { at: onHead(g.view === "profile" ? -38 : s * 46, -2), way: way(-50), z: -20 };
    case "chest":
      return { at: onTrunk(ahead - s * 0.12, 0.34), way: way(-14), z };
    case "belly":
      return { at: onTrunk(ahead * 0.8, 0.68), way: way(8), z };
    case "hip":
      return {
        // The far hip lies round the corner: a hand on it must not come to lie on the belly.
        at: onTrunk(
          g.view === "profile" ? -0.1 : s * (g.view === "three-quarter" && side === 1 ? 1.34 : 1.02),
          0.9,
        ),
        way: way(52),
        z: g.view === "back" ? -10 : 30,
      };
    case "pocket":
      return {
        at: onTrunk(g.view === "profile" ? 0.1 : s * 0.86, 1.06),
        way: way(72),
        z: g.view === "back" ? -10 : 30,
      };
    case "across":
      return {
        at: onTrunk(ahead * 0.6 - s * 0.62 * slim, side === -1 ? 0.5 : 0.44),
        way: way(-8),
        z: side === -1 ? z : z - 10,
      };
    case "clasp":
      return { at: onTrunk(ahead - s * 0.06, 0.42), way: way(-68), z };
    case "behind":
      return {
        at: onTrunk(g.view === "profile" ? -1 : -s * 0.2, 0.86),
        way: way(50),
        z: g.view === "back" ? 40 : -40,
      };
    case "knee":
      return { at: [g.knee[0] - 6, g.knee[1] - 16], way: 24, z };
  }
}

/** The same before the body: the upper arm hangs, as near to the trunk as the forearm lets it, which comes towards the reader. */
export function hung(shoulder: Pt, goal: Goal, arm: Parameters<typeof bent>[2]): ReturnType<typeof bent> {
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

function wristAt({ at, way }: Goal, hand: number): Pt {
  const r = (way * Math.PI) / 180;
  return [at[0] - Math.cos(r) * hand * 0.5, at[1] - Math.sin(r) * hand * 0.5];
}

/** How far a wrist turns that holds something up: farther, hand and sleeve would come apart. */
const MOST_TURN = 30;

/** Degrees that a hand points: one that holds something up beside the face goes on from its forearm, the others lie on what they touch. */
export function wristWay(
  touch: Touch | undefined,
  { way }: Goal,
  { elbow, wrist }: ReturnType<typeof bent>,
): number {
  if (touch !== "beside" && touch !== "aloft") return way;
  const arm = (Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]) * 180) / Math.PI;
  const turn = ((way - arm + 540) % 360) - 180;
  return arm + Math.max(-MOST_TURN, Math.min(MOST_TURN, turn));
}

/** Lengths of an arm, and to which side the elbow goes; `raised`: up beside the head, for a hand behind it. */
interface ArmReach {
  upper: number;
  fore: number;
  hand: number;
  out: number;
  raised?: boolean;
}

/** The wrist that brings a palm to its goal, and the elbow between it and the shoulder: low, and away from the trunk. */
export function bent(
  shoulder: Pt,
  goal: Goal,
  { upper, fore, hand, out, raised = false }: ArmReach,
): { elbow: Pt; wrist: Pt } {
  const wrist = wristAt(goal, hand);
  const [dx, dy] = [wrist[0] - shoulder[0], wrist[1] - shoulder[1]];
  const d = Math.hypot(dx, dy) || 1;
  if (dy < 15 && !raised) return hanging(shoulder, wrist, { upper, fore, out });
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
  // Right under the shoulder the elbow would stick out level with it, as nobody's does: it hangs.
  if (!raised && elbow[1] - shoulder[1] < upper * HANGS)
    return hanging(shoulder, wrist, { upper, fore, out });
  return { elbow, wrist };
}

/** How far under its shoulder the elbow is at least of a hand that is on one's own body, as a share of the upper arm. */
export const HANGS = 0.42;

/** The upper arm hangs, foreshortened by as much as brings the forearm to its length. */
function hanging(
  shoulder: Pt,
  wrist: Pt,
  { upper, fore, out }: { upper: number; fore: number; out: number },
): { elbow: Pt; wrist: Pt } {
  const [dx, dy] = [wrist[0] - shoulder[0], wrist[1] - shoulder[1]];
  const down: Pt = [out * 0.36, Math.sqrt(1 - (out * 0.36) ** 2)];
  const across = dx * down[0] + dy * down[1];
  const t = across + Math.sqrt(Math.max(0, across * across - dx * dx - dy * dy + fore * fore));
  const reach = Math.min(upper, Math.max(upper * 0.5, t));
  return { elbow: [shoulder[0] + down[0] * reach, shoulder[1] + down[1] * reach], wrist };
}
