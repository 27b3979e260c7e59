// The offline author: a program that adapts a person's own story, without a network or a key, the same way for the same seed.
import type { Usage, WritingInputs, WritingOutputs, WritingProgram, WritingTask } from "../../writer.ts";
import { castOf, conceptOf, plotOf } from "./read-story.ts";

const ID = "offline-author@1";
const USAGE: Usage = { model: ID, inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };

/** The tasks of a reader. The storyboard is the director's. */
export type ReadingTask = Exclude<WritingTask, "storyboard">;

type Tasks = {
  [T in ReadingTask]: (input: WritingInputs[T]) => WritingOutputs[T] | Promise<WritingOutputs[T]>;
};

const TASKS: Tasks = { concept: conceptOf, characters: castOf, plot: plotOf };

export interface Author extends Pick<WritingProgram, "id"> {
  upToMicros(): number;
  /** Throws what `conceptOf` and `plotOf` throw, and the signal's reason when aborted. */
  write<T extends ReadingTask>(
    task: T,
    input: WritingInputs[T],
    signal: AbortSignal,
  ): Promise<{ output: WritingOutputs[T]; usage: Usage }>;
}

/** Adapts a story by reading it: its scenes, people, lines and sounds. */
export function offlineAuthor(): Author {
  return {
    id: ID,
    upToMicros: () => 0,
    async write(task, input, signal) {
      signal.throwIfAborted();
      const output = await TASKS[task](input);
      signal.throwIfAborted();
      return { output, usage: USAGE };
    },
  };
}
