// Installs this folder's packages at first use, because they are large and only some tests need them.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Returns the folder from which the packages can be resolved. Throws npm's error if they cannot be installed. */
export async function setUpOfficial(): Promise<string> {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const setup = fileURLToPath(new URL("../../../scripts/setup.mjs", import.meta.url));
  await promisify(execFile)(process.execPath, [setup, folder]);
  return folder;
}
