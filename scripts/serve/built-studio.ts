// The built studio: built at the first request if its sources have changed, and cached under the hash of the sources.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../..");
const KEPT = join(ROOT, "node_modules/.cache/mekuri-studio");

let building: { hash: string; folder: Promise<string> } | undefined;

/** The folder of the built files. Throws the build's error message. */
export function builtStudio(): Promise<string> {
  const hash = hashOfSources();
  if (building?.hash !== hash) {
    const folder = build(hash);
    building = { hash, folder };
    folder.catch(() => {
      building = undefined;
    });
  }
  return building.folder;
}

async function build(hash: string): Promise<string> {
  const folder = join(KEPT, hash);
  if (existsSync(folder)) return folder;
  const made = `${folder}.${process.pid}`;
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  // The build runs in a child process, so that the bundler's memory is freed.
  await promisify(execFile)(
    process.execPath,
    [vite, "build", "--outDir", made, "--emptyOutDir", "--logLevel", "warn"],
    // Always a production build, in tests too.
    { cwd: join(ROOT, "web"), env: { ...process.env, NODE_ENV: "production" } },
  );
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another service made the same build in the meantime.
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  const names = globSync(
    [
      "web/src/**/*.{ts,tsx,css,woff2}",
      "web/index.html",
      "web/vite.config.ts",
      "web/public/**/*.{svg,webp}",
      "examples/*.txt",
      "lib/manga/*.ts",
      "reader/{*.ts,package.json,src/*.ts}",
    ],
    { cwd: ROOT },
  );
  for (const name of names.toSorted())
    hash
      .update(name)
      .update("\0")
      .update(readFileSync(join(ROOT, name)));
  hash.update(readFileSync(join(ROOT, "package-lock.json")));
  return hash.digest("hex").slice(0, 16);
}
