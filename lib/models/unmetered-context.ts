// A call context for tests and tools, outside of a session: it makes every call, reserves and memoizes nothing, and records usages and
// notices.
import type { ModelCall } from "../pipeline/phase.ts";
import type { Usage } from "../pipeline/usage.ts";
import type { CallContext } from "./call-context.ts";

export interface UnmeteredContext extends CallContext {
  /** Usages of successful calls, in the order of their completion. */
  usages: Usage[];
  notices: string[];
}

export function unmeteredContext(signal: AbortSignal = new AbortController().signal): UnmeteredContext {
  const usages: Usage[] = [];
  const notices: string[] = [];
  return {
    signal,
    usages,
    notices,
    note: (notice) => void notices.push(notice),
    async call<T extends { usage: Usage }>({ make }: ModelCall<T>): Promise<T> {
      signal.throwIfAborted();
      const made = await make();
      usages.push(made.usage);
      return made;
    },
  };
}
