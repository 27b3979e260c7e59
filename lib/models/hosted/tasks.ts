// What a hosted writer does for each task: it asks an asker one question or many, and makes the task's output of the answers.
import { writeCharacters } from "../prompts/characters/characters.ts";
import { conceptQuestion } from "../prompts/concept/prompt.ts";
import { writePlot } from "../prompts/plot/plot.ts";
import { writeStoryboard } from "../prompts/storyboard/storyboard.ts";
import type { WritingInputs, WritingOutputs, WritingTask } from "../writer.ts";
import type { Asker } from "./text-question.ts";

type TaskRunner<T extends WritingTask> = (
  input: WritingInputs[T],
  asker: Asker,
) => Promise<WritingOutputs[T]>;

export const TASKS: { [T in WritingTask]: TaskRunner<T> } = {
  concept: (input, asker) => asker.ask(conceptQuestion(input)),
  characters: writeCharacters,
  plot: writePlot,
  storyboard: writeStoryboard,
};
