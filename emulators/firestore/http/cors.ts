// CORS: pages of other loopback origins may call the emulator with credentials, as with Google's emulator. `loopback-only.ts` refuses
// pages of all other origins.
import type { IncomingMessage, ServerResponse } from "node:http";

/** Sets the CORS headers. Returns true if the request was a preflight, which is then answered. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-allow-credentials", "true");
  response.setHeader("access-control-expose-headers", "X-HTTP-Session-Id");
  response.setHeader("vary", "Origin");
  if (request.method !== "OPTIONS") return false;
  response.setHeader("access-control-allow-methods", "DELETE, GET, PATCH, POST");
  const wanted = request.headers["access-control-request-headers"];
  if (wanted !== undefined) response.setHeader("access-control-allow-headers", wanted);
  if (request.headers["access-control-request-private-network"] !== undefined) {
    response.setHeader("access-control-allow-private-network", "true");
  }
  response.setHeader("access-control-max-age", "3600");
  response.writeHead(204).end();
  return true;
}
