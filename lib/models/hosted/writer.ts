// A writer on top of any hosted text model: each task's prompt, its answer validated, repaired once, and completed by code.
import { charactersPrompt } from "../prompts/characters/prompt.ts";
import { conceptPrompt } from "../prompts/concept/prompt.ts";
import { plotPrompt } from "../prompts/plot/prompt.ts";
import { dataText, type WritingPrompt } from "../prompts/prompt.ts";
import { storyboardPrompt } from "../prompts/storyboard/prompt.ts";
import type { Writer, WritingInputs, WritingOutputs, WritingTask, Written } from "../writer.ts";
import { askForJson } from "./asking.ts";
import type { HostedModel } from "./model.ts";

type Task<T extends WritingTask> = (
  input: WritingInputs[T],
  signal: AbortSignal,
) => Promise<Written<WritingOutputs[T]>>;

export function hostedWriter(id: string, model: HostedModel): Writer {
  const taskOf =
    <T extends WritingTask, Answer>(name: T, prompt: WritingPrompt<T, Answer>): Task<T> =>
    async (input, signal) => {
      const { system, data } = prompt.compose(input);
      return askForJson<Answer, WritingOutputs[T]>(
        model,
        {
          ...{ name: `the ${name}`, system, parts: [{ text: dataText(data) }] },
          answer: prompt.answer,
          maxOutputTokens: prompt.maxOutputTokens(input),
          seed: input.brief.seed,
          complete: (answer) => prompt.complete(answer, input),
        },
        signal,
      );
    };
  const tasks: { [T in WritingTask]: Task<T> } = {
    concept: taskOf("concept", conceptPrompt),
    characters: taskOf("characters", charactersPrompt),
    plot: taskOf("plot", plotPrompt),
    storyboard: taskOf("storyboard", storyboardPrompt),
  };
  return { id, write: (task, input, signal) => tasks[task](input, signal) };
}
