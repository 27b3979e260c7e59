// Marks: the elements of a thing's drawing, packed from its SVG (`scripts/draw/things/svg-marks.ts`).
import type { Paint } from "../../../../manga/drawing.ts";
import type { Matrix, Pt } from "../pen/curves.ts";
import type { MaterialName } from "../pen/material-names.ts";
import type { Taper } from "../pen/outlines.ts";

/** Points in the syntax of `pts` of `curves.ts`; or `round` and the centre, radii and number of points of an ellipse. */
export type Curve = string;

/** Anchors: the place to sit or stand, the handlebars, the handle, the base, and the mouthpiece. */
export const ANCHORS = ["seat", "handlebar", "handle", "base", "mouth"] as const;
export type Anchor = (typeof ANCHORS)[number];

/** A paint, or the name of one that the caller supplies, such as an animal's coat. */
export type Laid = Paint | { by: string };

export type Mark =
  /** A filled area; with a weight it has a contour. */
  | { area: Curve; hole?: Curve; paint: Laid; weight?: number }
  /** The contour of a closed curve, heavier away from the light. */
  | { contour: Curve; weight: number }
  /** An ink stroke with optional tapers. */
  | { line: Curve; weight: number; taper: Taper }
  /** The same in white ink, over black and tone. */
  | { scratch: Curve; weight: number; taper: Taper }
  /** An even stroke in any paint. */
  | { stroke: Curve; paint: Laid; weight: number; closed?: true }
  /** An anchor point, which is not drawn. */
  | { anchor: Anchor; at: Pt }
  /** A place where code draws, by name. */
  | { draws: string }
  /**
   * A group of marks: with its own matrix, material (`own`: one the caller supplies by name) or clip; rotated
   * about a point by a share of supplied degrees; mapped by a supplied `frame` (`pin`: at its own size round
   * a point there); or drawn only `when` one word of each list holds.
   */
  | {
      group: Mark[];
      matrix?: Matrix;
      made?: MaterialName;
      own?: string;
      frame?: string;
      pin?: Pt;
      clip?: Curve;
      turn?: { by: string; share: number; about: Pt };
      when?: string[][];
    };
