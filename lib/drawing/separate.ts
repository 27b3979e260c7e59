// Separates a grey or coloured image into the two planes of print: lines and blacks, and three flat tones without the lines. Halftone dots
// over the whole image would also dot the soft edges of its lines.
import { type Canvas, createCanvas, type Image } from "@napi-rs/canvas";
import { releasePixels } from "./last-pixels.ts";

/**
 * Lightness between which the ink plane changes from black to white. The transition is soft, so that enlarging and thresholding gives
 * smooth edges.
 */
const INK = { black: 40, white: 120 };

/** Tones as lightness: white, 12 %, 30 % and 55 %; and the lightness from which on each is used. */
const TONES = [
  { from: 226, lightness: 255 },
  { from: 196, lightness: 224 },
  { from: 145, lightness: 178 },
  { from: 0, lightness: 115 },
];

/** Lines of up to twice this share of the image's width count as ink, not as tone. */
const LINE_SHARE = 1 / 300;

/** The darkest and the lightest fiftieth of the pixels become black and white, so that a pale image prints with full contrast. */
const CLIPPED = 0.02;

export function separateImage(image: Image): { ink: Canvas; tone: Canvas } {
  const { width, height } = image;
  const grey = stretch(greyOf(image));
  const radius = Math.max(1, Math.round(width * LINE_SHARE));
  const flat = blur(closeLines(grey, { width, height, radius }), { width, height, radius });
  return {
    ink: canvasOf(throughLevels(grey, INK_LEVELS), { width, height }),
    tone: canvasOf(throughLevels(flat, TONE_LEVELS), { width, height }),
  };
}

/** Samples along the longer side for detecting colour: enough to find a ribbon. */
const LOOKED_AT = 128;
/** Maximum difference of a pixel's channels that still counts as grey, because JPEG shifts colours slightly. */
const TINTED = 10;

/** The lightness of a picture, as shown in a black-and-white book. */
export function withoutColour(image: Image): Canvas {
  return canvasOf(greyOf(image), image);
}

export function hasColour(image: Image): boolean {
  const scale = Math.min(1, LOOKED_AT / Math.max(image.width, image.height));
  const [width, height] = [Math.ceil(image.width * scale), Math.ceil(image.height * scale)];
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  // Nearest-neighbour sampling: faster than averaging, which would also hide a thin ribbon.
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(image, 0, 0, width, height);
  const data = canvas.data();
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) >= TINTED) return true;
  }
  return false;
}

/** Lookup table for the 256 levels. */
type Levels = Uint8ClampedArray;

const levelsOf = (become: (level: number) => number): Levels =>
  Uint8ClampedArray.from({ length: 256 }, (_, level) => become(level));

const INK_LEVELS = levelsOf((lightness) =>
  Math.round((255 * (lightness - INK.black)) / (INK.white - INK.black)),
);
const TONE_LEVELS = levelsOf((lightness) => TONES.find(({ from }) => lightness >= from)?.lightness ?? 255);
const NEGATIVE = levelsOf((level) => 255 - level);

function throughLevels(grey: Uint8ClampedArray, levels: Levels): Uint8ClampedArray {
  const result = new Uint8ClampedArray(grey.length);
  for (let i = 0; i < grey.length; i++) result[i] = levels[grey[i] ?? 0] ?? 0;
  return result;
}

/** Lightness by Rec. 601, over white. */
function greyOf(image: Image): Uint8ClampedArray {
  const ctx = createCanvas(image.width, image.height).getContext("2d");
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, image.width, image.height);
  ctx.drawImage(image, 0, 0);
  const { data } = ctx.getImageData(0, 0, image.width, image.height);
  const grey = new Uint8ClampedArray(image.width * image.height);
  for (let i = 0; i < grey.length; i++) {
    const at = i * 4;
    grey[i] = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  }
  releasePixels(data);
  return grey;
}

