// Implements `Work` without threads, for tests and for programs that serve no requests. Copies inputs, results and errors as a worker would.
// Differences to threads: a task that never yields cannot be terminated, memory is not limited, and `cpuMs` is ignored.
import { deserializeError } from "./deserialize-error.ts";
import { serializeError } from "./serialize-error.ts";
import { transferListOf } from "./transfer-list.ts";
import { type Runner, taskLabel, type Work, WorkClosedError, WorkTimeoutError } from "./work.ts";

export function inlineWork(): Work {
  const closing = new AbortController();
  const runner: Runner = {
    async run(module, name, input, { signal, deadlineMs, transfer = [] } = {}) {
      closing.signal.throwIfAborted();
      signal?.throwIfAborted();
      const given = structuredClone(input, { transfer: [...transfer] });
      const end = Promise.withResolvers<never>();
      const stop = () => end.reject(signal?.aborted ? signal.reason : closing.signal.reason);
      const ends = [closing.signal, ...(signal === undefined ? [] : [signal])];
      for (const each of ends) each.addEventListener("abort", stop, { once: true });
      const late = () => end.reject(new WorkTimeoutError(taskLabel(module, name), deadlineMs ?? 0, "clock"));
      const timer = deadlineMs === undefined ? undefined : setTimeout(late, deadlineMs);
      const perform = async () => {
        const tasks = await module.load();
        try {
          const task = tasks[name] as (input: unknown) => unknown;
          const output = await task(given);
          return structuredClone(output, { transfer: transferListOf(output) });
        } catch (error) {
          throw deserializeError(serializeError(error));
        }
      };
      try {
        return (await Promise.race([perform(), end.promise])) as Awaited<never>;
      } finally {
        clearTimeout(timer);
        for (const each of ends) each.removeEventListener("abort", stop);
      }
    },
  };
  return {
    ...runner,
    pin: () => ({ ...runner, release() {} }),
    async close() {
      closing.abort(new WorkClosedError());
    },
  };
}
