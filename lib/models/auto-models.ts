// `--models auto`: the free models of this machine. It is never the default, and uses no model that needs a paid key.
import type { ModelIds } from "../manga/model-ids.ts";
import { REVISION } from "./hosted/settings.ts";
import { comfyModel, isCloud, localKey } from "./local-models.ts";
import { describePrograms, findLocalPrograms } from "./local-programs.ts";
import { ModelSetError, modelIds, modelSetName, parseModels } from "./model-sets.ts";
import type { Environment } from "./own-servers.ts";

/** The value of `models` in a request. */
export const AUTO = "auto";

export interface AutoModels {
  ids: ModelIds;
  /** The set's name, such as `openai/code+offline`. */
  parts: string;
  /** One line that says which program, with which model and at which address, gets the story. */
  summary: string;
}

interface FindOptions {
  environment?: Environment;
  withinMs?: number;
}

/**
 * Asks this machine's programs for their models, for at most 300 ms. Throws `ModelSetError` in the cloud, and `RangeError` for a setting
 * that cannot be read.
 */
export async function autoModels({
  environment = process.env,
  ...options
}: FindOptions = {}): Promise<AutoModels> {
  if (isCloud(environment))
    throw new ModelSetError(
      '"auto" uses programs of your own machine, but this service runs in the cloud; choose models by name',
    );
  const found = await findLocalPrograms({ environment, ...options });
  const { words, pictures } = found;
  const set = parseModels(`${words ? "openai" : "offline"}+${pictures?.adapter ?? "offline"}`);
  const offline = modelIds(parseModels("offline"));
  return {
    ids: {
      reader: words ? idOf(localKey({ adapter: "openai", ...words })) : offline.reader,
      director: offline.director,
      artist: pictures ? idOf(pictureKey(pictures, environment)) : offline.artist,
    },
    parts: modelSetName(set),
    summary: describePrograms(found) ?? NOBODY,
  };
}

const NOBODY =
  "no program with models was found on this machine, so the book is made offline; to let a model read the story, install Ollama (https://ollama.com) and run `ollama pull qwen3:8b`";

const idOf = (key: string): string => `${key}@${REVISION}`;

function pictureKey(
  { adapter, port, model }: { adapter: "sdapi" | "comfyui"; port: number; model: string },
  environment: Environment,
): string {
  if (adapter === "sdapi") return localKey({ adapter, port });
  return localKey({ adapter, port, model: comfyModel(model, environment) });
}
