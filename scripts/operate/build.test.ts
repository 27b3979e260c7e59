// The result of `npm run build`: packages, licences, deterministic bytes, and a function that answers.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programVersion } from "../../lib/models/program-versions.ts";
import { FUNCTIONS } from "../../lib/topology.ts";
import { type Bundle, bundleFunction } from "./build/bundle-function.ts";
import { CODE } from "./build/layout.ts";
import { packBundle } from "./build/pack-bundle.ts";

let outdir: string;
let health: Bundle;
const bundles = new Map<string, Promise<Bundle>>();

/** The function's bundle, built once. */
function bundleOf(name: string): Promise<Bundle> {
  const bundle = bundles.get(name) ?? bundleFunction({ name, outdir });
  bundles.set(name, bundle);
  return bundle;
}

beforeAll(async () => {
  outdir = mkdtempSync(join(tmpdir(), "mekuri-build-"));
  health = await bundleOf("health");
});
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  return Object.fromEntries(
    files.flatMap((file) =>
      statSync(join(folder, file)).isFile() ? [[file, readFileSync(join(folder, file), "utf8")]] : [],
    ),
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

describe("a bundle", () => {
  it("has the same bytes when it is built again", async () => {
    const before = contents(health.folder);
    await bundleFunction({ name: "health", outdir });
    expect(Object.keys(before).length).toBeGreaterThan(3);
    expect(contents(health.folder)).toEqual(before);
  });

  it("contains the programs' versions, derived from their sources", () => {
    // esbuild breaks long lines, also inside strings.
    const code = Object.values(contents(health.folder)).join("\n").replaceAll("\\\n", "");
    for (const program of ["offline-reader", "code-director", "offline-artist"] as const) {
      expect(code).toContain(`"${program}":"${programVersion(program)}"`);
    }
  });

  it("contains no module of node_modules without its licence", () => {
    const licences = readFileSync(join(health.folder, "LICENCES.txt"), "utf8");
    for (const name of ["hono", "zod", "@google-cloud/firestore", "@google-cloud/functions-framework"]) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|Apache-2\\.0)\\)$`, "m"));
    }
    expect(licences).toContain("Permission is hereby granted, free of charge");
  });

  it("loads less than a third of its code before it listens, and no package that draws", () => {
    expect(health.startBytes).toBeLessThan(health.bytes / 3);
    const { dependencies } = JSON.parse(readFileSync(join(health.folder, "package.json"), "utf8"));
    expect(dependencies).toEqual({});
  });

  it("has native packages only if it makes images, and no store client in webhook", async () => {
    const lookInto = async (name: string) => {
      const { folder } = await bundleOf(name);
      const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const licences = readFileSync(join(folder, "LICENCES.txt"), "utf8");
      const has = (name: string) => new RegExp(`^${name} \\d`, "m").test(licences);
      const readsStores = has("@google-cloud/firestore") || has("@google-cloud/storage");
      return { packages: Object.keys(dependencies), binds: has("pdfkit"), readsStores };
    };
    const drawing: string[] = [];
    const binding: string[] = [];
    const storeless: string[] = [];
    for (const { name } of FUNCTIONS) {
      const { packages, binds, readsStores } = await lookInto(name);
      if (!readsStores) storeless.push(name);
      if (packages.includes("@napi-rs/canvas")) drawing.push(name);
      if (packages.includes("sharp") && binds) binding.push(name);
    }
    // `manga` previews a page that was laid out again.
    expect(drawing).toEqual(["manga", "characters", "storyboard", "artwork", "lettering", "finish"]);
    expect(binding).toEqual(["finish"]);
    // webhook's service account has no rights in Firestore and Storage either.
    expect(storeless).toEqual(["webhook"]);
  }, 300_000);

  it("runs its tasks in a worker thread from its own files", async () => {
    const { folder } = await bundleOf("concept");
    const load = async (chunk: RegExp) => {
      const code = join(folder, CODE);
      const file = readdirSync(code).find((name) => chunk.test(name)) ?? "";
      return import(pathToFileURL(join(code, file)).href);
    };
    const { threadPool } = await load(/^thread-pool-/);
    const { READER_TASKS } = await load(/^pooled-offline-reader-/);
    expect(READER_TASKS.url.href).toMatch(/\/concept\/lib\/bundle\/reader-tasks-\w+\.mjs$/);
    const pool = threadPool({ threads: 1 });
    const brief = { seed: 1, direction: "rtl", style: "" };
    const story = { language: "ja", units: [{ id: "u0001", kind: "narration", text: "……！" }] };
    const asked = pool.run(READER_TASKS, "concept", { story, brief });
    await expect(asked).rejects.toMatchObject({
      ...{ name: "TerminalError", code: "story-unusable", message: "The story holds no words." },
    });
    await pool.close();
  });

  it("is packed to the same bytes each time", async () => {
    const [first, second] = [join(outdir, "first.zip"), join(outdir, "second.zip")];
    await packBundle(health.folder, first);
    await packBundle(health.folder, second);
    expect(statSync(first).size).toBeGreaterThan(1_000_000);
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  });

  it("serves its function from its folder alone, and ends at SIGTERM", async () => {
    const port = await freePort();
    const child = spawn(process.execPath, [join(health.folder, "serve.mjs")], {
      cwd: outdir,
      env: {
        ...{ PATH: process.env.PATH, PORT: String(port), METADATA_SERVER_DETECTION: "none" },
        ...{ GOOGLE_CLOUD_PROJECT: "demo-mekuri", FIRESTORE_EMULATOR_HOST: "127.0.0.1:1" },
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const answer = await liveAt(port);
    expect(answer.status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});

/** Polls until the process listens. */
async function liveAt(port: number): Promise<Response> {
  for (;;) {
    try {
      return await fetch(`http://127.0.0.1:${port}/health/live`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
