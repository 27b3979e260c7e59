// Packages with install scripts: none may run, except that of `node`, which downloads the Node that runs all commands.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(at(path), "utf8"));

/** Every folder with a lockfile of its own. */
const FOLDERS = globSync("**/package-lock.json", {
  cwd: at("."),
  exclude: (name) => basename(name) === "node_modules",
}).map((path) => path.replace("package-lock.json", ""));

const LockSchema = z.object({
  packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })),
});
const ManifestSchema = z.object({ allowScripts: z.record(z.string(), z.boolean()).default({}) });

describe("an installation", () => {
  it("is checked in every folder with a lockfile", () => {
    expect(FOLDERS).toEqual(expect.arrayContaining(["", "bench/", "infra/"]));
  });

  it.each(FOLDERS)(
    "of ./%s names each package that has an install script, and allows none but node's",
    (folder) => {
      const { packages } = LockSchema.parse(read(`${folder}package-lock.json`));
      const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
      const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, ""));
      const { allowScripts } = ManifestSchema.parse(read(`${folder}package.json`));
      expect(Object.keys(allowScripts).toSorted()).toEqual([...new Set(names)].toSorted());
      const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
      expect(allowed).toEqual(folder === "" ? ["node"] : []);
    },
  );

  it("fails for a package that is not listed, if npm supports that", () => {
    expect(readFileSync(at(".npmrc"), "utf8")).toMatch(/^strict-allow-scripts=true$/m);
  });
});

describe("the set-up that runs before every command", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "mekuri-setup-"));
    writeFileSync(join(folder, "package-lock.json"), "{}");
    // A stand-in for npm that records its arguments and creates a package `node`.
    writeFileSync(
      join(folder, "npm.cjs"),
      `const { appendFileSync, mkdirSync } = require("node:fs");
       appendFileSync("calls", JSON.stringify(process.argv.slice(2)) + "\\n");
       mkdirSync("node_modules/node", { recursive: true });`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("installs without scripts with any npm, then runs only node's script", () => {
    const env = { ...process.env, npm_execpath: join(folder, "npm.cjs") };
    execFileSync(process.execPath, [at("scripts/setup.mjs").pathname, folder], { env, stdio: "pipe" });
    const calls = readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
    const [install, rebuild, ...more] = calls.map((line) => z.array(z.string()).parse(JSON.parse(line)));
    expect(install).toEqual(expect.arrayContaining(["ci", "--ignore-scripts"]));
    expect(rebuild?.slice(0, 2)).toEqual(["rebuild", "node"]);
    expect(more).toEqual([]);
  });

  it("releases its lock when npm fails, and takes over the lock of a dead process", () => {
    const setUp = (npm: string) =>
      spawnSync(process.execPath, [at("scripts/setup.mjs").pathname, folder], {
        env: { ...process.env, npm_execpath: npm },
        encoding: "utf8",
        timeout: 20_000,
      });
    const lock = join(folder, ".setup-lock");
    rmSync(join(folder, "node_modules"), { recursive: true, force: true });
    const failing = join(folder, "failing.cjs");
    writeFileSync(failing, "process.exit(3)");
    const failed = setUp(failing);
    expect([failed.status, failed.stderr.includes("npm ci failed")]).toEqual([1, true]);
    expect(existsSync(lock)).toBe(false);
    // The id of a process that has ended.
    const { pid } = spawnSync(process.execPath, ["--version"]);
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(pid));
    expect(setUp(join(folder, "npm.cjs")).status).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });
});
