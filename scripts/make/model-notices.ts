// Notices about the models before the story is sent: the recipient, models that retire soon, and the approximate price.

import type { Estimate } from "../../lib/api/estimate.ts";
import { AUTO } from "../../lib/models/auto-models.ts";
import { readinessOf } from "../../lib/models/hosted/settings.ts";
import { modelIds, parseModels } from "../../lib/models/model-sets.ts";
import { today } from "../../lib/models/today.ts";

const BETTER =
  "programs read and draw this book; models understand more of the story: --models auto if Ollama or ComfyUI runs on this machine, --models gemini with a key";

interface Reading {
  /** Whether standard error is a terminal. Advice is only for people. */
  isRead: boolean;
}

/** `models`: one name or parts, or `auto`. Returns sentences to print; for free models only advice. */
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
