// `mekuri emulators`: the embedded suite alone, for other programs. When ready it prints `export NAME=value` lines for a shell's `eval`,
// and runs until SIGINT or SIGTERM; a second signal forces the exit.
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { startSuite } from "../../emulators/suite.ts";
import { DEFAULT_DATA, EXIT, newCommand, oneOf, runs, UsageError } from "../command/command.ts";
import { onSignal } from "../command/signals.ts";

const RULES_FILE = fileURLToPath(new URL("../../firestore.rules", import.meta.url));
const INDEXES_FILE = fileURLToPath(new URL("../../firestore.indexes.json", import.meta.url));

interface Options {
  ports: "auto" | "default";
  data: string;
  strictIndexes: boolean;
}

export function emulators(): Command {
  const command = newCommand("emulators", "run only the emulators, for your own programs, until Ctrl-C")
    .option(
      "--ports <which>",
      "auto: free ports; default: the usual ones",
      oneOf("--ports", ["auto", "default"]),
      "default",
    )
    .option("--data <folder>", "their data folder; memory keeps nothing", folderOf, DEFAULT_DATA)
    .option(
      "--strict-indexes",
      "refuse Firestore queries that firestore.indexes.json does not cover, as Firestore does",
      false,
    );
  return runs<Options>(command, serve);
}

function folderOf(data: string): string {
  if (data === "memory" || statSync(data, { throwIfNoEntry: false })?.isDirectory() !== false) return data;
  throw new UsageError(`--data must name a folder, but ${data} is a file.`);
}

/** Quoted only if a shell would not read it as one word. */
const quoted = (value: string) =>
  /^[\w.:/@%+=-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;

async function serve({ ports, data, strictIndexes }: Options): Promise<number> {
  const stopped = Promise.withResolvers<void>();
  const starting = startSuite({
    ...{ ports, dataDir: data, rulesFile: RULES_FILE },
    indexesFile: strictIndexes ? INDEXES_FILE : undefined,
  });
  onSignal(() => {
    starting.then((suite) => suite.close()).then(stopped.resolve, stopped.reject);
  }, EXIT.failed);
  const { env } = await starting;
  const lines = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  process.stdout.write(lines.join(""));
  await stopped.promise;
  return EXIT.done;
}
