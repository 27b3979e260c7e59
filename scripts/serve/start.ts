// `mekuri start`: runs the suite, all functions, topics and subscriptions on this machine until a signal.
import type { Command } from "commander";
import { API_PORT, DEFAULT_DATA, EXIT, newCommand, portNumber, runs } from "../command/command.ts";
import { untilSignal } from "../command/signals.ts";
import { openService } from "./shared-service.ts";

interface Options {
  data: string;
  port: number;
  isolate: boolean;
  built: boolean;
  json: boolean;
}

export function start(): Command {
  const command = newCommand("start", "run the studio and the service on this machine, until Ctrl-C")
    .option("--data <folder>", "data folder of the service; memory keeps nothing", DEFAULT_DATA)
    .option("--port <n>", "port of the studio and the API, from 0 (any) to 65535", portNumber, API_PORT)
    .option("--isolate", "one process for each function", false)
    .option("--built", "the functions as built by npm run build, one process for each", false)
    .option("--json", "print only one JSON object", false);
  return runs<Options>(command, serve);
}

async function serve(options: Options): Promise<number> {
  const signalled = untilSignal();
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
      `The studio is at ${api}/ (the API below it, at ${api}/docs)\n${variables.join("")}Ctrl-C stops it; running sessions continue at the next start.\n`,
    );
  }
  const reason = await Promise.race([signalled, service.lost]);
  await service.abandon();
  if (reason === undefined) return EXIT.done;
  process.stderr.write(`mekuri: ${reason}\n`);
  return EXIT.failed;
}
