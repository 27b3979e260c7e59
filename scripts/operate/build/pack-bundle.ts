// Packs a bundle into the archive that a function runs from: all that it needs is in it, since nothing installs in the cloud.
import { createWriteStream, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import * as z from "zod";
import { ROOT } from "./layout.ts";
import { packageClosure } from "./package-closure.ts";
import { readLock } from "./packages.ts";

const ManifestSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

/** The same files give the same bytes, whenever they were written. */
const FIXED = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100644, forceDosTimestamp: true };
/** Of this machine and this Node alone; and what `things.pack` is made of. */
const LEFT = /^(?:compile-cache|assets\/(?:things|places|measures))(?:\/|$)/;

/** Of packages that bring more than a function loads: the files that are shipped. ONNX Runtime is 14 of 139 MB. */
const SHIPPED: Readonly<Record<string, RegExp>> = {
  "node_modules/onnxruntime-web":
    /^(?:package\.json|dist\/ort\.node\.min\.mjs|dist\/ort-wasm-simd-threaded\.(?:mjs|wasm))$/,
};

/** Writes `folder` to `file`. Throws where a package for the functions' machines is not installed here. */
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
    // What it nests is shipped for itself, where it is needed.
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

/** Every file, links followed, in a fixed order. */
function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}
