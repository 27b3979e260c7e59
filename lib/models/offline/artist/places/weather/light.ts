// The light of a setting: how hour and weather change every grey and colour; and where snow lies, and how bright it is.

import type { PanelView } from "../../camera/view.ts";
import type { Picture } from "../../closed/storyboard.ts";
import { clamp } from "../../pen/curves.ts";
import { HOURS, OVERCAST, type Rgb } from "../../pen/materials.ts";
import type { Light } from "../../pen/pen.ts";
import { hasTrait, isIndoors } from "../places.ts";

/** A winter storm on land is a blizzard: driven snow without lightning. */
export const isBlizzard = ({ weather, season, place }: Picture["scene"]): boolean =>
  weather === "storm" && season === "winter" && !hasTrait(place.kind, "by-water");

export const isSnowedOn = ({ scene }: Pick<Picture, "scene">): boolean =>
  ((scene.weather === "snow" || isBlizzard(scene)) && !isIndoors(scene.place.kind)) ||
  (scene.season === "winter" && scene.weather === "wind" && hasTrait(scene.place.kind, "windswept")) ||
  (scene.season === "winter" && scene.weather !== "rain" && scene.place.kind === "mountain");

export const lightOf = (view: PanelView, indoors: boolean): Light => ({
  seen: shadesOf(view, indoors),
  ambient: ambientOf(view, indoors),
});

/**
 * The tone curve of a setting. By day light tones become white and only shadows keep their tone, as in a pen
 * drawing. After dark lit areas and black areas separate, with little in between.
 */
function shadesOf({ picture }: PanelView, indoors: boolean): (grey: number) => number {
  const { hour, mood, weather } = picture.scene;
  const grim = mood === "eerie" || weather === "storm";
  if (hour === "night") {
    const [lit, from, to] = indoors ? [grim ? 0.2 : 0.1, 0.02, 0.62] : [grim ? 0.32 : 0.2, 0.04, 0.56];
    return (grey) => lit + (1 - lit) * smooth(clamp((grey - from) / (to - from), 0, 1));
  }
  // Snow lights everything from below: things on it are dark, with few middle tones.
  if (!indoors && isSnowedOn(picture)) {
    const [lit, from, to] = hour === "dusk" || grim ? [0.05, 0.06, 0.66] : [0, 0.1, 0.72];
    return (grey) => lit + (1 - lit) * smooth(clamp((grey - from) / (to - from), 0, 1));
  }
  // A room by day has high contrast: light tones become lighter, dark ones darker.
  if (indoors && hour !== "dusk" && !grim) return (grey) => parted(grey, 1.55);
  // In the evening nothing is white except the sun and what it lights.
  const dim = { dusk: indoors ? 0.05 : 0.09, dawn: 0.02, day: 0 }[hour];
  const contrast = grim ? 1.5 : 2;
  return (grey) => dim + (1 - dim) * (1 - (1 - grey) * (1 - dim)) ** contrast;
}

/** Increases contrast round a middle grey: lighter below it, darker above it. */
const parted = (grey: number, power: number): number =>
  grey < 0.45 ? 0.45 * (grey / 0.45) ** power : 1 - 0.55 * ((1 - grey) / 0.55) ** power;

const smooth = (t: number): number => t * t * (3 - 2 * t);

/** In the evening clouds take the colour of the sun. */
function ambientOf({ picture }: PanelView, indoors: boolean): Rgb {
  const { hour, weather } = picture.scene;
  if (indoors) return HOURS[hour].lamplit;
  const wet = weather === "rain" || weather === "storm";
  return wet && hour !== "night" ? OVERCAST : HOURS[hour].open;
}
