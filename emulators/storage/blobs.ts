// Stores the bytes of objects by their SHA-256, and the bytes of unfinished uploads. Files are not fsynced: like the database (WAL,
// synchronous=NORMAL) they survive a crash of the process, but not a power failure.
import {
  appendFileSync,
  closeSync,
  createReadStream,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";

/** Bytes up to which content is read into memory. Larger content is streamed. */
const READ_WHOLE_BYTES = 1 << 20;

/** All methods except the streams are synchronous, so a caller can write the database row after the bytes. */
export interface BlobStore {
  /** Stores `bytes` under their hash, if they are not stored yet. */
  put(sha256: string, bytes: Buffer): void;
  /** The bytes from `start` (inclusive) to `end` (exclusive). Throws if the content does not exist. */
  read(sha256: string, start: number, end: number): Buffer | Readable;
  /** Deletes content. Streams that are open still return all of it. */
  remove(sha256: string): void;
  /** The number of stored bytes of an unfinished upload. */
  partialSize(upload: string): number;
  appendPartial(upload: string, bytes: Buffer): void;
  truncatePartial(upload: string, size: number): void;
  readPartial(upload: string): Readable;
  /** Moves an upload's bytes to the stored content. */
  promotePartial(upload: string, sha256: string): void;
  removePartial(upload: string): void;
  /** Deletes every unfinished upload for which `known` is false. */
  sweepPartials(known: (upload: string) => boolean): void;
}

/** Files under `dir`: `objects/ab/abcdef…` and `uploads/{id}`. */
export function folderBlobStore(dir: string): BlobStore {
  const uploads = join(dir, "uploads");
  mkdirSync(uploads, { recursive: true });
  const fileOf = (sha256: string) => join(dir, "objects", sha256.slice(0, 2), sha256);
  const partialOf = (upload: string) => join(uploads, upload);
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size;
  let temporary = 0;
  const made = new Set<string>();

  /** Folders that were created before. They are never removed. */
  function makeFolderOf(file: string): void {
    const folder = dirname(file);
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  }

  return {
    put(sha256, bytes) {
      const file = fileOf(sha256);
      if (sizeOf(file) === bytes.length) return;
      const written = join(uploads, `.${process.pid}-${temporary++}`);
      writeFileSync(written, bytes);
      makeFolderOf(file);
      renameSync(written, file);
    },
    read(sha256, start, end) {
      const file = fileOf(sha256);
      if (start === 0 && end <= READ_WHOLE_BYTES && sizeOf(file) === end) return readFileSync(file);
      const fd = openSync(file, "r");
      if (end > start && end - start > READ_WHOLE_BYTES) {
        return createReadStream(file, { fd, start, end: end - 1 });
      }
      const bytes = Buffer.alloc(end - start);
      readSync(fd, bytes, 0, bytes.length, start);
      closeSync(fd);
      return bytes;
    },
    remove: (sha256) => rmSync(fileOf(sha256), { force: true }),
    partialSize: (upload) => sizeOf(partialOf(upload)) ?? 0,
    appendPartial: (upload, bytes) => appendFileSync(partialOf(upload), bytes),
    truncatePartial: (upload, size) => truncateSync(partialOf(upload), size),
    readPartial: (upload) => createReadStream(partialOf(upload), { highWaterMark: READ_WHOLE_BYTES }),
    promotePartial(upload, sha256) {
      const file = fileOf(sha256);
      makeFolderOf(file);
      renameSync(partialOf(upload), file);
    },
    removePartial: (upload) => rmSync(partialOf(upload), { force: true }),
    sweepPartials(known) {
      for (const upload of readdirSync(uploads)) {
        if (!known(upload)) rmSync(partialOf(upload), { force: true });
      }
    },
  };
}

/** A store in memory. */
export function memoryBlobStore(): BlobStore {
  const contents = new Map<string, Buffer>();
  const partials = new Map<string, Buffer[]>();
  const chunks = (upload: string) => partials.get(upload) ?? [];
  const size = (upload: string) => chunks(upload).reduce((sum, chunk) => sum + chunk.length, 0);

  return {
    put: (sha256, bytes) => void contents.set(sha256, bytes),
    read(sha256, start, end) {
      const bytes = contents.get(sha256);
      if (!bytes) throw new Error(`no content ${sha256}`);
      return bytes.subarray(start, end);
    },
    remove: (sha256) => void contents.delete(sha256),
    partialSize: size,
    appendPartial: (upload, bytes) => void partials.set(upload, [...chunks(upload), bytes]),
    truncatePartial(upload, length) {
      partials.set(upload, [Buffer.concat(chunks(upload)).subarray(0, length)]);
    },
    readPartial: (upload) => Readable.from(chunks(upload)),
    promotePartial(upload, sha256) {
      contents.set(sha256, Buffer.concat(chunks(upload)));
      partials.delete(upload);
    },
    removePartial: (upload) => void partials.delete(upload),
    sweepPartials: () => partials.clear(),
  };
}
