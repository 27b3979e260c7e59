// A reader and director on top of hosted text models: each task is what `tasks.ts` and the storyboard's prompt ask of them.
import type { Director } from "../director.ts";
import { writeStoryboard } from "../prompts/storyboard/storyboard.ts";
import { translate } from "../prompts/translation/prompt.ts";
import type { Reader } from "../reader.ts";
import { openAsker } from "./asker.ts";
import type { HostedModel } from "./model.ts";
import { TASKS } from "./tasks.ts";

/** `models` in the order in which they stand in for each other. */
export function hostedWriter(id: string, models: readonly HostedModel[]): Reader & Director {
  return {
    id,
    translator: { translate: (input, context) => translate(input, openAsker(models, context)) },
    read: (task, input, context) => TASKS[task](input, openAsker(models, context)),
    direct: (input, context) => writeStoryboard(input, openAsker(models, context)),
  };
}
