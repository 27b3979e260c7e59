// Loads the adapter of a person's own server. `openai` has one for words and one for pictures, by the key of the model.
import { TerminalError } from "../../pipeline/errors.ts";
import { wordsKey } from "../own-models.ts";
import { type Environment, type OwnAdapter, wordsServer } from "../own-servers.ts";
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
  throw new TerminalError("model-access", `the settings name no server for ${key}`, { retryable: true });
}
