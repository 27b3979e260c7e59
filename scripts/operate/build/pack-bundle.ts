// Packs a bundle into the archive of a function, with all packages, because nothing is installed in the cloud.
import { createWriteStream, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import * as z from "zod";
import { ROOT } from "./layout.ts";
import { packageClosure } from "./package-closure.ts";
import { readLock } from "./packages.ts";

const ManifestSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

/** Fixed metadata, so that the same files give the same bytes. */
const FIXED = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100644, forceDosTimestamp: true };
/** Omitted: files for this machine and Node version, and the sources of `things.pack`. */
const LEFT = /^(?:compile-cache|assets\/(?:things|places|measures))(?:\/|$)/;

/** The shipped files of packages that have many unneeded ones. ONNX Runtime needs 14 of 139 MB. */
const SHIPPED: Readonly<Record<string, RegExp>> = {
  "node_modules/onnxruntime-web":
    /^(?:package\.json|dist\/ort\.node\.min\.mjs|dist\/ort-wasm-simd-threaded\.(?:mjs|wasm))$/,
};

/** Writes `folder` to `file`. Throws if a package for the functions' platform is not installed here. */
export async function packBundle(folder: string, file: string): Promise<void> {
  const archive = new ZipFile();
  const { dependencies } = ManifestSchema.parse(
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  );
  for (const path of filesIn(folder)) {
    const name = relative(folder, path);
    if (!LEFT.test(name)) archive.addFile(path, name, FIXED);
  }
  for (const shipped of packageClosure(readLock(), Object.keys(dependencies))) {
    for (const path of filesOfPackage(shipped)) archive.addFile(path, relative(ROOT, path), FIXED);
  }
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(file));
}

function filesOfPackage(folder: string): string[] {
  try {
    // Nested packages are listed separately if needed.
    return filesIn(join(ROOT, folder)).filter((path) => {
      const name = relative(join(ROOT, folder), path);
      return !name.startsWith("node_modules") && (SHIPPED[folder]?.test(name) ?? true);
    });
  } catch (error) {
    throw new Error(
      `${folder} is not installed here: build on Linux with x64 and glibc, as functions have it`,
      {
        cause: error,
      },
    );
  }
}

/** All files in a fixed order, with links resolved. */
function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}
