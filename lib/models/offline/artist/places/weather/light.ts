// The light of a setting: what the hour and the weather make of every grey and of every colour; and where snow lies, and how bright it is.

import type { PanelView } from "../../camera/view.ts";
import type { Picture } from "../../closed/storyboard.ts";
import { clamp } from "../../pen/curves.ts";
import { HOURS, OVERCAST, type Rgb } from "../../pen/materials.ts";
import type { Light } from "../../pen/pen.ts";
import { hasTrait, isIndoors } from "../places.ts";

/** A storm of winter is driven snow, and its sky has no lightning. */
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
 * By day light tones pale to paper and only shadows keep theirs, as a pen drawing wants it. After dark there is what the moon
 * or a lamp lights, and there are spots of black; little lies between.
 */
function shadesOf({ picture }: PanelView, indoors: boolean): (grey: number) => number {
  const { hour, mood, weather } = picture.scene;
  const grim = mood === "eerie" || weather === "storm";
  if (hour === "night") {
    const [lit, from, to] = indoors ? [grim ? 0.2 : 0.1, 0.02, 0.62] : [grim ? 0.32 : 0.2, 0.04, 0.56];
    return (grey) => lit + (1 - lit) * smooth(clamp((grey - from) / (to - from), 0, 1));
  }
  // Snow lights everything from below: what stands on it is dark against it, and little lies between.
  if (!indoors && isSnowedOn(picture)) {
    const [lit, from, to] = hour === "dusk" || grim ? [0.05, 0.06, 0.66] : [0, 0.1, 0.72];
    return (grey) => lit + (1 - lit) * smooth(clamp((grey - from) / (to - from), 0, 1));
  }
  // A room by day is white walls and black furniture: what is light gets lighter, what is dark darker.
  if (indoors && hour !== "dusk" && !grim) return (grey) => parted(grey, 1.55);
  // In the evening nothing is paper-white any more but the sun and what it catches.
  const dim = { dusk: indoors ? 0.05 : 0.09, dawn: 0.02, day: 0 }[hour];
  const contrast = grim ? 1.5 : 2;
  return (grey) => dim + (1 - dim) * (1 - (1 - grey) * (1 - dim)) ** contrast;
}

/** Parts greys from the middle: towards white below it, towards black above. */
const parted = (grey: number, power: number): number =>
  grey < 0.45 ? 0.45 * (grey / 0.45) ** power : 1 - 0.55 * ((1 - grey) / 0.55) ** power;

const smooth = (t: number): number => t * t * (3 - 2 * t);

/** Clouds take the sun's own colour from the evening. */
function ambientOf({ picture }: PanelView, indoors: boolean): Rgb {
  const { hour, weather } = picture.scene;
  if (indoors) return HOURS[hour].lamplit;
  const wet = weather === "rain" || weather === "storm";
  return wet && hour !== "night" ? OVERCAST : HOURS[hour].open;
}
