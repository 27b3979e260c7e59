// Runs one function in the cloud: its server on `PORT`, until SIGTERM, with a graceful shutdown.
import { once } from "node:events";
import type { Server } from "node:http";
import { logCrashes } from "./cloud/log.ts";
import { drainable } from "./drain.ts";

/** Cloud Run kills a process ten seconds after SIGTERM. */
const DRAIN_MS = 9_000;

/** Resolves when it listens. An error while the function loads is logged and ends the process. */
export async function serveFunction(load: () => Promise<Server>): Promise<void> {
  logCrashes();
  // The canvas uses only the project's fonts, so the system's need not be scanned.
  process.env.DISABLE_SYSTEM_FONTS_LOAD ??= "1";
  const server = await load();
  const drain = drainable(server);
  process.once("SIGTERM", () => void drain(DRAIN_MS).then(() => process.exit(0)));
  server.listen(Number(process.env.PORT ?? "8080"));
  await once(server, "listening");
}
