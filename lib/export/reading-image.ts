// Page images for files for reading. A drawn page stays PNG, sharp and small. A page with painted pictures, which PNG compresses poorly,
// becomes a JPEG of a third of its size: stores limit a book's size, and downloads are faster.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { releaseCanvas } from "../drawing/last-pixels.ts";
import { withXmp } from "../manga/embed-xmp.ts";
import type { BoundImage } from "./binder.ts";

/** Bytes a pixel above which a PNG counts as painted. Drawn pages take up to 0.25, in colour 0.45; painted ones twice as much. */
const PAINTED = { grey: 0.4, colour: 0.9 } as const;

export interface ReadingImage {
  bytes: Uint8Array;
  extension: "png" | "jpg";
  contentType: "image/png" | "image/jpeg";
  grey: boolean;
}

/** A reading image for a file that stands alone, with the XMP packet that states what made it. Throws as `readingImage` does. */
export async function markedImage(image: BoundImage, packet: string): Promise<ReadingImage> {
  const made = await readingImage(image);
  return { ...made, bytes: withXmp(made.bytes, packet) };
}

/** The same image gives the same bytes. Throws what the decoder throws. */
export async function readingImage({ png, widthPx, heightPx }: BoundImage): Promise<ReadingImage> {
  // The colour type of a PNG's header: 0 is grey (PNG, section 11.2.1).
  const grey = png[25] === 0;
  if (png.byteLength < PAINTED[grey ? "grey" : "colour"] * widthPx * heightPx) {
    return { bytes: png, extension: "png", contentType: "image/png", grey };
  }
  const canvas = createCanvas(widthPx, heightPx);
  canvas.getContext("2d").drawImage(await loadImage(png), 0, 0);
  // Loaded lazily, because drawn books do not need it.
  const { encodeJpeg } = await import("../drawing/jpeg.ts");
  const bytes = await encodeJpeg(canvas, !grey);
  releaseCanvas(canvas);
  return { bytes, extension: "jpg", contentType: "image/jpeg", grey };
}
