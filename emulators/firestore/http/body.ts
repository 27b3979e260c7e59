// Reads the body of a request, up to a size.
import type { IncomingMessage } from "node:http";
import { invalid } from "../errors.ts";

/** As much as gRPC takes. */
const MAX_BYTES = 64 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw invalid(`The request is larger than ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
