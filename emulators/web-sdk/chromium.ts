// A real browser for tests: the system's Chromium, installed if the machine lacks it.
import { type Browser, chromium } from "playwright-core";
import { debianProgram } from "../debian-package.ts";

const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `switches` are added to those that every test has. Throws when there is no Chromium and it cannot be installed. */
export async function launchChromium(switches: readonly string[] = []): Promise<Browser> {
  const executablePath = await debianProgram("chromium", "chromium");
  return chromium.launch({ executablePath, args: [...SWITCHES, ...switches] });
}
