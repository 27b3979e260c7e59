// `mekuri models`: checks each configured model and prints the cost, runs the local model server, or records and replays answers of
// Google's servers.
import { type Command, Option } from "commander";
import * as z from "zod";
import { PROFILES } from "../../emulators/models/profile.ts";
import { LOCAL_MODELS_PORT } from "../../lib/models/hosted/access.ts";
import { today } from "../../lib/models/today.ts";
import {
  DEFAULT_DATA,
  dataFolder,
  newCommand,
  oneOf,
  portNumber,
  runs,
  sessionIdOf,
  subCommand,
  UsageError,
  wholeNumber,
} from "../command/command.ts";
import { type CheckOptions, checkModels } from "./check.ts";
import { explainPanel, panelOf } from "./explain.ts";
import { listModels } from "./list.ts";
import { checkOwn } from "./own-check.ts";
import { listOwn } from "./own-list.ts";
import { OWN_PORTS, type OwnProtocol, simulateOwnServer } from "./own-servers.ts";
import { record, replay, simulateGoogle, WRITERS, type WriterName } from "./servers.ts";

const GEMINI_API = "https://generativelanguage.googleapis.com";

const PROTOCOLS = ["google", ...(Object.keys(OWN_PORTS) as OwnProtocol[])] as const;
const PROFILE_NAMES = Object.keys(PROFILES) as (keyof typeof PROFILES)[];

interface ServerOptions {
  port?: number;
  tls: boolean;
}

interface ServeOptions extends ServerOptions {
  protocol: (typeof PROTOCOLS)[number];
  profile: keyof typeof PROFILES;
  seed: number;
  today: string;
  writer: WriterName;
  imagen: boolean;
  requestsPerMinute?: number;
  windowSeconds?: number;
  requestsPerDay?: { text?: number; image?: number };
}

export function models(): Command {
  const command = newCommand("models", "list and check models, run a local model server, explain a picture");
  const list = subCommand(
    command,
    "list",
    "list the model catalog as a table, then your own servers from the settings; exit 1 if a default model is retired now or within 30 days",
  ).addOption(
    new Option("--today <date>", "the catalog as of that day, YYYY-MM-DD")
      .argParser(dateOf)
      .default(today(), "today"),
  );
  runs<{ today: string }>(list, (options) => listAll(options.today));

  const check = subCommand(
    command,
    "check",
    "ask one small question for each schema and each model that a book needs, and one to each of your own servers; on exit 1 it prints the remedy",
  )
    .option(
      "--access <way>",
      "key, or vertex with the application default credentials (default: what is set)",
      oneOf("--access", ["key", "vertex"]),
    )
    .option(
      "--all",
      "every model of the catalog and every size of picture; needs --yes without a terminal",
      false,
    )
    .option("--yes", "ask without confirmation", false)
    .option("--record <folder>", "store the answers as fixtures, without keys, tokens and projects");
  runs<CheckOptions>(check, checkAll);

  const explain = subCommand(
    command,
    "explain",
    "print the request for a panel of a session on this machine: model, size, references, prompt; without a panel: one line for each picture, and the faults found with and without our rough",
  )
    .argument("<session>", "its id", sessionIdOf)
    .argument("[panel]", "such as p003/k2", panelName)
    .option("--data <folder>", "data folder of the service", dataFolder("explain"), DEFAULT_DATA);
  runs<{ data: string }>(explain, ({ data }, sessionId: string, panel: string | undefined) =>
    explainPanel({ sessionId, panel, data }, say),
  );

  const serve = serverOptions(
    subCommand(
      command,
      "serve",
      "run a local server with the protocols of Google's models, which refuses what they refuse, until Ctrl-C",
    ),
  )
    .option(
      "--protocol <name>",
      "google; openai, sdapi or comfyui: a simulated Ollama, A1111 or ComfyUI, which uses only --port, --seed and --writer of the options below (plain: without faults; sloppy: like a small model)",
      oneOf("--protocol", PROTOCOLS),
      "google",
    )
    .option(
      "--profile <name>",
      `profile of its latency and failures: ${PROFILE_NAMES.join(", ")}`,
      oneOf("--profile", PROFILE_NAMES),
      "instant",
    )
    .option(
      "--seed <n>",
      "which calls fail and which subjects are refused",
      wholeNumber("--seed", 0, COUNT),
      0,
    )
    .addOption(
      new Option("--today <date>", "date of prices and retirements, YYYY-MM-DD")
        .argParser(dateOf)
        .default(today(), "today"),
    )
    .option(
      "--writer <name>",
      `writer of the answers: ${WRITERS.join(", ")}; sloppy makes a model's mistakes, labelled answers for stories/ according to their labels`,
      oneOf("--writer", WRITERS),
      "plain",
    )
    .option("--imagen", "serve Imagen too; by default it is retired", false)
    .option(
      "--requests-per-minute <n>",
      "requests beyond it are answered with 429, for each model",
      wholeNumber("--requests-per-minute", 0, COUNT),
    )
    .option(
      "--window-seconds <n>",
      "the window in which requests are counted (default: 60)",
      wholeNumber("--window-seconds", 0, COUNT),
    )
    .option(
      "--requests-per-day <n>",
      "requests beyond it are answered with 429, for each model; text=N,image=N for one kind only; 0: no quota",
      dailyOf,
    );
  runs<ServeOptions>(serve, simulateProvider);

  const recording = serverOptions(
    subCommand(
      command,
      "record",
      "forward requests to Google and store the answers, without keys, tokens and projects",
    ),
  )
    .requiredOption("--to <folder>", "folder for the answers")
    .option("--upstream <url>", "where requests go", upstreamOf, GEMINI_API);
  runs<ServerOptions & { to: string; upstream: string }>(recording, ({ to, upstream, ...server }) =>
    record(listening(server), to, upstream),
  );

  const replaying = serverOptions(
    subCommand(command, "replay", "answer only recorded requests"),
  ).requiredOption("--from <folder>", "folder with the answers");
  runs<ServerOptions & { from: string }>(replaying, ({ from, ...server }) => replay(listening(server), from));
  return command;
}

