// The lines of faces seen from the side, and what an open mouth makes of them. In head space.
import { type Pt, pts } from "../../pen/curves.ts";

export type ProfileKind = "child" | "soft" | "firm" | "bold" | "old";

/** The line from the jaw under the ear round the chin, over lips and nose, to the brow and the hair. */
export const PROFILES: Readonly<Record<ProfileKind, readonly Pt[]>> = {
  child: pts(
    "-5,6 -3,21 4,33 14,42 23,47.6 29,47.4 32.4,43.8 32.2,40.4 34.4,37.4 33.4,34.8 35.6,32 35.4,28.6 36.8,26 41.2,23.2! 41,21 37,13.4 35.6,5 38.4,-8 38,-22",
  ),
  soft: pts(
    "-5,6 -2.6,20 5,32 15,41 25,48 31,49 34.4,45.4 33.8,41 36,37.6 34.8,34.8 37,31.8 36.4,28.4 37.8,25.8 43.8,22! 43.4,19.6 38.8,11.5 36,2.5 38.4,-9 37.5,-23",
  ),
  firm: pts(
    "-5,6 -3.4,23 4,34.5 16,43.5 27,50 33.4,50.2 36.2,46 35,41 37,37.6 35.8,34.8 38,31.8 37,28 38.8,25.4 45.2,22! 44.6,19 39.4,9.5 36.6,2 39,-8 37.8,-23",
  ),
  bold: pts(
    "-5,6 -4.6,25 2,37 16,46 28,51.2 35.4,51 38.2,46.4 36.4,41 38,37.6 36.8,34.8 39,31.8 38,28 40,25.4 46.6,22! 45.8,18.4 41,9 37.4,1 40,-7 38,-24",
  ),
  old: pts(
    "-5,6 -4.6,24 2,36 16,45.5 28,51 35,50.4 38,45.8 35.4,40.4 36.8,37 34.8,34.2 36.8,31.4 37.6,28 39.8,26 46,23.6! 46.8,19.6 43,10 37.6,1.5 40,-8 37.6,-24",
  ),
};

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
