// A zip for files that are too large to hold in memory: each is opened when its turn comes, and read as fast as the zip is consumed.
import { PassThrough, Readable } from "node:stream";
import yazl from "yazl";
import { dosTime } from "./zip.ts";

export interface ZippedFile {
  /** Path in the zip. */
  name: string;
  /** Called when the file's turn comes. */
  open: () => AsyncIterable<Uint8Array>;
}

/**
 * Files are stored uncompressed, because images and books are compressed already. Every entry has the same time, an ISO date. Rethrows
 * errors of the files; stopping early closes the open file.
 */
export async function* streamZip(files: readonly ZippedFile[], time: string): AsyncGenerator<Uint8Array> {
  const zip = new yazl.ZipFile();
  const output = new PassThrough();
  const options = { mtime: dosTime(time), mode: 0o100644, forceDosTimestamp: true, compress: false };
  let current: Readable | undefined;
  for (const { name, open } of files) {
    zip.addReadStreamLazy(name, options, (take) => {
      current = Readable.from(open(), { objectMode: false });
      current.once("error", (error) => output.destroy(error));
      take(null, current);
    });
  }
  zip.on("error", (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  zip.end();
  try {
    for await (const chunk of output) yield chunk;
  } finally {
    current?.destroy();
  }
}
