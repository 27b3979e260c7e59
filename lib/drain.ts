// Ends a server without cutting off anybody: no new request is taken, those in flight get their answers.
import type { Server } from "node:http";

/** Resolves when nothing is left, or after `longestMs`, when what is left is cut off. */
export type Drain = (longestMs: number) => Promise<void>;

/** To be called before the server takes its first request. */
export function drainable(server: Server): Drain {
  let isDraining = false;
  server.prependListener("request", (_request, response) => {
    if (isDraining) response.setHeader("connection", "close");
    // A connection that has given its last answer would otherwise be kept open for its keep-alive.
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
