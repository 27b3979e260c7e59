// The offline artist in a pool of workers. A panel takes tenths of a second; in a worker it does not block the process.
import type { TaskModule, Work } from "../../../work/work.ts";
import type { DrawingProgram } from "../../artist.ts";

export const ARTIST_TASKS: TaskModule<typeof import("./artist-tasks.ts")> = {
  url: new URL("./artist-tasks.ts", import.meta.url),
  load: () => import("./artist-tasks.ts"),
};

/** CPU limit of one picture in milliseconds; the largest crowd takes about a second. */
const CPU_MS = 60_000;

/** `id` is the id of the offline artist. Throws what `offlineArtist` and `Work.run` throw. */
export function pooledArtist(id: string, work: Work): DrawingProgram {
  return {
    id,
    upToMicros: () => 0,
    draw: (request, signal) => work.run(ARTIST_TASKS, "draw", request, { signal, cpuMs: CPU_MS }),
  };
}
