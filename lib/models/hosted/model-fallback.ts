// Fallback between models: the next model is asked if one is gone, or if it is overloaded or unanswered twice.
import { type Clock, systemClock } from "../../pipeline/clock.ts";
import { TerminalError } from "../../pipeline/errors.ts";
import type { CallContext } from "../call-context.ts";
import { OverloadedError, UnansweredError } from "./failures.ts";

/** Pause between the two tries of a model that has a fallback. */
const PAUSE_MS = 5_000;
/** Error codes that say that this model stays unavailable, while another may work. */
const LASTING = new Set(["model-gone", "model-key", "model-access"]);

interface Asking {
  /** Gets a notice for each fallback. */
  context: Pick<CallContext, "signal" | "note">;
  clock?: Clock;
}

/**
 * Runs a task with the first model that can do it, and returns which one that was. Rethrows the last model's error, and any error that
 * is not about the model.
 */
export async function withFallback<Model extends { id: string }, T>(
  models: readonly Model[],
  { context, clock = systemClock }: Asking,
  task: (model: Model) => Promise<T>,
): Promise<{ made: T; by: Model }> {
  for (const [index, model] of models.entries()) {
    const next = models[index + 1];
    if (next === undefined) return { made: await task(model), by: model };
    try {
      return { made: await retryOnce(() => task(model), { context, clock }), by: model };
    } catch (error) {
      context.signal.throwIfAborted();
      const isLasting = error instanceof TerminalError && LASTING.has(error.code);
      if (!isLasting && !isTransient(error)) throw error;
      context.note(`${next.id} stands in for ${model.id}: ${error.message}`);
    }
  }
  throw new RangeError("there must be a model to ask");
}

async function retryOnce<T>(task: () => Promise<T>, { context, clock }: Required<Asking>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!isTransient(error) || context.signal.aborted) throw error;
    await clock.sleep(PAUSE_MS, context.signal);
    context.signal.throwIfAborted();
    return task();
  }
}

/** Unanswered or overloaded: another model may answer. */
const isTransient = (error: unknown) => error instanceof UnansweredError || error instanceof OverloadedError;
