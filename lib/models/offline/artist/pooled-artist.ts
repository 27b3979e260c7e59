// The offline artist in a pool of workers: a panel takes tenths of a second, in which its process answers others.

import { noUsage } from "../../../pipeline/usage.ts";
import type { TaskModule, Work } from "../../../work/work.ts";
import type { DrawingProgram } from "../../artist.ts";
import { programId } from "../../program-versions.ts";

export const ARTIST_TASKS: TaskModule<typeof import("./artist-tasks.ts")> = {
  url: new URL("./artist-tasks.ts", import.meta.url),
  load: () => import("./artist-tasks.ts"),
};

/** CPU time of one picture; the largest crowd takes a second. */
const CPU_MS = 60_000;

/** Throws what `offlineArtist` and `Work.run` throw. */
export function pooledArtist(work: Work): DrawingProgram {
  const id = programId("offline-artist");
  return {
    id,
    upToMicros: () => 0,
    async draw(request, signal) {
      const drawn = await work.run(ARTIST_TASKS, "draw", request, { signal, cpuMs: CPU_MS });
      return { ...drawn, usage: noUsage(id) };
    },
  };
}
