// Joins JPEGs of the same width and tables, one above the other, without decoding them: their scans follow each other with restart
// markers between them, where a decoder begins anew as each scan did (ITU T.81, B.2 and E.1.4).

const FRAME = 0xc0;
const SCAN = 0xda;
const RESTARTS = 8;

/** Of a part that others follow. */
export const MOST_BLOCKS = 0xffff;

/** `blocks` are those of every part but the last; `height` is that of all. */
export function joinScans(
  parts: readonly Buffer[],
  { height, blocks }: { height: number; blocks: number },
): Buffer {
  const [first] = parts;
  if (first === undefined) throw new RangeError("no part of a picture to join");
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

/** Where the entropy-coded data begin, which end two bytes before the end. */
function dataAt(jpeg: Buffer): number {
  const scan = segmentAt(jpeg, SCAN);
  return scan + 2 + jpeg.readUInt16BE(scan + 2);
}

/** Where the first segment with a marker begins. Throws a RangeError where there is none before the picture's data. */
function segmentAt(jpeg: Buffer, marker: number): number {
  for (let at = 2; jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if (jpeg[at + 1] === marker) return at;
    if (jpeg[at + 1] === SCAN) break;
  }
  throw new RangeError(`a JPEG without its segment ${marker.toString(16)}`);
}
