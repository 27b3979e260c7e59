// Where snow lies, and how bright it is by the hour: it keeps what light there is, so that a night of snow is never dark underfoot.
import type { Hour, PlaceKind } from "../../closed/staging.ts";
import type { Picture } from "../../closed/storyboard.ts";
import { isIndoors } from "../places.ts";

/** Open country where a winter wind blows over what has fallen before. */
const WILD: ReadonlySet<PlaceKind> = new Set([
  "forest",
  "field",
  "mountain",
  "village",
  "temple",
  "graveyard",
]);

/** On the water a winter storm is rain and spray. */
const WET: ReadonlySet<PlaceKind> = new Set(["sea", "shore", "lighthouse", "river", "bridge"]);

/** A storm of winter is driven snow, and its sky has no lightning. */
export const isBlizzard = ({ weather, season, place }: Picture["scene"]): boolean =>
  weather === "storm" && season === "winter" && !WET.has(place.kind);

export const isSnowedOn = ({ scene }: Pick<Picture, "scene">): boolean =>
  ((scene.weather === "snow" || isBlizzard(scene)) && !isIndoors(scene.place.kind)) ||
  (scene.season === "winter" && scene.weather === "wind" && WILD.has(scene.place.kind)) ||
  (scene.season === "winter" && scene.weather !== "rain" && scene.place.kind === "mountain");

/** Tones of a snowed ground: at the horizon, and before the reader. */
export const SNOW: Readonly<Record<Hour, readonly [far: number, near: number]>> = {
  day: [0.1, 0],
  dawn: [0.12, 0],
  dusk: [0.24, 0.05],
  night: [0.28, 0.03],
};
