// A zip whose bytes depend on its entries alone: no clock, no time zone, no owner.
import { setImmediate } from "node:timers/promises";
import yazl from "yazl";

export interface Zip {
  /** In order of the calls. `stored` is for what is compressed already, and for entries that must be readable as they are. */
  add(name: string, content: Uint8Array | string, as: "stored" | "deflated"): void;
  /** The file's bytes that are ready and were not given yet. */
  ready(): AsyncIterable<Uint8Array>;
  /** All that are left. Nothing can be added afterwards. */
  end(): AsyncIterable<Uint8Array>;
}

/** Every entry carries the one time, an ISO date. */
export function openZip(time: string): Zip {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream;
  // The newer timestamp field would hold another moment than the DOS one.
  const entry = { mtime: dosTime(time), mode: 0o100644, forceDosTimestamp: true };
  return {
    add: (name, content, as) =>
      zip.addBuffer(Buffer.from(content), name, { ...entry, compress: as === "deflated" }),
    async *ready() {
      // Entries are written between two turns of the event loop.
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

/** The moment whose local time is the given moment's UTC time: DOS stamps hold local time, and ours must not depend on where we are. */
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
