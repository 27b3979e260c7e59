// A lock per server in this process: jobs run one at a time, in order of arrival.

type Lock = <T>(signal: AbortSignal, job: () => Promise<T>) => Promise<T>;

const queues = new Map<string, Promise<void>>();

/** Returns the lock of a name. If the signal aborts while a job waits, the job does not start and the signal's reason is thrown. */
export function lockFor(name: string): Lock {
  return async (signal, job) => {
    const before = queues.get(name) ?? Promise.resolve();
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    queues.set(
      name,
      before.then(() => left),
    );
    try {
      await Promise.race([before, aborted(signal)]);
      signal.throwIfAborted();
      return await job();
    } finally {
      leave();
    }
  };
}

/** Rejects with the signal's reason. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
