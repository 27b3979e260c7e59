// Updates the clients' documents: all documents of a change are written together. The session's own document is written at most once a
// second, and its last change is never omitted: a write that comes too early waits out the second and writes the newest state.
import { readViews } from "./current-views.ts";
import { documentsOf, type Projection, phaseShown, viewsFor } from "./plan-projection.ts";
import { lastShape } from "./progress.ts";
import { clientPage, clientSession } from "./projection.ts";
import type { Projector } from "./projector.ts";
import { isLive, type Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { traced } from "./timeline.ts";

type Ports = Pick<Services, "schedules" | "blobs" | "projector" | "clock" | "settings">;

/** Documents of pages that are written in one go: their texts are not small. */
const PAGES_AT_ONCE = 20;

/** Requests of this process that wait out a session's second. */
interface Waiter {
  /** The newest of what they have to show. */
  seq: number;
  shown: Promise<void>;
}

/** By what they write to and by session. */
const waiters = new WeakMap<Projector, Map<string, Waiter>>();

/** Writes a session's document, those of the pages and phases that some steps show in, and the timeline. */
export async function project(ports: Ports, schedule: Schedule, showing: Projection): Promise<void> {
  const { sessionId } = schedule;
  const { urgent, steps = [], events = [], record } = showing;
  if (steps.includes("plot")) await removePages(ports, schedule);
  const { pages, phases } = documentsOf(schedule, showing);
  const [first = [], ...others] = inParts(pages, PAGES_AT_ONCE);
  const records = await readViews(ports, schedule, viewsFor(schedule, { pages: first, phases }), record);
  const isNow = urgent || !isLive(schedule.state);
  const written = await ports.projector.show(sessionId, {
    session: {
      document: clientSession(schedule, records.get("finish")),
      minIntervalMs: isNow ? 0 : ports.settings.timings.projectionMs,
    },
    phases: phases.map((phase) => phaseShown(schedule, phase, records)),
    pages: first.map((page) => clientPage(schedule, page, records)),
    events: traced(schedule, events),
  });
  for (const part of others) {
    const ofPart = await readViews(ports, schedule, viewsFor(schedule, { pages: part, phases: [] }));
    await ports.projector.show(sessionId, { pages: part.map((page) => clientPage(schedule, page, ofPart)) });
  }
  if (written.kind === "early") await showLater(ports, schedule, written.waitMs);
}

/** Waits, then writes the newest state, unless it is shown already. A call during another request of this process shares its wait. */
async function showLater(ports: Ports, { sessionId, seq }: Schedule, waitMs: number): Promise<void> {
  const waiting = waiters.get(ports.projector) ?? new Map<string, Waiter>();
  waiters.set(ports.projector, waiting);
  const shared = waiting.get(sessionId);
  if (shared !== undefined) {
    shared.seq = Math.max(shared.seq, seq);
    return shared.shown;
  }
  const write = async () => {
    await ports.clock.sleep(waitMs);
    // From here on the schedule is read: a later change needs a wait of its own.
    waiting.delete(sessionId);
    const shownSeq = ports.projector.shownSeq(sessionId);
    if (shownSeq !== undefined && shownSeq >= own.seq) return;
    const newest = await ports.schedules.read(sessionId);
    if (newest !== undefined) await project(ports, newest, { urgent: false });
  };
  const own: Waiter = { seq, shown: Promise.resolve() };
  waiting.set(sessionId, own);
  own.shown = write();
  return own.shown;
}

/** Pages that the book does not have any more go; the session's document says first that they do. */
async function removePages(ports: Ports, schedule: Schedule): Promise<void> {
  // A book that was never changed had no others.
  if (schedule.versions.length === 0) return;
  await project(ports, schedule, { urgent: true });
  const last = lastShape(schedule).pages() ?? 0;
  await ports.projector.removePages(schedule.sessionId, { last, seq: schedule.seq });
}

function inParts<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
