// A writer on top of hosted text models: each task's prompt, its answer validated, repaired once, and completed by code.
import { charactersPrompt } from "../prompts/characters/prompt.ts";
import { conceptPrompt } from "../prompts/concept/prompt.ts";
import { plotPrompt } from "../prompts/plot/prompt.ts";
import { dataText, type Prompt, type WritingPrompt } from "../prompts/prompt.ts";
import { softened } from "../prompts/softened.ts";
import { storyboardPrompt } from "../prompts/storyboard/prompt.ts";
import type { Writer, WritingInputs, WritingOutputs, WritingTask, Written } from "../writer.ts";
import { askForJson } from "./asking.ts";
import { inOrder } from "./in-order.ts";
import { answerSchema } from "./json-schema.ts";
import type { HostedModel } from "./model.ts";
import { openTill } from "./till.ts";
import { answerUpToMicros } from "./upper-price.ts";

type Task<T extends WritingTask> = (
  input: WritingInputs[T],
  signal: AbortSignal,
) => Promise<Written<WritingOutputs[T]>>;

/** `models` in the order in which they stand in for each other. */
export function hostedWriter(id: string, models: readonly HostedModel[]): Writer {
  const taskOf =
    <T extends WritingTask, Answer>(name: T, prompt: WritingPrompt<T, Answer>): Task<T> =>
    async (input, signal) => {
      const composed = prompt.compose(input);
      const till = openTill();
      const task = {
        ...{ name: `the ${name}`, wording: wordingOf(composed), answer: prompt.answer, till },
        softer: () => wordingOf(softened(composed, input.story.language)),
        maxOutputTokens: prompt.maxOutputTokens(input),
        seed: input.brief.seed,
        complete: (answer: Answer) => prompt.complete(answer, input),
      };
      return till.settle(models[0]?.id ?? id, async () => {
        const { made, by } = await inOrder(models, { signal, till }, (model) =>
          askForJson<Answer, WritingOutputs[T]>(model, task, signal),
        );
        return { output: made, usage: till.total(by.id) };
      });
    };
  const tasks: { [T in WritingTask]: Task<T> } = {
    concept: taskOf("concept", conceptPrompt),
    characters: taskOf("characters", charactersPrompt),
    plot: taskOf("plot", plotPrompt),
    storyboard: taskOf("storyboard", storyboardPrompt),
  };
  const upTo =
    <T extends WritingTask, Answer>(prompt: WritingPrompt<T, Answer>) =>
    (input: WritingInputs[T]): number => {
      const { system, data } = prompt.compose(input);
      const asked = [system, dataText(data), JSON.stringify(answerSchema(prompt.answer))];
      const inputTokens = Buffer.byteLength(asked.join(""));
      const task = { inputTokens, maxOutputTokens: prompt.maxOutputTokens(input) };
      return models.reduce((sum, model) => sum + answerUpToMicros(model.id, task), 0);
    };
  const prices: { [T in WritingTask]: (input: WritingInputs[T]) => number } = {
    concept: upTo(conceptPrompt),
    characters: upTo(charactersPrompt),
    plot: upTo(plotPrompt),
    storyboard: upTo(storyboardPrompt),
  };
  return {
    id,
    upToMicros: (task, input) => prices[task](input),
    write: (task, input, signal) => tasks[task](input, signal),
  };
}

const wordingOf = ({ system, data }: Prompt) => ({ system, parts: [{ text: dataText(data) }] });
