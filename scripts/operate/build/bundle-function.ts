// One function as it is deployed, in a folder of its own: `serve.mjs`, which Node runs; its code in `lib/bundle`, split so that
// a start loads what it uses; a package.json with the packages that stay packages; and the licences of what was bundled.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { build, type Metafile, type Plugin, transform } from "esbuild";
import { builtVersions } from "./built-versions.ts";
import { withEagerModules } from "./eager-modules.ts";
import { CODE, ROOT } from "./layout.ts";
import { leanLibraries } from "./lean-libraries.ts";
import { licencesOf } from "./licences.ts";
import { keptPackages, LEFT_OUT } from "./packages.ts";

/** The modules that find files of `assets` beside the code. */
const ASSET_MODULES = [
  "lettering/src/font-file.ts",
  "lib/models/noun-table-file.ts",
  "lib/models/thing-pack-file.ts",
  "lib/models/word-table-file.ts",
];

/** What CommonJS packages expect of their surroundings, and an ES module has not; most chunks need none of it. */
const SURROUNDINGS = [
  [
    /\brequire\b/,
    `import { createRequire as mekuriRequire } from "node:module"; const require = mekuriRequire(import.meta.url);`,
  ],
  [/\b__filename\b/, "const __filename = import.meta.filename;"],
  [/\b__dirname\b/, "const __dirname = import.meta.dirname;"],
] as const;

/** Turns on V8's cache of compiled code before anything that is worth compiling is loaded. */
const SERVE = `import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache({ directory: join(import.meta.dirname, "compile-cache"), portable: true });
await import("./${CODE}/serve.mjs");
`;

export interface BundleOptions {
  /** Of the topology. */
  name: string;
  /** The folder that gets the function's own. */
  outdir: string;
  /** Change what is bundled. */
  plugins?: readonly Plugin[];
}

export interface Bundle {
  name: string;
  folder: string;
  /** Bytes of code, all chunks together. */
  bytes: number;
  /** Bytes of code that are loaded before it listens. */
  startBytes: number;
}

/** Bundles a function anew. Throws with esbuild's own report where the sources cannot be bundled. */
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
 * A third less to read in all. Names stay, for traces; so do the parentheses of the eager modules. Lines have an end, since
 * Node shows the whole one at which a process died.
 */
async function withoutSpace(text: string): Promise<string> {
  const { code } = await transform(text, { minifyWhitespace: true, lineLimit: 200, target: "node24" });
  return code;
}

function manifestOf(name: string, dependencies: Record<string, string>) {
  return { name: `mekuri-${name}`, private: true, type: "module", dependencies };
}

/** Files that a worker thread runs: they are named by an address, which esbuild leaves as it is, and by an import beside it. */
const WORKER_FILE = /new URL\("\.\/((?:[\w-]+-tasks|worker)\.ts)", import\.meta\.url\)/g;

/** The same code, in which those addresses lead to the bundle's files. Throws where a file has no import, and so is not in the bundle. */
function withWorkerFiles(text: string, { outputs }: Metafile): string {
  return text.replace(WORKER_FILE, (_, source: string) => {
    const [path] =
      Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(`/${source}`)) ?? [];
    if (path === undefined) throw new Error(`${source} runs in a worker, and nothing imports it`);
    return `new URL("./${basename(path)}", import.meta.url)`;
  });
}

/** The two modules that only a bundle has. */
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

/** Files of which something is in the bundle, relative to the repository. */
function bundledInputs({ outputs }: Metafile): string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
  );
  return [...new Set(used)].toSorted();
}

/** The files are the repository's own, so that thirteen builds do not copy them; a deployed archive has the files. */
function linkAssets(folder: string): void {
  mkdirSync(folder, { recursive: true });
  symlinkSync(relative(folder, join(ROOT, "assets")), join(folder, "assets"), "junction");
}

/** `written`: bytes of each of the outputs as it lies there. */
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
