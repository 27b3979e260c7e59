// What is known of each kind of place, once for whoever composes, furnishes and draws it.
import { measuresOf } from "../closed/measures.ts";
import type { PlaceKind } from "../closed/staging.ts";

export type PlaceTrait =
  /** Under a roof: no rain falls in it. */
  | "indoors"
  /** A room with no table to put a thing on. */
  | "untabled"
  /** There is water in it or under it: boats float, and a storm of winter is rain and spray. */
  | "by-water"
  /** Water lies before whoever is there. */
  | "on-water"
  /** A bank beside shallow water. */
  | "shallows"
  /** Whoever is in a picture of a boat is in the boat. */
  | "aboard"
  /** No snow lies there. */
  | "driftless"
  /** Nothing is under whoever lies. */
  | "airy"
  /** Whoever lies down lies in a bed; elsewhere they lie on the ground. */
  | "beds"
  /** Nothing is at hand to sit on. */
  | "seatless"
  /** Something to sit on lies about, as on docks and decks. */
  | "crates"
  /** Whoever eats there has no table. */
  | "no-meals"
  /** Rain stands in puddles. */
  | "puddles"
  /** A winter wind blows over what has fallen before. */
  | "windswept"
  /** Strangers gather there. */
  | "public"
  /** Its walls stay walls when the camera turns to a corner of them. */
  | "turnable"
  /** A path that one must not be moved off. */
  | "narrow"
  /** A path between walls or rails. */
  | "path"
  /** A room with a wall to each side. */
  | "side-walls"
  /** Goes on to all sides, or on behind whoever comes along it. */
  | "wide"
  /** Whoever climbs there climbs on their feet. */
  | "steps"
  /** Doors slide. */
  | "sliding-doors";

const PLACES = measuresOf<PlaceKind, { traits: readonly PlaceTrait[] }>("places");

export const hasTrait = (kind: PlaceKind, trait: PlaceTrait): boolean => PLACES[kind].traits.includes(trait);
