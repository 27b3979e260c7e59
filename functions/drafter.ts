// The drafter of pages. Only functions that make images import it, so that the others are deployed without its native packages.
import type { Drafter } from "../lib/drawing/drafter.ts";
import type { Work } from "../lib/work/work.ts";
import { onceLoaded } from "./once.ts";
import { previewWork, work } from "./work.ts";

const load = (pooled: () => Promise<Work>) => async () => {
  const [{ DRAFTER_TASKS, pooledDrafter }, pool] = await Promise.all([
    import("../lib/drawing/pooled-drafter.ts"),
    pooled(),
  ]);
  // Loads the drawing code in a worker while the stores answer. An error is reported by the page that needs it.
  pool.run(DRAFTER_TASKS, "ready", undefined).catch(() => {});
  return (signal?: AbortSignal): Drafter => pooledDrafter(pool, signal);
};

const loaded = onceLoaded(load(work));
const previewsLoaded = onceLoaded(load(previewWork));

export const drafter = async (signal?: AbortSignal): Promise<Drafter> => (await loaded())(signal);

/** The drafter of previews, which has its own worker. */
export const letterer = async (signal?: AbortSignal): Promise<Drafter> => (await previewsLoaded())(signal);
