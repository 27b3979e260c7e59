// Adds an XMP packet to an image's bytes without changing its pixels (XMP Specification Part 3: Storage in Files).

/** Precedes the packet in a JPEG's APP1 segment. */
const JPEG_NAME = "http://ns.adobe.com/xap/1.0/\0";

/** The length of a segment is a 16-bit number that counts its own two bytes. */
const LONGEST_SEGMENT = 0xffff - 2;

/** Header of an international text chunk: keyword, compression flag, method, language tag, translated keyword (PNG, section 11.3.3.4). */
const PNG_NAME = Buffer.from("XML:com.adobe.xmp\0\0\0\0\0", "latin1");

/**
 * The image with the packet: PNG (`iTXt`), JPEG (`APP1`) or WebP (`XMP `), detected by its first bytes. An image that has a packet is
 * returned unchanged. Throws `RangeError` for other images and for a packet too long for a JPEG's segment.
 */
export function withXmp(image: Uint8Array, packet: string): Uint8Array {
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  if (bytes.readUInt32BE(0) === 0x89504e47) return inPng(bytes, packet);
  if (bytes.readUInt16BE(0) === 0xffd8) return inJpeg(bytes, packet);
  if (bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP") {
    return inWebp(bytes, packet);
  }
  throw new RangeError("only PNG, JPEG and WebP can hold an XMP packet");
}

/** The packet precedes the first chunk of pixels, because some readers stop there. */
function inPng(png: Buffer, packet: string): Uint8Array {
  let at = 8;
  while (at < png.length && png.toString("latin1", at + 4, at + 8) !== "IDAT") {
    const length = png.readUInt32BE(at);
    if (
      png
        .subarray(at + 8, at + 8 + length)
        .subarray(0, PNG_NAME.length)
        .equals(PNG_NAME)
    )
      return png;
    at += length + 12;
  }
  const body = Buffer.concat([Buffer.from("iTXt", "latin1"), PNG_NAME, Buffer.from(packet, "utf8")]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([png.subarray(0, at), chunk, png.subarray(at)]);
}

/** CRC of a chunk's type and data, computed bit by bit because a packet is short (PNG, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The packet follows the JFIF segment, which must come first where there is one. */
function inJpeg(jpeg: Buffer, packet: string): Uint8Array {
  const name = Buffer.from(JPEG_NAME, "latin1");
  let after = 2;
  for (let at = 2; jpeg[at] === 0xff && isApplication(jpeg[at + 1]); at += 2 + jpeg.readUInt16BE(at + 2)) {
    if (jpeg[at + 1] === 0xe0) after = at + 2 + jpeg.readUInt16BE(at + 2);
    if (jpeg[at + 1] === 0xe1 && jpeg.subarray(at + 4, at + 4 + name.length).equals(name)) return jpeg;
  }
  const content = Buffer.concat([name, Buffer.from(packet, "utf8")]);
  if (content.length > LONGEST_SEGMENT)
    throw new RangeError("the XMP packet is longer than a JPEG's segment (65,533 bytes)");
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, after), head, content, jpeg.subarray(after)]);
}

const isApplication = (marker = 0): boolean => marker >= 0xe0 && marker <= 0xef;

const XMP_FLAG = 0x04;
const ALPHA_FLAG = 0x10;

/** The extended form (RFC 9649, section 2.7): a `VP8X` chunk that lists what follows, the picture, and the packet last. */
function inWebp(webp: Buffer, packet: string): Uint8Array {
  const chunks = riffChunks(webp);
  if (chunks.some(({ type }) => type === "XMP ")) return webp;
  const [first] = chunks;
  if (first === undefined) throw new RangeError("the WebP image is empty");
  const isExtended = first.type === "VP8X";
  const head = Buffer.from(isExtended ? first.data : simpleHead(first));
  head[0] = (head[0] ?? 0) | XMP_FLAG;
  const body = Buffer.concat([
    Buffer.from("WEBP", "latin1"),
    riffChunk("VP8X", head),
    ...chunks.slice(isExtended ? 1 : 0).map(({ type, data }) => riffChunk(type, data)),
    riffChunk("XMP ", Buffer.from(packet, "utf8")),
  ]);
  return riffChunk("RIFF", body);
}

interface RiffChunk {
  type: string;
  data: Buffer;
}

function riffChunks(webp: Buffer): RiffChunk[] {
  const chunks: RiffChunk[] = [];
  for (let at = 12; at + 8 <= webp.length; ) {
    const length = webp.readUInt32LE(at + 4);
    chunks.push({
      type: webp.toString("latin1", at, at + 4),
      data: webp.subarray(at + 8, at + 8 + length),
    });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function riffChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** The header for an image in the simple form: its size, and whether it may have transparency (sections 2.5 and 2.6). */
function simpleHead({ type, data }: RiffChunk): Buffer {
  const head = Buffer.alloc(10);
  if (type === "VP8L") {
    const bits = data.readUInt32LE(1);
    head[0] = (bits >>> 28) & 1 ? ALPHA_FLAG : 0;
    head.writeUIntLE(bits & 0x3fff, 4, 3);
    head.writeUIntLE((bits >>> 14) & 0x3fff, 7, 3);
    return head;
  }
  if (type !== "VP8 ") throw new RangeError(`a WebP image begins with VP8, VP8L or VP8X, not ${type}`);
  head.writeUIntLE((data.readUInt16LE(6) & 0x3fff) - 1, 4, 3);
  head.writeUIntLE((data.readUInt16LE(8) & 0x3fff) - 1, 7, 3);
  return head;
}
