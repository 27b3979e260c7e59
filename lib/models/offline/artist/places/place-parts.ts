// The rows that a composition of `assets/places` is made of, as they are packed. docs/develop/places.md describes them.
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

/** A paint; one after the other, row by row; any of several, or a tone between two, by chance. */
export type Coat =
  | Laid
  | { turns: readonly Laid[] }
  | { any: readonly Laid[] }
  | { least: number; most: number };

/** Points as `curve` of `marks.ts` reads them, or with lengths that are no plain numbers: of points, or of a round. */
export type Curve =
  | string
  | readonly (readonly [x: Metres, y: Metres, corner?: 1])[]
  | { round: readonly Metres[] };

/** How often a row is drawn: shifted along an axis or to places, on both sides, or so many times. */
export type Times =
  | { axis: 0 | 1 | 2; from: Metres; to: Metres; by: Metres }
  /** The same where each place is so many times as far as the one before. */
  | { axis: 0 | 1 | 2; from: Metres; to: Metres; grow: number }
  /** The same where each is as wide as its row chooses, by a unit that is called so, with a gap behind it. */
  | { axis: 0 | 1 | 2; from: Metres; to: Metres; name: string; wide: Metres; gap: Metres }
  | { shifts: readonly (readonly [number, number, number])[] }
  | { sides: true }
  /** By chance up to `most`. */
  | { count: Metres; most?: number };

/** What code draws by name where a row says: it cannot be told in solids and curves. */
export const DRAWERS = listed(
  "boards bricks frame halo hatch joints lamp pile plaster porthole shelf stack stock taken tubes upper window bush",
  "grass ground middle path ridge rock scuffs sky tree roof shade sheen skyline smoke tuft water windows writing",
);
export type Drawer = (typeof DRAWERS)[number];

/** What a drawer or a part is told besides where: numbers in metres, and words, some of them by chance. */
export type Details = Readonly<
  Record<string, Metres | string | { either: readonly string[] } | { word: string; odds: number }>
>;

interface Row {
  made?: MaterialName | { by: string };
  /** Drawn where one word of each list holds, and as often as chance says. */
  when?: readonly (readonly string[])[];
  chance?: number;
  /** In which of so many turns of what it is a part of. */
  turns?: { are: readonly number[]; of: number };
  /** Left out where a metre has no more units than that. */
  fine?: number;
  /** Drawn as large as what is so many metres farther away. */
  deep?: number;
  times?: readonly Times[];
}

export type Part = Row &
  (
    | { what: "solid"; at: At; size: At; front: Coat; side: Coat; top: Coat; weight: number }
    /** A flat polygon in the scene, with a contour unless it weighs nothing. */
    | { what: "face"; corners: readonly At[]; paint: Coat; weight: number }
    /** The same by its corners from one point, upwards. */
    | { what: "plate"; at: At; curve: Curve; paint: Coat; weight: number }
    /** A rectangle between two opposite corners, in the plane in which both lie. */
    | { what: "panel"; ends: readonly [At, At]; paint: Coat; weight: number; lit?: true }
    /** A rectangle that lies flat, between two opposite corners: snow lies on it where it is near the ground. */
    | { what: "floor"; ends: readonly [At, At]; paint: Coat; weight: number }
    | { what: "edge"; way: readonly At[]; paint: Coat; weight: number }
    /** A line of the stuff itself, which is left out from afar. */
    | { what: "scratch"; ends: readonly [At, At]; weight: number }
    /** Another composition that stands there. */
    | { what: "part"; at: At; name: string; details: Details }
    /** The same laid on paper that faces the reader there, or on that of the panel, in its units. */
    | { what: "drawn"; at: At; name: string; details: Details }
    | { what: "paper"; at: At; name: string; details: Details }
    /** The same, inside a curve. */
    | { what: "inside"; at: At; curve: Curve; name: string }
    /** Words are told that a thing is there. */
    | { what: "named"; corners: readonly At[]; name: string }
    | { what: Drawer; ats: readonly At[]; paint?: Coat; weight?: number; details: Details }
    | FlatPart
  );

/** A drawing that faces the reader, y downwards from `at`; `lit`: nothing dims it. */
export type FlatPart = Row &
  (
    | { what: "shape" | "fill"; at: At; curve: Curve; paint: Coat; weight: number; lit?: true }
    | { what: "contour"; at: At; curve: Curve; weight: number }
    | { what: "line"; at: At; curve: Curve; weight: number; taper: Taper; white?: true }
    | { what: "stroke"; at: At; curve: Curve; paint: Coat; weight: number; closed?: true }
    | { what: "glow"; at: At; curve: Curve; radius: number; strength: number }
  );
