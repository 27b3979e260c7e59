// A zip whose bytes depend on its entries alone: no clock, no time zone, no owner.
import yazl from "yazl";

export interface Zip {
  /** In order of the calls. `stored` is for what is compressed already, and for entries that must be readable as they are. */
  add(name: string, content: Uint8Array | string, as: "stored" | "deflated"): void;
  /** The whole file. Nothing can be added afterwards. */
  end(): Promise<Uint8Array>;
}

/** Every entry carries the one time, an ISO date. */
export function openZip(time: string): Zip {
  const zip = new yazl.ZipFile();
  const bytes = collect(zip.outputStream);
  // The newer timestamp field would hold another moment than the DOS one.
  const entry = { mtime: dosTime(time), mode: 0o100644, forceDosTimestamp: true };
  return {
    add: (name, content, as) =>
      zip.addBuffer(Buffer.from(content), name, { ...entry, compress: as === "deflated" }),
    end() {
      zip.end();
      return bytes;
    },
  };
}

async function collect(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The moment whose local time is the given moment's UTC time: DOS stamps hold local time, and ours must not depend on where we are. */
function dosTime(iso: string): Date {
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
