// Reads the whole body of an HTTP message by its events, because `for await` is slow for small bodies.
import type { IncomingMessage } from "node:http";

/** The maximum size of a body, and the error for a larger one. */
interface Most {
  bytes: number;
  error: () => Error;
}

/** Rejects if the connection breaks before the body's end. */
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
