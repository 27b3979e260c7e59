// Runs before every npm script: installs the packages when they are missing or the lockfile changed. Given a folder with
// a package.json of its own, it does the same there.
// Plain JavaScript without imports from npm, because it runs on whatever Node (20 or newer) the machine has.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const root = process.argv[2] === undefined ? project : resolve(process.argv[2]);
const stamp = join(root, "node_modules", ".mekuri-setup");
const lock = join(root, ".setup-lock");
const wanted = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");

function isReady() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

function fail(message) {
  process.stderr.write(`mekuri: ${message}\n`);
  process.exit(1);
}

/** Waits while another command sets up; a lock that nobody has touched for ten minutes was left by a dead one. */
function acquireLock() {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 600_000) rmSync(lock, { recursive: true, force: true });
      Atomics.wait(sleeper, 0, 0, 500);
    }
  }
}

if (Number(process.versions.node.split(".")[0]) < 20)
  fail(`Node 20 or newer is needed; this is ${process.version}.`);

if (!isReady()) {
  acquireLock();
  try {
    if (!isReady()) {
      process.stderr.write("mekuri: setting up (npm ci; about half a minute, once) …\n");
      const npm = process.env.npm_execpath;
      const [command, first] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
      const result = spawnSync(
        command,
        [...first, "ci", "--no-audit", "--no-fund", "--loglevel=error", "--engine-strict=false"],
        { cwd: root, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" },
      );
      if (result.status !== 0) {
        process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
        fail("npm ci failed (above). Mekuri needs the npm registry once, to set up.");
      }
      const node = spawnSync(join(project, "node_modules", ".bin", "node"), ["--version"], {
        encoding: "utf8",
      });
      if (!/^v2[4-9]/.test(node.stdout ?? "")) {
        fail(
          "the package `node` did not install its program; allow its install script (allowScripts in package.json) and try again.",
        );
      }
      writeFileSync(stamp, wanted);
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
