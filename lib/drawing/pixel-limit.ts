// How many pixels a picture may have, by what a decoder must hold of it. A JPEG of one scan and a lossy WebP are decoded at a fraction
// of their size, a few rows at a time; of other kinds decoders hold every pixel, or every coefficient.
import type { ImageHeader } from "../manga/image-header.ts";

/** Cameras of telephones stay below this. */
export const MOST_PIXELS = 50_000_000;
/** Of a picture that is not shrunk while it is decoded: 4,096 × 4,096. */
const MOST_WHOLE_PIXELS = 16_777_216;

/** By the first bytes of a picture; `contentType` is what `readImageHeader` says of them. */
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

/** With 16 bits a channel, and interlaced: all of it is held, at up to 8 bytes a pixel (PNG, section 11.2.1). */
function isInterlacedDeepPng(view: DataView): boolean {
  return view.byteLength > 28 && view.getUint8(24) === 16 && view.getUint8(28) !== 0;
}

/** Frames whose components are coded whole by Huffman codes: baseline and extended sequential (ITU-T T.81, table B.1). */
const SEQUENTIAL: ReadonlySet<number> = new Set([0xc0, 0xc1]);
const FRAMES = { first: 0xc0, last: 0xcf };
/** Tables and extensions that have numbers among those of frames. */
const NO_FRAMES: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);
const START_OF_SCAN = 0xda;

/** A decoder keeps the coefficients of the whole picture where it has several scans: progressive, or one component after the other. */
function isJpegOfOneScan(view: DataView): boolean {
  let components = 0;
  for (let at = 2; at + 10 <= view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      // Fill bytes may stand before any marker (B.1.1.2).
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
/** Bits of an extended header (RFC 9649, section 2.7.1). */
const ALPHA_OR_ANIMATION = 0x12;

/** An animation is composed at full size, and so is a plane of alpha; what is coded without loss is held whole. */
function isPlainLossyWebp(view: DataView): boolean {
  if (view.getUint32(12) === LOSSY) return true;
  if (view.getUint32(12) !== EXTENDED || (view.getUint8(20) & ALPHA_OR_ANIMATION) !== 0) return false;
  // Chunks are padded to even lengths. The first that holds a picture decides.
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
