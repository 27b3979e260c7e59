// The seat of a sitting figure: the told one (a barrel, a rock, a step, the ground), the bare ground in open
// country, or a stool indoors. And whether a figure eats at a table.

import { isToldOfSome, toldOf } from "../camera/figure-told.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { PlaceKind, Pose, Prop, Shot } from "../closed/staging.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import type { SeatTold } from "../closed/told.ts";
import { hashOf } from "../pen/chance.ts";
import type { Pt } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { hasTrait, isIndoors } from "../places/places.ts";
import { drawPart } from "../things/parts.ts";
import { drawProp } from "../things/props.ts";
import { LYING, POSES, type PoseSpec } from "./body/poses.ts";

export type Seat = SeatTold | "stool" | "berth" | "pew";

/** Usual seats of places that have a seat for everybody, and so no stools. */
const SEATED: Partial<Record<PlaceKind, Seat>> = { train: "berth", bus: "berth", church: "pew" };

/** Whether a thing of the picture is a seat that the place has anyway. */
export const isOwnSeat = (prop: Prop, { place }: Picture["scene"]): boolean =>
  SEATED[place.kind] !== undefined && (prop === "chair" || prop === "bench");

/** Things that a sitting figure uses as a seat. */
export const SEAT_OF: Readonly<Partial<Record<Prop, Seat>>> = {
  ...{ barrel: "barrel", box: "crate", chest: "crate", suitcase: "crate", stone: "rock" },
  wheelchair: "wheelchair",
};

type Placed = Pick<Picture, "told" | "props" | "scene">;

export function seatIn(picture: Placed, figure: Pick<Figure, "character">): Seat {
  const { props, scene } = picture;
  const { seat } = toldOf(picture, figure);
  if (seat) return seat;
  const own = SEATED[scene.place.kind];
  if (own) return own;
  if (props.includes("bench") || props.includes("chair")) return "stool";
  if (hasTrait(scene.place.kind, "crates")) return "crate";
  return hasTrait(scene.place.kind, "seatless") ? "ground" : "stool";
}

/** Whether a figure that eats sits at a table: indoors always, outdoors only if one is told of or in the picture. */
export const isLaid = (picture: Placed, figure: Pick<Figure, "character">): boolean =>
  toldOf(picture, figure).atTable === true ||
  picture.props.includes("table") ||
  (isIndoors(picture.scene.place.kind) && !hasTrait(picture.scene.place.kind, "no-meals"));

interface SeatAt {
  x: number;
  top: number;
  half: number;
  /** The sitter is seen in profile, with the seat's back behind their own. */
  aside: boolean;
}

/** Thickness of a stool's legs, and width of a barrel's hoops. */
const [LEG, HOOP] = [14, 11];

/**
 * A seat with its top at `top` (the ground is 0) and `half` to each side of `x`. The part is drawn 72 to each side and 160 high; what keeps its
 * height is mapped by `standingAt`; what is drawn 1000 to the right is offset by the thickness of a leg.
 */
export function drawSeat(
  pen: Pen,
  seat: Exclude<Seat, "ground" | "wheelchair">,
  { x, top, half, aside }: SeatAt,
): void {
  const [wide, high] = [half / 72, -top / 160];
  drawPart(pen.at([wide, 0, 0, high, x, 0]), `seats/${seat}`, {
    is: [aside ? "aside" : "ahead"],
    frames: {
      standing: ([u, v]) => [
        u > 500 ? u - 1000 + LEG / wide : u,
        v > 500 ? (v - 1000) / high : v / high - 160,
      ],
      // Keeps a circular lid.
      lid: ([u, v]) => [u, ((v + 160) * wide) / high - 160],
      // The lower edge of the hoop is drawn 1000 above its upper one.
      hoop: ([u, v]) => [u, v < -500 ? v + 1000 + HOOP / high : v],
    },
  });
}

/** The bench of the picture with its seat at `top`, stretched lengthwise by `across`. */
export function drawBench(pen: Pen, x: number, top: number, across = 1): void {
  // In its own space the seat is 6 units above the middle of the bench, and the feet 94 below.
  const k = -top / 100;
  drawProp(pen.at([k * across, 0, 0, k, x, -94 * k]), "bench");
}

/** Maps a part that stands on the ground: y from `top` down; y from 1000 on is relative to the ground. */
export const standingAt =
  (x: number, top: number) =>
  ([u, v]: Pt): Pt => [x + u, v > 500 ? v - 1000 : top + v];

const NEAR: ReadonlySet<Shot> = new Set(["detail", "close", "bust", "half"]);
export const isLying = (pose: Pose): boolean => pose === "lie" || pose === "sleep";

export const isBedded = (pose: Pose, design: CharacterDesign, place: PlaceKind): boolean =>
  isLying(pose) && design.kind === "human" && hasTrait(place, "beds");

/** Whether the camera looks down at figures that lie. */
export const looksDown = (picture: Picture): boolean =>
  NEAR.has(picture.shot) &&
  picture.figures.length > 0 &&
  picture.figures.every(({ pose }) => isLying(pose)) &&
  !hasTrait(picture.scene.place.kind, "airy") &&
  !isToldOfSome(picture, ({ onWall }) => onWall);

/** Whether a near shot has both lying and other figures, so that it cannot show the heads of all. */
export const isBedside = ({ shot, figures }: Picture): boolean =>
  shot !== "detail" &&
  NEAR.has(shot) &&
  figures.some(({ pose }) => isLying(pose)) &&
  !figures.every(({ pose }) => isLying(pose));

/** Degrees that the head tilts on the pillow: backwards; a sleeper's also to the other side. */
const TIPS = { lie: [-26, -36, -46], sleep: [-30, -42, 28] } as const;

/** The pose of a lying figure as seen from above. */
export function fromAbove(pose: "lie" | "sleep", { id }: CharacterDesign, moment: number): PoseSpec {
  const pick = (what: string) => hashOf(id, moment, what);
  const tips = TIPS[pose];
  return {
    ...POSES.stand,
    ...LYING[pick("arms") % LYING.length],
    turn: tips[pick("pillow") % tips.length] ?? tips[0],
    support: "bed",
  };
}
