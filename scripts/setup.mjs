// Set-up: installs a folder's packages if they are missing or the lockfile changed, and packs the drawings of things for the offline artist
// if one changed. `bin/launch.mjs` does so before every command; `node scripts/setup.mjs FOLDER` does it for a folder with its own
// package.json (bench, infra). Install scripts of packages do not run, except that of `node`, which downloads the program.
// Plain JavaScript without npm packages, because it runs on the machine's own Node (20 or newer).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Sets a folder up if necessary. Exits with 1 and the reason if that fails. */
export function setUp(root) {
  if (Number(process.versions.node.split(".")[0]) < 20)
    fail(`Node 20 or newer is needed; this is ${process.version}.`);
  if (!isReady(root)) {
    const unlock = acquireLock(root);
    process.on("exit", unlock);
    if (!isReady(root)) install(root);
    unlock();
  }
  packThings(root);
}

const stampOf = (root) => join(root, "node_modules", ".mekuri-setup");

/** Content of a folder's stamp file when its packages match the lockfile. */
const wantedStamp = (root) =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");

/** Whether a folder's packages are installed and match its lockfile. */
export function isReady(root) {
  const stamp = stampOf(root);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wantedStamp(root);
}

function install(root) {
  process.stderr.write("mekuri: setting up (npm ci; about half a minute, once) …\n");
  npm(root, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--engine-strict=false");
  if (existsSync(join(root, "node_modules", "node"))) npm(root, "rebuild", "node", "--ignore-scripts=false");
  const node = spawnSync(join(PROJECT, "node_modules", ".bin", "node"), ["--version"], { encoding: "utf8" });
  if (!/^v2[4-9]/.test(node.stdout ?? "")) {
    fail(
      "the package `node` did not install its program; remove node_modules, and try again with network access.",
    );
  }
  writeFileSync(stampOf(root), wantedStamp(root));
}

function fail(message) {
  process.stderr.write(`mekuri: ${message}\n`);
  process.exit(1);
}

/** Exits if npm fails. */
function npm(root, ...args) {
  // npm is run by the program that started it (`npm_node_execpath`). This process's own program may be in node_modules, which `npm ci`
  // removes.
  const { npm_execpath: given, npm_node_execpath: program = process.execPath } = process.env;
  const [command, first] = given === undefined ? ["npm", []] : [program, [given]];
  const options = { cwd: root, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" };
  const { status, stdout, stderr } = spawnSync(command, [...first, ...args, "--loglevel=error"], options);
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  fail(`npm ${args[0]} failed (above). The first set-up of Mekuri needs the npm registry.`);
}

/** Waits while another command sets up; returns the function that releases the lock. A dead process's lock is taken over. */
function acquireLock(root) {
  const lock = join(root, ".setup-lock");
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      mkdirSync(lock);
      let isHeld = true;
      writeFileSync(join(lock, "pid"), String(process.pid));
      return () => {
        if (isHeld) rmSync(lock, { recursive: true, force: true });
        isHeld = false;
      };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (isLeftBehind(lock)) rmSync(lock, { recursive: true, force: true });
      Atomics.wait(sleeper, 0, 0, 500);
    }
  }
}

/** Whether the lock's process is gone. A lock without a process id expires after a minute. */
function isLeftBehind(lock) {
  const pid = existsSync(join(lock, "pid")) ? Number(readFileSync(join(lock, "pid"), "utf8")) : 0;
  if (pid === 0)
    return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 60_000;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** Time of the last write below a folder, in milliseconds. */
function lastWritten(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  return Math.max(...[folder, ...files].map((file) => statSync(file).mtimeMs));
}

function packThings(root) {
  const drawn = ["things", "parts", "places", "measures"].map((name) => join(root, "assets", name));
  if (!drawn.every((folder) => existsSync(folder))) return;
  const made = statSync(join(root, "assets/things.pack"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (made >= Math.max(...drawn.map(lastWritten))) return;
  const node = join(PROJECT, "node_modules/.bin/node");
  const { status, stderr } = spawnSync(node, [join(PROJECT, "scripts/draw/things/packed.ts")], {
    encoding: "utf8",
  });
  if (status !== 0) fail(`the artist's data (assets/things, places, measures) cannot be packed: ${stderr}`);
}

if (realpathSync(process.argv[1] ?? "") === fileURLToPath(import.meta.url))
  setUp(resolve(process.argv[2] ?? PROJECT));
