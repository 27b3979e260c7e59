// `npm run models`: asks each configured model once and says what it cost, or serves the local model server, or records and replays
// what Google's own servers answer.
import { parseArgs } from "node:util";
import * as z from "zod";
import { PROFILES } from "../../emulators/models/profile.ts";
import { LOCAL_MODELS_PORT } from "../../lib/models/hosted/access.ts";
import { today } from "../../lib/models/today.ts";
import { type CheckOptions, checkModels } from "./check.ts";
import { explainPanel, panelOf } from "./explain.ts";
import { listModels } from "./list.ts";
import { checkOwn } from "./own-check.ts";
import { listOwn } from "./own-list.ts";
import { OWN_PORTS, type OwnProtocol, pretendOwn } from "./own-servers.ts";
import { pretend, record, replay, WRITERS } from "./servers.ts";

const GEMINI_API = "https://generativelanguage.googleapis.com";

const USAGE = `npm run models -- list | check | explain | serve | record | replay [options]

  list                      the catalog of models as a table, then the servers of your own that the settings name; exit 1 when a
                            default is retired or goes within 30 days
    --today YYYY-MM-DD      as it stands on that day (default: today)
  check                     asks one small question for each schema and each model that a book needs, and one of each server of
                            your own; exit 1 names the mend
    --access key|vertex     by the key, or by Vertex AI with the application's default credentials (default: what is set)
    --all                   every model of the catalog and every size of picture; needs --yes without a terminal
    --yes                   asks without asking you
    --record FOLDER         keeps the answers as fixtures, without keys, tokens and projects
  explain SESSION p003/k2   what the artist was asked for a panel of a session of this machine: model, size, references, prompt;
                            without a panel: every picture in a line, and what the look found with and without our rough
    --data DIR              where the service keeps its data (default: .local)
  serve                     a local server that speaks the protocols of Google's models, and refuses what they refuse, until Ctrl-C
    --protocol NAME         google (default); openai, sdapi or comfyui: a pretended Ollama, A1111 or ComfyUI, for which of the options
                            below only --port, --seed and --writer count (plain: without a fault; sloppy: as a small model)
    --profile NAME          how long it takes and how often it fails: ${Object.keys(PROFILES).join(", ")} (default: instant)
    --seed N                which calls fail and which subjects are refused (default: 0)
    --today YYYY-MM-DD      which models are retired, and what they cost (default: today)
    --writer NAME           who writes the answers: ${WRITERS.join(", ")} (default: plain); sloppy makes the mistakes of a model,
                            labelled reads the stories of stories/ as their labels do
    --imagen                Imagen answers too; without it, it is gone
    --requests-per-minute N more are answered with 429, for each model
    --window-seconds N      the window that they are counted in (default: 60)
    --requests-per-day N    more are answered with 429, for each model; text=N,image=N for one kind alone; 0 is no quota at all
  record --to FOLDER        passes requests on to Google and keeps the answers, without keys, tokens and projects
    --upstream URL          where to (default: ${GEMINI_API})
  replay --from FOLDER      answers what was recorded, and nothing else

  serve, record and replay take
    --port N                the port (default: ${LOCAL_MODELS_PORT}; 0 takes a free one)
    --tls                   HTTPS with the local certificate, as Vertex AI's clients want it
  --help                    this text
`;

