// Reads format and size in pixels from an image's first bytes. This is fast, and safe for images too large to decode.

export interface ImageHeader {
  contentType: "image/png" | "image/jpeg" | "image/webp";
  width: number;
  height: number;
}

/** Detects the format by the bytes alone; undefined for anything but PNG, JPEG and WebP, and for a file that ends too early. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 12) return undefined;
  const start = view.getUint32(0);
  if (start === PNG && view.byteLength >= 24 && view.getUint32(12) === IHDR) {
    return { contentType: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (start >>> 16 === JPEG) return jpegHeader(view);
  return start === RIFF && view.getUint32(8) === WEBP ? webpHeader(view) : undefined;
}

const PNG = 0x89504e47;
/** The first chunk of every PNG (PNG, section 11.2.1). */
const IHDR = 0x49484452;
const JPEG = 0xffd8;
const RIFF = 0x52494646;
const WEBP = 0x57454250;

/** Header of a JPEG from its first frame header, for every coding process (ITU-T T.81, B.2.2). */
function jpegHeader(view: DataView): ImageHeader | undefined {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      // Fill bytes may stand before any marker (B.1.1.2).
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.has(marker)) {
      return { contentType: "image/jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Markers of tables and extensions in the number range of frame headers. */
const NO_FRAMES: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);

/** Header of a WebP from its first chunk: lossy, lossless or extended (RFC 9649, sections 2.5 to 2.7). Numbers are little-endian. */
function webpHeader(view: DataView): ImageHeader | undefined {
  if (view.byteLength < 30) return undefined;
  const contentType = "image/webp";
  switch (view.getUint32(12)) {
    case 0x56503820: // "VP8 "
      return {
        contentType,
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 0x5650384c: {
      // "VP8L": a signature byte, then 14 bits each of width − 1 and height − 1
      const bits = view.getUint32(21, true);
      return { contentType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: // "VP8X": 24 bits each of width − 1 and height − 1
      return {
        contentType,
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
    default:
      return undefined;
  }
}
