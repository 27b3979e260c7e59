// The lines of faces seen from the side, and what an open mouth makes of them. In head space.
import { listsOf } from "../../closed/measures.ts";
import type { Pt } from "../../pen/curves.ts";

export type ProfileKind = "child" | "soft" | "firm" | "bold" | "old";

/** The line from the jaw under the ear round the chin, over lips and nose, to the brow and the hair. */
export const PROFILES: Readonly<Record<ProfileKind, readonly Pt[]>> = listsOf("profiles");

/** Where the lower lip, the parting of the lips and the upper lip are in every profile, and the hinge of the jaw. */
const LOWER_LIP = 8;
const HINGE: Pt = [-2, 18];

/** A profile whose jaw hangs: chin and lower lip turn about the hinge, and the lips part in a corner. */
export function gaping(profile: readonly Pt[], gape: number): readonly Pt[] {
  if (gape === 0) return profile;
  const turned = ([x, y]: Pt, k: number): Pt => {
    const [cos, sin] = [Math.cos(gape * k), Math.sin(gape * k)];
    const [dx, dy] = [x - HINGE[0], y - HINGE[1]];
    return [HINGE[0] + dx * cos - dy * sin, HINGE[1] + dx * sin + dy * cos];
  };
  const jaw = profile.slice(0, LOWER_LIP + 1).map((p, i) => (i < 2 ? p : turned(p, i === 2 ? 0.5 : 1)));
  const { lower, parting, upper } = lipsOf(jaw.at(-1) ?? HINGE, profile[LOWER_LIP + 2] ?? HINGE);
  return [...jaw, lower, [parting[0], parting[1], 1], upper, ...profile.slice(LOWER_LIP + 2)];
}

/** The inner edges of two lips that part, and the corner of the mouth between them. */
function lipsOf(low: Pt, high: Pt): { lower: Pt; parting: Pt; upper: Pt } {
  const open = low[1] - high[1];
  return {
    lower: [low[0] - 3, low[1] - 2.2],
    parting: [high[0] - 8 - open * 0.2, high[1] + 1.6 + open * 0.34],
    upper: [high[0] - 2.6, high[1] + 2],
  };
}

/** The same of a face's contour whose jaw hangs, in head space. */
export function partedLips(contour: readonly Pt[]): readonly [lower: Pt, parting: Pt, upper: Pt] {
  const [lower, parting, upper] = contour.slice(LOWER_LIP + 1, LOWER_LIP + 4);
  if (!lower || !parting || !upper) throw new RangeError("only a profile's lips part");
  return [lower, parting, upper];
}
