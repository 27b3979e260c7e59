// Shows the progress of a running step's picture: at most once a second, only the latest, and never after the step's end.

import type { StepProgress } from "./client-documents.ts";
import type { Clock } from "./clock.ts";
import { MOST_TAKES } from "./picture-wishes.ts";

/** The highest `total`. */
export const MOST_STEPS = 1_000;

export interface ProgressParts {
  clock: Clock;
  /** The shortest time between two writes. */
  everyMs: number;
  signal: AbortSignal;
  write(reached: StepProgress): Promise<unknown>;
}

export interface ProgressTeller {
  tell(done: number, total: number, made?: readonly string[]): void;
  /** Begins no further write; waits for the one under way, for one interval at most. Never rejects. */
  end(): Promise<void>;
}

export function openProgress({ clock, everyMs, signal, write }: ProgressParts): ProgressTeller {
  const over = new AbortController();
  let newest: StepProgress | undefined;
  let nextAt = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> | undefined;

  const isOver = () => over.signal.aborted || signal.aborted;

  async function writeNewest(): Promise<void> {
    while (newest !== undefined) {
      const waitMs = nextAt - clock.now();
      if (waitMs > 0) await clock.sleep(waitMs, over.signal);
      if (isOver()) return;
      const reached = newest;
      newest = undefined;
      nextAt = clock.now() + everyMs;
      // No decision depends on it, and the next report replaces it: the step continues whether it was written or not.
      await write(reached).catch(() => undefined);
    }
  }

  return {
    tell(done, total, made = []) {
      const reached = boundedProgress(done, total);
      if (reached === undefined || isOver()) return;
      newest = made.length === 0 ? reached : { ...reached, made: made.slice(0, MOST_TAKES) };
      writing ??= writeNewest().finally(() => {
        writing = undefined;
      });
    },
    async end() {
      over.abort("the step is over");
      if (writing === undefined) return;
      const written = new AbortController();
      await Promise.race([writing, clock.sleep(everyMs, written.signal)]);
      written.abort("it is written");
    },
  };
}

/** Whole numbers with `done` ≤ `total` ≤ 1,000, in the same proportion where there are more; undefined for an invalid report. */
export function boundedProgress(done: number, total: number): StepProgress | undefined {
  if (!(Number.isFinite(done) && Number.isFinite(total) && total >= 1)) return undefined;
  const scale = Math.min(1, MOST_STEPS / total);
  const most = Math.floor(total * scale);
  return { done: Math.min(most, Math.max(0, Math.floor(done * scale))), total: most };
}
