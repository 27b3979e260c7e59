// The context that a surface is drawn from: the panel, the contact points of things, and the perspective of
// the ground plane, in metres across and away, seen from above.
import type { PanelView } from "../../camera/view.ts";
import type { Season } from "../../closed/staging.ts";
import type { Chance } from "../../pen/chance.ts";
import { type Pt, sharp } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Choices } from "../rows.ts";
import { drawOnSheet, PANEL } from "../sheets.ts";

interface Plane {
  /** Projects a point of the plane: metres right of the middle, metres away from the frame's lower edge. */
  at(across: number, away: number): Pt;
  /** Units of a metre at a height of the panel. */
  metreAt(y: number): number;
  /** Metres from the lower edge of the frame to the upper one, and from the middle to the sides at the far end. */
  depth: number;
  half: number;
}

interface Look {
  /** A top view. */
  above: boolean;
  /** Units of a metre in the middle of the panel. */
  metre: number;
}

export function planeUnder({ width, height }: PanelView, { above, metre }: Look): Plane {
  // In a top view things keep their shape, and parallels hardly converge.
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

/** A quadrilateral of the plane. */
export const piece = (plane: Plane, [x0, z0]: Pt, [x1, z1]: Pt): Pt[] =>
  sharp([plane.at(x0, z0), plane.at(x1, z0), plane.at(x1, z1), plane.at(x0, z1)]);

/** A thing on the surface: centre and size of its box. */
export interface Lying {
  middle: Pt;
  wide: number;
  high: number;
}

export interface Under {
  width: number;
  height: number;
  plane: Plane;
  night: boolean;
  season: Season;
  spots: readonly Lying[];
  /** Y of the farthest and of the nearest contact point of the things. */
  feet: { back: number; front: number };
}

/** Scale of ground details at a height of the frame; 1 is near the middle. */
export const sizeAt = ({ height }: Pick<Under, "height">, y: number): number => 0.62 + 0.76 * (y / height);

type Laid<U> = (pen: Pen, under: U, rng: Chance, choices?: Choices) => void;

/**
 * Draws a composition of `assets/places/surfaces` over the frame. Parts measured `across` are in shares of
 * the shorter side, and larger in the foreground.
 */
export const onFrame =
  (name: string): Laid<Pick<Under, "width" | "height">> =>
  (pen, under, rng, choices = {}) => {
    const { width: w, height: h } = under;
    const side = Math.min(w, h);
    drawOnSheet(pen, `surfaces/${name}`, PANEL, {
      ...{ rng, unit: ([, y]) => side * sizeAt(under, y), ...choices },
      given: { w, h, side, ...choices.given },
    });
  };

/** Draws a composition on the plane, in metres across and away. */
export const onPlane =
  (name: string): Laid<Under> =>
  (pen, { plane }, rng, choices = {}) => {
    const { half, depth } = plane;
    drawOnSheet(pen, `surfaces/${name}`, plane.at, {
      rng,
      ...choices,
      given: { half, depth, ...choices.given },
    });
  };
