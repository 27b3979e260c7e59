// A step whose model is overloaded rests: it returns its slot until the time stated by the model, and takes one again before it is claimed
// again. The model keeps a slot in its window for that time, so the step continues exactly then, and finds a slot: while it rests, no other
// step of its pool is released, because it would wait for the same model. Pure deciders.
import { type Advanced, advance } from "./advance.ts";
import { type GiveBack, type GivenBack, planGiveBack } from "./claim.ts";
import { type Flight, isLive, type Schedule } from "./schedule.ts";
import type { Change } from "./schedule-store.ts";
import type { Settings } from "./settings.ts";
import { hasRoom } from "./slot-pools.ts";
import type { StepRecord } from "./step-record.ts";

/** The change besides its own purpose, to be published and shown. */
export interface Moved {
  before: Schedule;
  after: Schedule;
  released: Advanced["released"];
}

export interface Rested extends Moved {
  back: GivenBack;
}

export interface Resumed extends Moved {
  /** How long to wait before asking again; 0 when the step holds a slot, or rests no more. */
  leftMs: number;
}

/** The schedule with a step's new flight, and with the steps that it makes room for. */
export function withFlight(
  before: Schedule,
  { step, flight, now }: { step: string; flight: Flight; now: number },
  settings: Settings,
): Moved {
  const inFlight = { ...before.inFlight, [step]: flight };
  const { schedule: after, released } = advance({ ...before, inFlight }, { now, by: step, settings });
  return { before, after, released };
}

/** Gives a busy claim back, with the step's slot. */
export function planRest(
  { schedule, record, now }: { schedule: Schedule; record: StepRecord | undefined; now: number },
  { step, ...back }: GiveBack & { step: string },
  settings: Settings,
): Change<Rested> {
  const { step: given, value } = planGiveBack(record, back, now);
  const flight = schedule.inFlight[step];
  const stay = { back: value, before: schedule, after: schedule, released: [] };
  if (given === undefined) return { value: stay };
  if (given.notBefore === null || flight?.release !== back.release || !isLive(schedule.state)) {
    return { step: given, value: stay };
  }
  const { slot: _, ...rests } = flight;
  const resting = { ...rests, restsUntil: given.notBefore };
  const moved = withFlight(schedule, { step, flight: resting, now }, settings);
  return { schedule: moved.after, step: given, value: { back: value, ...moved } };
}

/** Takes a slot for a step that has rested long enough. */
export function planResume(
  { schedule, now }: { schedule: Schedule; now: number },
  { step, release }: { step: string; release: number },
  settings: Settings,
): Change<Resumed> {
  const stay = (leftMs: number): Change<Resumed> => ({
    value: { leftMs, before: schedule, after: schedule, released: [] },
  });
  const flight = schedule.inFlight[step];
  if (flight?.restsUntil === undefined || flight.release !== release) return stay(0);
  const { restsUntil, ...awake } = flight;
  if (restsUntil > now) return stay(restsUntil - now);
  if (!hasRoom(schedule, step, settings.limits)) return stay(settings.timings.busyMs);
  const claimable = { ...awake, checkAt: now + settings.timings.unclaimedMs };
  const moved = withFlight(schedule, { step, flight: claimable, now }, settings);
  return { schedule: moved.after, value: { leftMs: 0, ...moved } };
}
