// What code finds wrong with the pixels of a picture, and mends without paying: colour where the book is black and white, weak blacks, and a
// frame drawn along the edges. Pure; `code-mends.ts` decodes and encodes.

/** Red, green, blue and opacity of each pixel, from the upper left. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** A difference between the channels of a pixel that is seen as colour. What JPEG leaves at lines is less. */
const COLOURED = 24;
/** Share of coloured pixels from which on a picture is no longer black and white. */
const MOST_COLOURED = 0.004;

export function isColoured({ data }: Pixels): boolean {
  let [coloured, seen] = [0, 0];
  for (let at = 0; at < data.length; at += 4 * STRIDE) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > COLOURED) coloured += 1;
    seen += 1;
  }
  return coloured > seen * MOST_COLOURED;
}

/** Pixels from one that is counted to the next: a prime, so that columns take turns. */
const STRIDE = 7;

/** Rec. 709. */
const greyAt = (data: Uint8ClampedArray, at: number) =>
  0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);

/** The darkest hundredth of a picture in ink is darker than this. */
const WEAK = 90;
/** Where the greys lie closer together, there is nothing to spread: the picture is meant so. */
const LEAST_SPREAD = 60;

/** The grey that should be black; undefined where black is black. */
export function weakBlack({ data }: Pixels): number | undefined {
  const counts = new Uint32Array(256);
  let seen = 0;
  for (let at = 0; at < data.length; at += 4 * STRIDE) {
    const grey = Math.round(greyAt(data, at));
    counts[grey] = (counts[grey] ?? 0) + 1;
    seen += 1;
  }
  const greyOf = (share: number) => {
    let below = 0;
    return counts.findIndex((count) => {
      below += count;
      return below >= seen * share;
    });
  };
  const [dark, light] = [greyOf(0.01), greyOf(0.99)];
  return dark > WEAK && light - dark > LEAST_SPREAD ? dark : undefined;
}

export function toGrey(data: Uint8ClampedArray): void {
  for (let at = 0; at < data.length; at += 4) data.fill(Math.round(greyAt(data, at)), at, at + 3);
}

/** Spreads the greys so that `black` becomes 0 and white stays. */
export function spread(data: Uint8ClampedArray, black: number): void {
  const factor = 255 / (255 - black);
  for (let at = 0; at < data.length; at += 1) {
    // Opacity stays.
    if (at % 4 !== 3) data[at] = ((data[at] ?? 0) - black) * factor;
  }
}

/** How far into the picture a frame is looked for, and how thick its line may be: shares of the side. */
const DEEPEST = 0.07;
const THICKEST = 0.025;
/** Of each line the middle is looked at: the corners belong to the other sides. */
const MIDDLE = 0.8;
const DARK = 110;
const LIGHT = 190;
/** Share of a line that is dark, or light, where it is a frame's, or the margin's around it. */
const WHOLE = 0.97;

export interface Insets {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Pixels of each side that a frame takes, its margin included; undefined where there is none. A frame is a thin dark line along at least
 * `sides` sides, at the edge or behind a light margin. A dark background is no line: it goes on.
 */
export function borderOf(pixels: Pixels, sides: 3 | 4): Insets | undefined {
  const { width, height, data } = pixels;
  const grey = (x: number, y: number) => greyAt(data, 4 * (y * width + x));
  const found = {
    left: lineAt(width, height, (depth, along) => grey(depth, along)),
    top: lineAt(height, width, (depth, along) => grey(along, depth)),
    right: lineAt(width, height, (depth, along) => grey(width - 1 - depth, along)),
    bottom: lineAt(height, width, (depth, along) => grey(along, height - 1 - depth)),
  };
  const { left = 0, top = 0, right = 0, bottom = 0 } = found;
  const count = Object.values(found).filter((inset) => inset !== undefined).length;
  return count < sides ? undefined : { left, top, right, bottom };
}

/** The depth behind a line along one side; undefined where there is no line. */
function lineAt(
  deep: number,
  long: number,
  greyOf: (depth: number, along: number) => number,
): number | undefined {
  const from = Math.round((long * (1 - MIDDLE)) / 2);
  const share = (depth: number, isCounted: (grey: number) => boolean) => {
    let counted = 0;
    for (let along = from; along < long - from; along += 2) if (isCounted(greyOf(depth, along))) counted += 2;
    return counted / (long - 2 * from);
  };
  const isLine = (depth: number) => share(depth, (grey) => grey < DARK) >= WHOLE;
  const isMargin = (depth: number) => share(depth, (grey) => grey > LIGHT) >= WHOLE;
  const most = Math.ceil(deep * DEEPEST);
  let depth = 0;
  // The edge of a line is neither light nor dark.
  let between = 0;
  for (; depth < most && !isLine(depth); depth += 1) {
    if (!isMargin(depth)) between += 1;
    if (between > 2) return undefined;
  }
  const start = depth;
  const thickest = Math.max(3, Math.ceil(deep * THICKEST));
  while (depth < deep && isLine(depth) && depth - start <= thickest) depth += 1;
  const thickness = depth - start;
  if (start >= most || thickness === 0 || thickness > thickest) return undefined;
  return depth + 1;
}
