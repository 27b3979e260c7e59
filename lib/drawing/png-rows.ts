// Random access to rows of a PNG written by `encodePng`, without painting it: data are inflated off this thread, and pixels are decoded on
// demand.
import { promisify } from "node:util";
import { inflate } from "node:zlib";

const inflateAsync = promisify(inflate);

/** Lengths of the signature, and of a chunk's header and checksum (PNG, section 5). */
const SIGNATURE = 8;
const [BEFORE, AFTER] = [8, 4];

const GREY = 0;

export interface PngRows {
  width: number;
  height: number;
  /** The green channel of a row, 0–255, which in a grey picture is the lightness. The same array is reused for every row. */
  greenAt(row: number): Uint8Array;
}

/** Throws a RangeError for any other kind of PNG, and zlib's error for broken data. */
export async function readPngRows(png: Uint8Array): Promise<PngRows> {
  const { header, data } = chunksOf(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const samples = header[9] === GREY ? 1 : 3;
  const rowLength = width * samples + 1;
  // One output chunk, because after each further one the inflating thread would wait for this thread.
  const rows = await inflateAsync(data, { chunkSize: Math.max(64, rowLength * height) });
  if (rows.length !== rowLength * height)
    throw new RangeError("the PNG has fewer or more pixels than its header states");
  const green = new Uint8Array(width);
  return {
    width,
    height,
    greenAt(row) {
      const start = row * rowLength + 1;
      if (samples === 1) return rows.subarray(start, start + width);
      // Undoes the filter: each byte is the difference from its left neighbour.
      let level = 0;
      for (let x = 0; x < width; x++) {
        level = (level + (rows[start + x * 3 + 1] ?? 0)) & 0xff;
        green[x] = level;
      }
      return green;
    },
  };
}

function chunksOf(png: Buffer): { header: Buffer; data: Buffer } {
  let header: Buffer | undefined;
  const data: Buffer[] = [];
  let at = SIGNATURE;
  while (at + BEFORE <= png.length) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + BEFORE, at + BEFORE + length);
    const type = png.toString("latin1", at + 4, at + BEFORE);
    if (type === "IHDR") header = body;
    else if (type === "IDAT") data.push(body);
    at += BEFORE + length + AFTER;
  }
  if (header === undefined || data.length === 0) throw new RangeError("this is not a PNG");
  // Eight bits a sample, grey or RGB, not interlaced: the format of `encodePng`.
  if (header[8] !== 8 || (header[9] !== GREY && header[9] !== 2) || header[12] !== 0)
    throw new RangeError("this PNG has another format than a page's PNG");
  return { header, data: data.length === 1 && data[0] ? data[0] : Buffer.concat(data) };
}
