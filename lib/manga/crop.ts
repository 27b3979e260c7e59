// Crops a picture to a frame of another shape: the largest area that fits, with the heads in it.
import type { Face } from "./artwork.ts";
import { type Box, boundingBox } from "./geometry.ts";

export interface CropFrame {
  width: number;
  height: number;
  /** Height at the frame's top that something else hides. */
  hidden: number;
}

export interface Crop {
  /** In the picture's units. */
  part: Box;
  /** Share of the heads' area that is visible; 1 where there are no heads. */
  shown: number;
}

/** The head around a face, in multiples of the face's size: hair above it, and margins beside and below it. */
const HEAD = { above: 0.55, beside: 0.3, below: 0.15 };

/** Height of a hat or a crest above the hair, in faces. Artists do not mark hats, so this room is left above every head. */
const HAT = 0.55;

/** Height of the heads' middle in the crop, 0 (top) to 1. */
const EYE_LINE = 0.42;

export function cropTo(
  picture: { width: number; height: number },
  faces: readonly Pick<Face, "box">[],
  frame: CropFrame,
): Crop {
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height);
  const [width, height, hidden] = [frame.width / scale, frame.height / scale, frame.hidden / scale];
  const heads = faces.map(({ box }) => headOf(box, picture));
  const seen = { width, height: height - hidden };
  const around = aroundMost(heads, seen) ?? { x: 0, y: 0, ...picture };
  const middle = { x: around.x + around.width / 2, y: around.y + around.height / 2 };
  const part = {
    x: between(middle.x - width / 2, 0, picture.width - width),
    // A head cut at its chin is still recognisable; one without its top is not.
    y: between(
      Math.min(middle.y - hidden - seen.height * EYE_LINE, topOf(heads, around) - hidden),
      0,
      picture.height - height,
    ),
    ...{ width, height },
  };
  const whole = heads.filter(
    ({ x, y, width: wide, height: high, crown }) =>
      x >= part.x - 1 &&
      x + wide <= part.x + width + 1 &&
      crown >= part.y + hidden - 1 &&
      y + high <= part.y + height + 1,
  );
  return { part, shown: heads.length === 0 ? 1 : whole.length / heads.length };
}

interface Head extends Box {
  /** The top of a possible hat. */
  crown: number;
}

/** The part of a head that lies in the picture. */
function headOf({ x, y, width, height }: Box, picture: { width: number; height: number }): Head {
  const left = Math.max(0, x - width * HEAD.beside);
  const top = Math.max(0, y - height * HEAD.above);
  const right = Math.min(picture.width, x + width * (1 + HEAD.beside));
  const bottom = Math.min(picture.height, y + height * (1 + HEAD.below));
  const crown = Math.max(0, y - height * (HEAD.above + HAT));
  return { x: left, y: top, width: right - left, height: bottom - top, crown };
}

/** The highest hat of the heads whose top is within an area. */
function topOf(heads: readonly Head[], around: Box): number {
  const within = heads.filter(({ y }) => y >= around.y && y <= around.y + around.height);
  return Math.min(around.y, ...within.map(({ crown }) => crown));
}

/** The box around all heads, without the smallest ones where all do not fit. */
function aroundMost(heads: readonly Box[], room: { width: number; height: number }): Box | undefined {
  const bySize = heads.toSorted((a, b) => b.width * b.height - a.width * a.height);
  for (let count = bySize.length; count > 0; count--) {
    const around = boundingBox(bySize.slice(0, count).flatMap(cornersOf));
    if (count === 1 || (around.width <= room.width && around.height <= room.height)) return around;
  }
  return undefined;
}

function cornersOf({ x, y, width, height }: Box) {
  return [
    { x, y },
    { x: x + width, y: y + height },
  ];
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
