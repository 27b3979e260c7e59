// An image as files for reading hold it. A drawn page stays the PNG that it is, sharp and small; one with painted pictures of a
// model, which PNG can hardly pack, becomes a JPEG of a third of its size: stores take books up to a size, and readers wait for them.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { releaseCanvas } from "../drawing/last-pixels.ts";
import { withXmp } from "../manga/embed-xmp.ts";
import type { BoundImage } from "./binder.ts";

/** Bytes a pixel of a PNG that was hard to pack: drawn pages take up to 0.25, in colour 0.45; those of models twice as much. */
const PAINTED = { grey: 0.4, colour: 0.9 } as const;

export interface ReadingImage {
  bytes: Uint8Array;
  extension: "png" | "jpg";
  contentType: "image/png" | "image/jpeg";
  grey: boolean;
}

/** As a file that stands alone holds it: with the packet that says what made it. Throws as `readingImage` does. */
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
  // Loaded where a book needs it, which a drawn one does not.
  const { encodeJpeg } = await import("../drawing/jpeg.ts");
  const bytes = await encodeJpeg(canvas, !grey);
  releaseCanvas(canvas);
  return { bytes, extension: "jpg", contentType: "image/jpeg", grey };
}
