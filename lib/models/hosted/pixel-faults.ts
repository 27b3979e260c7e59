// What code finds wrong with the pixels of a picture, and mends without paying: colour where the book is black and white, and weak blacks.
// Pure; `picture-edges.ts` finds frames; `code-repairs.ts` decodes and encodes.

/** Red, green, blue and opacity of each pixel, from the upper left. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** A difference between the channels of a pixel that is seen as colour. What JPEG leaves at lines is less. */
const COLOURED = 24;
/**
 * Share of coloured pixels from which on a picture is no longer black and white: red lips in a crowd are more. To take colour away that is
 * hardly there harms no picture.
 */
const MOST_COLOURED = 0.0005;

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

export interface Insets {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
