// Paths of bundles and of the code in them.
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../../..");
export const DIST = join(ROOT, "dist");

/** Folder of a bundle's code. It is two levels deep like the modules that read files relative to their own path. */
export const CODE = "lib/bundle";

/** The module of a bundle that exports `server`, the function's server. */
export function builtModule(name: string, outdir = DIST): string {
  return join(outdir, name, CODE, "function.mjs");
}
