// A hosted model that takes a place in its rate-limit window before each request, and backs off after 429 and 503.
// Nobody waits here: while there is no place, the step is busy and its place is kept. The step rests without a slot, comes back when
// the place is due, finds what was answered before in the memo, and asks the same question again. A 429 holds back everybody who
// shares the window; a 503 is about the model's load, and backs off this process alone.
import { createHash } from "node:crypto";
import { type Clock, systemClock } from "../../pipeline/clock.ts";
import { BusyError } from "../../pipeline/errors.ts";
import { type Quota, type QuotaWindow, SLOT_VALID_MS } from "../quota.ts";
import { OverloadedError } from "./failures.ts";
import type { BatchQuestion, HostedModel, Question } from "./model.ts";

/** The wait after the first 429 or 503 in a row; it doubles with each further one, up to the longest. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 120_000;

export interface RateLimit {
  quota: Quota;
  window: QuotaWindow;
  /** Multiplies the waits after 429 and 503. Default: 1; less where the vendor's minute is shorter, as a local server's can be. */
  waitFactor?: number;
  clock?: Clock;
  /** From 0 up to 1. */
  random?: () => number;
}

export function rateLimitedModel(
  model: HostedModel,
  { quota, window, waitFactor = 1, clock = systemClock, random = Math.random }: RateLimit,
): HostedModel {
  /** Returns when a request may leave. Throws `BusyError` with the time to come again. */
  async function takePlace(question: Question): Promise<void> {
    for (;;) {
      const askedAt = clock.now();
      const place = await quota.take(window, askerOf(question));
      if (place.kind === "now") {
        if (clock.now() - askedAt + place.agoMs <= SLOT_VALID_MS) return;
        continue;
      }
      // Those for whom no place is kept should not all come back at the same moment.
      const waitMs = place.kind === "kept" ? place.inMs : place.inMs + random() * window.windowMs;
      throw new BusyError(`${model.id} has ${window.limit} requests a minute, and they are taken`, waitMs);
    }
  }

  const askerOf = (question: Question) => ({ question: nameOf(question), aheadMs: window.windowMs });

  let inARow = 0;
  let waitsUntil = Number.NEGATIVE_INFINITY;

  /** Requests that were under way together fail together: they count as one failure. */
  function nextWaitMs(): number {
    const now = clock.now();
    if (now >= waitsUntil) {
      const doubled = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** inARow) * waitFactor;
      inARow += 1;
      // Longer by a part that chance decides, so that we and others who were sent away do not come back together.
      waitsUntil = now + doubled * (1 + random() / 4);
    }
    return waitsUntil - now;
  }

  return {
    id: model.id,
    slow: model.slow,
    ...(model.batch && { batch: (order, signal) => batchOf(model, order, signal) }),
    async ask(question, signal, progress) {
      await takePlace(question);
      try {
        const reply = await model.ask(question, signal, progress);
        inARow = 0;
        return reply;
      } catch (error) {
        if (!(error instanceof BusyError)) throw error;
        const waitMs = Math.max(nextWaitMs(), error.retryAfterMs ?? 0);
        const { message } = error;
        if (error instanceof OverloadedError) throw new OverloadedError(message, waitMs, { cause: error });
        await quota.holdBack(window, waitMs);
        // The place after the wait is kept, so that everybody who was sent away does not come back at the same moment.
        const place = await quota.take(window, askerOf(question));
        throw new BusyError(message, place.kind === "kept" ? place.inMs : waitMs, { cause: error });
      }
    },
  };
}

/** Batches have a window of their own at the vendor. Who has too many comes again, and does not keep a slot meanwhile. */
async function batchOf(model: HostedModel, order: BatchQuestion, signal: AbortSignal) {
  if (model.batch === undefined) throw new RangeError(`${model.id} has no batches`);
  try {
    return await model.batch(order, signal);
  } catch (error) {
    if (!(error instanceof BusyError) || error.retryAfterMs !== undefined) throw error;
    throw new BusyError(error.message, LONGEST_WAIT_MS, { cause: error });
  }
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
