// Records each call of a claim when it ends, for the timeline.
import type { Clock } from "./clock.ts";
import type { Pay } from "./cost-meter.ts";
import { type Usage, usageOfFailure } from "./usage.ts";

/** Times are of the worker's own clock. */
export interface NotedCall {
  /** Undefined when the call failed and its usage is unknown. */
  usage: Usage | undefined;
  failed: boolean;
  startedMs: number;
  endedMs: number;
}

export interface CallLog {
  /** In the order in which they ended. */
  calls: readonly NotedCall[];
  /** Records the calls made through it. */
  pay: Pay;
  /** Records a call that was answered from memory. */
  remembered(usage: Usage): void;
}

export function openCallLog(pay: Pay, clock: Pick<Clock, "now">): CallLog {
  const calls: NotedCall[] = [];
  return {
    calls,
    async pay(call, make) {
      const startedMs = clock.now();
      try {
        const made = await pay(call, make);
        calls.push({ usage: made.usage, failed: false, startedMs, endedMs: clock.now() });
        return made;
      } catch (error) {
        // A model's name is known only if the error reports the call's usage.
        const used = usageOfFailure(error, "");
        const usage = used?.model === "" ? undefined : used;
        calls.push({ usage, failed: true, startedMs, endedMs: clock.now() });
        throw error;
      }
    },
    remembered(usage) {
      const now = clock.now();
      calls.push({ usage, failed: false, startedMs: now, endedMs: now });
    },
  };
}
