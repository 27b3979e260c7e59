// What is known of each kind of place, and of a place that is told of: which have a roof, so that no rain falls in them, and which is which.
import { measuresOf } from "../closed/measures.ts";
import type { PlaceKind } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";

type PlaceTrait =
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

export const isIndoors = (kind: PlaceKind): boolean => hasTrait(kind, "indoors");

type Told = Pick<Picture, "told" | "scene">;

/** A garden in a greenhouse: plants in rows under a glass roof, and no trees. */
export const isUnderGlass = ({ told, scene }: Told): boolean =>
  scene.place.kind === "garden" && told.place.greenhouse === true;

/** A shore with a quay, beside which there is water. */
export const isHarbour = ({ told, scene }: Told): boolean =>
  scene.place.kind === "shore" && told.place.harbour === true;

/** A bath in which people swim and do not wash. */
export const isSwumIn = ({ told, scene }: Told): boolean =>
  scene.place.kind === "bath" && told.place.swimmingPool === true;

/** Aboard a station or a ship in space: outside the windows are stars. */
export const isInSpace = ({ told, scene }: Told): boolean =>
  scene.place.kind !== "space" && told.place.spacecraft === true;

/** A place that has a name is the same one in every scene of a book, and not the one in another: it is built and furnished from this. */
export const whereIs = ({ id, place, look = 0 }: Picture["scene"]): string =>
  `${look} ${place.name === "" ? `${id} ${place.kind}` : `${place.kind} ${place.name.toLowerCase()}`}`;

/** Whether a place is built as places are in the west. */
export const isWestern = ({ told }: Pick<Picture, "told">): boolean => told.place.western === true;

/** Smoke over the roofs. */
export const smokes = ({ told }: Pick<Picture, "told">): boolean => told.chimneySmoke === true;

/** Metres to the right of the middle where a kitchen has the door that is told of: behind whoever has come in. */
export const kitchenDoor = ({ figures }: Pick<Picture, "figures">): number =>
  figures[0]?.facing === "left" ? 2.03 : -2.08;
