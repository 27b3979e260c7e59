// The body of an HTTP message, whole. Read by its events: `for await` takes long beside a small body.
import type { IncomingMessage } from "node:http";

/** How much of a body is read; `error` is thrown when it is more. */
interface Most {
  bytes: number;
  error: () => Error;
}

/** Rejects with what breaks the connection before the body's end. */
export function wholeBody(message: IncomingMessage, most?: Most): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    message.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (most === undefined || bytes <= most.bytes) chunks.push(chunk);
      else reject(most.error());
    });
    message.once("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    message.once("error", reject);
    message.once("close", () => {
      if (!message.readableEnded) reject(new Error("the connection closed before the body's end"));
    });
  });
}
