// Chooses the surface under a thing in a close view: the told one, else the usual one for such a thing in such a place.

import { measuresOf } from "../../closed/measures.ts";
import type { PlaceKind, Prop } from "../../closed/staging.ts";
import type { Picture } from "../../closed/storyboard.ts";
import type { Ground } from "../../closed/told.ts";
import { nearFixtureOf } from "../../things/fixtures.ts";
import { hangs } from "../../things/prop-spots.ts";
import { isFurniture, traitsOf } from "../../things/thing-traits.ts";
import { isOnSole } from "../../things/traces.ts";
import { wayOf } from "../../things/tumbling.ts";
import { hasTrait, isIndoors, isUnderGlass } from "../places.ts";
import { isSnowedOn } from "../weather/light.ts";

/** The ground underfoot in each kind of place. */
const UNDERFOOT = measuresOf<PlaceKind, { underfoot: Ground }>("places");

/** Things that are built to float. */
const FLOATS: ReadonlySet<Prop> = new Set<Prop>(["boat"]);
/** Whether a thing floats in the water of its place. */
export const floats = (prop: Prop, { scene }: Pick<Picture, "scene">): boolean =>
  FLOATS.has(prop) && hasTrait(scene.place.kind, "by-water");

/** The subjects of a detail without people. The table under them does not count. */
export const looseIn = ({ shot, figures, props }: Picture): readonly Prop[] =>
  shot === "detail" && figures.length === 0 ? props.filter((prop) => prop !== "table") : [];

/**
 * The surface that fills the frame under the things of a close view; undefined if the subject is something
 * else: standing furniture, a window, or something that falls into water.
 */
export function surfaceOf(picture: Picture): Ground | undefined {
  const { scene, told, props } = picture;
  const { kind } = scene.place;
  const things = looseIn(picture);
  const [first] = things;
  if (first === undefined || kind === "abstract" || nearFixtureOf({ picture })) return undefined;
  // A print on a sole belongs to a shoe on the floor.
  if (things.includes("handprint") && isOnSole(picture)) return UNDERFOOT[kind].underfoot;
  const hung = things.filter((prop) => hangs(prop, picture));
  // A print can be on any wall; other things hang in rooms, and several of them only there.
  const isInRoom = isIndoors(kind) || hung.length > 1;
  const onWall = (prop: Prop) => prop === "handprint" || (isInRoom && prop !== "window");
  if (hung.length > 0) return hung.every(onWall) ? "wall" : undefined;
  const afloat = floats(first, picture);
  const stands = (prop: Prop) => isFurniture(prop) && prop !== "footprints" && !floats(prop, picture);
  if (things.some(stands)) return undefined;
  const way = wayOf(first, { picture });
  if (way === "sinks" || way === "sunk" || way === "drifts") return undefined;
  if (way === "flies") return "air";
  if (afloat) return "water";
  if (props.includes("table")) return "table";
  const { ground } = told;
  const indoors = isIndoors(kind) || isUnderGlass(picture);
  // Wood and mats occur indoors only, plants outdoors only.
  if (ground && !(indoors ? WILD : BUILT).has(ground)) return ground;
  if (isSnowedOn(picture)) return "snow";
  if (kind === "room" && told.place.matted) return "mats";
  const low = things.every((prop) => traitsOf(prop).rests === "floor") || way === "lies";
  if (isIndoors(kind) && !low && !hasTrait(kind, "untabled")) return "table";
  return UNDERFOOT[kind].underfoot;
}

const WILD: ReadonlySet<Ground> = new Set(["snow", "leaves", "grass", "sand"]);
const BUILT: ReadonlySet<Ground> = new Set(["boards", "mats"]);
