// What one thread of the simulation runs, and where its worlds stand.
import type { RunOptions } from "../../../lib/pipeline/simulation/campaign.ts";

/** Some seeds, one after another. */
export interface Portion {
  first: number;
  count: number;
  /** By its name, planted into every session. */
  bug: string | undefined;
  firestore: boolean;
}

/** Gives `run` where its worlds stand: on the emulator, which ends with it, or in memory. */
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
