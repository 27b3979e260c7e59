// A hosted model that takes a place in its window before each request, and holds everybody back after a 429.
// Waiting happens before the call: what is not asked yet is not paid, and a longer wait gives the step back as busy.
import { type Clock, systemClock } from "../../pipeline/clock.ts";
import { BusyError } from "../../pipeline/errors.ts";
import type { Quota, QuotaWindow } from "../quota.ts";
import type { HostedModel, Reply } from "./model.ts";

/** The longest wait for a place that stays inside the call. */
const PATIENCE_MS = 5_000;
/** The same where the step has paid for something already. */
const LONG_PATIENCE_MS = 180_000;
/** How long to hold back after a 429 that names no time. */
const HOLD_BACK_MS = 5_000;
/** 429s in a row that a patient question waits out. */
const PATIENT_TRIES = 6;
/** A request that leaves later than this after its place needs a new one: it would count into a later window. */
export const PLACE_MS = 5_000;

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
  async function awaitPlace(patienceMs: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const askedAt = clock.now();
      const { granted, waitMs } = await quota.take(window, patienceMs);
      if (!granted) {
        const message = `${model.id} has ${window.limit} requests a minute, and they are taken`;
        // It comes back when the wait has become a short one.
        throw new BusyError(message, Math.max(0, waitMs - PATIENCE_MS));
      }
      await clock.sleep(waitMs, signal);
      signal.throwIfAborted();
      if (clock.now() - (askedAt + waitMs) <= PLACE_MS) return;
    }
  }

  async function askOnce(question: Parameters<HostedModel["ask"]>[0], signal: AbortSignal): Promise<Reply> {
    await awaitPlace(question.patient === true ? LONG_PATIENCE_MS : PATIENCE_MS, signal);
    try {
      return await model.ask(question, signal);
    } catch (error) {
      if (error instanceof BusyError) {
        // Longer by a part that chance decides, so that we and others who were sent away do not come back together.
        await quota.holdBack(window, (error.retryAfterMs ?? HOLD_BACK_MS) * (1 + random() / 4));
      }
      throw error;
    }
  }

  return {
    id: model.id,
    async ask(question, signal) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await askOnce(question, signal);
        } catch (error) {
          const waits = question.patient === true && tries < PATIENT_TRIES && error instanceof BusyError;
          if (!waits) throw error;
        }
      }
    },
  };
}
