// Writes a zip whose bytes depend only on its entries: no clock, no time zone, no owner.
import { setImmediate } from "node:timers/promises";
import yazl from "yazl";

export interface Zip {
  /**
   * Entries are in the order of the calls. `stored` is for compressed content, and for entries that must be readable without decompression.
   */
  add(name: string, content: Uint8Array | string, as: "stored" | "deflated"): void;
  /** The bytes of the file that are ready and were not returned yet. */
  ready(): AsyncIterable<Uint8Array>;
  /** All remaining bytes. No entries can be added afterwards. */
  end(): AsyncIterable<Uint8Array>;
}

/** Every entry has the same time, an ISO date. */
export function openZip(time: string): Zip {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream;
  // The newer timestamp field would state another moment than the DOS one.
  const entry = { mtime: dosTime(time), mode: 0o100644, forceDosTimestamp: true };
  return {
    add: (name, content, as) =>
      zip.addBuffer(Buffer.from(content), name, { ...entry, compress: as === "deflated" }),
    async *ready() {
      // Yields to the event loop between entries.
      await setImmediate();
      for (let chunk: unknown = output.read(); chunk instanceof Uint8Array; chunk = output.read()) {
        yield chunk;
      }
    },
    async *end() {
      zip.end();
      for await (const chunk of output) {
        if (chunk instanceof Uint8Array) yield chunk;
      }
    },
  };
}

/**
 * DOS timestamps hold local time. Returns the moment whose local time equals the given UTC time, so that the bytes do not depend on the
 * time zone.
 */
export function dosTime(iso: string): Date {
  const utc = new Date(iso);
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  );
}
