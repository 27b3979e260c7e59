// The effect of parked steps on their session: its deadline does not run while their pictures are made in vendors' batches, and parked
// steps that are no longer wanted are checked soon. Pure.
import { currentInput } from "./graph.ts";
import { isLive, type Schedule } from "./schedule.ts";

/** Whether a step is parked, so that the session's deadline does not run. */
export const hasParked = ({ inFlight }: Pick<Schedule, "inFlight">): boolean =>
  Object.values(inFlight).some(({ parkedSince }) => parkedSince !== undefined);

/** Parked steps that are no longer wanted are due at once: their batches are to be ended. */
export function withUnwantedSoon(schedule: Schedule, now: number): Schedule {
  const unwanted = Object.entries(schedule.inFlight).filter(
    ([step, { parkedSince, input, checkAt }]) =>
      parkedSince !== undefined &&
      checkAt > now + SOON_MS &&
      !(isLive(schedule.state) && currentInput(schedule, step) === input),
  );
  if (unwanted.length === 0) return schedule;
  const soon = unwanted.map(([step, flight]) => [step, { ...flight, checkAt: now + SOON_MS }] as const);
  return { ...schedule, inFlight: { ...schedule.inFlight, ...Object.fromEntries(soon) } };
}

const SOON_MS = 1_000;

/**
 * Delays the deadline by the time for which it did not run: while a gate was open, or a step was parked. `before`: the schedule before the
 * change.
 */
export function withStandstill(after: Schedule, before: Schedule, now: number): Schedule {
  const { parkedSince, ...rest } = after;
  const openedAt = before.state.status === "waiting" ? before.state.since : undefined;
  const gateSince = after.state.status === "waiting" ? after.state.since : undefined;
  const isOpen = gateSince !== undefined;
  if (hasParked(after)) {
    // A gate that closes in this change was open since before it.
    const since = isOpen ? parkedSince : earlier(parkedSince, openedAt);
    return { ...after, parkedSince: since ?? now };
  }
  if (isOpen) {
    const untilGate = Math.max(0, gateSince - (parkedSince ?? gateSince));
    return { ...rest, deadlineAt: after.deadlineAt + untilGate };
  }
  const since = earlier(parkedSince, openedAt);
  return since === undefined ? after : { ...rest, deadlineAt: after.deadlineAt + now - since };
}

const earlier = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
