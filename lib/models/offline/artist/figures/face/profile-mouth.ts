// Open mouths of people who are seen from the side.
import { corner, lerp, mix, type Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import { partedLips } from "../head/profiles.ts";
import { MOUTHS, type Mouth } from "./expressions.ts";

/** Radians that the jaw hangs. */
export const gapeOf = (mouth: Mouth): number => MOUTHS[mouth].gape ?? 0;

/** What lies between the parted lips: the dark of the mouth, the upper teeth, the tongue. */
export function drawOpenProfile(pen: Pen, contour: readonly Pt[], kind: Mouth): void {
  const [lower, parting, upper] = partedLips(contour);
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
