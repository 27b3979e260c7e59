// Runs the offline reader in a pool of workers: reading a story takes seconds and would block the process.
import type { TaskModule, Work, WorkOptions } from "../../../work/work.ts";
import type { Answered, ReadingInputs, ReadingOutputs, ReadingProgram, ReadingTask } from "../../reader.ts";
import { dictionaryOf, READING_CPU_MS, readWithin } from "../../reading/reading-limits.ts";

export const READER_TASKS: TaskModule<typeof import("./reader-tasks.ts")> = {
  url: new URL("./reader-tasks.ts", import.meta.url),
  load: () => import("./reader-tasks.ts"),
};

type Tasks = {
  [T in ReadingTask]: (input: ReadingInputs[T], options: WorkOptions) => Promise<Answered<ReadingOutputs[T]>>;
};

/** `id`: the offline reader's id. Throws what `offlineReader`, `readWithin` and `Work.run` throw. */
export function pooledOfflineReader(id: string, work: Work, { cpuMs = READING_CPU_MS } = {}): ReadingProgram {
  const tasks: Tasks = {
    concept: (input, options) => work.run(READER_TASKS, "concept", input, options),
    characters: (input, options) => work.run(READER_TASKS, "characters", input, options),
    plot: (input, options) => work.run(READER_TASKS, "plot", input, options),
  };
  return {
    id,
    upToMicros: () => 0,
    read: (task, input, signal) =>
      readWithin(tasks[task](input, { signal, cpuMs, loads: dictionaryOf(input.story.language) })),
  };
}
