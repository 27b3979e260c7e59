// The one long seat of those who sit beside each other: a bench, a pew, the seat of a train, a step, a log.

import type { Standing } from "../camera/standing.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { placed } from "../pen/curves.ts";
import { MATERIALS, SOFT_AMBIENT } from "../pen/materials.ts";
import { type Pen, PLAIN_LIGHT } from "../pen/pen.ts";
import { sizeOf } from "../things/props.ts";
import { bodyIn } from "./body/bodies.ts";
import { movedTo } from "./crew.ts";
import { nibFor } from "./figure-job.ts";
import { drawBench, drawSeat, type Seat, seatIn } from "./seats.ts";

type Long = "berth" | "pew" | "step" | "log" | "bench";

const LONG: ReadonlySet<Seat> = new Set(["berth", "pew", "step", "log"]);

/** What there is in a picture that several can sit on. */
function longSeat(picture: Picture, figure: Figure): Long | undefined {
  const seat = seatIn(picture, figure);
  if (LONG.has(seat)) return seat as Long;
  return seat === "stool" && picture.props.includes("bench") ? "bench" : undefined;
}

/** The picture with those who share a seat turned out of it, and not along it. */
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
  /** All, with those on the seat at its height. */
  standing: Standing[];
  draw(pen: Pen): void;
}

/** Figure units that a seat reaches beyond whoever sits at its end. */
const BEYOND = 78;

/** Where several sit on one seat; undefined where nobody shares one. */
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

/** Units from the ground to what somebody sits on. */
function heightOf({ figure, design, scale }: Standing, picture: Picture): number {
  const { hips, measures } = bodyIn(picture, { figure, design });
  return -(hips[1] + measures.hips * 0.72) * scale;
}

/** Draws a thing of wood as large as those who share it, by the light that they are in, with `edge` nibs of white round it. */
export function drawShared(
  pen: Pen,
  { scene }: Picture,
  scale: number,
  edge: number,
  draw: (wood: Pen) => void,
): void {
  const nib = nibFor(scale * 100);
  const lit = { ...PLAIN_LIGHT, ambient: SOFT_AMBIENT[scene.hour] };
  pen
    .withNib(nib)
    .of(MATERIALS.wood)
    .inLight(lit)
    .haloed(nib * edge, draw);
}
