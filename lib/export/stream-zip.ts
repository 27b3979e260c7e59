// A zip of files that are too many or too long to be held: each is opened when its turn comes, and read as fast as the zip is taken.
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
 * Files are stored as they are: images and books are compressed already. Every entry has the one time, an ISO date. Throws what they
 * throw; whoever stops early ends the file that is open.
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
