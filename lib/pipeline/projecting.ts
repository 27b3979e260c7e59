// Brings the documents of clients up to date: what a change shows in is written together. The session's own document is written
// at most once a second, and its last change is never left out: whoever comes too early waits out the second and writes what is
// newest by then.
import type { ClientEvent } from "./client-documents.ts";
import { readViews } from "./current-views.ts";
import { openGates } from "./graph.ts";
import { lastShape } from "./progress.ts";
import {
  clientPage,
  clientPhase,
  clientSession,
  type Records,
  stepsOfPage,
  stepsOfPhaseDocument,
  stepsOfSession,
} from "./projection.ts";
import type { Projector } from "./projector.ts";
import { isLive, type Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { PHASES, type PhaseName, parseStepId } from "./step-id.ts";
import { stepsOfPhase } from "./step-kinds.ts";
import type { StepRecord } from "./step-record.ts";
import { traced } from "./timeline.ts";

type Ports = Pick<Services, "schedules" | "blobs" | "projector" | "clock" | "settings">;

export interface Showing {
  /** The session's document is written at once, as it is when the session has ended. */
  urgent: boolean;
  /** Steps whose pages and phases are written. */
  steps?: readonly string[];
  /** Phases that are written besides. */
  phases?: readonly PhaseName[];
  events?: readonly ClientEvent[];
  /** A step's document for who knows it already. */
  record?: StepRecord | undefined;
}

/** Documents of pages that are written in one go: their texts are not small. */
const PAGES_AT_ONCE = 20;

/** Requests of this process that wait out a session's second, by what they write to and by session. */
const waiters = new WeakMap<Projector, Map<string, Promise<void>>>();

/** Writes a session's document, those of the pages and phases that some steps show in, and the timeline. */
export async function show(ports: Ports, schedule: Schedule, showing: Showing): Promise<void> {
  const { sessionId } = schedule;
  const { urgent, steps = [], events = [], record } = showing;
  const isPlotted = steps.includes("plot");
  if (isPlotted) await removePages(ports, schedule);
  const { pages, phases } = documentsOf(schedule, showing);
  const [first = [], ...others] = inParts(pages, PAGES_AT_ONCE);
  const records = await readViews(
    ports,
    schedule,
    [
      ...stepsOfSession(schedule),
      ...phases.flatMap((phase) => stepsOfPhaseDocument(schedule, phase)),
      ...first.flatMap((page) => stepsOfPage(schedule, page)),
    ],
    record,
  );
  const isNow = urgent || !isLive(schedule.state);
  const written = await ports.projector.show(sessionId, {
    session: {
      document: clientSession(schedule, records.get("finish")),
      minIntervalMs: isNow ? 0 : ports.settings.timings.projectionMs,
    },
    phases: phases.map((phase) =>
      clientPhase(schedule, phase, only(records, stepsOfPhaseDocument(schedule, phase))),
    ),
    pages: first.map((page) => clientPage(schedule, page, records)),
    events: traced(schedule, events),
  });
  for (const part of others) {
    const ofPart = await readViews(
      ports,
      schedule,
      part.flatMap((page) => stepsOfPage(schedule, page)),
    );
    await ports.projector.show(sessionId, { pages: part.map((page) => clientPage(schedule, page, ofPart)) });
  }
  if (written.kind === "early") await showLater(ports, sessionId, written.waitMs);
}

/** Waits, then writes what is newest by then. Whoever comes while another request of this process waits, shares its wait. */
async function showLater(ports: Ports, sessionId: string, waitMs: number): Promise<void> {
  const waiting = waiters.get(ports.projector) ?? new Map<string, Promise<void>>();
  waiters.set(ports.projector, waiting);
  const shared = waiting.get(sessionId);
  if (shared !== undefined) return shared;
  const write = async () => {
    await ports.clock.sleep(waitMs);
    // From here on the schedule is read: a later change needs a wait of its own.
    waiting.delete(sessionId);
    const newest = await ports.schedules.read(sessionId);
    if (newest !== undefined) await show(ports, newest, { urgent: false });
  };
  const own = write();
  waiting.set(sessionId, own);
  return own;
}

/** Pages and phases that a change shows in. */
function documentsOf(
  schedule: Schedule,
  { steps = [], phases: others = [] }: Showing,
): { pages: number[]; phases: PhaseName[] } {
  const pages = new Set(steps.includes("plot") ? madePages(schedule) : []);
  const phases = new Set(others);
  for (const step of steps) {
    const ref = parseStepId(step);
    if (ref.of === "page" || ref.of === "panel") pages.add(ref.page);
    else phases.add(ref.phase);
  }
  return { pages: [...pages], phases: [...phases] };
}

/** Pages that the book does not have any more go; the session's document says first that they do. */
async function removePages(ports: Ports, schedule: Schedule): Promise<void> {
  // A book that was never changed had no others.
  if (schedule.versions.length === 0) return;
  await show(ports, schedule, { urgent: true });
  const last = lastShape(schedule).pages() ?? 0;
  await ports.projector.removePages(schedule.sessionId, { last, seq: schedule.seq });
}

/** Pages of which something is there already: the book may have had them before, and has them again. */
function madePages(schedule: Schedule): number[] {
  const { nodes } = stepsOfPhase("storyboard", lastShape(schedule));
  return nodes.flatMap(({ id, ref }) =>
    ref.of === "page" && schedule.results[id] !== undefined ? [ref.page] : [],
  );
}

function inParts<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}

function only(records: Records, steps: readonly string[]): Records {
  return new Map([...records].filter(([step]) => steps.includes(step)));
}

export interface Turn {
  before: Schedule;
  after: Schedule;
}

/** Whether people should see this change at once: an end, or a gate that opened or closed. */
export function isUrgent({ before, after }: Turn): boolean {
  if (before.state.status !== after.state.status) return true;
  return openRevisions(before) !== openRevisions(after);
}

function openRevisions(schedule: Schedule): string {
  return openGates(schedule)
    .map((phase) => `${phase} ${schedule.gates[phase]?.revision}`)
    .join();
}

/** Phases whose documents changed as a whole: they became complete, or their gate moved. */
export function turnedPhases({ before, after }: Turn): PhaseName[] {
  return PHASES.filter(
    (phase) =>
      before.gates[phase] !== after.gates[phase] ||
      before.times[phase]?.endedAt !== after.times[phase]?.endedAt,
  );
}
