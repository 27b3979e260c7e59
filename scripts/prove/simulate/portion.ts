// A thread's share of the simulation, and the stores of its worlds.
import type { RunOptions } from "../../../lib/pipeline/simulation/campaign.ts";

/** A range of seeds. */
export interface Portion {
  first: number;
  count: number;
  /** Name of the bug planted into every session. */
  bug: string | undefined;
  firestore: boolean;
}

/** Provides `run` with the stores: the emulator, which is closed afterwards, or in-memory ones. */
export async function inPlace<T>(
  firestore: boolean,
  run: (nextPlace: RunOptions["nextPlace"]) => Promise<T>,
): Promise<T> {
  if (!firestore) return run(undefined);
  process.env.METADATA_SERVER_DETECTION ??= "none";
  const { openFirestorePlace } = await import("./firestore-place.ts");
  const { next, close } = await openFirestorePlace();
  try {
    return await run(next);
  } finally {
    await close();
  }
}
