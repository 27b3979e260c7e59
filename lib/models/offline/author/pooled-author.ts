// The offline author in a pool of workers: reading a story takes seconds, in which its process answers others.
import type { TaskModule, Work, WorkOptions } from "../../../work/work.ts";
import type { Answered, ReadingInputs, ReadingOutputs, ReadingProgram, ReadingTask } from "../../reader.ts";
import { READING_CPU_MS, readWithin } from "../../reading/reading-limits.ts";

export const AUTHOR_TASKS: TaskModule<typeof import("./author-tasks.ts")> = {
  url: new URL("./author-tasks.ts", import.meta.url),
  load: () => import("./author-tasks.ts"),
};

type Tasks = {
  [T in ReadingTask]: (input: ReadingInputs[T], options: WorkOptions) => Promise<Answered<ReadingOutputs[T]>>;
};

/** `id`: the offline author's. Throws what `offlineAuthor`, `readWithin` and `Work.run` throw. */
export function pooledAuthor(id: string, work: Work, { cpuMs = READING_CPU_MS } = {}): ReadingProgram {
  const tasks: Tasks = {
    concept: (input, options) => work.run(AUTHOR_TASKS, "concept", input, options),
    characters: (input, options) => work.run(AUTHOR_TASKS, "characters", input, options),
    plot: (input, options) => work.run(AUTHOR_TASKS, "plot", input, options),
  };
  return {
    id,
    upToMicros: () => 0,
    read: (task, input, signal) => readWithin(tasks[task](input, { signal, cpuMs })),
  };
}
