// Runs jobs strictly one after the other, for work whose memory must not be held twice: decoding pictures that people send.
import { BusyError } from "../pipeline/errors.ts";

export interface OneAtATimeOptions {
  /** Jobs that may wait for their turn. */
  waiting: number;
  /** How long a job may wait, in ms. A job that has begun is not ended. */
  deadlineMs: number;
  /** Calls `expire` after `ms`, until the function that it returns is called. Default: a timer of Node. */
  startTimer?: (expire: () => void, ms: number) => () => void;
}

/**
 * A queue, first come first served. Its function resolves or rejects as the job does. It throws `BusyError`, and does not begin the
 * job, when `waiting` jobs wait already or the job has waited for `deadlineMs`.
 */
export function oneAtATime({ waiting, deadlineMs, startTimer = nodeTimer }: OneAtATimeOptions) {
  /** Those that wait, in order; each starts when it is called. */
  const queue = new Set<() => void>();
  let isBusy = false;

  function waitForTurn(): Promise<void> {
    if (queue.size >= waiting)
      throw new BusyError(`${waiting} jobs wait for their turn, and no more may wait`);
    return new Promise((resolve, reject) => {
      const begin = () => {
        stop();
        queue.delete(begin);
        resolve();
      };
      const stop = startTimer(() => {
        queue.delete(begin);
        reject(new BusyError(`a job waited ${deadlineMs / 1_000} s for its turn`));
      }, deadlineMs);
      queue.add(begin);
    });
  }

  return async function run<T>(job: () => Promise<T>): Promise<T> {
    if (isBusy) await waitForTurn();
    isBusy = true;
    try {
      return await job();
    } finally {
      const [next] = queue;
      // The turn is handed over: nobody who comes in between may take it.
      if (next === undefined) isBusy = false;
      else next();
    }
  };
}

function nodeTimer(expire: () => void, ms: number): () => void {
  const timer = setTimeout(expire, ms).unref();
  return () => clearTimeout(timer);
}
