// `npm run models -- check`: sends one small request for each schema and each model to Google, in the form a book would send, and prints
// the result, the time and the cost.
import { createInterface } from "node:readline/promises";
import { startRecorder } from "../../emulators/models/recorder.ts";
import { catalogModel, findings } from "../../lib/models/catalog.ts";
import { type Environment, googleAccess, WANTED } from "../../lib/models/hosted/access.ts";
import { loadHosted } from "../../lib/models/hosted/load.ts";
import type { Reply } from "../../lib/models/hosted/model.ts";
import {
  hostedId,
  parseHostedId,
  readinessOf,
  visionModel,
  withFallbacks,
} from "../../lib/models/hosted/settings.ts";
import { readTraffic } from "../../lib/models/hosted/traffic.ts";
import { upToMicros } from "../../lib/models/hosted/upper-price.ts";
import { today } from "../../lib/models/today.ts";
import { allProbes, type Probe, type UsedModels, usualProbes } from "./probes.ts";

export interface CheckOptions {
  /** Access to Google. Absent: by the settings, a key first. */
  access: "key" | "vertex" | undefined;
  /** Every row of the catalog and every size, instead of those that a book needs. */
  all: boolean;
  /** Whether the probes are sent without asking for confirmation. */
  yes: boolean;
  /** Folder in which answers are recorded as fixtures. */
  record: string | undefined;
}

const PATIENCE_MS = 150_000;
/** Concurrent probes of one kind; quotas of new projects are small. */
const AT_ONCE = 2;

const UPSTREAM = {
  key: "https://generativelanguage.googleapis.com",
  vertex: "https://aiplatform.googleapis.com",
};

/** 0: everything answers, or no access is configured. 1: something fails or is not permitted. */
export async function checkModels(options: CheckOptions, say: (line: string) => void): Promise<number> {
  const environment = environmentFor(options.access);
  const used = usedModels(environment);
  const reached = googleAccess({ adapter: "gemini", model: used.text[0] ?? "" }, environment);
  const service = reached?.kind === "vertex" || options.access === "vertex" ? "vertex" : "gemini";
  const probes = options.all ? allProbes(service, today()) : usualProbes(used);
  const mostMicros = probes.reduce((sum, { model, question }) => sum + upToMicros(model, question), 0);
  const price = `${probes.length} questions, at most ${dollars(mostMicros)} together`;
  if (reached === undefined) {
    say(
      `there is no access to Google's models, so nothing is asked: ${WANTED[options.access === "vertex" ? "vertexai" : "gemini"]}`,
    );
    for (const { model, what } of probes) say(`  would ask ${model}: ${what}`);
    say(price);
    return 0;
  }
  say(
    `${price}, ${reached.kind === "key" ? "with the key" : `at ${reached.location} of Vertex AI in ${reached.project}`}`,
  );
  const { missing } = readinessOf(
    [hostedId("gemini", "text", environment), hostedId("gemini", "image", environment)],
    today(),
    environment,
  );
  if (missing.length > 0) {
    for (const line of missing) say(`fix: ${line}`);
    return 1;
  }
  for (const { message } of findings(
    today(),
    [...new Set(probes.map(({ model }) => model))].map((model) => ({ model, service })),
  ))
    say(`notice: ${message}`);
  if (options.all && !options.yes && !(await mayAsk(price))) {
    say("nothing was asked: add --yes to ask without a terminal");
    return 1;
  }
  const recorder = await recorderFor(options.record, reached.kind, environment);
  try {
    const asking = { ...environment, ...recorder?.environment };
    return report(await askAll(probes, asking), say);
  } finally {
    await recorder?.close();
  }
}

/** Settings with which the adapter `gemini` uses the requested access. */
function environmentFor(access: CheckOptions["access"]): Environment {
  const { GEMINI_API_KEY, VERTEX_PROJECT, ...rest } = process.env;
  if (access === "vertex") return { ...rest, VERTEX_PROJECT };
  if (access === "key") return { ...rest, GEMINI_API_KEY };
  return process.env;
}

