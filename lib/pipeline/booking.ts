// Copies costs from the ledger to the deciding documents and the clients' documents: reservations of dead workers, and unspent money of
// ended sessions.
import type { Booked } from "./ledger.ts";
import { project } from "./project.ts";
import { planBooked, type Recorded } from "./record.ts";
import { isLive, type Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";

type Ports = Pick<Services, "ledger" | "schedules" | "blobs" | "projector" | "clock" | "settings">;

/** Counts what claims of a step below a fence left reserved as spent in full. Throws `BusyError` when a store is down. */
export async function bookLapsed(
  ports: Ports,
  claims: Parameters<Services["ledger"]["close"]>[0],
): Promise<void> {
  const booked = await ports.ledger.close(claims);
  await count(ports, claims.sessionId, { ...booked, belowFence: claims.belowFence });
}

/** After an exit that no worker recorded: the last worker may have died during a paid call. */
export async function bookLeft(
  ports: Ports,
  { kind, after, record }: Pick<Recorded, "kind" | "after" | "record">,
): Promise<void> {
  if (kind === "refused" || kind === "repeated") return;
  const { step, fence, settledFence } = record;
  if (settledFence !== null || fence === 0) return;
  await bookLapsed(ports, { sessionId: after.sessionId, step, belowFence: fence + 1 });
}

/** Called once nothing of an ended session is in flight. Gives whether its cost, and so its schedule, changed. */
export async function bookRest(ports: Ports, schedule: Schedule): Promise<boolean> {
  if (!isOver(schedule)) return false;
  let changed = false;
  for (const booked of await ports.ledger.rest(schedule.sessionId, schedule.costMicros)) {
    changed = (await count(ports, schedule.sessionId, booked)) || changed;
  }
  return changed;
}

export function isOver({ state, inFlight }: Schedule): boolean {
  return !isLive(state) && Object.keys(inFlight).length === 0;
}

interface Closed extends Booked {
  /** All claims below this fence are closed. */
  belowFence?: number;
}

async function count(ports: Ports, sessionId: string, closed: Closed): Promise<boolean> {
  const { step, byFence, belowFence } = closed;
  if (Object.keys(byFence).length === 0 && belowFence === undefined) return false;
  const dearer = await ports.schedules.update(sessionId, step, (current) =>
    planBooked(current, closed, ports.settings),
  );
  if (dearer === undefined) return false;
  await project(ports, dearer, { urgent: false });
  return true;
}
