// From the name of a request's models to their ids: a set by its parts, or `auto`, which looks at this machine.
import type { ModelIds } from "../manga/model-ids.ts";
import { AUTO, autoModels } from "../models/auto-models.ts";
import { ModelSetError, modelIds, parseModels } from "../models/model-sets.ts";
import type { Environment } from "../models/own-servers.ts";
import { estimateBook } from "./estimate.ts";
import { ApiProblem } from "./problems.ts";

interface ChosenModels {
  ids: ModelIds;
  /** What somebody should know before the story is sent. Of `auto` alone. */
  notices: (pages: number) => string[];
}

/** Throws `ApiProblem`: 400 for `auto` in the cloud, 422 where its settings cannot be read; and `ModelSetError` for an unknown name. */
export async function chosenModels(
  name: string,
  environment: Environment = process.env,
): Promise<ChosenModels> {
  if (name !== AUTO) return { ids: modelIds(parseModels(name)), notices: () => [] };
  try {
    const { ids, told } = await autoModels({ environment });
    return { ids, notices: (pages) => [told, ...keyNotice(pages, environment)] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const status = error instanceof ModelSetError ? 400 : 422;
    throw new ApiProblem(status, "models-unreachable", `models: ${error.message}`, { field: "models" });
  }
}

/** That a key of Google's is set, which `auto` does not use since it costs money; the command, and the price of a book of so many pages. */
export function keyNotice(pages: number, { GEMINI_API_KEY }: Environment = process.env): string[] {
  if (!GEMINI_API_KEY) return [];
  const { priceMicros } = estimateBook({ pages, models: modelIds(parseModels("gemini")) });
  const book = `a book of ${pages} page${pages === 1 ? "" : "s"}`;
  return [
    `GEMINI_API_KEY is set, and auto does not use it, since it costs money: --models gemini makes ${book} for about $${(priceMicros / 1e6).toFixed(2)}`,
  ];
}
