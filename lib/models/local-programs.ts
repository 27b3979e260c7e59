// Programs with models that run on this machine, at the ports that they take by themselves or that `MEKURI_LOCAL_PORTS` names.
// `--models auto` asks each for its list of models, and takes those that have one. No request names a port, so nobody who calls the API
// can make the service ask another address.
import * as z from "zod";
import type { Environment } from "./own-servers.ts";

/** Nobody is waited for longer, all together. */
const WITHIN_MS = 280;

interface Program {
  /** As `MEKURI_LOCAL_PORTS` calls it. */
  id: string;
  name: string;
  /** Its usual one. */
  port: number;
  /** Path of its list of models, and how the list is read. */
  list: string;
  models(answer: unknown): string[];
}

const OpenAiList = z.object({ data: z.array(z.object({ id: z.string() })) });
/** Embedding models answer no questions. */
const NO_CHAT = /embed|bge-|rerank|whisper/iu;
/** Ollama lists models that it sends on to ollama.com beside those of this machine: https://docs.ollama.com/cloud */
const ELSEWHERE = /[-:]cloud$/u;
const chatModels = (answer: unknown): string[] =>
  OpenAiList.parse(answer)
    .data.map(({ id }) => id)
    .filter((id) => !NO_CHAT.test(id) && !ELSEWHERE.test(id));

/** Write. Sources of the ports: the programs' own documentation. */
const WORD_PROGRAMS: readonly Program[] = [
  { id: "ollama", name: "Ollama", port: 11_434, list: "/v1/models", models: chatModels },
  { id: "lm-studio", name: "LM Studio", port: 1_234, list: "/v1/models", models: chatModels },
  { id: "llama-server", name: "llama-server", port: 8_080, list: "/v1/models", models: chatModels },
];

const SdModels = z.array(z.object({ model_name: z.string() }));
const Checkpoints = z.object({
  CheckpointLoaderSimple: z.object({
    input: z.object({ required: z.object({ ckpt_name: z.tuple([z.array(z.string())]).rest(z.unknown()) }) }),
  }),
});

/** Draw. */
const PICTURE_PROGRAMS: readonly (Program & { adapter: "sdapi" | "comfyui" })[] = [
  {
    ...{
      id: "comfyui",
      name: "ComfyUI",
      adapter: "comfyui",
      port: 8_188,
      list: "/object_info/CheckpointLoaderSimple",
    },
    models: (answer) => Checkpoints.parse(answer).CheckpointLoaderSimple.input.required.ckpt_name[0],
  },
  {
    ...{ id: "a1111", name: "A1111", adapter: "sdapi", port: 7_860, list: "/sdapi/v1/sd-models" },
    models: (answer) => SdModels.parse(answer).map(({ model_name: name }) => name),
  },
];

const PROGRAMS: readonly Program[] = [...WORD_PROGRAMS, ...PICTURE_PROGRAMS];

/**
 * The port of each program by its id; 0 for one that is not asked. Throws a RangeError that names the setting where
 * `MEKURI_LOCAL_PORTS` is neither `off` nor pairs such as `ollama=11500,comfyui=8000`.
 */
function portsIn({ MEKURI_LOCAL_PORTS: setting = "" }: Environment): ReadonlyMap<string, number> {
  const text = setting.trim();
  const ports = new Map(PROGRAMS.map(({ id, port }) => [id, text === "off" ? 0 : port]));
  for (const pair of text === "off" ? [] : text.split(",").filter((one) => one.trim() !== "")) {
    const [, id = "", port] = /^\s*([a-z\d-]+)\s*=\s*(\d{1,5})\s*$/u.exec(pair) ?? [];
    if (!ports.has(id) || Number(port) > 65_535)
      throw new RangeError(
        `MEKURI_LOCAL_PORTS: ${pair.trim()} is no PROGRAM=PORT with one of ${[...ports.keys()].join(", ")}`,
      );
    ports.set(id, Number(port));
  }
  return ports;
}

/** Whether a program of this adapter is expected at a port of this machine. Throws as `findLocalPrograms` does. */
export function isLocalPort(adapter: string, port: number, environment: Environment = process.env): boolean {
  const ports = portsIn(environment);
  const of = adapter === "openai" ? WORD_PROGRAMS : PICTURE_PROGRAMS.filter((one) => one.adapter === adapter);
  return port > 0 && of.some(({ id }) => ports.get(id) === port);
}

export interface FoundProgram {
  name: string;
  /** `http://127.0.0.1:11434`. */
  baseUrl: string;
  port: number;
  /** `MEKURI_WORDS_MODEL` where it has that one, else the first of its list. */
  model: string;
}

export interface FoundPrograms {
  words?: FoundProgram;
  pictures?: FoundProgram & { adapter: "sdapi" | "comfyui" };
}

interface FindOptions {
  environment?: Environment;
  withinMs?: number;
}

/**
 * The first program of each kind that answers in time with a model; who does not answer is not there. Throws a RangeError where
 * `MEKURI_LOCAL_PORTS` cannot be read.
 */
export async function findLocalPrograms({
  environment = process.env,
  withinMs = WITHIN_MS,
}: FindOptions = {}): Promise<FoundPrograms> {
  const ports = portsIn(environment);
  const patience = new AbortController();
  const ask = async <P extends Program>(program: P) => {
    const port = ports.get(program.id) ?? 0;
    const baseUrl = `http://127.0.0.1:${port}`;
    const models = port === 0 ? [] : await modelsOf(program, baseUrl, patience.signal);
    const model = models.find((one) => one === environment.MEKURI_WORDS_MODEL?.trim()) ?? models[0];
    return model === undefined ? [] : [{ program, found: { name: program.name, baseUrl, port, model } }];
  };
  const answers = Promise.all([Promise.all(WORD_PROGRAMS.map(ask)), Promise.all(PICTURE_PROGRAMS.map(ask))]);
  // Begun once all are asked: the first request of a process loads its client, for as long as a slow answer takes.
  const timer = setTimeout(() => patience.abort(), withinMs);
  const [words, pictures] = await answers.finally(() => clearTimeout(timer));
  const [writes] = words.flat();
  const [draws] = pictures.flat();
  return {
    ...(writes && { words: writes.found }),
    ...(draws && { pictures: { ...draws.found, adapter: draws.program.adapter } }),
  };
}

async function modelsOf({ list, models }: Program, baseUrl: string, signal: AbortSignal): Promise<string[]> {
  try {
    const response = await fetch(`${baseUrl}${list}`, { signal, redirect: "error" });
    return response.ok ? models(await response.json()) : [];
  } catch {
    // Nobody is there, or somebody else is.
    return [];
  }
}

/** What will be sent to whom, in one line; undefined where nothing was found. */
export function toldOf({ words, pictures }: FoundPrograms): string | undefined {
  if (words === undefined && pictures === undefined) return undefined;
  // A1111 draws with what is loaded there, whichever comes first in its list.
  const drawsWith = pictures?.adapter === "sdapi" ? "the model that is loaded there" : pictures?.model;
  const parts = [
    words === undefined
      ? "the story stays in Mekuri, which reads it offline"
      : `the story goes to ${words.name} (${words.model}) at ${words.baseUrl}`,
    pictures === undefined
      ? "Mekuri draws the pictures offline"
      : `what the panels show goes to ${pictures.name} (${drawsWith}) at ${pictures.baseUrl}`,
  ];
  return parts.join("; ");
}
