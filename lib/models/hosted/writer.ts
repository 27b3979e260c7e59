// A writer on top of hosted text models: each task's prompt, its answer validated, repaired once, and completed by code.

import type * as z from "zod";
import type { Language } from "../../manga/language.ts";
import { charactersPrompt } from "../prompts/characters/prompt.ts";
import { conceptPrompt } from "../prompts/concept/prompt.ts";
import { plotPrompt } from "../prompts/plot/prompt.ts";
import { type Completed, dataText, type Prompt, type WritingPrompt } from "../prompts/prompt.ts";
import { softened } from "../prompts/softened.ts";
import { storyboardPrompt } from "../prompts/storyboard/prompt.ts";
import { translationPrompt } from "../prompts/translation/prompt.ts";
import type { Writer, WritingInputs, WritingOutputs, WritingTask, Written } from "../writer.ts";
import { askForJson } from "./asking.ts";
import { inOrder } from "./in-order.ts";
import { answerSchema } from "./json-schema.ts";
import type { HostedModel } from "./model.ts";
import { openTill } from "./till.ts";
import { answerUpToMicros } from "./upper-price.ts";

/** A prompt with what it is asked about. */
interface Errand<Answer, Output> {
  name: string;
  prompt: Prompt;
  language: Language;
  answer: z.ZodType<Answer>;
  maxOutputTokens: number;
  seed: number;
  complete(answer: Answer): Completed<Output>;
}

/**
 * `models` in the order in which they stand in for each other. `warn` is told, in a sentence, of whatever is done otherwise than
 * wanted.
 */
export function hostedWriter(
  id: string,
  models: readonly HostedModel[],
  warn?: (notice: string) => void,
): Writer {
  async function run<Answer, Output>(
    { prompt, language, ...errand }: Errand<Answer, Output>,
    signal: AbortSignal,
  ): Promise<Written<Output>> {
    const till = openTill(warn);
    const task = {
      ...{ ...errand, till, wording: wordingOf(prompt) },
      softer: () => wordingOf(softened(prompt, language)),
    };
    return till.settle(models[0]?.id ?? id, async () => {
      const { made, by } = await inOrder(models, { signal, till }, (model) =>
        askForJson<Answer, Output>(model, task, signal),
      );
      return { output: made, usage: till.total(by.id) };
    });
  }

  function upTo<Answer, Output>({ prompt, answer, maxOutputTokens }: Errand<Answer, Output>): number {
    const asked = [prompt.system, dataText(prompt.data), JSON.stringify(answerSchema(answer))];
    const task = { inputTokens: Buffer.byteLength(asked.join("")), maxOutputTokens };
    return models.reduce((sum, model) => sum + answerUpToMicros(model.id, task), 0);
  }

  const taskOf = <T extends WritingTask, Answer>(name: T, prompt: WritingPrompt<T, Answer>) => {
    const errand = (input: WritingInputs[T]): Errand<Answer, WritingOutputs[T]> => ({
      ...{ name: `the ${name}`, prompt: prompt.compose(input), language: input.story.language },
      ...{ answer: prompt.answer, maxOutputTokens: prompt.maxOutputTokens(input), seed: input.brief.seed },
      complete: (answer) => prompt.complete(answer, input),
    });
    return {
      upToMicros: (input: WritingInputs[T]) => upTo(errand(input)),
      run: (input: WritingInputs[T], signal: AbortSignal) => run(errand(input), signal),
    };
  };
  const tasks: { [T in WritingTask]: ReturnType<typeof taskOf<T, unknown>> } = {
    concept: taskOf("concept", conceptPrompt),
    characters: taskOf("characters", charactersPrompt),
    plot: taskOf("plot", plotPrompt),
    storyboard: taskOf("storyboard", storyboardPrompt),
  };
  return {
    id,
    translator: {
      upToMicros: (input) => upTo(translation(input)),
      translate: (input, signal) => run(translation(input), signal),
    },
    upToMicros: (task, input) => tasks[task].upToMicros(input),
    write: (task, input, signal) => tasks[task].run(input, signal),
  };
}

type Translation = Parameters<NonNullable<Writer["translator"]>["translate"]>[0];

const translation = (input: Translation) => ({
  ...{ name: "the translation", prompt: translationPrompt.compose(input), language: input.from },
  ...{ answer: translationPrompt.answer, seed: input.seed },
  maxOutputTokens: translationPrompt.maxOutputTokens(input),
  complete: (answer: z.infer<typeof translationPrompt.answer>) => translationPrompt.complete(answer, input),
});

const wordingOf = ({ system, data }: Prompt) => ({ system, parts: [{ text: dataText(data) }] });
