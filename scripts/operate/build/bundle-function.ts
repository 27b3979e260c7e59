// Builds a function for deployment into a folder: `serve.mjs`, which Node runs; its code in `lib/bundle`, split so that a cold start loads
// only what it uses; a package.json with the packages that are not bundled; and the licences of bundled code.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { build, type Metafile, type Plugin, transform } from "esbuild";
import { builtVersions } from "./built-versions.ts";
import { withEagerModules } from "./eager-modules.ts";
import { CODE, ROOT } from "./layout.ts";
import { leanLibraries } from "./lean-libraries.ts";
import { licencesOf } from "./licences.ts";
import { keptPackages, LEFT_OUT } from "./packages.ts";

/** Modules that read files of `assets` relative to their own path. */
const ASSET_MODULES = [
  "lettering/src/font-file.ts",
  "lib/models/noun-table-file.ts",
  "lib/models/thing-pack-file.ts",
  "lib/models/word-table-file.ts",
];

/** Globals of CommonJS that ES modules lack; most chunks do not use them. */
const SURROUNDINGS = [
  [
    /\brequire\b/,
    `import { createRequire as mekuriRequire } from "node:module"; const require = mekuriRequire(import.meta.url);`,
  ],
  [/\b__filename\b/, "const __filename = import.meta.filename;"],
  [/\b__dirname\b/, "const __dirname = import.meta.dirname;"],
] as const;

/** Enables V8's compile cache before large modules are loaded. */
const SERVE = `import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache({ directory: join(import.meta.dirname, "compile-cache"), portable: true });
await import("./${CODE}/serve.mjs");
`;

export interface BundleOptions {
  /** Name in the topology. */
  name: string;
  /** Parent folder of the function's own. */
  outdir: string;
  /** Plugins that change the bundled modules. */
  plugins?: readonly Plugin[];
}

export interface Bundle {
  name: string;
  folder: string;
  /** Bytes of code in all chunks. */
  bytes: number;
  /** Bytes of code loaded before it listens. */
  startBytes: number;
}

/** Bundles a function from scratch. Throws with esbuild's report if that fails. */
export async function bundleFunction({ name, outdir, plugins = [] }: BundleOptions): Promise<Bundle> {
  const folder = join(outdir, name);
  rmSync(folder, { recursive: true, force: true });
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: { function: "entry:function", serve: "entry:serve" },
    outdir: join(folder, CODE),
    outExtension: { ".js": ".mjs" },
    ...{ bundle: true, splitting: true, format: "esm", platform: "node", target: "node24" },
    ...{ external: [...LEFT_OUT], legalComments: "none", metafile: true },
    ...{ logLevel: "silent", write: false },
    plugins: [entries(name), builtVersions, leanLibraries, ...plugins],
  });
  mkdirSync(join(folder, CODE), { recursive: true });
  const written = new Map<string, number>();
  for (const { path, text } of outputFiles) {
    const code = await withoutSpace(withSurroundings(withEagerModules(withWorkerFiles(text, metafile))));
    writeFileSync(path, code);
    written.set(relative(ROOT, path), Buffer.byteLength(code));
  }
  const inputs = bundledInputs(metafile);
  const { packages, dependencies } = keptPackages(metafile, inputs);
  writeFileSync(join(folder, "serve.mjs"), SERVE);
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifestOf(name, dependencies), null, 2)}\n`);
  writeFileSync(join(folder, "LICENCES.txt"), licencesOf(inputs, packages));
  if (ASSET_MODULES.some((module) => inputs.includes(module))) linkAssets(folder);
  return { name, folder, ...sizes(metafile, written) };
}

function withSurroundings(text: string): string {
  const wanted = SURROUNDINGS.flatMap(([name, declaration]) => (name.test(text) ? [declaration] : []));
  return [...wanted, text].join("\n");
}

/**
 * Removes a third of the code's bytes. Names are kept for traces, and parentheses for eager compilation. Lines are broken, because Node
 * prints the whole line at which a process crashed.
 */
async function withoutSpace(text: string): Promise<string> {
  const { code } = await transform(text, { minifyWhitespace: true, lineLimit: 200, target: "node24" });
  return code;
}

function manifestOf(name: string, dependencies: Record<string, string>) {
  return { name: `mekuri-${name}`, private: true, type: "module", dependencies };
}

/** Files that a worker thread runs: referenced by a URL, which esbuild does not change, and by an import. */
const WORKER_FILE = /new URL\("\.\/((?:[\w-]+-tasks|worker)\.ts)", import\.meta\.url\)/g;

/** Rewrites those URLs to the bundle's files. Throws if a file has no import, because it is then not in the bundle. */
function withWorkerFiles(text: string, { outputs }: Metafile): string {
  return text.replace(WORKER_FILE, (_, source: string) => {
    const [path] =
      Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(`/${source}`)) ?? [];
    if (path === undefined) throw new Error(`${source} runs in a worker, but nothing imports it`);
    return `new URL("./${basename(path)}", import.meta.url)`;
  });
}

/** The two entry modules that exist only in bundles. */
function entries(name: string): Plugin {
  const sources: Readonly<Record<string, string>> = {
    function: `import "./functions/${name}.ts";
import { functionServer } from "./lib/function-server.ts";
export const server = functionServer("${name}");`,
    serve: `import { serveFunction } from "./lib/serve-function.ts";
await serveFunction(async () => (await import("entry:function")).server);`,
  };
  return {
    name: "entries",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^entry:/ }, ({ path }) => ({
        path: path.slice("entry:".length),
        namespace: "entry",
      }));
      onLoad({ filter: /.*/, namespace: "entry" }, ({ path }) => ({
        ...{ contents: sources[path] ?? "", loader: "ts", resolveDir: ROOT },
      }));
    },
  };
}

/** Paths of the bundled files, relative to the repository. */
function bundledInputs({ outputs }: Metafile): string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
  );
  return [...new Set(used)].toSorted();
}

/** Symbolic links to the repository, so that thirteen builds do not copy the files; the packed archive contains the files. */
function linkAssets(folder: string): void {
  mkdirSync(folder, { recursive: true });
  symlinkSync(relative(folder, join(ROOT, "assets")), join(folder, "assets"), "junction");
}

/** `written`: bytes of each output on disk. */
function sizes(
  { outputs }: Metafile,
  written: ReadonlyMap<string, number>,
): Pick<Bundle, "bytes" | "startBytes"> {
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
      if (kind === "import-statement" && external !== true) load(next);
    }
  };
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (entryPoint?.startsWith("entry:")) load(path);
  }
  const sum = (paths: Iterable<string>) =>
    [...paths].reduce((bytes, path) => bytes + (written.get(path) ?? 0), 0);
  return { bytes: sum(Object.keys(outputs)), startBytes: sum(loaded) };
}
