// Runs before every npm script: installs the packages when they are missing or the lockfile changed, and packs the drawings of things
// for the offline artist when one of them changed. Given a folder with a package.json of its own, it does the same there. No package's
// install script runs, except that of `node`, which fetches the program: everything else brings what it needs as packages.
// Plain JavaScript without imports from npm, because it runs on whatever Node (20 or newer) the machine has.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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

/** Ends this program when npm fails. */
function npm(...args) {
  // Not this process's own program: that may be the one in node_modules, which `npm ci` removes.
  const { npm_execpath: given, npm_node_execpath: program = process.execPath } = process.env;
  const [command, first] = given === undefined ? ["npm", []] : [program, [given]];
  const options = { cwd: root, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" };
  const { status, stdout, stderr } = spawnSync(command, [...first, ...args, "--loglevel=error"], options);
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  fail(`npm ${args[0]} failed (above). Mekuri needs the npm registry once, to set up.`);
}

/** Waits while another command sets up. A lock is removed when its process ends, also by a failure; one of a dead process is taken over. */
function acquireLock() {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      mkdirSync(lock);
      process.on("exit", () => rmSync(lock, { recursive: true, force: true }));
      writeFileSync(join(lock, "pid"), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (isLeftBehind()) rmSync(lock, { recursive: true, force: true });
      Atomics.wait(sleeper, 0, 0, 500);
    }
  }
}

/** Whether the process that made the lock is gone. Without a number of a process, it counts as gone after a minute. */
function isLeftBehind() {
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

if (Number(process.versions.node.split(".")[0]) < 20)
  fail(`Node 20 or newer is needed; this is ${process.version}.`);

if (!isReady()) {
  acquireLock();
  if (!isReady()) {
    process.stderr.write("mekuri: setting up (npm ci; about half a minute, once) …\n");
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--engine-strict=false");
    if (existsSync(join(root, "node_modules", "node"))) npm("rebuild", "node", "--ignore-scripts=false");
    const node = spawnSync(join(project, "node_modules", ".bin", "node"), ["--version"], {
      encoding: "utf8",
    });
    if (!/^v2[4-9]/.test(node.stdout ?? "")) {
      fail(
        "the package `node` did not install its program; remove node_modules, and try again with a network.",
      );
    }
    writeFileSync(stamp, wanted);
  }
}

/** When something below a folder was last written, in milliseconds. */
function lastWritten(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  return Math.max(...[folder, ...files].map((file) => statSync(file).mtimeMs));
}

const drawn = ["things", "parts", "places", "measures"].map((name) => join(root, "assets", name));
const packed = join(root, "assets/things.pack");
if (drawn.every((folder) => existsSync(folder))) {
  const made = statSync(packed, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (made < Math.max(...drawn.map(lastWritten))) {
    const node = join(project, "node_modules/.bin/node");
    const { status, stderr } = spawnSync(node, [join(project, "scripts/draw/things.ts"), "pack"], {
      encoding: "utf8",
    });
    if (status !== 0)
      fail(`what the artist draws from (assets/things, places, measures) cannot be packed: ${stderr}`);
  }
}
