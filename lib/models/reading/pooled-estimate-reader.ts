// The reader for estimates in a pool of workers, with a deadline for each reading.
import type { TaskModule, Work } from "../../work/work.ts";
import type { EstimateReader } from "../story-reader.ts";
import { pooledReader } from "./pooled-reader.ts";
import { dictionaryOf, READING_CPU_MS, readWithin } from "./reading-limits.ts";

const GLIMPSE_TASKS: TaskModule<typeof import("./glimpse-tasks.ts")> = {
  url: new URL("./glimpse-tasks.ts", import.meta.url),
  load: () => import("./glimpse-tasks.ts"),
};

export function pooledEstimateReader(work: Work, { cpuMs = READING_CPU_MS } = {}): EstimateReader {
  return {
    ...pooledReader(work, { cpuMs }),
    glimpse: ({ text, language }, signal) =>
      readWithin(
        work.run(
          GLIMPSE_TASKS,
          "glimpse",
          { text, language },
          { signal, cpuMs, loads: dictionaryOf(language) },
        ),
      ),
  };
}
