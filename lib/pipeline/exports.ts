// Asking for a file of a finished book. The session works again until the file is bound; no version begins, because the book is unchanged.
import type { ExportFormat } from "../manga/export-formats.ts";
import { type ExportState, exportState, finishedBook, unboundFormats } from "./export-asks.ts";
import { reopened } from "./plan-revision.ts";
import { SessionStateError } from "./refusals.ts";
import type { Schedule } from "./schedule.ts";
import { SessionMissingError } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import { change, takePlace } from "./session.ts";

/** How often a wait for files looks, and how long it lasts. */
const LOOK_MS = 250;
const MOST_WAIT_MS = 20_000;

/**
 * Has those of the formats bound that belong to the book and are bound on demand, and waits until they are made. Returns the schedule as
 * it then is; after `MOST_WAIT_MS` it still has some as running. Throws as `requestExport`.
 */
export async function boundOnDemand(
  services: Services,
  seen: Schedule,
  { formats, mostRunning }: { formats: readonly ExportFormat[]; mostRunning?: number | undefined },
): Promise<Schedule> {
  if (!seen.params.filesOnDemand || finishedBook(seen) === undefined) return seen;
  const { sessionId } = seen;
  const own = formats.filter((format) => seen.params.formats.includes(format));
  for (const format of own) {
    if (unboundFormats(seen).some((one) => one === format)) {
      await requestExport(services, { sessionId, format, mostRunning });
    }
  }
  let schedule = seen;
  for (let waited = 0; waited < MOST_WAIT_MS; waited += LOOK_MS) {
    schedule = (await services.schedules.read(sessionId)) ?? seen;
    if (finishedBook(schedule) === undefined) return schedule;
    const now = schedule;
    if (own.every((format) => exportState(now, format).state !== "running")) return schedule;
    await services.clock.sleep(LOOK_MS);
  }
  return schedule;
}

/**
 * Has a format of the finished book bound, unless the file exists or is being made; a failed one is tried again. `mostRunning`: the number
 * of the owner's sessions that may run at once, this one included; no limit where absent. Throws as `change`, `BookNotReadyError`,
 * `SessionStateError` when the session was cancelled, and `TooManyRunningError`.
 */
export async function requestExport(
  services: Services,
  {
    sessionId,
    format,
    mostRunning,
  }: { sessionId: string; format: ExportFormat; mostRunning?: number | undefined },
): Promise<ExportState> {
  const schedule = await services.schedules.read(sessionId);
  if (schedule === undefined) throw new SessionMissingError(sessionId);
  const seen = exportState(schedule, format);
  if (format === "png" || seen.state === "done" || seen.state === "running") return seen;
  await takePlace(services, sessionId, mostRunning);
  const after = await change(services, sessionId, (schedule, now) => {
    if (schedule.state.status === "cancelled") throw new SessionStateError(sessionId, "cancelled");
    const { state } = exportState(schedule, format);
    const book = finishedBook(schedule);
    if (book === undefined || state === "done" || state === "running") return { schedule, by: "export" };
    const exports = { ...schedule.exports, [format]: { book } };
    const asked = reopened({ ...schedule, exports }, now, services.settings.timings.sessionDeadlineMs);
    return { schedule: asked, by: "export" };
  });
  return exportState(after, format);
}
