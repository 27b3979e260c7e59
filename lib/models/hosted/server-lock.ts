// One job at a time for each server: a lock of this process that waits in order and lets go where its caller gives up.

type Lock = <T>(signal: AbortSignal, job: () => Promise<T>) => Promise<T>;

const queues = new Map<string, Promise<void>>();

/** Jobs of the same name run one after another. `job` is not begun where the signal aborts before its turn: its reason is thrown. */
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
