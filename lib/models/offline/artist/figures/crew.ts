// Shared seats: one boat for all figures in it, with those who sit, row or stand between its two sides; and
// one long seat for figures who sit beside each other: a bench, a pew, the seat of a train, a step, a log.

import { flipOf, type Standing } from "../camera/standing.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { Pose } from "../closed/staging.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { type Pt, placed, pts } from "../pen/curves.ts";
import { HOURS, MATERIALS } from "../pen/materials.ts";
import { type Pen, PLAIN_LIGHT } from "../pen/pen.ts";
import { hasTrait } from "../places/places.ts";
import { drawPart } from "../things/parts.ts";
import { sizeOf } from "../things/props.ts";
import { bodyIn } from "./body/stances.ts";
import { nibFor } from "./figure-job.ts";
import { drawBench, drawSeat, type Seat, seatIn } from "./seats.ts";

/** Whether a figure is in a boat: rowers are, and everybody in a picture of a boat on water. */
export function isAfloat({ props, scene }: Pick<Picture, "props" | "scene">, pose: Pose): boolean {
  const wet = hasTrait(scene.place.kind, "on-water");
  return pose === "row" ? wet || props.includes("boat") : wet && props.includes("boat");
}

/** Whether the picture is seen from the water, without ground in front. */
export const isOnWater = (picture: Picture): boolean =>
  picture.figures.some(({ pose }) => isAfloat(picture, pose));

interface Crew {
  /** All figures of the picture, with those in the boat at the height of its thwarts. */
  standing: Standing[];
  hull: Hull | undefined;
}

/** A boat as long as its crew needs: its hull is drawn round the hips of the first and the last figure. */
interface Hull {
  first: number;
  last: number;
  y: number;
  scale: number;
  flip: 1 | -1;
  rowers: readonly Standing[];
}

/** The crew and its boat. `far`: the feet are inside the panel, so that figures can be moved together on one bottom. */
export function crewOf(standing: readonly Standing[], picture: Picture, far: boolean): Crew {
  const aboard = standing.filter(({ figure, borne }) => !borne && isAfloat(picture, figure.pose));
  const crew = aboard.filter(({ design }) => design.kind === "human");
  const [leader] = crew;
  if (!leader) return { standing: [...standing], hull: undefined };
  const waterlines = crew.map((one) => one.groundY + sillOf(one, picture) * one.scale);
  const y = far ? Math.min(...waterlines) : Math.max(...waterlines);
  const scale = Math.max(...crew.map((one) => one.scale));
  const xs = far ? closer(aboard, scale) : new Map(aboard.map((one) => [one, one.x]));
  const seated = new Map(
    aboard.map((one) => {
      const floor = crew.includes(one) ? y - sillOf(one, picture) * one.scale : y - THWART * scale;
      return [one, far ? movedTo(one, xs.get(one) ?? one.x, floor) : one];
    }),
  );
  const rowers = crew.filter(({ figure }) => figure.pose === "row");
  const hull: Hull = {
    ...{ first: Math.min(...xs.values()), last: Math.max(...xs.values()), y, scale },
    flip: flipOf((rowers[0] ?? leader).figure),
    rowers: rowers.map((one) => seated.get(one) ?? one),
  };
  return { standing: standing.map((one) => seated.get(one) ?? one), hull };
}

/** Largest distance between two neighbours in a boat, in figure units. */
const APART = 400;

/** New x of each figure in a boat: neighbours at most `APART` apart, with the mean position unchanged. */
function closer(aboard: readonly Standing[], scale: number): Map<Standing, number> {
  const order = aboard.toSorted((a, b) => a.x - b.x);
  const steps = order.map((one, i) => Math.min(one.x - (order[i - 1]?.x ?? one.x), APART * scale));
  const xs = steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0));
  const middle = order.reduce((sum, { x }) => sum + x, 0) / order.length;
  const shift = middle - xs.reduce((sum, x) => sum + x, 0) / xs.length;
  return new Map(order.map((one, i) => [one, (xs[i] ?? 0) + shift]));
}

/** Height of an animal above the middle of the hull, so that the side does not hide it. */
const THWART = 58;

/** A standing at another place, with its face moved along. */
export const movedTo = (one: Standing, x: number, groundY = one.groundY): Standing => ({
  ...one,
  ...{ x, groundY },
  face: [one.face[0] + x - one.x, one.face[1] + groundY - one.groundY],
});

/** Y of the hull's middle: the gunwale is at the hips of a sitting figure, and at the knees of a standing one. */
function sillOf({ figure, design }: Standing, picture: Picture): number {
  const { hips } = bodyIn(picture, { figure, design });
  return Math.max(hips[1] + 76, -52);
}

/** Maps a boat for one person to the panel; the part between the first and the last figure is stretched. */
const laid =
  ({ first, last, y, scale, flip }: Hull) =>
  ([px, py]: Pt): Pt => [(px * flip < 0 ? first : last) + px * flip * scale, y + py * scale];

