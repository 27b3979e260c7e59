// Pictures for tests of uploads: any size and format, in few bytes, made quickly.
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

interface PngKind {
  width: number;
  height: number;
  /** Default: 8. */
  bits?: number;
  /** Colour type in the header (PNG, section 11.2.1): 0 grey, 2 colour, 6 colour with alpha. Default: 2. */
  colourType?: 0 | 2 | 6;
}

const CHANNELS = { 0: 1, 2: 3, 6: 4 } as const;
const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** A black PNG, not interlaced; compressed a thousand to one. */
export function blackPng({ width, height, bits = 8, colourType = 2 }: PngKind): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colourType, 0, 0, 0], 8);
  // Each row begins with its filter byte.
  const rowBytes = Math.ceil((width * bits * CHANNELS[colourType]) / 8) + 1;
  const rows = deflateSync(Buffer.alloc(rowBytes * height), { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Changes only the size in the header; the data stay. For a JPEG of one frame, or a lossy WebP without EXIF data. */
export function withSize(bytes: Uint8Array, { width, height }: { width: number; height: number }): Buffer {
  const changed = Buffer.from(bytes);
  const name = changed.toString("latin1", 12, 16);
  if (name === "IHDR") {
    changed.writeUInt32BE(width, 16);
    changed.writeUInt32BE(height, 20);
  } else if (name === "VP8 ") {
    changed.writeUInt16LE(width, 26);
    changed.writeUInt16LE(height, 28);
  } else if (name === "VP8L") {
    changed.writeUInt32LE(width - 1 + (height - 1) * 2 ** 14, 21);
  } else if (name === "VP8X") {
    changed.writeUIntLE(width - 1, 24, 3);
    changed.writeUIntLE(height - 1, 27, 3);
  } else {
    // The frame header, baseline or progressive, is distinguished from tables by its length: three components of eight bits.
    const frame = changed.findIndex(
      (byte, at) => byte === 0xff && [0xc0, 0xc2].includes(changed[at + 1] ?? 0) && changed[at + 3] === 17,
    );
    changed.writeUInt16BE(height, frame + 5);
    changed.writeUInt16BE(width, frame + 7);
  }
  return changed;
}

/** One colour, as a pipeline without an output format. `alpha` adds a fourth channel. */
export function plainPicture(width: number, height: number, { alpha = false } = {}): Sharp {
  const background = { r: 196, g: 18, b: 45, alpha: alpha ? 0.5 : 1 };
  const create = { width, height, channels: alpha ? (4 as const) : (3 as const), background };
  return sharp({ create, limitInputPixels: false });
}
