// A reader and director on hosted text models: the tasks of `tasks.ts`, and the storyboard's prompt.
import type { Director } from "../director.ts";
import { writeStoryboard } from "../prompts/storyboard/storyboard.ts";
import { translate } from "../prompts/translation/prompt.ts";
import type { Reader } from "../reader.ts";
import { createAsker } from "./asker.ts";
import type { HostedModel } from "./model.ts";
import { TASKS } from "./tasks.ts";

/** `models`: in fallback order. */
export function hostedWriter(id: string, models: readonly HostedModel[]): Reader & Director {
  return {
    id,
    translator: { translate: (input, context) => translate(input, createAsker(models, context)) },
    read: (task, input, context) => TASKS[task](input, createAsker(models, context)),
    direct: (input, context) => writeStoryboard(input, createAsker(models, context)),
  };
}
