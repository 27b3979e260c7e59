// A writer on top of hosted text models: each task's prompt, its answer validated, repaired once, and completed by code.
import type * as z from "zod";
import type { Language } from "../../manga/language.ts";
import type { ModelTask } from "../catalog-schema.ts";
import type { Desk } from "../desk.ts";
import { charactersPrompt } from "../prompts/characters/prompt.ts";
import { conceptPrompt } from "../prompts/concept/prompt.ts";
import { plotPrompt } from "../prompts/plot/prompt.ts";
import { type Completed, dataText, type Prompt, type WritingPrompt } from "../prompts/prompt.ts";
import { softened } from "../prompts/softened.ts";
import { storyboardPrompt } from "../prompts/storyboard/prompt.ts";
import { translationPrompt } from "../prompts/translation/prompt.ts";
import type { Writer, WritingInputs, WritingOutputs, WritingTask } from "../writer.ts";
import { askForJson } from "./asking.ts";
import { inOrder } from "./in-order.ts";
import type { HostedModel } from "./model.ts";

/** A prompt with what it is asked about. */
interface Errand<Answer, Output> {
  name: string;
  task: ModelTask;
  prompt: Prompt;
  language: Language;
  answer: z.ZodType<Answer>;
  maxOutputTokens: number;
  seed: number;
  complete(answer: Answer): Completed<Output>;
}

/** `models` in the order in which they stand in for each other. */
export function hostedWriter(id: string, models: readonly HostedModel[]): Writer {
  async function run<Answer, Output>(
    { prompt, language, ...errand }: Errand<Answer, Output>,
    desk: Desk,
  ): Promise<Output> {
    const task = {
      ...{ ...errand, wording: wordingOf(prompt) },
      softer: () => wordingOf(softened(prompt, language)),
    };
    const { made } = await inOrder(models, { desk }, (model) =>
      askForJson<Answer, Output>(model, task, desk),
    );
    return made;
  }

  const taskOf =
    <T extends WritingTask, Answer>(name: T, prompt: WritingPrompt<T, Answer>) =>
    (input: WritingInputs[T], desk: Desk) =>
      run<Answer, WritingOutputs[T]>(
        {
          ...{ name: `the ${name}`, task: name === "plot" ? "plan" : name },
          ...{ prompt: prompt.compose(input), language: input.story.language },
          ...{ answer: prompt.answer, maxOutputTokens: prompt.maxOutputTokens(input) },
          ...{ seed: input.brief.seed, complete: (answer) => prompt.complete(answer, input) },
        },
        desk,
      );
  const tasks: { [T in WritingTask]: ReturnType<typeof taskOf<T, unknown>> } = {
    concept: taskOf("concept", conceptPrompt),
    characters: taskOf("characters", charactersPrompt),
    plot: taskOf("plot", plotPrompt),
    storyboard: taskOf("storyboard", storyboardPrompt),
  };
  return {
    id,
    translator: { translate: (input, desk) => run(translation(input), desk) },
    write: (task, input, desk) => tasks[task](input, desk),
  };
}

type Translation = Parameters<NonNullable<Writer["translator"]>["translate"]>[0];

const translation = (input: Translation) => ({
  ...{ name: "the translation", task: "translation" as const },
  ...{ prompt: translationPrompt.compose(input), language: input.from },
  ...{ answer: translationPrompt.answer, seed: input.seed },
  maxOutputTokens: translationPrompt.maxOutputTokens(input),
  complete: (answer: z.infer<typeof translationPrompt.answer>) => translationPrompt.complete(answer, input),
});

const wordingOf = ({ system, data }: Prompt) => ({ system, parts: [{ text: dataText(data) }] });
