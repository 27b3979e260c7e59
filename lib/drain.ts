// Graceful shutdown of a server: refuses new requests, and answers those in flight.
import type { Server } from "node:http";

/** Resolves when no request is in flight, or after `longestMs`, when the remaining ones are cut off. */
export type Drain = (longestMs: number) => Promise<void>;

/** Call it before the server accepts its first request. */
export function drainable(server: Server): Drain {
  let isDraining = false;
  server.prependListener("request", (_request, response) => {
    if (isDraining) response.setHeader("connection", "close");
    // A kept-alive connection would otherwise stay open after its last answer.
    response.once("close", () => isDraining && server.closeIdleConnections());
  });
  return async (longestMs) => {
    isDraining = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), longestMs);
    await closed;
    clearTimeout(timer);
  };
}
