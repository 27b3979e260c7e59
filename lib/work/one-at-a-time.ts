// A queue that runs one job at a time, for work that needs so much memory that two at once would not fit: decoding uploaded pictures.
import { BusyError } from "../pipeline/errors.ts";

export interface OneAtATimeOptions {
  /** Most jobs that may wait. */
  waiting: number;
  /** Longest wait of a job, in ms. A running job is not interrupted. */
  deadlineMs: number;
  /** Calls `expire` after `ms`, until the function that it returns is called. Default: a timer of Node. */
  startTimer?: (expire: () => void, ms: number) => () => void;
}

/**
 * First in, first out. The returned function settles as the job does. It throws `BusyError`, without starting the job, if `waiting` jobs
 * wait already or the job has waited for `deadlineMs`.
 */
export function oneAtATime({ waiting, deadlineMs, startTimer = nodeTimer }: OneAtATimeOptions) {
  /** Starters of waiting jobs, in order. */
  const queue = new Set<() => void>();
  let isBusy = false;

  function waitForTurn(): Promise<void> {
    if (queue.size >= waiting) throw new BusyError(`${waiting} jobs are waiting, which is the maximum`);
    return new Promise((resolve, reject) => {
      const begin = () => {
        stop();
        queue.delete(begin);
        resolve();
      };
      const stop = startTimer(() => {
        queue.delete(begin);
        reject(new BusyError(`a job waited ${deadlineMs / 1_000} s without being started`));
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
      // `isBusy` stays true for the next job, so that no new caller overtakes it.
      if (next === undefined) isBusy = false;
      else next();
    }
  };
}

function nodeTimer(expire: () => void, ms: number): () => void {
  const timer = setTimeout(expire, ms).unref();
  return () => clearTimeout(timer);
}
