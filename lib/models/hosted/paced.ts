// A hosted model that takes a place in its window before each request, and holds everybody back after a 429.
// Nobody waits here for a question's first request: while there is no place yet, the step is busy, and its place is kept meanwhile.
// It rests without a slot, comes back when the place is due, asks the same question, and leaves at once.
import { createHash } from "node:crypto";
import { type Clock, systemClock } from "../../pipeline/clock.ts";
import { BusyError } from "../../pipeline/errors.ts";
import { PLACE_MS, type Quota, type QuotaWindow } from "../quota.ts";
import type { HostedModel, Question } from "./model.ts";

/** How long a patient question waits for a place; it is also so far ahead that a place is kept for it. */
const PATIENCE_MS = 180_000;
/** How long to hold back after a 429 that names no time. */
const HOLD_BACK_MS = 5_000;
/** 429s in a row that a patient question waits out. */
const PATIENT_TRIES = 6;

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
  async function awaitPlace(question: Question, signal: AbortSignal, refusal?: BusyError): Promise<void> {
    const isPatient = question.patient === true;
    const patienceEnds = clock.now() + PATIENCE_MS;
    const asker = { question: nameOf(question), aheadMs: isPatient ? PATIENCE_MS : window.windowMs };
    for (;;) {
      const askedAt = clock.now();
      const place = await quota.take(window, asker);
      if (place.kind === "now") {
        if (clock.now() - askedAt + place.agoMs <= PLACE_MS) return;
        continue;
      }
      // Those for whom no place is kept should not all come back at the same moment.
      const waitMs = place.kind === "kept" ? place.inMs : place.inMs + random() * window.windowMs;
      if (!isPatient || clock.now() + waitMs > patienceEnds) {
        const full = `${model.id} has ${window.limit} requests a minute, and they are taken`;
        throw new BusyError(refusal?.message ?? full, waitMs, { cause: refusal });
      }
      await clock.sleep(waitMs, signal);
      signal.throwIfAborted();
    }
  }

  return {
    id: model.id,
    async ask(question, signal) {
      let refusal: BusyError | undefined;
      for (let tries = 1; ; tries += 1) {
        await awaitPlace(question, signal, refusal);
        try {
          return await model.ask(question, signal);
        } catch (error) {
          if (!(error instanceof BusyError)) throw error;
          refusal = error;
          // Longer by a part that chance decides, so that we and others who were sent away do not come back together.
          await quota.holdBack(window, (error.retryAfterMs || HOLD_BACK_MS) * (1 + random() / 4));
          if (tries === PATIENT_TRIES) throw error;
        }
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
