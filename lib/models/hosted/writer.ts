// A writer on top of hosted text models: each task is what `tasks.ts` asks of them.
import { translate } from "../prompts/translation/prompt.ts";
import type { Writer } from "../writer.ts";
import { openAsker } from "./asker.ts";
import type { HostedModel } from "./model.ts";
import { TASKS } from "./tasks.ts";

/** `models` in the order in which they stand in for each other. */
export function hostedWriter(id: string, models: readonly HostedModel[]): Writer {
  return {
    id,
    translator: { translate: (input, desk) => translate(input, openAsker(models, desk)) },
    write: (task, input, desk) => TASKS[task](input, openAsker(models, desk)),
  };
}
