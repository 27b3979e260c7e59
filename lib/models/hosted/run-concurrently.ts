// Runs tasks with bounded concurrency.
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";

/**
 * Returns the results in the order of the tasks. After a failure it starts no further task, and waits for those that run, because their
 * calls are paid and memoized. Then it throws the most severe error: terminal, retryable, any other, busy. Of several busy errors it
 * throws the one with the shortest wait.
 */
export async function runConcurrently<T>(tasks: readonly (() => Promise<T>)[], atOnce: number): Promise<T[]> {
  const made = new Map<number, T>();
  const failures: unknown[] = [];
  const waiting = tasks.entries();
  const work = async () => {
    for (const [index, task] of waiting) {
      try {
        made.set(index, await task());
      } catch (error) {
        failures.push(error);
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failures.length > 0) throw failures.toSorted((a, b) => severityOf(b) - severityOf(a) || later(a, b))[0];
  return [...made].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}

function severityOf(error: unknown): number {
  if (error instanceof TerminalError) return 3;
  if (error instanceof RetryableError) return 2;
  return error instanceof BusyError ? 0 : 1;
}

const later = (a: unknown, b: unknown) => waitOf(a) - waitOf(b);
const waitOf = (error: unknown) => (error instanceof BusyError ? (error.retryAfterMs ?? 0) : 0);
