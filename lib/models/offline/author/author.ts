// The offline author: a program that adapts a person's own story, without a network or a key, the same way for the same seed.
import type { Usage } from "../../../pipeline/usage.ts";
import { programId } from "../../program-versions.ts";
import type { ReadingInputs, ReadingOutputs, ReadingProgram, ReadingTask } from "../../reader.ts";
import { castOf, conceptOf, plotOf } from "./read-story.ts";

const ID = programId("offline-author");
const USAGE: Usage = { model: ID, inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };

type Tasks = {
  [T in ReadingTask]: (input: ReadingInputs[T]) => ReadingOutputs[T] | Promise<ReadingOutputs[T]>;
};

const TASKS: Tasks = { concept: conceptOf, characters: castOf, plot: plotOf };

/** Adapts a story by reading it: its scenes, people, lines and sounds. Throws what `conceptOf` and `plotOf` throw. */
export function offlineAuthor(): ReadingProgram {
  return {
    id: ID,
    upToMicros: () => 0,
    async read(task, input, signal) {
      signal.throwIfAborted();
      const output = await TASKS[task](input);
      signal.throwIfAborted();
      return { output, usage: USAGE };
    },
  };
}
