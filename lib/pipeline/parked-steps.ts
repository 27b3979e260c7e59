// A parked step: its picture is made in a vendor's batch, which takes up to a day. The step has no lease and no slot, and its session's
// deadline does not run. The sweep publishes its message at intervals; the runner that gets it asks the vendor, and once the batch is over
// lets the step rest until there is a slot, so that it continues as any other. Pure deciders.
import { type GiveBack, planGiveBack } from "./claim.ts";
import { type Moved, type Rested, withFlight } from "./rest.ts";
import { isLive, type Schedule } from "./schedule.ts";
import type { Change } from "./schedule-store.ts";
import type { Settings } from "./settings.ts";
import type { StepRecord } from "./step-record.ts";

/** Gives a claim back, with the step's slot, until its batch is over. */
export function planPark(
  { schedule, record, now }: { schedule: Schedule; record: StepRecord | undefined; now: number },
  { step, ...back }: GiveBack & { step: string },
  settings: Settings,
): Change<Rested> {
  const { step: given, value } = planGiveBack(record, back, now);
  const flight = schedule.inFlight[step];
  const stay = { back: value, before: schedule, after: schedule, released: [] };
  if (given === undefined) return { value: stay };
  if (flight?.release !== back.release || !isLive(schedule.state)) return { step: given, value: stay };
  const checkAt = now + settings.timings.batchLookMs;
  const { slot: _, ...parked } = flight;
  const moved = withFlight(
    schedule,
    { step, flight: { ...parked, parkedSince: now, checkAt }, now },
    settings,
  );
  return { schedule: moved.after, step: given, value: { back: value, ...moved } };
}

/** Changes a parked step to a resting one, which takes the next free slot. */
export function planUnpark(
  { schedule, now }: { schedule: Schedule; now: number },
  { step, release }: { step: string; release: number },
  settings: Settings,
): Change<Moved> {
  const flight = schedule.inFlight[step];
  const stay = { before: schedule, after: schedule, released: [] };
  if (flight?.parkedSince === undefined || flight.release !== release) return { value: stay };
  const { parkedSince: _, ...resting } = flight;
  const checkAt = now + settings.timings.unclaimedMs;
  const moved = withFlight(
    schedule,
    { step, flight: { ...resting, restsUntil: now, checkAt }, now },
    settings,
  );
  return { schedule: moved.after, value: moved };
}
