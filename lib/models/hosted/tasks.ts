// The tasks of a hosted text model as a reader: each asks an asker one or more questions, and builds its output from the answers.
import { writeCharacters } from "../prompts/characters/characters.ts";
import { conceptQuestion } from "../prompts/concept/prompt.ts";
import { writePlot } from "../prompts/plot/plot.ts";
import type { ReadingInputs, ReadingOutputs, ReadingTask } from "../reader.ts";
import type { Asker } from "./text-question.ts";

type TaskRunner<T extends ReadingTask> = (
  input: ReadingInputs[T],
  asker: Asker,
) => Promise<ReadingOutputs[T]>;

export const TASKS: { [T in ReadingTask]: TaskRunner<T> } = {
  concept: (input, asker) => asker.ask(conceptQuestion(input)),
  characters: writeCharacters,
  plot: writePlot,
};
