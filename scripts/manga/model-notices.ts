// What a person should know of hosted models before anything is paid: which of them go, and about what the book costs.

import type { Estimate } from "../../lib/api/estimate.ts";
import { readinessOf } from "../../lib/models/hosted/settings.ts";
import { modelIds, parseModels } from "../../lib/models/model-sets.ts";
import { today } from "../../lib/models/today.ts";

/** `models`: a name, single or in its parts. Sentences to show; none for models that cost nothing. */
export function noticesOf(models: string, { pages, priceMicros, warning }: Estimate): string[] {
  if (priceMicros === 0) return [];
  const { findings } = readinessOf(Object.values(modelIds(parseModels(models))), today());
  const price = `about ${pages} pages, about $${(priceMicros / 1e6).toFixed(2)}; Ctrl-C cancels`;
  return [...findings.map(({ message }) => message), price, ...(warning === undefined ? [] : [warning])];
}
