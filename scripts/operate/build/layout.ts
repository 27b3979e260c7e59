// Where bundles are, and where their code is in them.
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../../..");
export const DIST = join(ROOT, "dist");

/** Two folders deep, as the modules are that find files beside the code. */
export const CODE = "lib/bundle";

/** The module of a bundle that exports `server`, the function's server. */
export function builtModule(name: string, outdir = DIST): string {
  return join(outdir, name, CODE, "function.mjs");
}
