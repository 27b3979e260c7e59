// Builds the package into `dist/`: the component as a module and as a classic script (pages opened from a file cannot load modules), the
// manifest parser without the component, and the types. `node build.ts`.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";

const ROOT = import.meta.dirname;

const COMMON = {
  ...{ bundle: true, minify: true, target: "es2022", charset: "utf8", legalComments: "none" },
  ...{ absWorkingDir: ROOT, logLevel: "warning" },
} as const satisfies BuildOptions;

/** Writes the component as one classic script. Throws what esbuild throws. */
export async function buildClassic(outfile: string): Promise<void> {
  await build({ ...COMMON, entryPoints: ["src/mekuri-reader.ts"], format: "iife", outfile });
}

/** Writes the modules into a folder. Throws what esbuild throws. */
export async function buildModules(outdir: string): Promise<void> {
  await build({
    ...COMMON,
    entryPoints: ["src/mekuri-reader.ts", "src/read-manifest.ts"],
    format: "esm",
    outdir,
  });
}

/** Writes the types. Throws if the compiler reports an error. */
function buildTypes(out: string): void {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsc, "-p", "tsconfig.build.json", "--outDir", out],
    {
      cwd: ROOT,
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`tsc found errors:\n${stdout}`);
  // Replaces `.ts` in the declarations' imports: only projects with `allowImportingTsExtensions` accept it.
  for (const file of globSync("**/*.d.ts", { cwd: out })) {
    const path = join(out, file);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(/(from "\.[^"]+)\.ts"/g, '$1.js"'));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = join(ROOT, "dist");
  rmSync(out, { recursive: true, force: true });
  await Promise.all([buildModules(out), buildClassic(join(out, "mekuri-reader.classic.js"))]);
  buildTypes(join(out, "types"));
}