function usedModels(environment: Environment): UsedModels {
  const traffic = readTraffic(environment);
  const order = (use: "text" | "image") => {
    const choice = parseHostedId(hostedId("gemini", use, environment));
    return choice === undefined ? [] : withFallbacks(choice, traffic).map(({ model }) => model);
  };
  return { text: order("text"), eye: visionModel(environment), images: order("image") };
}

async function mayAsk(price: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test(await lines.question(`Ask ${price}? [y/N] `));
  } finally {
    lines.close();
  }
}

/** A recording proxy in front of Google, and the settings that route to it. */
async function recorderFor(folder: string | undefined, kind: "key" | "vertex", environment: Environment) {
  if (folder === undefined) return undefined;
  const name = kind === "key" ? "GEMINI_BASE_URL" : "VERTEX_BASE_URL";
  const local = environment.GEMINI_API_KEY === "test" && kind === "key" ? "http://127.0.0.1:8790" : undefined;
  const upstream = environment[name] || local || UPSTREAM[kind];
  const recorder = await startRecorder({ folder, upstream });
  return { environment: { [name]: recorder.url }, close: () => recorder.close() };
}

interface Outcome {
  probe: Probe;
  works: boolean;
  said: string;
  seconds: number;
  micros: number;
}

async function askAll(probes: readonly Probe[], environment: Environment): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...probes.entries()];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        outcomes[next[0]] = await askOnce(next[1], environment);
      }
    }),
  );
  return outcomes;
}

async function askOnce(probe: Probe, environment: Environment): Promise<Outcome> {
  const startedAt = performance.now();
  const outcome = (rest: Pick<Outcome, "works" | "said" | "micros">): Outcome => ({
    ...{ probe, seconds: (performance.now() - startedAt) / 1_000 },
    ...rest,
  });
  try {
    const adapter = catalogModel(probe.model).method === "predict" ? "imagen" : "gemini";
    const hosted = await loadHosted({ adapter, model: probe.model }, environment);
    const reply = await hosted.ask(probe.question, AbortSignal.timeout(PATIENCE_MS));
    return outcome({ ...judge(probe, reply), micros: reply.usage.costMicros });
  } catch (error) {
    return outcome({ works: false, said: error instanceof Error ? error.message : String(error), micros: 0 });
  }
}

/** Whether a probe works. For text, a truncated answer is enough, because it shows that the schema is accepted. For a picture, an image must be present. */
function judge({ question }: Probe, { end, reason, images, text }: Reply): Pick<Outcome, "works" | "said"> {
  if (question.wanted.kind !== "image") {
    const works = end === "done" || end === "truncated";
    return { works, said: works ? "works" : `${end} (${reason})` };
  }
  if (images.length > 0) return { works: true, said: "works" };
  return { works: false, said: `no picture (${reason})${text === "" ? "" : `: ${text.slice(0, 200)}`}` };
}

function report(outcomes: readonly Outcome[], say: (line: string) => void): number {
  const width = Math.max(...outcomes.map(({ probe }) => probe.model.length));
  const whatWidth = Math.max(...outcomes.map(({ probe }) => probe.what.length));
  for (const { probe, works, said, seconds, micros } of outcomes) {
    const figures = `${seconds.toFixed(1).padStart(6)} s  ${dollars(micros)}`;
    const words = works ? "works" : `refused: ${said}`;
    say(`${probe.model.padEnd(width)}  ${probe.what.padEnd(whatWidth)}  ${figures}  ${words}`);
  }
  const cost = outcomes.reduce((sum, { micros }) => sum + micros, 0);
  const failed = outcomes.filter(({ works }) => !works);
  say(`together ${dollars(cost)}; ${outcomes.length - failed.length} of ${outcomes.length} work`);
  // The same fix is printed once for all models.
  const mends = failed.map(({ probe, said }) => said.replace(`${probe.model}: `, ""));
  for (const mend of new Set(mends)) say(`fix: ${mend}`);
  return failed.length > 0 ? 1 : 0;
}

const dollars = (micros: number) => `$${(micros / 1e6).toFixed(4)}`;
