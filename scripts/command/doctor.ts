// `mekuri doctor`: checks what this machine lacks for Mekuri, and says how to fix it. Exit status 1 if something required is missing.
import { spawnSync } from "node:child_process";
import { existsSync, statfsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { isInstalled } from "../../bench/needs.ts";
import { isPortTaken } from "../../emulators/port-probe.ts";
import { DEFAULT_PORTS } from "../../emulators/suite-environment.ts";
import type { FontName } from "../../lettering/src/font-names.ts";
import { typefaceNow } from "../../lettering/src/fonts.ts";
import { readSetting } from "../../lib/cloud/config.ts";
import { SETTINGS } from "../../lib/cloud/settings-table.ts";
import { thingPackFile } from "../../lib/models/thing-pack-file.ts";
import { isReady, PROJECT } from "../setup.mjs";
import { API_PORT, EXIT, newCommand, portNumber, runs } from "./command.ts";
import { examine, type Finding, isHealthy, type Machine } from "./examine.ts";

export function doctor(): Command {
  const command = newCommand(
    "doctor",
    "check what this machine lacks for Mekuri, and how to install it",
  ).option("--port <n>", "the port of npm start", portNumber, API_PORT);
  return runs<{ port: number }>(command, async ({ port }) => {
    const findings = await examine(thisMachine(), {
      apiPort: port,
      emulatorPorts: Object.values(DEFAULT_PORTS),
    });
    process.stdout.write(`${findings.flatMap(linesOf).join("\n")}\n\n${verdict(findings)}\n`);
    return isHealthy(findings) ? EXIT.done : EXIT.failed;
  });
}

const MARKS: Record<Finding["state"], string> = { there: "ok", optional: "-", missing: "MISSING" };

function linesOf({ thing, state, said, mend }: Finding): string[] {
  const line = `${MARKS[state].padEnd(9)}${thing.padEnd(14)}${said}`;
  return mend === undefined ? [line] : [line, `${" ".repeat(23)}${mend}`];
}

function verdict(findings: readonly Finding[]): string {
  const missing = findings.filter(({ state }) => state === "missing").map(({ thing }) => thing);
  if (missing.length === 0) return "This machine has everything that a book needs: npm run mekuri -- make";
  return `Needed and missing: ${missing.join(", ")}`;
}

const FACES: readonly FontName[] = [
  "gothic",
  "antique",
  "comic",
  "comicItalic",
  "reggae",
  "dela",
  "rocknroll",
  "bangers",
  "emoji",
];

/** Timeout for an answer of a local service. */
const ANSWER_MS = 3_000;

function thisMachine(environment: NodeJS.ProcessEnv = process.env): Machine {
  const { bavail, bsize } = statfsSync(".");
  return {
    nodeVersion: process.version,
    isSetUp: isReady(PROJECT),
    arePacked: existsSync(thingPackFile()),
    unusableFonts: FACES.flatMap((name) => problemOf(() => typefaceNow(name))),
    freeBytes: bavail * bsize,
    hasProgram: isInstalled,
    hasJapanese: spawnSync("fc-list", [":lang=ja"], { encoding: "utf8" }).stdout?.trim() !== "",
    listenerAt,
    hasSettingsFile: existsSync(join(PROJECT, ".env")),
    unusableSettings: unusableSettings(environment),
    modelAccess: ["GEMINI_API_KEY", "VERTEX_PROJECT"].find((name) => environment[name]),
  };
}

/** Invalid settings in the environment. A missing setting is valid: it has a default, or only its function needs it. */
function unusableSettings(environment: NodeJS.ProcessEnv): string[] {
  const set = (Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]).filter((name) => environment[name]);
  return set.flatMap((name) => problemOf(() => readSetting(name, environment)));
}

function problemOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Mekuri's service states its realm in the answer to a request without a token (RFC 6750, section 3). */
async function listenerAt(port: number): Promise<"mekuri" | "another" | undefined> {
  if (port === 0 || !(await isPortTaken(port))) return undefined;
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/auth/me`, {
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await response.body?.cancel();
    return response.headers.get("www-authenticate")?.includes('realm="mekuri"') ? "mekuri" : "another";
  } catch {
    return "another";
  }
}
