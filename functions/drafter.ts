// The drafter of pages. Only functions that make images import it, so that the others are deployed without its native packages.
import type { Drafter } from "../lib/drawing/drafter.ts";
import { onceLoaded } from "./once.ts";
import { work } from "./work.ts";

const load = onceLoaded(async () => {
  const [{ DRAFTER_TASKS, pooledDrafter }, pool] = await Promise.all([
    import("../lib/drawing/pooled-drafter.ts"),
    work(),
  ]);
  // Loads the drawing code in a worker while the stores answer. An error is reported by the page that needs it.
  pool.run(DRAFTER_TASKS, "ready", undefined).catch(() => {});
  return (signal?: AbortSignal): Drafter => pooledDrafter(pool, signal);
});

export const drafter = async (signal?: AbortSignal): Promise<Drafter> => (await load())(signal);
