// Shapes of pictures: a model's aspect ratio nearest to a panel's, the real format and size of a picture, and the part of it that a panel
// shows.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { readImageHeader } from "../../manga/image-header.ts";
import { BusyError } from "../../pipeline/errors.ts";
import { decodeSerially } from "../../work/decode-serially.ts";

/** The nearest ratio of the list, by proportion. */
export function nearestRatio(width: number, height: number, ratios: readonly string[]): string {
  const distance = (ratio: string) => Math.abs(Math.log(proportionOf(ratio) / (width / height)));
  const [nearest] = ratios.toSorted((a, b) => distance(a) - distance(b));
  if (nearest === undefined) throw new RangeError("nearestRatio needs at least one ratio");
  return nearest;
}

function proportionOf(ratio: string): number {
  const [across = 1, down = 1] = ratio.split(":").map(Number);
  return across / down;
}

/** Tolerance of the ratio's logarithm. A wider or higher picture is cropped to the panel, so at least seven tenths of it remain. */
const RATIO_TOLERANCE = 0.35;
/** Least number of pixels a side for print. */
const LEAST_PIXELS = 256;
/**
 * The most pixels of a picture; 4K at any ratio of a model has 17 million. Larger ones are not decoded, because each pixel takes four
 * bytes.
 */
const MOST_PIXELS = 40_000_000;

/** An encoded picture that decodes. Its pixels are not kept in memory while models inspect it. */
export interface Picture {
  kind: "picture";
  bytes: Uint8Array;
  /** The type of the bytes, whatever the answer called it. */
  contentType: string;
  width: number;
  height: number;
}
export type Decoded = Picture | { kind: "unusable"; reason: string };

/**
 * Checks that a PNG, JPEG or WebP decodes and has the requested shape. Its size is checked before decoding. Throws `BusyError` when too
 * many pictures wait to be decoded in this process.
 */
export async function decode(bytes: Uint8Array, aspectRatio: string): Promise<Decoded> {
  const header = readImageHeader(bytes);
  if (header === undefined) return { kind: "unusable", reason: "it is not a PNG, JPEG or WebP" };
  const { width, height, contentType } = header;
  const size = `${width} × ${height}`;
  if (width < LEAST_PIXELS || height < LEAST_PIXELS) {
    return { kind: "unusable", reason: `it is only ${size} pixels` };
  }
  if (width * height > MOST_PIXELS) return { kind: "unusable", reason: `it is ${size} pixels, too many` };
  // The decoder would fill the missing part with grey.
  if (!isWhole(bytes, contentType)) return { kind: "unusable", reason: "its data is incomplete" };
  if (Math.abs(Math.log(width / height / proportionOf(aspectRatio))) > RATIO_TOLERANCE) {
    return { kind: "unusable", reason: `it is ${size}, not ${aspectRatio}` };
  }
  try {
    await decodeSerially(() => loadImage(bytes));
    return { kind: "picture", bytes, contentType, width, height };
  } catch (error) {
    if (error instanceof BusyError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "unusable", reason: `it cannot be decoded: ${reason}` };
  }
}

/** Whether the file is complete by its format's end: PNG's IEND, JPEG's EOI, the length in a WebP's header. */
function isWhole(bytes: Uint8Array, contentType: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (contentType === "image/png") return buffer.includes("IEND", -1_024);
  if (contentType === "image/jpeg") return buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;
  return buffer.length >= buffer.readUInt32LE(4) + 8;
}

/** A part of a picture, in pixels. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The largest part of a picture, or of a part of it, with the panel's proportions. Both sides are cropped, at the bottom more than at the
 * top.
 */
export function cropFor(
  within: { x?: number; y?: number; width: number; height: number },
  width: number,
  height: number,
): Crop {
  const scale = Math.min(within.width / width, within.height / height);
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  const [x, y] = [within.x ?? 0, within.y ?? 0];
  // Heads are usually in the upper part.
  return {
    ...{ x: x + Math.round((within.width - w) / 2), y: y + Math.round((within.height - h) / 3) },
    ...{ width: w, height: h },
  };
}

/** Changes pixels (red, green, blue, opacity) in place. */
export type Recolour = (pixels: Uint8ClampedArray) => void;

/** The part as PNG; the picture's own bytes where nothing is cropped or recoloured. Throws `BusyError` as `decode` does. */
export async function cropped(
  picture: Picture,
  { x, y, width, height }: Crop,
  recolour?: Recolour,
): Promise<{ bytes: Uint8Array; contentType: string }> {
  const { bytes, contentType } = picture;
  const isWhole = width === picture.width && height === picture.height;
  if (isWhole && recolour === undefined) return { bytes, contentType };
  return decodeSerially(async () => {
    const canvas = createCanvas(width, height);
    const ctx = canvas.getContext("2d");
    ctx.drawImage(await loadImage(bytes), x, y, width, height, 0, 0, width, height);
    if (recolour !== undefined) {
      const image = ctx.getImageData(0, 0, width, height);
      recolour(image.data);
      ctx.putImageData(image, 0, 0);
    }
    return { bytes: await canvas.encode("png"), contentType: "image/png" };
  });
}
