// What a surface is drawn from: the panel, the plane, and where the things of the close look touch it.
import type { Season } from "../../closed/staging.ts";
import type { Chance } from "../../pen/chance.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Pen } from "../../pen/pen.ts";
import type { Choices } from "../rows.ts";
import { drawOnSheet, PANEL } from "../sheets.ts";
import type { Plane } from "./surface-plane.ts";

/** A thing that lies on the surface: the middle and the size of the box round it. */
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
  /** Where things touch it: the farthest foot and the nearest. */
  feet: { back: number; front: number };
}

/** How large a detail of the ground is at a height of the frame, beside one in its middle. */
export const sizeAt = ({ height }: Pick<Under, "height">, y: number): number => 0.62 + 0.76 * (y / height);

type Laid<U> = (pen: Pen, under: U, rng: Chance, choices?: Choices) => void;

/** Draws a composition of `assets/places/surfaces` over the frame: parts `across` are in shares of its shorter side, larger near by. */
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

/** Draws one on the plane, in metres across and away. */
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
