// What the calls of one task cost together. A task that fails after it has paid says so on its error, so that no ledger misses it.
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import type { Usage } from "../writer.ts";
import { UnansweredError } from "./failures.ts";
import { addUsage } from "./model.ts";

export interface Till {
  add(usage: Usage): void;
  /** Of a failed call that something else is tried after: what it may have cost. */
  survive(failure: unknown): void;
  /** Whether something was paid already, or may have been: who gives up now throws it away. */
  hasPaid(): boolean;
  /** Said of the whole task, in a sentence. */
  note(notice: string): void;
  /** `model` is who did the task. */
  total(model: string): Usage;
  /**
   * Does the task; what it throws carries the usage so far, under the name of `model` where nothing was paid. Where the last call has
   * no answer, nobody knows what it cost, and the error says nothing.
   */
  settle<T>(model: string, task: () => Promise<T>): Promise<T>;
}

/** `warn` is told of every notice as it is made. */
export function openTill(warn: (notice: string) => void = () => {}): Till {
  let sum: Usage = { model: "", inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 };
  const add = (usage: Usage) => {
    sum = addUsage(sum.model === "" ? { ...sum, model: usage.model } : sum, usage);
  };
  return {
    add,
    survive(failure) {
      if (failure instanceof UnansweredError && failure.atMost !== undefined) add(failure.atMost);
    },
    hasPaid: () => sum.costMicros > 0,
    note(notice) {
      warn(notice);
      sum = { ...sum, notices: [...(sum.notices ?? []), notice] };
    },
    total: (model) => ({ ...sum, model }),
    async settle(model, task) {
      try {
        return await task();
      } catch (error) {
        const isUnknown = error instanceof UnansweredError && error.atMost !== undefined;
        if (error instanceof Error && !isUnknown && isOurs(error)) {
          Object.assign(error, { usage: { ...sum, model: sum.model || model } });
        }
        throw error;
      }
    },
  };
}

/** An abort's reason belongs to whoever aborts, and a call that was aborted may have cost something. */
const isOurs = (error: Error) =>
  error instanceof TerminalError || error instanceof RetryableError || error instanceof BusyError;
