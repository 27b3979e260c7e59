// Resolves the `models` field of a request to model ids: a set by name or by its parts, or `auto`, which detects servers on this machine.
import type { ModelIds } from "../manga/model-ids.ts";
import { AUTO, autoModels } from "../models/auto-models.ts";
import { ModelSetError, modelIds, parseModels } from "../models/model-sets.ts";
import type { Environment } from "../models/own-servers.ts";
import { estimateBook } from "./estimate.ts";
import { ApiProblem } from "./problems.ts";

interface ChosenModels {
  ids: ModelIds;
  /** Notices to show before the story is sent. Only with `auto`. */
  notices: (pages: number) => string[];
}

/** Throws `ApiProblem`: 400 for `auto` in the cloud, 422 where its settings cannot be read; and `ModelSetError` for an unknown name. */
export async function chosenModels(
  name: string,
  environment: Environment = process.env,
): Promise<ChosenModels> {
  if (name !== AUTO) return { ids: modelIds(parseModels(name)), notices: () => [] };
  try {
    const { ids, summary } = await autoModels({ environment });
    return { ids, notices: (pages) => [summary, ...keyNotice(pages, environment)] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const status = error instanceof ModelSetError ? 400 : 422;
    throw new ApiProblem(status, "models-unreachable", `models: ${error.message}`, { field: "models" });
  }
}

/**
 * Notice that a Google key is set, which `auto` does not use because it costs money: the command, and the price of a book with `pages`
 * pages.
 */
export function keyNotice(pages: number, { GEMINI_API_KEY }: Environment = process.env): string[] {
  if (!GEMINI_API_KEY) return [];
  const { priceMicros } = estimateBook({ pages, models: modelIds(parseModels("gemini")) });
  const book = `a book of ${pages} page${pages === 1 ? "" : "s"}`;
  return [
    `GEMINI_API_KEY is set, but auto does not use it because it costs money: --models gemini makes ${book} for about $${(priceMicros / 1e6).toFixed(2)}`,
  ];
}
