// A real browser for tests: the system's Chromium, installed if the machine lacks it.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const PROGRAM = "/usr/bin/chromium";

const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Throws when there is no Chromium and it cannot be installed. */
export async function launchChromium(): Promise<Browser> {
  if (!existsSync(PROGRAM)) await install();
  return chromium.launch({ executablePath: PROGRAM, args: SWITCHES });
}

/** Several test files may want it at once: the later ones wait for the lock, and then find it installed. */
async function install(): Promise<void> {
  const run = promisify(execFile);
  const wait = ["-o", "DPkg::Lock::Timeout=300"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", [...wait, "update"], { env });
  await run("apt-get", [...wait, "install", "-y", "chromium"], { env, maxBuffer: 64 * 1024 * 1024 });
}
