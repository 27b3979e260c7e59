// Loads the adapter of a self-hosted server. `openai` has one for text and one for pictures; the model's key decides.
import { TerminalError } from "../../pipeline/errors.ts";
import { graphsOf } from "../comfy-graphs.ts";
import { localAddress, localGraphs, parseLocalKey } from "../local-models.ts";
import { comfyKey, picturesKey, SDAPI_KEY, writingServer } from "../own-models.ts";
import {
  comfyServer,
  type Environment,
  type OwnAdapter,
  picturesServer,
  sdapiServer,
} from "../own-servers.ts";
import type { HostedModel } from "./model.ts";

/**
 * `key`: of a row of `ownModels`, or of a local program. Throws `TerminalError("model-access")` where the settings have no such server, and
 * for a local program in the cloud.
 */
export async function ownModel(
  adapter: OwnAdapter,
  key: string,
  environment: Environment = process.env,
): Promise<HostedModel> {
  const found = adapter === "openai" ? openai(key, environment) : pictures(key, environment);
  const model = await found;
  if (model !== undefined) return model;
  throw new TerminalError("model-access", `the settings name no server for ${key}`, { retryable: true });
}

async function openai(key: string, environment: Environment): Promise<HostedModel | undefined> {
  const words = writingServer(key, environment);
  if (words !== undefined) return (await import("./openai-words.ts")).openaiWords(words, { key });
  const drawing = picturesServer(environment);
  return drawing !== undefined && picturesKey(drawing) === key
    ? (await import("./openai-pictures.ts")).openaiPictures(drawing)
    : undefined;
}

async function pictures(key: string, environment: Environment): Promise<HostedModel | undefined> {
  const local = parseLocalKey(key, environment);
  const localServer = local && { baseUrl: localAddress(local) };
  const sdapi = local?.adapter === "sdapi" ? localServer : key === SDAPI_KEY && sdapiServer(environment);
  if (sdapi) return (await import("./sdapi.ts")).sdapiPictures(sdapi, { key });
  const comfy = local?.adapter === "comfyui" ? localServer : comfyServer(environment);
  const graphs = local ? localGraphs(local, environment) : configuredGraphs(key, environment);
  return comfy && graphs && (await import("./comfyui.ts")).comfyPictures(comfy, { key, graphs });
}

function configuredGraphs(key: string, environment: Environment) {
  const comfy = comfyServer(environment);
  const graphs = comfy && graphsOf(comfy);
  return graphs !== undefined && comfyKey(graphs) === key ? graphs : undefined;
}
