// Finds and repairs faults of a picture's pixels at no cost: colour in a black-and-white book, and weak blacks. Pure; `picture-edges.ts`
// finds frames; `code-repairs.ts` decodes and encodes.

/** Red, green, blue and opacity of each pixel, from the upper left. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Channel difference from which a pixel looks coloured; more than JPEG's noise at lines. */
const COLOURED = 24;
/**
 * Share of coloured pixels from which a picture is not black and white; red lips in a crowd exceed it. Removing hardly visible colour harms
 * no picture.
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

/** Distance of counted pixels: a prime, so that all columns are sampled. */
const STRIDE = 7;

/** Rec. 709. */
const greyAt = (data: Uint8ClampedArray, at: number) =>
  0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);

/** In an ink drawing the darkest hundredth of the pixels is darker than this. */
const LIGHTEST_BLACK = 90;
/** A smaller range of greys is intended and is not spread. */
const LEAST_SPREAD = 60;

/** The grey that should be black; undefined where the blacks are dark enough. */
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
  return dark > LIGHTEST_BLACK && light - dark > LEAST_SPREAD ? dark : undefined;
}

export function toGrey(data: Uint8ClampedArray): void {
  for (let at = 0; at < data.length; at += 4) data.fill(Math.round(greyAt(data, at)), at, at + 3);
}

/** Spreads the greys so that `black` becomes 0 and white does not change. */
export function spread(data: Uint8ClampedArray, black: number): void {
  const factor = 255 / (255 - black);
  for (let at = 0; at < data.length; at += 1) {
    // Opacity does not change.
    if (at % 4 !== 3) data[at] = ((data[at] ?? 0) - black) * factor;
  }
}

export interface Insets {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
