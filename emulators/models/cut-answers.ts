// Makes servers of this process close connections in the middle of a response.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { TOKEN_PATH } from "./credentials.ts";

const REQUESTS = "http.server.request.start";

/** The servers send half of each response until the returned function is called. Token responses are complete. */
export function cutAnswers(): () => void {
  const cut = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.url === TOKEN_PATH) return;
    response.end = (body?: unknown) => {
      const bytes = Buffer.from(typeof body === "string" || body instanceof Uint8Array ? body : "");
      response.write(bytes.subarray(0, bytes.length / 2 + 1), () => response.destroy());
      return response;
    };
  };
  subscribe(REQUESTS, cut);
  return () => unsubscribe(REQUESTS, cut);
}
