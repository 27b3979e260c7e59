// A hosted model that takes a slot in its rate-limit window before each request, and backs off after 429 and 503.
// It never waits: without a slot it throws `BusyError`, and a ticket is kept. The step is put back, runs again when its ticket is due, gets
// its earlier answers from the memo and asks the same question again. A 429 blocks the shared window; a 503 is about the model's load, so
// only this process backs off.
import { createHash } from "node:crypto";
import { type Clock, systemClock } from "../../pipeline/clock.ts";
import { BusyError } from "../../pipeline/errors.ts";
import { type Payer, type QuotaWindow, SLOT_VALID_MS } from "../fair-window.ts";
import type { Quota } from "../quota.ts";
import { OverloadedError } from "./failures.ts";
import type { BatchQuestion, HostedModel, Question } from "./model.ts";

/** Backoff after the first 429 or 503 in a row. It doubles with each further one, up to `LONGEST_WAIT_MS`. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 120_000;

export interface RateLimit {
  quota: Quota;
  window: QuotaWindow;
  /** Factor on the backoff. Default: 1. Lower for servers with a shorter quota window, such as a local one. */
  waitFactor?: number;
  clock?: Clock;
  /** A number from 0 (included) to 1 (excluded). */
  random?: () => number;
}

/** Requests outside of a session, such as a check of the service, count as one owner's. */
const NOBODY: Payer = { owner: "", session: "" };

export function rateLimitedModel(
  model: HostedModel,
  { quota, window, waitFactor = 1, clock = systemClock, random = Math.random }: RateLimit,
): HostedModel {
  /** Resolves if a request may be sent now. Otherwise throws `BusyError` with the time to retry after. */
  async function takeSlot(question: Question): Promise<void> {
    for (;;) {
      const askedAt = clock.now();
      const slot = await quota.take(window, slotRequestOf(question));
      if (slot.kind === "now") {
        if (clock.now() - askedAt + slot.agoMs <= SLOT_VALID_MS) return;
        continue;
      }
      // Jitter: callers without a reservation should not all retry at the same moment.
      const waitMs = slot.kind === "kept" ? slot.inMs : slot.inMs + random() * window.windowMs;
      throw new BusyError(`${model.id} allows ${window.limit} requests a minute, and all are used`, waitMs);
    }
  }

  const slotRequestOf = (question: Question) => ({
    ...(question.payer ?? NOBODY),
    ...{ question: nameOf(question), aheadMs: window.windowMs },
  });

  let inARow = 0;
  let waitsUntil = Number.NEGATIVE_INFINITY;

  /** Concurrent requests fail together, so failures within one backoff count as one. */
  function nextWaitMs(): number {
    const now = clock.now();
    if (now >= waitsUntil) {
      const doubled = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** inARow) * waitFactor;
      inARow += 1;
      // Jitter of up to a quarter, so that processes do not retry together.
      waitsUntil = now + doubled * (1 + random() / 4);
    }
    return waitsUntil - now;
  }

  return {
    id: model.id,
    slow: model.slow,
    ...(model.batch && { batch: (order, signal) => batchOf(model, order, signal) }),
    async ask(question, signal, progress) {
      await takeSlot(question);
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
        // Reserves a slot after the backoff, so that callers do not all retry at the same moment.
        const slot = await quota.take(window, slotRequestOf(question));
        throw new BusyError(message, slot.kind === "kept" ? slot.inMs : waitMs, { cause: error });
      }
    },
  };
}

/** Batches have their own quota at the vendor. A step that exceeds it is busy, and reserves no slot. */
async function batchOf(model: HostedModel, order: BatchQuestion, signal: AbortSignal) {
  if (model.batch === undefined) throw new RangeError(`${model.id} has no batches`);
  try {
    return await model.batch(order, signal);
  } catch (error) {
    if (!(error instanceof BusyError) || error.retryAfterMs !== undefined) throw error;
    throw new BusyError(error.message, LONGEST_WAIT_MS, { cause: error });
  }
}

/** A key that is equal for equal questions in every process. */
function nameOf({ system, turns, wanted, seed }: Question): string {
  const hash = createHash("sha256").update(JSON.stringify([system, wanted, seed]));
  for (const { role, parts } of turns) {
    hash.update(role);
    for (const part of parts) hash.update("text" in part ? part.text : part.bytes).update("\0");
  }
  return hash.digest("base64url").slice(0, 22);
}
