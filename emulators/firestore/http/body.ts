// Reads the body of a request, up to a maximum size.
import type { IncomingMessage } from "node:http";
import { wholeBody } from "../../whole-body.ts";
import { invalid } from "../errors.ts";

/** Maximum size of a request's body in bytes, equal to that over gRPC. */
const MAX_BYTES = 64 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<string> {
  const error = () => invalid(`The request is larger than ${MAX_BYTES} bytes.`);
  return (await wholeBody(request, { bytes: MAX_BYTES, error })).toString();
}
