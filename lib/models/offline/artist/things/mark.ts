// The marks that a thing's drawing is made of, as they are packed from its SVG (`scripts/draw/things/svg-marks.ts`).
import type { Paint } from "../../../../manga/drawing.ts";
import type { Matrix, Pt } from "../pen/curves.ts";
import type { MaterialName } from "../pen/material-names.ts";
import type { Taper } from "../pen/outlines.ts";

/** Points as `pts` of `curves.ts` reads them, or `round` and the numbers of an ellipse: its middle, its radii, how many points. */
export type Curve = string;

/** Where one sits or stands on it, has its handlebars or its handle in the hands, how far down it stands, and where it is blown. */
export const ANCHORS = ["seat", "handlebar", "handle", "base", "mouth"] as const;
export type Anchor = (typeof ANCHORS)[number];

/** A paint, or the name of one that whoever draws it chooses: the coat of an animal. */
export type Laid = Paint | { by: string };

export type Mark =
  /** An area; with a weight it has a contour. */
  | { area: Curve; hole?: Curve; paint: Laid; weight?: number }
  /** The contour of a closed curve, heavier away from the light. */
  | { contour: Curve; weight: number }
  /** A stroke of ink whose ends may run out thin. */
  | { line: Curve; weight: number; taper: Taper }
  /** The same in white ink, over black and tone. */
  | { scratch: Curve; weight: number; taper: Taper }
  /** An even stroke in any paint. */
  | { stroke: Curve; paint: Laid; weight: number; closed?: true }
  /** A place on the thing, which is not drawn. */
  | { anchor: Anchor; at: Pt }
  /** What code draws there, by a name. */
  | { draws: string }
  /**
   * Marks in a space of their own, made of something else (`own`: by a name), inside a closed curve, turned about a point by a share of
   * the degrees that a feeling or a pose says, on a body that code knows the `frame` of (`pin`: in its own size about a point there), or
   * drawn only `when` one word of each list holds.
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
