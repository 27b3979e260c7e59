// Concatenates JPEGs of the same width and tables vertically, without decoding: their scans are joined with restart markers, at which a
// decoder resets as at the start of each scan (ITU T.81, B.2 and E.1.4).

const FRAME = 0xc0;
const SCAN = 0xda;
const RESTARTS = 8;

/** Maximum number of blocks of a part, except the last. */
export const MOST_BLOCKS = 0xffff;

/** `blocks`: of every part but the last. `height`: total height. */
export function joinScans(
  parts: readonly Buffer[],
  { height, blocks }: { height: number; blocks: number },
): Buffer {
  const [first] = parts;
  if (first === undefined) throw new RangeError("there are no parts of a picture to join");
  if (parts.length === 1) return first;
  const scan = segmentAt(first, SCAN);
  const header = Buffer.from(first.subarray(0, scan));
  header.writeUInt16BE(height, segmentAt(first, FRAME) + 5);
  const interval = Buffer.from([0xff, 0xdd, 0, 4, 0, 0]);
  interval.writeUInt16BE(blocks, 4);
  const joined = [header, interval, first.subarray(scan, dataAt(first))];
  for (const [index, part] of parts.entries()) {
    if (index > 0) joined.push(Buffer.from([0xff, 0xd0 + ((index - 1) % RESTARTS)]));
    joined.push(part.subarray(dataAt(part), part.length - 2));
  }
  return Buffer.concat([...joined, Buffer.from([0xff, 0xd9])]);
}

/** Start of the entropy-coded data, which end two bytes before the end. */
function dataAt(jpeg: Buffer): number {
  const scan = segmentAt(jpeg, SCAN);
  return scan + 2 + jpeg.readUInt16BE(scan + 2);
}

/** Start of the first segment with a marker. Throws a RangeError if there is none before the image data. */
function segmentAt(jpeg: Buffer, marker: number): number {
  for (let at = 2; jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if (jpeg[at + 1] === marker) return at;
    if (jpeg[at + 1] === SCAN) break;
  }
  throw new RangeError(`a JPEG without its segment ${marker.toString(16)}`);
}
