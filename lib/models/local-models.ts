// Models of programs that `--models auto` found on this machine. A key names port and model (`openai/local-11434/qwen3:8b`), so that phase
// functions and resumed sessions find it without a setting. Ports are those of `local-programs.ts`, and none are allowed in the cloud: a
// session's parameters can never make a function send requests to an arbitrary address.
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
  /** Absent for `sdapi`, whose protocol has no model names. For `comfyui` a checkpoint, or the hash of the settings' graphs. */
  model?: string;
}

/** Cloud Run sets K_SERVICE. https://docs.cloud.google.com/run/docs/container-contract */
export const isCloud = ({ K_SERVICE }: Environment = process.env): boolean => K_SERVICE !== undefined;

/** `openai/local-11434/qwen3:8b`, `sdapi/local-7860`, `comfyui/local-8188/anime.safetensors`. */
export function localKey({ adapter, port, model }: LocalModel): string {
  // Checkpoints may have spaces and backslashes in their names, which ids must not have.
  const named = model && encodeURIComponent(model).replaceAll("%3A", ":").replaceAll("%2F", "/");
  return [adapter, `local-${port}`, ...(named ? [named] : [])].join("/");
}

/** Undefined for any other key, for a port without an expected program, and in the cloud. Throws as `isLocalPort` does. */
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
    // The encoding is not one of `localKey`.
    return undefined;
  }
}

/** The server of a key with adapter `openai`. Throws `RangeError` where `MEKURI_WORDS_CONTEXT` cannot be read. */
export function localWords(local: LocalModel, environment: Environment = process.env): WordsServer {
  return {
    ...{ baseUrl: `${localAddress(local)}/v1`, model: local.model ?? "", key: "local" },
    ...{ contextTokens: wordsContext(environment), price: { input: 0, output: 0 } },
  };
}

export const localAddress = ({ port }: LocalModel): string => `http://127.0.0.1:${port}`;

/**
 * The model's name in a key of ComfyUI: the hash of the settings' graphs where both are set, else a checkpoint. Throws `RangeError` where a
 * graph cannot be read.
 */
export function comfyModel(checkpoint: string, environment: Environment = process.env): string {
  const paths = comfyGraphPaths(environment);
  return paths === undefined ? checkpoint : graphsName(graphsOf(paths));
}

/** The graphs of a key; undefined where the settings now have other graphs. Throws as `comfyModel` does. */
export function localGraphs(
  { model = "" }: LocalModel,
  environment: Environment = process.env,
): ComfyGraphs | undefined {
  if (!/^graphs-[\da-f]{12}$/u.test(model)) return checkpointGraphs(model);
  const paths = comfyGraphPaths(environment);
  const graphs = paths && graphsOf(paths);
  return graphs !== undefined && graphsName(graphs) === model ? graphs : undefined;
}
