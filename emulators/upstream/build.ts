// Bundles the tests of Google's clients for Node. Imports of a client's sources are redirected to the installed client.
import { globSync, readFileSync, rmSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { build, type OnResolveResult, type Plugin } from "esbuild";
import { type Repository, sourceFolder } from "./sources.ts";

export type Suite = "firestore" | "web" | "pubsub" | "storage";

/** A pattern of import paths, and the module to which these lead: an external one, or one that is bundled. */
type Redirect = readonly [RegExp, (match: RegExpExecArray) => OnResolveResult];

interface Plan {
  readonly repository: Repository;
  /** Glob below the repository's folder. */
  readonly tests: string;
  readonly redirects: readonly Redirect[];
  /** Replacements in test files, without which a suite cannot run here. */
  readonly patches?: readonly (readonly [from: string, to: string])[];
}

/** A file of an installed package by its path, because packages do not export all files that the tests import. */
function installed(name: string, path: string): OnResolveResult {
  const manifest = findPackageJSON(name, import.meta.url);
  if (manifest === undefined) throw new Error(`${name} is not installed.`);
  return { path: join(dirname(manifest), path), external: true };
}

const firestore = (path: string) => installed("@google-cloud/firestore", path);
const pubsub = (path: string) => installed("@google-cloud/pubsub", path);
const storage = (path: string) => installed("@google-cloud/storage", path);
const gax: Redirect = [/^google-gax$/, () => installed("google-gax", "build/src/index.js")];

export const PLANS: Readonly<Record<Suite, Plan>> = {
  firestore: {
    repository: "nodejs-firestore",
    // This file imports firestore.ts, so the bundle contains the tests of both.
    tests: "dev/system-test/query.ts",
    redirects: [
      [/^(?:(?:\.\.\/)+src|@google-cloud\/firestore)$/, () => firestore("build/src/index.js")],
      [/^(?:\.\.\/)+src\/v1$/, () => ({ path: "@google-cloud/firestore-api", external: true })],
      [/^(?:\.\.\/)+src\/(.+)$/, ([, path]) => firestore(`build/src/${path}.js`)],
      [/protos\/(firestore_v1_proto_api)$/, ([, name]) => firestore(`build/protos/${name}.js`)],
      [/^(?:\.\.\/)+package\.json$/, () => firestore("package.json")],
      gax,
    ],
  },
  web: {
    repository: "firebase-js-sdk",
    // Pipelines are not covered. The helpers of snapshot_listener_source import the SDK's sources.
    tests: "packages/firestore/test/integration/api/!(*pipeline*|snapshot_listener_source).test.ts",
    redirects: [
      [/(?:^|\/)firebase_export$/, () => ({ path: join(import.meta.dirname, "firebase-export.ts") })],
      [/config\/project\.json$/, () => ({ path: "project", namespace: "virtual" })],
    ],
  },
  pubsub: {
    repository: "nodejs-pubsub",
    tests: "system-test/pubsub.ts",
    redirects: [
      [/^\.\.\/src$/, () => pubsub("build/src/index.js")],
      [/^\.\.\/src\/(.+)$/, ([, path]) => pubsub(`build/src/${path}.js`)],
      [
        /\/(system-test\/.+\.json)$/,
        ([, path = ""]) => ({ path: join(sourceFolder("nodejs-pubsub"), path) }),
      ],
      gax,
    ],
    patches: [
      // The hook before all tests would list snapshots, which the emulator refuses.
      ["async function deleteTestResources(): Promise<void> {", "$&\n    return;"],
    ],
  },
  storage: {
    repository: "nodejs-storage",
    tests: "system-test/storage.ts",
    redirects: [
      [/^\.\.\/src\/index\.js$/, () => storage("build/cjs/src/index.js")],
      [/^\.\.\/src\/util\.js$/, () => ({ path: "util", namespace: "virtual" })],
      [/^\.\.\/src\/(.+)$/, ([, path]) => storage(`build/cjs/src/${path}`)],
    ],
    patches: [
      // A test that passes only at a repeated attempt must fail.
      ["this.retries(3);", ""],
      // The hook before all tests would set an IAM policy of Pub/Sub, which the emulator refuses.
      ["await topic.iam.setPolicy({", "void ({"],
    ],
  },
};

/** Modules that replace a vendor's file in a bundle. */
const VIRTUAL: Readonly<Record<string, string>> = {
  project: `module.exports = { projectId: "demo-web" };`,
  util: `exports.getDirName = () => ${JSON.stringify(join(sourceFolder("nodejs-storage"), "build/cjs/src"))};`,
};

function toInstalledClients({ redirects, patches = [] }: Plan, entryPoints: readonly string[]): Plugin {
  return {
    name: "to-installed-clients",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, kind }) => {
        if (kind === "entry-point") return undefined;
        for (const [pattern, lead] of redirects) {
          const match = pattern.exec(path);
          if (match) return lead(match);
        }
        return path.startsWith(".") || path.startsWith("/") ? undefined : { path, external: true };
      });
      build.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({ contents: VIRTUAL[path] ?? "" }));
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        let contents = readFileSync(path, "utf8");
        for (const [from, to] of entryPoints.includes(path) ? patches : []) {
          if (!contents.includes(from)) throw new Error(`${path} does not contain: ${from}`);
          contents = contents.replace(from, to);
        }
        // The vendors compile without esModuleInterop, so that a namespace import of a CommonJS function can be called.
        contents = contents.replace(/^import \* as (\w+) from ('[^'.][^']*');/gm, "import $1 = require($2);");
        return { contents, loader: "ts" };
      });
    },
  };
}

/** Writes the suite's bundles and returns their paths. */
export async function bundle(suite: Suite): Promise<string[]> {
  const plan = PLANS[suite];
  const cwd = sourceFolder(plan.repository);
  const outdir = join(import.meta.dirname, "out", suite);
  const entryPoints = globSync(plan.tests, { cwd }).map((path) => join(cwd, path));
  if (entryPoints.length === 0) throw new Error(`${cwd} has no tests. Run \`npm run sources\` first.`);
  rmSync(outdir, { recursive: true, force: true });
  const output = { outdir, outExtension: { ".js": ".cjs" }, format: "cjs", platform: "node" } as const;
  const plugins = [toInstalledClients(plan, entryPoints)];
  await build({ entryPoints, bundle: true, ...output, plugins, tsconfigRaw: {}, logLevel: "warning" });
  return globSync(join(outdir, "**/*.cjs"));
}
