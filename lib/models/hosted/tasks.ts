// What a hosted writer does for each task: it asks an asker one question or many, and makes the task's output of the answers.
import { charactersPrompt } from "../prompts/characters/prompt.ts";
import { conceptQuestion } from "../prompts/concept/prompt.ts";
import { plotPrompt } from "../prompts/plot/prompt.ts";
import type { WritingPrompt } from "../prompts/prompt.ts";
import { storyboardPrompt } from "../prompts/storyboard/prompt.ts";
import type { WritingInputs, WritingOutputs, WritingTask } from "../writer.ts";
import type { Asker, TextQuestion } from "./text-question.ts";

type TaskRunner<T extends WritingTask> = (
  input: WritingInputs[T],
  asker: Asker,
) => Promise<WritingOutputs[T]>;

export const TASKS: { [T in WritingTask]: TaskRunner<T> } = {
  concept: (input, asker) => asker.ask(conceptQuestion(input)),
  characters: inOneQuestion("characters", charactersPrompt),
  plot: inOneQuestion("plot", plotPrompt),
  storyboard: inOneQuestion("storyboard", storyboardPrompt),
};

/** A task that is one question. */
function inOneQuestion<T extends "characters" | "plot" | "storyboard", Answer>(
  task: T,
  prompt: WritingPrompt<T, Answer>,
): TaskRunner<T> {
  return (input, asker) => {
    const question: TextQuestion<Answer, WritingOutputs[T]> = {
      ...{ name: `the ${task}`, task: task === "plot" ? "plan" : task },
      ...{ prompt: prompt.compose(input), language: input.story.language, seed: input.brief.seed },
      ...{ answer: prompt.answer, maxOutputTokens: prompt.maxOutputTokens(input) },
      complete(answer) {
        const completed = prompt.complete(answer, input);
        return completed.kind === "fits"
          ? { kind: "whole", output: completed.output }
          : { kind: "unusable", faults: completed.faults };
      },
    };
    return asker.ask(question);
  };
}
