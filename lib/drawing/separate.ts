// Parts a grey or coloured image into the two planes of print: lines and blacks, and three even tones without the lines.
// A screen of dots over the whole image would also dot the soft edges of its lines.
import { type Canvas, createCanvas, type Image } from "@napi-rs/canvas";

/** Lightness between which the ink plane goes from black to white; soft, so that enlarging and thresholding rounds the edge. */
const INK = { black: 40, white: 120 };

/** Tones as lightness: white, 12 %, 30 % and 55 %; and the lightness from which each is taken. */
const TONES = [
  { from: 226, lightness: 255 },
  { from: 196, lightness: 224 },
  { from: 145, lightness: 178 },
  { from: 0, lightness: 115 },
];

/** Lines of up to twice this share of the image's width are taken for ink, not for tone. */
const LINE_SHARE = 1 / 300;

/** The darkest and the lightest fiftieth of the pixels become black and white, so that a pale scan prints as a bold one. */
const CLIPPED = 0.02;

export function separateImage(image: Image): { ink: Canvas; tone: Canvas } {
  const { width, height } = image;
  const grey = stretch(greyOf(image));
  const radius = Math.max(1, Math.round(width * LINE_SHARE));
  const flat = blur(closeLines(grey, { width, height, radius }), { width, height, radius });
  return {
    ink: canvasOf(grey.map(inkLevel), width, height),
    tone: canvasOf(flat.map(toneLevel), width, height),
  };
}

function inkLevel(lightness: number): number {
  return Math.round((255 * (lightness - INK.black)) / (INK.white - INK.black));
}

function toneLevel(lightness: number): number {
  return TONES.find(({ from }) => lightness >= from)?.lightness ?? 255;
}

/** Lightness by Rec. 601, over white paper. */
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
  return grey;
}

/** Levels: black and white points at the clipped ends. An image with hardly any range is left as it is. */
function stretch(grey: Uint8ClampedArray): Uint8ClampedArray {
  const counts = new Uint32Array(256);
  for (const level of grey) counts[level] = (counts[level] ?? 0) + 1;
  const clipped = grey.length * CLIPPED;
  const black = Math.min(levelAfter(counts, clipped), 48);
  const white = Math.max(255 - levelAfter(counts.toReversed(), clipped), 215);
  return grey.map((level) => Math.round((255 * (level - black)) / (white - black)));
}

function levelAfter(counts: Uint32Array, pixels: number): number {
  let seen = 0;
  const level = counts.findIndex((count) => {
    seen += count;
    return seen > pixels;
  });
  return Math.max(0, level);
}

interface Area {
  width: number;
  height: number;
  radius: number;
}

/** Closes dark lines thinner than twice the radius with the lightness around them (grey closing: lightest, then darkest). */
function closeLines(grey: Uint8ClampedArray, area: Area): Uint8ClampedArray {
  return slide(slide(grey, area, Math.max), area, Math.min);
}

function blur(grey: Uint8ClampedArray, area: Area): Uint8ClampedArray {
  const taps = 2 * area.radius + 1;
  const sum = new Float32Array(grey.length);
  const result = new Uint8ClampedArray(grey.length);
  eachTap(area, true, (to, from) => {
    sum[to] = (sum[to] ?? 0) + (grey[from] ?? 0) / taps;
  });
  const both = new Float32Array(grey.length);
  eachTap(area, false, (to, from) => {
    both[to] = (both[to] ?? 0) + (sum[from] ?? 0) / taps;
  });
  for (let i = 0; i < both.length; i++) result[i] = Math.round(both[i] ?? 0);
  return result;
}

/** The most extreme lightness within a square of the radius: along rows, then along columns. */
function slide(
  grey: Uint8ClampedArray,
  area: Area,
  pick: (a: number, b: number) => number,
): Uint8ClampedArray {
  const rows = grey.slice();
  eachTap(area, true, (to, from) => {
    rows[to] = pick(rows[to] ?? 0, grey[from] ?? 0);
  });
  const result = rows.slice();
  eachTap(area, false, (to, from) => {
    result[to] = pick(result[to] ?? 0, rows[from] ?? 0);
  });
  return result;
}

/** Calls for every pixel with each pixel of its row (or column) within the radius; the image's edge repeats outwards. */
function eachTap(
  { width, height, radius }: Area,
  alongRow: boolean,
  tap: (to: number, from: number) => void,
) {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = y * width + x;
      for (let d = -radius; d <= radius; d++) {
        tap(
          to,
          alongRow
            ? y * width + Math.min(width - 1, Math.max(0, x + d))
            : Math.min(height - 1, Math.max(0, y + d)) * width + x,
        );
      }
    }
  }
}

function canvasOf(grey: Uint8ClampedArray, width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  const image = ctx.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (const [i, level] of grey.entries()) pixels[i] = 0xff000000 | (level * 0x010101);
  ctx.putImageData(image, 0, 0);
  return canvas;
}
