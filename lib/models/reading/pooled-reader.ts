// The story reader in a pool of workers, with a deadline for each reading.
import type { TaskModule, Work } from "../../work/work.ts";
import type { StoryReader } from "../story-reader.ts";
import { READING_CPU_MS, readWithin } from "./reading-limits.ts";

const READING_TASKS: TaskModule<typeof import("./reading-tasks.ts")> = {
  url: new URL("./reading-tasks.ts", import.meta.url),
  load: () => import("./reading-tasks.ts"),
};

export function pooledReader(work: Work, { cpuMs = READING_CPU_MS } = {}): StoryReader {
  return {
    survey: (raw, signal) => readWithin(work.run(READING_TASKS, "survey", raw, { signal, cpuMs })),
    segment: (story, signal) => readWithin(work.run(READING_TASKS, "segment", story, { signal, cpuMs })),
  };
}
