// Where snow lies, and how bright it is by the hour: it keeps what light there is, so that a night of snow is never dark underfoot.

import type { Hour } from "../../closed/staging.ts";
import type { Picture } from "../../closed/storyboard.ts";
import { hasTrait } from "../place-traits.ts";
import { isIndoors } from "../places.ts";

/** A storm of winter is driven snow, and its sky has no lightning. */
export const isBlizzard = ({ weather, season, place }: Picture["scene"]): boolean =>
  weather === "storm" && season === "winter" && !hasTrait(place.kind, "by-water");

export const isSnowedOn = ({ scene }: Pick<Picture, "scene">): boolean =>
  ((scene.weather === "snow" || isBlizzard(scene)) && !isIndoors(scene.place.kind)) ||
  (scene.season === "winter" && scene.weather === "wind" && hasTrait(scene.place.kind, "windswept")) ||
  (scene.season === "winter" && scene.weather !== "rain" && scene.place.kind === "mountain");

/** Tones of a snowed ground: at the horizon, and before the reader. */
export const SNOW: Readonly<Record<Hour, readonly [far: number, near: number]>> = {
  day: [0.1, 0],
  dawn: [0.12, 0],
  dusk: [0.24, 0.05],
  night: [0.28, 0.03],
};
