// The offline author in a pool of workers: reading a story takes seconds, in which its process answers others.

import { noUsage } from "../../../pipeline/usage.ts";
import type { TaskModule, Work, WorkOptions } from "../../../work/work.ts";
import { programId } from "../../program-versions.ts";
import type { ReadingInputs, ReadingOutputs, ReadingProgram, ReadingTask } from "../../reader.ts";
import { READING_CPU_MS, readWithin } from "../../reading/reading-limits.ts";

export const AUTHOR_TASKS: TaskModule<typeof import("./author-tasks.ts")> = {
  url: new URL("./author-tasks.ts", import.meta.url),
  load: () => import("./author-tasks.ts"),
};

type Tasks = {
  [T in ReadingTask]: (input: ReadingInputs[T], options: WorkOptions) => Promise<ReadingOutputs[T]>;
};

/** Throws what `offlineAuthor`, `readWithin` and `Work.run` throw. */
export function pooledAuthor(work: Work, { cpuMs = READING_CPU_MS } = {}): ReadingProgram {
  const tasks: Tasks = {
    concept: (input, options) => work.run(AUTHOR_TASKS, "concept", input, options),
    characters: (input, options) => work.run(AUTHOR_TASKS, "characters", input, options),
    plot: (input, options) => work.run(AUTHOR_TASKS, "plot", input, options),
  };
  const id = programId("offline-author");
  return {
    id,
    upToMicros: () => 0,
    async read(task, input, signal) {
      const output = await readWithin(tasks[task](input, { signal, cpuMs }));
      return { output, usage: noUsage(id) };
    },
  };
}
