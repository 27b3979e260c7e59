// Installs this folder's packages, which are heavy and not everybody's, when they are first asked for.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Gives the folder from which the packages can be resolved. Throws when they cannot be installed, with npm's words. */
export async function setUpOfficial(): Promise<string> {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const setup = fileURLToPath(new URL("../../../scripts/setup.mjs", import.meta.url));
  await promisify(execFile)(process.execPath, [setup, folder]);
  return folder;
}
