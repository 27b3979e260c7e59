// `npm start`: the suite, all functions, topics and subscriptions on this machine, until a signal.
import { parseArgs } from "node:util";
import { openService } from "./shared-service.ts";

/** Where the API listens; `--port` names another. */
const API_PORT = 4000;

const USAGE = `npm start -- [--data DIR|memory] [--port N] [--isolate] [--built] [--json]\n`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: ".local" },
      port: { type: "string", default: String(API_PORT) },
      isolate: { type: "boolean", default: false },
      built: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new RangeError(`--port takes a number from 0 (any) to 65535; got ${values.port}`);
  }
  return { ...values, port };
}

async function main(): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions();
  } catch (error) {
    process.stderr.write(`mekuri: ${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve());
  });
  const service = await openService({
    dataDir: options.data,
    isolate: options.isolate,
    isBuilt: options.built,
    apiPort: options.port,
    onTrouble: (message) => process.stderr.write(`mekuri: ${message}\n`),
  });
  const { api, emulators } = service;
  if (options.json) process.stdout.write(`${JSON.stringify({ api, studio: `${api}/`, emulators })}\n`);
  else {
    const variables = Object.entries(emulators).map(([name, value]) => `  ${name}=${value}\n`);
    process.stdout.write(
      `The studio is at ${api}/ (the API below it, at ${api}/docs)\n${variables.join("")}Ctrl-C stops it; what runs goes on at the next start.\n`,
    );
  }
  const reason = await Promise.race([signalled, service.lost]);
  await service.abandon();
  if (reason === undefined) return 0;
  process.stderr.write(`mekuri: ${reason}\n`);
  return 1;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`mekuri: ${error instanceof Error ? error.message : error}\n`);
  return 1;
});
