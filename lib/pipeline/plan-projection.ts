// Which clients' documents a change of the schedule affects, and from whose views they are made. Pure.
import type { ClientEvent } from "./client-documents.ts";
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
import type { Shown } from "./projector.ts";
import { isLive, type Result, type Schedule } from "./schedule.ts";
import { PHASES, type PhaseName, parseStepId } from "./step-id.ts";
import { stepsOfPhase } from "./step-kinds.ts";
import type { StepRecord } from "./step-record.ts";
import { traced } from "./timeline.ts";

export interface Projection {
  /** The session's document is written at once, as it is when the session has ended. */
  urgent: boolean;
  /** Steps whose pages and phases are written. */
  steps?: readonly string[];
  /** Phases and pages that are written besides. */
  phases?: readonly PhaseName[];
  pages?: readonly number[];
  events?: readonly ClientEvent[];
  /** A step's document for callers that already have it. */
  record?: StepRecord | undefined;
}

/** Pages and phases that a change shows in. */
export function documentsOf(
  schedule: Schedule,
  { steps = [], phases: others = [], pages: further = [] }: Projection,
): { pages: number[]; phases: PhaseName[] } {
  const pages = new Set([...(steps.includes("plot") ? madePages(schedule) : []), ...further]);
  const phases = new Set(others);
  for (const step of steps) {
    const ref = parseStepId(step);
    if (ref.of === "page" || ref.of === "panel" || ref.of === "renditions") pages.add(ref.page);
    // The cover is shown with the finished book.
    else if (ref.of !== "cover") phases.add(ref.phase);
  }
  return { pages: [...pages], phases: [...phases] };
}

/** Pages of which something is there already: the book may have had them before, and has them again. */
function madePages(schedule: Schedule): number[] {
  const { nodes } = stepsOfPhase("storyboard", lastShape(schedule));
  return nodes.flatMap(({ id, ref }) =>
    ref.of === "page" && schedule.results[id] !== undefined ? [ref.page] : [],
  );
}

/** Steps whose documents have the views that these documents of clients are made from. */
export function viewsFor(
  schedule: Schedule,
  { pages, phases }: { pages: readonly number[]; phases: readonly PhaseName[] },
): string[] {
  return [
    ...stepsOfSession(schedule),
    ...phases.flatMap((phase) => stepsOfPhaseDocument(schedule, phase)),
    ...pages.flatMap((page) => stepsOfPage(schedule, page)),
  ];
}

export function phaseShown(schedule: Schedule, phase: PhaseName, views: Records) {
  const steps = stepsOfPhaseDocument(schedule, phase);
  return clientPhase(schedule, phase, new Map([...views].filter(([step]) => steps.includes(step))));
}

/** Whether a step's document has the view of the result that counts now. */
export function hasViewOf(record: StepRecord | undefined, result: Result | undefined): boolean {
  if (record === undefined || result === undefined) return false;
  // Documents from before results could be edited do not state the output of their view.
  return record.viewOf === result.output || (record.viewOf === undefined && result.edited === undefined);
}

/** The clients' documents written together with a change, and those left to write afterwards. */
export interface PlannedProjection {
  shown: Shown;
  rest: Projection | undefined;
}

/** Plans to show a change with its own commit, as far as the views at hand go. */
export function planProjection(schedule: Schedule, showing: Projection, views: Records): PlannedProjection {
  const { urgent, steps = [], events = [], record } = showing;
  const told = traced(schedule, events);
  // Pages may have to go, and the session's document says so first.
  if (steps.includes("plot") && schedule.versions.length > 0) {
    return { shown: { events: told }, rest: { ...showing, events: [] } };
  }
  const areThere = (of: readonly string[]) =>
    of.every((step) => hasViewOf(views.get(step), schedule.results[step]));
  const { pages, phases } = documentsOf(schedule, showing);
  const last = lastShape(schedule).pages() ?? 0;
  const [pagesNow, pagesLater] = parted(
    pages,
    (page) => page <= last && areThere(stepsOfPage(schedule, page)),
  );
  const [phasesNow, phasesLater] = parted(phases, (phase) => areThere(stepsOfPhaseDocument(schedule, phase)));
  const isSessionShown = (urgent || !isLive(schedule.state)) && areThere(stepsOfSession(schedule));
  const shown: Shown = {
    ...(isSessionShown && {
      session: { document: clientSession(schedule, views.get("finish")), minIntervalMs: 0 },
    }),
    phases: phasesNow.map((phase) => phaseShown(schedule, phase, views)),
    pages: pagesNow.map((page) => clientPage(schedule, page, views)),
    events: told,
  };
  const isAll = isSessionShown && pagesLater.length === 0 && phasesLater.length === 0;
  const rest = { urgent: urgent && !isSessionShown, pages: pagesLater, phases: phasesLater, record };
  return { shown, rest: isAll ? undefined : rest };
}

function parted<T>(items: readonly T[], isFirst: (item: T) => boolean): [first: T[], second: T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

export interface Turn {
  before: Schedule;
  after: Schedule;
}

/** Whether clients must see this change at once: an end, or a gate that opened or closed. */
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
