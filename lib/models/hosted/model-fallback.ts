// The order of models that stand in for each other: the next one is asked where one is gone, is overloaded twice or
// does not answer twice.
import { type Clock, systemClock } from "../../pipeline/clock.ts";
import { TerminalError } from "../../pipeline/errors.ts";
import type { CallContext } from "../call-context.ts";
import { OverloadedError, UnansweredError } from "./failures.ts";

/** Between the two tries of a model that has a stand-in. */
const PAUSE_MS = 5_000;
/** Reasons that another model may not have. */
const LASTING = new Set(["model-gone", "model-key", "model-access"]);

interface Asking {
  /** Its notices tell of every change of model. */
  context: Pick<CallContext, "signal" | "note">;
  clock?: Clock;
}

/**
 * Does a task with the first model of the order that can, and says which it was. The last one's failure is thrown as it is, and so is
 * whatever says nothing against the model itself.
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

/** The model did not answer, or has too much to do: another one may answer. */
const isTransient = (error: unknown) => error instanceof UnansweredError || error instanceof OverloadedError;
