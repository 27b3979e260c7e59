// Makes a sheet or a reference picture from an uploaded picture: decodes it with bounded memory, crops a sheet to the proportions of a
// portrait or a place, and scales it down for requests to models.
import sharp from "sharp";
import { readImageHeader } from "../manga/image-header.ts";
import { decodeSerially } from "../work/decode-serially.ts";
import { MOST_PIXELS, pixelLimit } from "./pixel-limit.ts";

/** The picture cannot be used. The message continues "the picture of …". */
export class PictureUnusableError extends Error {
  override readonly name = "PictureUnusableError";
}

/** Sizes of drawn sheets, in pixels; `whole` is the longest side of a reference picture, which is not cropped. */
const SIZES = {
  portrait: { width: 900, height: 1200 },
  place: { width: 1200, height: 900 },
  whole: 1200,
} as const;
export type OwnShape = keyof typeof SIZES;
/** Maximum side of the picture as it is decoded. */
const MOST_SIDE = 2048;
const LEAST_SIDE = 200;

/** Timeout of a decoding; the largest pictures take a second. */
const DECODING_SECONDS = 20;

// libvips caches its last operations with their pixels. No picture is decoded twice, so the cache is off.
sharp.cache(false);

/**
 * A JPEG of at most 900 × 1,200 pixels; for a place 1,200 × 900; a whole picture at most 1,200 a side. The same bytes give the same JPEG. Throws `PictureUnusableError`, mostly
 * from the header before anything is decoded, and `BusyError` when too many pictures wait.
 */
export async function portraitOf(
  bytes: Uint8Array,
  shape: OwnShape = "portrait",
): Promise<{ bytes: Uint8Array; contentType: string }> {
  const wanted = SIZES[shape];
  const size = checkedSize(bytes, wanted);
  return { bytes: await decodeSerially(() => decoded(bytes, size, wanted)), contentType: "image/jpeg" };
}

interface Size {
  width: number;
  height: number;
}

type Wanted = (typeof SIZES)[OwnShape];

function checkedSize(bytes: Uint8Array, wanted: Wanted): Size {
  const header = readImageHeader(bytes);
  if (header === undefined) throw new PictureUnusableError("is neither PNG nor JPEG nor WebP, or is cut off");
  const { width, height, contentType } = header;
  const size = `${width} × ${height} pixels`;
  if (Math.min(width, height) < LEAST_SIDE) {
    throw new PictureUnusableError(`has only ${size}; each side needs at least ${LEAST_SIDE}`);
  }
  const pixels = width * height;
  const limit = pixelLimit(bytes, contentType);
  if (pixels > limit) {
    const [megapixels, advice] =
      pixels > MOST_PIXELS
        ? [50, "make it smaller"]
        : [Math.round(limit / 100_000) / 10, "save it as a JPEG that is not progressive, or make it smaller"];
    throw new PictureUnusableError(
      `has ${size}; at most ${megapixels} megapixels are accepted for its kind; ${advice}: 2,048 a side are enough`,
    );
  }
  if (reduction({ width, height }, wanted) * Math.min(width, height) < LEAST_SIDE) {
    throw new PictureUnusableError(`has ${size}, and its sides differ too much; crop it`);
  }
  return { width, height };
}

/** Factor, at most 1, by which the picture is shrunk as it is decoded: its crop gets the wanted height, and no side exceeds the maximum. */
function reduction({ width, height }: Size, wanted: Wanted): number {
  if (typeof wanted === "number") return Math.min(1, wanted / Math.max(width, height));
  const { height: tall } = cutOf({ width, height }, wanted);
  return Math.min(1, wanted.height / tall, MOST_SIDE / Math.max(width, height));
}

/** The largest part with the wanted proportions. */
function cutOf({ width, height }: Size, wanted: Wanted): Size {
  if (typeof wanted === "number") return { width, height };
  const proportion = wanted.width / wanted.height;
  return { width: Math.min(width, height * proportion), height: Math.min(height, width / proportion) };
}

/** `stored`: the checked size, before EXIF rotation. */
async function decoded(bytes: Uint8Array, stored: Size, wanted: Wanted): Promise<Uint8Array> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "truncated" });
    const { width, height, autoOrient } = await picture.metadata();
    if (width !== stored.width || height !== stored.height) {
      throw new PictureUnusableError("is damaged: its parts state different sizes");
    }
    const scale = reduction(autoOrient, wanted);
    const whole = {
      width: Math.round(autoOrient.width * scale),
      height: Math.round(autoOrient.height * scale),
    };
    const cut = cutOf(whole, wanted);
    const part = { width: Math.round(cut.width), height: Math.round(cut.height) };
    return await picture
      .autoOrient()
      .resize({ ...whole, fit: "fill" })
      // Heads are in the upper part.
      .extract({
        ...{
          left: Math.floor((whole.width - part.width) / 2),
          top: Math.floor((whole.height - part.height) / 4),
        },
        ...part,
      })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 90 })
      .timeout({ seconds: DECODING_SECONDS })
      .toBuffer();
  } catch (error) {
    if (error instanceof PictureUnusableError) throw error;
    throw new PictureUnusableError("is damaged or cut off: it cannot be decoded", { cause: error });
  }
}
