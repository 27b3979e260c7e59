// Brings the documents of clients up to date, at most once a second for a session, and never leaves the last change out:
// whoever comes too early waits out the second and writes what is newest by then.
import { readViews } from "./current-views.ts";
import { openGates } from "./graph.ts";
import { lastShape } from "./progress.ts";
import { clientPage, clientPhase, clientSession, stepsOfPage, stepsOfPhaseDocument } from "./projection.ts";
import type { Projector } from "./projector.ts";
import { isLive, type Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { PHASES, type PhaseName, parseStepId } from "./step-id.ts";
import { stepsOfPhase } from "./step-kinds.ts";

type Ports = Pick<Services, "schedules" | "blobs" | "projector" | "clock" | "settings">;

/** Requests of this process that wait out a session's second, by what they write to and by session. */
const waiters = new WeakMap<Projector, Map<string, Promise<void>>>();

/** Writes the session's document; at once when it has ended, when a gate opened or closed, or when `urgent` says so. */
export async function projectSession(ports: Ports, schedule: Schedule, urgent: boolean): Promise<void> {
  const isNow = urgent || !isLive(schedule.state);
  const interval = isNow ? 0 : ports.settings.timings.projectionMs;
  const written = await ports.projector.writeSession(await sessionDocument(ports, schedule), interval);
  if (written.kind === "early") await projectLater(ports, schedule.sessionId, written.waitMs);
}

/** Waits, then writes what is newest by then. Whoever comes while another request of this process waits, shares its wait. */
async function projectLater(ports: Ports, sessionId: string, waitMs: number): Promise<void> {
  const waiting = waiters.get(ports.projector) ?? new Map<string, Promise<void>>();
  waiters.set(ports.projector, waiting);
  const shared = waiting.get(sessionId);
  if (shared !== undefined) return shared;
  const write = async () => {
    await ports.clock.sleep(waitMs);
    // From here on the schedule is read: a later change needs a wait of its own.
    waiting.delete(sessionId);
    const newest = await ports.schedules.read(sessionId);
    if (newest !== undefined) await projectSession(ports, newest, false);
  };
  const own = write();
  waiting.set(sessionId, own);
  return own;
}

async function sessionDocument(ports: Ports, schedule: Schedule) {
  if (schedule.state.status !== "completed") return clientSession(schedule, undefined);
  const records = await readViews(ports, schedule, ["finish"]);
  return clientSession(schedule, records.get("finish"));
}

/** Writes the page and phase documents that some steps show in. */
export async function projectSteps(
  ports: Ports,
  schedule: Schedule,
  steps: readonly string[],
): Promise<void> {
  const pages = new Set<number>();
  const phases = new Set<PhaseName>();
  if (steps.includes("plot")) {
    await removePages(ports, schedule);
    for (const page of madePages(schedule)) pages.add(page);
  }
  for (const step of steps) {
    const ref = parseStepId(step);
    if (ref.of === "page" || ref.of === "panel") pages.add(ref.page);
    else phases.add(ref.phase);
  }
  await Promise.all([
    ...[...pages].map((page) => projectPage(ports, schedule, page)),
    projectPhases(ports, schedule, phases),
  ]);
}

/** Pages that the book does not have any more go; the session's document says first that they do. */
async function removePages(ports: Ports, schedule: Schedule): Promise<void> {
  await projectSession(ports, schedule, true);
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

async function projectPage(ports: Ports, schedule: Schedule, page: number): Promise<void> {
  const records = await readViews(ports, schedule, stepsOfPage(schedule, page));
  await ports.projector.writePage(schedule.sessionId, clientPage(schedule, page, records));
}

export async function projectPhases(
  ports: Ports,
  schedule: Schedule,
  phases: Iterable<PhaseName>,
): Promise<void> {
  const writes = [...phases].map(async (phase) => {
    const records = await readViews(ports, schedule, stepsOfPhaseDocument(schedule, phase));
    await ports.projector.writePhase(schedule.sessionId, clientPhase(schedule, phase, records));
  });
  await Promise.all(writes);
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
