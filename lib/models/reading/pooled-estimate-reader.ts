// The reader for estimates in a pool of workers, with a deadline for each reading.
import type { Language } from "../../manga/language.ts";
import type { TaskModule, Work } from "../../work/work.ts";
import type { EstimateReader } from "../story-reader.ts";
import { pooledReader } from "./pooled-reader.ts";
import { dictionaryOf, READING_CPU_MS, readWithin } from "./reading-limits.ts";

const GLIMPSE_TASKS: TaskModule<typeof import("./glimpse-tasks.ts")> = {
  url: new URL("./glimpse-tasks.ts", import.meta.url),
  load: () => import("./glimpse-tasks.ts"),
};

export function pooledEstimateReader(work: Work, { cpuMs = READING_CPU_MS } = {}): EstimateReader {
  const options = (language: Language, signal: AbortSignal | undefined) => ({
    ...{ signal, cpuMs, loads: dictionaryOf(language) },
  });
  return {
    ...pooledReader(work, { cpuMs }),
    glimpse: ({ text, language }, signal) =>
      readWithin(work.run(GLIMPSE_TASKS, "glimpse", { text, language }, options(language, signal))),
    findings: ({ text, language }, signal) =>
      readWithin(work.run(GLIMPSE_TASKS, "findings", { text, language }, options(language, signal))),
  };
}
