// Notes each call of a claim as it is made: what the timeline tells of it.
import type { Clock } from "./clock.ts";
import type { Pay } from "./cost-meter.ts";
import { type Usage, usageOfFailure } from "./usage.ts";

/** Times are of the worker's own clock. */
export interface NotedCall {
  /** Undefined when it failed and nobody knows what it had used. */
  usage: Usage | undefined;
  failed: boolean;
  startedMs: number;
  endedMs: number;
}

export interface CallLog {
  /** In the order in which they ended. */
  calls: readonly NotedCall[];
  /** Notes the calls that go through it. */
  pay: Pay;
  /** Notes a call that did not have to be made. */
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
        // A model's name is known only where the error says what the call had used.
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
