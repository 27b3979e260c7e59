// What is known of each kind of place, once for whoever composes, furnishes and draws it.
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

const PLACES: Readonly<Record<PlaceKind, readonly PlaceTrait[]>> = {
  street: ["puddles", "public", "turnable", "wide"],
  alley: ["seatless", "puddles", "turnable", "narrow", "path", "wide"],
  room: ["indoors", "beds", "turnable", "side-walls"],
  kitchen: ["indoors", "turnable", "side-walls"],
  classroom: ["indoors", "public", "turnable", "side-walls", "sliding-doors"],
  corridor: ["indoors", "untabled", "no-meals", "turnable", "narrow", "path", "steps"],
  office: ["indoors", "public", "turnable", "side-walls"],
  shop: ["indoors", "public", "turnable", "side-walls"],
  station: ["puddles", "public", "turnable", "wide"],
  train: ["indoors", "untabled", "no-meals", "public", "turnable", "narrow", "sliding-doors"],
  forest: ["seatless", "windswept", "wide"],
  field: ["seatless", "puddles", "windswept", "public", "wide"],
  garden: ["seatless", "puddles", "public", "wide"],
  mountain: ["seatless", "windswept", "wide"],
  river: ["by-water", "on-water", "shallows", "aboard", "seatless", "wide"],
  sea: ["by-water", "on-water", "shallows", "aboard", "driftless", "airy", "crates"],
  shore: ["by-water", "on-water", "shallows", "seatless", "public", "wide"],
  lighthouse: ["by-water", "on-water", "driftless", "seatless"],
  bridge: ["by-water", "driftless", "puddles", "public", "narrow", "path", "wide", "steps"],
  sky: ["driftless", "airy"],
  city: ["public", "wide"],
  village: ["puddles", "windswept", "public", "wide"],
  temple: ["puddles", "windswept", "public", "steps", "sliding-doors"],
  castle: ["puddles", "public", "steps"],
  stairs: ["indoors", "untabled", "no-meals", "turnable", "narrow", "path", "steps"],
  rooftop: ["seatless", "puddles", "public", "wide"],
  cave: ["indoors", "untabled", "seatless", "no-meals", "narrow", "wide"],
  space: ["indoors", "driftless", "airy", "no-meals"],
  hospital: ["indoors", "beds", "turnable", "side-walls", "sliding-doors"],
  church: ["indoors", "untabled", "public"],
  graveyard: ["puddles", "windswept", "public", "wide"],
  workshop: ["indoors", "turnable"],
  dojo: ["indoors", "untabled", "turnable", "sliding-doors"],
  gym: ["indoors", "untabled", "public", "turnable"],
  stage: ["indoors", "untabled", "public"],
  museum: ["indoors", "public", "turnable"],
  library: ["indoors", "public", "turnable"],
  bath: ["indoors", "untabled", "sliding-doors"],
  bus: ["indoors", "untabled", "public", "narrow"],
  tent: ["indoors"],
  abstract: ["indoors", "beds"],
};

export const hasTrait = (kind: PlaceKind, trait: PlaceTrait): boolean => PLACES[kind].includes(trait);
