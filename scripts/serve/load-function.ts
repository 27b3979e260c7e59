// Loads a function from its source or bundle; returns its server, which does not listen yet.
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { pathToFileURL } from "node:url";
import { functionServer } from "../../lib/function-server.ts";
import { builtModule } from "../operate/build/layout.ts";

/** Throws if the bundle was not built. */
export async function loadFunction(name: string, isBuilt: boolean): Promise<Server> {
  if (!isBuilt) {
    await import(`../../functions/${name}.ts`);
    return functionServer(name);
  }
  const path = builtModule(name);
  if (!existsSync(path)) throw new Error(`there is no bundle of ${name}: run \`npm run build\` first`);
  const { server }: { server: Server } = await import(pathToFileURL(path).href);
  return server;
}
