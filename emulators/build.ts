// Builds the package into `dist/`: ESM JavaScript and types of the files in `tsconfig.build.json` and their imports. `node build.ts`.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const ROOT = import.meta.dirname;
const OUT = join(ROOT, "dist");

rmSync(OUT, { recursive: true, force: true });
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const args = [tsc, "-p", "tsconfig.build.json", "--outDir", OUT];
const { status, stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
if (status !== 0) throw new Error(`tsc found errors:\n${stdout}`);
// The compiler keeps `.ts` in the imports of declarations, and only projects with allowImportingTsExtensions can read those.
for (const file of globSync("**/*.d.ts", { cwd: OUT })) {
  const path = join(OUT, file);
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(/((?:from|import\() ?"\.[^"]+)\.ts"/g, '$1.js"'));
}
