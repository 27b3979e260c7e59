// The binder of books into files, for the function that uses it.
import type { Binder } from "../lib/export/binder.ts";
import { onceLoaded } from "./once.ts";
import { work } from "./work.ts";

const load = onceLoaded(async () => {
  const [{ pooledBinder }, pool] = await Promise.all([import("../lib/export/pooled-binder.ts"), work()]);
  return (signal?: AbortSignal): Binder => pooledBinder(pool, signal);
});

export const binder = async (signal?: AbortSignal): Promise<Binder> => (await load())(signal);
