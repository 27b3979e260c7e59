// The slot of a claimed picture step. While its finished picture is checked, the step gives its slot back; it takes one again before the
// picture is repaired. It keeps its claim throughout. Deciders, and the functions that call them.
import { advance } from "./advance.ts";
import { type Held, isHeld } from "./claim.ts";
import { BusyError, OutOfTimeError } from "./errors.ts";
import type { ModelCall } from "./phase.ts";
import type { Moved } from "./rest.ts";
import { isLive, type Schedule } from "./schedule.ts";
import type { Change, Seen } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import type { Settings } from "./settings.ts";
import { hasRoom } from "./slot-pools.ts";

/** `held`: the step has a slot. `full`: other steps have all slots. `lost`: the claim is no longer valid. */
export type SlotState = "held" | "returned" | "full" | "lost";

export interface SlotMoved extends Moved {
  slot: SlotState;
}

type SlotClaim = Held & { step: string };

/** Gives back the slot of a claim, so that another picture may be made meanwhile. */
export function planReturnSlot(current: Seen, claim: SlotClaim, settings: Settings): Change<SlotMoved> {
  const flight = flightOf(current, claim);
  if (flight === undefined) return stay(current, "lost");
  if (flight.slot === "returned") return stay(current, "returned");
  return moved(current, claim, { settings, slot: "returned" });
}

/**
 * Takes a slot for a claim that gave its own back; where none is free, no step of its pool is released until it has one. A claim that holds
 * a slot keeps it.
 */
export function planTakeSlot(current: Seen, claim: SlotClaim, settings: Settings): Change<SlotMoved> {
  const flight = flightOf(current, claim);
  if (flight === undefined) return stay(current, "lost");
  if (flight.slot === undefined) return stay(current, "held");
  if (hasRoom(current.schedule, claim.step, settings.limits)) {
    return moved(current, claim, { settings, slot: "held" });
  }
  if (flight.slot === "wanted") return stay(current, "full");
  return moved(current, claim, { settings, slot: "full" });
}

/** Undefined where the claim is not the last one of a release in flight of a live session. */
function flightOf({ schedule, record }: Seen, claim: SlotClaim) {
  const flight = schedule.inFlight[claim.step];
  const counts = isLive(schedule.state) && isHeld(record, claim) && flight?.release === claim.release;
  return counts ? flight : undefined;
}

const stay = ({ schedule }: Seen, slot: SlotState): Change<SlotMoved> => ({
  value: { slot, before: schedule, after: schedule, released: [] },
});

function moved(
  { schedule, now }: Seen,
  { step }: SlotClaim,
  { settings, slot }: { settings: Settings; slot: "held" | "returned" | "full" },
): Change<SlotMoved> {
  const changed = withSlot(schedule, step, slot === "full" ? "wanted" : slot);
  const { schedule: after, released } = advance(changed, { now, by: step, settings });
  return { schedule: after, value: { slot, before: schedule, after, released } };
}

function withSlot(schedule: Schedule, step: string, slot: "held" | "returned" | "wanted"): Schedule {
  const { [step]: flight, ...others } = schedule.inFlight;
  if (flight === undefined) return schedule;
  const { slot: _, ...rest } = flight;
  return { ...schedule, inFlight: { ...others, [step]: slot === "held" ? rest : { ...rest, slot } } };
}

export interface StepSlotParts extends Pick<Services, "schedules" | "clock" | "settings"> {
  sessionId: string;
  claim: SlotClaim;
  /** Whether the claim is the first of its release, which has a slot. For a later claim the store is read. */
  isFirst: boolean;
  signal: AbortSignal;
  /** Milliseconds until the step's deadline. */
  leftMs(): number;
  /** Aborts the signal unless the session still wants the work and the claim is still valid. */
  look(): Promise<void>;
  /** Aborts the signal. */
  lose(): void;
  /** Called with each change of the schedule, so that it is published and shown. */
  onMoved(moved: Moved): void;
  /** Called where it is unknown whether a change was made, and which steps it released. */
  onUnsure(): void;
}

export interface StepSlot {
  /**
   * Makes a call with the slot that it needs: a `slotless` call runs without a slot while no other call of the claim needs it, and every
   * other call waits until it has one. Throws what `make` throws, the signal's reason where it was aborted meanwhile, `OutOfTimeError`
   * where the step's time no longer suffices for the call, and what the store throws.
   */
  around<T>(call: SlotCall, make: () => Promise<T>): Promise<T>;
}

type SlotCall = Pick<ModelCall<unknown>, "slotless" | "model" | "mayTakeMs">;

/** Waits for a slot double up to the wait after a busy model. */
const FIRST_WAIT_MS = 250;

export function openStepSlot(parts: StepSlotParts): StepSlot {
  const { schedules, clock, settings, sessionId, claim, signal } = parts;
  let isHere: boolean | undefined = parts.isFirst || undefined;
  /** Calls under way that need the slot. */
  let needed = 0;
  /** Changes of the slot come one after another. */
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work);
    turn = next.catch(() => {});
    return next;
  }

  async function move(decide: typeof planTakeSlot): Promise<SlotState> {
    isHere = undefined;
    const change = await schedules
      .update(sessionId, claim.step, (current) => decide(current, claim, settings))
      .catch((error: unknown) => {
        if (error instanceof BusyError) parts.onUnsure();
        throw error;
      });
    if (change.after !== change.before) parts.onMoved(change);
    if (change.slot === "lost") parts.lose();
    signal.throwIfAborted();
    isHere = change.slot === "held";
    return change.slot;
  }

  async function giveBack(): Promise<void> {
    if (needed > 0 || isHere === false) return;
    try {
      await move(planReturnSlot);
    } catch (error) {
      // A store that is down does not stop the check of a paid picture: the slot is kept meanwhile.
      if (!(error instanceof BusyError)) throw error;
    }
  }

  async function takeAgain({ model, mayTakeMs = 0 }: SlotCall): Promise<void> {
    if (isHere) return;
    for (let waitMs = FIRST_WAIT_MS; (await move(planTakeSlot)) === "full"; waitMs *= 2) {
      const leftMs = parts.leftMs();
      if (leftMs < mayTakeMs) throw new OutOfTimeError(model, { leftMs, mayTakeMs });
      await clock.sleep(Math.min(waitMs, settings.timings.busyMs), signal);
      signal.throwIfAborted();
    }
    // The session may have ended while the call waited.
    await parts.look();
    signal.throwIfAborted();
  }

  return {
    async around(call, make) {
      if (call.slotless) {
        await inTurn(giveBack);
        return make();
      }
      needed += 1;
      try {
        await inTurn(() => takeAgain(call));
        return await make();
      } finally {
        needed -= 1;
      }
    },
  };
}
