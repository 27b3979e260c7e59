// Brings the documents of clients up to date, at most once a second for a session, and never leaves the last change out:
// whoever comes too early waits out the second and writes what is newest by then.
import { openGates } from "./graph.ts";
import { clientPage, clientPhase, clientSession, stepsOfPage, stepsOfPhaseDocument } from "./projection.ts";
import { isLive, type Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { PHASES, type PhaseName, parseStepId } from "./step-id.ts";

type Ports = Pick<Services, "schedules" | "projector" | "clock" | "settings">;

/** Writes the session's document; at once when it has ended, when a gate opened or closed, or when `urgent` says so. */
export async function projectSession(ports: Ports, schedule: Schedule, urgent: boolean): Promise<void> {
  let newest = schedule;
  for (;;) {
    const isNow = urgent || !isLive(newest.state);
    const interval = isNow ? 0 : ports.settings.timings.projectionMs;
    const written = await ports.projector.writeSession(await sessionDocument(ports, newest), interval);
    if (written.kind !== "early") return;
    await ports.clock.sleep(written.waitMs);
    const again = await ports.schedules.read(schedule.sessionId);
    if (again === undefined) return;
    newest = again;
  }
}

async function sessionDocument({ schedules }: Ports, schedule: Schedule) {
  if (schedule.state.status !== "completed") return clientSession(schedule, undefined);
  const records = await schedules.readSteps(schedule.sessionId, ["finish"]);
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

async function projectPage({ schedules, projector }: Ports, schedule: Schedule, page: number): Promise<void> {
  const records = await schedules.readSteps(schedule.sessionId, stepsOfPage(schedule, page));
  await projector.writePage(schedule.sessionId, clientPage(schedule, page, records));
}

export async function projectPhases(
  { schedules, projector }: Ports,
  schedule: Schedule,
  phases: Iterable<PhaseName>,
): Promise<void> {
  const writes = [...phases].map(async (phase) => {
    const records = await schedules.readSteps(schedule.sessionId, stepsOfPhaseDocument(schedule, phase));
    await projector.writePhase(schedule.sessionId, clientPhase(schedule, phase, records));
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
  return openGates(before).join() !== openGates(after).join();
}

/** Phases whose documents changed as a whole: they became complete, or their gate moved. */
export function turnedPhases({ before, after }: Turn): PhaseName[] {
  return PHASES.filter(
    (phase) =>
      before.gates[phase] !== after.gates[phase] ||
      before.times[phase]?.endedAt !== after.times[phase]?.endedAt,
  );
}
