// Where snow lies, and how bright it is by the hour: it keeps what light there is, so that a night of snow is never dark underfoot.
import type { Hour, PlaceKind } from "../../../manga/staging.ts";
import type { Picture } from "../../../manga/storyboard.ts";
import { isIndoors } from "./places.ts";

/** Open country where a winter wind blows over what has fallen before. */
const WILD: ReadonlySet<PlaceKind> = new Set(["forest", "field", "mountain", "village", "temple"]);

export const isSnowedOn = ({ scene }: Pick<Picture, "scene">): boolean =>
  (scene.weather === "snow" && !isIndoors(scene.place.kind)) ||
  (scene.weather === "wind" && scene.season === "winter" && WILD.has(scene.place.kind));

/** Tones of a snowed ground: at the horizon, and before the reader. */
export const SNOW: Readonly<Record<Hour, readonly [far: number, near: number]>> = {
  day: [0.14, 0],
  dawn: [0.2, 0.04],
  dusk: [0.34, 0.16],
  night: [0.34, 0.08],
};
