// Which side of a place the camera looks at. Pictures of the place and of everybody in it look at its far end. In a shot and reverse shot each of
// two who face each other has another side behind them: a figure that looks right has the left side behind, in every picture of the scene.

import type { Shot } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { hasTrait } from "../places/places.ts";
import { isFurniture, traitsOf } from "../things/thing-traits.ts";
import { setIn } from "../things/traces.ts";
import type { PanelView } from "./view.ts";

export type Side = "main" | "left" | "right";

const OF_PLACE: ReadonlySet<Shot> = new Set(["establishing", "long", "detail"]);

/** Poses in which the body touches a part of the place. */
const AT_PLACE = /^(?:push|reach|climb|lie|sleep|row|ride)$/u;

export function sideOf(picture: Picture): Side {
  const { shot, scene, figures } = picture;
  const { kind } = scene.place;
  if (OF_PLACE.has(shot) || !(hasTrait(kind, "side-walls") || hasTrait(kind, "wide"))) return "main";
  // The furniture of a place stands at its far end.
  if (setIn(picture).some((prop) => isFurniture(prop) || traitsOf(prop).rests === "wall")) return "main";
  const seen = figures.filter(({ view }) => view !== "back");
  const [one, other] = seen;
  if (!one || other || one.view === "front" || AT_PLACE.test(one.pose)) return "main";
  return one.facing === "right" ? "left" : "right";
}

/** The number of looks for places, and the offsets of the looks of a place's other sides. */
export const LOOKS = 10_000;
const TURNED: Readonly<Record<Side, number>> = { main: 0, left: LOOKS, right: LOOKS * 2 };

/** The view with the given side of an open place behind the figures. */
export function turnedTo(side: Side, view: PanelView): PanelView {
  const { picture } = view;
  const { scene } = picture;
  if (side === "main" || !hasTrait(scene.place.kind, "wide")) return view;
  const look = (scene.look ?? 0) + TURNED[side];
  return { ...view, picture: { ...picture, scene: { ...scene, look } } };
}
