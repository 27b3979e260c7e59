// A real browser for tests: the system's Chromium, which is installed if it is missing.
import { type Browser, chromium } from "playwright-core";
import { debianProgram } from "../debian-package.ts";

/** Switches of every Chromium that tests start. */
export const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Installs Chromium if it is missing; a global setup of the component tests. */
export async function setup(): Promise<void> {
  await debianProgram("chromium", "chromium");
}

/** `switches` are additional command-line switches. Throws if Chromium is missing and cannot be installed. */
export async function launchChromium(switches: readonly string[] = []): Promise<Browser> {
  const executablePath = await debianProgram("chromium", "chromium");
  return chromium.launch({ executablePath, args: [...SWITCHES, ...switches] });
}
