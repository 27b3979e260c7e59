// `npm run emulators`: the embedded suite alone, for whoever points programs of their own at it. When it is ready it
// prints `export NAME=value` lines, fit for a shell's `eval`, and runs until SIGINT or SIGTERM; a second one forces it.
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type SuiteOptions, startSuite } from "../emulators/suite.ts";

const USAGE = "Usage: npm run emulators -- [--ports auto|default] [--data DIR|memory] [--strict-indexes]";

const RULES_FILE = fileURLToPath(new URL("../firestore.rules", import.meta.url));
const INDEXES_FILE = fileURLToPath(new URL("../firestore.indexes.json", import.meta.url));

/** Within this time a repeated signal is the same keypress. */
const ECHO_MS = 300;

/** An unusable command line: exit status 2. */
class UsageError extends Error {}

function readOptions(args: readonly string[]): SuiteOptions {
  const { ports, data, isStrict } = parse(args);
  if (ports !== "auto" && ports !== "default") {
    throw new UsageError(`--ports must be auto or default, not "${ports}".`);
  }
  if (data === "") throw new UsageError("--data must name a folder, or be memory.");
  if (data !== "memory" && statSync(data, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UsageError(`--data must name a folder, but ${data} is a file.`);
  }
  const indexesFile = isStrict ? INDEXES_FILE : undefined;
  return { ports, dataDir: data, rulesFile: RULES_FILE, indexesFile };
}

function parse(args: readonly string[]): { ports: string; data: string; isStrict: boolean } {
  try {
    const options = {
      ports: { type: "string", default: "default" },
      data: { type: "string", default: ".local" },
      // Firestore refuses the queries that `firestore.indexes.json` does not cover, as the service does.
      "strict-indexes": { type: "boolean", default: false },
    } as const;
    const { ports, data, "strict-indexes": isStrict } = parseArgs({ args: [...args], options }).values;
    return { ports, data, isStrict };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Plain where a shell reads it as one word anyway, in single quotes elsewhere. */
const quoted = (value: string) =>
  /^[\w.:/@%+=-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;

async function main(): Promise<void> {
  const starting = startSuite(readOptions(process.argv.slice(2)));
  let firstSignalAt: number | undefined;
  const stop = () => {
    // Ctrl-C under npm arrives twice, from the terminal and from npm: only a later signal is a second one.
    if (firstSignalAt !== undefined) {
      if (performance.now() - firstSignalAt > ECHO_MS) process.exit(1);
      return;
    }
    firstSignalAt = performance.now();
    starting.then((suite) => suite.close()).then(() => process.exit(0), fail);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const { env } = await starting;
  const lines = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  process.stdout.write(lines.join(""));
}

function fail(error: unknown): void {
  const isUsage = error instanceof UsageError;
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n${isUsage ? `${USAGE}\n` : ""}`,
  );
  process.exit(isUsage ? 2 : 1);
}

main().catch(fail);
