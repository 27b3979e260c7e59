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
  const command = newCommand(
    "models",
    "list and check models, serve a stand-in, say what an artist was asked",
  );
  const list = subCommand(
    command,
    "list",
    "the catalog of models as a table, then the servers of your own that the settings name; exit 1 when a default is retired or goes within 30 days",
  ).addOption(
    new Option("--today <date>", "as it stands on that day, YYYY-MM-DD")
      .argParser(dateOf)
      .default(today(), "today"),
  );
  runs<{ today: string }>(list, (options) => listAll(options.today));

  const check = subCommand(
    command,
    "check",
    "asks one small question for each schema and each model that a book needs, and one of each server of your own; exit 1 names the mend",
  )
    .option(
      "--access <way>",
      "key, or vertex with the application's default credentials (default: what is set)",
      oneOf("--access", ["key", "vertex"]),
    )
    .option(
      "--all",
      "every model of the catalog and every size of picture; needs --yes without a terminal",
      false,
    )
    .option("--yes", "ask without asking you", false)
    .option("--record <folder>", "keep the answers as fixtures, without keys, tokens and projects");
  runs<CheckOptions>(check, checkAll);

  const explain = subCommand(
    command,
    "explain",
    "what the artist was asked for a panel of a session of this machine: model, size, references, prompt; without a panel: every picture in a line, and what the look found with and without our rough",
  )
    .argument("<session>", "its id", sessionIdOf)
    .argument("[panel]", "such as p003/k2", panelName)
    .option("--data <folder>", "where the service keeps its data", dataFolder("explain"), DEFAULT_DATA);
  runs<{ data: string }>(explain, ({ data }, sessionId: string, panel: string | undefined) =>
    explainPanel({ sessionId, panel, data }, say),
  );

  const serve = serverOptions(
    subCommand(
      command,
      "serve",
      "a local server that speaks the protocols of Google's models, and refuses what they refuse, until Ctrl-C",
    ),
  )
    .option(
      "--protocol <name>",
      "google; openai, sdapi or comfyui: a pretended Ollama, A1111 or ComfyUI, for which of the options below only --port, --seed and --writer count (plain: without a fault; sloppy: as a small model)",
      oneOf("--protocol", PROTOCOLS),
      "google",
    )
    .option(
      "--profile <name>",
      `how long it takes and how often it fails: ${PROFILE_NAMES.join(", ")}`,
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
      new Option("--today <date>", "which models are retired, and what they cost, YYYY-MM-DD")
        .argParser(dateOf)
        .default(today(), "today"),
    )
    .option(
      "--writer <name>",
      `who writes the answers: ${WRITERS.join(", ")}; sloppy makes the mistakes of a model, labelled reads the stories of stories/ as their labels do`,
      oneOf("--writer", WRITERS),
      "plain",
    )
    .option("--imagen", "Imagen answers too; without it, it is gone", false)
    .option(
      "--requests-per-minute <n>",
      "more are answered with 429, for each model",
      wholeNumber("--requests-per-minute", 0, COUNT),
    )
    .option(
      "--window-seconds <n>",
      "the window that they are counted in (default: 60)",
      wholeNumber("--window-seconds", 0, COUNT),
    )
    .option(
      "--requests-per-day <n>",
      "more are answered with 429, for each model; text=N,image=N for one kind alone; 0 is no quota at all",
      dailyOf,
    );
  runs<ServeOptions>(serve, simulateProvider);

  const recording = serverOptions(
    subCommand(
      command,
      "record",
      "passes requests on to Google and keeps the answers, without keys, tokens and projects",
    ),
  )
    .requiredOption("--to <folder>", "where the answers go")
    .option("--upstream <url>", "where requests go", upstreamOf, GEMINI_API);
  runs<ServerOptions & { to: string; upstream: string }>(recording, ({ to, upstream, ...server }) =>
    record(listening(server), to, upstream),
  );

  const replaying = serverOptions(
    subCommand(command, "replay", "answers what was recorded, and nothing else"),
  ).requiredOption("--from <folder>", "where the answers are");
  runs<ServerOptions & { from: string }>(replaying, ({ from, ...server }) => replay(listening(server), from));
  return command;
}

/** Maximum of a count. */
const COUNT = 999_999_999;

const serverOptions = (command: Command): Command =>
  command
    .option(
      "--port <n>",
      `the port; 0 takes a free one (default: ${LOCAL_MODELS_PORT}, or that of the protocol)`,
      portNumber,
    )
    .option("--tls", "HTTPS with the local certificate, as Vertex AI's clients want it", false);

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
