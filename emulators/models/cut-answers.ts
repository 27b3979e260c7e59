// Servers of this process that hang up in the middle of an answer.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { TOKEN_PATH } from "./credentials.ts";

const REQUESTS = "http.server.request.start";

/** They send half of each answer until the returned function is called; tokens come whole. */
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
