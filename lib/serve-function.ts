// The process of one function in the cloud: its server on `PORT`, until SIGTERM, which cuts nobody off.
import { once } from "node:events";
import type { Server } from "node:http";
import { logCrashes } from "./cloud/log.ts";
import { drainable } from "./drain.ts";

/** Cloud Run ends a process ten seconds after it asked it to end. */
const DRAIN_MS = 9_000;

/** Resolves when it listens. What fails while the function loads is logged and ends the process. */
export async function serveFunction(load: () => Promise<Server>): Promise<void> {
  logCrashes();
  // The painter takes the project's own fonts, and need not look for the machine's.
  process.env.DISABLE_SYSTEM_FONTS_LOAD ??= "1";
  const server = await load();
  const drain = drainable(server);
  process.once("SIGTERM", () => void drain(DRAIN_MS).then(() => process.exit(0)));
  server.listen(Number(process.env.PORT ?? "8080"));
  await once(server, "listening");
}
