// Models of programs that `--models auto` found on this machine. The keys name port and model (`openai/local-11434/qwen3:8b`), so that
// phase functions and resumed sessions find them again without a setting. Ports are those of `local-programs.ts`, and in the cloud there
// are none: no session's parameters make a function ask an address of somebody's choice.
import { type ComfyGraphs, checkpointGraphs, graphsName, graphsOf } from "./comfy-graphs.ts";
import { isLocalPort } from "./local-programs.ts";
import {
  comfyGraphPaths,
  type Environment,
  OWN_ADAPTERS,
  type OwnAdapter,
  type WordsServer,
  wordsContext,
} from "./own-servers.ts";

export interface LocalModel {
  adapter: OwnAdapter;
  port: number;
  /** Absent for `sdapi`, whose protocol names none. For `comfyui` a checkpoint, or graphs of the settings by their hash. */
  model?: string;
}

/** Cloud Run sets K_SERVICE. https://docs.cloud.google.com/run/docs/container-contract */
export const isCloud = ({ K_SERVICE }: Environment = process.env): boolean => K_SERVICE !== undefined;

/** `openai/local-11434/qwen3:8b`, `sdapi/local-7860`, `comfyui/local-8188/anime.safetensors`. */
export function localKey({ adapter, port, model }: LocalModel): string {
  // Checkpoints have spaces and backslashes in their names, ids have none.
  const named = model && encodeURIComponent(model).replaceAll("%3A", ":").replaceAll("%2F", "/");
  return [adapter, `local-${port}`, ...(named ? [named] : [])].join("/");
}

/** Undefined for any other key, for a port at which no program is expected, and in the cloud. Throws as `isLocalPort` does. */
export function parseLocalKey(key: string, environment: Environment = process.env): LocalModel | undefined {
  const [, name, digits, encoded] = /^([a-z]+)\/local-(\d{1,5})(?:\/(\S+))?$/u.exec(key) ?? [];
  const adapter = OWN_ADAPTERS.find((known) => known === name);
  if (adapter === undefined || isCloud(environment)) return undefined;
  const port = Number(digits);
  if (!isLocalPort(adapter, port, environment)) return undefined;
  if ((encoded === undefined) !== (adapter === "sdapi")) return undefined;
  const model = encoded === undefined ? undefined : decoded(encoded);
  if (adapter !== "sdapi" && model === undefined) return undefined;
  return { adapter, port, ...(model === undefined ? {} : { model }) };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not made by `localKey`.
    return undefined;
  }
}

/** Of a key of `openai`. Throws a RangeError where `MEKURI_WORDS_CONTEXT` cannot be read. */
export function localWords(local: LocalModel, environment: Environment = process.env): WordsServer {
  return {
    ...{ baseUrl: `${localAddress(local)}/v1`, model: local.model ?? "", key: "local" },
    ...{ contextTokens: wordsContext(environment), price: { input: 0, output: 0 } },
  };
}

export const localAddress = ({ port }: LocalModel): string => `http://127.0.0.1:${port}`;

/**
 * What a key of ComfyUI says of how it draws: by the graphs of the settings, where there are both, else by a checkpoint. Throws a
 * RangeError where a graph cannot be read.
 */
export function comfyModel(checkpoint: string, environment: Environment = process.env): string {
  const paths = comfyGraphPaths(environment);
  return paths === undefined ? checkpoint : graphsName(graphsOf(paths));
}

/** Undefined where the key names graphs that are not those of the settings. Throws as `comfyModel` does. */
export function localGraphs(
  { model = "" }: LocalModel,
  environment: Environment = process.env,
): ComfyGraphs | undefined {
  if (!/^graphs-[\da-f]{12}$/u.test(model)) return checkpointGraphs(model);
  const paths = comfyGraphPaths(environment);
  const graphs = paths && graphsOf(paths);
  return graphs !== undefined && graphsName(graphs) === model ? graphs : undefined;
}
