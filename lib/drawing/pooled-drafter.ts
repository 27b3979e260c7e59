// A drafter that runs in a worker pool, so that the calling process stays free to answer requests.
import { type TaskModule, type Work, WorkMemoryError, WorkTimeoutError } from "../work/work.ts";
import type { Drafter } from "./drafter.ts";

export const DRAFTER_TASKS: TaskModule<typeof import("./drafter-tasks.ts")> = {
  url: new URL("./drafter-tasks.ts", import.meta.url),
  load: () => import("./drafter-tasks.ts"),
};

/** CPU time limit of a call. A page takes at most 2 s; the rest is a margin for slow machines. */
const CPU_MS = 120_000;

/** CPU time limit for reading a font. A font of 7 MB takes 10 ms; the rest is a margin for slow machines and new threads. */
const FONT_CPU_MS = 2_000;

/**
 * The same results as `canvasDrafter`, byte for byte. Rethrows its errors and those of `Work.run`; throws the signal's reason on abort.
 * Arguments are copied and not transferred, because the phases continue to use their art.
 */
export function pooledDrafter(work: Work, signal?: AbortSignal): Drafter {
  const limits = { signal, cpuMs: CPU_MS };
  return {
    async readFont(file) {
      try {
        return await work.run(DRAFTER_TASKS, "readFont", [file], { signal, cpuMs: FONT_CPU_MS });
      } catch (error) {
        if (error instanceof WorkTimeoutError || error instanceof WorkMemoryError) return { fault: "broken" };
        throw error;
      }
    },
    missingIn: (...input) => work.run(DRAFTER_TASKS, "missingIn", input, limits),
    layout: (...input) => work.run(DRAFTER_TASKS, "layout", input, limits),
    preview: (...input) => work.run(DRAFTER_TASKS, "preview", input, limits),
    letter: (...input) => work.run(DRAFTER_TASKS, "letter", input, limits),
    compose: (...input) => work.run(DRAFTER_TASKS, "compose", input, limits),
    async proofread(proof) {
      const proofed = await work.run(DRAFTER_TASKS, "proofread", [proof], limits);
      return proofed.repairs.length === 0 ? { ...proofed, texts: proof.texts } : proofed;
    },
    blankPanels: (...input) => work.run(DRAFTER_TASKS, "blankPanels", input, limits),
    resolutions: (...input) => work.run(DRAFTER_TASKS, "resolutions", input, limits),
    busyAreas: (...input) => work.run(DRAFTER_TASKS, "busyAreas", input, limits),
    cover: (...input) => work.run(DRAFTER_TASKS, "cover", input, limits),
    renditions: (...input) => work.run(DRAFTER_TASKS, "renditions", input, limits),
    column: (...input) => work.run(DRAFTER_TASKS, "column", input, limits),
    rasterize: (...input) => work.run(DRAFTER_TASKS, "rasterize", input, limits),
  };
}