/** Stretches the contrast between the clipped ends. An image with hardly any contrast is left unchanged. */
function stretch(grey: Uint8ClampedArray): Uint8ClampedArray {
  const counts = new Uint32Array(256);
  for (const level of grey) counts[level] = (counts[level] ?? 0) + 1;
  const clipped = grey.length * CLIPPED;
  const black = Math.min(levelAfter(counts, clipped), 48);
  const white = Math.max(255 - levelAfter(counts.toReversed(), clipped), 215);
  return throughLevels(
    grey,
    levelsOf((level) => Math.round((255 * (level - black)) / (white - black))),
  );
}

function levelAfter(counts: Uint32Array, pixels: number): number {
  let seen = 0;
  const level = counts.findIndex((count) => {
    seen += count;
    return seen > pixels;
  });
  return Math.max(0, level);
}

interface Size {
  width: number;
  height: number;
}

interface Area extends Size {
  radius: number;
}

/** Removes dark lines thinner than twice the radius (grey-scale closing: dilation, then erosion). */
function closeLines(grey: Uint8ClampedArray, area: Area): Uint8ClampedArray {
  const opened = throughLevels(lightestAround(grey, area), NEGATIVE);
  return throughLevels(lightestAround(opened, area), NEGATIVE);
}

/** Maximum within a square of the radius: along rows, then along columns. */
function lightestAround(grey: Uint8ClampedArray, { width, height, radius }: Area): Uint8ClampedArray {
  const rows = new Uint8ClampedArray(grey.length);
  for (let row = 0; row < grey.length; row += width) {
    for (let x = 0; x < width; x++) {
      const end = row + Math.min(width - 1, x + radius);
      let lightest = 0;
      for (let at = row + Math.max(0, x - radius); at <= end; at++) {
        const level = grey[at] ?? 0;
        if (level > lightest) lightest = level;
      }
      rows[row + x] = lightest;
    }
  }
  const result = new Uint8ClampedArray(grey.length);
  for (let y = 0; y < height; y++) {
    const last = Math.min(height - 1, y + radius);
    for (let other = Math.max(0, y - radius); other <= last; other++) {
      for (let x = 0; x < width; x++) {
        const level = rows[other * width + x] ?? 0;
        if (level > (result[y * width + x] ?? 0)) result[y * width + x] = level;
      }
    }
  }
  return result;
}

/** Mean within a square of the radius, as running sums along rows, then along columns; the image's edge is repeated outwards. */
function blur(grey: Uint8ClampedArray, { width, height, radius }: Area): Uint8ClampedArray {
  const rows = new Uint32Array(grey.length);
  for (let row = 0; row < grey.length; row += width) {
    const at = (x: number) => grey[row + Math.min(width - 1, Math.max(0, x))] ?? 0;
    let sum = 0;
    for (let x = -radius; x <= radius; x++) sum += at(x);
    for (let x = 0; x < width; x++) {
      rows[row + x] = sum;
      sum += at(x + radius + 1) - at(x - radius);
    }
  }
  const rowAt = (y: number) => Math.min(height - 1, Math.max(0, y)) * width;
  const sums = new Uint32Array(width);
  for (let y = -radius; y <= radius; y++) {
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + (rows[rowAt(y) + x] ?? 0);
  }
  const result = new Uint8ClampedArray(grey.length);
  const pixels = (2 * radius + 1) ** 2;
  for (let y = 0; y < height; y++) {
    const [entering, leaving] = [rowAt(y + radius + 1), rowAt(y - radius)];
    for (let x = 0; x < width; x++) {
      const sum = sums[x] ?? 0;
      result[y * width + x] = Math.round(sum / pixels);
      sums[x] = sum + (rows[entering + x] ?? 0) - (rows[leaving + x] ?? 0);
    }
  }
  return result;
}

function canvasOf(grey: Uint8ClampedArray, { width, height }: Size): Canvas {
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  const image = ctx.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < grey.length; i++) pixels[i] = 0xff000000 | ((grey[i] ?? 0) * 0x010101);
  ctx.putImageData(image, 0, 0);
  return canvas;
}
