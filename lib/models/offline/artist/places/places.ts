// Properties of each kind of place, such as a roof that keeps off rain, and tests for told variants of places.
import { measuresOf } from "../closed/measures.ts";
import type { PlaceKind } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";

type PlaceTrait =
  /** Has a roof: no rain falls in it. */
  | "indoors"
  /** A room without a table for things. */
  | "untabled"
  /** Has water in it or below it: boats float, and a winter storm brings rain and spray, not snow. */
  | "by-water"
  /** Has water in front of the people. */
  | "on-water"
  /** A bank beside shallow water. */
  | "shallows"
  /** Figures in a picture of a boat are inside the boat. */
  | "aboard"
  /** Snow does not form drifts. */
  | "driftless"
  /** A figure that lies down has no surface under it. */
  | "airy"
  /** A figure that lies down lies in a bed; elsewhere on the ground. */
  | "beds"
  /** Offers no seat. */
  | "seatless"
  /** Crates or the like serve as seats, as on docks and decks. */
  | "crates"
  /** A figure that eats has no table. */
  | "no-meals"
  /** Rain forms puddles. */
  | "puddles"
  /** A winter wind blows snow that has fallen before. */
  | "windswept"
  /** A public place, which can have a crowd of strangers. */
  | "public"
  /** Still looks right when the camera has a yaw. */
  | "turnable"
  /** A path that figures must not be moved off. */
  | "narrow"
  /** A path between walls or rails. */
  | "path"
  /** A room with walls on both sides. */
  | "side-walls"
  /** Open on all sides, or continues behind the people on a path: it has other sides to look at. */
  | "wide"
  /** A figure that climbs walks up steps. */
  | "steps"
  /** Has sliding doors. */
  | "sliding-doors";

const PLACES = measuresOf<PlaceKind, { traits: readonly PlaceTrait[] }>("places");

export const hasTrait = (kind: PlaceKind, trait: PlaceTrait): boolean => PLACES[kind].traits.includes(trait);

export const isIndoors = (kind: PlaceKind): boolean => hasTrait(kind, "indoors");

type Told = Pick<Picture, "told" | "scene">;

/** A garden in a greenhouse: rows of plants under a glass roof, without trees. */
export const isUnderGlass = ({ told, scene }: Told): boolean =>
  scene.place.kind === "garden" && told.place.greenhouse === true;

/** A shore with a quay and water beside it. */
export const isHarbour = ({ told, scene }: Told): boolean =>
  scene.place.kind === "shore" && told.place.harbour === true;

/** A swimming pool instead of a bath for washing. */
export const isSwumIn = ({ told, scene }: Told): boolean =>
  scene.place.kind === "bath" && told.place.swimmingPool === true;

/** Aboard a space station or spacecraft: stars outside the windows. */
export const isInSpace = ({ told, scene }: Told): boolean =>
  scene.place.kind !== "space" && told.place.spacecraft === true;

/** Key that seeds a place's construction and furniture. A named place has the same key in every scene of a book, and another key in another book. */
export const whereIs = ({ id, place, look = 0 }: Picture["scene"]): string =>
  `${look} ${place.name === "" ? `${id} ${place.kind}` : `${place.kind} ${place.name.toLowerCase()}`}`;

/** Whether a place is built in the Western style. */
export const isWestern = ({ told }: Pick<Picture, "told">): boolean => told.place.western === true;

/** Whether smoke rises over the roofs. */
export const smokes = ({ told }: Pick<Picture, "told">): boolean => told.chimneySmoke === true;

/** Metres from the middle to the kitchen door that is told of: behind the person who has come in. */
export const kitchenDoor = ({ figures }: Pick<Picture, "figures">): number =>
  figures[0]?.facing === "left" ? 2.03 : -2.08;
