// Finds model programs on this machine, at their usual ports or at those of `MEKURI_LOCAL_PORTS`. `--models auto` asks each for its list of
// models and uses those that have one. No API request names a port, so no caller can make the service send requests to another address.
import * as z from "zod";
import type { Environment } from "./own-servers.ts";

/** Timeout for all programs together, which are asked in parallel. */
const TIMEOUT_MS = 280;

interface Program {
  /** Its id in `MEKURI_LOCAL_PORTS`. */
  id: string;
  name: string;
  /** Its default port. */
  port: number;
  /** Path of its list of models, and the parser of the list. */
  list: string;
  models(answer: unknown): string[];
}

const OpenAiList = z.object({ data: z.array(z.object({ id: z.string() })) });
/** Embedding and speech models cannot answer questions. */
const NOT_CHAT = /embed|bge-|rerank|whisper/iu;
/** Ollama also lists models that it forwards to ollama.com: https://docs.ollama.com/cloud */
const IN_CLOUD = /[-:]cloud$/u;
const chatModels = (answer: unknown): string[] =>
  OpenAiList.parse(answer)
    .data.map(({ id }) => id)
    .filter((id) => !NOT_CHAT.test(id) && !IN_CLOUD.test(id));

/** Programs for text. Sources of the ports: the programs' documentation. */
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

/** Programs for pictures. */
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
 * The port of each program by id; 0 for a program that is switched off. Throws `RangeError` with the setting's name where
 * `MEKURI_LOCAL_PORTS` is neither `off` nor a list such as `ollama=11500,comfyui=8000`.
 */
function portsIn({ MEKURI_LOCAL_PORTS: setting = "" }: Environment): ReadonlyMap<string, number> {
  const text = setting.trim();
  const ports = new Map(PROGRAMS.map(({ id, port }) => [id, text === "off" ? 0 : port]));
  for (const pair of text === "off" ? [] : text.split(",").filter((one) => one.trim() !== "")) {
    const [, id = "", port] = /^\s*([a-z\d-]+)\s*=\s*(\d{1,5})\s*$/u.exec(pair) ?? [];
    if (!ports.has(id) || Number(port) > 65_535)
      throw new RangeError(
        `MEKURI_LOCAL_PORTS: ${pair.trim()} is not PROGRAM=PORT with one of ${[...ports.keys()].join(", ")}`,
      );
    ports.set(id, Number(port));
  }
  return ports;
}

/** Whether a program with this adapter is expected at a port of this machine. Throws as `findLocalPrograms` does. */
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
  /** The model of `MEKURI_WORDS_MODEL` where the program has it, else the first of its list. */
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

/** The first program of each kind that answers in time and has a model. Throws `RangeError` where `MEKURI_LOCAL_PORTS` cannot be read. */
export async function findLocalPrograms({
  environment = process.env,
  withinMs = TIMEOUT_MS,
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
  // The timer starts after all requests: the first request of a process loads the HTTP client, which can take as long as a slow answer.
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
    // Nothing listens there, or another kind of program.
    return [];
  }
}

/** One line that says which program gets which data; undefined where nothing was found. */
export function describePrograms({ words, pictures }: FoundPrograms): string | undefined {
  if (words === undefined && pictures === undefined) return undefined;
  // A1111 draws with its loaded model, regardless of the first model in its list.
  const drawsWith = pictures?.adapter === "sdapi" ? "the loaded model" : pictures?.model;
  const parts = [
    words === undefined
      ? "the story stays in Mekuri, which reads it offline"
      : `the story goes to ${words.name} (${words.model}) at ${words.baseUrl}`,
    pictures === undefined
      ? "Mekuri draws the pictures offline"
      : `the panels' descriptions go to ${pictures.name} (${drawsWith}) at ${pictures.baseUrl}`,
  ];
  return parts.join("; ");
}
