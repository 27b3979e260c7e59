// Bundles the programs of a campaign once, because loading the modules again would dominate the short lives of hundreds of processes. The
// campaign's ports are substituted during bundling; `functions/` is unchanged, and production code has no switch for tests.
import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { builtVersions } from "../../operate/build/built-versions.ts";
import { leanLibraries } from "../../operate/build/lean-libraries.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Modules imported by `functions/` and the drafter's tasks that the campaign replaces. */
const REPLACED = [
  "lib/cloud/firestore-schedule-store.ts",
  "lib/cloud/pubsub-publisher.ts",
  "lib/cloud/push.ts",
  "lib/cloud/storage-blob-store.ts",
  "lib/drawing/canvas-drafter.ts",
  "lib/models/artists.ts",
  "lib/models/directors.ts",
  "lib/models/hosted/batches.ts",
  "lib/models/readers.ts",
];

/** Functions that exist only in campaigns, for requests of its users. */
export const OWN: readonly string[] = ["start", "change"];

const DRAFTER_TASKS = join(ROOT, "lib/drawing/drafter-tasks.ts");

/** Packages with native code or WebAssembly files. */
const LEFT_OUTSIDE = /^(@napi-rs\/canvas|harfbuzzjs|lindera-wasm-nodejs-ipadic|sharp|ioredis-mock)(\/|$)/;

/** A `require` that resolves from here, because the bundle's folder has no packages. */
const AS_FROM_HERE = `import { createRequire as campaignRequire } from "node:module";
import { pathToFileURL as campaignUrl } from "node:url";
const require = campaignRequire(${JSON.stringify(import.meta.url)});
const campaignResolve = (specifier) => campaignUrl(require.resolve(specifier)).href;`;

/**
 * Bundles into the folder: `worker.mjs`, `suite.mjs`, and a module for each function. Throws build errors, and if the functions no longer
 * import a module that should be replaced.
 */
export async function bundlePrograms(folder: string, functions: readonly string[]): Promise<void> {
  const replaced = new Set<string>();
  const served = functions.map((name) => [
    name,
    OWN.includes(name) ? join(HERE, `${name}-function.ts`) : join(ROOT, "functions", `${name}.ts`),
  ]);
  await build({
    entryPoints: {
      worker: join(HERE, "worker-process.ts"),
      suite: join(HERE, "suite-process.ts"),
      ...Object.fromEntries(served),
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    ...{ bundle: true, splitting: true, format: "esm", platform: "node", target: "node24" },
    banner: { js: AS_FROM_HERE },
    logLevel: "error",
    plugins: [campaignPorts(replaced), builtVersions, leanLibraries, packagesOutside, ownPlaces],
  });
  // A campaign of built functions bundles only its own functions.
  const missing = functions.includes("artwork") ? REPLACED.filter((path) => !replaced.has(path)) : [];
  if (missing.length === 0) return;
  throw new Error(`the functions do not import ${missing.join(", ")}: the campaign's ports must follow`);
}

function campaignPorts(replaced: Set<string>): Plugin {
  return {
    name: "campaign-ports",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, importer }) => {
        const isReplacing = dirname(importer) === join(ROOT, "functions") || importer === DRAFTER_TASKS;
        const asked = relative(ROOT, join(dirname(importer), path));
        if (!isReplacing || !REPLACED.includes(asked)) return undefined;
        replaced.add(asked);
        return { path: join(HERE, "campaign-ports.ts") };
      });
    },
  };
}

/** Resolves external packages from here, wherever the bundle is. */
const packagesOutside: Plugin = {
  name: "packages-outside",
  setup({ onResolve, resolve }) {
    onResolve({ filter: LEFT_OUTSIDE }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === packagesOutside.name) return undefined;
      const found = await resolve(path, { kind, resolveDir, pluginData: packagesOutside.name });
      return found.errors.length > 0 ? found : { path: found.path, external: true };
    });
  },
};

/** Keeps each module's original path for files it reads. */
const ownPlaces: Plugin = {
  name: "own-places",
  setup({ onLoad }) {
    onLoad({ filter: /\.(ts|[cm]?js)$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.resolve(", "campaignResolve(");
      const isTypeScript = path.endsWith(".ts");
      const places = `var __filename = ${JSON.stringify(path)}, __dirname = ${JSON.stringify(dirname(path))};`;
      const asksWhere =
        !isTypeScript && /\b__(dirname|filename)\b/.test(source) && !/\b__dirname\s*=/.test(source);
      return { contents: asksWhere ? `${places} ${contents}` : contents, loader: isTypeScript ? "ts" : "js" };
    });
  },
};
