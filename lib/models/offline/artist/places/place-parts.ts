// The parts that a composition of `assets/places` is made of, as they are packed. docs/develop/places.md describes the rows.
import type { MaterialName } from "../pen/materials.ts";
import type { Taper } from "../pen/outlines.ts";
import type { Laid } from "../things/marks.ts";

/** Metres to the right, up and away. */
type At = readonly [x: number, y: number, z: number];

/** A row, in metres from where the whole stands. */
export type Part = { made?: MaterialName } & (
  | { what: "solid"; at: At; size: At; front: Laid; side: Laid; top: Laid; weight: number }
  /** A flat polygon in the scene, with a contour unless it weighs nothing. */
  | { what: "face"; corners: readonly At[]; paint: Laid; weight: number }
  /** A rectangle that lies flat, between two opposite corners: snow lies on it where it is near the ground. */
  | { what: "floor"; ends: readonly [At, At]; paint: Laid; weight: number }
  | { what: "edge"; ends: readonly [At, At]; paint: Laid; weight: number }
  /** A line of the stuff itself, which is left out from afar. */
  | { what: "scratch"; ends: readonly [At, At]; weight: number }
  /** A drawing that faces the reader, y downwards from `at`; `lit`: nothing dims it. */
  | { what: "shape" | "fill"; at: At; curve: string; paint: Laid; weight: number; lit?: true }
  | { what: "line"; at: At; curve: string; weight: number; taper: Taper }
  | { what: "stroke"; at: At; curve: string; paint: Laid; weight: number; closed?: true }
  | { what: "glow"; at: At; curve: string; radius: number; strength: number }
);