/** The far side of the hull, behind the figures. */
export const drawFarSide = (pen: Pen, hull: Hull): void =>
  drawPart(pen, "boats/far-side", { frames: { hull: laid(hull) } });

/** The near side of the hull, the water along it, and the oars over it. */
export function drawNearSide(pen: Pen, hull: Hull, picture: Picture): void {
  drawPart(pen, "boats/near-side", { frames: { hull: laid(hull) } });
  pen.name("boat", pts("-340,-104 392,-122 310,56 -290,56").map(laid(hull)));
  // The near oar of each rower: from the hands over the gunwale into the water.
  for (const { figure, design, x, groundY, scale } of hull.rowers) {
    const [wx, wy] = bodyIn(picture, { figure, design }).arms.near.wrist.p;
    const there = pen.at([scale * flipOf(figure), 0, 0, scale, x, groundY]);
    drawPart(there.at(placed(wx + 10, wy, 38)), "boats/oar");
  }
}

type Long = "berth" | "pew" | "step" | "log" | "bench";

const LONG: ReadonlySet<Seat> = new Set(["berth", "pew", "step", "log"]);

/** A seat of the picture that has room for several figures. */
function longSeat(picture: Picture, figure: Figure): Long | undefined {
  const seat = seatIn(picture, figure);
  if (LONG.has(seat)) return seat as Long;
  return seat === "stool" && picture.props.includes("bench") ? "bench" : undefined;
}

/** The picture with figures on a shared seat facing out of it, and not along it. */
export function turnedOut(picture: Picture, cast: readonly CharacterDesign[]): Picture {
  const people = new Set(cast.filter(({ kind }) => kind === "human").map(({ id }) => id));
  const sits = ({ pose, character }: Picture["figures"][number]) => pose === "sit" && people.has(character);
  const [first, second] = picture.figures.filter(sits);
  if (!first || !second || !longSeat(picture, first)) return picture;
  const figures = picture.figures.map((figure) =>
    sits(figure) && figure.view === "profile" ? { ...figure, view: "three-quarter" as const } : figure,
  );
  return { ...picture, figures };
}

interface Shared {
  /** All figures, with those on the seat at its height. */
  standing: Standing[];
  draw(pen: Pen): void;
}

/** Figure units that a seat extends beyond the figure at its end. */
const BEYOND = 78;

/** The shared seat of several figures; undefined if none is shared. */
export function sharedSeat(all: readonly Standing[], picture: Picture): Shared | undefined {
  const sitters = all.filter(
    ({ figure, design, borne }) => figure.pose === "sit" && design.kind === "human" && !borne,
  );
  const [first] = sitters;
  const kind = first && longSeat(picture, first.figure);
  if (!kind || sitters.length < 2) return undefined;
  const highs = new Map(sitters.map((one) => [one, heightOf(one, picture)]));
  const high = Math.max(...highs.values());
  const groundY = Math.max(...sitters.map((one) => one.groundY));
  const scale = Math.max(...sitters.map((one) => one.scale));
  const standing = all.map((one): Standing => {
    const own = highs.get(one);
    if (own === undefined) return one;
    const up = one.groundY - groundY + high - own;
    return { ...movedTo(one, one.x, one.groundY - up), seated: true };
  });
  const xs = sitters.map(({ x }) => x);
  const [from, to] = [Math.min(...xs) - BEYOND * scale, Math.max(...xs) + BEYOND * scale];
  return {
    standing,
    draw(pen) {
      const look = { top: -high / scale, wide: (to - from) / scale };
      drawShared(pen, picture, scale, 0.36, (wood) =>
        drawLong(wood.at(placed((from + to) / 2, groundY, 0, scale)), kind, look),
      );
    },
  };
}

function drawLong(pen: Pen, kind: Long, { top, wide }: { top: number; wide: number }): void {
  if (kind !== "bench") {
    const half = wide / (kind === "berth" || kind === "pew" ? 6 : 4.6);
    drawSeat(pen, kind, { x: 0, top, half, aside: false });
    return;
  }
  const [left, , right] = sizeOf("bench").extent;
  const across = Math.max(-top / 100, wide / (right - left));
  drawBench(pen, (-(left + right) / 2) * across, top, across / (-top / 100));
}

/** Height of the seat above the ground, in units. */
function heightOf({ figure, design, scale }: Standing, picture: Picture): number {
  const { hips, measures } = bodyIn(picture, { figure, design });
  return -(hips[1] + measures.hips * 0.72) * scale;
}

/** Draws a wooden thing at the scale of those who share it, in their light, with a white edge of `edge` nibs. */
export function drawShared(
  pen: Pen,
  { scene }: Picture,
  scale: number,
  edge: number,
  draw: (wood: Pen) => void,
): void {
  const nib = nibFor(scale * 100);
  const lit = { ...PLAIN_LIGHT, ambient: HOURS[scene.hour].lamplit };
  pen
    .withNib(nib)
    .of(MATERIALS.wood)
    .inLight(lit)
    .haloed(nib * edge, draw);
}
