// Reads an untrusted ZIP archive entry by entry and within limits (APPNOTE.TXT 6.3.10). Names in it are never used as paths.
import type { FileHandle } from "node:fs/promises";
import { crc32, inflateRawSync } from "node:zlib";

/** An invalid archive; the message is a sentence. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

export const ARCHIVE_LIMITS = {
  entries: 20_000,
  /** Maximum bytes of the central directory. */
  directory: 16_000_000,
  /** Maximum bytes of one unpacked entry. */
  entry: 200_000_000,
  /** Maximum bytes of all unpacked entries. */
  total: 8_000_000_000,
} as const;

export interface ArchiveEntry {
  /** The path in the archive, with forward slashes. */
  name: string;
  size: number;
  /** Unpacks the entry. Throws an ArchiveError for damaged data and for more data than `size`. */
  read(): Promise<Buffer>;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
/** A comment may follow the end record. */
const LONGEST_COMMENT = 65_535;

/** The files of an archive in the order of its directory, without folders. Throws an ArchiveError. */
export async function readArchive(file: FileHandle): Promise<ArchiveEntry[]> {
  const { size } = await file.stat();
  await refuseOthers(file);
  const end = await findEnd(file, size);
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const start = end.readUInt32LE(16);
  if (count === 0xffff || start === 0xffffffff)
    throw new ArchiveError("ZIP64 archives (over 4 GB) cannot be read");
  if (count > ARCHIVE_LIMITS.entries)
    throw new ArchiveError(`it has more than ${ARCHIVE_LIMITS.entries} entries`);
  if (length > ARCHIVE_LIMITS.directory || start + length > size)
    throw new ArchiveError("its list of entries is damaged");
  const directory = await readAt(file, start, length);
  const entries: ArchiveEntry[] = [];
  let total = 0;
  for (let at = 0, left = count; left > 0; left--) {
    if (at + 46 > length || directory.readUInt32LE(at) !== CENTRAL)
      throw new ArchiveError("its list of entries is damaged");
    const next =
      at +
      46 +
      directory.readUInt16LE(at + 28) +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
    if (next > length) throw new ArchiveError("its list of entries is damaged");
    const entry = entryAt(directory, at, file);
    at = next;
    if (entry === undefined) continue;
    total += entry.size;
    if (total > ARCHIVE_LIMITS.total)
      throw new ArchiveError(`its unpacked size exceeds ${ARCHIVE_LIMITS.total} bytes`);
    entries.push(entry);
  }
  return entries;
}

/** Recognises other archive types with the wrong extension, for a better message. */
async function refuseOthers(file: FileHandle): Promise<void> {
  const head = (await readAt(file, 0, 6, true)).toString("latin1");
  if (head.startsWith("Rar!"))
    throw new ArchiveError("it is a RAR archive (CBR); unpack it and pack it as ZIP");
  if (head.startsWith("7z\xbc\xaf"))
    throw new ArchiveError("it is a 7z archive (CB7); unpack it and pack it as ZIP");
  if (!head.startsWith("PK")) throw new ArchiveError("it is not a ZIP archive");
}

async function findEnd(file: FileHandle, size: number): Promise<Buffer> {
  const length = Math.min(size, END_SIZE + LONGEST_COMMENT);
  const tail = await readAt(file, size - length, length);
  for (let at = length - END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END && at + END_SIZE + tail.readUInt16LE(at + 20) <= length)
      return tail.subarray(at);
  }
  throw new ArchiveError("its end is missing: the file was cut off, or is not a ZIP archive");
}

function entryAt(directory: Buffer, at: number, file: FileHandle): ArchiveEntry | undefined {
  const flags = directory.readUInt16LE(at + 8);
  const method = directory.readUInt16LE(at + 10);
  const crc = directory.readUInt32LE(at + 16);
  const packed = directory.readUInt32LE(at + 20);
  const size = directory.readUInt32LE(at + 24);
  const offset = directory.readUInt32LE(at + 42);
  const raw = directory.subarray(at + 46, at + 46 + directory.readUInt16LE(at + 28));
  const name = raw.toString("utf8").replaceAll("\\", "/");
  refusePath(name);
  if (name.endsWith("/")) return undefined;
  return {
    name,
    size,
    async read() {
      if ((flags & 1) !== 0) throw new ArchiveError(`${name} is encrypted`);
      if (method !== 0 && method !== 8)
        throw new ArchiveError(`${name} uses compression method ${method}, which is not supported`);
      if (size > ARCHIVE_LIMITS.entry)
        throw new ArchiveError(`${name} is larger than ${ARCHIVE_LIMITS.entry} bytes`);
      if (method === 0 && packed !== size) throw new ArchiveError(`${name} is damaged`);
      const head = await readAt(file, offset, 30);
      if (head.readUInt32LE(0) !== LOCAL) throw new ArchiveError(`${name} is damaged`);
      const data = await readAt(file, offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packed);
      const bytes = method === 0 ? data : inflate(data, { name, size });
      if (bytes.byteLength !== size || crc32(bytes) !== crc) throw new ArchiveError(`${name} is damaged`);
      return bytes;
    },
  };
}

/** Stops at the size in the directory: more data are a decompression bomb or damage. */
function inflate(data: Buffer, { name, size }: { name: string; size: number }): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new ArchiveError(`${name} is damaged, or unpacks to more than its ${size} bytes`, { cause: error });
  }
}

/** Refuses path traversal, even though names are not used as paths. */
function refusePath(name: string): void {
  if (name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..") || name.includes("\0"))
    throw new ArchiveError(
      `it contains a path that leads out of its folder: ${JSON.stringify(name.slice(0, 200))}`,
    );
}

async function readAt(
  file: FileHandle,
  position: number,
  length: number,
  isShortAllowed = false,
): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position, length });
  if (bytesRead < length && !isShortAllowed) throw new ArchiveError("it was cut off");
  return buffer.subarray(0, bytesRead);
}
