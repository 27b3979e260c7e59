// Which way the camera looks in a place: at its far end where the picture is of the place and of everybody in it; and where it is of one
// of those who face each other, past the other one's shoulder, so that behind each of them is another side of the place. Who looks to
// the right has the left side behind them, in every picture of the scene.

import type { Shot } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { hasTrait } from "../places/places.ts";
import { isFurniture, traitsOf } from "../things/thing-traits.ts";
import { setIn } from "../things/traces.ts";
import type { PanelView } from "./view.ts";

export type Side = "main" | "left" | "right";

const OF_PLACE: ReadonlySet<Shot> = new Set(["establishing", "long", "detail"]);

/** Hands that are at a part of the place. */
const AT_PLACE = /^(?:push|reach|climb|lie|sleep|row|ride)$/u;

export function sideOf(picture: Picture): Side {
  const { shot, scene, figures } = picture;
  const { kind } = scene.place;
  if (OF_PLACE.has(shot) || !(hasTrait(kind, "side-walls") || hasTrait(kind, "wide"))) return "main";
  // What the place is furnished with stands at its far end.
  if (setIn(picture).some((prop) => isFurniture(prop) || traitsOf(prop).rests === "wall")) return "main";
  const seen = figures.filter(({ view }) => view !== "back");
  const [one, other] = seen;
  if (!one || other || one.view === "front" || AT_PLACE.test(one.pose)) return "main";
  return one.facing === "right" ? "left" : "right";
}

/** Looks that books give their places, and how far the looks of a place's other sides are from its own. */
export const LOOKS = 10_000;
const TURNED: Readonly<Record<Side, number>> = { main: 0, left: LOOKS, right: LOOKS * 2 };

/** The same picture with the side of an open place in it that the camera looks at. */
export function turnedTo(side: Side, view: PanelView): PanelView {
  const { picture } = view;
  const { scene } = picture;
  if (side === "main" || !hasTrait(scene.place.kind, "wide")) return view;
  const look = (scene.look ?? 0) + TURNED[side];
  return { ...view, picture: { ...picture, scene: { ...scene, look } } };
}
