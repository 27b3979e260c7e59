// The checksums of an object: CRC-32C and MD5, which Cloud Storage reports, and SHA-256, the key of the stored bytes. The client
// deletes an object after upload if CRC-32C or MD5 is wrong.
import { createHash } from "node:crypto";

/** Checksums of content: `crc32c` and `md5` in the API's form (base64), `sha256` in hexadecimal. */
export interface Digest {
  readonly sha256: string;
  readonly crc32c: string;
  readonly md5: string;
  readonly size: number;
}

const LANES = 8;
const TABLES = castagnoliTables();

/** Eight tables, to process eight bytes per step ("slicing-by-8"). */
function castagnoliTables(): Uint32Array {
  const tables = new Uint32Array(LANES * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
    tables[byte] = crc;
  }
  for (let at = 256; at < tables.length; at++) {
    const crc = at32(tables, at - 256);
    tables[at] = (crc >>> 8) ^ at32(tables, crc & 0xff);
  }
  return tables;
}

function at32(tables: Uint32Array, index: number): number {
  return tables[index] ?? 0;
}

/** Continues CRC-32C (Castagnoli polynomial) from `crc`, which is 0 at the beginning. */
export function crc32c(bytes: Buffer, crc = 0): number {
  let state = ~crc;
  let at = 0;
  for (; at + LANES <= bytes.length; at += LANES) {
    const low = state ^ bytes.readInt32LE(at);
    const high = bytes.readInt32LE(at + 4);
    state =
      at32(TABLES, 1792 + (low & 0xff)) ^
      at32(TABLES, 1536 + ((low >>> 8) & 0xff)) ^
      at32(TABLES, 1280 + ((low >>> 16) & 0xff)) ^
      at32(TABLES, 1024 + (low >>> 24)) ^
      at32(TABLES, 768 + (high & 0xff)) ^
      at32(TABLES, 512 + ((high >>> 8) & 0xff)) ^
      at32(TABLES, 256 + ((high >>> 16) & 0xff)) ^
      at32(TABLES, high >>> 24);
  }
  for (; at < bytes.length; at++) state = (state >>> 8) ^ at32(TABLES, (state ^ bytes.readUInt8(at)) & 0xff);
  return ~state >>> 0;
}

/** Computes a digest incrementally. */
export function digester(): { update(chunk: Buffer): void; digest(): Digest } {
  const sha256 = createHash("sha256");
  const md5 = createHash("md5");
  let crc = 0;
  let size = 0;
  return {
    update(chunk) {
      sha256.update(chunk);
      md5.update(chunk);
      crc = crc32c(chunk, crc);
      size += chunk.length;
    },
    digest() {
      const crcBytes = Buffer.alloc(4);
      crcBytes.writeUInt32BE(crc);
      return {
        sha256: sha256.digest("hex"),
        md5: md5.digest("base64"),
        crc32c: crcBytes.toString("base64"),
        size,
      };
    },
  };
}

export function digestOf(bytes: Buffer): Digest {
  const all = digester();
  all.update(bytes);
  return all.digest();
}