/** Maximum of a count. */
const COUNT = 999_999_999;

const serverOptions = (command: Command): Command =>
  command
    .option(
      "--port <n>",
      `the port; 0 uses a free one (default: ${LOCAL_MODELS_PORT}, or that of the protocol)`,
      portNumber,
    )
    .option("--tls", "HTTPS with the local certificate, which Vertex AI's clients need", false);

const listening = ({ port = LOCAL_MODELS_PORT, tls }: ServerOptions) => ({ port, tls });

async function simulateProvider(options: ServeOptions): Promise<void> {
  const { protocol, seed, writer, profile, requestsPerMinute, requestsPerDay, windowSeconds } = options;
  if (protocol !== "google") {
    const port = options.port ?? OWN_PORTS[protocol];
    return simulateOwnServer({ protocol, port, seed, isSloppy: writer === "sloppy" });
  }
  await simulateGoogle({
    ...{ ...listening(options), profile: PROFILES[profile], seed },
    ...{ today: options.today, writer, imagen: options.imagen },
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
    ...(requestsPerDay === undefined ? {} : { requestsPerDay }),
    ...(windowSeconds === undefined ? {} : { windowMs: windowSeconds * 1_000 }),
  });
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function listAll(day: string): Promise<number> {
  const code = listModels(day, say);
  await listOwn(process.env, say);
  return code;
}

async function checkAll(options: CheckOptions): Promise<number> {
  const codes = [await checkModels(options, say), await checkOwn(process.env, say)];
  return Math.max(...codes);
}

function panelName(text: string): string {
  if (panelOf(text) !== undefined) return text;
  throw new UsageError(`a panel is named like p003/k2, not ${text}`);
}

/** `5` for both kinds of models, `image=0`, `text=100,image=5`. */
function dailyOf(text: string): { text?: number; image?: number } {
  const name = "--requests-per-day";
  if (/^\d+$/.test(text)) return { text: Number(text), image: Number(text) };
  const daily: { text?: number; image?: number } = {};
  for (const part of text.split(",")) {
    const [, kind, count] = /^(text|image)=(\d{1,9})$/.exec(part) ?? [];
    if (kind === "text") daily.text = Number(count);
    else if (kind === "image") daily.image = Number(count);
    else throw new UsageError(`${name} takes a whole number, or text=N,image=N; got ${text}`);
  }
  return daily;
}

function dateOf(text: string): string {
  if (z.iso.date().safeParse(text).success) return text;
  throw new UsageError(`--today takes a date like 2026-11-29; got ${text}`);
}

function upstreamOf(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new UsageError(`--upstream takes an address such as ${GEMINI_API}; got ${url}`);
}
