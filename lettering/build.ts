// Builds the package (`node build.ts`): ESM JavaScript in `dist/code`, types in `dist/types`, and the fonts in `assets/fonts`, where the
// code looks for them. BudouX is bundled, with the notice of its licence, because its npm package depends on a DOM that is not needed here.
import { spawnSync } from "node:child_process";
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";
import { FONT_FILES } from "./src/font-names.ts";

const ROOT = import.meta.dirname;
const DIST = join(ROOT, "dist");
const FONTS = join(ROOT, "../assets/fonts");

for (const folder of ["dist", "assets"]) rmSync(join(ROOT, folder), { recursive: true, force: true });

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
const args = [tsc, "-p", "tsconfig.build.json", "--outDir", join(DIST, "types")];
const { status, stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
if (status !== 0) throw new Error(`tsc found errors:\n${stdout}`);
// tsc keeps the `.ts` extensions in declarations, which only projects with `allowImportingTsExtensions` can read.
for (const file of globSync("**/*.d.ts", { cwd: DIST })) {
  const path = join(DIST, file);
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(/(from "\.[^"]+)\.ts"/g, '$1.js"'));
}

const entries = ["letter-page", "page", "page-search", "set-title", "svg-fragment"];
await build({
  absWorkingDir: ROOT,
  entryPoints: entries.map((name) => `src/${name}.ts`),
  outdir: "dist/code",
  ...{ bundle: true, splitting: true, format: "esm", platform: "node", target: "node22" },
  ...{ external: ["@napi-rs/canvas", "harfbuzzjs"], legalComments: "eof", logLevel: "warning" },
});

mkdirSync(join(ROOT, "assets/fonts"), { recursive: true });
const licences = globSync("OFL-*.txt", { cwd: FONTS });
for (const file of [...Object.values(FONT_FILES), ...licences]) {
  copyFileSync(join(FONTS, file), join(ROOT, "assets/fonts", basename(file)));
}
