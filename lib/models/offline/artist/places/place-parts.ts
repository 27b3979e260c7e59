// The packed form of the rows of a composition of `assets/places`; `docs/develop/places.md` describes them.
import { listed } from "../closed/listed.ts";
import type { MaterialName } from "../pen/material-names.ts";
import type { Taper } from "../pen/outlines.ts";
import type { Laid } from "../things/mark.ts";

/** A length in metres; in a unit that code gives; from a line or from the end of a unit; by chance; or one after the other, row by row. */
export type Metres =
  | number
  | { n: number; unit: string; plus?: number }
  | { line: string; sign: 1 | -1; plus: number }
  | { least: Metres; most: Metres }
  | { any: readonly Metres[] }
  | { turns: readonly Metres[] };

/** Metres to the right, up and away. */
export type At = readonly [x: Metres, y: Metres, z: Metres];

/** A paint: fixed, one after another by row, a random one of several, or a random tone between two. */
export type Coat =
  | Laid
  | { turns: readonly Laid[] }
  | { any: readonly Laid[] }
  | { least: number; most: number };

/** Points as `curve` of `marks.ts` reads them; or, with computed lengths, points or a circle. */
export type Curve =
  | string
  | readonly (readonly [x: Metres, y: Metres, corner?: 1])[]
  | { round: readonly Metres[] };

/** Repetition of a row: along an axis, at given shifts, mirrored on both sides, or a number of times. */
export type Times =
  | { axis: 0 | 1 | 2; from: Metres; to: Metres; by: Metres }
  /** Along an axis with distances that grow by a factor. */
  | { axis: 0 | 1 | 2; from: Metres; to: Metres; grow: number }
  /** Along an axis with items of random width, which the row can use as the unit `name`, and a gap after each. */
  | { axis: 0 | 1 | 2; from: Metres; to: Metres; name: string; wide: Metres; gap: Metres }
  | { shifts: readonly (readonly [number, number, number])[] }
  | { sides: true }
  /** A number of times, or a random number up to `most`. */
  | { count: Metres; most?: number };

/** Names of drawers that rows can refer to, for what solids and curves cannot express. */
export const DRAWERS = listed(
  "boards bricks frame halo hatch joints lamp pile plaster porthole shelf stack stock taken tubes upper window bush",
  "grass ground middle path ridge rock scuffs sky tree roof shade sheen skyline smoke tuft water windows writing",
);
export type Drawer = (typeof DRAWERS)[number];

/** Further details for a drawer or a part: numbers in metres, and words; some are random. */
export type Details = Readonly<
  Record<string, Metres | string | { either: readonly string[] } | { word: string; odds: number }>
>;

interface Row {
  made?: MaterialName | { by: string };
  /** Drawn only if one word of each list holds, with the given probability. */
  when?: readonly (readonly string[])[];
  chance?: number;
  /** Drawn only in these turns of the repetition of its parent, counted modulo `of`. */
  turns?: { are: readonly number[]; of: number };
  /** Omitted if a metre has at most this many units. */
  fine?: number;
  /** Drawn at the size of something this many metres farther away. */
  deep?: number;
  times?: readonly Times[];
}

export type Part = Row &
  (
    | { what: "solid"; at: At; size: At; front: Coat; side: Coat; top: Coat; weight: number }
    /** A flat polygon in the scene, with a contour if its weight is not 0. */
    | { what: "face"; corners: readonly At[]; paint: Coat; weight: number }
    /** A polygon that faces the reader, with its corners relative to one point, y upwards. */
    | { what: "plate"; at: At; curve: Curve; paint: Coat; weight: number }
    /** A rectangle between two opposite corners, in an axis-parallel plane. */
    | { what: "panel"; ends: readonly [At, At]; paint: Coat; weight: number; lit?: true }
    /** A horizontal rectangle between two opposite corners; near the ground it can be covered with snow. */
    | { what: "floor"; ends: readonly [At, At]; paint: Coat; weight: number }
    | { what: "edge"; way: readonly At[]; paint: Coat; weight: number }
    /** A line of surface texture, omitted in the distance. */
    | { what: "scratch"; ends: readonly [At, At]; weight: number }
    /** A nested composition. */
    | { what: "part"; at: At; name: string; details: Details }
    /** A nested composition on a sheet that faces the reader, or on the panel's sheet, in its units. */
    | { what: "drawn"; at: At; name: string; details: Details }
    | { what: "paper"; at: At; name: string; details: Details }
    /** A nested composition clipped to a curve. */
    | { what: "inside"; at: At; curve: Curve; name: string }
    /** Records that a thing of this name is visible here. */
    | { what: "named"; corners: readonly At[]; name: string }
    | { what: Drawer; ats: readonly At[]; paint?: Coat; weight?: number; details: Details }
    | FlatPart
  );

/** A drawing that faces the reader, y downwards from `at`; with `lit` it is never dimmed. */
export type FlatPart = Row &
  (
    | { what: "shape" | "fill"; at: At; curve: Curve; paint: Coat; weight: number; lit?: true }
    | { what: "contour"; at: At; curve: Curve; weight: number }
    | { what: "line"; at: At; curve: Curve; weight: number; taper: Taper; white?: true }
    | { what: "stroke"; at: At; curve: Curve; paint: Coat; weight: number; closed?: true }
    | { what: "glow"; at: At; curve: Curve; radius: number; strength: number }
  );
