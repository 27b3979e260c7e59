// Which web pages may reach the local service: those of this machine, and of the origins in `MEKURI_ALLOWED_ORIGINS`.
import type { IncomingMessage, Server } from "node:http";
import { loopbackOnly } from "../../emulators/loopback-only.ts";

/** Guards a server whose pages people open in a browser. Links on any page may lead there. */
export function guardWebServer(server: Server, origins: readonly string[]): void {
  loopbackOnly(server, { origins, mayShow: isFollowedLink });
}

/** A top-level navigation, whose result the linking page cannot read. */
function isFollowedLink({ method, headers }: IncomingMessage): boolean {
  const { "sec-fetch-mode": mode, "sec-fetch-dest": destination } = headers;
  return method === "GET" && mode === "navigate" && destination === "document";
}
