// What draws pages. Only functions that make images import it, so that the others are deployed without its native packages.
import type { Drafter } from "../lib/drawing/drafter.ts";
import { onceLoaded } from "./once.ts";
import { work } from "./work.ts";

const load = onceLoaded(async () => {
  const [{ DRAFTER_TASKS, pooledDrafter }, pool] = await Promise.all([
    import("../lib/drawing/pooled-drafter.ts"),
    work(),
  ]);
  // A worker loads what draws while the stores answer. What cannot be loaded is said by the page that needs it.
  pool.run(DRAFTER_TASKS, "ready", undefined).catch(() => {});
  return (signal?: AbortSignal): Drafter => pooledDrafter(pool, signal);
});

export const drafter = async (signal?: AbortSignal): Promise<Drafter> => (await load())(signal);
