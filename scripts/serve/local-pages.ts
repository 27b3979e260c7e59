// Which pages may reach the local service: those of this machine, and those of the origins that `MEKURI_ALLOWED_ORIGINS` names.
import type { IncomingMessage, Server } from "node:http";
import { loopbackOnly } from "../../emulators/loopback-only.ts";

/** For what people open in a browser: a link on any page may lead there. */
export function guardWebServer(server: Server, origins: readonly string[]): void {
  loopbackOnly(server, { origins, mayShow: isFollowedLink });
}

/** The page that has the link sees nothing of what it leads to. */
function isFollowedLink({ method, headers }: IncomingMessage): boolean {
  const { "sec-fetch-mode": mode, "sec-fetch-dest": destination } = headers;
  return method === "GET" && mode === "navigate" && destination === "document";
}
