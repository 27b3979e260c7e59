// How a step leaves flight: its exit is recorded and shown in one commit, then what follows from it is published.
import { bookLeft } from "./booking.ts";
import type { ClientEvent } from "./client-documents.ts";
import { outputsOf, readViews } from "./current-views.ts";
import { BusyError } from "./errors.ts";
import { type Change, catchUp, followUp, showingOf } from "./follow-up.ts";
import { documentsOf, planShowing, viewsFor } from "./plan-showing.ts";
import { show } from "./projecting.ts";
import { type Exit, planRecord, type Recorded } from "./record.ts";
import type { Seen } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import type { StepRecord } from "./step-record.ts";
import { exitEvents, writeTimeline } from "./timeline.ts";

export interface Leaving {
  sessionId: string;
  exit: Exit;
  /** What the timeline has not been told yet. */
  events: readonly ClientEvent[];
  /** Both documents as the step's claim left them, where that was a moment ago. */
  seen?: Seen | undefined;
  /** Told when the exit is recorded, before what follows from it is published and shown. */
  onRecorded?: (() => void) | undefined;
}

/** Throws `BusyError` when a store is down. */
export async function leave(
  services: Services,
  { sessionId, exit, events, seen, onRecorded }: Leaving,
): Promise<Recorded> {
  const { schedules, settings } = services;
  const foreseen = seen && planRecord(seen, exit, settings);
  const views = await viewsOf(services, foreseen?.value, events);
  const recorded = await schedules.update(
    sessionId,
    exit.step,
    (current) => {
      const isAsSeen = current.schedule === seen?.schedule && current.record === seen.record;
      const change = (isAsSeen && foreseen) || planRecord(current, exit, settings);
      const changed = changeBy(change.value, events);
      if (changed === undefined || change.schedule === undefined) return change;
      const { after } = changed;
      const shows = showingOf(changed);
      // Of steps that ended since that was foreseen, this process may have written the documents itself.
      const steps = isAsSeen ? [] : viewsFor(after, documentsOf(after, shows));
      const since = schedules.knownViews(sessionId, outputsOf(after, steps));
      const known = new Map([...views, ...since, [exit.step, change.value.record] as const]);
      const showing = planShowing(after, shows, known);
      return { ...change, shown: showing.shown, value: { ...change.value, showing } };
    },
    seen,
  );
  onRecorded?.();
  await follow(services, recorded, events);
  await bookLeft(services, recorded);
  return recorded;
}

/** Documents of other steps that an exit is shown with, as far as it can be foreseen: the others are read when it is recorded. */
async function viewsOf(
  services: Services,
  foreseen: Recorded | undefined,
  events: readonly ClientEvent[],
): Promise<ReadonlyMap<string, StepRecord>> {
  const changed = foreseen && changeBy(foreseen, events);
  if (changed === undefined) return new Map();
  const { after, record } = changed;
  try {
    return await readViews(services, after, viewsFor(after, documentsOf(after, showingOf(changed))), record);
  } catch (error) {
    // The result is there and may be paid for: that it is not shown at once is no reason to lose it.
    if (!(error instanceof BusyError)) throw error;
    return new Map();
  }
}

/** What a recorded exit changed; undefined where it left the step in flight. */
function changeBy(
  { kind, before, after, record, released, showing }: Recorded,
  events: readonly ClientEvent[],
): (Change & { record: StepRecord }) | undefined {
  if (kind === "repeated" || kind === "refused") return undefined;
  const exits = exitEvents(record, kind === "taken" ? "done" : kind, after.updatedAt);
  return { before, after, released, steps: [record.step], events: [...events, ...exits], record, showing };
}

/** Publishes what a recorded exit released, and shows what was not shown with it. */
async function follow(services: Services, recorded: Recorded, events: readonly ClientEvent[]): Promise<void> {
  const { kind, before, after, record } = recorded;
  const changed = changeBy(recorded, events);
  if (changed !== undefined) return followUp(services, changed);
  if (kind === "repeated") {
    await writeTimeline(services, after, events);
    return catchUp(services, after, record.step);
  }
  if (after === before) await writeTimeline(services, after, events);
  else await show(services, after, { urgent: false, events });
}