class UsageError extends Error {
  override readonly name = "UsageError";
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  if (values.help === true) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [command, ...named] = positionals;
  const port = whole("--port", values.port) ?? LOCAL_MODELS_PORT;
  const server = { port, tls: values.tls === true };
  switch (command) {
    case "list":
      return list(dateOf(values.today));
    case "check":
      return check({
        ...{ access: accessOf(values.access), all: values.all === true, yes: values.yes === true },
        record: values.record,
      });
    case "explain":
      return explain(named, values.data);
    case "serve": {
      const protocol = protocolOf(values.protocol);
      if (protocol !== "google") {
        const port = whole("--port", values.port) ?? OWN_PORTS[protocol];
        const isSloppy = writerOf(values.writer) === "sloppy";
        await pretendOwn({ protocol, port, seed: whole("--seed", values.seed) ?? 0, isSloppy });
        return 0;
      }
      const quota = whole("--requests-per-minute", values["requests-per-minute"]);
      const windowSeconds = whole("--window-seconds", values["window-seconds"]);
      const daily = dailyOf(values["requests-per-day"]);
      await pretend({
        ...{ ...server, profile: profileOf(values.profile), seed: whole("--seed", values.seed) ?? 0 },
        ...{ today: dateOf(values.today), writer: writerOf(values.writer), imagen: values.imagen === true },
        ...(quota === undefined ? {} : { requestsPerMinute: quota }),
        ...(daily === undefined ? {} : { requestsPerDay: daily }),
        ...(windowSeconds === undefined ? {} : { windowMs: windowSeconds * 1_000 }),
      });
      return 0;
    }
    case "record":
      await record(server, needed("record", "--to", values.to), upstreamOf(values.upstream));
      return 0;
    case "replay":
      await replay(server, needed("replay", "--from", values.from));
      return 0;
    default: {
      const given = command === undefined ? "" : `, not ${command}`;
      throw new UsageError(`say list, check, explain, serve, record or replay${given}; --help tells more`);
    }
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function list(day: string): Promise<number> {
  const code = listModels(day, say);
  await listOwn(process.env, say);
  return code;
}

async function explain(named: readonly string[], data = ".local"): Promise<number> {
  const [sessionId, panel, ...more] = named;
  if (sessionId === undefined || more.length > 0)
    throw new UsageError("explain takes a session, and a panel or none: explain SESSION p003/k2");
  if (!/^[\w-]{1,128}$/.test(sessionId)) throw new UsageError(`"${sessionId}" is no session's id`);
  if (panel !== undefined && panelOf(panel) === undefined)
    throw new UsageError(`a panel is named like p003/k2, not ${panel}`);
  if (data === "memory")
    throw new UsageError("--data must name a folder: nothing in memory is left to explain");
  await explainPanel({ sessionId, panel, data }, say);
  return 0;
}

async function check(options: CheckOptions): Promise<number> {
  const codes = [await checkModels(options, say), await checkOwn(process.env, say)];
  return Math.max(...codes);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: "string" },
        data: { type: "string" },
        tls: { type: "boolean" },
        access: { type: "string" },
        all: { type: "boolean" },
        yes: { type: "boolean" },
        record: { type: "string" },
        today: { type: "string" },
        protocol: { type: "string" },
        profile: { type: "string" },
        seed: { type: "string" },
        "requests-per-minute": { type: "string" },
        "requests-per-day": { type: "string" },
        "window-seconds": { type: "string" },
        writer: { type: "string" },
        imagen: { type: "boolean" },
        to: { type: "string" },
        from: { type: "string" },
        upstream: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function profileOf(name = "instant") {
  const profile = Object.entries(PROFILES).find(([known]) => known === name)?.[1];
  if (profile !== undefined) return profile;
  throw new UsageError(`--profile takes ${Object.keys(PROFILES).join(", ")}; got ${name}`);
}

function writerOf(name = "plain") {
  const writer = WRITERS.find((known) => known === name);
  if (writer !== undefined) return writer;
  throw new UsageError(`--writer takes ${WRITERS.join(", ")}; got ${name}`);
}

/** `5` for both kinds of models, `image=0`, `text=100,image=5`. */
function dailyOf(text: string | undefined): { text?: number; image?: number } | undefined {
  if (text === undefined) return undefined;
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

function protocolOf(text = "google"): OwnProtocol | "google" {
  const names = ["google", ...Object.keys(OWN_PORTS)];
  if (text === "google") return text;
  const found = (Object.keys(OWN_PORTS) as OwnProtocol[]).find((name) => name === text);
  if (found === undefined)
    throw new UsageError(`--protocol must be one of ${names.join(", ")}, not "${text}"`);
  return found;
}

function accessOf(text: string | undefined): "key" | "vertex" | undefined {
  if (text === undefined || text === "key" || text === "vertex") return text;
  throw new UsageError(`--access takes key or vertex; got ${text}`);
}

function dateOf(text = today()): string {
  if (z.iso.date().safeParse(text).success) return text;
  throw new UsageError(`--today takes a date like 2026-11-29; got ${text}`);
}

function upstreamOf(url = GEMINI_API): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new UsageError(`--upstream takes an address such as ${GEMINI_API}; got ${url}`);
}

function needed(command: string, option: string, value: string | undefined): string {
  if (value) return value;
  throw new UsageError(`${command} needs ${option} FOLDER`);
}

function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${name} takes a whole number; got ${text}`);
  return Number(text);
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`mekuri: ${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof UsageError ? 2 : 1;
});
