// Which places have a roof, so that no rain falls in them, and which is which.

import type { PlaceKind } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { hasTrait } from "./place-traits.ts";

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
