// The plane under a close look: metres across and away on it, as somebody sees them who looks down at what lies there.

import type { PanelView } from "../../camera/view.ts";
import { type Pt, sharp } from "../../pen/curves.ts";

export interface Plane {
  /** Where a point lies that is so many metres right of the middle, and away from the frame's lower edge. */
  at(across: number, away: number): Pt;
  /** Units of a metre at a height of the panel. */
  metreAt(y: number): number;
  /** Metres from the lower edge of the frame to the upper one, and from its middle to its sides at the far end. */
  depth: number;
  half: number;
}

interface Look {
  /** Whether it looks straight down. */
  above: boolean;
  /** Units of a metre in the middle of the panel. */
  metre: number;
}

export function planeUnder({ width, height }: PanelView, { above, metre }: Look): Plane {
  // Straight down things keep their shape, and lines hardly meet.
  const [horizon, squash] = above ? [-height * 2.4, 0.96] : [-height * 0.75, 0.55];
  const middle = height / 2 - horizon;
  const eye = middle / metre;
  const focal = middle / squash;
  const distance = (y: number) => (focal * eye) / (y - horizon);
  const nearest = distance(height);
  const metreAt = (y: number) => (y - horizon) / eye;
  return {
    at(across, away) {
      const scale = focal / Math.max(nearest * 0.2, nearest + away);
      return [width / 2 + across * scale, horizon + eye * scale];
    },
    metreAt,
    depth: distance(0) - nearest,
    half: (width * 0.56) / metreAt(0),
  };
}

/** A four-cornered piece of the plane. */
export const piece = (plane: Plane, [x0, z0]: Pt, [x1, z1]: Pt): Pt[] =>
  sharp([plane.at(x0, z0), plane.at(x1, z0), plane.at(x1, z1), plane.at(x0, z1)]);
