#!/usr/bin/env node
// `mekuri`: sets up what is missing and runs scripts/mekuri.ts on the project's own Node, whatever Node the machine has. As
// `npm run mekuri --` everywhere, and as `npx --no-install mekuri` in a clone.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../scripts/setup.mjs";
import { launch } from "./launch.mjs";

const ENV_FILE = join(PROJECT, ".env");
/** Node's `--env-file-if-exists` would report a missing file, which nobody needs, at every command. */
const SETTINGS = existsSync(ENV_FILE) ? [`--env-file=${ENV_FILE}`] : [];
/** The command itself holds little: the functions run in processes of their own. */
const BOOK = [...SETTINGS, "--max-semi-space-size=2", "--max-old-space-size=256"];

/** For Node's command line. A command that is not here takes its settings from the environment alone, never from `.env`. */
const FLAGS = new Map([
  ["make", BOOK],
  ["resume", BOOK],
  ["reletter", SETTINGS],
  ["start", SETTINGS],
  ["models", SETTINGS],
  ["redrive", SETTINGS],
  ["doctor", SETTINGS],
]);

const args = process.argv.slice(2);
launch("node", [...(FLAGS.get(args[0]) ?? []), join(PROJECT, "scripts/mekuri.ts"), ...args]);
