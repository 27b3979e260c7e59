// Programs with models that run on this machine, at the ports that they take by themselves. `--models auto` asks each for its list of
// models, and takes those that have one. Ports are a fixed list, so that nobody can make the service ask another address.
import * as z from "zod";

/** Nobody is waited for longer, all together. */
const WITHIN_MS = 280;

interface Program {
  name: string;
  port: number;
  /** Path of its list of models, and how the list is read. */
  list: string;
  models(answer: unknown): string[];
}

const OpenAiList = z.object({ data: z.array(z.object({ id: z.string() })) });
/** Embedding models answer no questions. */
const chatModels = (answer: unknown): string[] =>
  OpenAiList.parse(answer)
    .data.map(({ id }) => id)
    .filter((id) => !/embed|bge-|rerank|whisper/iu.test(id));

/** Write. Sources of the ports: the programs' own documentation. */
export const WORD_PROGRAMS: readonly Program[] = [
  { name: "Ollama", port: 11_434, list: "/v1/models", models: chatModels },
  { name: "LM Studio", port: 1_234, list: "/v1/models", models: chatModels },
  { name: "llama-server", port: 8_080, list: "/v1/models", models: chatModels },
];

const SdModels = z.array(z.object({ model_name: z.string() }));
const Checkpoints = z.object({
  CheckpointLoaderSimple: z.object({
    input: z.object({ required: z.object({ ckpt_name: z.tuple([z.array(z.string())]).rest(z.unknown()) }) }),
  }),
});

/** Draw. */
export const PICTURE_PROGRAMS: readonly (Program & { adapter: "sdapi" | "comfyui" })[] = [
  {
    ...{ name: "ComfyUI", adapter: "comfyui", port: 8_188, list: "/object_info/CheckpointLoaderSimple" },
    models: (answer) => Checkpoints.parse(answer).CheckpointLoaderSimple.input.required.ckpt_name[0],
  },
  {
    ...{ name: "A1111", adapter: "sdapi", port: 7_860, list: "/sdapi/v1/sd-models" },
    models: (answer) => SdModels.parse(answer).map(({ model_name: name }) => name),
  },
];

export interface FoundProgram {
  name: string;
  /** `http://127.0.0.1:11434`. */
  baseUrl: string;
  port: number;
  /** The first of its list. */
  model: string;
}

export interface FoundPrograms {
  words?: FoundProgram;
  pictures?: FoundProgram & { adapter: "sdapi" | "comfyui" };
}

interface FindOptions {
  /** Ports in place of the programs' own, for tests: by name. */
  ports?: Readonly<Record<string, number>>;
  withinMs?: number;
}

/** The first program of each kind that answers in time with a model. Throws nothing: who does not answer is not there. */
export async function findLocalPrograms({
  ports = {},
  withinMs = WITHIN_MS,
}: FindOptions = {}): Promise<FoundPrograms> {
  const signal = AbortSignal.timeout(withinMs);
  const ask = async <P extends Program>(program: P) => {
    const port = ports[program.name] ?? program.port;
    const model = await firstModel(program, `http://127.0.0.1:${port}`, signal);
    return model === undefined ? undefined : { program, port, model };
  };
  const [words, pictures] = await Promise.all([
    Promise.all(WORD_PROGRAMS.map(ask)),
    Promise.all(PICTURE_PROGRAMS.map(ask)),
  ]);
  const [writes] = words.filter((found) => found !== undefined);
  const [draws] = pictures.filter((found) => found !== undefined);
  return {
    ...(writes && { words: foundOf(writes) }),
    ...(draws && { pictures: { ...foundOf(draws), adapter: draws.program.adapter } }),
  };
}

const foundOf = ({
  program,
  port,
  model,
}: {
  program: Program;
  port: number;
  model: string;
}): FoundProgram => ({
  ...{ name: program.name, baseUrl: `http://127.0.0.1:${port}`, port, model },
});

async function firstModel(
  { list, models }: Program,
  baseUrl: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const response = await fetch(`${baseUrl}${list}`, { signal, redirect: "error" });
    return response.ok ? models(await response.json())[0] : undefined;
  } catch {
    // Nobody is there, or somebody else is.
    return undefined;
  }
}

/** What will be sent to whom, in one line; undefined where nothing was found. */
export function toldOf({ words, pictures }: FoundPrograms): string | undefined {
  const parts = [
    ...(words ? [`the story goes to ${words.name} (${words.model}) at ${words.baseUrl}`] : []),
    ...(pictures
      ? [`pictures are asked of ${pictures.name} (${pictures.model}) at ${pictures.baseUrl}`]
      : []),
  ];
  return parts.length === 0 ? undefined : parts.join("; ");
}
