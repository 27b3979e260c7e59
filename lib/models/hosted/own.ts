// Loads the adapter of a person's own server. `openai` has one for words and one for pictures, by the key of the model.
import { TerminalError } from "../../pipeline/errors.ts";
import { comfyKey, graphsOf, picturesKey, SDAPI_KEY, wordsKey } from "../own-models.ts";
import {
  comfyServer,
  type Environment,
  type OwnAdapter,
  picturesServer,
  sdapiServer,
  wordsServer,
} from "../own-servers.ts";
import type { HostedModel } from "./model.ts";

/** `key`: of a row of `ownModels`. Throws a `TerminalError("model-access")` where the settings name no such server. */
export async function ownModel(
  adapter: OwnAdapter,
  key: string,
  environment: Environment = process.env,
): Promise<HostedModel> {
  const words = wordsServer(environment);
  if (adapter === "openai" && words !== undefined && wordsKey(words) === key)
    return (await import("./openai-words.ts")).openaiWords(words);
  const pictures = picturesServer(environment);
  if (adapter === "openai" && pictures !== undefined && picturesKey(pictures) === key)
    return (await import("./openai-pictures.ts")).openaiPictures(pictures);
  const sdapi = sdapiServer(environment);
  if (key === SDAPI_KEY && sdapi !== undefined) return (await import("./sdapi.ts")).sdapiPictures(sdapi);
  const comfy = comfyServer(environment);
  const graphs = comfy && graphsOf(comfy);
  if (comfy !== undefined && graphs !== undefined && comfyKey(graphs) === key)
    return (await import("./comfyui.ts")).comfyPictures(comfy, { key, graphs });
  throw new TerminalError("model-access", `the settings name no server for ${key}`, { retryable: true });
}
