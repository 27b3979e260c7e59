// What a person should know of the models before the story is sent: where it goes, which models retire soon, and about what the book costs.

import type { Estimate } from "../../lib/api/estimate.ts";
import { AUTO } from "../../lib/models/auto-models.ts";
import { readinessOf } from "../../lib/models/hosted/settings.ts";
import { modelIds, parseModels } from "../../lib/models/model-sets.ts";
import { today } from "../../lib/models/today.ts";

const BETTER =
  "programs read and draw this book; a model understands more of the story: --models auto where Ollama or ComfyUI runs on this machine, --models gemini with a key";

interface Reading {
  /** Whether a person reads standard error: advice is for nobody else. */
  isRead: boolean;
}

/** `models`: a name, single or in its parts, or `auto`. Sentences to show; for models that cost nothing only what else there is. */
export function noticesOf(
  models: string,
  { pages, priceMicros, warning, notices = [] }: Estimate,
  { isRead }: Reading,
): string[] {
  if (models === AUTO) return notices;
  if (models === "offline" && isRead) return [BETTER];
  if (priceMicros === 0) return [];
  const { findings } = readinessOf(Object.values(modelIds(parseModels(models))), today());
  const price = `about ${pages} pages, about $${(priceMicros / 1e6).toFixed(2)}; Ctrl-C cancels`;
  return [...findings.map(({ message }) => message), price, ...(warning === undefined ? [] : [warning])];
}
