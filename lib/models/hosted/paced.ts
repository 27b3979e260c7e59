// A hosted model that takes a place in its window before each request, and holds everybody back after a 429.
// Nobody waits here for a question's first request: while there is no place yet, the step is busy, and its place is kept meanwhile.
// It rests without a slot, comes back when the place is due, asks the same question, and leaves at once.
import { createHash } from "node:crypto";
import { type Clock, systemClock } from "../../pipeline/clock.ts";
import { BusyError } from "../../pipeline/errors.ts";
import { PLACE_MS, type Quota, type QuotaWindow } from "../quota.ts";
import type { HostedModel, Question } from "./model.ts";

/** How long to hold back after a 429 that names no time. */
const HOLD_BACK_MS = 5_000;

export interface Pace {
  quota: Quota;
  window: QuotaWindow;
  clock?: Clock;
  /** From 0 up to 1. */
  random?: () => number;
}

export function pacedModel(
  model: HostedModel,
  { quota, window, clock = systemClock, random = Math.random }: Pace,
): HostedModel {
  /** Returns when a request may leave. Throws `BusyError` with the time to come again. */
  async function takePlace(question: Question): Promise<void> {
    const asker = { question: nameOf(question), aheadMs: window.windowMs };
    for (;;) {
      const askedAt = clock.now();
      const place = await quota.take(window, asker);
      if (place.kind === "now") {
        if (clock.now() - askedAt + place.agoMs <= PLACE_MS) return;
        continue;
      }
      // Those for whom no place is kept should not all come back at the same moment.
      const waitMs = place.kind === "kept" ? place.inMs : place.inMs + random() * window.windowMs;
      throw new BusyError(`${model.id} has ${window.limit} requests a minute, and they are taken`, waitMs);
    }
  }

  return {
    id: model.id,
    async ask(question, signal) {
      await takePlace(question);
      try {
        return await model.ask(question, signal);
      } catch (error) {
        if (!(error instanceof BusyError)) throw error;
        // Longer by a part that chance decides, so that we and others who were sent away do not come back together.
        await quota.holdBack(window, (error.retryAfterMs || HOLD_BACK_MS) * (1 + random() / 4));
        throw error;
      }
    },
  };
}

/** The same for the same question, in every process. */
function nameOf({ system, turns, wanted, seed }: Question): string {
  const hash = createHash("sha256").update(JSON.stringify([system, wanted, seed]));
  for (const { role, parts } of turns) {
    hash.update(role);
    for (const part of parts) hash.update("text" in part ? part.text : part.bytes).update("\0");
  }
  return hash.digest("base64url").slice(0, 22);
}
