// A layer's channels in PSD format: rows packed by PackBits, preceded by each row's length (Adobe Photoshop File Formats, "Channel image
// data", compression 1). Packed here rather than by ag-psd, so that a channel of one value is packed once and no layer is held as pixels.
import type { Layer } from "ag-psd";
import type { Channel, RasterLayer } from "../drawing/raster-layer.ts";

/** Channel ids of the format. */
const CHANNEL_IDS = { opacity: -1, red: 0, green: 1, blue: 2 } as const;
const PACKED = 1;
const RGB = 3;

/** Maximum length of a run and of a stretch of literal bytes. */
const LONGEST = 128;

export function rasterLayer(name: string, layer: RasterLayer): Layer {
  const { left, top, width, height } = layer;
  const same = new Map<Channel, Uint8Array>();
  const packed = (channel: Channel) => {
    const known = same.get(channel) ?? packChannel(channel, { width, height });
    same.set(channel, known);
    return known;
  };
  const channels = (["opacity", "red", "green", "blue"] as const).map((part) => ({
    id: CHANNEL_IDS[part],
    compression: PACKED as 1,
    data: packed(layer[part]),
  }));
  return {
    ...{ name, left, top, right: left + width, bottom: top + height },
    rawData: { colorMode: RGB, bitsPerChannel: 8, channels, large: false },
  };
}

export function packChannel(
  channel: Channel,
  { width, height }: { width: number; height: number },
): Uint8Array {
  const lengths = 2 * height;
  // Upper bound: each stretch of literal bytes has one byte of overhead.
  const packed = Buffer.allocUnsafe(lengths + height * (width + Math.ceil(width / LONGEST)));
  let at = lengths;
  if (typeof channel === "number") {
    const row = new Uint8Array(width).fill(channel);
    const end = packRow(row, packed, at);
    const length = end - at;
    for (let y = 0; y < height; y++) {
      packed.writeUInt16BE(length, 2 * y);
      packed.copyWithin(lengths + y * length, lengths, end);
    }
    return packed.subarray(0, lengths + height * length);
  }
  for (let y = 0; y < height; y++) {
    const end = packRow(channel.subarray(y * width, (y + 1) * width), packed, at);
    packed.writeUInt16BE(end - at, 2 * y);
    at = end;
  }
  // A copy, because the buffer is several times as large.
  return Uint8Array.from(packed.subarray(0, at));
}

/** Packs a row at `start` and returns the end. Runs of three and more are worth their two bytes. */
function packRow(row: Uint8Array, into: Uint8Array, start: number): number {
  const { length } = row;
  let to = start;
  let x = 0;
  /** Start of the literal bytes that are not written yet. */
  let singles = 0;
  const writeSingles = (end: number) => {
    while (singles < end) {
      const count = Math.min(LONGEST, end - singles);
      into[to++] = count - 1;
      for (let i = 0; i < count; i++) into[to++] = row[singles++] ?? 0;
    }
  };
  while (x < length) {
    const value = row[x] ?? 0;
    let end = x + 1;
    while (end < length && row[end] === value) end++;
    if (end - x < 3) {
      x = end;
      continue;
    }
    writeSingles(x);
    while (end - x >= 2) {
      const count = Math.min(LONGEST, end - x);
      into[to++] = 257 - count;
      into[to++] = value;
      x += count;
    }
    // A remaining run of one is a literal byte.
    singles = x;
    x = end;
  }
  writeSingles(length);
  return to;
}
