// Finds parts along a picture's edges that do not belong to it: a frame, with or without a margin around it, and bars that fill up the
// requested shape. Pure.
import type { Insets, Pixels } from "./pixel-faults.ts";

type Side = keyof Insets;
const SIDES: readonly Side[] = ["left", "top", "right", "bottom"];

/** One side of a picture, with the arithmetic for the index of a pixel at a depth from the edge and a place along it. */
interface Edge {
  /** Number of pixels from this edge to the opposite one. */
  deep: number;
  long: number;
  /** Index of the outermost pixel's red value at place 0. */
  start: number;
  /** Changes of the index for one pixel inwards and one pixel along. */
  inward: number;
  along: number;
  data: Uint8ClampedArray;
}

function edgeOf({ width, height, data }: Pixels, side: Side): Edge {
  const row = 4 * width;
  const across = { deep: width, long: height, along: row, data };
  const down = { deep: height, long: width, along: 4, data };
  switch (side) {
    case "left":
      return { ...across, start: 0, inward: 4 };
    case "right":
      return { ...across, start: row - 4, inward: -4 };
    case "top":
      return { ...down, start: 0, inward: row };
    case "bottom":
      return { ...down, start: row * (height - 1), inward: -row };
  }
}

/** How deep in the picture a frame is searched, and the most thickness of its line, as shares of the side. */
const DEEPEST = 0.12;
const THICKEST = 0.025;

/**
 * Width in pixels of a frame on each side, its margin included; undefined where fewer than `sides` sides have one. A dark area that does
 * not end is a background, not a line.
 */
export function borderOf(pixels: Pixels, sides: 3 | 4): Insets | undefined {
  const [left, top, right, bottom] = SIDES.map((side) => {
    const edge = edgeOf(pixels, side);
    const margin = marginOf(edge, DEEPEST, RAGGED);
    return margin === undefined ? lineOf(edge, 0) : (lineBehind(edge, margin) ?? margin + 1);
  });
  const found = [left, top, right, bottom].filter((inset) => inset !== undefined);
  return found.length < sides ? undefined : insetsOf({ left, top, right, bottom });
}

/** Limits for bars: deeper than any margin, and most of the picture must remain. */
const LEAST_BAR = 0.04;
const MOST_BAR = 0.46;

/** Width in pixels of two opposite sides of one colour that end in a straight line; undefined where another side has a margin too. */
export function barsOf(pixels: Pixels): Insets | undefined {
  const depthOf = (side: Side) => marginOf(edgeOf(pixels, side), MOST_BAR, STRAIGHT);
  const [left, top, right, bottom] = SIDES.map(depthOf);
  const isBar = (deep: number, depth: number | undefined) => depth !== undefined && depth >= deep * LEAST_BAR;
  const across = isBar(pixels.width, left) && isBar(pixels.width, right);
  const down = isBar(pixels.height, top) && isBar(pixels.height, bottom);
  if (across && top === undefined && bottom === undefined) return insetsOf({ left, right });
  return down && left === undefined && right === undefined ? insetsOf({ top, bottom }) : undefined;
}

function insetsOf({
  left = 0,
  top = 0,
  right = 0,
  bottom = 0,
}: Partial<Record<Side, number | undefined>>): Insets {
  return { left, top, right, bottom };
}

/** Share of each side that is examined; the corners belong to the other sides. */
const MIDDLE = 0.8;
const STEP = 2;

/** Indices of the outermost pixels that are examined. */
function placesAlong({ long, start, along }: Edge): number[] {
  const from = Math.round((long * (1 - MIDDLE)) / 2);
  const places: number[] = [];
  for (let place = from; place < long - from; place += STEP) places.push(start + place * along);
  return places;
}

/** Channel difference from which two pixels have different colours: more than JPEG's noise on white. */
const OTHER_COLOUR = 28;
/** Share of the outermost pixels that must have the margin's colour. */
const PLAIN_SHARE = 0.97;
/** Share of the places at which the margin ends at the same depth, and the tolerance of that depth: scans are slightly rotated. */
const RAGGED = { share: 0.85, off: 0.015 };
const STRAIGHT = { share: 0.9, off: 0.004 };

/** Depth of a margin of one colour that ends in a straight line; undefined where there is none. `most`: as a share of the depth. */
function marginOf(edge: Edge, most: number, { share, off }: typeof RAGGED): number | undefined {
  const { data, deep, inward } = edge;
  const places = placesAlong(edge);
  const paperOf = (channel: number) => median(places.map((at) => data[at + channel] ?? 0));
  const [red, green, blue] = [paperOf(0), paperOf(1), paperOf(2)];
  const differs = (at: number) =>
    Math.abs((data[at] ?? 0) - red) > OTHER_COLOUR ||
    Math.abs((data[at + 1] ?? 0) - green) > OTHER_COLOUR ||
    Math.abs((data[at + 2] ?? 0) - blue) > OTHER_COLOUR;
  if (places.filter((at) => !differs(at)).length < places.length * PLAIN_SHARE) return undefined;
  const limit = Math.floor(deep * most);
  const ends = places.map((at) => {
    let depth = 1;
    while (depth <= limit && !differs(at + depth * inward)) depth += 1;
    return depth;
  });
  const end = median(ends);
  if (end > limit) return undefined;
  const tolerance = Math.max(2, deep * off);
  const same = ends.filter((one) => Math.abs(one - end) <= tolerance);
  return same.length < places.length * share ? undefined : Math.max(...same);
}

const DARK = 110;
/** Share of a line at the edge that must be dark. */
const DARK_SHARE = 0.97;
/** The same share after a margin, where the line may be slightly rotated. */
const DARK_SHARE_BEHIND_MARGIN = 0.5;

/** Width of a line's soft edge after a margin, in pixels. */
const SOFT_EDGE_PX = 2;

/** The depth behind the line in which a margin ends; undefined where it ends in the picture. */
function lineBehind(edge: Edge, margin: number): number | undefined {
  for (let start = margin; start <= margin + SOFT_EDGE_PX; start += 1) {
    const behind = lineOf(edge, start);
    if (behind !== undefined) return behind;
  }
  return undefined;
}

/** The depth behind a dark line that begins at `start`; undefined where there is none. */
function lineOf(edge: Edge, start: number): number | undefined {
  const places = placesAlong(edge);
  const least = places.length * (start === 0 ? DARK_SHARE : DARK_SHARE_BEHIND_MARGIN);
  const isLine = (depth: number) =>
    places.filter((at) => greyAt(edge.data, at + depth * edge.inward) < DARK).length >= least;
  const thickest = Math.max(3, Math.ceil(edge.deep * THICKEST));
  let depth = start;
  while (depth < edge.deep && isLine(depth) && depth - start <= thickest) depth += 1;
  const thickness = depth - start;
  return thickness === 0 || thickness > thickest ? undefined : depth + 1;
}

/** Rec. 709. */
const greyAt = (data: Uint8ClampedArray, at: number) =>
  0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
