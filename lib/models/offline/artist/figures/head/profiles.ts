// The lines of faces seen from the side, and what an open mouth makes of them. In head space.
import { listsOf } from "../../closed/measures.ts";
import { corner, lerp, mix, type Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { MOUTHS, type Mouth } from "../face/expressions.ts";

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

/** Radians that the jaw hangs. */
export const gapeOf = (mouth: Mouth): number => MOUTHS[mouth].gape ?? 0;

/** What lies between the parted lips: the dark of the mouth, the upper teeth, the tongue. */
export function drawOpenProfile(pen: Pen, contour: readonly Pt[], kind: Mouth): void {
  const [lower, parting, upper] = contour.slice(LOWER_LIP + 1, LOWER_LIP + 4);
  if (!lower || !parting || !upper) throw new RangeError("only a profile's lips part");
  const mouth = [lower, parting, upper].map(corner);
  pen.fill(mouth, "black");
  pen.inside(mouth, (p) => {
    const open = lower[1] - upper[1];
    if (open < 5) return;
    const teeth = kind === "grin" ? 0.9 : 0.22;
    p.fill(
      [
        corner([upper[0] + 2, upper[1] - 2]),
        corner(mix(parting, upper, 0.2)),
        corner([lerp(parting[0], upper[0], 0.5), lerp(upper[1], lower[1], teeth)]),
        corner([upper[0] + 2, lerp(upper[1], lower[1], teeth)]),
      ],
      "white",
    );
    if (kind === "grin") return;
    p.fill(
      [
        [lerp(parting[0], lower[0], 0.4), lower[1] + 1],
        [lerp(parting[0], lower[0], 0.65), lerp(lower[1], upper[1], 0.26)],
        [lower[0] + 2, lerp(lower[1], upper[1], 0.3)],
        [lower[0] + 2, lower[1] + 3],
      ],
      { tone: 0.34 },
    );
  });
}
