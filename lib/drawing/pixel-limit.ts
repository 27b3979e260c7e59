// Maximum number of pixels of a picture, by what its decoder must hold in memory. A JPEG of one scan and a lossy WebP are shrunk on load, a
// few rows at a time; for other formats decoders hold every pixel or coefficient.
import type { ImageHeader } from "../manga/image-header.ts";

/** Phone cameras stay below this. */
export const MOST_PIXELS = 50_000_000;
/** Maximum for a picture that is not shrunk on load: 4,096 × 4,096. */
const MOST_WHOLE_PIXELS = 16_777_216;

/** From the first bytes of a picture; `contentType`: the result of `readImageHeader`. */
export function pixelLimit(bytes: Uint8Array, contentType: ImageHeader["contentType"]): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (contentType) {
    case "image/jpeg":
      return isJpegOfOneScan(view) ? MOST_PIXELS : MOST_WHOLE_PIXELS;
    case "image/webp":
      return isPlainLossyWebp(view) ? MOST_PIXELS : MOST_WHOLE_PIXELS;
    case "image/png":
      return isInterlacedDeepPng(view) ? MOST_WHOLE_PIXELS / 2 : MOST_WHOLE_PIXELS;
  }
}

/** Interlaced with 16 bits a channel: the decoder holds everything, at up to 8 bytes a pixel (PNG, section 11.2.1). */
function isInterlacedDeepPng(view: DataView): boolean {
  return view.byteLength > 28 && view.getUint8(24) === 16 && view.getUint8(28) !== 0;
}

/** Frame types that are decoded sequentially: baseline and extended sequential (ITU-T T.81, table B.1). */
const SEQUENTIAL: ReadonlySet<number> = new Set([0xc0, 0xc1]);
const FRAMES = { first: 0xc0, last: 0xcf };
/** Tables and extensions whose codes are among those of frames. */
const NO_FRAMES: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);
const START_OF_SCAN = 0xda;

/** For several scans (progressive, or one component after the other), a decoder keeps the coefficients of the whole picture. */
function isJpegOfOneScan(view: DataView): boolean {
  let components = 0;
  for (let at = 2; at + 10 <= view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      // Fill bytes may precede any marker (B.1.1.2).
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN) return components > 0 && view.getUint8(at + 4) === components;
    if (marker >= FRAMES.first && marker <= FRAMES.last && !NO_FRAMES.has(marker)) {
      if (!SEQUENTIAL.has(marker)) return false;
      components = view.getUint8(at + 9);
    }
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}

const LOSSY = 0x56503820; // "VP8 "
const EXTENDED = 0x56503858; // "VP8X"
/** Flags of the extended header (RFC 9649, section 2.7.1). */
const ALPHA_OR_ANIMATION = 0x12;

/** Animations and alpha planes are composed at full size, and lossless data are held whole. */
function isPlainLossyWebp(view: DataView): boolean {
  if (view.getUint32(12) === LOSSY) return true;
  if (view.getUint32(12) !== EXTENDED || (view.getUint8(20) & ALPHA_OR_ANIMATION) !== 0) return false;
  // Chunks are padded to even lengths. The first chunk with image data decides.
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const name = view.getUint32(at);
    if (name === LOSSY) return true;
    if (PICTURES.has(name)) return false;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return false;
}

/** "VP8L", "ALPH", "ANMF": chunks that are not shrunk on load. */
const PICTURES: ReadonlySet<number> = new Set([0x5650384c, 0x414c5048, 0x414e4d46]);
